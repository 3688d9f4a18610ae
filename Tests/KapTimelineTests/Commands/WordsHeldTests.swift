import KapTimeline
import Testing

/// Words of an answer that cannot hold what the clinic's list wants in them.
struct WordsHeldTests {
  private static let rules = ClinicProtocol.careful { rules in
    rules.careRules?.checklists[0].items[1].holds = ChecklistItem.Content(
      what: "version and date",
      figures: 2
    )
  }

  private func answer(_ words: String) -> Command {
    .check([ChecklistMark(item: "consent", words: words)])
  }

  private static let doubt = Doubt.notInWords("version and date", item: "consent")

  @Test(arguments: [
    ("abc", false), ("signed 2 Nov", false), ("signed 2 Nov 2026", false), ("version 3", false),
    ("2026-11-02", false), ("Version B, heute", false), ("", false),
    ("version 3, signed 2 Nov", true), ("v3 2026-11-02", true), ("3, 2.11.2026", true),
    ("v3 (2 Nov 2026)", true), ("form 12:2/11", true), ("٣ ٢", true),
  ])
  func `a version and a date need two words with figures, the year left out`(
    words: String,
    isEnough: Bool
  ) {
    let content = ChecklistItem.Content(what: "version and date", figures: 2)
    #expect(content.mayStand(in: words) == isEnough)
  }

  @Test func `a person is asked once, and what they insist on is kept as it is`() throws {
    var room = Room(Self.rules, opened: -20)
    #expect(room.refusal(of: answer("abc"), at: -10) == .unusual([Self.doubt]))
    #expect(Self.doubt.question == "No version and date in these words.")
    #expect(room.refusal(of: answer("v3, 2 Nov"), at: -10) == nil)
    let entry = try room.type(answer("abc"), at: -10, isInsisted: true)[0]
    #expect(room.moment(-9).unconfirmed(entry).isEmpty)
    #expect(room.moment(-9).notices.isEmpty)
    let refused = ChecklistMark(item: "consent", answer: .no, words: "abc")
    #expect(room.refusal(of: .check([refused]), at: -9) == nil)
  }

  @Test func `from a pipe it is kept and waits to be confirmed in the same words`() throws {
    var room = Room(Self.rules, opened: -20)
    let entry = try room.type(answer("abc"), at: -10, asks: false)[0]
    let moment = room.moment(-9)
    #expect(moment.unconfirmed(entry) == [Self.doubt])
    let notice = try #require(moment.notices.first)
    #expect((notice.rule, notice.urgency, notice.entry) == (Notice.unconfirmed, .notice, entry))
    #expect(
      moment.words(for: notice, offset: .utc).sentence
        == "consent without version and date, expected version and date. Confirm a2 if it is so, "
        + "else correct it."
    )
    let item = moment.due(given: moment.notices).open.first { $0.kind == .confirm(entry: entry) }
    #expect(item?.isRequired == true)
    try room.type(.confirm(.name("a2")), at: -8)
    #expect(room.moment(-8).unconfirmed(entry).isEmpty)
  }

  @Test func `a correction to words that hold it is enough`() throws {
    var room = Room(Self.rules, opened: -20)
    let entry = try room.type(answer("abc"), at: -10, asks: false)[0]
    try room.type(.correct(.name("a2"), with: answer("v3, 2 Nov")), at: -8, asks: false)
    #expect(room.moment(-8).unconfirmed(entry).isEmpty)
    #expect(
      room.refusal(of: .correct(.name("a2"), with: answer("none")), at: -7)
        == .unusual([Self.doubt])
    )
  }

  @Test func `rules frozen before take any words`() {
    let room = Room(.careful(), opened: -20)
    #expect(room.refusal(of: answer("abc"), at: -10) == nil)
  }
}
