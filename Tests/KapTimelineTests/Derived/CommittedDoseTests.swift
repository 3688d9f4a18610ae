import KapTimeline
import Testing

/// What is in, or set to run in, is what the clinic's warnings are held against.
struct CommittedDoseTests {
  private static let rules = ClinicProtocol.sample { $0.careRules = CareRules() }

  /// For a person of 70 kg: a hard warning from 1 mg/kg on.
  private var room: Room {
    var room = Room(Self.rules, opened: -150)
    room.record(.frame(.weight(70)), at: -140)
    return room
  }

  private func start(_ rate: Double) -> Command {
    .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: rate)))
  }

  private func doses(_ milligrams: Double) -> Doubt {
    .doses(total: Mass(milligrams: milligrams) ?? .zero, above: 1, isPerKilogram: true)
  }

  @Test func `what a pump brought in counts for the next dose`() throws {
    var room = room
    try room.type(start(60), at: 0)
    #expect(room.refusal(of: .give(.milligrams(20)), at: 49) == nil)
    #expect(room.refusal(of: .give(.milligrams(20)), at: 60) == .unusual([doses(80)]))
    let kept = try room.type(.give(.milligrams(20)), at: 60, asks: false)[0]
    #expect(room.moment(61).unconfirmed(kept) == [doses(80)])
  }

  @Test func `of a dose that was stopped only what ran in counts`() throws {
    var room = room
    try room.type(.give(.milligrams(50, over: 40)), at: 0)
    #expect(
      room.refusal(of: .give(.milligrams(30, over: 40)), at: 4)
        == .unusual([doses(80), .stillRunning(since: Room.at(0), offset: .utc)])
    )
    try room.type(.changeInfusion(InfusionChange(.stop)), at: 15)
    #expect(room.refusal(of: .give(.milligrams(30, over: 40)), at: 16) == nil)
    #expect(
      room.refusal(of: .give(.milligrams(52, over: 40)), at: 16) == .unusual([doses(70.75)])
    )
  }

  @Test func `a dose over time beside a pump that runs is asked about`() throws {
    var room = room
    try room.type(start(40), at: 0)
    let beside = Doubt.stillRunning(since: Room.at(0), offset: .utc)
    #expect(room.refusal(of: .give(.milligrams(20, over: 40)), at: 5) == .unusual([beside]))
    #expect(room.refusal(of: .give(.milligrams(20)), at: 5) == nil)
    let kept = try room.type(.give(.milligrams(20, over: 40)), at: 5, asks: false)[0]
    #expect(room.moment(6).unconfirmed(kept) == [beside])
    try room.type(.changeInfusion(InfusionChange(.stop)), at: 8)
    #expect(room.refusal(of: .give(.milligrams(20, over: 40)), at: 9) == nil)
  }

  @Test func `what began earlier is asked about beside what was written to run in since`() throws {
    var room = room
    let first = try room.type(.give(.milligrams(20, over: 40)), at: 0)[0]
    let beside = Doubt.stillRunning(since: Room.at(0), offset: .utc)
    let asked = room.refusal(of: .give(.milligrams(20, over: 40)), at: 1, happened: -5)
    #expect(asked == .unusual([beside]))
    #expect(room.refusal(of: .give(.milligrams(20, over: 4)), at: 1, happened: -5) == nil)
    #expect(room.refusal(of: start(20), at: 1, happened: -5) == .unusual([beside]))
    let dose = Command.give(.milligrams(20, over: 40))
    let late = try room.type(dose, at: 1, happened: -5, asks: false)[0]
    #expect(room.moment(2).unconfirmed(late) == [beside])
    #expect(room.moment(2).unconfirmed(first) == [])
    #expect(room.moment(-1).unconfirmed(late) == [])
  }

  @Test func `a dose that was given earlier is asked about beside those that were given later`()
    throws
  {
    var room = room
    let second = try room.type(.give(.milligrams(40)), at: 10)[0]
    #expect(room.refusal(of: .give(.milligrams(20)), at: 11, happened: 5) == nil)
    let asked = room.refusal(of: .give(.milligrams(40)), at: 11, happened: 5)
    #expect(asked == .unusual([doses(80)]))
    var piped = room
    try piped.type(.give(.milligrams(40)), at: 11, happened: 5, asks: false)
    #expect(piped.moment(12).unconfirmed(second) == [doses(80)])

    // Who agreed to the sum is not asked for it again at the other dose.
    try room.type(.give(.milligrams(40)), at: 11, happened: 5, isInsisted: true)
    #expect(room.moment(12).unconfirmed(second) == [])
    try room.type(.give(.milligrams(5)), at: 20, asks: false)
    #expect(room.moment(21).unconfirmed(second) == [])
    #expect(room.moment(21).notices.filter { $0.rule == Notice.dose }.count == 1)
  }

  @Test func `a pump without a total raises one urgent notice at the moment of the limit`() throws {
    var room = room
    let pump = try room.type(start(60), at: 0)[0]
    #expect(room.moment(69.9).notices.isEmpty)
    for minute in [70.1, 75, 110] {
      let notices = room.moment(minute).notices
      #expect(notices.map(\.entry) == [pump])
      #expect(notices.first?.urgency == .urgent)
      #expect(notices.first?.since == Room.at(70))
      #expect(notices.first?.subject == "pump reached 70 mg, 1 mg/kg")
    }
    // What is written later of an earlier pause takes it to where it belongs.
    room.record(.infusion(InfusionChange(.pause)), at: 30, written: 111)
    room.record(.infusion(InfusionChange(.resume)), at: 40, written: 112)
    #expect(room.moment(79.9).notices.isEmpty)
    #expect(room.moment(112).notices.first?.since == Room.at(80))
  }

  @Test func `a pump that started long ago is asked about by what is in now`() {
    let asked = room.refusal(of: start(60), at: 0, happened: -120)
    #expect(asked == .unusual([doses(120)]))
    #expect(room.refusal(of: start(60), at: 0) == nil)
  }

  @Test func `without a weight limits per kilogram are said to hold nothing back`() throws {
    var room = Room(Self.rules)
    #expect(room.refusal(of: .give(.milligrams(30)), at: 1) == .unusual([.noWeight]))
    #expect(room.refusal(of: start(60), at: 1) == .unusual([.noWeight]))
    let kept = try room.type(.give(.milligrams(30)), at: 1, asks: false)[0]
    #expect(room.moment(2).unconfirmed(kept) == [.noWeight])
    try room.type(.setFrame(.weight(70)), at: 3)
    #expect(room.refusal(of: .give(.milligrams(30)), at: 4) == nil)
  }

  @Test func `another medicine, and a dose at once where it runs in, are asked about`() {
    var rules = ClinicProtocol.careful()
    rules.careRules?.usualDose = UsualDose(
      from: 0.5,
      isPerKilogram: true,
      minutes: 40,
      source: "test"
    )
    let room = Room(rules)
    var other = Dose.milligrams(30, over: 40)
    #expect(room.refusal(of: .give(other), at: 1) == nil)
    #expect(room.refusal(of: .give(.milligrams(30)), at: 1) == .unusual([.atOnce(as: nil)]))
    other.duration = nil
    other.manner = "bolus"
    let bolus = Doubt.atOnce(as: "bolus")
    #expect(room.refusal(of: .give(other), at: 1) == .unusual([bolus]))
    #expect(
      bolus.question == "This protocol runs the dose in over time: this one is a bolus."
    )
    other = .milligrams(30, over: 40)
    other.medicine = .esketamine
    #expect(
      room.refusal(of: .give(other), at: 1)
        == .unusual([.otherMedicine(.esketamine, usual: .ketamine)])
    )
    rules.isInfused = false
    #expect(Room(rules).refusal(of: start(60), at: 1) == .unusual([.notFromPump]))
  }

  @Test func `one answer is said to both limits that a dose crosses`() throws {
    var room = Room(
      .careful { rules in
        rules.doseWarnings = [
          DoseWarning(above: 10, isPerKilogram: false, isHard: true, source: "test"),
          DoseWarning(above: 0.1, isPerKilogram: true, isHard: true, source: "test"),
        ]
      },
      opened: -20
    )
    try room.type(.setFrame(.weight(70)), at: -10)
    try room.type(.changeInfusion(Self.fast), at: 0, asks: false)
    let raised = { room.moment(30).notices.filter { $0.rule == Notice.dose } }
    #expect(raised().count == 2)
    try room.type(.acknowledge(nil, words: "Dr L knows"), at: 30)
    #expect(raised().allSatisfy { $0.acknowledgedBy != nil })
  }

  private static let fast = InfusionChange(.start, rate: DoseRate(milligramsPerHour: 100))
}
