import Foundation
import KapSettings
import KapTimeline
import Testing

/// A directory of the user's files that goes away with the test.
struct UserDirectory: ~Copyable {
  let path: String

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "kap-settings-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

struct InheritanceTests {
  @Test func `a clinic's file states only what differs`() throws {
    let directory = try UserDirectory([
      "ours.yaml": """
      name: ours
      inherits: iv-infusion
      version: "2"
      limits:
        systolic-high:
          { rule: blood-pressure, sign: systolic, atLeast: 150, urgency: notice, source: our own }
        temperature-low: none
      timing:
        gap: { minutes: 15, source: our own }
      """
    ])
    let library = ProtocolLibrary(userDirectory: directory.path)
    let (ours, usual) = (
      try library.protocol(named: "ours"), try library.protocol(named: "iv-infusion")
    )

    #expect(library.names.last == "ours")
    #expect(ours.version == "2")
    #expect(ours.title == usual.title)
    #expect(ours.limits.count == usual.limits.count - 1)
    #expect(ours.limits[2].value == 150)
    #expect(ours.limits[2].source == "our own")
    #expect(ours.limits[2].nextStep == "repeat in 5 min")
    #expect(ours.timing.gapAfterMinutes == 15)
    #expect(ours.timing.lateAfterMinutes == usual.timing.lateAfterMinutes)
    #expect(ours.timing.source.contains("gap: our own"))
    #expect(library.problems == [])
  }

  @Test func `a clinic's file takes the place of the program's own and may inherit from it`() throws
  {
    let directory = try UserDirectory([
      "im.yaml": """
      name: im
      inherits: im
      version: "7"
      stay: { minutes: 120, source: our own }
      """
    ])
    let library = ProtocolLibrary(userDirectory: directory.path)
    let rules = try library.protocol(named: "im")

    #expect(library.names.count { $0 == "im" } == 1)
    #expect(rules.version == "7")
    #expect(rules.stay == MinimumStay(minutes: 120, isHard: false, source: "our own"))
    #expect(try library.path(named: "im") == "\(directory.path)/im.yaml")
    #expect(try library.path(named: "oral") == nil)
  }

  @Test func `a number cannot come under the source of another`() throws {
    let directory = try UserDirectory([
      "ours.yaml": "name: ours\ninherits: iv-infusion\nversion: \"2\"\nstay: { minutes: 60 }\n"
    ])
    let library = ProtocolLibrary(userDirectory: directory.path)

    #expect(library.problems.map(\.message) == ["`source` is missing"])
    #expect(library.problems.map(\.key) == ["stay.source"])
  }

  @Test func `a version is never inherited`() throws {
    let directory = try UserDirectory(["ours.yaml": "name: ours\ninherits: iv-infusion\n"])

    let problems = ProtocolLibrary(userDirectory: directory.path).problems
    #expect(problems.map(\.key) == ["version"])
  }

  @Test func `files may share a fragment of the clinic's`() throws {
    let directory = try UserDirectory([
      "_house.yaml": "inherits: im\nstay: { minutes: 110, source: our own }\n",
      "ours.yaml": "name: ours\ninherits: _house\nversion: \"1\"\n",
    ])
    let library = ProtocolLibrary(userDirectory: directory.path)

    #expect(!library.names.contains("_house"))
    #expect(try library.protocol(named: "ours").stay.minutes == 110)
    #expect(library.problems == [])
  }

  @Test func `the program's own say the same whatever the clinic's files are called`() throws {
    let directory = try UserDirectory(["base.yaml": "stay: { minutes: 1, source: x }\n"])
    let library = ProtocolLibrary(userDirectory: directory.path)

    #expect(
      try library.protocol(named: "iv-infusion")
        == ProtocolLibrary().protocol(named: "iv-infusion")
    )
  }

  @Test(arguments: [
    ["a.yaml": "name: a\ninherits: b\n", "b.yaml": "name: b\ninherits: a\n"],
    ["a.yaml": "name: a\ninherits: a\n"],
    ["a.yaml": "name: a\ninherits: iv-infusio\n"],
    ["a.yaml": "name: a\ninherits: ../../etc/passwd\n"],
  ])
  func `what leads nowhere or back is named`(files: [String: String]) throws {
    let directory = try UserDirectory(files)

    let problems = ProtocolLibrary(userDirectory: directory.path).problems
    #expect(problems.allSatisfy { $0.key == "inherits" && $0.line == 2 && $0.column == 11 })
    #expect(problems.count == files.count)
  }

  @Test func `a file that names itself otherwise is a problem`() throws {
    let directory = try UserDirectory([
      "ours.yaml": "name: yours\ninherits: iv-infusion\nversion: \"2\"\n"
    ])

    #expect(ProtocolLibrary(userDirectory: directory.path).problems.map(\.key) == ["name"])
  }

  @Test func `an unknown name suggests the near one`() {
    let error = #expect(throws: SettingsError.self) {
      try ProtocolLibrary().protocol(named: "iv-infusoin")
    }
    #expect("\(error, default: "")".contains("Did you mean `iv-infusion`?"))
    #expect(throws: SettingsError.self) { try ProtocolLibrary().protocol(named: "base") }
  }

  @Test func `no directory is no problem and a file in its place is one`() throws {
    let directory = try UserDirectory(["file": ""])

    let none = ProtocolLibrary(userDirectory: "\(directory.path)/nothing")
    #expect(try none.protocol(named: "im").name == "im")
    let file = ProtocolLibrary(userDirectory: "\(directory.path)/file")
    #expect(throws: SettingsError.self) { try file.protocol(named: "im") }
  }

  @Test func `a protocol survives its own encoding`() throws {
    for name in ProtocolLibrary().names {
      let rules = try ProtocolLibrary().protocol(named: name)
      let bytes = try JSONEncoder().encode(rules)
      #expect(try JSONDecoder().decode(ClinicProtocol.self, from: bytes) == rules)
    }
  }
}
