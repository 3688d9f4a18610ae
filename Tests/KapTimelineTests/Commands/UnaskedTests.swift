import KapTimeline
import Testing

/// What a screen asks about once waits to be confirmed when there is nobody to ask.
struct UnaskedTests {
  private static let bounds = [
    Bound(quantity: "rate", askAbove: 200, source: "rate source"),
    Bound(quantity: "duration", askAbove: 240, source: "duration source"),
    Bound(
      quantity: "concentration",
      refuseAbove: 1000,
      askBelow: 1,
      askAbove: 100,
      source: "concentration source"
    ),
    Bound(quantity: "drawn", askAbove: 1000, source: "drawn source"),
    Bound(quantity: "notAccounted", askAbove: 1, source: "account source"),
    Bound(quantity: "medicine", askAbove: 1000, source: "medicine source"),
    Bound(quantity: "ondansetron", askAbove: 16, source: "ondansetron source"),
  ]

  private static func rules(device: Double? = nil) -> ClinicProtocol {
    .sample { rules in
      rules.bounds += bounds
      rules.doseWarnings = []
      rules.careRules = CareRules(
        supply: SupplyRules(
          concentrations: [10],
          deviceMilligrams: device,
          needsWitness: true,
          needsLot: device == nil,
          source: "supply source"
        )
      )
    }
  }

  private static func supply(
    drawn: Double = 50,
    given: Double = 35,
    concentration: Double? = 10,
    witness: String? = "mk"
  ) -> Command {
    .account(
      DrugSupply(
        medicine: "ketamine",
        drawn: Mass(milligrams: drawn) ?? .zero,
        given: Mass(milligrams: given) ?? .zero,
        wasted: Mass(milligrams: drawn - given) ?? .zero,
        concentration: concentration,
        lot: "A1",
        witness: witness
      )
    )
  }

  private static let doubtful: [(command: Command, waits: String, limit: String, source: String)] =
    [
      (.setFrame(.weight(190)), "weight 190", "limit 180", "test"),
      (
        .plan(DosePlan(dose: .milligrams(20), concentration: 300)), "concentration 300 mg/mL",
        "limit 100 mg/mL", "concentration source"
      ),
      (.plan(DosePlan(dose: .milligrams(20), weight: 190)), "weight 190", "limit 180", "test"),
      (
        .plan(DosePlan(dose: .milligrams(20, over: 24_000))), "duration 24000 min", "limit 240 min",
        "duration source"
      ),
      (
        .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 40_000))),
        "rate 40000 mg/h", "limit 200 mg/h", "rate source"
      ),
      (
        .setLimits([PersonalLimit(sign: .heartRate, side: .above, value: 30, reason: "x")]),
        "limit HR 30 or more", "asked under 40", "test"
      ),
      (
        supply(witness: nil), "waste 15 mg without a witness", "expected a witness", "supply source"
      ),
      (
        supply(concentration: 999), "concentration 999 mg/mL", "limit 100 mg/mL",
        "concentration source"
      ),
      (
        .administer(GivenMedicine(medicine: "ondansetron", amount: "4000mg")),
        "ondansetron 4000 mg",
        "limit 16 mg", "ondansetron source"
      ),
      (
        .administer(GivenMedicine(medicine: "Paracetamol", amount: "4g")), "Paracetamol 4000 mg",
        "limit 1000 mg", "medicine source"
      ),
      (
        .takeOrder(
          VerbalOrder(
            given: GivenMedicine(medicine: "ondansetron", amount: "17mg"),
            isReadBack: true
          )
        ), "order ondansetron 17 mg", "limit 16 mg", "ondansetron source"
      ),
    ]

  @Test(arguments: doubtful.indices)
  func `a screen asks once, and records it when a person says so`(_ place: Int) throws {
    let command = Self.doubtful[place].command
    var room = Room(Self.rules())
    guard case .unusual(let doubts) = room.refusal(of: command, at: 1) else {
      Issue.record("nothing was asked of \(command)")
      return
    }
    #expect(doubts.count == 1)
    let kept = try room.type(command, at: 1, isInsisted: true)[0]
    #expect(room.moment(2).unconfirmed(kept).isEmpty)
    #expect(room.moment(2).notices.isEmpty)
    #expect(!room.session.entries[kept].recorded.isUnasked)
  }

  @Test(arguments: doubtful.indices)
  func `from a pipe it is kept, stands as notice and due, and a person confirms it`(
    _ place: Int
  ) throws {
    let (command, waits, limit, source) = Self.doubtful[place]
    var room = Room(Self.rules())
    let kept = try room.type(command, at: 1, asks: false)[0]
    let moment = room.moment(2)
    #expect(moment.unconfirmed(kept).count == 1)
    #expect(moment.words(for: kept).isUnconfirmed)
    let notice = try #require(moment.notices.first { $0.rule == Notice.unconfirmed })
    #expect(notice.entry == kept)
    let name = room.session.name(of: kept)
    #expect(
      moment.words(for: notice, offset: .utc).sentence
        == "\(waits), \(limit). Confirm \(name) if it is so, else correct it."
    )
    #expect(notice.sources == [source])
    let key = "confirm:\(room.id(kept).text)"
    #expect(moment.due(given: moment.notices).open.contains { $0.key == key && $0.isRequired })
    #expect(moment.dueWords(for: key) == "confirm \(waits), \(name)")
    try room.type(.confirm(.name(name)), at: 3)
    #expect(room.moment(3).unconfirmed(kept).isEmpty)
    #expect(room.moment(3).notices.isEmpty)
  }

  @Test func `a dose is asked about by route, device, device before it and vial`() throws {
    var room = Room(Self.rules(device: 28))
    func asked(_ command: Command, at minute: Double) -> [Doubt] {
      guard case .unusual(let doubts) = room.refusal(of: command, at: minute) else { return [] }
      return doubts
    }
    var injected = Dose.milligrams(28)
    injected.route = .intramuscular
    #expect(asked(.give(injected), at: 1) == [.otherRoute(.intramuscular, usual: .intravenous)])
    #expect(
      asked(.give(.milligrams(30)), at: 1)
        == [.brokenDevice(amount: Mass(nanograms: 30_000_000), device: 28)]
    )
    #expect(asked(.give(.milligrams(56)), at: 1) == [.severalDevices(count: 2, device: 28)])
    try room.type(.give(.milligrams(28)), at: 1)
    #expect(asked(.give(.milligrams(28)), at: 1) == [.twoDevices(device: 28)])
    #expect(asked(.give(.milligrams(28)), at: 6).isEmpty)
    let second = try room.type(.give(.milligrams(28)), at: 7, happened: 1, asks: false)[0]
    #expect(room.moment(8).unconfirmed(second) == [.twoDevices(device: 28)])
    #expect(room.moment(8).notices.map(\.rule) == [Notice.dose])
    try room.type(.confirm(.name(room.session.name(of: second))), at: 9)
    #expect(room.moment(9).notices.isEmpty)
  }

  @Test func `a vial is held against the doses, and all of them when the session ends`() throws {
    var room = Room(Self.rules())
    #expect(room.refusal(of: Self.supply(given: 20), at: 1) == nil)
    try room.type(.give(.milligrams(35, over: 40)), at: 2)
    let differs = Doubt.notAccounted(
      vials: Mass(nanograms: 20_000_000),
      doses: Mass(nanograms: 35_000_000)
    )
    #expect(room.refusal(of: Self.supply(given: 20), at: 60) == .unusual([differs]))
    #expect(room.refusal(of: Self.supply(given: 35), at: 60) == nil)
    #expect(room.refusal(of: Self.supply(given: 34.5), at: 60) == nil)
    // Of a pump that was stopped counts what it gave, and not what was meant.
    try room.type(.changeInfusion(InfusionChange(.stop)), at: 22)
    #expect(room.refusal(of: Self.supply(given: 17.5), at: 60) == nil)
    #expect(
      room.refusal(of: Self.supply(given: 35), at: 60)
        == .unusual([
          .notAccounted(vials: Mass(nanograms: 35_000_000), doses: Mass(nanograms: 17_500_000))
        ])
    )
    try room.type(Self.supply(), at: 61, isInsisted: true)
    #expect(room.refusal(of: .give(.milligrams(10)), at: 62) == nil)
    #expect(
      room.refusal(of: .end, at: 63)
        == .unusual([
          .notAccounted(vials: Mass(nanograms: 35_000_000), doses: Mass(nanograms: 17_500_000))
        ])
    )
    #expect(room.refusal(of: .end, at: 63, asks: false) == nil)
  }

  @Test func `doses that name their lots are held against the vials of these`() throws {
    var room = Room(Self.rules(device: 28))
    func vial(_ given: Double, _ lot: String) -> Command {
      guard case .account(var supply) = Self.supply(drawn: given, given: given) else { return .end }
      supply.lot = lot
      return .account(supply)
    }
    for (minute, lot) in [(0.0, "A"), (5, "A"), (10, "B")] {
      var dose = Dose.milligrams(28)
      dose.lot = lot
      try room.type(.give(dose), at: minute)
    }
    #expect(room.refusal(of: vial(56, "A"), at: 11) == nil)
    #expect(room.refusal(of: vial(28, "B"), at: 11) == nil)
    let differs = Doubt.notAccounted(
      vials: Mass(nanograms: 28_000_000),
      doses: Mass(nanograms: 56_000_000)
    )
    #expect(room.refusal(of: vial(28, "A"), at: 11) == .unusual([differs]))
  }

  @Test func `a set that comes again waits, but not the rows of a file`() throws {
    var room = Room(Self.rules())
    try room.type(.record(.set(124, 78)), at: 1)
    let again = try room.type(.record(.set(124, 78)), at: 1.5, asks: false)[0]
    #expect(room.moment(2).unconfirmed(again) == [.sameFigures(secondsAgo: 30)])
    let moment = room.moment(2)
    let key = "confirm:\(room.id(again).text)"
    #expect(moment.due(given: moment.notices).open.contains { $0.key == key })
    #expect(
      moment.dueWords(for: key) == "confirm vitals 124/78 72 98 14: the same figures again, a3"
    )
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      source: .imported,
      now: Room.at(3),
      occurredAt: Room.at(1.8),
      asks: false
    )
    let drafts = try room.session.drafts(for: .record(.set(124, 78)), under: circumstances)
    #expect(drafts.allSatisfy { !$0.isUnasked })
  }

  @Test func `a correction settles the doubt of what it corrects, or leaves one of its own`() throws
  {
    var room = Room(Self.rules())
    let weight = try room.type(.setFrame(.weight(190)), at: 1, asks: false)[0]
    let name = room.session.name(of: weight)
    try room.type(.correct(.name(name), with: .setFrame(.weight(200))), at: 2, asks: false)
    #expect(room.moment(2).unconfirmed(weight).count == 1)
    #expect(
      room.refusal(of: .correct(.name(name), with: nil, at: Room.at(0.5)), at: 3)
        == .unusual([.unusual(quantity: "weight", value: 200, limit: 180, isAbove: true)])
    )
    try room.type(.correct(.name(name), with: .setFrame(.weight(90))), at: 3)
    #expect(room.moment(3).unconfirmed(weight).isEmpty)
    #expect(room.refusal(of: .confirm(.name(name)), at: 4) == .nothingToConfirm(name))
  }

  @Test(
    arguments: [
      .changeInfusion(InfusionChange(.start, rate: .zero)),
      .changeInfusion(InfusionChange(.rate, rate: .zero)),
      .administer(GivenMedicine(medicine: "ondansetron", amount: "0mg")),
      .takeOrder(
        VerbalOrder(given: GivenMedicine(medicine: "clonidine", amount: "0 mg"), isReadBack: true)
      ),
      .plan(DosePlan(dose: .milligrams(0))),
      .plan(DosePlan(dose: .milligrams(20), concentration: 0)),
      .plan(DosePlan(dose: .milligrams(20), concentration: 99_999)),
      supply(concentration: 99_999), supply(concentration: -1), .give(.milligrams(0)),
      .give(.milligrams(20, over: 0)), .give(.milligrams(-5)),
    ] as [Command]
  ) func `nothing, less than nothing and the impossible are refused`(
    _ command: Command
  ) throws {
    var room = Room(Self.rules())
    if case .changeInfusion(let change) = command, change.action == .rate {
      try room.type(.give(.milligrams(35, over: 40)), at: 0)
    }
    for asks in [true, false] {
      let refusal = try #require(room.refusal(of: command, at: 1, asks: asks))
      guard case .cannotBe = refusal else {
        Issue.record("\(command): \(refusal)")
        continue
      }
      #expect(!refusal.message(offset: .utc).isEmpty && !refusal.remedy.isEmpty)
    }
  }
}
