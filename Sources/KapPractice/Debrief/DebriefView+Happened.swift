import KapTimeline

extension DebriefView {
  /// What happened to the patient by the end, in order.
  var happened: [Debrief.Finding] {
    let all = stretches.map { ($0.from, finding(of: $0)) } + told
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What the story tells beside the readings.
  private var told: [(Instant, Debrief.Finding)] {
    scenario.happenings.compactMap { happening in
      guard let from = instant(of: happening.minutes.lowerBound), from <= end,
        let to = instant(of: happening.minutes.upperBound)
      else { return nil }
      let index = moment.happened.first { index in
        let entry = moment.session.entries[index]
        return !entry.isVoid && entry.occurredAt >= from - .minutes(2)
          && entry.occurredAt <= to + .minutes(5) && happening.trace.isLeft(by: entry.event)
      }
      return (
        from,
        Debrief.Finding(
          time: clocks(from, min(to, end)),
          subject: happening.words,
          record: index.map { recorded($0, after: from) } ?? "not recorded"
        )
      )
    }
  }

  /// A while in which the patient's own readings were beyond a limit of the clinic.
  private struct Stretch {
    let rule: String
    let from: Instant
    var to: Instant
    let side: Limit.Side
    var worst: PatientState
  }

  private func finding(of stretch: Stretch) -> Debrief.Finding {
    Debrief.Finding(
      time: clocks(stretch.from, stretch.to),
      subject: words(for: stretch),
      record: record(of: stretch)
    )
  }

  private func words(for stretch: Stretch) -> String {
    let direction = stretch.side == .above ? "up to" : "down to"
    let name = moment.subject(ofRule: stretch.rule)
    guard let sign = sign(ofRule: stretch.rule) else { return name }
    if [.systolic, .diastolic].contains(sign) {
      return "\(name) \(direction) \(stretch.worst.systolic)/\(stretch.worst.diastolic)"
    }
    return "\(name) \(direction) \(stretch.worst[sign].map { plain($0, places: 1) } ?? "")"
  }

  private func record(of stretch: Stretch) -> String {
    let first = stretch.from - .minutes(1)
    let last = stretch.to + .minutes(1)
    let notice = moment.notices.first {
      $0.rule == stretch.rule && $0.since >= first && $0.since <= last && $0.entry != nil
    }
    if let index = notice?.entry { return recorded(index, after: stretch.from) }
    let signs = moment.rules?.limits.filter { $0.rule == stretch.rule }.map(\.sign) ?? []
    let set = moment.vitals.first { set in
      set.at >= stretch.from && set.at <= stretch.to && signs.contains { set.vitals[$0] != nil }
    }
    guard let set else { return "not recorded, nothing was measured then" }
    return
      "measured \(clock(set.at)) by \(moment.authorLabel(of: set.entry)), within the limits as "
      + "recorded"
  }

  /// Every half minute of the course is looked at, as a cuff that never stops would see it.
  private var stretches: [Stretch] {
    guard let rules = moment.rules, let zero = instant(of: 0), zero < end else { return [] }
    let base = moment.baseline.flatMap { base in
      time.map { scenario.patient.state(at: $0.minute(at: base.at).rounded()) }
    }
    let minutes = stride(from: 0, through: min((end - zero).inMinutes, 1440), by: 0.5)
    var names: [String] = []
    for limit in rules.limits where !names.contains(limit.rule) { names.append(limit.rule) }
    return names.flatMap { name in
      let limits = rules.limits.filter { $0.rule == name }
      var found: [Stretch] = []
      for minute in minutes {
        let state = scenario.patient.state(at: minute)
        guard let crossed = limits.first(where: { isCrossed($0, by: state, base) }),
          let at = instant(of: minute)
        else { continue }
        guard let last = found.indices.last, at - found[last].to <= .minutes(3) else {
          found.append(
            Stretch(rule: name, from: at, to: at, side: crossed.side, worst: state)
          )
          continue
        }
        found[last].to = at
        if isWorse(state, than: found[last].worst, by: crossed) { found[last].worst = state }
      }
      // A flicker across the line is no event.
      return found.filter { $0.to - $0.from >= .minutes(2) }
    }
  }

  private func isCrossed(_ limit: Limit, by state: PatientState, _ base: PatientState?) -> Bool {
    guard let value = state[limit.sign],
      let measure = limit.measure(of: value, baseline: base?[limit.sign])
    else { return false }
    return limit.isCrossed(by: measure)
  }

  private func isWorse(_ state: PatientState, than other: PatientState, by limit: Limit) -> Bool {
    let sign = sign(ofRule: limit.rule) ?? limit.sign
    guard let value = state[sign], let before = other[sign] else { return false }
    return limit.side.holds(value, of: before, isInclusive: false)
  }

  private func sign(ofRule rule: String) -> Sign? {
    moment.rules?.limits.first { $0.rule == rule }?.sign
  }
}

extension Happening.Trace {
  /// Whether an entry tells of it.
  fileprivate func isLeft(by event: Event) -> Bool {
    switch self {
    case .effect(let terms):
      guard case .effect(let effect) = event else { return false }
      return terms.contains(effect.term) && !effect.hasEnded
    case .score(let scale, let from):
      guard case .score(let score) = event else { return false }
      return score.scale == scale && score.value >= from
    case .scoreBelow(let scale, let than):
      guard case .score(let score) = event else { return false }
      return score.scale == scale && score.value < than
    case .lozenge:
      if case .lozenge = event { return true }
      return false
    }
  }
}

extension PatientState {
  /// The reading of a sign; nil where it is reckoned from others.
  subscript(sign: Sign) -> Double? {
    switch sign {
    case .systolic: Double(systolic)
    case .diastolic: Double(diastolic)
    case .meanArterial: nil
    case .heartRate: Double(heartRate)
    case .oxygenSaturation: Double(oxygenSaturation)
    case .respiratoryRate: Double(respiratoryRate)
    case .temperature: temperature
    }
  }
}
