import KapTimeline
import Testing

/// Time alone raises notices only at the moments that can be told beforehand.
struct AgingNoticeTests {
  @Test func `a pump without a total may raise one only when it reaches a limit`() throws {
    var room = Room(.sample { $0.careRules = CareRules() }, opened: -20)
    try room.type(.setFrame(.weight(50)), at: -10)
    let rate = DoseRate(milligramsPerHour: 60)
    try room.type(.changeInfusion(InfusionChange(.start, rate: rate)), at: 0)
    let before = room.moment(1).notices
    for minute in [2.0, 20, 49.9] { #expect(!room.moment(minute).mayAge(before)) }
    #expect(room.moment(50).mayAge(before))
    let after = room.moment(50).notices
    for minute in [50.1, 70, 200] { #expect(!room.moment(minute).mayAge(after)) }
  }

  @Test func `a late entry with the figures of a set of its own minute is asked about`() throws {
    var room = Room(opened: -20)
    try room.type(.record(.set(124, 78)), at: 1)
    try room.type(.record(.set(131, 81)), at: 10)
    #expect(
      room.refusal(of: .record(.set(124, 78)), at: 20, happened: 1.5)
        == .unusual([.sameFigures(secondsAgo: 30)])
    )
    #expect(room.refusal(of: .record(.set(124, 78)), at: 20, happened: 3) == nil)
    let late = try room.type(.record(.set(124, 78)), at: 20, happened: 1.5, asks: false)[0]
    #expect(room.moment(21).unconfirmed(late) == [.sameFigures(secondsAgo: 30)])
  }

  @Test func `every source that speaks against a tick is named`() throws {
    func ground(_ basis: Limit.Basis, _ value: Double, _ source: String) -> Contradiction {
      Contradiction(
        quantity: "oxygenSaturation",
        .below,
        value,
        basis: basis,
        source: source
      )
    }
    var rules = ClinicProtocol.careful()
    let item = ChecklistItem(
      key: "oxygen",
      label: "Oxygen as before",
      short: "oxygen",
      isRequired: true,
      against: [
        ground(.absolute, 94, "first"), ground(.absolute, 92, "second"),
        ground(.change, -4, "third"), ground(.absolute, 50, "unmet"),
      ],
      source: "list"
    )
    rules.careRules?.checklists[1].items.append(item)
    var room = Room(rules, opened: -20)
    room.record(.set(124, 78, saturation: 98), at: -10)
    room.record(.dose(15), at: 0)
    room.record(.set(124, 78, saturation: 91), at: 30)
    let kept = try room.type(.check([ChecklistMark(item: "oxygen")]), at: 31, asks: false)[0]
    let moment = room.moment(32)
    let notice = try #require(moment.notices.first { $0.entry == kept })
    let card = moment.noticeCard(for: notice, offset: .utc)
    #expect(
      card.lines.filter { $0.label == "source" }.map(\.words) == ["first", "second", "third"]
    )
  }

  @Test(arguments: [
    ("2 grams", 2000.0), ("2g", 2000), ("4 milligrams", 4), ("4mgs", 4), ("100 micrograms", 0.1),
    ("100mcg", 0.1), ("0.1 mg", 0.1),
  ])
  func `a weight is read by every word that is taken for one`(amount: String, value: Double) {
    #expect(GivenMedicine(medicine: "x", amount: amount).milligrams == value)
  }
}
