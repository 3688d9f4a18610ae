extension Moment {
  /// What is due: a pure function of the session and the time.
  ///
  /// `notices` are those of this moment, since a notice may ask for a reading again.
  package func due(given notices: [Notice]) -> DueList {
    guard let rules, state.isOpen else { return DueList(open: [], done: 0, total: 0) }
    let ledger = ledger
    let planned =
      plannedVitals(rules, ledger) + plannedScores(rules, ledger)
      + repeats(rules, notices, ledger)
    let others = timedDoses(rules, ledger) + waitingPins(ledger) + waitingValues(ledger)
    let open = (planned + others).filter(\.isOpen).sorted(by: Self.isMorePressing)
    let done = planned.count { !$0.isOpen }
    return DueList(open: open, done: done, total: planned.count)
  }

  /// What people said of due items.
  private var ledger: Ledger {
    var ledger = Ledger()
    for index in standing(.later) {
      guard case .later(let later) = session.entries[index].event else { continue }
      ledger.postponed[later.item] = later.until
    }
    for index in standing(.notDone) {
      guard case .notDone(let skipped) = session.entries[index].event else { continue }
      ledger.notDone.insert(skipped.item)
    }
    return ledger
  }

  private struct Ledger {
    var postponed: [String: Instant] = [:]
    var notDone: Set<String> = []
  }

  private func plannedVitals(_ rules: ClinicProtocol, _ ledger: Ledger) -> [DueItem] {
    let zero = zero
    let grace = Span.minutes(rules.vitals.graceMinutes)
    let taken = (standing(.vitals).filter { !isArtefact($0) } + standing(.noReading))
      .map { session.entries[$0].occurredAt }.sorted()
    let readings = readings(of: rules, since: zero)
    return readings.indices.map { place in
      let reading = readings[place]
      let at = zero.map { $0 + .minutes(reading.minute) }
      let isDone: Bool
      if reading.minute < 0 {
        let until = zero ?? now
        let from = until + .minutes(reading.minute)
        isDone = taken.contains { $0 >= from && $0 <= until }
      } else {
        isDone = at.map { at in taken.contains { $0 >= at - grace && $0 <= at + grace } } ?? false
      }
      let next =
        place + 1 < readings.count ? zero.map { $0 + .minutes(readings[place + 1].minute) } : nil
      return item(
        "vitals\(reading.minute < 0 ? "" : "+")\(plain(reading.minute))",
        .vitals(minute: reading.minute),
        at: reading.minute < 0 ? zero : at,
        grace: grace,
        isDone: isDone,
        isRequired: reading.isRequired,
        ledger,
        isMissed: next.map { now >= $0 - grace } ?? false
      )
    }
  }

  /// The schedule's readings, and those that follow its last one up to the next to come.
  private func readings(
    of rules: ClinicProtocol,
    since zero: Instant?
  ) -> [VitalsSchedule.Reading] {
    var readings = rules.vitals.readings
    guard let every = rules.vitals.thenEvery, every >= 1, let zero, let last = readings.last
    else { return readings }
    var minute = last.minute + every
    let elapsed = (now - zero).inMinutes
    // A week of readings bounds what a wrong clock can ask for.
    while minute <= min(elapsed + every, 10_080) {
      readings.append(VitalsSchedule.Reading(minute: minute, isRequired: false))
      minute += every
    }
    return readings
  }

  private func plannedScores(_ rules: ClinicProtocol, _ ledger: Ledger) -> [DueItem] {
    guard let schedule = rules.scores, let zero else { return [] }
    let grace = Span.minutes(rules.vitals.graceMinutes)
    let taken = standing(.score).compactMap { index -> Instant? in
      guard case .score(let score) = session.entries[index].event,
        schedule.scales.contains(score.scale)
      else { return nil }
      return session.entries[index].occurredAt
    }
    return schedule.minutes.indices.map { place in
      let at = zero + .minutes(schedule.minutes[place])
      let next =
        place + 1 < schedule.minutes.count ? zero + .minutes(schedule.minutes[place + 1]) : nil
      return item(
        "scores+\(plain(schedule.minutes[place]))",
        .scores(minute: schedule.minutes[place]),
        at: at,
        grace: grace,
        isDone: taken.contains { $0 >= at - grace && $0 <= at + grace },
        isRequired: false,
        ledger,
        isMissed: next.map { now >= $0 - grace } ?? false
      )
    }
  }

  private func repeats(
    _ rules: ClinicProtocol,
    _ notices: [Notice],
    _ ledger: Ledger
  ) -> [DueItem] {
    var newest: [String: Notice] = [:]
    for notice in notices where notice.repeatBy != nil { newest[notice.rule] = notice }
    return newest.keys.sorted().compactMap { rule in
      guard let notice = newest[rule], let entry = notice.entry, let by = notice.repeatBy
      else { return nil }
      return item(
        "repeat:\(session.name(of: entry)):\(rule)",
        .repeatReading(rule: rule, notice: entry),
        at: by,
        grace: .minutes(rules.vitals.graceMinutes),
        isDone: notice.clearedAt != nil,
        isRequired: true,
        ledger
      )
    }
  }

  private func timedDoses(_ rules: ClinicProtocol, _ ledger: Ledger) -> [DueItem] {
    var items = infusions.compactMap { run -> DueItem? in
      guard run.isRunning, let end = run.expectedEnd else { return nil }
      return item("infusion:\(session.name(of: run.entry))", .infusionEnd, at: end, ledger)
    }
    guard let hold = rules.hold else { return items }
    for (_, entry) in doses {
      let end = session.entries[entry].occurredAt + .minutes(hold.minutes)
      guard now <= end + .minutes(rules.vitals.graceMinutes) else { continue }
      items.append(
        item("hold:\(session.name(of: entry))", .hold(then: hold.then), at: end, ledger)
      )
    }
    return items
  }

  private func waitingPins(_ ledger: Ledger) -> [DueItem] {
    pins.filter { $0.words == nil }.map { pin in
      let key = "pin:\(session.name(of: pin.entry))"
      return item(key, .pin(number: pin.number, entry: pin.entry), at: nil, ledger)
    }
  }

  private func waitingValues(_ ledger: Ledger) -> [DueItem] {
    (standing(.vitals) + standing(.dose)).filter { !unconfirmed($0).isEmpty }.map { index in
      item(
        "confirm:\(session.name(of: index))",
        .confirm(entry: index),
        at: session.entries[index].occurredAt,
        isRequired: true,
        ledger
      )
    }
  }

  private func item(
    _ key: String,
    _ kind: DueItem.Kind,
    at: Instant?,
    grace: Span = .zero,
    isDone: Bool = false,
    isRequired: Bool = false,
    _ ledger: Ledger,
    isMissed: Bool = false
  ) -> DueItem {
    let postponed = ledger.postponed[key]
    let time = [at, postponed].compactMap { $0 }.max()
    let state: DueItem.State
    if isDone {
      state = .done
    } else if ledger.notDone.contains(key) {
      state = .notDone
    } else if let time, now > time + (postponed == nil ? grace : .zero) {
      state = .late
    } else if let time, now < time - grace {
      state = .upcoming
    } else {
      state = time == nil ? .upcoming : .due
    }
    return DueItem(
      key: key,
      kind: kind,
      at: time,
      grace: grace,
      state: state,
      isRequired: isRequired,
      postponedUntil: postponed,
      isMissed: isMissed && !isDone
    )
  }

  /// Timed items by their time; what was missed, and what has no time, after them.
  private static func isMorePressing(_ left: DueItem, _ right: DueItem) -> Bool {
    func rank(_ item: DueItem) -> Int { item.isMissed ? 2 : item.at == nil ? 1 : 0 }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    if let first = left.at, let second = right.at, first != second { return first < second }
    return left.key < right.key
  }
}
