import KapTimeline
import Testing

struct AskingTests {
  private let high = Vitals.set(231, 124)
  private var doubt: Doubt {
    .unusual(quantity: "systolic", value: 231, limit: 220, isAbove: true)
  }

  private func vitals(_ room: Room, _ index: Int) -> Vitals? {
    guard case .vitals(let vitals) = room.session.entries[index].event else { return nil }
    return vitals
  }

  @Test func `an unusual value is asked about, and kept once a person says it is so`() throws {
    var room = Room()
    #expect(room.refusal(of: .record(high), at: 1) == .unusual([doubt]))
    let kept = try room.type(.record(high), at: 1, isInsisted: true)[0]
    #expect(vitals(room, kept)?.isConfirmed == true)
    #expect(room.moment(1).unconfirmed(kept).isEmpty)
    var said = high
    said.isConfirmed = true
    let other = try room.type(.record(said), at: 5)[0]
    #expect(room.moment(5).unconfirmed(other).isEmpty)
  }

  @Test func `insisting on what is usual confirms nothing`() throws {
    var room = Room()
    let index = try room.type(.record(.set(124, 78)), at: 1, isInsisted: true)[0]
    #expect(vitals(room, index)?.isConfirmed == false)
  }

  @Test func `where nobody can be asked it is kept, raises its notice and waits`() throws {
    var room = Room()
    let index = try room.type(.record(high), at: 1, asks: false)[0]
    let moment = room.moment(2)
    #expect(moment.unconfirmed(index) == [doubt])
    #expect(moment.vitals.map(\.unconfirmed) == [[doubt]])
    #expect(moment.notices.map(\.rule) == ["blood-pressure"])
    let key = "confirm:\(room.id(index).text)"
    #expect(moment.due(given: moment.notices).open.contains { $0.key == key })
    try room.type(.confirm(.name("a2")), at: 3)
    #expect(room.moment(3).unconfirmed(index).isEmpty)
    #expect(room.moment(3).notices.count == 1)
    try room.type(.callArtefact(.name("a2"), because: "moving"), at: 4)
    #expect(room.moment(4).notices.isEmpty)
    #expect(room.moment(4).isArtefact(index))
  }

  @Test func `the same figures and the other seat's set ask once, within the protocol's seconds`()
    throws
  {
    var room = Room()
    try room.type(.record(.set(124, 78)), at: 1)
    #expect(
      room.refusal(of: .record(.set(124, 78)), at: 1.5) == .unusual([.sameFigures(secondsAgo: 30)])
    )
    #expect(room.refusal(of: .record(.set(124, 78)), at: 2.1) == nil)
    #expect(room.refusal(of: .record(.set(125, 78)), at: 1.5) == nil)
    #expect(room.refusal(of: .record(.set(124, 78)), at: 1.5, asks: false) == nil)
    var other = room
    #expect(throws: Refusal.unusual([.otherSeat(author: "ar", secondsAgo: 30)])) {
      try other.type(.record(.set(125, 78)), at: 1.5, by: "jb")
    }
    let kept = try other.type(.record(.set(125, 78)), at: 1.5, by: "jb", isInsisted: true)[0]
    #expect(vitals(other, kept)?.isConfirmed == false)
  }

  @Test func `a set without a value of the kind the rules bound is never asked about`() {
    let rules = ClinicProtocol.sample {
      $0.bounds = []
      $0.timing.repeatAskSeconds = .infinity
    }
    #expect(Room(rules).refusal(of: .record(Vitals(heartRate: 999)), at: 1) == nil)
  }

  @Test func `a dose above a warning is asked about, by weight and altogether`() throws {
    var room = Room()
    #expect(room.refusal(of: .give(.milligrams(500)), at: 1) == nil)
    try room.type(.setFrame(.weight(50)), at: 1)
    #expect(room.refusal(of: .give(.milligrams(40)), at: 2) == nil)
    #expect(
      room.refusal(of: .give(.milligrams(41)), at: 2)
        == .unusual([.dose(above: 0.8, isPerKilogram: true, isHard: false)])
    )
    #expect(
      room.refusal(of: .give(.milligrams(50)), at: 2)
        == .unusual([.dose(above: 1, isPerKilogram: true, isHard: true)])
    )
    try room.type(.give(.milligrams(30)), at: 2)
    #expect(room.refusal(of: .give(.milligrams(19)), at: 3) == nil)
    #expect(
      room.refusal(of: .give(.milligrams(20)), at: 3)
        == .unusual([
          .doses(total: Mass(nanograms: 50_000_000), above: 1, isPerKilogram: true)
        ])
    )
    let kept = try room.type(.give(.milligrams(20)), at: 3, isInsisted: true)[0]
    #expect(room.moment(4).unconfirmed(kept).isEmpty)
    let unasked = try room.type(.give(.milligrams(60)), at: 5, asks: false)[0]
    #expect(room.moment(6).unconfirmed(unasked).count == 1)
  }

  @Test func `a weight is asked about unless it is the one that stands`() throws {
    var room = Room()
    let doubt = Doubt.unusual(quantity: "weight", value: 190, limit: 180, isAbove: true)
    #expect(room.refusal(of: .setFrame(.weight(190)), at: 1) == .unusual([doubt]))
    try room.type(.setFrame(.weight(190)), at: 1, isInsisted: true)
    #expect(room.refusal(of: .setFrame(.weight(190)), at: 2) == nil)
    #expect(room.moment(2).weight == 190)
  }

  @Test func `correcting one figure leaves what was confirmed of the others`() throws {
    var room = Room()
    let index = try room.type(.record(high), at: 1, isInsisted: true)[0]
    try room.type(.correct(.name("a2"), with: .record(Vitals(heartRate: 80))), at: 2)
    #expect(vitals(room, index)?.isConfirmed == true)
    #expect(vitals(room, index)?.bloodPressure == high.bloodPressure)
    #expect(vitals(room, index)?.heartRate == 80)
    let fast = Doubt.unusual(quantity: "heartRate", value: 170, limit: 160, isAbove: true)
    #expect(
      room.refusal(of: .correct(.name("a2"), with: .record(Vitals(heartRate: 170))), at: 3)
        == .unusual([fast])
    )
    try room.type(.correct(.name("a2"), with: .record(Vitals(heartRate: 170))), at: 3, asks: false)
    #expect(room.moment(4).unconfirmed(index) == [doubt, fast])
  }

  @Test func `words of an effect that the clinic does not list are asked about once`() throws {
    var room = Room(.careful(), opened: -20)
    let hives = AdverseEffect(
      term: "hives",
      severity: .mild,
      action: "banana",
      outcome: "recoverd"
    )
    let doubts: [Doubt] = [.notListed("banana", as: .action), .notListed("recoverd", as: .outcome)]
    #expect(room.refusal(of: .report(hives), at: 2) == .unusual(doubts))
    let index = try room.type(.report(hives), at: 2, asks: false)[0]
    #expect(room.moment(3).unconfirmed(index) == doubts)
    #expect(
      room.refusal(of: .report(AdverseEffect(term: "hives", outcome: "recovered")), at: 4) == nil
    )
    var worse = hives
    worse.severity = .severe
    #expect(room.refusal(of: .report(worse), at: 4) == nil)
  }
}
