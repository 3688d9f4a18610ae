/// The notices of a session so far, kept from one moment to the next.
///
/// Asked about moments that go forwards, it looks at each set of readings once; when an earlier
/// reading or dose has changed, or the moment goes back, it begins again. What it returns is the
/// same as ``Moment/notices`` in any case.
package struct NoticeLedger: Sendable {
  private var table: LimitTable?
  private var raised: [Notice] = []
  private var rules: [RuleState] = []
  /// Since when each limit is crossed without a reading within it between, by its number.
  private var crossed: [Int: Crossed] = [:]
  private var base = Baseline()
  /// The first dose by now.
  private var dose: Int?
  /// How far it has come.
  private var now = Instant(milliseconds: -Instant.bound)
  private var rewrites = 0
  /// The limits set for this person that it has taken in.
  private var taken: Set<Int> = []
  private var count = 0
  private var last: EventID?

  /// Creates a ledger that has looked at nothing yet.
  package init() {}

  /// Every notice raised up to a moment, in the order raised; see ``Notice/isOpen``.
  package mutating func notices(at moment: Moment) -> [Notice] {
    guard moment.rules != nil else { return [] }
    let readings = moment.overdue(readings(at: moment), by: moment.inSession.now)
    let notices = moment.acknowledged(moment.inOrder(readings, moment.statedNotices))
    return notices + moment.reminders(of: moment.due(given: notices))
  }

  /// The notices that readings raised up to a moment, in the order raised, as the next reading left
  /// them: without what people said to them, and without what time alone makes of them.
  ///
  /// Cost: that of the sets since the last moment.
  package mutating func readings(at moment: Moment) -> [Notice] {
    guard let protocolRules = moment.rules else { return [] }
    let sets = moment.inSession.list(of: .vitals)
    if !continues(to: moment, sets) {
      self = NoticeLedger()
      let table = LimitTable(protocolRules)
      rules = Array(repeating: RuleState(), count: table.rules.count)
      rewrites = moment.session.rewrites
      self.table = table
    }
    dose = moment.firstDose
    for index in sets.dropFirst(count) { look(at: index, in: moment) }
    count = sets.count
    last = sets.last.map { moment.session.entries[$0].id }
    now = moment.now
    return raised
  }

  /// Whether all it has seen is still so.
  private func continues(to moment: Moment, _ sets: ArraySlice<Int>) -> Bool {
    guard table != nil, rewrites == moment.session.rewrites, now <= moment.now,
      sets.count >= count
    else { return false }
    guard count > 0 else { return last == nil }
    return moment.session.entries[sets[sets.startIndex + count - 1]].id == last
  }

  private mutating func look(at index: Int, in moment: Moment) {
    let entry = moment.session.entries[index]
    takeLimits(before: entry, in: moment)
    guard let table, !entry.isVoid, !moment.isArtefact(index), case .vitals(let set) = entry.event
    else { return }
    let isAfterDose = !moment.session.entries.comes(index, before: dose)
    let against = base.measure(for: set, isAfterDose: isAfterDose)
    base.take(set, of: index, isAfterDose: isAfterDose)
    let crossings = crossings(of: set, at: entry.occurredAt, against: against, table)
    for rule in table.rules.indices where table.isRead(rule, in: set) {
      holdOverdue(rule, by: entry.occurredAt, in: moment)
      let before = rules[rule].unrepeated.map { raised[$0] }
      if let place = rules[rule].unrepeated { raised[place].repeatedAt = entry.occurredAt }
      rules[rule].unrepeated = nil
      let found = crossings.filter { table.limits[$0.limit].rule == rule }.map(\.crossing)
      if found.isEmpty {
        for place in rules[rule].standing { raised[place].clearedAt = entry.occurredAt }
        rules[rule].standing = []
        continue
      }
      let notice = table.notice(
        of: rule,
        found,
        by: index,
        at: entry.occurredAt,
        before: before
      )
      for place in rules[rule].standing
      where raised[place].urgency <= notice.urgency && notice.covers(raised[place]) {
        raised[place].supersededBy = raised[place].supersededBy ?? index
      }
      rules[rule].standing.append(raised.count)
      rules[rule].unrepeated = raised.count
      raised.append(notice)
    }
  }

  /// Makes urgent for good what waited for a repeat that did not come in time.
  private mutating func holdOverdue(_ rule: Int, by instant: Instant, in moment: Moment) {
    guard let place = rules[rule].unrepeated,
      let since = moment.rules?.overdue(raised[place]), since <= instant
    else { return }
    raised[place] = raised[place].overdue(since: since)
  }

  /// Takes in the limits that were set for this person before a reading.
  private mutating func takeLimits(before entry: Entry, in moment: Moment) {
    let limits = moment.session.list(of: .limit)
    guard taken.count < limits.count else { return }
    var held: [(key: OrderKey, index: Int)] = []
    for index in limits where !taken.contains(index) {
      guard let key = moment.holds(limitAt: index), key < OrderKey(entry) else { continue }
      held.append((key, index))
    }
    for (_, index) in held.sorted(by: { $0.key < $1.key }) {
      guard case .limit(let personal) = moment.session.entries[index].event else { continue }
      table?.take(personal)
      taken.insert(index)
    }
  }

  private mutating func crossings(
    of set: Vitals,
    at instant: Instant,
    against baseline: Vitals?,
    _ table: LimitTable
  ) -> [(limit: Int, crossing: Notice.Crossing)] {
    var crossings: [(limit: Int, crossing: Notice.Crossing)] = []
    for place in table.limits.indices {
      let row = table.limits[place]
      guard let value = set[row.limit.sign] else { continue }
      guard let measure = row.limit.measure(of: value, baseline: baseline?[row.limit.sign]),
        row.limit.isCrossed(by: measure)
      else {
        if let number = row.number { crossed[number] = nil }
        continue
      }
      let counts = counts(measure, on: row, at: instant, after: table.countsAfter)
      let crossing = Notice.Crossing(
        limit: row.limit,
        value: value,
        measure: measure,
        counts: counts
      )
      crossings.append((place, crossing))
    }
    return crossings
  }

  /// Whether a crossing counts: at once, as the repeat of a first one, or because one before it did.
  private mutating func counts(
    _ measure: Double,
    on row: LimitTable.Row,
    at instant: Instant,
    after interval: Span
  ) -> Bool {
    guard row.limit.needsRepeat, let number = row.number else { return true }
    var state = crossed[number] ?? Crossed(since: instant)
    let isRepeat = crossed[number].map { instant - $0.since >= interval } ?? false
    state.counts = state.counts || isRepeat || row.limit.countsAtOnce(measure)
    crossed[number] = state
    return state.counts
  }

  /// A limit that is crossed.
  private struct Crossed {
    let since: Instant
    var counts = false
  }

  private struct RuleState {
    /// The notices since the last reading within the limits, as places among those raised.
    var standing: [Int] = []
    /// The one whose signs were not read again yet.
    var unrepeated: Int?
  }
}
