import KapTimeline
import Testing

/// Papers, plans, speeds and times that are asked about once.
struct AskedOnceTests {
  private static func rules(device: Double? = nil, needsLot: Bool = true) -> ClinicProtocol {
    .sample { rules in
      rules.doseWarnings = []
      rules.bounds += [
        Bound(quantity: "dose", askBelow: 1, source: "dose source"),
        Bound(quantity: "rate", askBelow: 1, askAbove: 200, source: "rate source"),
        Bound(quantity: "duration", askBelow: 2, askAbove: 240, source: "duration source"),
      ]
      rules.careRules = CareRules(
        supply: SupplyRules(
          concentrations: [10],
          deviceMilligrams: device,
          needsWitness: true,
          needsLot: needsLot,
          source: "supply source"
        )
      )
    }
  }

  private func asked(_ room: Room, _ command: Command, at minute: Double = 1) -> [Doubt] {
    guard case .unusual(let doubts) = room.refusal(of: command, at: minute) else { return [] }
    return doubts
  }

  private func milligrams(_ amount: Double) -> Mass { Mass(milligrams: amount) ?? .zero }

  private func dose(_ amount: Double, lot: String? = nil, expiry: String? = nil) -> Command {
    var dose = Dose.milligrams(amount)
    (dose.lot, dose.expiry) = (lot, expiry)
    return .give(dose)
  }

  @Test func `the first dose after a plan is the planned one, and all of them come to no more`()
    throws
  {
    var room = Room(Self.rules())
    #expect(asked(room, dose(20)).isEmpty)
    try room.type(.plan(DosePlan(dose: .milligrams(35))), at: 1)
    let other = Doubt.otherThanPlanned(milligrams(20), planned: milligrams(35))
    #expect(asked(room, dose(20), at: 2) == [other])
    #expect(asked(room, dose(35), at: 2).isEmpty)
    var pipe = room
    let kept = try pipe.type(dose(20), at: 2, asks: false)[0]
    #expect(pipe.moment(3).unconfirmed(kept) == [other])
    let key = "confirm:\(pipe.id(kept).text)"
    #expect(pipe.moment(3).dueWords(for: key).hasPrefix("confirm dose 20 mg"))
    try room.type(dose(35), at: 2)
    #expect(
      asked(room, dose(10), at: 20)
        == [.otherThanPlanned(milligrams(45), planned: milligrams(35))]
    )
  }

  @Test func `devices are given one by one up to what was planned`() throws {
    var room = Room(Self.rules(device: 28))
    try room.type(.plan(DosePlan(dose: .milligrams(56))), at: 1)
    for minute in [2.0, 7] { try room.type(dose(28, lot: "A1"), at: minute) }
    #expect(
      asked(room, dose(28, lot: "A1"), at: 12)
        == [.otherThanPlanned(milligrams(84), planned: milligrams(56))]
    )
  }

  @Test func `a plan that waits to be confirmed is no plan yet`() throws {
    var room = Room(Self.rules())
    try room.type(.plan(DosePlan(dose: .milligrams(0.035))), at: 1, asks: false)
    #expect(asked(room, dose(35), at: 2).isEmpty)
  }

  @Test func `a device without its lot is asked about where the clinic asks for lots`() throws {
    #expect(asked(Room(Self.rules(device: 28)), dose(28)) == [.noLot])
    #expect(asked(Room(Self.rules(device: 28)), dose(28, lot: "A1")).isEmpty)
    #expect(asked(Room(Self.rules(device: 28, needsLot: false)), dose(28)).isEmpty)
    #expect(asked(Room(Self.rules()), dose(28)).isEmpty)
  }

  @Test(arguments: [
    ("2025-10", true), ("2025-11", false), ("2025-11-03", true), ("2025-11-04", false),
    ("03/11/2025", true), ("31/10/25", true), ("12/2027", false), ("A12", false),
  ])
  func `a day of use that is over is asked about`(expiry: String, isOver: Bool) {
    #expect(
      asked(Room(Self.rules()), dose(20, expiry: expiry)) == (isOver ? [.expired(expiry)] : [])
    )
    // Who practises is asked the same.
    let practice = Room(Self.rules(), isPractice: true)
    #expect(asked(practice, dose(20, expiry: expiry)) == (isOver ? [.expired(expiry)] : []))
  }

  @Test func `who writes is no witness of the waste`() {
    var supply = DrugSupply(
      medicine: "ketamine",
      drawn: milligrams(50),
      given: milligrams(35),
      wasted: milligrams(15),
      lot: "A1",
      witness: "AR"
    )
    #expect(asked(Room(Self.rules()), .account(supply)) == [.ownWitness("ar")])
    supply.witness = "mk"
    #expect(asked(Room(Self.rules()), .account(supply)).isEmpty)
    supply.lot = nil
    #expect(asked(Room(Self.rules()), .account(supply)) == [.noLot])
  }

  @Test(arguments: [
    (0.035, 40.0, [Doubt.unusual(quantity: "dose", value: 0.035, limit: 1, isAbove: false)]),
    (35, 4, [.unusual(quantity: "rate", value: 525, limit: 200, isAbove: true)]),
    (35, 1, [.unusual(quantity: "duration", value: 1, limit: 2, isAbove: false)]),
    (35, 40, []),
  ])
  func `an amount far under and a speed far over are asked about`(
    amount: Double,
    minutes: Double,
    doubts: [Doubt]
  ) {
    let command = Command.give(.milligrams(amount, over: minutes))
    #expect(asked(Room(Self.rules()), command) == doubts)
    // A protocol that was frozen before there were such bounds goes on as it did.
    #expect(asked(Room(), command).isEmpty)
  }

  @Test func `a small amount is said in full`() {
    let doubt = Doubt.unusual(quantity: "dose", value: 0.035, limit: 1, isAbove: false)
    #expect(doubt.question == "Dose 0.035 mg is unusual: this clinic asks under 1 mg.")
  }

  @Test func `a time before the opening is asked about once, and kept where nobody can be asked`()
    throws
  {
    var room = Room(Self.rules(), opened: 0)
    let before = Doubt.beforeOpening(Room.at(-61), opened: Room.at(0), offset: .utc)
    let set = Command.record(.set(124, 78))
    #expect(room.refusal(of: set, at: 5, happened: -61) == .unusual([before]))
    #expect(room.refusal(of: set, at: 5, happened: -0.5) == nil)
    #expect(before.question == "12:59 on 4 Nov is 1 h 1 min before the session opened.")
    let kept = try room.type(set, at: 5, happened: -61, isInsisted: true)[0]
    #expect(room.session.entries[kept].occurredAt == Room.at(-61))
    let other = try room.type(.record(.set(130, 80)), at: 9, happened: -61, asks: false)[0]
    #expect(room.moment(9).unconfirmed(other) == [before])
    let late = try room.type(.record(.set(131, 80)), at: 9)[0]
    let name = room.session.name(of: late)
    let move = Command.correct(.name(name), with: nil, at: Room.at(-61))
    #expect(room.refusal(of: move, at: 10) == .unusual([before]))
  }

  @Test func `a scale of whole steps takes whole numbers, and one of fractions takes them`() {
    let command = Command.score([Score(scale: "moaas", value: 4.5)])
    #expect(Room().refusal(of: command, at: 1) == .wholeNumbers("MOAA/S", low: 0, high: 5))
    let fractions = ClinicProtocol.sample { rules in
      for place in rules.scales.indices { rules.scales[place].takesFractions = true }
    }
    #expect(Room(fractions).refusal(of: command, at: 1) == nil)
  }

  @Test func `a lot that is not named is no urgent matter, another doubt about the dose is`() throws
  {
    var room = Room(Self.rules(device: 28))
    let kept = try room.type(dose(28), at: 1, asks: false)[0]
    let notice = try #require(room.moment(2).notices.first { $0.entry == kept })
    #expect((notice.rule, notice.urgency) == (Notice.dose, .notice))
    let broken = try room.type(dose(30), at: 5, asks: false)[0]
    #expect(room.moment(6).notices.first { $0.entry == broken }?.urgency == .urgent)
  }
}
