extension Moment {
  /// What is due: a pure function of the session and the time.
  ///
  /// `notices` are those of this moment, since a notice may ask for a reading again. Of a session
  /// that is over nothing is due, but what was done of what was asked is still counted.
  package func due(given notices: [Notice]) -> DueList {
    switch state {
    case .unopened: return .none
    case .open: return dueList(given: notices)
    case .ended: return inSession.dueList(given: notices, isOver: true).over
    }
  }

  /// What is due, or was when the session ended; with what those who leave now would leave open.
  func dueList(
    given notices: [Notice],
    isOver: Bool = false,
    isLeaving: Bool = false
  ) -> DueList {
    guard let rules else { return .none }
    let sheet = DueSheet(at: self, under: rules, isOver: isOver)
    let planned =
      (plannedVitals(sheet) + [endReading(sheet, isLeaving: isOver || isLeaving)].compactMap(\.self)
      + plannedScores(sheet) + repeats(after: notices, sheet)).filter { !isPastDischarge($0) }
      + holds(sheet, isLeaving: isOver || isLeaving)
    let others =
      infusionEnds(sheet) + waitingPins(sheet) + waitingSteps(sheet) + waitingValues(sheet)
      + waitingChecks(sheet) + waitingVial(sheet)
    let open = (planned + others).filter(\.isOpen).sorted { $0.isMorePressing(than: $1) }
    let checks = unansweredChecks(given: notices, sheet)
    return DueList(open: open, planned: planned, checks: checks, at: now, isOver: isOver)
  }

  /// Whether its time comes only after the person was discharged: nobody looks at who is gone.
  private func isPastDischarge(_ item: DueItem) -> Bool {
    let planned = item.toleratedUntil.map { $0 - item.grace } ?? item.at
    guard let phase, phase.phase == .discharged, item.isOpen, let planned else { return false }
    return planned > phase.from
  }

  func plannedVitals(_ sheet: DueSheet) -> [DueItem] {
    let taken = readingTimes
    let needs = sheet.rules.vitals.needs
    let answered = answered(needs ?? [])
    let isMarked = needs == nil && isBaselineMarked
    let readings = sheet.readings
    return readings.indices.map { place in
      let minute = readings[place].minute
      let following = readings.dropFirst(place + 1).first?.minute
      let next = following ?? sheet.minute(following: minute)
      func wasDone(_ taken: [Instant]) -> Bool {
        minute < 0
          ? sheet.wasDone(before: minute, taken) : sheet.wasDone(at: minute, next: next, taken)
      }
      let isBegun = wasDone(taken)
      let lacks = (needs ?? []).filter { !wasDone(answered[$0] ?? []) }
      return sheet.item(
        "vitals\(minute < 0 ? "" : "+")\(plain(minute))",
        .vitals(minute: minute),
        at: sheet.instant(of: minute),
        isDone: isBegun && lacks.isEmpty || minute < 0 && isMarked,
        isRequired: readings[place].isRequired,
        isNow: minute < 0,
        isMissed: sheet.isOver(nextMinute: following),
        lacks: isBegun ? lacks : []
      )
    }
  }

  func plannedScores(_ sheet: DueSheet) -> [DueItem] {
    guard let schedule = sheet.rules.scores else { return [] }
    let taken = scoreTimes
    return schedule.minutes.indices.map { place in
      let minute = schedule.minutes[place]
      let next = schedule.minutes.dropFirst(place + 1).first
      return sheet.item(
        "scores\(minute < 0 ? "" : "+")\(plain(minute))",
        .scores(minute: minute),
        at: sheet.instant(of: minute),
        isDone: minute < 0
          ? sheet.wasDone(before: minute, taken) : sheet.wasDone(at: minute, next: next, taken),
        isNow: minute < 0,
        isMissed: sheet.isOver(nextMinute: next)
      )
    }
  }

  /// Each notice asks for its signs again, once.
  func repeats(after notices: [Notice], _ sheet: DueSheet) -> [DueItem] {
    notices.compactMap { notice in
      guard let entry = notice.entry, let by = notice.repeatBy, notice.since <= now
      else { return nil }
      return sheet.item(
        "repeat:\(session.entries[entry].id.text):\(notice.rule)",
        .repeatReading(rule: notice.rule, notice: entry),
        at: by,
        isDone: notice.repeatedAt.map { $0 <= now } ?? false,
        isRequired: true
      )
    }
  }

  private func infusionEnds(_ sheet: DueSheet) -> [DueItem] {
    infusions.compactMap { run -> DueItem? in
      guard run.isRunning, let end = expectedEnd(of: run) else { return nil }
      return sheet.item(key("infusion", run.entry), .infusionEnd, at: end)
    }
  }

  /// What becomes of each lozenge when its hold is over: it stays asked for until somebody says.
  ///
  /// Whoever leaves takes it along: it is missed then, be its time over or not.
  private func holds(_ sheet: DueSheet, isLeaving: Bool) -> [DueItem] {
    guard let hold = sheet.rules.hold else { return [] }
    return doses.filter { $0.dose.route == .sublingual }.map { _, entry in
      sheet.item(
        key("hold", entry),
        .hold(then: hold.then),
        at: session.entries[entry].occurredAt + .minutes(hold.minutes),
        isDone: lozengeStep(after: entry) != nil,
        isRequired: true,
        isMissed: isLeaving
      )
    }
  }

  private func waitingPins(_ sheet: DueSheet) -> [DueItem] {
    pins.filter { $0.words == nil }.map { pin in
      sheet.item(key("pin", pin.entry), .pin(number: pin.number, entry: pin.entry), at: nil)
    }
  }

  /// While the card is open it says itself what wants words, and nobody is held up.
  private func waitingSteps(_ sheet: DueSheet) -> [DueItem] {
    wordlessSteps.map { entry in
      sheet.item(
        key("words", entry),
        .stepWords(entry: entry),
        at: nil,
        isRequired: true,
        isNow: true
      )
    }
  }

  /// Before the dose its list, and once the person may be near leaving the list for that.
  private func waitingChecks(_ sheet: DueSheet) -> [DueItem] {
    let isNear = phase.map { $0.phase >= .recovery } ?? false
    let purpose: Checklist.Purpose = firstDose == nil ? .beforeDose : .leaving
    guard purpose == .beforeDose || isNear || (stayUntil.map { now >= $0 } ?? false)
    else { return [] }
    let states = checklist(for: purpose)
    let met = states.count { $0.isMet || $0.state == .no }
    guard met < states.count else { return [] }
    return [
      sheet.item(
        purpose == .beforeDose ? "checks" : "leaving",
        .checks(purpose, met: met, of: states.count),
        at: purpose == .leaving ? stayUntil : nil,
        isRequired: true,
        isNow: true
      )
    ]
  }

  /// Required checks that nobody answered in time: those before a dose that was given, unless a plan
  /// or an answer to their notice says why, and once the session is over those before leaving, unless
  /// the person was discharged.
  private func unansweredChecks(given notices: [Notice], _ sheet: DueSheet) -> [DueItem] {
    guard firstDose != nil else { return [] }
    let notice = notices.first { $0.rule == Notice.checks && $0.acknowledgedBy == nil }
    let before = notice == nil ? [] : gate.filter { $0.state == .open }.map(\.item.short)
    let isLeft = sheet.isOver && phase?.phase != .discharged
    let leaving = isLeft ? readiness.missing : []
    func item(_ key: String, _ purpose: Checklist.Purpose, _ open: [String]) -> DueItem? {
      guard !open.isEmpty else { return nil }
      let count = checklist(for: purpose).count
      let kind = DueItem.Kind.checks(purpose, met: count - open.count, of: count)
      let at = purpose == .beforeDose ? sheet.began : now
      return sheet.item(key, kind, at: at, isRequired: true).wanting(open)
    }
    return [item("checks", .beforeDose, before), item("leaving", .leaving, leaving)]
      .compactMap(\.self)
  }

  /// The vial of the doses, once something was given, where the clinic asks for its lot and neither a
  /// vial nor the doses themselves name one.
  private func waitingVial(_ sheet: DueSheet) -> [DueItem] {
    guard let supply = sheet.rules.care.supply, supply.needsLot, supply.deviceMilligrams == nil,
      firstDose != nil, !hasVial
    else { return [] }
    return [sheet.item("vial", .vial, at: nil, isRequired: true, isNow: true)]
  }

  /// Whether a vial of the session's medicine is on record, or every dose names its lot.
  private var hasVial: Bool {
    let isNamed = standing(.supply).contains { index in
      guard case .supply(let supply) = session.entries[index].event else { return false }
      return isOfSession(supply)
    }
    return isNamed || !doses.isEmpty && doses.allSatisfy { $0.dose.lot != nil }
  }

  private func waitingValues(_ sheet: DueSheet) -> [DueItem] {
    (unconfirmedSets + unconfirmedDoses + unconfirmedOthers).map { index in
      sheet.item(
        key("confirm", index),
        .confirm(entry: index),
        at: session.entries[index].occurredAt,
        isRequired: true
      )
    }
  }

  /// A key that stays, whatever letters the writers have on the screen.
  private func key(_ kind: String, _ entry: Int) -> String {
    "\(kind):\(session.entries[entry].id.text)"
  }
}
