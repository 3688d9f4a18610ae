import KapSettings
import KapTestSupport
import KapTimeline
import Testing

/// The rows of the tables that are rules of a session rather than numbers of a protocol.
struct RulesAtWorkTests {
  private static func milligrams(_ amount: Double) -> Mass { Mass(milligrams: amount) ?? .zero }

  private static func vial(_ drawn: Double, _ given: Double, _ wasted: Double) -> DrugSupply {
    DrugSupply(
      medicine: "ketamine",
      drawn: milligrams(drawn),
      given: milligrams(given),
      wasted: milligrams(wasted),
      concentration: 50,
      lot: "A12",
      expiry: "2027-03",
      witness: "mk",
      method: "sink"
    )
  }

  @Test(arguments: [
    (50.0, 35.0, 15.0, true), (50, 50, 0, true), (50, 0, 50, true), (50, 35, 14.9, false),
    (50, 35, 15.1, false), (50, 50, 15, false), (35, 50, 0, false), (0, 0, 0, false),
    (50, 65, -15, false),
  ])
  func `what was drawn is what was given and what was wasted, else it is refused`(
    drawn: Double,
    given: Double,
    wasted: Double,
    isAccepted: Bool
  ) throws {
    let sitting = try Sitting("iv-infusion")
    let command = Command.account(Self.vial(drawn, given, wasted))

    for asks in [true, false] {
      #expect((sitting.refusal(of: command, asks: asks) == nil) == isAccepted)
    }
  }

  @Test(arguments: promised)
  func `what is wasted wants a witness wherever somebody can be asked`(name: String) throws {
    let sitting = try Sitting(name)
    var alone = Self.vial(50, 35, 15)
    alone.witness = nil
    var whole = Self.vial(50, 50, 0)
    whole.witness = nil

    #expect(sitting.refusal(of: .account(alone)) != nil)
    #expect(sitting.refusal(of: .account(alone), asks: false) == nil)
    #expect(sitting.refusal(of: .account(whole)) == nil)
  }

  @Test func `the line of a controlled medicine says all that it has to`() throws {
    var sitting = try Sitting("iv-infusion")
    try sitting.type(.account(Self.vial(50, 35, 15)), at: 30)
    let entry = try #require(sitting.session.entries.last)
    let moment = Moment(sitting.session, at: Sitting.at(31))
    let words = moment.words(for: sitting.session.entries.count - 1).text

    for part in [
      "ketamine", "drawn 50 mg", "given 35 mg", "wasted 15 mg", "lot A12", "expiry 2027-03",
      "50 mg/mL", "sink", "witness MK",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
    #expect(entry.recorded.author == "ar")
    #expect(entry.occurredAt == Sitting.at(30))
  }

  @Test(arguments: [0.0, -1])
  func `a dose of nothing or less is none`(amount: Double) throws {
    let dose = Dose(
      medicine: .ketamine,
      route: .intravenous,
      amount: Self.milligrams(amount),
      duration: nil
    )

    for asks in [true, false] {
      #expect(try Sitting("iv-infusion").refusal(of: .give(dose), asks: asks) != nil)
    }
  }

  @Test(arguments: [(30.0, true), (-719, true), (-720, true), (-721, false), (31, false)])
  func `an entry lies no later than now and no earlier than 12 hours before the session`(
    minute: Double,
    isAccepted: Bool
  ) throws {
    let note = Command.write(Note("seen"))

    #expect(
      (try Sitting("oral").refusal(of: note, at: 30, happened: minute, asks: false) == nil)
        == isAccepted
    )
  }

  @Test(arguments: [(20.0, false), (19.9, true)])
  func `an entry is late from more than 10 minutes on`(minute: Double, isLate: Bool) throws {
    var sitting = try Sitting("im")
    try sitting.type(.write(Note("seen")), at: 30, happened: minute)
    let moment = Moment(sitting.session, at: Sitting.at(31))

    #expect(moment.words(for: sitting.session.entries.count - 1).isLate == isLate)
  }

  @Test(arguments: [
    (Vitals(bloodPressure: BloodPressure(systolic: 29, diastolic: 20)), false),
    (Vitals(bloodPressure: BloodPressure(systolic: 351, diastolic: 90)), false),
    (Vitals(bloodPressure: BloodPressure(systolic: 120, diastolic: 14)), false),
    (Vitals(bloodPressure: BloodPressure(systolic: 300, diastolic: 251)), false),
    (Vitals(heartRate: 14), false), (Vitals(heartRate: 15), true), (Vitals(heartRate: 300), true),
    (Vitals(heartRate: 301), false), (Vitals(oxygenSaturation: 29), false),
    (Vitals(oxygenSaturation: 100), true), (Vitals(oxygenSaturation: 101), false),
    (Vitals(respiratoryRate: -1), false), (Vitals(respiratoryRate: 0), true),
    (Vitals(respiratoryRate: 70), true), (Vitals(respiratoryRate: 71), false),
    (Vitals(temperature: 24.9), false), (Vitals(temperature: 45), true),
    (Vitals(temperature: 45.1), false),
  ])
  func `what cannot be a reading is refused, and the rest is kept`(
    vitals: Vitals,
    isKept: Bool
  ) throws {
    let refusal = try Sitting("iv-bolus").refusal(of: .record(vitals), asks: false)

    #expect((refusal == nil) == isKept)
  }

  @Test func `no breath at all is a reading, and an urgent one`() throws {
    var sitting = try Sitting("esketamine")
    try sitting.type(.record(Vitals(respiratoryRate: 0)), at: 5, asks: false)
    let moment = Moment(sitting.session, at: Sitting.at(6))

    #expect(moment.open(moment.notices).contains { $0.urgency == .urgent })
  }

  @Test func `the mean pressure is reckoned from the pair`() {
    let vitals = Vitals(bloodPressure: BloodPressure(systolic: 120, diastolic: 80))

    #expect(vitals.bloodPressure?.mean == 80 + 40.0 / 3)
    #expect(BloodPressure(systolic: 90, diastolic: 90) == nil)
    #expect(BloodPressure(systolic: 80, diastolic: 90) == nil)
  }
}
