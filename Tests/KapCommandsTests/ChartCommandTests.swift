import Foundation
import KapRecord
import KapStore
import KapTimeline
import Testing

@testable import KapCommands

struct ChartCommandTests {
  @Test func `init creates the chart in the data directory and says where`() throws {
    let clinic = try Clinic(withChart: false)
    clinic.options.chart = nil

    let code = clinic.run { try InitCommand(name: "ar", stretching: .weakest).run(in: $0) }

    #expect(code == .ok)
    #expect(clinic.lines == [clinic.path(".local/share/kap")])
    #expect(clinic.run { try PersonListCommand().run(in: $0) } == .ok)
    #expect(clinic.lines == ["ar  monitor"])
  }

  @Test func `init never touches a chart that is there`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()

    #expect(
      clinic.run { try InitCommand(name: "xy", stretching: .weakest).run(in: $0) } == .cannotCreate
    )
    #expect(clinic.run { try SessionsCommand().run(in: $0) } == .ok)
    #expect(clinic.output.contains(id))
  }

  @Test func `a passphrase is asked twice, and two different ones create nothing`() throws {
    let clinic = try Clinic(withChart: false)
    clinic.options.passphraseFile = nil
    let create = { (surroundings: Surroundings) in
      try InitCommand(name: "ar", stretching: .weakest).run(in: surroundings)
    }

    #expect(clinic.run(create) == .notAllowed)
    clinic.answers = ["one", "two"]
    #expect(clinic.run(create) == .notAllowed)
    #expect(!FileManager.default.fileExists(atPath: clinic.path("chart")))
    clinic.answers = ["one", "one"]
    #expect(clinic.run(create) == .ok)
  }

  @Test func `somebody added opens the chart with a passphrase of their own`() throws {
    let clinic = try Clinic()
    try clinic.write("birds\n", to: "jb.pass")
    let add = PersonAddCommand(
      name: "jb",
      role: .therapist,
      passphraseFile: "jb.pass",
      stretching: .weakest
    )
    #expect(clinic.run { try add.run(in: $0) } == .ok)

    clinic.options.person = "ar"
    let id = try clinic.open()
    clinic.options.person = "JB"
    clinic.options.passphraseFile = "jb.pass"
    #expect(clinic.enter("note breath slow") == .ok)
    let note = try #require(try clinic.document(id).events("note").first)
    #expect(note["author"]?.text == "jb")
    #expect(note["role"]?.text == "therapist")
    #expect(note["data"]?["voice"]?.text == "therapist")
  }

  @Test func `who works is the option, else the environment, else asked`() throws {
    let clinic = try Clinic()
    try clinic.write("birds\n", to: "jb.pass")
    let add = PersonAddCommand(
      name: "jb",
      role: .therapist,
      passphraseFile: "jb.pass",
      stretching: .weakest
    )
    clinic.run { try add.run(in: $0) }
    let list = { (surroundings: Surroundings) in try SessionsCommand().run(in: surroundings) }

    #expect(clinic.run(list) == .notAllowed)
    #expect(clinic.talk.contains("--as"))
    clinic.environment["KAP_PERSON"] = "jb"
    #expect(clinic.run(list) == .notAllowed)
    #expect(clinic.talk.contains("passphrase"))
    clinic.options.person = "ar"
    #expect(clinic.run(list) == .ok)
    clinic.options.person = nil
    clinic.environment["KAP_PERSON"] = nil
    clinic.answers = ["ar"]
    #expect(clinic.run(list) == .ok)
    clinic.options.person = "zz"
    #expect(clinic.run(list) == .notAllowed)
  }

  @Test func `the passphrase comes from the option, the environment or the terminal`() throws {
    let clinic = try Clinic()
    let list = { (surroundings: Surroundings) in try SessionsCommand().run(in: surroundings) }

    clinic.options.passphraseFile = nil
    #expect(clinic.run(list) == .notAllowed)
    clinic.answers = ["wrong"]
    #expect(clinic.run(list) == .notAllowed)
    clinic.answers = ["open sesame"]
    #expect(clinic.run(list) == .ok)
    clinic.environment["KAP_PASSPHRASE_FILE"] = "ar.pass"
    #expect(clinic.run(list) == .ok)
    clinic.options.passphraseFile = "nowhere.pass"
    #expect(clinic.run(list) == .noInput)
    try clinic.write("\n", to: "empty.pass")
    clinic.options.passphraseFile = "empty.pass"
    #expect(clinic.run(list) == .badData)
  }

  @Test func `no chart, no chart at all, and a newer one end differently`() throws {
    let clinic = try Clinic(withChart: false)
    let list = { (surroundings: Surroundings) in try SessionsCommand().run(in: surroundings) }

    #expect(clinic.run(list) == .noInput)
    try FileManager.default.createDirectory(
      atPath: clinic.path("chart"),
      withIntermediateDirectories: true
    )
    try clinic.write("not a database", to: "chart/chart.db")
    #expect(clinic.run(list) == .badData)
  }

  @Test func `the configuration names chart and person where nothing else does`() throws {
    let clinic = try Clinic()
    clinic.options.chart = nil
    try FileManager.default.createDirectory(
      atPath: clinic.path(".config/kap"),
      withIntermediateDirectories: true
    )
    try clinic.write("chart: \(clinic.path("chart"))\nperson: ar\n", to: ".config/kap/config.yaml")
    #expect(clinic.run { try SessionsCommand().run(in: $0) } == .ok)

    try clinic.write("chart: [", to: ".config/kap/config.yaml")
    #expect(clinic.run { try SessionsCommand().run(in: $0) } == .badConfiguration)
    #expect(clinic.talk.contains("config.yaml:2:1"))
  }

  @Test func `each command leaves a closed chart, with nothing that lags behind`() throws {
    let clinic = try Clinic()
    func isSettled() throws -> Bool {
      let names = try FileManager.default.contentsOfDirectory(atPath: clinic.path("chart"))
      return names.sorted() == ["chart.db", "heads"]
    }
    #expect(try isSettled())
    let id = try clinic.open()
    #expect(try isSettled())
    clinic.enter((0..<40).map { "note \($0)" }.joined(separator: "\n"))
    #expect(try isSettled())
    let heads = try String(contentsOfFile: clinic.path("chart/heads"), encoding: .utf8)
    let last = try #require(heads.split(separator: "\n").last { $0.hasPrefix(id) })
    #expect(last.split(separator: " ")[2] == "43")
    try clinic.write("birds\n", to: "jb.pass")
    let add = PersonAddCommand(
      name: "jb",
      role: .therapist,
      passphraseFile: "jb.pass",
      stretching: .weakest
    )
    clinic.run { try add.run(in: $0) }
    #expect(try isSettled())
    clinic.options.person = "ar"
    clinic.run { try VerifyCommand().run(in: $0) }
    #expect(try isSettled())
  }

  @Test func `paths are said`() throws {
    let clinic = try Clinic()

    #expect(clinic.run { try PathsCommand().run(in: $0) } == .ok)
    #expect(clinic.output.contains(clinic.path("chart")))
    #expect(clinic.output.contains(clinic.path(".config/kap/protocols")))
  }
}
