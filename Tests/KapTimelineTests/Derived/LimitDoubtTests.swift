import KapTimeline
import Testing

/// A limit for one person that cannot be meant.
struct LimitDoubtTests {
  private static let rules = ClinicProtocol.sample { rules in
    for (side, value) in [(Limit.Side.below, 50.0), (.above, 110)] {
      rules.limits.append(
        Limit(
          rule: "heart-rate",
          sign: .heartRate,
          side: side,
          value: value,
          urgency: .notice,
          source: "clinic"
        )
      )
    }
  }

  private func limit(
    _ sign: Sign,
    _ side: Limit.Side,
    _ value: Double
  ) -> PersonalLimit {
    PersonalLimit(sign: sign, side: side, value: value, reason: "x")
  }

  @Test func `a limit that nobody confirmed leaves the clinic's in force`() throws {
    var room = Room(opened: -20)
    let far = limit(.systolic, .above, 240)
    let index = try room.type(.setLimits([far]), at: -15, asks: false)[0]
    var ledger = NoticeLedger()
    room.record(.set(169, 90), at: -10)
    #expect(room.moment(-10).personalLimits.isEmpty)
    #expect(room.moment(-10).limits == Moment(Room().session, at: Room.at(0)).limits)
    #expect(ledger.notices(at: room.moment(-10)).map(\.rule).contains("blood-pressure"))
    try room.type(.confirm(.identity(room.id(index))), at: -5)
    room.record(.set(170, 91), at: -4)
    // From then on it holds; what was raised before it stays.
    #expect(room.moment(-4).personalLimits == [far])
    #expect(ledger.notices(at: room.moment(-4)) == room.moment(-4).notices)
    let pressure = room.moment(-4).notices.filter { $0.rule == "blood-pressure" }
    #expect(pressure.map(\.since) == [Room.at(-10)])
    #expect(pressure.first?.clearedAt == Room.at(-4))
  }

  @Test func `what waits is said to be a limit and no reading`() throws {
    var room = Room(opened: -20)
    let index = try room.type(
      .setLimits([limit(.oxygenSaturation, .below, 31)]),
      at: -15,
      asks: false
    )[0]
    let moment = room.moment(-14)
    #expect(moment.confirmationWords(for: index) == "confirm limit SpO2 31 or less, a2")
    let notice = try #require(moment.notices.first)
    #expect(
      moment.words(for: notice, offset: .utc).sentence
        == "limit SpO2 31 or less, asked under 85. Confirm a2 if it is so, else correct it."
    )
  }

  @Test(arguments: [(120.0, true), (110, true), (81, true), (79, false), (55, false)])
  func `a limit near to the clinic's on the other side is asked about`(
    below: Double,
    isAsked: Bool
  ) {
    let room = Room(Self.rules, opened: -20)
    let low = limit(.heartRate, .below, below)
    let doubt = Doubt.limitAcross(low, other: 110)
    #expect(
      room.refusal(of: .setLimits([low]), at: -15) == (isAsked ? .unusual([doubt]) : nil)
    )
    // And the same from above.
    let high = limit(.heartRate, .above, 160 - below)
    #expect(
      room.refusal(of: .setLimits([high]), at: -15)
        == (isAsked ? .unusual([.limitAcross(high, other: 50)]) : nil)
    )
    #expect(
      doubt.question
        == "A limit of HR \(plain(below)) or less would be crossed by usual readings: it is near "
        + "the clinic's limit of 110 on the other side."
    )
    #expect(Self.rules.sources(of: [doubt]) == ["clinic"])
  }

  @Test(arguments: [(88.0, true), (90, true), (91, false), (93, false)])
  func `a limit beyond the clinic's urgent one is asked about`(value: Double, isAsked: Bool) {
    let rules = ClinicProtocol.sample { rules in
      rules.limits = [
        Limit(
          rule: "oxygen",
          sign: .oxygenSaturation,
          side: .below,
          value: 90,
          urgency: .urgent,
          source: "clinic"
        )
      ]
    }
    let low = limit(.oxygenSaturation, .below, value)
    let doubt = Doubt.limitPastUrgent(low, urgent: 90)
    #expect(
      Room(rules, opened: -20).refusal(of: .setLimits([low]), at: -15)
        == (isAsked ? .unusual([doubt]) : nil)
    )
    #expect(
      doubt.question == "SpO2 stays urgent at 90, whatever is set for one person: "
        + "a limit of \(plain(value)) or less comes after it."
    )
    #expect(rules.sources(of: [doubt]) == ["clinic"])
  }

  @Test func `two limits for one person that cross are refused`() throws {
    var room = Room(Self.rules, opened: -20)
    let (low, high) = (limit(.heartRate, .below, 75), limit(.heartRate, .above, 81))
    try room.type(.setLimits([low]), at: -15)
    #expect(room.refusal(of: .setLimits([high]), at: -14) == nil)
    let crossing = limit(.heartRate, .above, 75)
    for asks in [true, false] {
      #expect(
        room.refusal(of: .setLimits([crossing]), at: -14, asks: asks)
          == .limitsCross(.heartRate, below: 75, above: 75)
      )
    }
    #expect(
      Room(Self.rules, opened: -20).refusal(of: .setLimits([low, crossing]), at: -14)
        == .limitsCross(.heartRate, below: 75, above: 75)
    )
    // The newer of a side takes the place of the older.
    #expect(
      room.refusal(of: .setLimits([limit(.heartRate, .below, 60), crossing]), at: -14)
        == .unusual([.limitAcross(crossing, other: 50)])
    )
  }
}
