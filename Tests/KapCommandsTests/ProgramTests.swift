import Foundation
import KapRecord
import KapTestSupport
import KapTimeline
import Testing

@testable import KapCommands

struct ProgramTests {
  @Test(
    arguments: [
      (["--version"], 0), (["--help"], 0), (["enter", "--help"], 0), (["help", "show"], 0),
      (["nonsense"], 64), (["enter"], 64), (["open", "--subject", "x"], 64),
      (["show", "last", "--bogus"], 64), (["person", "add", "--name", "x", "--role", "nurse"], 64),
      (["export", "last", "--format", "pdf"], 64), (["export", "last", "--format", "csv"], 64),
      (["import"], 64), (["import", "--vitals", "x.csv"], 64), (["live", "--subject", "x"], 64),
      (["replay"], 64), (["demo", "--speed", "0"], 64), (["open", "--number", "7/6"], 64),
      (["enter", "last", "hr 70", "--source", "practice"], 64), (["completions", "tcsh"], 64),
      (["show", "last"], 66), (["verify"], 66), (["verify", "none.log"], 66),
      (["protocol", "show", "none"], 66), (["demo", "--scenario", "none"], 66),
      (["completions", "bash"], 0), (["protocol", "list"], 0),
      (["theme", "list"], 0), (["paths"], 0), (["demo"], 0),
    ] as [([String], Int32)]
  )
  func `a command line ends with its code`(arguments: [String], code: Int32) throws {
    let clinic = try Clinic(withChart: false)

    let ended = try Program.run(arguments, in: clinic.directory)

    #expect(ended.code == code, "\(ended.talk)")
    #expect(code == 0 ? ended.talk.isEmpty : !ended.talk.isEmpty)
  }

  @Test(arguments: [[], ["enter"], ["import"], ["show"], ["live"]])
  func `help gives examples before usage`(command: [String]) throws {
    let clinic = try Clinic(withChart: false)

    let help = try Program.run(command + ["--help"], in: clinic.directory).output

    let examples = try #require(help.range(of: "EXAMPLES"))
    let usage = try #require(help.range(of: "USAGE"))
    #expect(examples.lowerBound < usage.lowerBound)
    #expect(help.contains("kap "))
  }

  @Test func `a mistyped command or option names the one that was meant`() throws {
    let clinic = try Clinic(withChart: false)

    let command = try Program.run(["shwo", "last"], in: clinic.directory)
    #expect(command.code == 64)
    #expect(command.talk.contains("Did you mean 'show'?"))
    let option = try Program.run(["show", "last", "--jsno"], in: clinic.directory)
    #expect(option.code == 64)
    #expect(option.talk.contains("--json"))
  }

  @Test func `the environment stands in for the options`() throws {
    let clinic = try Clinic()
    let environment = [
      "KAP_CHART": clinic.path("chart"), "KAP_PASSPHRASE_FILE": clinic.path("ar.pass"),
      "KAP_PERSON": "ar",
    ]
    let open = try Program(
      ["open", "--subject", "K-014", "--protocol", "im"],
      in: clinic.directory,
      environment: environment
    )
    let id = try open.end().output.trimmingCharacters(in: .newlines)
    let enter = try Program(["enter", id], in: clinic.directory, environment: environment)
    enter.feed("bp 128/82\nnonsense\nnote calm\n")

    let ended = try enter.end()

    #expect(ended.code == 65)
    #expect(ended.output.split(separator: "\n").count == 2)
    #expect(ended.talk.hasPrefix("kap: line 2, column 1: "))
    #expect(try clinic.document(id).events("note").count == 1)
  }

  @Test(.timeLimit(.minutes(5)))
  func `killed a hundred times, each acknowledged entry is there and the chart is whole`() throws {
    let clinic = try Clinic()
    var generator = SeededGenerator(seed: 20_251_104)
    let common = ["--chart", "chart", "--passphrase-file", "ar.pass"]
    let lines = (1...80).map { "note line \($0)\n" }.joined()
    var acknowledged = 0
    for _ in 0..<10 {
      let id = try clinic.open()
      var printed: Set<String> = []
      for _ in 0..<10 {
        let program = try Program(["enter", id] + common, in: clinic.directory)
        program.feed(lines)
        let seen = program.lines(atLeast: Int.random(in: 0...80, using: &generator))
        let all = String(decoding: seen + program.kill(), as: UTF8.self)
        printed.formUnion(all.split(separator: "\n").map(String.init))
      }
      let kept = try clinic.document(id)["events"]?.elements.compactMap { $0["id"]?.text } ?? []
      #expect(printed.subtracting(kept).isEmpty)
      acknowledged += printed.count
    }

    #expect(acknowledged > 1000)
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .ok, "\(clinic.output)")
  }

  @Test func `two processes write into one session, and nothing is lost`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    let common = ["--chart", "chart", "--passphrase-file", "ar.pass"]
    let programs = try (0..<2).map { _ in
      try Program(["enter", id] + common, in: clinic.directory)
    }
    for (number, program) in programs.enumerated() {
      program.feed((1...60).map { "note \(number) says \($0)\n" }.joined())
    }

    let ends = try programs.map { try $0.end() }

    #expect(ends.allSatisfy { $0.code == 0 && $0.talk.isEmpty })
    let printed = ends.flatMap { $0.output.split(separator: "\n").map(String.init) }
    #expect(Set(printed).count == 120)
    let document = try clinic.document(id)
    #expect(document.events("note").count == 120)
    #expect(Set(document.events("note").compactMap { $0["id"]?.text }) == Set(printed))
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .ok, "\(clinic.output)")
  }
}
