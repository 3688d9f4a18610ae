import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct UsualDoseTests {
  /// A room in which nothing is checked yet but what the frame says.
  private func arrived(size: Size = Size(rows: 24, columns: 80)) throws -> Sitting {
    let room = try Room(hasChecks: true)
    try room.enter("join jb as therapist", at: "13:47")
    for fact in ["weight 70kg", "allergies none", "escort sister"] {
      try room.enter(fact, at: "13:48")
    }
    room.pass(milliseconds: 120_000)
    return try Sitting(in: room, size: size)
  }

  @Test(arguments: [(24, 80), (36, 120), (60, 200)])
  func `the worksheet begins with the usual dose and the last one, and reckons what is typed`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try arrived(size: Size(rows: rows, columns: columns))
    sitting.interface.lookBack = LookBack(
      dose: PreviousDose(
        amount: try #require(Mass(milligrams: 30)),
        date: "2025-10-28",
        number: 2
      )
    )
    let before = sitting.count
    sitting.press("r⏎")
    #expect(sitting.line.contains("plan conc 10mg/ml last 30mg iv over 40m 35mg"))
    try expect(sitting, shows: "worksheet-open-\(columns)x\(rows)")
    for words in [
      "the protocol's usual: 0.5 mg/kg over 40 min",
      "35 mg / 70.0 kg = 0.50 mg/kg", "35 mg / 10 mg/mL = 3.5 mL",
      "30 mg on 2025-10-28, session 2, +5 mg (+16.7 %)",
    ] {
      #expect(sitting.screen.contains(words), "\(words)")
    }
    // The first digit takes the place of the amount.
    sitting.press("42mg because planned with Dr L")
    #expect(sitting.line.contains("40m 42mg because planned with Dr L"))
    #expect(sitting.screen.contains("42 mg / 70.0 kg = 0.60 mg/kg"))
    #expect(sitting.screen.contains("session 2, +12 mg (+40 %)"))
    #expect(sitting.count == before)
    sitting.press("⏎")
    #expect(sitting.newest.contains("planned ketamine IV 42 mg over 40 min"))
    sitting.press("r↓⏎")
    #expect(sitting.line.contains("42mg"))
  }

  @Test func `a burst that begins with a digit takes the place of the amount too`() throws {
    let sitting = try arrived()
    sitting.press(":plan⏎")
    sitting.press(.paste("42mg because Dr L agrees"))
    #expect(sitting.line.contains("over 40m 42mg because Dr L agrees"))
    sitting.press("⎋:plan⏎⌫⌫⌫⌫28mg")
    #expect(sitting.line.contains("over 40m 28mg"))
    sitting.press(" because Dr L agrees⏎")
    sitting.press(":plan⏎6")
    #expect(sitting.line.hasSuffix(" 6▏") && !sitting.line.contains("28mg"), "\(sitting.line)")
  }

  @Test func `a range is no amount, and without a weight nothing is reckoned`() throws {
    let sitting = try Sitting(in: try Room(protocol: "im"))
    sitting.press(":plan⏎")
    #expect(sitting.line.contains("plan conc 10mg/ml im ▏"))
    #expect(sitting.screen.contains("the protocol's usual: 75 to 125 mg"))
    #expect(sitting.screen.contains("not known"))
    #expect(sitting.screen.contains("none in this chart"))
    let light = try Sitting(in: try Room())
    light.press(":plan⏎")
    #expect(!light.line.contains("over 40m"))
  }
}
