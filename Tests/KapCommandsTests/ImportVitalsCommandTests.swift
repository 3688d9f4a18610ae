import Foundation
import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

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

  @Test func `rows later than now are counted aloud, and show is as of the last of them`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.pass(.minutes(1))
    try clinic.write(try monitor(), to: "monitor.csv")

    #expect(bring(clinic) == .ok)
    #expect(clinic.talk.contains("70 of them lie later than now (14:48 to 15:57)"))
    #expect(clinic.talk.contains("--start"))
    #expect(try clinic.document()["at"]?.text == "2025-11-04T15:57:00.000+01:00")
    #expect(clinic.run { try ShowCommand(session: id).run(in: $0) } == .ok)
    #expect(clinic.output.contains("AS OF 15:57, the last entry, which is later than now."))
    #expect(clinic.run { try ShowCommand(session: id, at: "14:50").run(in: $0) } == .ok)
    #expect(!clinic.output.contains("AS OF"))
    #expect(try clinic.document(at: "14:50")["at"]?.text == "2025-11-04T14:50:00.000+01:00")

    // What is written now is written now, and the clock catches up.
    #expect(clinic.enter("note here") == .ok)
    #expect(
      try clinic.document().events("note").first?["occurredAt"]?.text
        == "2025-11-04T14:47:00.000+01:00"
    )
    clinic.pass(.minutes(80))
    #expect(try clinic.document()["at"]?.text == "2025-11-04T16:07:00.000+01:00")
    #expect(clinic.run { try ShowCommand(session: id).run(in: $0) } == .ok)
    #expect(!clinic.output.contains("AS OF"))
    #expect(bring(clinic) == .ok)
    #expect(!clinic.talk.contains("later than now"))
  }

  @Test func `rows in the past say nothing of the future`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(90))
    try clinic.write(try monitor(), to: "monitor.csv")

    #expect(bring(clinic) == .ok)
    #expect(!clinic.talk.contains("later than now"))
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

  @Test func `a recording of another day is told how to come in`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    try clinic.write("Time,HR\n1562838464.407,70\n1562838524.407,71\n", to: "monitor.csv")

    #expect(bring(clinic) == .badData)
    #expect(clinic.talk.contains("--start"))
    #expect(clinic.talk.split(separator: "\n").count == 1)
    #expect(bring(clinic, start: "+0m") == .ok)
    #expect(try clinic.document().events("vitals").map { $0["elapsedSeconds"]?.number } == [0, 60])
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
