import KapTimeline
import Testing

/// A reading beyond a red limit that wants its repeat says so, and what an overdue repeat means.
struct OverdueRepeatTests {
  private func high(_ systolic: Double = 190, _ diastolic: Double = 112) throws -> Sitting {
    var sitting = try Sitting("iv-infusion")
    try sitting.type(.record(Self.set(124, 78)), at: 5)
    let dose = Dose(
      medicine: .ketamine,
      route: .intravenous,
      amount: Mass(milligrams: 35) ?? .zero,
      duration: .minutes(40)
    )
    try sitting.type(.give(dose), at: 10, isInsisted: true)
    try sitting.type(.record(Self.set(systolic, diastolic)), at: 20)
    return sitting
  }

  private static func set(_ systolic: Double, _ diastolic: Double) -> Vitals {
    Vitals(bloodPressure: BloodPressure(systolic: systolic, diastolic: diastolic))
  }

  private func words(_ sitting: Sitting, at minute: Double) -> String {
    let moment = sitting.moment(minute)
    let open = moment.open(moment.notices).first { $0.rule == "blood-pressure" }
    guard let open else { return "" }
    return moment.words(for: open, offset: .utc).sentence
  }

  private func urgency(_ sitting: Sitting, at minute: Double) -> Urgency? {
    let moment = sitting.moment(minute)
    return moment.open(moment.notices).first { $0.rule == "blood-pressure" }?.urgency
  }

  @Test func `the highest limit crossed is said, and that its repeat is due`() throws {
    let sitting = try high()
    #expect(
      words(sitting, at: 21).hasPrefix("BP 190/112, limit 180/110, and 53 % above baseline")
    )
    #expect(words(sitting, at: 21).hasSuffix("Not confirmed: repeat due 14:25."))
    #expect(urgency(sitting, at: 21) == .notice)
    let (lesser, one, rise) = (try high(172, 104), try high(184, 104), try high(175, 99))
    #expect(words(lesser, at: 21).contains("limit 160/100"))
    #expect(words(lesser, at: 21).hasSuffix("Repeat by 14:25."))
    // Where only one of a pair is beyond the red limit that one is said.
    #expect(words(one, at: 21).contains("limit 180 systolic"))
    // A rise is held to its own limit.
    #expect(words(rise, at: 21).contains("41 % above baseline, limit 40 %"))
  }

  @Test func `a repeat that is overdue past its tolerance is urgent`() throws {
    var sitting = try high()
    #expect(urgency(sitting, at: 29.9) == .notice)
    #expect(urgency(sitting, at: 30.1) == .urgent)
    #expect(urgency(sitting, at: 57) == .urgent)
    let said = words(sitting, at: 57)
    #expect(said.contains("BP 190/112, limit 180/110"))
    #expect(said.contains("Not confirmed: repeat due 14:25, overdue."))
    #expect(said.contains("Hold, call the prescriber."))
    let lesser = try high(172, 104)
    #expect(words(lesser, at: 57).hasSuffix("Repeat by 14:25."))
    try sitting.type(.record(Self.set(191, 113)), at: 58)
    #expect(urgency(sitting, at: 59) == .urgent)
  }

  @Test(arguments: [(150.0, 90.0), (128, 80)])
  func `a lower reading after an overdue repeat takes no urgency back`(
    _ systolic: Double,
    _ diastolic: Double
  ) throws {
    var sitting = try high()
    try sitting.type(.record(Self.set(systolic, diastolic)), at: 58)
    let pressure = "BP \(Int(systolic))/\(Int(diastolic)) at 14:58."
    #expect(urgency(sitting, at: 59) == .urgent)
    #expect(words(sitting, at: 59).hasPrefix("BP 190/112, limit 180/110"))
    #expect(words(sitting, at: 59).contains("Not confirmed: repeat due 14:25, overdue."))
    #expect(words(sitting, at: 59).contains(pressure))
    // What to do until then is over once a reading is within the limits.
    let isOver = systolic < 140
    #expect(words(sitting, at: 59).contains("Hold, call the prescriber.") == !isOver)
    // Before the lower one it was so too.
    #expect(urgency(sitting, at: 31) == .urgent)
    try sitting.type(.acknowledge(.name("a5"), words: "prescriber called"), at: 60)
    #expect(urgency(sitting, at: 61) == (isOver ? nil : .notice))
  }

  @Test func `a repeat that comes in time and is lower leaves a notice`() throws {
    var sitting = try high()
    try sitting.type(.record(Self.set(128, 80)), at: 29)
    #expect(urgency(sitting, at: 30) == nil)
    #expect(urgency(sitting, at: 59) == nil)
  }

  @Test func `what was said to the notice is said anew to the urgent one`() throws {
    var sitting = try high()
    try sitting.type(.acknowledge(.name("a5"), words: "cuff moved"), at: 22)
    #expect(urgency(sitting, at: 23) == nil)
    #expect(urgency(sitting, at: 31) == .urgent)
    try sitting.type(.acknowledge(.name("a5"), words: "prescriber called"), at: 32)
    #expect(urgency(sitting, at: 33) == nil)
  }
}
