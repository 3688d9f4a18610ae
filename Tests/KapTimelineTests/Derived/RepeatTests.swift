import KapTestSupport
import KapTimeline
import Testing

/// The second of two readings counts once the interval of the rules has passed, and not before.
struct RepeatTests {
  private func dosed(_ change: (inout ClinicProtocol) -> Void = { _ in }) -> Room {
    var room = Room(.sample(change), opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    return room
  }

  private func urgencies(_ minutes: [Double], _ systolic: [Double]) -> [Urgency] {
    var room = dosed()
    for (minute, value) in zip(minutes, systolic) { room.record(.set(value, 80), at: minute) }
    return room.moment(60).notices.filter { $0.rule == "blood-pressure" }.map(\.urgency)
  }

  @Test(arguments: [
    ([10.0, 10.1], [Urgency.notice, .notice]), ([10, 13.9], [.notice, .notice]),
    ([10, 14], [.notice, .urgent]), ([10, 15], [.notice, .urgent]),
    ([10, 30], [.notice, .urgent]), ([10, 12, 15], [.notice, .notice, .urgent]),
    ([10, 12, 14, 16], [.notice, .notice, .urgent, .urgent]),
  ]) func `a second reading counts from the interval on, a minute early by the clinic's leave`(
    _ minutes: [Double],
    _ expected: [Urgency]
  ) {
    #expect(urgencies(minutes, minutes.map { _ in 185 }) == expected)
  }

  @Test func `a good reading between begins anew, and what counted once goes on to count`() {
    #expect(urgencies([10, 12, 16], [185, 130, 185]) == [.notice, .notice])
    #expect(urgencies([10, 11], [205, 185]) == [.urgent, .urgent])
    #expect(urgencies([10, 11, 12], [205, 130, 185]) == [.urgent, .notice])
    // The notice limit alone does not count towards the urgent one.
    #expect(urgencies([10, 15], [165, 185]) == [.notice, .notice])
  }

  @Test func `a worse limit that only now waits for its repeat waits its own time`() {
    var room = dosed()
    for (minute, value) in [(10.0, 165.0), (12, 185), (15, 185)] {
      room.record(.set(value, 80), at: minute)
    }
    let by = room.moment(15).notices.filter { $0.rule == "blood-pressure" }.map(\.repeatBy)
    #expect(by == [Room.at(15), Room.at(17), Room.at(17)])
    room.record(.set(185, 80), at: 16)
    #expect(room.moment(16).notices.last { $0.rule == "blood-pressure" }?.urgency == .urgent)
  }

  @Test func `a reading too soon keeps the notice, and the repeat stays due at its time`() throws {
    var room = dosed()
    room.record(.set(185, 80), at: 10)
    let second = room.record(.set(186, 80), at: 11)
    let moment = room.moment(11)
    #expect(moment.open(moment.notices).map(\.entry) == [second])
    #expect(moment.open(moment.notices).map(\.repeatBy) == [Room.at(15)])
    let due = moment.due(given: moment.notices).open
    #expect(due.filter { $0.key.hasPrefix("repeat:") }.map(\.at) == [Room.at(15)])
    var other = room
    other.record(.set(187, 80), at: 14.2)
    #expect(other.moment(15).notices.map(\.repeatBy) == [15, 15, 19.2].map { Room.at($0) })
    room.record(.set(130, 80), at: 15)
    let after = room.moment(15)
    #expect(after.open(after.notices).isEmpty)
    #expect(!after.due(given: after.notices).open.contains { $0.key.hasPrefix("repeat:") })
  }

  @Test func `a reading too soon is named, with the minutes of the rules`() throws {
    var room = dosed()
    room.record(.set(185, 80), at: 10)
    let moment = room.moment(10.5)
    let waiting = try #require(moment.waitingRepeats(given: moment.notices).first)
    #expect((waiting.minutes, waiting.from) == (5, Room.at(14)))
    #expect(waiting.isTooSoon(.set(186, 80), at: Room.at(13.9)))
    #expect(!waiting.isTooSoon(.set(186, 80), at: Room.at(14)))
    #expect(!waiting.isTooSoon(.set(165, 80), at: Room.at(12)))
    #expect(!waiting.isTooSoon(.set(205, 80), at: Room.at(12)))
    #expect(waiting.words(offset: .utc).hasPrefix("BP too soon for the repeat after 5 min: "))
    let early = room.record(.set(186, 80), at: 12)
    let other = room.record(.set(186, 80), at: 13)
    let repeated = room.record(.set(186, 80), at: 14)
    let later = room.moment(15)
    let missed = [early, other, repeated].map { later.missedRepeat(by: $0, given: later.notices) }
    #expect(missed.map { $0?.from } == [Room.at(14), Room.at(14), nil])
    #expect(later.waitingRepeats(given: later.notices).isEmpty)
  }

  @Test func `under rules from before it any second reading counts, as it did then`() {
    var room = dosed { $0.vitals.repeatEarlyMinutes = nil }
    room.record(.set(185, 80), at: 10)
    room.record(.set(185, 80), at: 10.5)
    #expect(room.moment(11).notices.map(\.urgency) == [.notice, .urgent])
  }

  @Test(arguments: 0..<60) func `written in any order, readings raise the same`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var sets: [(minute: Double, systolic: Double)] = []
    for place in 0..<14 {
      let minute = Double(place) + Double(Int.random(in: 0...19, using: &generator)) / 20
      sets.append((minute, [130, 165, 182, 188, 205].randomElement(using: &generator) ?? 130))
    }
    func said(_ order: [(minute: Double, systolic: Double)]) -> [String] {
      var room = dosed()
      for (place, set) in order.enumerated() {
        room.record(.set(set.systolic, 80), at: set.minute, written: 30 + Double(place))
      }
      return room.moment(60).notices.map { notice in
        "\(notice.since) \(notice.urgency) \(notice.repeatBy as Any) \(notice.isOpen) "
          + "\(notice.repeatedAt as Any) \(notice.crossings.map(\.counts))"
      }
    }
    #expect(said(sets) == said(sets.shuffled(using: &generator)))
    // Nothing is urgent that neither counts at once nor was crossed long enough before.
    for (place, set) in sets.enumerated() where set.systolic < 200 && set.systolic >= 180 {
      let run = sets[...place].reversed().prefix { $0.systolic >= 180 }
      let isLong = run.contains { set.minute - $0.minute >= 4 - 1e-9 || $0.systolic >= 200 }
      var room = dosed()
      for set in sets { room.record(.set(set.systolic, 80), at: set.minute) }
      let notice = room.moment(60).notices.first { $0.since == Room.at(set.minute) }
      #expect(notice?.urgency == (isLong ? .urgent : .notice), "minute \(set.minute)")
    }
  }
}
