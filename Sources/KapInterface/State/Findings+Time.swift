import KapEntry
import KapTimeline

extension Findings {
  /// Works out what holds at another moment.
  mutating func replace(
    with moment: Moment,
    ledger: inout NoticeLedger,
    later: Int,
    key: Key
  ) {
    let last = revision
    self = Findings(moment, ledger: &ledger, later: later, key: key)
    revision = last + 1
  }

  /// Goes on to a later moment before which nothing else happened: only what hangs on the time
  /// itself is looked at again, and what looks as before stays what it was.
  mutating func advance(to moment: Moment, ledger: inout NoticeLedger, key: Key) {
    let (oldDue, oldPumps, oldNotices) = (due, pumps, notices)
    if moment.mayAge(notices) { takeNotices(at: moment, ledger: &ledger) }
    due = moment.due(given: notices)
    pumps = moment.infusions.filter(\.isRunning)
    if due.looks(like: oldDue) { due = oldDue } else { nameDue(at: moment) }
    let isSilent = takeSilence(at: moment)
    let wasStayOver = isStayOver
    let oldChecks = checks
    let isStayOverNow = moment.stayUntil.map { moment.now >= $0 } ?? false
    // A set that is to stand before the dose grows old while nobody writes.
    let ages = moment.rules?.vitals.needs != nil && moment.doseBegan == nil
    if ages || !wasStayOver && isStayOverNow { takeChecks(at: moment) }
    self.key = key
    let isOther = due != oldDue || isSilent || checks != oldChecks || notices != oldNotices
    if isOther || pumps.map(\.startedAt) != oldPumps.map(\.startedAt) {
      revision += 1
    }
  }

  /// Whether the record shows that the minimum stay has passed.
  private var isStayOver: Bool {
    let items = checks[.leaving] ?? []
    return items.allSatisfy { $0.item.evidence?.kind != .stay || $0.state != .open }
  }

  /// Looks at the lists of checks.
  mutating func takeChecks(at moment: Moment) {
    for purpose in Checklist.Purpose.allCases {
      let items = moment.checklist(for: purpose)
      checks[purpose] = items.isEmpty ? nil : items
    }
  }

  /// Orders what is due, and names it for completion.
  mutating func nameDue(at moment: Moment) {
    dueItems = Self.ordered(due.open)
    // More than this nobody completes.
    dueNames = dueItems.prefix(40).map {
      EntryContext.DueName(key: $0.key, title: moment.dueWords(for: $0.key))
    }
    waiting = dueItems.compactMap { item in
      guard case .confirm(let entry) = item.kind else { return nil }
      let words = moment.unconfirmedWords(of: entry).joined(separator: ", ")
      return EntryContext.DueName(key: moment.session.name(of: entry), title: words)
    }
  }

  /// Notes the silence that lasts, and returns whether that looks otherwise than before.
  mutating func takeSilence(at moment: Moment) -> Bool {
    guard let last = lastBeforeSilence, let gap = moment.openGap(after: last) else { return false }
    if let old = gaps[last], old.shownLength == gap.shownLength { return false }
    gaps[last] = gap
    return true
  }

  /// Items of the same time with what is most pressing first; what has no time yet in the order of
  /// its minutes.
  fileprivate static func ordered(_ items: [DueItem]) -> [DueItem] {
    items.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      if one.isMissed != other.isMissed { return other.isMissed }
      if (one.at == nil) != (other.at == nil) { return one.at != nil }
      if let here = one.at, let there = other.at, here != there { return here < there }
      let (rank, otherRank) = (one.rank, other.rank)
      if rank != otherRank { return rank < otherRank }
      return first.offset < second.offset
    }.map(\.element)
  }
}

extension Gap {
  /// Its length as far as it is shown: in minutes, or less than one in seconds.
  fileprivate var shownLength: Int {
    length.wholeMinutes > 0 ? length.wholeMinutes * 60 : length.wholeSeconds
  }
}

extension DueList {
  /// Whether the same is shown of both; what is counted from a running pump wavers by milliseconds.
  fileprivate func looks(like other: DueList) -> Bool {
    done == other.done && notDone == other.notDone && total == other.total
      && missed.count == other.missed.count
      && open.count == other.open.count
      && zip(open, other.open).allSatisfy { $0.looks(like: $1) }
  }
}

extension DueItem {
  fileprivate func looks(like other: DueItem) -> Bool {
    if self == other { return true }
    guard case .infusionEnd = kind, key == other.key, state == other.state,
      isMissed == other.isMissed, postponedUntil == other.postponedUntil,
      let at, let before = other.at
    else { return false }
    return abs((at - before).milliseconds) < 100
  }
}

extension DueItem {
  /// Its place among those of the same time, or of none.
  fileprivate var rank: Rank {
    switch kind {
    case .hold, .repeatReading: Rank(group: 0)
    case .infusionEnd, .checks: Rank(group: 1)
    case .vitals(let minute): Rank(group: minute < 0 ? 2 : 4, minute: minute)
    case .scores(let minute): Rank(group: minute < 0 ? 2 : 4, minute: minute, isScore: true)
    case .pin, .stepWords, .vial, .confirm: Rank(group: 3)
    case .endReading: Rank(group: 4, minute: .infinity)
    }
  }

  fileprivate struct Rank: Comparable {
    var group: Int
    var minute = 0.0
    var isScore = false

    static func < (left: Self, right: Self) -> Bool {
      if left.group != right.group { return left.group < right.group }
      return left.minute == right.minute
        ? !left.isScore && right.isScore : left.minute < right.minute
    }
  }
}
