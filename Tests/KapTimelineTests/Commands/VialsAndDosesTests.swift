import KapTimeline
import Testing

/// The vials of a session beside its doses, of which each vial is mostly written after its own.
struct VialsAndDosesTests {
  private static let rules = ClinicProtocol.sample { rules in
    rules.bounds.append(Bound(quantity: "notAccounted", askAbove: 1, source: "account source"))
    rules.doseWarnings = []
    rules.careRules = CareRules(
      supply: SupplyRules(
        concentrations: [10],
        needsWitness: true,
        needsLot: true,
        source: "supply source"
      )
    )
  }

  private static func vial(_ milligrams: Double) -> Command {
    .account(
      DrugSupply(
        medicine: "ketamine",
        drawn: Mass(milligrams: milligrams) ?? .zero,
        given: Mass(milligrams: milligrams) ?? .zero,
        wasted: .zero,
        concentration: 10,
        lot: "A1"
      )
    )
  }

  private func isOfVials(_ doubt: Doubt) -> Bool {
    guard case .notAccounted = doubt else { return false }
    return true
  }

  @Test func `a second dose waits for its vial, and one that came makes the first agree`() throws {
    var room = Room(Self.rules)
    try room.type(.give(.milligrams(60)), at: 0, isInsisted: true)
    try room.type(Self.vial(60), at: 1, asks: false)
    let second = try room.type(.give(.milligrams(20)), at: 5, asks: false)[0]
    #expect(!room.moment(6).unconfirmed(second).contains(where: isOfVials))
    // Both doses are on record, and the vials of one and a half.
    let short = try room.type(Self.vial(10), at: 6, asks: false)[0]
    #expect(room.moment(7).unconfirmed(short).contains(where: isOfVials))
    let rest = try room.type(Self.vial(10), at: 8, asks: false)[0]
    #expect(!room.moment(9).unconfirmed(short).contains(where: isOfVials))
    #expect(!room.moment(9).unconfirmed(rest).contains(where: isOfVials))
  }

  @Test func `while a pump runs nothing is taken to agree`() throws {
    var room = Room(Self.rules)
    try room.type(.give(.milligrams(40, over: 40)), at: 0, isInsisted: true)
    let vial = try room.type(Self.vial(60), at: 10, asks: false)[0]
    #expect(room.moment(11).unconfirmed(vial).contains(where: isOfVials))
    #expect(room.moment(50).unconfirmed(vial).contains(where: isOfVials))
  }
}
