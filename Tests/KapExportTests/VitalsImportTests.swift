import KapTimeline
import Testing

@testable import KapExport

struct MonitorRecordingTests {
  @Test func `the monitor's 72 rows are 72 entries at their minutes`() throws {
    let whole = try imported(try recording("monitor-72-minutes"))

    #expect(whole.entries.count == 72)
    #expect(whole.repeatedRows == 0)
    #expect(whole.entries.map(\.second) == (0..<72).map { $0 * 60 })
    #expect(try VitalsRecording(try recording("monitor-72-minutes")).remarks.isEmpty)
  }

  @Test func `the pulse is taken where the HR is no reading, and the entry says so`() throws {
    let entries = try imported(try recording("monitor-72-minutes")).entries
    let entry = try #require(entries.first { $0.second == 2760 }?.vitals)

    #expect(entry.heartRate == 68.9)
    #expect(entry.oxygenSaturation == 97)
    #expect(entry.columns[.heartRate] == "PULSE (bpm)")
    #expect(entries[0].vitals?.columns[.heartRate] == "HR (bpm)")
  }

  @Test func `unusual values are kept`() throws {
    let entries = try imported(try recording("monitor-72-minutes")).entries

    #expect(entries.first { $0.second == 3780 }?.vitals?.heartRate == 277)
    #expect(entries.contains { $0.vitals?.oxygenSaturation.map { $0 < 37 } ?? false })
    #expect(entries.contains { $0.vitals?.bloodPressure?.text == "40/18" })
  }

  @Test func `a mean without a pair is kept, and zero is no reading`() throws {
    let entries = try imported(try recording("monitor-72-minutes")).entries

    let mean = try #require(entries.first { $0.second == 300 }?.vitals)
    #expect(mean.meanArterial == 94)
    #expect(mean.bloodPressure == nil)
    let first = try #require(entries[0].vitals)
    #expect(first.oxygenSaturation == nil)
    #expect(first.respiratoryRate == 16.5)
  }

  @Test func `a row without any reading says so`() throws {
    let entries = try imported(try recording("monitor-72-minutes")).entries

    let empty = entries.filter { $0.missing != nil }
    #expect(empty.map(\.second) == [3720, 3900, 3960])
    #expect(empty.allSatisfy { $0.missing?.sign == nil })
  }

  @Test func `a pressure that cannot be one leaves the rest of its row and its own words`() throws {
    let whole = try imported(try recording("monitor-72-minutes"))
    let entry = try #require(whole.entries.first { $0.second == 420 }?.vitals)

    #expect(entry.bloodPressure == nil)
    #expect(entry.meanArterial == 31)
    #expect(entry.heartRate == 73.8)
    #expect(entry.leftOut[.diastolic]?.hasPrefix("NBPDias (mmHg) 10") == true)
    #expect(entry.leftOut[.systolic]?.hasPrefix("NBPSys (mmHg) 74") == true)
    #expect(whole.remarks == [.impossible(line: 9, column: "NBPDias (mmHg)")])
  }

  @Test func `a cuff reading repeated every second is one reading`() throws {
    let whole = try imported(try recording("intellivue-demo"))

    #expect(whole.entries.count { $0.vitals?.bloodPressure != nil } == 1)
    // Six single seconds without a signal, and after each of them the signs again.
    #expect(whole.entries.map { $0.missing != nil } == (0..<12).map { $0.isMultiple(of: 2) })
    let set = try #require(whole.entries[1].vitals)
    #expect(set.bloodPressure?.text == "120/80")
    #expect(set.columns[.systolic] == "Intellivue/NIBP_SYS")
    #expect(set.columns[.heartRate] == "Intellivue/ECG_HR")
    #expect(set.oxygenSaturation == 95)
    #expect(whole.entries[1].occurredAt.milliseconds == 1_562_838_464_407)
  }
}

struct RepetitionTests {
  @Test func `a held cuff is left out while other signs go on`() throws {
    let rows = (0..<10).map { "\($0),\(70 + $0),120,80,93" }
    let found = try entries("time (s),HR,NBPSys,NBPDias,NBPMean\n" + rows.joined(separator: "\n"))

    #expect(found.count == 10)
    #expect(
      found.map { $0.vitals?.bloodPressure != nil } == [true] + Array(repeating: false, count: 9)
    )
    #expect(found.last?.vitals?.columns[.systolic] == nil)
    #expect(found.allSatisfy { $0.vitals?.heartRate != nil })
  }

  @Test func `a cuff that reads the same again minutes later has measured again`() throws {
    let found = try entries("time (s),NBPSys,NBPDias\n0,120,80\n300,120,80\n600,120,80")

    #expect(found.count == 3)
  }

  @Test func `a cuff that is blank between two readings far apart has measured twice`() throws {
    let found = try entries("time (s),HR,SYS,DIA\n0,70,120,80\n60,71,,\n120,72,,\n180,70,120,80")

    #expect(found.map { $0.vitals?.bloodPressure?.text } == ["120/80", nil, nil, "120/80"])
  }

  @Test func `a second that repeats all of the last is entered again after five minutes`() throws {
    let rows = (0..<700).map { "\($0),70,98" }
    let found = try entries("time (s),HR,SpO2\n" + rows.joined(separator: "\n"))

    #expect(found.map(\.second) == [0, 300, 600])
  }

  @Test func `rows a minute apart are never repetitions`() throws {
    let found = try entries("time (s),HR,SpO2\n0,70,98\n60,70,98\n120,70,98\n180,,\n240,,")

    #expect(found.count == 5)
  }

  @Test func `a longer copy of a recording begins with the same entries`() throws {
    let rows = (0..<2000).map { second in
      "\(second),\(60 + second / 97 % 5),\(second % 400 < 350 ? "121,79" : ",")"
    }
    let head = "t,HR,SBP,DBP\n"
    let long = try entries(head + rows.joined(separator: "\n"))
    let short = try entries(head + rows.prefix(900).joined(separator: "\n"))

    #expect(short.count > 10)
    #expect(Array(long.prefix(short.count)) == short)
  }

  @Test func `a line in an artery is not held like a cuff`() throws {
    let found = try entries("time (s),HR,ABPSys,ABPDias\n0,70,120,80\n60,71,120,80")

    #expect(found.allSatisfy { $0.vitals?.bloodPressure?.text == "120/80" })
  }
}

struct RowReadingTests {
  @Test func `the cuff comes before the line in the artery, and a pair before a mean`() throws {
    let found = try entries(
      """
      time (s),ABP_SYS,ABP_DIA,ABP_MEAN,NIBP_SYS,NIBP_DIA,NIBP_MEAN
      0,141,71,95,120,80,93
      60,141,71,95,,,
      120,141,71,95,,,88
      180,,,95,,,
      """
    )

    #expect(found[0].vitals?.bloodPressure?.text == "120/80")
    #expect(found[0].vitals?.meanArterial == 93)
    #expect(found[1].vitals?.bloodPressure?.text == "141/71")
    #expect(found[1].vitals?.columns[.systolic] == "ABP_SYS")
    #expect(found[2].vitals?.bloodPressure?.text == "141/71")
    #expect(found[3].vitals?.meanArterial == 95)
  }

  @Test(
    arguments: [
      "", " ", "-", "--", "0", "0.0", "-1", "NaN", "nan", "NA", "999", "9999", "65535", "-9999",
      "null", "---", "?", "32767", "inf", "1e999", "\"\"",
    ]
  )
  func `codes for no reading are no reading`(code: String) throws {
    let found = try entries("time (s),HR,PULSE,RR\n0,\(code),71,\(code)")

    let vitals = try #require(found.first?.vitals)
    #expect(vitals.heartRate == 71)
    #expect(vitals.columns[.heartRate] == "PULSE")
    #expect(vitals.respiratoryRate == nil)
    #expect(vitals.leftOut.isEmpty)
  }

  @Test func `an impossible value is left out, named, and the next column is asked`() throws {
    let whole = try imported(Array("time (s),HR,PULSE,SpO2\n0,420,77,98\n60,,,150".utf8))

    #expect(whole.entries[0].vitals?.heartRate == 77)
    #expect(whole.entries[0].vitals?.leftOut.isEmpty == true)
    #expect(whole.entries[1].missing?.sign == .oxygenSaturation)
    #expect(whole.entries[1].missing?.reason.hasPrefix("SpO2 150") == true)
    #expect(
      whole.remarks == [.impossible(line: 2, column: "HR"), .impossible(line: 3, column: "SpO2")]
    )
  }

  @Test func `half a pressure and a pair upside down are left out with their words`() throws {
    let whole = try imported(Array("time (s),HR,SYS,DIA\n0,70,120,\n60,71,80,120".utf8))

    #expect(whole.entries.allSatisfy { $0.vitals?.bloodPressure == nil })
    #expect(whole.entries[0].vitals?.leftOut[.systolic] == "SYS 120: half a pressure")
    #expect(whole.entries[1].vitals?.leftOut.count == 2)
    #expect(whole.remarks.first == .halfPair(line: 2, column: "SYS"))
  }

  @Test func `both pressures may stand in one field`() throws {
    let found = try entries("Time,BP (mmHg),Pulse\n0,128/82,71\n60,128/82 (97),72\n200,--/--,73")

    #expect(found[0].vitals?.bloodPressure?.text == "128/82")
    #expect(found[0].vitals?.columns[.diastolic] == "BP (mmHg)")
    #expect(found[1].vitals?.meanArterial == 97)
    #expect(found[2].vitals?.bloodPressure == nil)
    #expect(found[2].vitals?.heartRate == 73)
  }

  @Test(
    arguments: [
      ("Temp (°F),98.6", 37.0), ("Temp_F,98.6", 37), ("Temp (C),36.8", 36.8), ("TEMP,36.8", 36.8),
      ("Temp,98.6", 37), ("Temperature [K],310.15", 37), ("Body Temp (\u{FFFD}C),36.8", 36.8),
    ]
  )
  func `temperatures become degrees Celsius`(column: String, celsius: Double) throws {
    let parts = column.split(separator: ",")
    let found = try entries("time (s),\(parts[0])\n0,\(parts[1])")

    #expect(found.first?.vitals?.temperature == celsius)
  }

  @Test func `kilopascals become millimetres of mercury`() throws {
    let found = try entries("time (s),NBP Sys [kPa],NBP Dia [kPa]\n0,16.0,10.7")

    #expect(found.first?.vitals?.bloodPressure == BloodPressure(systolic: 120, diastolic: 80.3))
  }
}
