import KapTimeline
import Testing

/// Whatever waits to be confirmed says the value that was recorded.
struct WaitingWordsTests {
  private static func rules(infused: Bool = true) -> ClinicProtocol {
    .sample { rules in
      rules.isInfused = infused
      rules.doseWarnings = [
        DoseWarning(above: 84, isPerKilogram: false, isHard: true, source: "label")
      ]
      rules.bounds += [
        Bound(quantity: "dose", askBelow: 1, source: "clinic"),
        Bound(quantity: "rate", askAbove: 200, source: "clinic"),
        Bound(quantity: "concentration", askAbove: 100, source: "clinic"),
        Bound(quantity: "drawn", askAbove: 1000, source: "clinic"),
        Bound(quantity: "medicine", askAbove: 1000, source: "clinic"),
        Bound(quantity: "oxygenLitres", askAbove: 15, source: "clinic"),
        Bound(quantity: "intensity", askAbove: 10, source: "clinic"),
      ]
      rules.bounds.removeAll { $0.quantity == "oxygenLitres" && $0.source == "test" }
      rules.careRules = CareRules(
        supply: SupplyRules(
          concentrations: [],
          deviceMilligrams: infused ? nil : 28,
          needsWitness: true,
          needsLot: true,
          source: "supply"
        )
      )
    }
  }

  private static func vial(_ drawn: Double, lot: String? = "A1", witness: String?) -> Command {
    .account(
      DrugSupply(
        medicine: "ketamine",
        drawn: Mass(milligrams: drawn) ?? .zero,
        given: Mass(milligrams: 35) ?? .zero,
        wasted: Mass(milligrams: drawn - 35) ?? .zero,
        lot: lot,
        witness: witness
      )
    )
  }

  private static func injected(_ amount: Double) -> Dose {
    var dose = Dose.milligrams(amount)
    dose.route = .intramuscular
    return dose
  }

  /// What is recorded with nobody to ask, by what its notice calls it, and by what Due does.
  private static let kinds: [(command: Command, notice: String, due: String)] = [
    (.give(.milligrams(112)), "dose 112 mg, limit 84 mg", "dose 112 mg"),
    (
      .give(injected(112)), "dose 112 mg, limit 84 mg; IM, expected IV", "dose 112 mg, IM"
    ),
    (.give(injected(20)), "dose 20 mg: IM, expected IV", "dose 20 mg: IM"),
    (
      .plan(DosePlan(dose: .milligrams(112))), "planned dose 112 mg, limit 84 mg",
      "planned dose 112 mg"
    ),
    (
      .plan(DosePlan(dose: injected(20))), "planned dose 20 mg: IM, expected IV",
      "planned dose 20 mg: IM"
    ),
    (
      .plan(DosePlan(dose: .milligrams(20), previous: Mass(milligrams: 0.02))),
      "last time 0.02 mg, limit 1 mg", "last time 0.02 mg"
    ),
    (
      .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 400))),
      "rate 400 mg/h, limit 200 mg/h", "rate 400 mg/h"
    ),
    (.setFrame(.weight(190)), "weight 190, limit 180", "weight 190"),
    (vial(2000, witness: "mk"), "drawn 2000 mg, limit 1000 mg", "drawn 2000 mg"),
    (
      vial(50, witness: nil), "waste 15 mg without a witness, expected a witness",
      "waste 15 mg without a witness"
    ),
    (
      vial(50, lot: nil, witness: "mk"), "vial 50 mg: no lot, expected the lot",
      "vial 50 mg: no lot"
    ),
    (
      .administer(GivenMedicine(medicine: "Paracetamol", amount: "4g")),
      "Paracetamol 4000 mg, limit 1000 mg", "Paracetamol 4000 mg"
    ),
    (
      .administer(GivenMedicine(medicine: "oxygen", amount: "20l/min")),
      "oxygen 20 l/min, limit 15", "oxygen 20 l/min"
    ),
    (
      .takeOrder(
        VerbalOrder(given: GivenMedicine(medicine: "Paracetamol", amount: "4g"), isReadBack: true)
      ),
      "order Paracetamol 4000 mg, limit 1000 mg", "order Paracetamol 4000 mg"
    ),
  ]

  @Test(arguments: kinds.indices)
  func `a notice, its card, Due and the hand-over say the value`(_ place: Int) throws {
    let (command, said, due) = Self.kinds[place]
    var room = Room(Self.rules())
    let kept = try room.type(command, at: 1, asks: false)[0]
    let moment = room.moment(2)
    let notice = try #require(moment.notices.first { $0.entry == kept })
    let name = room.session.name(of: kept)
    let sentence = moment.words(for: notice, offset: .utc).sentence
    #expect(sentence == "\(said). Confirm \(name) if it is so, else correct it.")
    let key = "confirm:\(room.id(kept).text)"
    #expect(moment.dueWords(for: key) == "confirm \(due), \(name)")
    let value = moment.words(for: notice, offset: .utc).value
    #expect(due.hasPrefix(value))
    let card = moment.noticeCard(for: notice, offset: .utc).lines
    #expect(card.contains { $0.label == "value" && $0.words == "\(value), \(name)" })
    let page = moment.handOverPage(offset: .utc)
    #expect(page.contains { $0.contains(said) })
  }

  @Test func `a device says its dose, and each thing that is odd about it once`() throws {
    var room = Room(Self.rules(infused: false))
    try room.type(.give(Self.injected(28)), at: 1, asks: false)
    let kept = try room.type(.give(Self.injected(28)), at: 1, asks: false)[0]
    #expect(
      room.moment(2).unconfirmedWords(of: kept)
        == ["dose 28 mg: IM", "no lot", "a second device at once"]
    )
    var pump = Room(Self.rules(infused: false))
    let start = InfusionChange(.start, rate: DoseRate(milligramsPerHour: 40))
    let started = try pump.type(.changeInfusion(start), at: 1, asks: false)[0]
    #expect(pump.moment(2).unconfirmedWords(of: started) == ["rate 40 mg/h: from a pump"])
  }

  @Test func `readings that come again and times before the session say what they are`() throws {
    var room = Room(Self.rules())
    try room.type(.record(.set(124, 78)), at: 1)
    let again = try room.type(.record(.set(124, 78)), at: 1.5, asks: false)[0]
    #expect(
      room.moment(2).unconfirmedWords(of: again)
        == ["vitals 124/78 72 98 14: the same figures again"]
    )
    let note = try room.type(.write(Note("seen")), at: 3, happened: -61, asks: false)[0]
    #expect(room.moment(4).unconfirmedWords(of: note) == ["12:59, before the session"])
    var night = Room(Self.rules(), opened: -830)
    let day = try night.type(.write(Note("seen")), at: -825, happened: -890, asks: false)[0]
    #expect(
      night.moment(-820).unconfirmedWords(of: day) == ["23:10 on 3 Nov, before the session"]
    )
    let set = try room.type(.record(.set(130, 80)), at: 3, happened: -61, asks: false)[0]
    #expect(
      room.moment(4).unconfirmedWords(of: set)
        == ["vitals 130/80 72 98 14: 12:59, before the session"]
    )
  }

  @Test func `what is said to a notice says its value`() throws {
    var room = Room(Self.rules())
    try room.type(.plan(DosePlan(dose: .milligrams(112))), at: 1, asks: false)
    let said = try room.type(.acknowledge(nil, words: "meant so"), at: 2)[0]
    #expect(
      room.moment(3).words(for: said).line
        == "acknowledged: meant so, about planned dose 112 mg at 14:01 (a2)"
    )
  }
}
