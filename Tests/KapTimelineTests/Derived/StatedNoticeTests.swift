import KapTimeline
import Testing

struct StatedNoticeTests {
  private func room(_ change: (inout ClinicProtocol) -> Void = { _ in }) -> Room {
    Room(.careful(change), opened: -30)
  }

  private func rules(of room: Room, at minute: Double) -> [String] {
    let moment = room.moment(minute)
    return moment.open(moment.notices).map(\.rule)
  }

  @Test func `a dose given with open items is an urgent notice that names them`() throws {
    var room = room()
    try room.type(.check([ChecklistMark(item: "identity")]), at: -10)
    let dose = try room.type(.give(.milligrams(20)), at: 0)[0]
    let notice = try #require(room.moment(1).notices.first)
    #expect(notice.rule == Notice.checks)
    #expect(notice.urgency == .urgent)
    #expect(notice.entry == dose)
    let words = room.moment(1).words(for: notice, offset: .utc)
    #expect(
      words.sentence
        == "dose given with open consent, baseline. Say why these were open."
    )
    try room.type(.acknowledge(nil, words: "signed on paper"), at: 2)
    #expect(rules(of: room, at: 2).isEmpty)
    // The explanation stands when the amount is corrected.
    let id = room.id(dose)
    try room.type(.correct(.identity(id), with: .give(.milligrams(21))), at: 3)
    #expect(rules(of: room, at: 3).isEmpty)
  }

  @Test func `what is written later of the time before the dose makes it vanish`() throws {
    var room = room()
    try room.type(.give(.milligrams(20)), at: 0)
    try room.type(.check([ChecklistMark(item: "identity")]), at: 3, happened: -9)
    let consent = ChecklistMark(item: "consent", words: "version 3")
    try room.type(.check([consent]), at: 4, happened: -9)
    #expect(rules(of: room, at: 4) == [Notice.checks])
    try room.type(.record(.set(124, 78)), at: 5, happened: -8)
    #expect(room.moment(5).notices.isEmpty)
    // A check after the dose is none before it.
    let check = room.session.entries.count - 3
    try room.type(.correct(.identity(room.id(check)), with: nil, at: Room.at(2)), at: 6)
    #expect(rules(of: room, at: 6) == [Notice.checks])
  }

  @Test func `a plan that said why covers its items, another dose raises nothing`() throws {
    var room = room()
    let plan = DosePlan(dose: .milligrams(20))
    #expect(
      room.refusal(of: .plan(plan), at: -5) == .gateOpen(["identity", "consent", "baseline"])
    )
    var reasoned = plan
    reasoned.reason = "seen on the ward"
    let planned = try room.type(.plan(reasoned), at: -5)[0]
    try room.type(.give(.milligrams(20)), at: 0)
    try room.type(.give(.milligrams(5)), at: 8, isInsisted: true)
    #expect(room.moment(9).notices.isEmpty)
    try room.type(.void(.identity(room.id(planned)), because: "mistyped"), at: 9)
    let notices = room.moment(9).notices
    #expect(notices.map(\.rule) == [Notice.checks])
    #expect(notices.map(\.since) == [Room.at(0)])
  }

  @Test func `a pump start counts as the dose, and rules without a list ask nothing`() throws {
    var room = room()
    let rate = DoseRate(milligramsPerHour: 40)
    let start = try room.type(.changeInfusion(InfusionChange(.start, rate: rate)), at: 0)[0]
    #expect(room.moment(0).notices.map(\.entry) == [start])
    var old = Room(opened: -5)
    try old.type(.give(.milligrams(20)), at: 0)
    #expect(old.moment(1).notices.isEmpty)
  }

  @Test func `an answer that prompts raises a notice with its words and its source`() throws {
    var room = room()
    try room.type(.assess(Assessment(scale: "mood", answers: ["1": 3, "2": 0])), at: -20)
    #expect(room.moment(-20).notices.isEmpty)
    let entry = try room.type(
      .assess(Assessment(scale: "mood", answers: ["1": 3, "2": 3, "3": 2])),
      at: -19
    )[0]
    let notice = try #require(room.moment(-19).notices.first)
    #expect(room.moment(-19).notices.count == 1)
    #expect((notice.rule, notice.urgency, notice.entry) == ("mood", .urgent, entry))
    #expect(notice.sources == ["test"])
    #expect(
      room.moment(-19).words(for: notice, offset: .utc).sentence
        == "Mood item 3: 2, Mood 8, high. Ask about it now."
    )
    // An urgent one stays until somebody says something to it, whatever is answered later.
    try room.type(.assess(Assessment(scale: "mood", answers: ["3": 0])), at: -5)
    #expect(rules(of: room, at: -5) == ["mood"])
    try room.type(.acknowledge(nil, words: "asked, safe"), at: -4)
    #expect(rules(of: room, at: -4).isEmpty)
  }

  @Test func `a prompt of an item goes only when something is said of that item`() throws {
    var room = room { rules in
      for place in rules.scales.indices where rules.scales[place].name == "mood" {
        rules.scales[place].prompts[0].urgency = .notice
      }
    }
    try room.type(.assess(Assessment(scale: "mood", answers: ["1": 0, "2": 0, "3": 2])), at: -20)
    #expect(rules(of: room, at: -20) == ["mood"])
    // Skipped is not none, and a total says nothing of an item.
    try room.type(.assess(Assessment(scale: "mood", answers: ["1": 0, "2": 0])), at: -19)
    #expect(rules(of: room, at: -19) == ["mood"])
    try room.type(.score([Score(scale: "mood", value: 2)]), at: -18)
    #expect(rules(of: room, at: -18) == ["mood"])
    try room.type(.assess(Assessment(scale: "mood", answers: ["1": 0, "2": 0, "3": 0])), at: -17)
    #expect(rules(of: room, at: -17).isEmpty)
  }

  @Test(arguments: [(6.0, false), (7, true), (9, true)])
  func `a total that cannot be without an item's answer prompts as the answer would`(
    total: Double,
    isRaised: Bool
  ) throws {
    var room = room()
    try room.type(.score([Score(scale: "mood", value: total)]), at: -20)
    #expect(rules(of: room, at: -20) == (isRaised ? ["mood"] : []))
    #expect(room.moment(-20).notices.first?.urgency == (isRaised ? .urgent : nil))
  }

  @Test func `a triage of which deciding questions were skipped takes no higher prompt away`()
    throws
  {
    var room = room()
    try room.type(.assess(Assessment(scale: "triage", answers: ["1": 0, "2": 1, "3": 0])), at: -20)
    #expect(rules(of: room, at: -20) == ["triage"])
    try room.type(.assess(Assessment(scale: "triage", answers: ["1": 0])), at: -15)
    #expect(rules(of: room, at: -15) == ["triage"])
    #expect(room.moment(-15).assessments.map(\.value) == [2, nil])
    try room.type(.assess(Assessment(scale: "triage", answers: ["1": 1])), at: -14)
    #expect(room.moment(-14).assessments.last?.words == "Triage at least 1, 2 skipped")
    try room.type(.assess(Assessment(scale: "triage", answers: ["1": 0, "2": 0, "3": 0])), at: -10)
    #expect(rules(of: room, at: -10).isEmpty)
  }

  @Test func `a lesser prompt goes when the same scale comes out lower`() throws {
    var room = room()
    try room.type(.score([Score(scale: "triage", value: 2)]), at: -20)
    #expect(rules(of: room, at: -20) == ["triage"])
    try room.type(.assess(Assessment(scale: "triage", answers: ["2": 1, "3": 1])), at: -15)
    let both = room.moment(-15).notices
    #expect(both.map(\.isOpen) == [false, true])
    try room.type(.score([Score(scale: "triage", value: 1)]), at: -10)
    #expect(rules(of: room, at: -10).isEmpty)
  }

  @Test(arguments: [0.0, 5, 10])
  func `how far away a person is raises no notice, whatever the rules say`(value: Double) throws {
    var room = room { rules in
      for place in rules.scales.indices where rules.scales[place].name == "dissociation" {
        rules.scales[place].prompts = [
          Scale.Prompt(0, .above, urgency: .urgent, words: "look", source: "test")
        ]
      }
    }
    try room.type(.score([Score(scale: "dissociation", value: value)]), at: 5)
    #expect(room.moment(6).notices.isEmpty)
  }

  @Test func `a serious event reminds of what the clinic does then`() throws {
    var room = room()
    try room.type(.report(AdverseEffect(term: "nausea", severity: .mild)), at: -9)
    #expect(room.moment(-9).notices.isEmpty)
    let serious = AdverseEffect(term: "nausea", isSerious: true)
    let entry = try room.type(.report(serious), at: -8)[0]
    let notice = try #require(room.moment(-8).notices.first)
    #expect((notice.urgency, notice.entry) == (.reminder, entry))
    #expect(
      room.moment(-8).words(for: notice, offset: .utc).sentence == "nausea is serious. Report it."
    )
    var other = room
    try other.type(.acknowledge(nil, words: "reported"), at: -7)
    #expect(rules(of: other, at: -7).isEmpty)
    try room.type(.report(AdverseEffect(term: "nausea", isSerious: false)), at: -6)
    #expect(rules(of: room, at: -6).isEmpty)
  }

  @Test func `what is overdue reminds until it is done, and nobody acknowledges it`() throws {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    room.record(.set(124, 78), at: 20)
    #expect(room.moment(45).notices.isEmpty)
    let late = room.moment(46).notices
    #expect(late.map(\.subject) == ["vitals +40 late"])
    #expect(late.map(\.urgency) == [.reminder])
    #expect(late.map(\.entry) == [nil])
    #expect(late.map(\.since) == [Room.at(45)])
    #expect(room.refusal(of: .acknowledge(nil, words: "yes"), at: 46) == .noNotice)
    // Past its tolerance nobody puts it off, and what was put off before is late all the same.
    #expect(
      room.refusal(of: .postpone(.key("vitals+40")), at: 46)
        == .toleranceOver("vitals +40", ended: Room.at(45))
    )
    var put = room
    put.record(.later(Postponement(item: "vitals+40", until: Room.at(60))), at: 41)
    #expect(put.moment(45).notices.isEmpty)
    #expect(put.moment(46).notices.map(\.since) == [Room.at(45)])
    #expect(put.moment(46).due(given: []).missing.map(\.key) == ["vitals+40"])
    try room.type(.record(.set(120, 70)), at: 46, happened: 44)
    #expect(room.moment(46).notices.isEmpty)
  }

  @Test func `a value can be asked about from above`() throws {
    var room = Room(
      .careful { rules in
        guard let place = rules.scales.firstIndex(where: { $0.name == "moaas" }) else { return }
        rules.scales[place].prompts = [
          Scale.Prompt(0, .below, urgency: .urgent, words: "call", source: "label")
        ]
      },
      opened: -20
    )
    for (value, minute) in zip([5.0, 1], [5.0, 6]) {
      try room.type(.score([Score(scale: "moaas", value: value)]), at: minute)
    }
    #expect(room.moment(7).notices.isEmpty)
    try room.type(.score([Score(scale: "moaas", value: 0)]), at: 8)
    let notice = try #require(room.moment(9).notices.first)
    #expect((notice.urgency, notice.limit, notice.sources) == (.urgent, "0 or less", ["label"]))
    try room.type(.score([Score(scale: "moaas", value: 4)]), at: 10)
    #expect(room.moment(11).notices.first?.clearedAt == Room.at(10))
  }
}
