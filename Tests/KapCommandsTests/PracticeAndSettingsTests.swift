import Foundation
import KapPractice
import KapRecord
import KapSettings
import KapStore
import KapTimeline
import Testing

@testable import KapCommands

struct DemoCommandTests {
  @Test(arguments: Scenario.all.map(\.name))
  func `every scenario goes through as plain lines and ends with its summary`(name: String) throws {
    let clinic = try Clinic(withChart: false)

    #expect(clinic.run { try DemoCommand(scenario: name).run(in: $0) } == .ok)
    #expect(clinic.talk.isEmpty)
    let scenario = try #require(Scenario.named(name))
    #expect(clinic.lines.count > scenario.lines.count)
    #expect(clinic.lines.first?.hasPrefix("PRACTICE") == true)
    #expect(!clinic.output.contains("wall clock"))
    #expect(clinic.output.contains("\nSummary of practice session\n"))
    let summary = clinic.lines.drop { !$0.hasPrefix("Summary of") }
    #expect(summary.contains { $0.hasPrefix("  phases") && $0.contains(", dosing 1") })
    #expect(summary.contains { $0.hasPrefix("  protocol") && $0.contains(", protocol ") })
    #expect(!summary.contains { $0.contains("administration") })
    #expect(clinic.lines.contains { $0.contains("given") && $0.contains("mg") })
    let first = clinic.output
    clinic.run { try DemoCommand(scenario: name).run(in: $0) }
    #expect(clinic.output == first)
  }

  @Test(arguments: Scenario.all.map(\.name))
  func `practice leaves the chart beside it as it was`(name: String) throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.run { try SessionsCommand().run(in: $0) }
    let (sessions, files) = (clinic.output, try clinic.files())

    #expect(clinic.run { try DemoCommand(scenario: name).run(in: $0) } == .ok)
    #expect(clinic.lines.first?.hasPrefix("PRACTICE") == true)

    #expect(try clinic.files() == files)
    clinic.run { try SessionsCommand().run(in: $0) }
    #expect(clinic.output == sessions && sessions.contains("K-014"))
    let subject = try #require(Scenario.named(name)).subject
    #expect(subject == "K-014" || !sessions.contains(subject))
    clinic.run { try ShowCommand(session: id).run(in: $0) }
    #expect(!clinic.output.contains("PRACTICE"))
  }

  @Test(arguments: Scenario.all.map(\.name))
  func `the debrief is wrapped at words to eighty columns, and the rest stands below its line`(
    name: String
  ) throws {
    let clinic = try Clinic(withChart: false)
    clinic.run { try DemoCommand(scenario: name).run(in: $0) }
    let debrief = clinic.lines.drop { !$0.hasPrefix("Debrief") }
    #expect(debrief.count > 10)
    #expect(debrief.allSatisfy { $0.count <= 80 })
    let whole = debrief.joined(separator: "\n").split(separator: "\n    ").joined(separator: " ")
    #expect(whole.contains("before leaving: "))
    if name == "oversedation" {
      let card = try Regex(
        #"\n  ..:.. to ..:..  emergency card: opened ..:.. by AR, first step ..:.., stood down "#
          + #"..:..; in the scenario opened ..:.., first step ..:.., stood down ..:..\n"#
      )
      #expect(whole.contains(card))
    }
  }

  @Test(arguments: [
    ("hypertension-at-peak", "gave clonidine 0.1 mg PO, DL, ", "under 160 within 15 minutes"),
    ("iv-uneventful", "gave ondansetron 4 mg IV, DL, for nausea, ", "settled in ten minutes"),
  ])
  func `what came of a medicine stands in the line that says so`(
    name: String,
    given: String,
    response: String
  ) throws {
    let clinic = try Clinic(withChart: false)
    clinic.run { try DemoCommand(scenario: name).run(in: $0) }
    let line = try #require(clinic.lines.first { $0.contains("corrected: gave ") })
    #expect(line.contains("corrected: \(given)"))
    #expect(line.hasSuffix(", \(response)"))
  }

  @Test func `a scenario that is not there names those that are`() throws {
    let clinic = try Clinic(withChart: false)

    #expect(clinic.run { try DemoCommand(scenario: "nobody").run(in: $0) } == .noInput)
    for line in Scenario.listing { #expect(clinic.talk.contains(line)) }
  }
}

struct SettingsCommandTests {
  @Test func `the seven protocols are listed and shown with their sources`() throws {
    let clinic = try Clinic(withChart: false)

    #expect(clinic.run { try ProtocolListCommand().run(in: $0) } == .ok)
    for name in ["iv-infusion", "iv-bolus", "im", "sublingual", "oral", "intranasal", "esketamine"]
    {
      #expect(clinic.lines.contains { $0.hasPrefix(name + " ") })
      #expect(clinic.run { try ProtocolShowCommand(name: name).run(in: $0) } == .ok)
      #expect(clinic.lines.count > 20)
      clinic.run { try ProtocolListCommand().run(in: $0) }
    }
    #expect(clinic.run { try ProtocolShowCommand(name: "none").run(in: $0) } == .noInput)
  }

  @Test func `a night theme that is not there is said in words, and stops nothing`() throws {
    let clinic = try Clinic()
    clinic.run { surroundings in
      #expect(surroundings.settingsWarning() == nil)
      return .ok
    }
    let directory = clinic.path(".config/kap")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try clinic.write("nightTheme: nosuch\n", to: ".config/kap/config.yaml")
    clinic.run { surroundings in
      let warning = surroundings.settingsWarning()
      #expect(warning?.hasPrefix("The night theme nosuch of the configuration") == true)
      return try SessionsCommand().run(in: surroundings)
    }
    clinic.environment["NO_COLOR"] = "1"
    clinic.run { surroundings in
      #expect(surroundings.settingsWarning() == nil)
      return .ok
    }
  }

  @Test func `who works is chosen by number or name, and may be left open`() throws {
    let clinic = try Clinic()
    let people = ["ar", "jb"].map { Person(name: $0, role: .monitor) }
    func chosen(_ answer: String) throws -> String {
      clinic.answers = [answer]
      var name = ""
      var failure: (any Error)?
      clinic.run { surroundings in
        do { name = try surroundings.person(among: people).name } catch { failure = error }
        return .ok
      }
      if let failure { throw failure }
      return name
    }
    #expect(try chosen("2") == "jb")
    #expect(try chosen(" AR ") == "ar")
    #expect(clinic.questions.last?.contains("1 ar  2 jb") == true)
    for leaving in ["q", "", "  "] {
      #expect(throws: CommandError.self) { try chosen(leaving) }
    }
    #expect(throws: ChartError.self) { try chosen("3") }
  }

  @Test func `a broken protocol is named by file, line, column and key`() throws {
    let clinic = try Clinic(withChart: false)
    try clinic.write("name: ours\nroute: sideways\n", to: "ours.yaml")

    #expect(
      clinic.run { try ProtocolLintCommand(files: ["ours.yaml"]).run(in: $0) } == .badConfiguration
    )
    #expect(clinic.output.contains("ours.yaml:2:8"))
    #expect(clinic.output.contains("route"))
    #expect(clinic.run { try ProtocolLintCommand(files: ["none.yaml"]).run(in: $0) } == .noInput)
    #expect(clinic.run { try ProtocolLintCommand().run(in: $0) } == .ok)
  }

  @Test func `the clinic's own protocol takes the place of ours`() throws {
    let clinic = try Clinic()
    let directory = clinic.path(".config/kap/protocols")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try clinic.write(
      "name: iv-infusion\ninherits: iv-infusion\nversion: \"ours\"\n",
      to: ".config/kap/protocols/iv-infusion.yaml"
    )

    #expect(clinic.run { try ProtocolListCommand().run(in: $0) } == .ok)
    #expect(clinic.lines.contains { $0.contains("version ours") && $0.contains(directory) })
    _ = try clinic.open()
    #expect(try clinic.document()["protocolVersion"]?.text == "ours")
  }

  @Test func `the nine themes are listed, shown and without findings`() throws {
    let clinic = try Clinic(withChart: false)
    clinic.environment["KAP_THEME"] = "night-red"

    #expect(clinic.run { try ThemeListCommand().run(in: $0) } == .ok)
    #expect(clinic.lines.count == 9)
    #expect(clinic.lines.contains { $0.hasPrefix("night-red") && $0.hasSuffix("chosen") })
    #expect(clinic.run { try ThemeShowCommand(name: "night-red").run(in: $0) } == .ok)
    #expect(clinic.lines.count > 20)
    #expect(clinic.run { try ThemeLintCommand().run(in: $0) } == .ok)
    #expect(clinic.run { try ThemeShowCommand(name: "none").run(in: $0) } == .noInput)
    try clinic.write("name: mine\n", to: "mine.yaml")
    #expect(
      clinic.run { try ThemeLintCommand(files: ["mine.yaml"]).run(in: $0) } == .badConfiguration
    )
  }
}

extension Clinic {
  /// Every file of the clinic, byte by byte.
  fileprivate func files() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: directory)
    var files: [String: Data] = [:]
    for name in names { files[name] = FileManager.default.contents(atPath: path(name)) }
    return files
  }
}
