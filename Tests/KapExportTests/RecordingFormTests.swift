import Foundation
import KapTestSupport
import KapTimeline
import Testing

@testable import KapExport

struct RecordingFormTests {
  @Test(
    arguments: [
      "time (s),HR,SpO2\n0,71,98\n60,72,97\n",
      "time (s);HR;SpO2\r\n0;71;98\r\n60;72;97\r\n",
      "time (s)\tHR\tSpO2\n0\t71\t98\n60\t72\t97",
      "time (s)|HR|SpO2\n0|71|98\n60|72|97",
      "\u{FEFF}time (s),HR,SpO2\n0,71,98\n60,72,97\n",
      "\"time (s)\",\"HR\",\"SpO2\"\n\"0\",\"71\",\"98\"\n\"60\",\"72\",\"97\"\n",
      "'Elapsed time','HR','SpO2'\n'hh:mm:ss.mmm','bpm','%'\n'0:00.000',71,98\n'1:00.000',72,97\n",
      "# a device\n\n# of some make\ntime (s),HR,SpO2\n0,71,98\n\n# paused\n60,72,97\n",
      "Device: X100\nSerial,12,13\n\nTime,HR,SpO2\ns,bpm,%\n0,71,98\n60,72,97\n",
      "time (s),HR,SpO2\r0,71,98\r60,72,97\r",
      "time (s),HR,SpO2,\n0,71,98,\n60,72,97\n,,,\n",
      "time (s);HR;SpO2\n0,0;71,0;98\n60,0;72,0;97,0\n",
      "time (ms),HR,SpO2\n0,71,98\n60000,72,97\n",
      "minutes,HR,SpO2\n0,71 bpm,98%\n1,72 bpm,97 %\n",
      "time (s),HR,SpO2,Remark\n0,71,98,\"lead, \"\"two\"\" off\nsince noon\"\n60,72,97,\n",
      "time (s),HR,SpO2,Remark\n0,71,98,5\" cuff\n60,72,97,\n",
      "time (s),HR,SpO2\n0,71,98\ntime (s),HR,SpO2\n60,72,97\n",
    ]
  )
  func `the same two rows are read from each form`(text: String) throws {
    let found = try entries(text)

    #expect(found.map(\.second) == [0, 60])
    #expect(found.map { $0.vitals?.heartRate } == [71, 72])
    #expect(found.map { $0.vitals?.oxygenSaturation } == [98, 97])
  }

  @Test func `UTF-16 is read by its mark`() throws {
    let text = "time (s),HR\n0,71\n"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

    #expect(try imported(little).entries.first?.vitals?.heartRate == 71)
    #expect(try imported(big).entries.first?.vitals?.heartRate == 71)
  }

  @Test(
    arguments: [
      "HR (bpm)", "hr", "Heart Rate", "ECG_HR", "Solar8000/HR", "heart_rate_bpm", "PULSE (bpm)",
      "Pulse Rate (bpm)", "PR", "MDC_PULS_OXIM_PULS_RATE", "Intellivue/PLETH_HR", " HR ",
      "Herzfrequenz [1/min]", "HR (/min)", "HR (pm)",
    ]
  )
  func `names of the heart rate are known`(name: String) throws {
    #expect(try entries("time (s),\(name)\n0,71").first?.vitals?.heartRate == 71)
  }

  @Test(
    arguments: [
      ("SpO2 (%)", Sign.oxygenSaturation), ("PLETH_SAT_O2", .oxygenSaturation),
      ("SpO₂", .oxygenSaturation), ("O2 Sat", .oxygenSaturation), ("RESP (pm)", .respiratoryRate),
      ("RR (breaths/min)", .respiratoryRate), ("RR_CO2", .respiratoryRate),
      ("Temp (C)", .temperature), ("BT", .temperature), ("NBPMean (mmHg)", .meanArterial),
      ("Solar8000/NIBP_MBP", .meanArterial), ("MAP", .meanArterial), ("ABP_MEAN", .meanArterial),
    ]
  )
  func `names of other signs are known`(name: String, sign: Sign) throws {
    #expect(try entries("time (s),\(name)\n0,36").first?.vitals?[sign] == 36)
  }

  @Test(
    arguments: [
      "NBPSys (mmHg),NBPDias (mmHg)", "NIBP_SYS,NIBP_DIA", "NIBP_SBP,NIBP_DBP", "SBP,DBP",
      "Systolic (mmHg),Diastolic (mmHg)", "BP Sys,BP Dia", "NBP-S,NBP-D", "art_sbp,art_dbp",
      "noninvasivesystolic,noninvasivediastolic", "Intellivue/ABP_SYS,Intellivue/ABP_DIA",
      "MDC_PRESS_CUFF_SYS,MDC_PRESS_CUFF_DIA",
    ]
  )
  func `names of pressures are known`(names: String) throws {
    #expect(
      try entries("time (s),\(names)\n0,128,82").first?.vitals?.bloodPressure?.text == "128/82"
    )
  }

  @Test(arguments: [
    "RR (ms)", "PAP Sys", "CVP (mmHg)", "PLETH_PERF_REL", "ST II", "EtCO2", "HR (ms)",
  ])
  func `what is no sign of ours is named and not charted`(name: String) throws {
    let found = try VitalsRecording(Array("time (s),HR,\(name)\n0,71,12".utf8))

    #expect(found.remarks == [.unknownColumns([name])])
    #expect(
      try entries("time (s),HR,\(name)\n0,71,12").first?.vitals
        == Vitals(
          heartRate: 71,
          columns: [.heartRate: "HR"]
        )
    )
  }

  @Test func `a map says what a column is, and wins over its name`() throws {
    let uses: [String: ColumnUse] = [
      "Kanal 3": .sign(.heartRate), "HR": .ignored, "wann": .time, "fort": .sign(.temperature),
    ]
    let text = "wann,HR,Kanal 3\n0,1,71"

    #expect(try entries(text, uses: uses).first?.vitals?.heartRate == 71)
    #expect(try VitalsRecording(Array(text.utf8), uses: uses).remarks == [.unusedNames(["fort"])])
  }

  @Test func `two columns of one name are both asked, the first before the second`() throws {
    let text = "time (s),HR,HR\n0,71,90\n60,,72"

    #expect(try entries(text).map { $0.vitals?.heartRate } == [71, 72])
    #expect(try VitalsRecording(Array(text.utf8)).remarks == [.repeatedColumn("HR")])
  }

  @Test func `a row whose time cannot be read is named and the others stay`() throws {
    let recording = try VitalsRecording(Array("time (s),HR\n0,71\nlunch,72\n120,73".utf8))

    #expect(recording.rows.map(\.line) == [2, 4])
    #expect(recording.remarks == [.unreadableTime(line: 3)])
  }

  @Test func `a file without known headings or without a time says which it has`() {
    #expect(throws: RecordingError.noKnownColumns(["a", "b"])) {
      try VitalsRecording(Array("a,b\n1,2\n".utf8))
    }
    #expect(throws: RecordingError.noTimeColumn(["HR", "SpO2"])) {
      try VitalsRecording(Array("HR,SpO2\n71,98\n".utf8))
    }
    #expect(throws: RecordingError.empty) { try VitalsRecording([]) }
    #expect(throws: RecordingError.empty) { try VitalsRecording(Array("\n\n# none\n".utf8)) }
  }

  @Test func `bytes that are no text are counted and stop nothing`() throws {
    let bytes =
      Array("time (s),HR\n0,71\n".utf8) + [0x36, 0x30, 0x2C, 0x37, 0xFF, 0xFE, 0x0A]
      + Array("120,73\n".utf8)
    let recording = try VitalsRecording(bytes)

    #expect(recording.remarks == [.damagedLines(1)])
    #expect(try imported(bytes).entries.map(\.second) == [0, 60, 120])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a line of a megabyte and a quotation without end stop nothing`() throws {
    let flood = String(repeating: "9", count: 1_000_000)
    let found = try entries("time (s),HR\n0,71\n60,\(flood)\n\"120,72\n180,73\n240,74\n")

    #expect(found.first?.vitals?.heartRate == 71)
    #expect(found.count >= 2)
  }

  @Test(arguments: 0..<40)
  func `random bytes never trap`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet =
      Array("0123456789,;\t\"\n\r .:-/eHRtimeSpO2bp()%\u{FEFF}".utf8) + [0xFF, 0x00, 0x80]
    var bytes = Array("time,HR,SpO2,BP,Temp\n".utf8)
    for _ in 0..<4000 { bytes.append(alphabet.randomElement(using: &generator) ?? 0) }

    let found = try imported(bytes)
    #expect(found.entries.allSatisfy { $0.line > 1 })
  }
}

struct RecordingTimeTests {
  private let afternoon = UTCOffset(minutes: 60)

  private func second(_ time: String, heading: String = "Time") throws -> Int? {
    try entries("\(heading),HR\n\(time),71", offset: afternoon).first.map {
      Int($0.occurredAt.milliseconds / 1000)
    }
  }

  @Test(
    arguments: [
      "1762000060", "1762000060.0", "1762000060000", "1762000060000000", "2025-11-01T12:27:40Z",
      "2025-11-01T13:27:40+01:00", "2025-11-01 13:27:40", "2025-11-01T13:27:40.000",
      "2025/11/01 13:27:40",
      "20251101132740", "\"2025-11-01 13:27:40,000\"", "[13:27:40.000 01/11/2025]", "13:27:40",
      "2025-11-01 1:27:40 PM",
    ]
  )
  func `a moment is read however it is written`(time: String) throws {
    // The day before the month: the thirteenth decides it where only the first could not.
    let text = time.contains("/11/2025") ? "\(time),71\n[13:28:40.000 13/11/2025],72" : "\(time),71"
    let found = try entries("Time,HR\n\(text)", offset: afternoon)

    #expect(found.first?.occurredAt == Instant(milliseconds: 1_762_000_060_000))
  }

  @Test func `seconds count from the session's start, or from where a person says`() throws {
    let text = "time (s),HR\n0,71\n90.5,72"
    let start = Instant(milliseconds: 1_700_000_000_000)

    #expect(try entries(text).map { ($0.occurredAt - sessionStart).milliseconds } == [0, 90_500])
    #expect(
      try entries(text, start: start).map { ($0.occurredAt - start).milliseconds } == [0, 90_500]
    )
  }

  @Test func `with a start the first row lies there and the others behind it`() throws {
    let start = Instant(milliseconds: 1_700_000_000_000)
    let found = try entries("time,HR\n1562838464,71\n1562838524,72", start: start)

    #expect(found.map { ($0.occurredAt - start).wholeSeconds } == [0, 60])
  }

  @Test func `the date may stand in a column of its own`() throws {
    let found = try entries(
      "Date,Time,HR\n2025-11-01,13:27:40,71\n2025-11-02,00:00:10,72",
      offset: afternoon
    )

    #expect(found[0].occurredAt == Instant(milliseconds: 1_762_000_060_000))
    #expect((found[1].occurredAt - found[0].occurredAt).wholeSeconds == 10 * 3600 + 32 * 60 + 30)
  }

  @Test func `a time of day goes on over midnight`() throws {
    let found = try entries("Time,HR\n23:59:50,71\n00:00:10,72")

    #expect((found[1].occurredAt - found[0].occurredAt).wholeSeconds == 20)
  }

  @Test func `a clock that begins at nought is elapsed time`() throws {
    #expect(try entries("Time,HR\n00:00:00,71\n00:01:00,72").map(\.second) == [0, 60])
    #expect(try entries("Elapsed,HR\n01:00:00,71\n01:01:00,72").map(\.second) == [3600, 3660])
  }

  @Test func `dates that can be read two ways are remarked on`() throws {
    let recording = try VitalsRecording(Array("Time,HR\n04/11/2025 14:20,71".utf8))

    #expect(recording.remarks == [.ambiguousDates("Time")])
  }
}
