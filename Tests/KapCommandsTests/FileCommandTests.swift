import Foundation
import KapRecord
import KapStore
import KapTimeline
import Testing

@testable import KapCommands

struct LogCommandTests {
  @Test func `a log goes out, verifies without a chart, and comes in elsewhere as it was`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.enter("bp 128/82\nnote naïve “words”, =1+1")
    let export = ExportCommand(session: id, format: .log, file: "session.log")
    #expect(clinic.run { try export.run(in: $0) } == .ok)
    #expect(clinic.output.isEmpty)
    let document = try clinic.document(id)

    let other = try Clinic()
    try FileManager.default.copyItem(
      atPath: clinic.path("session.log"),
      toPath: other.path("session.log")
    )
    let verify = { (surroundings: Surroundings) in
      try VerifyCommand(subject: "session.log").run(in: surroundings)
    }
    let bare = try Clinic(withChart: false)
    try FileManager.default.copyItem(
      atPath: clinic.path("session.log"),
      toPath: bare.path("session.log")
    )
    #expect(bare.run(verify) == .ok)
    #expect(bare.output.contains(id))
    let bring = { (surroundings: Surroundings) in
      try ImportLogCommand(file: "session.log").run(in: surroundings)
    }
    #expect(other.run(bring) == .ok)
    #expect(other.lines == [id])
    #expect(other.talk.contains("5 added"))
    #expect(try other.document(id) == document)
    #expect(other.run(bring) == .ok)
    #expect(other.talk.contains("0 added, 5 here before"))
    #expect(other.run { try VerifyCommand().run(in: $0) } == .ok)
  }

  @Test func `the log of a practice session does not go into a chart`() throws {
    let clinic = try Clinic()
    clinic.run { surroundings in
      let chart = try surroundings.unlockedChart()
      defer { try? chart.close() }
      let opening = OpenCommand(subject: "K-014", protocolName: "im")
      _ = try opening.open(
        in: chart.journal,
        under: try surroundings.protocols().rules(named: "im"),
        by: "ar",
        as: .monitor,
        at: surroundings.clocks(),
        source: .practice,
        isPractice: true
      )
      return .ok
    }
    clinic.run { try ExportCommand(session: "last", format: .log).run(in: $0) }
    let log = Array(clinic.output.utf8)
    #expect(!log.isEmpty)
    let other = try Clinic()

    #expect(other.run(input: log) { try ImportLogCommand(file: "-").run(in: $0) } == .badData)

    #expect(other.talk.contains("practice session"))
    #expect(other.output.isEmpty)
    other.run { try SessionsCommand().run(in: $0) }
    #expect(!other.output.contains("K-014"))
  }

  @Test func `standard output gives the same log, and a file that is there stays`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    #expect(clinic.run { try ExportCommand(session: id, format: .log).run(in: $0) } == .ok)
    let log = clinic.output
    let export = ExportCommand(session: id, format: .log, file: "session.log")
    clinic.run { try export.run(in: $0) }

    #expect(try String(contentsOfFile: clinic.path("session.log"), encoding: .utf8) == log)
    #expect(clinic.run { try export.run(in: $0) } == .cannotCreate)
    let piped = clinic.run(input: Array(log.utf8)) { try ImportLogCommand(file: "-").run(in: $0) }
    #expect(piped == .ok)
  }

  @Test(arguments: ExportCommand.Format.allCases.filter { $0 != .log })
  func `other forms are still to come, and say so`(format: ExportCommand.Format) throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    #expect(clinic.run { try ExportCommand(session: "last", format: format).run(in: $0) } == .usage)
    #expect(clinic.talk.contains(format.rawValue))
  }

  @Test func `a changed log is named by session and event, and nothing of it comes in`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.enter("note red\nnote blue\n")
    clinic.run { try ExportCommand(session: id, format: .log).run(in: $0) }
    try clinic.write(clinic.output.replacing("blue", with: "grey"), to: "session.log")

    #expect(clinic.run { try VerifyCommand(subject: "session.log").run(in: $0) } == .badData)
    #expect(clinic.output.contains("session \(id)"))
    #expect(clinic.output.contains("\(try clinic.chart().chart.writer.text)-5"))
    let other = try Clinic()
    try FileManager.default.copyItem(
      atPath: clinic.path("session.log"),
      toPath: other.path("session.log")
    )
    #expect(other.run { try ImportLogCommand(file: "session.log").run(in: $0) } == .badData)
    #expect(other.run { try SessionsCommand(isJSON: true).run(in: $0) } == .ok)
    #expect(other.output == "[\n\n]\n")
  }

  @Test func `of a log that was cut off it is said what was taken and what was left`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.enter("note red\nnote blue\n")
    clinic.run { try ExportCommand(session: id, format: .log).run(in: $0) }
    let lines = clinic.lines
    let writer = try clinic.chart().chart.writer.text
    try clinic.write(
      lines[...4].joined(separator: "\n") + "\n" + lines[5].prefix(40),
      to: "torn.log"
    )
    try clinic.write(lines[...4].joined(separator: "\n") + "\n", to: "short.log")

    let other = try Clinic()
    for name in ["torn.log", "short.log"] {
      try FileManager.default.copyItem(atPath: clinic.path(name), toPath: other.path(name))
    }
    #expect(other.run { try ImportLogCommand(file: "torn.log").run(in: $0) } == .badData)
    #expect(other.lines == [id])
    #expect(other.talk.contains("4 added, 0 here before"))
    #expect(other.talk.contains("Taken: every entry to line 5, \(writer)-4."))
    #expect(other.talk.contains("Left: line 6, which is torn"))
    #expect(try other.document(id).events("note").count == 1)
    #expect(other.run { try ImportLogCommand(file: "short.log").run(in: $0) } == .badData)
    #expect(other.talk.contains("0 added, 4 here before"))
    #expect(other.talk.contains("Left: whatever stood behind it."))
  }

  @Test func `what another chart wrote is not known here before it was imported`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.enter("note before they parted")
    clinic.run { try ExportCommand(session: id, format: .log, file: "one.log").run(in: $0) }
    let other = try Clinic()
    let copy = { (name: String) in
      try FileManager.default.copyItem(atPath: clinic.path(name), toPath: other.path(name))
      return other.run { try ImportLogCommand(file: name).run(in: $0) }
    }
    other.pass(.minutes(20))
    #expect(try copy("one.log") == .ok)
    // What came with the opening is another chart's record: known as it was there.
    #expect(try other.document(id, at: "+5m", asKnown: true).events("note").count == 1)
    clinic.pass(.minutes(5))
    clinic.enter("note while they were apart")
    clinic.run { try ExportCommand(session: id, format: .log, file: "two.log").run(in: $0) }
    other.pass(.minutes(10))
    #expect(try copy("two.log") == .ok)
    #expect(try other.document(id, at: "+29m", asKnown: true).events("note").count == 1)
    #expect(try other.document(id, at: "+29m").events("note").count == 2)
    #expect(try other.document(id, at: "+30m", asKnown: true).events("note").count == 2)
    #expect(try clinic.document(id, at: "+5m", asKnown: true).events("note").count == 2)
  }

  @Test func `what is no log says what to do instead`() throws {
    let clinic = try Clinic()
    try clinic.write("time (s),HR\n0,70\n", to: "monitor.csv")

    #expect(clinic.run { try ImportLogCommand(file: "monitor.csv").run(in: $0) } == .badData)
    #expect(clinic.talk.contains("--vitals"))
    #expect(clinic.run { try ImportLogCommand(file: "none.log").run(in: $0) } == .noInput)
    #expect(clinic.run { try VerifyCommand(subject: "./none.log").run(in: $0) } == .noInput)
  }
}

struct VerifyCommandTests {
  @Test func `a whole chart is said to be whole`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .ok)
    #expect(clinic.output == "whole: 1 session, 3 entries\n")
    #expect(clinic.run { try VerifyCommand(subject: "last").run(in: $0) } == .ok)
  }

  @Test func `a flipped byte in the database is found, and the row is named`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.enter("note one\nnote two\n")
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .ok)
    // The seals of all events, wherever they lie: one byte of the middle of each file is turned.
    for name in ["chart.db", "chart.db-wal"] {
      let file = clinic.path("chart/" + name)
      guard var bytes = FileManager.default.contents(atPath: file).map(Array.init), !bytes.isEmpty
      else { continue }
      for place in stride(from: bytes.count / 2, to: bytes.count, by: 1000) { bytes[place] ^= 4 }
      try Data(bytes).write(to: URL(fileURLWithPath: file))
    }

    #expect(clinic.run { try VerifyCommand(subject: id).run(in: $0) } == .badData)
    #expect(!(clinic.output + clinic.talk).isEmpty)
  }

  @Test func `a session of another chart is not there`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    let other = try Clinic()
    _ = try other.open()

    #expect(other.run { try VerifyCommand(subject: id).run(in: $0) } == .noInput)
  }
}
