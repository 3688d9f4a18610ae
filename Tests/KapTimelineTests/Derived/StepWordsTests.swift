import KapTimeline
import Testing

/// Steps of an emergency that want words: quiet while the card is open, asked for once it is over.
struct StepWordsTests {
  private static let rules = ClinicProtocol.careful { rules in
    rules.careRules?.interventions = [
      Intervention(key: "1", name: "help called"),
      Intervention(key: "4", name: "oxygen", wantsWords: true),
    ]
  }

  /// An emergency from minute 5 with help called, oxygen at minute 6, stood down at minute 9.
  private func room(
    _ rules: ClinicProtocol = rules,
    words: String? = nil,
    isMistake: Bool = false,
    asks: Bool = true
  ) throws -> Room {
    var room = Room(rules, opened: -20)
    try room.type(.emergency(EmergencyStep(.start)), at: 5, asks: asks)
    try room.type(.emergency(EmergencyStep(.step, name: "help called")), at: 5, asks: asks)
    try room.type(.emergency(EmergencyStep(.step, name: "oxygen", words: words)), at: 6, asks: asks)
    if isMistake {
      // As it was recorded before a card with steps was refused as a mistake.
      room.record(.emergency(EmergencyStep(.standDown, isMistake: true)), at: 9)
    } else {
      try room.type(.emergency(EmergencyStep(.standDown)), at: 9, asks: asks)
    }
    return room
  }

  private func due(_ moment: Moment) -> [DueItem] {
    moment.due(given: moment.notices).open.filter { item in
      if case .stepWords = item.kind { true } else { false }
    }
  }

  @Test(arguments: [true, false])
  func `after the stand-down each step without its words is due and required`(asks: Bool) throws {
    let room = try room(asks: asks)
    #expect(due(room.moment(8)).isEmpty)
    let items = due(room.moment(9))
    #expect(items.count == 1)
    let item = try #require(items.first)
    #expect(item.key == "words:\(room.id(3).text)")
    #expect(item.kind == .stepWords(entry: 3))
    #expect((item.at == nil, item.isRequired, item.state) == (true, true, .due))
    #expect(room.moment(9).dueWords(for: item.key) == "words for oxygen 14:06, a4")
    // It is as it was after resuming, and in a replay.
    let resumed = Moment(Session(replaying: room.written), at: Room.at(30))
    #expect(due(resumed) == due(room.moment(30)))
    var known = KnownSession(Session(replaying: room.written))
    known.seek(to: Room.at(30))
    #expect(due(Moment(known.session, at: Room.at(30))).map(\.key) == [item.key])
    #expect(room.moment(30).handOverPage(offset: .utc).joined().contains("words for oxygen 14:06"))
  }

  @Test func `it goes when the words are written, and comes back when they are taken out`() throws {
    var room = try room()
    let worded = Command.emergency(EmergencyStep(.step, name: "oxygen", words: "8 l by mask"))
    try room.type(.correct(.name("a4"), with: worded), at: 20)
    #expect(due(room.moment(20)).isEmpty)
    #expect(room.moment(20).emergency == nil)
    #expect(room.session.entries[3].occurredAt == Room.at(6))
    let bare = Command.emergency(EmergencyStep(.step, name: "oxygen"))
    try room.type(.correct(.name("a4"), with: bare), at: 21)
    #expect(due(room.moment(21)).count == 1)
    try room.type(.void(.name("a4"), because: "wrong key"), at: 22)
    #expect(due(room.moment(22)).isEmpty)
  }

  @Test func `it goes with a reason why there are none`() throws {
    var room = try room()
    try room.type(.skip(.word("words"), because: "nobody recalls how much"), at: 20)
    #expect(due(room.moment(20)).isEmpty)
  }

  @Test func `words at once, a card by mistake and rules from before ask for nothing`() throws {
    #expect(due(try room(words: "8 l").moment(20)).isEmpty)
    #expect(due(try room(isMistake: true).moment(20)).isEmpty)
    var before = Self.rules
    before.careRules = nil
    #expect(due(try room(before).moment(20)).isEmpty)
  }

  @Test func `after the session's end it is still said to be unanswered, until it is answered`()
    throws
  {
    var room = try room()
    room.record(.ended, at: 60)
    let list = { (minute: Double) in
      let moment = room.moment(minute)
      return moment.due(given: moment.notices)
    }
    #expect(list(90).open.isEmpty)
    #expect(list(90).unanswered.map(\.key) == ["words:\(room.id(3).text)"])
    let worded = Command.emergency(EmergencyStep(.step, name: "oxygen", words: "8 l"))
    try room.type(.correct(.name("a4"), with: worded), at: 91)
    let moment = room.moment(92)
    #expect(moment.due(given: moment.notices).unanswered.isEmpty)
  }
}
