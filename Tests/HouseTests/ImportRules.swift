import Testing

/// Who may know whom.
struct ImportRules {
  /// What each module may import of the project's own and of its dependencies.
  private static let permitted: [String: Set<String>] = [
    "KapTimeline": [],
    "KapCanvas": [],
    "KapEntry": ["KapTimeline"],
    "KapKinetics": ["KapTimeline"],
    "KapInterface": ["KapTimeline", "KapEntry", "KapKinetics", "KapCanvas"],
    "KapPractice": ["KapTimeline"],
    "KapRecord": ["KapTimeline", "Crypto"],
    "KapStore": ["KapTimeline", "KapRecord", "GRDB", "Crypto", "CryptoExtras"],
    "KapExport": ["KapTimeline", "KapRecord", "SwiftCSV"],
    "KapSettings": ["KapTimeline", "KapCanvas", "Yams"],
    "KapTerminal": ["KapCanvas", "CTerminal"],
    "KapConsole": [
      "KapTimeline", "KapEntry", "KapCanvas", "KapInterface", "KapPractice", "KapRecord",
      "KapStore", "KapSettings", "KapTerminal",
    ],
    "KapCommands": [
      "KapTimeline", "KapEntry", "KapCanvas", "KapInterface", "KapPractice", "KapRecord",
      "KapStore", "KapExport", "KapSettings",
    ],
    "kap": [
      "KapTimeline", "KapCanvas", "KapInterface", "KapPractice", "KapRecord", "KapStore",
      "KapSettings", "KapTerminal", "KapConsole", "KapCommands", "ArgumentParser",
    ],
  ]

  private static let pure = [
    "KapTimeline", "KapEntry", "KapKinetics", "KapCanvas", "KapInterface", "KapPractice",
  ]

  /// What the system offers beside the standard library.
  private static let system: Set = [
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch",
  ]

  private static let standard: Set = ["Synchronization"]

  private static func imports(of module: String) -> Set<String> {
    House.sources.filter { $0.module == module }.reduce(into: []) { $0.formUnion($1.imports) }
  }

  @Test func `every module has its place`() {
    let modules = Set(House.sources.map(\.module))

    #expect(modules == Set(Self.permitted.keys))
  }

  @Test(arguments: permitted.keys.sorted())
  func `a module imports what its place permits`(module: String) throws {
    let permitted = try #require(Self.permitted[module])
    let edge = Self.pure.contains(module) ? Self.standard : Self.standard.union(Self.system)

    #expect(Self.imports(of: module).subtracting(permitted).subtracting(edge) == [])
  }

  @Test func `no module reaches itself through its imports`() {
    for module in Self.permitted.keys {
      var reached: Set<String> = []
      var next = Self.imports(of: module)
      while !next.isSubset(of: reached) {
        reached.formUnion(next)
        next = next.reduce(into: []) { $0.formUnion(Self.imports(of: $1)) }
      }
      #expect(!reached.contains(module), "\(module)")
    }
  }

  @Test func `the C of the terminal is known to its module alone`() {
    let others = House.swiftFiles.filter { $0.module != "KapTerminal" }

    #expect(
      others.filter { !$0.imports.isDisjoint(with: ["CTerminal", "CNcurses"]) }.map(\.path) == []
    )
  }
}
