import KapCanvas
import KapTimeline

/// A session at a moment as plain text for people.
struct SessionSheet {
  private let id: SessionID
  private let moment: Moment
  private let offset: UTCOffset
  /// What earlier sessions of this person scored.
  private let earlier: [EarlierScore]
  /// Whether the moment is that of a last entry later than now.
  private let isAhead: Bool
  /// How many entries were written later about the time shown; nil where those are shown too.
  private let hidden: Int?

  init(
    _ id: SessionID,
    at moment: Moment,
    after earlier: [EarlierScore] = [],
    isAhead: Bool = false,
    hidden: Int? = nil
  ) {
    self.id = id
    self.earlier = earlier
    self.moment = moment
    self.isAhead = isAhead
    self.hidden = hidden
    let opened = moment.session.list(of: .opened).first
    offset = opened.map { moment.session.entries[$0].recorded.offset } ?? .utc
  }

  /// The text, line by line, with nothing in it that a terminal could obey.
  var lines: [String] { head.map { Text.sanitized($0) } + notices + due + entries }

  private var session: Session { moment.session }

  private func clock(_ instant: Instant) -> String { WallTime(instant, offset: offset).clock }

  private var head: [String] {
    let opening = session.opening
    let course = opening?.number.map { number in
      "session \(number)" + (opening?.planned.map { " of \($0)" } ?? "")
    }
    let first = [
      opening?.isPractice == true ? "PRACTICE" : nil, opening?.subject, course,
      moment.room.map { "room \($0)" }, stateWords,
    ]
    let rules = opening.map { "\($0.clinicProtocol.title), protocol \($0.clinicProtocol.version)" }
    let second = [
      rules, moment.weight.map { "\(plain($0)) kg" },
      moment.startedAt.map { "opened \(WallTime($0, offset: offset).date) \(clock($0))" },
      moment.zero.map { "dose \(clock($0))" },
      moment.phase.map { "\(moment.rules?.label(of: $0.phase) ?? "") since \(clock($0.from))" },
    ]
    let known = hidden.map { count in
      let words = count == 1 ? "1 entry" : "\(count) entries"
      return "AS KNOWN at \(WallTime(moment.now, offset: offset).clockWithSeconds). "
        + "\(words) written later about this time left out."
    }
    let leftOpen = moment.leftOpen
    let wall = WallTime(moment.now, offset: offset)
    let ahead = isAhead ? "AS OF \(wall.clock), the last entry, which is later than now." : nil
    return [
      "session \(id.text)", first.compactMap { $0 }.joined(separator: "  "),
      second.compactMap { $0 }.joined(separator: " · "),
    ] + [ahead, known, moment.newestWarningScore(offset: offset)?.words].compactMap { $0 }
      + responses
      + (leftOpen.isEmpty ? [] : ["left open: \(leftOpen.joined(separator: ", "))"])
      + openMatters + frame
  }

  /// What somebody who takes over asks after: required checks and facts that are open, and
  /// emergencies that are over.
  private var openMatters: [String] {
    let unknown = moment.unknownFacts
    let checks = moment.checkWords(moment.due(given: moment.notices)).map { "checks \($0)" }
    return checks + (unknown.isEmpty ? [] : ["not known: \(unknown.joined(separator: ", "))"])
      + moment.earlierEmergencies(offset)
  }

  /// Scores that are a response to what an earlier session scored, which no entry here can say.
  private var responses: [String] {
    guard !earlier.isEmpty else { return [] }
    return zip(moment.assessments(after: earlier), moment.assessments).compactMap { state, alone in
      state.outcomes == alone.outcomes ? nil : "\(clock(state.at)) \(state.words)"
    }
  }

  private var stateWords: String? {
    switch moment.state {
    case .unopened: nil
    case .open: "open"
    case .ended(let end): "ended \(clock(end))"
    }
  }

  /// The facts of the session, in the order of the entry language.
  private var frame: [String] {
    let facts = moment.frame
    return ["intention", "calming", "allergies", "escort", "touch", "stopsign"].compactMap { name in
      facts[name].map { "\(name): \($0.text)" }
    }
  }

  private var notices: [String] {
    let all = moment.notices
    let open = moment.open(all)
    let lasting = moment.acknowledgedNotOver(all)
    guard !open.isEmpty || !lasting.isEmpty else { return [] }
    var table = PlainTable()
    for notice in open {
      let raised = notice.entry.map { session.name(of: $0) } ?? ""
      let words = moment.words(for: notice, offset: offset).sentence
      table.add(["  \(notice.urgency.rawValue.uppercased())", raised, words])
    }
    for notice in lasting {
      let raised = notice.entry.map { session.name(of: $0) } ?? ""
      let words = moment.acknowledgedWords(for: notice, offset: offset)
      table.add(["  \(notice.urgency.rawValue.uppercased())", raised, words])
    }
    return ["", "notices"] + table.lines
  }

  private var due: [String] {
    let list = moment.due(given: moment.notices)
    // Once nothing is to be done any more, what was not done is still said.
    let left = moment.state.isOpen ? [] : list.left
    guard left.isEmpty else {
      var table = PlainTable()
      for item in left {
        let words = moment.dueWords(for: item)
        let state = "missed, \(item.requirement)"
        table.add(["  \(item.at.map(clock) ?? "any time")", words, state])
      }
      return ["", "not done"] + table.lines
    }
    // By due time, what is late before the rest, what has no time at the end.
    let open = list.open.enumerated().sorted { first, second in
      func key(_ item: DueItem) -> (Int, Instant) {
        (item.at == nil ? 2 : item.state == .late ? 0 : 1, item.at ?? moment.now)
      }
      let (one, other) = (key(first.element), key(second.element))
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
    guard !open.isEmpty else { return [] }
    var table = PlainTable()
    for item in open {
      let word =
        moment.postponedWords(for: item, offset: offset)
        ?? (item.isMissed ? "missed" : item.state.rawValue)
      let state = item.isRequired || item.isMissed ? "\(word), \(item.requirement)" : word
      table.add(["  \(item.at.map(clock) ?? "any time")", moment.dueWords(for: item), state])
    }
    return ["", "due"] + table.lines
  }

  private var entries: [String] {
    var table = PlainTable()
    table.add(["name", "time", "minute", "who", "entry"])
    var day: String?
    for index in moment.happened {
      let entry = session.entries[index]
      let wall = WallTime(entry.occurredAt, offset: entry.recorded.offset)
      if wall.date != day {
        if day != nil { table.add(["", wall.date, "", "", ""]) }
        day = wall.date
      }
      let words = moment.words(for: index)
      let minute = moment.minute(of: entry.occurredAt).map { $0 > 0 ? "+\($0)" : String($0) }
      table.add([
        session.name(of: index), wall.clockWithSeconds, minute ?? "", words.author,
        words.line + marks(of: words, entry),
      ])
    }
    return ["", "entries"] + table.lines
  }

  private func marks(of words: EntryWords, _ entry: Entry) -> String {
    var marks: [String] = []
    if words.isBeforeOpening { marks.append("before opening") }
    if words.isLate {
      let written = WallTime(entry.recorded.recordedAt, offset: entry.recorded.offset)
      marks.append("late entry, written \(written.clock)")
    }
    if words.isUnconfirmed { marks.append("not confirmed") }
    if entry.recorded.source != .typed { marks.append(entry.recorded.source.rawValue) }
    return marks.isEmpty ? "" : "  [\(marks.joined(separator: "; "))]"
  }
}
