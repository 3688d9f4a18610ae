/// What is due, in the order in which somebody should look.
package struct DueList: Hashable, Sendable {
  /// Items still to do, the most pressing first.
  package let open: [DueItem]
  /// Those that have a time and were not missed, in the order of their times, bundled.
  ///
  /// What is due within the tolerance of each other is one visit.
  package let visits: [DueVisit]
  /// How many of the items the protocol asks for are done.
  package let done: Int
  /// Those that were not done, with a reason, in order.
  package let skipped: [DueItem]
  /// How many these are.
  package var notDone: Int { skipped.count }
  /// How many it asks for in all, as far as can be known now.
  package let total: Int
  /// What it requires, whose time is past, and that is neither done nor has a reason.
  package let missing: [DueItem]
  /// The same and what is not required whose place the next has taken, by their times: planned, and
  /// neither done nor explained.
  package let missed: [DueItem]
  /// What waits for a person's word though its time is over: the checks before a dose that was
  /// given, and once the session ended the list for leaving, steps and values.
  package let unanswered: [DueItem]
  /// All that was asked for and is neither done nor explained, though its time is over.
  package var left: [DueItem] { missed + unanswered }

  /// Nothing is due and nothing was asked for.
  static let none = DueList(open: [], planned: [], at: Instant(milliseconds: 0))

  /// Lists what is still to do at `now`, and counts what became of all that was `planned`; once
  /// the session `isOver` what is late stays undone.
  ///
  /// `checks` were to be answered before now.
  init(
    open: [DueItem],
    planned: [DueItem],
    checks: [DueItem] = [],
    at now: Instant,
    isOver: Bool = false
  ) {
    self.open = open
    visits = DueVisit.bundled(open, at: now)
    done = planned.count { $0.state == .done }
    skipped = planned.filter { $0.state == .notDone }
    total = planned.count
    unanswered = checks
    let lost = planned.filter { item in
      let isLate = item.state == .late && (item.isRequired || isOver)
      return item.isOpen && (item.isMissed || isLate)
    }
    missing = lost.filter(\.isRequired)
    missed = lost.enumerated().sorted { first, second in
      let (one, other) = (first.element.at ?? now, second.element.at ?? now)
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
  }

  /// The visit an item belongs to.
  package func visit(with key: String) -> DueVisit? {
    visits.first { visit in visit.items.contains { $0.key == key } }
  }

  /// The same counts, of a session that is over: nothing is to be done any more.
  var over: DueList { DueList(after: self) }

  private init(after other: DueList) {
    open = []
    visits = []
    unanswered =
      other.unanswered + other.open.filter { $0.isRequired && $0.kind.isAnswered }
    done = other.done
    skipped = other.skipped
    total = other.total
    missing = other.missing
    missed = other.missed
  }
}

/// Items that somebody does in one go.
package struct DueVisit: Hashable, Sendable {
  /// When the first of them is due.
  package let at: Instant
  /// The items, by their times.
  package let items: [DueItem]

  /// Bundles what has a time: looks at the person that are due within the tolerance of the first
  /// one; what is late is due now.
  fileprivate static func bundled(_ open: [DueItem], at now: Instant) -> [DueVisit] {
    var visits: [(at: Instant, items: [DueItem])] = []
    var last: Int?
    let timed = open.filter { $0.at != nil && !$0.isMissed }
      .sorted { ($0.at ?? now) < ($1.at ?? now) }
    for item in timed {
      guard let at = item.at else { continue }
      if item.kind.isLook, let place = last,
        max(at, now) <= max(visits[place].at, now) + visits[place].items[0].grace
      {
        visits[place].items.append(item)
      } else {
        if item.kind.isLook { last = visits.count }
        visits.append((at, [item]))
      }
    }
    return visits.map { DueVisit(at: $0.at, items: $0.items) }
  }
}

extension DueItem.Kind {
  /// Whether a person's word settles it at any time, after the session too.
  fileprivate var isAnswered: Bool {
    switch self {
    case .stepWords, .vial, .confirm: true
    case .vitals, .endReading, .repeatReading, .scores, .infusionEnd, .hold, .pin, .checks: false
    }
  }

  /// Whether somebody looks at the person for it, as for others of these.
  fileprivate var isLook: Bool {
    switch self {
    case .vitals, .endReading, .repeatReading, .scores: true
    case .infusionEnd, .hold, .pin, .checks, .stepWords, .vial, .confirm: false
    }
  }
}
