import KapTimeline
import Testing

/// The vial of a dose is asked for where the clinic asks for its lot.
struct WaitingVialTests {
  private func room(needsLot: Bool = true, device: Double? = nil) -> Room {
    let rules = ClinicProtocol.sample { rules in
      rules.careRules = CareRules(
        supply: SupplyRules(
          concentrations: [50],
          deviceMilligrams: device,
          needsWitness: true,
          needsLot: needsLot,
          source: "test"
        )
      )
    }
    return Room(rules, opened: -20)
  }

  private func vial(_ room: Room, at minute: Double = 10) -> DueItem? {
    let moment = room.moment(minute)
    return moment.due(given: moment.notices).open.first { $0.kind == .vial }
  }

  private func supply(of medicine: String = "ketamine") throws -> Event {
    let mass = try #require(Mass(milligrams: 30))
    return .supply(
      DrugSupply(medicine: medicine, drawn: mass, given: mass, wasted: .zero, lot: "A1")
    )
  }

  @Test func `it waits from the dose on until it is written or somebody says why not`() throws {
    var room = room()
    #expect(vial(room, at: -1) == nil)
    room.record(.dose(30), at: 0)
    #expect(vial(room)?.isRequired == true)
    #expect(vial(room)?.state == .due)
    var other = room
    other.record(try supply(of: "midazolam"), at: 3)
    #expect(vial(other) != nil)
    var written = room
    let entry = written.record(try supply(), at: 3)
    #expect(vial(written) == nil)
    #expect(vial(written, at: 2) != nil)
    written.record(.void(Withdrawal(target: written.id(entry), reason: "other person")), at: 4)
    #expect(vial(written) != nil)
    try room.type(.skip(.word("vial"), because: "with the pharmacy"), at: 5)
    #expect(vial(room) == nil)
  }

  @Test func `it waits for a pump too, and not where doses name their lots or nobody asks`() throws
  {
    var pumped = room()
    try pumped.type(
      .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 30))),
      at: 0,
      isInsisted: true
    )
    #expect(vial(pumped) != nil)
    var named = room()
    var dose = Dose.milligrams(30)
    dose.lot = "A1"
    named.record(.dose(dose), at: 0)
    #expect(vial(named) == nil)
    named.record(.dose(30), at: 5)
    #expect(vial(named) != nil)
    for other in [room(needsLot: false), room(device: 28)] {
      var other = other
      other.record(.dose(28), at: 0)
      #expect(vial(other) == nil)
    }
  }

  @Test func `after the end it still waits for an answer`() throws {
    var room = room()
    room.record(.dose(30), at: 0)
    room.record(.ended, at: 60)
    let moment = room.moment(90)
    #expect(moment.due(given: moment.notices).unanswered.map(\.kind) == [.vial])
  }
}
