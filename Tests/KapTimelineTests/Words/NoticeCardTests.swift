import KapTimeline
import Testing

struct NoticeCardTests {
  private var dosed: Room {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    return room
  }

  private func lines(_ room: Room, at minute: Double) throws -> [String] {
    let moment = room.moment(minute)
    let notice = try #require(moment.notices.last)
    return moment.noticeCard(for: notice, offset: .utc).lines.map { "\($0.label): \($0.words)" }
  }

  @Test func `a notice says only the limits crossed at its own urgency`() throws {
    var room = dosed
    room.record(.set(185, 100), at: 10)
    room.record(.set(185, 100), at: 15)
    let notices = room.moment(15).notices
    let words = notices.map { room.moment(15).words(for: $0, offset: .utc).limits }
    // The highest of them is said even where it waits for its repeat.
    #expect(words == [["limit 180 systolic", "49 % above baseline"], ["limit 180 systolic"]])
  }

  @Test func `a card tells rule, value, limit, time, next step and source`() throws {
    var room = dosed
    room.record(.set(185, 80), at: 10)
    #expect(
      try lines(room, at: 11) == [
        "rule: blood pressure", "value: BP 185/80, a4", "limit: BP systolic 160 or more",
        "limit: BP systolic 20 % or more above baseline: 49 % above",
        "limit: BP systolic 180 or more, if it is so again at 14:15", "time: 14:10, minute 10",
        "next step: Not confirmed: repeat due 14:15.", "source: test",
      ]
    )
    try room.type(.acknowledge(nil, words: "cuff moved"), at: 12)
    #expect(try lines(room, at: 12).last == "said: acknowledged: cuff moved, AR")
  }

  @Test func `a dose beyond the warning has a limit, a next step and a source too`() throws {
    var room = dosed
    room.record(.frame(.weight(50)), at: -15)
    room.record(.dose(45), at: 5)
    #expect(
      try lines(room, at: 6) == [
        "rule: dose", "value: dose 45 mg, a5", "limit: 0.8 mg/kg; doses 60 mg, limit 1 mg/kg",
        "time: 14:05, minute 5",
        "next step: Confirm a5 if it is so, else correct it.", "source: test",
      ]
    )
    let notice = try #require(room.moment(6).notices.last)
    #expect(
      room.moment(6).words(for: notice, offset: .utc).sentence
        == "dose 45 mg, limit 0.8 mg/kg; doses 60 mg, limit 1 mg/kg. "
        + "Confirm a5 if it is so, else correct it."
    )
  }

  @Test func `each doubt about a dose stands beside what it is about`() throws {
    let said = Doubt.notAccounted(
      vials: Mass(nanograms: 28_000_000),
      doses: Mass(nanograms: 168_000_000)
    )
    let doubts: [Doubt] = [
      .dose(above: 84, isPerKilogram: false, isHard: true), .twoDevices(device: 28), said,
    ]
    let moment = dosed.moment(6)
    #expect(
      moment.statedLimits(of: doubts, in: .dose(.milligrams(56)))
        == "limit 84 mg; a second device at once, expected one device at a time; "
        + "vials 28 mg, doses 168 mg"
    )
  }

  @Test func `doses that are too much together are said with their sum`() throws {
    var room = dosed
    room.record(.frame(.weight(50)), at: -15)
    room.record(.dose(30), at: 5)
    room.record(.dose(30), at: 6)
    let notice = try #require(room.moment(7).notices.last)
    let words = room.moment(7).words(for: notice, offset: .utc)
    #expect(words.value.hasPrefix("doses "))
    #expect(words.value != "dose 30 mg")
  }

  @Test func `whatever raises a notice, its card leaves no line out`() throws {
    var room = Room(.careful(), opened: -30)
    try room.type(
      .assess(Assessment(scale: "mood", answers: ["1": 3, "2": 3, "3": 2])),
      at: -19
    )
    try room.type(.give(.milligrams(20)), at: 0)
    room.record(.set(210, 80, saturation: 80), at: 10)
    let moment = room.moment(90)
    #expect(Set(moment.notices.map(\.rule)).count >= 5)
    for notice in moment.notices {
      let labels = Set(moment.noticeCard(for: notice, offset: .utc).lines.map(\.label))
      #expect(
        labels == ["rule", "value", "limit", "time", "next step", "source"],
        "\(notice.rule)"
      )
    }
  }
}
