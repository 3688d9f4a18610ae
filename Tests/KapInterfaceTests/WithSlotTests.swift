import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// Oxygen, position and source of a set, by the keys of the vitals field.
@Suite struct WithSlotTests {
  private func newest(_ sitting: Sitting) throws -> Vitals {
    let entry = try #require(sitting.interface.session.entries.last)
    guard case .vitals(let vitals) = entry.event else { throw NoVitals() }
    return vitals
  }

  private struct NoVitals: Error {}

  /// What the lines below the entry line say, however they are broken.
  private func echo(of sitting: Sitting) -> String {
    sitting.screen.split(separator: "\n").suffix(3).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  @Test func `w takes what is said with a set, which is echoed, kept and shown`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v150/92 90 97 14 w")
    #expect(sitting.line.contains("With ▏"))
    sitting.press("o2 2l supine cuff")
    let echo = echo(of: sitting)
    for words in ["HR 90", "on oxygen 2 L/min", "supine", "by cuff"] {
      #expect(echo.contains(words))
    }
    sitting.press("⏎")
    let vitals = try newest(sitting)
    #expect(vitals.oxygenLitres == 2)
    #expect(vitals.position == .supine)
    #expect(vitals.method == .cuff)
    #expect(sitting.newest == "AR vitals 150/92 90 97 14, O2 2 L/min, supine, by cuff")
    #expect(sitting.screen.contains("2 L supine cuff, "))
    sitting.send(.resized(Size(rows: 36, columns: 120)))
    #expect(sitting.screen.contains("on 2 L, supine, by cuff · "))
    #expect(sitting.screen.contains("150/92  90  97  14, O2 2 L/min"))
  }

  @Test func `nothing of it is carried over to the next set`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v150/92 90 97 14 wo2 2l supine cuff⏎").wait(minutes: 5)
    sitting.press("v148/90 88 97 14")
    #expect(!sitting.line.contains("supine"))
    sitting.press("⏎")
    let vitals = try newest(sitting)
    #expect(vitals.oxygenLitres == nil)
    #expect(vitals.position == nil)
    #expect(vitals.method == nil)
    #expect(!sitting.screen.contains("supine cuff"))
  }

  @Test func `what it cannot read is refused in place and mended there`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v150/92wsupne air⏎")
    #expect(sitting.count == before)
    #expect(sitting.line.contains("With supne air▏"))
    #expect(sitting.screen.contains("“supne” is not said with a reading."))
    #expect(sitting.screen.contains("Type supine if that is meant."))
    sitting.press("⌫⌫⌫⌫⌫⌫ine air⏎")
    #expect(try newest(sitting).position == .supine)
    #expect(try newest(sitting).oxygenLitres == 0)
  }

  @Test func `words alone are refused, and the first slot takes the number`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("vwsupine⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("is said of a reading, and none is typed."))
    sitting.press("150/92⏎")
    #expect(try newest(sitting).position == .supine)
  }

  @Test func `a correction has it again, and says what it takes out`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v150/92 90 97 14 wo2 2l supine cuff⏎c")
    #expect(sitting.line.contains("CORRECT"))
    sitting.send(.resized(Size(rows: 36, columns: 120)))
    #expect(sitting.line.contains("With on o2 2l supine by cuff"))
    sitting.press("w⌫⌫⌫⌫⌫⌫⌫monitor⏎")
    let entry = try #require(
      sitting.interface.session.entries.last { $0.recorded.event.kind == .vitals }
    )
    guard case .vitals(let vitals) = entry.event else { throw NoVitals() }
    #expect(vitals.method == .monitor)
    #expect(vitals.position == .supine)
    #expect(vitals.oxygenLitres == 2)
    #expect(vitals.heartRate == 90)
    // What is taken out of the words is no longer said, and the echo names it before Enter does it.
    sitting.press("cw" + String(repeating: "⌫", count: "on o2 2l supine by monitor".count))
    #expect(sitting.echo.contains("Taken out: O2 2 L/min, supine, from the monitor."))
    sitting.press("⏎")
    let after = try set(of: sitting)
    #expect(after.oxygenLitres == nil && after.position == nil && after.method == nil)
    #expect(after.heartRate == 90)
    #expect(sitting.entries.contains { $0.contains("was vitals 150/92 90 97 14, O2 2 L/min, ") })
  }

  private func set(of sitting: Sitting) throws -> Vitals {
    let entry = try #require(
      sitting.interface.session.entries.last { $0.recorded.event.kind == .vitals }
    )
    guard case .vitals(let vitals) = entry.event else { throw NoVitals() }
    return vitals
  }

  @Test func `a reading taken out of a correction is gone, with why where that was said`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    sitting.press("v150/92 90 97 14⏎ch-1")
    #expect(sitting.echo.contains("Taken out: HR."))
    #expect(echo(of: sitting).contains("HR not read, cuff failed"))
    sitting.press("⏎")
    #expect(try set(of: sitting).heartRate == nil)
    #expect(try set(of: sitting).oxygenSaturation == 97)
    let missing = MissingReading(sign: .heartRate, reason: "cuff failed")
    #expect(sitting.interface.session.entries.contains { $0.event == .noReading(missing) })
    let before = sitting.count
    sitting.press("c↑").press("b⌫⌫⌫⌫⌫⌫⌫").press("s⌫⌫").press("r⌫⌫⏎")
    #expect(sitting.count == before)
    #expect(sitting.isWriting)
  }

  @Test func `a sign that has no slot here is corrected in the line, and stays`() throws {
    var rules = try ClinicProtocol.careful()
    rules.slots = [.bloodPressure, .heartRate]
    let room = try Room(under: rules)
    try room.enter("bp 150/92 hr 90 spo2 97")
    let sitting = try Sitting(in: room, size: Size(rows: 24, columns: 80))
    sitting.press("c")
    #expect(sitting.line.contains("spo2 97"))
    sitting.press("⎋:correct a3 bp 148/92⏎")
    #expect(try set(of: sitting).oxygenSaturation == 97)
  }

  @Test(arguments: [(16, 60), (24, 80), (36, 120)])
  func `it is whole at every size while it is written, and its key is named`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try Sitting.inPeak()
    sitting.send(.resized(Size(rows: rows, columns: columns)))
    sitting.press("v")
    let hints = sitting.screen.split(separator: "\n").last.map(String.init) ?? ""
    #expect(hints.contains("b h s r t w jump") || hints.contains("w with"))
    #expect(sitting.screen.contains("w oxygen, position, source."))
    sitting.press("172/104 102 100 24 36.85 ")
    // What Enter would record stays in sight beside what may be said with it.
    let isShort = columns < 100
    let readings = isShort ? "172/104 102 100 24 36.9;" : "HR 102, SpO2 100, RR 24, Temp 36.85"
    #expect(echo(of: sitting).contains(readings))
    #expect(echo(of: sitting).contains(isShort ? "air, o2 2l; supine; by cuff." : "o2 2l oxygen"))
    sitting.press("on o2 2.5l standing by monitor")
    #expect(sitting.line.contains("With on o2 2.5l standing by monitor▏"))
    let echo = echo(of: sitting)
    for words in ["HR 102", "36.85", "on oxygen 2.5 L/min", "standing", "by monitor"] {
      #expect(echo.contains(words), "\(words)")
    }
    sitting.press(" baseline")
    #expect(sitting.line.contains("monitor baseline▏"))
    sitting.press("⏎")
    #expect(sitting.screen.contains("Temp 36.85: it is read to a tenth."))
    sitting.press("y")
    #expect(sitting.newest.contains("O2 2.5 L/min, standing, from the monitor, baseline"))
  }
}
