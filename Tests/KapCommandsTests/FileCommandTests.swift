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
    #expect(clinic.output == "whole: 1 session, 3 events\n")
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

struct ImportVitalsCommandTests {
  private func monitor() throws -> String {
    let file = try #require(
      Bundle.module.url(
        forResource: "monitor-72-minutes",
        withExtension: "csv",
        subdirectory: "Recordings"
      )
    )
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func bring(
    _ clinic: Clinic,
    start: String? = nil,
    map: String? = nil
  ) -> ExitCode {
    let command = ImportVitalsCommand(file: "monitor.csv", session: "last", start: start, map: map)
    return clinic.run { try command.run(in: $0) }
  }

  @Test func `the monitor's 72 rows become 72 events, and the same file again none`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write(try monitor(), to: "monitor.csv")

    #expect(bring(clinic) == .ok)
    #expect(clinic.lines.count == 72)
    #expect(clinic.talk.contains("72 rows: 72 entered"))
    let document = try clinic.document()
    #expect(document["events"]?.elements.count == 75)
    let imported = document["events"]?.elements.filter { $0["source"]?.text == "imported" } ?? []
    #expect(
      imported.compactMap { $0["elapsedSeconds"]?.number } == (0..<72).map { Double($0) * 60 }
    )
    #expect(bring(clinic) == .ok)
    #expect(clinic.lines.isEmpty)
    #expect(clinic.talk.contains("72 here before"))
    #expect(try clinic.document() == document)
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .ok)
  }

  @Test func `the pulse of 277 and the saturation of 36 wait for a person and raise notices`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write(try monitor(), to: "monitor.csv")
    _ = bring(clinic)
    var document = try clinic.document()

    func set(at second: Double) throws -> JSONValue {
      try #require(document.events("vitals").first { $0["elapsedSeconds"]?.number == second })
    }
    let fast = try set(at: 3780)
    #expect(fast["data"]?["heartRate"]?.number == 277)
    #expect(fast["data"]?["columns"]?["heartRate"]?.text == "PULSE (bpm)")
    let low = try #require(
      document.events("vitals").first { ($0["data"]?["oxygenSaturation"]?.number ?? 100) < 37 }
    )
    for event in [fast, low] {
      #expect(event["unconfirmed"]?.flag == true)
      #expect(document["notices"]?.elements.contains { $0["event"] == event["id"] } == true)
    }
    #expect(try set(at: 2760)["data"]?["heartRate"]?.number == 68.9)
    #expect(try set(at: 2760)["data"]?["oxygenSaturation"]?.number == 97)
    #expect(try set(at: 300)["data"]?["meanArterial"]?.number == 94)
    #expect(document.events("noReading").count == 3)

    let name = try #require(fast["name"]?.text)
    #expect(clinic.enter("artefact \(name) because pleth off") == .ok)
    document = try clinic.document()
    #expect(try set(at: 3780)["unconfirmed"]?.flag == false)
    #expect(document["notices"]?.elements.contains { $0["event"] == fast["id"] } == false)
    #expect(bring(clinic) == .ok)
    #expect(clinic.lines.isEmpty)
  }

  @Test func `a start puts the first row there`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write("time (s),HR\n0,70\n60,71\n", to: "monitor.csv")

    #expect(bring(clinic, start: "14:40") == .ok)
    #expect(
      try clinic.document().events("vitals").map { $0["occurredAt"]?.text } == [
        "2025-11-04T14:40:00.000+01:00", "2025-11-04T14:41:00.000+01:00",
      ]
    )
    #expect(bring(clinic, start: "2025-11-04T15:40:00Z") == .ok)
    #expect(try clinic.document().events("vitals").count == 4)
    #expect(bring(clinic, start: "teatime") == .usage)
  }

  @Test func `rows long before the session or after its end are refused by their lines`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(10))
    clinic.enter("end")
    try clinic.write("time (s),HR\n-90000,69\n0,70\n60,71\n1200,72\n", to: "monitor.csv")

    #expect(bring(clinic) == .badData)
    #expect(clinic.lines.count == 2)
    #expect(clinic.talk.contains("line 2: "))
    #expect(clinic.talk.contains("line 5: "))
  }

  @Test func `a map names columns, and a wrong word in it is named with its place`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write("when,Kanal 3,Kanal 4\n0,70,1\n", to: "monitor.csv")

    #expect(bring(clinic) == .badData)
    #expect(clinic.talk.contains("Kanal 3"))
    try clinic.write("when: time\n\"Kanal 3\": hartRate\n", to: "map.yaml")
    #expect(bring(clinic, map: "map.yaml") == .badConfiguration)
    #expect(clinic.talk.contains("map.yaml:2:12"))
    try clinic.write("when: time\n\"Kanal 3\": heartRate\n", to: "map.yaml")
    #expect(bring(clinic, map: "map.yaml") == .ok)
    #expect(clinic.talk.contains("Kanal 4"))
    #expect(try clinic.document().events("vitals").first?["data"]?["heartRate"]?.number == 70)
  }

  @Test func `dates that can be read two ways need a start`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write("Time,HR\n04/11/2025 14:50,70\n04/11/2025 14:51,71\n", to: "monitor.csv")

    #expect(bring(clinic) == .badData)
    #expect(clinic.talk.contains("--start"))
    #expect(bring(clinic, start: "14:50") == .ok)
    #expect(
      try clinic.document().events("vitals").map { $0["elapsedSeconds"]?.number } == [240, 300]
    )
  }

  @Test func `no diagnostic of an import holds a reading`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write(
      "time (s),HR,SpO2,SYS,DIA\n0,471,198,121,\nx,70,98,,\n60,7l,97,,\n",
      to: "monitor.csv"
    )

    #expect(bring(clinic) == .badData)
    #expect(
      clinic.talk.contains("line 2") && clinic.talk.contains("line 3")
        && clinic.talk.contains("line 4")
    )
    for reading in ["471", "198", "121", "7l"] { #expect(!clinic.talk.contains(reading)) }
  }
}
