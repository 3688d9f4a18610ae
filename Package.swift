// swift-tools-version: 6.2
import PackageDescription

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let csv: Target.Dependency = .product(name: "SwiftCSV", package: "SwiftCSV")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

/// Files that the binary carries within itself, so that it stays one file.
let protocolFiles = [
  "base", "base-care", "base-scales", "iv-infusion", "iv-bolus", "im", "sublingual", "oral",
  "intranasal", "esketamine",
]

let themeFiles = [
  "dark", "light", "night-red", "night-amber", "high-contrast", "cvd-deutan", "cvd-tritan", "mono",
  "ansi16",
]

let package = Package(
  name: "kap",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // Pure: values in, values out.
    .target(name: "KapTimeline"),
    .target(name: "KapCanvas"),
    .target(name: "KapEntry", dependencies: ["KapTimeline"]),
    .target(name: "KapKinetics", dependencies: ["KapTimeline"]),
    .target(
      name: "KapInterface",
      dependencies: ["KapTimeline", "KapEntry", "KapKinetics", "KapCanvas"]
    ),
    .target(name: "KapPractice", dependencies: ["KapTimeline"]),

    // The record and what surrounds it.
    .target(name: "KapRecord", dependencies: ["KapTimeline", crypto]),
    .target(
      name: "KapStore",
      dependencies: ["KapTimeline", "KapRecord", database, crypto, cryptoExtras]
    ),
    .target(name: "KapExport", dependencies: ["KapTimeline", "KapRecord", csv]),
    .target(
      name: "KapSettings",
      dependencies: ["KapTimeline", "KapCanvas", yaml],
      resources: protocolFiles.map { .embedInCode("Protocols/\($0).yaml") }
        + themeFiles.map { .embedInCode("../../Themes/\($0).yaml") }
    ),

    // The terminal.
    .systemLibrary(
      name: "CNcurses",
      providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]
    ),
    .target(
      name: "CTerminal",
      dependencies: ["CNcurses"],
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]
    ),
    .target(name: "KapTerminal", dependencies: ["KapCanvas", "CTerminal"]),

    // The program.
    .target(
      name: "KapConsole",
      dependencies: [
        "KapTimeline", "KapEntry", "KapCanvas", "KapInterface", "KapPractice", "KapRecord",
        "KapStore", "KapSettings", "KapTerminal",
      ]
    ),
    .target(
      name: "KapCommands",
      dependencies: [
        "KapTimeline", "KapEntry", "KapCanvas", "KapInterface", "KapPractice", "KapRecord",
        "KapStore", "KapExport", "KapSettings",
      ]
    ),
    .executableTarget(
      name: "kap",
      dependencies: [
        "KapTimeline", "KapCanvas", "KapInterface", "KapPractice", "KapRecord", "KapStore",
        "KapSettings", "KapTerminal", "KapConsole", "KapCommands", arguments,
      ]
    ),

    // Tests.
    .target(
      name: "KapTestSupport",
      dependencies: ["KapTimeline", "KapCanvas"],
      path: "Tests/KapTestSupport"
    ),
    .target(
      name: "KapTestRules",
      dependencies: ["KapSettings", "KapTimeline"],
      path: "Tests/KapTestRules"
    ),
    .target(
      name: "KapTerminalDriver",
      dependencies: ["KapCanvas"],
      path: "Tests/KapTerminalDriver"
    ),
    .testTarget(name: "KapTimelineTests", dependencies: ["KapTimeline", "KapTestSupport"]),
    .testTarget(name: "KapCanvasTests", dependencies: ["KapCanvas", "KapTestSupport"]),
    .testTarget(
      name: "KapKineticsTests",
      dependencies: ["KapKinetics", "KapSettings", "KapTimeline", "KapTestSupport"]
    ),
    .testTarget(
      name: "KapEntryTests",
      dependencies: ["KapEntry", "KapSettings", "KapTimeline", "KapTestRules", "KapTestSupport"]
    ),
    .testTarget(
      name: "KapRecordTests",
      dependencies: ["KapRecord", "KapTimeline", "KapTestSupport", crypto],
      resources: [.copy("Fixtures")]
    ),
    .testTarget(
      name: "KapStoreTests",
      dependencies: ["KapStore", "KapRecord", "KapTimeline", "KapTestSupport", database],
      resources: [.copy("Fixtures")]
    ),
    .testTarget(
      name: "KapSettingsTests",
      dependencies: ["KapSettings", "KapTimeline", "KapCanvas", "KapTestRules", "KapTestSupport"]
    ),
    .testTarget(
      name: "KapPracticeTests",
      dependencies: [
        "KapPractice", "KapEntry", "KapSettings", "KapTimeline", "KapTestRules", "KapTestSupport",
      ]
    ),
    .testTarget(
      name: "KapInterfaceTests",
      dependencies: [
        "KapInterface", "KapTimeline", "KapEntry", "KapCanvas", "KapConsole", "KapSettings",
        "KapPractice", "KapTerminal", "KapTestRules", "KapTestSupport",
      ],
      exclude: ["Records", "Screens"]
    ),
    .testTarget(
      name: "KapTerminalTests",
      dependencies: ["KapTerminal", "KapCanvas", "KapTestSupport"]
    ),
    .testTarget(
      name: "KapCommandsTests",
      dependencies: [
        "kap", "KapCommands", "KapExport", "KapPractice", "KapRecord", "KapSettings", "KapStore",
        "KapTimeline", "KapTestSupport",
      ],
      exclude: ["Recordings/README.md"],
      resources: [.copy("Recordings")]
    ),
    .testTarget(
      name: "KapConsoleTests",
      dependencies: [
        "KapConsole", "KapInterface", "KapSettings", "KapStore", "KapTerminal", "KapTestSupport",
        "KapTimeline",
      ]
    ),
    .testTarget(
      name: "KapProgramTests",
      dependencies: [
        "kap", "KapTerminalDriver", "KapTestSupport", "KapCanvas", "KapCommands", "KapRecord",
        "KapSettings", "KapStore", "KapTerminal", "KapTimeline", database,
      ]
    ),
    .testTarget(
      name: "KapExportTests",
      dependencies: ["KapExport", "KapRecord", "KapSettings", "KapTimeline", "KapTestSupport"],
      exclude: ["Recordings/README.md"],
      resources: [.copy("Recordings")]
    ),
    .testTarget(
      name: "HouseTests",
      dependencies: ["kap", "KapCanvas", "KapEntry", "KapInterface", "KapSettings", arguments]
    ),
  ]
)

for target in package.targets where target.type != .system && target.name != "CTerminal" {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
