import KapCanvas
import KapEntry
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct WorksheetTests {
  /// A room in which nothing is checked yet and the weight is known.
  private func arrived(_ rows: Int = 36, _ columns: Int = 120) throws -> Sitting {
    let room = try Room(hasChecks: true)
    try room.enter("weight 70kg", at: "13:48")
    room.pass(milliseconds: 120_000)
    return try Sitting(in: room, size: Size(rows: rows, columns: columns))
  }

  /// The rows of the worksheet, by their labels.
  private func rows(of sitting: Sitting) -> [String: String] {
    let rows = Worksheet(sitting.interface)?.rows ?? []
    return Dictionary(rows.map { ($0.label, $0.words) }) { first, _ in first }
  }

  @Test(arguments: [(24, 80), (36, 120), (60, 200)])
  func `every step of the arithmetic stands among the panes while the plan is typed`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try arrived(rows, columns)
    sitting.press(":plan iv 35mg over 40m conc 10mg/ml last 30mg")
    for words in [
      "Worksheet", "35 mg / 70.0 kg", "0.50 mg/kg", "35 mg / 10 mg/mL", "3.5 mL", "35 mg / 40 min",
      "52.5 mg/h", "5.25 mL/h", "30 mg, +5 mg (+16.7 %)",
    ] {
      #expect(sitting.screen.contains(words), "\(words)")
    }
  }

  @Test func `what is not typed yet is said, and words that are half typed change nothing`() throws
  {
    let sitting = try arrived()
    sitting.press(":plan iv ")
    #expect(rows(of: sitting)["dose"] == "not typed yet")
    #expect(rows(of: sitting)["usual"] == "the protocol's usual: 0.5 mg/kg over 40 min = 35 mg")
    sitting.press("35mg")
    #expect(rows(of: sitting)["per kg"] == "35 mg / 70.0 kg = 0.50 mg/kg")
    #expect(rows(of: sitting)["rate"] == nil)
    sitting.press(" over")
    #expect(rows(of: sitting)["per kg"] == "35 mg / 70.0 kg = 0.50 mg/kg")
    sitting.press(" 40m")
    #expect(rows(of: sitting)["rate"] == "35 mg / 40 min = 52.5 mg/h")
    #expect(rows(of: sitting)["last"] == "none in this chart: last AMOUNT says one")
  }

  @Test
  func `a dose that will be asked about, a strength that is not listed and open items are said`()
    throws
  {
    let sitting = try arrived()
    sitting.press(":plan iv 350mg conc 7mg/ml")
    let rows = rows(of: sitting)
    #expect(rows["asks"]?.contains("mg/kg") ?? false)
    #expect(rows["conc"]?.hasPrefix("7 mg/mL, not the clinic's") ?? false)
    #expect(rows["open"]?.contains("identity") ?? false)
  }

  @Test(arguments: [
    ("84mg", "84 mg / 28 mg = 3 devices", "3 x 0.2 mL = 0.6 mL"),
    ("28mg", "28 mg / 28 mg = 1 device", "1 x 0.2 mL = 0.2 mL"),
    ("70mg", "70 mg / 28 mg = 2.5 devices", "2.5 x 0.2 mL = 0.5 mL"),
  ])
  func `a dose in devices says how many they are and what they hold`(
    amount: String,
    devices: String,
    volume: String
  ) throws {
    let sitting = try Sitting(in: Room(protocol: "esketamine"), size: Size(rows: 36, columns: 120))
    sitting.press(":plan in esketamine \(amount)")
    #expect(rows(of: sitting)["devices"] == devices)
    #expect(rows(of: sitting)["conc"] == "28 mg / 0.2 mL = 140 mg/mL")
    #expect(rows(of: sitting)["volume"] == volume)
    let asks = Worksheet(sitting.interface)?.rows.first { $0.label == "devices" }?.asks
    #expect(asks == (amount == "70mg"))
    let other = try arrived()
    other.press(":plan iv 35mg")
    #expect(rows(of: other)["devices"] == nil)
  }

  @Test func `without a weight nothing is reckoned by it`() throws {
    let sitting = try Sitting(in: Room(hasChecks: true), size: Size(rows: 36, columns: 120))
    sitting.press(":plan iv 35mg")
    #expect(rows(of: sitting)["weight"] == "not known")
    #expect(rows(of: sitting)["per kg"] == nil)
    sitting.press(" weight 50kg")
    #expect(rows(of: sitting)["per kg"] == "35 mg / 50.0 kg = 0.70 mg/kg")
  }

  @Test func `the change from the last dose is said alike in the worksheet and in the echo`() throws
  {
    let sitting = try arrived()
    for (line, change) in [
      ("plan iv 35mg over 40m last 30mg", "30 mg, +5 mg (+16.7 %)"),
      ("plan iv 35mg over 40m last 40mg", "40 mg, -5 mg (-12.5 %)"),
      ("plan iv 35mg over 40m last 35mg", "35 mg, no change"),
    ] {
      sitting.press(":\(line)")
      #expect(rows(of: sitting)["last"] == change)
      #expect((sitting.echo + sitting.saved).contains("last time \(change)"))
      sitting.press("⌃u⎋⎋")
    }
  }

  @Test func `a line is read once after a key, and drawn from what was read`() throws {
    let sitting = try arrived()
    sitting.press(":plan iv 35mg over 40m last 30mg")
    let reading = try #require(sitting.interface.fieldReading?.line)
    #expect(reading.plan?.dose.amount.milligrams == 35)
    // Whatever stands there as read is what the worksheet and the echo say.
    var other = try #require(reading.plan)
    other.dose.amount = try #require(Mass(milligrams: 21))
    let sentence = Sentence(verb: .plan, command: .plan(other))
    sitting.interface.fieldReading?.line = LineReading(
      sentence: .success(sentence),
      plan: other
    )
    #expect(rows(of: sitting)["last"] == "30 mg, -9 mg (-30 %)")
    #expect(sitting.echo.contains("21 mg over 40 min"))
    // A second that changes nothing reads nothing again; a key does.
    sitting.tick()
    #expect(sitting.interface.fieldReading?.line?.plan?.dose.amount.milligrams == 21)
    sitting.press(" ")
    #expect(rows(of: sitting)["last"] == "30 mg, +5 mg (+16.7 %)")
    sitting.press("⎋")
    #expect(sitting.interface.fieldReading == nil)
  }

  @Test func `no other line has a worksheet`() throws {
    let sitting = try arrived()
    for line in [":", "nplan for the week", ":plank", "v120"] {
      sitting.press(line)
      #expect(Worksheet(sitting.interface) == nil, "\(line)")
      sitting.press("⌃u⎋⎋")
    }
  }

  @Test func `a kept frame follows the arithmetic, and the questions of a list`() throws {
    let sitting = try arrived()
    var frames = FrameKeeper()
    let medicines = ":checks⏎↓↓↓↓⏎none⏎3 days⏎"
    for key in keys(":plan iv 35mg over 40m⌃u⎋\(medicines)") {
      sitting.press(key, after: 0)
      #expect(frames.draw(sitting.interface).text == sitting.interface.draw().text, "\(key.name)")
    }
  }
}
