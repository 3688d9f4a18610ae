import KapTimeline

/// Whether everything that a protocol asks for is in a record, or has its reason there.
///
/// It reads the protocol and the entries by itself: what the program derives for its own lists,
/// what is due and what is open, is left out of it on purpose.
struct Completeness {
  let moment: Moment
  let rules: ClinicProtocol

  init?(of events: [Recorded], at now: Instant) {
    moment = Moment(Session(replaying: events), at: now)
    guard let rules = moment.rules else { return nil }
    self.rules = rules
  }

  /// What is missing, in words.
  var missing: [String] {
    guard let dose else { return ["a dose"] }
    let zero = moment.zero ?? dose
    return checks(.beforeDose, by: dose) + plan(before: dose) + readings(zero, dose)
      + scores(zero, dose) + notices + calls + effects + orders + supplies + pins + emergencies
      + phases + lozenges + pump + checks(.leaving, by: discharge ?? end) + ending
  }

  var entries: [Entry] { moment.session.entries }

  func events<Value>(_ kind: EventKind, _ value: (Event) -> Value?) -> [(Instant, Value)] {
    moment.standing(kind).compactMap { index in
      value(entries[index].event).map { (entries[index].occurredAt, $0) }
    }
  }

  var dose: Instant? { moment.standing(.dose).first.map { entries[$0].occurredAt } }
  var end: Instant {
    moment.standing(.ended).last.map { entries[$0].occurredAt } ?? moment.now
  }

  var declared: [(Instant, Phase)] {
    events(.phase) { event in
      guard case .phase(let declaration) = event else { return nil }
      return declaration.phase
    }
  }

  private var discharge: Instant? { declared.last { $0.1 == .discharged }?.0 }

  var grace: Span { .minutes(rules.vitals.graceMinutes) }

  /// The reasons that were given for what was not done, by its key.
  func hasReason(_ key: String) -> Bool {
    events(.notDone) { event -> NotDone? in
      guard case .notDone(let skipped) = event else { return nil }
      return skipped
    }.contains { $0.1.item == key && !$0.1.reason.isEmpty }
  }
}

// The lists.
extension Completeness {
  private func checks(_ purpose: Checklist.Purpose, by latest: Instant) -> [String] {
    let items = rules.care.checklist(for: purpose)?.items ?? []
    return items.filter { $0.isRequired && !isAnswered($0, by: latest) && !isPlannedDespite($0) }
      .map { "check \($0.key)" }
  }

  private func isAnswered(_ item: ChecklistItem, by latest: Instant) -> Bool {
    let marks = events(.check) { event -> ChecklistMark? in
      guard case .check(let mark) = event, mark.item == item.key else { return nil }
      return mark
    }.filter { $0.0 <= latest }
    if let mark = marks.last?.1 {
      let words = mark.words ?? ""
      guard mark.answer == .done else { return !words.isEmpty }
      return switch item.needs {
      case .tick: true
      case .words: !words.isEmpty && item.asks.allSatisfy { words.contains($0.name) }
      case .minutes: Double(words) != nil
      }
    }
    return item.evidence.map { isShown($0, by: latest) } ?? false
  }

  private func isShown(_ evidence: ChecklistItem.Evidence, by latest: Instant) -> Bool {
    switch evidence.kind {
    case .fact:
      return events(.frame) { event -> FrameFact? in
        guard case .frame(let fact) = event else { return nil }
        return fact
      }.contains { $0.0 <= latest && $0.1.name == evidence.name && !$0.1.text.isEmpty }
    case .baseline: return baseline(by: latest) != nil
    case .gate:
      guard let base = baseline(by: latest) else { return false }
      return !rules.care.gate.contains { limit in
        base[limit.sign].map { limit.isCrossed(by: $0) } ?? false
      }
    case .staff: return staff(at: latest) >= evidence.count ?? 1
    case .scale:
      return events(.assessment) { event -> String? in
        guard case .assessment(let assessment) = event else { return nil }
        return assessment.scale
      }.contains { $0.0 <= latest && $0.1 == evidence.name }
    case .stay: return latest >= (moment.zero ?? latest) + .minutes(rules.stay.minutes)
    }
  }

  private func baseline(by latest: Instant) -> Vitals? {
    sets.last { $0.0 <= latest && $0.1.bloodPressure != nil }?.1
  }

  private func staff(at latest: Instant) -> Int {
    var here: Set<String> = []
    for entry in entries where !entry.isVoid && entry.occurredAt <= latest {
      if case .joined(let presence) = entry.event { here.insert(presence.person) }
      if case .left(let presence) = entry.event { here.remove(presence.person) }
    }
    return here.count
  }

  private var plans: [(Instant, DosePlan)] {
    events(.plan) { event in
      guard case .plan(let plan) = event else { return nil }
      return plan
    }
  }

  private func isPlannedDespite(_ item: ChecklistItem) -> Bool {
    plans.contains { $0.1.openItems.contains(item.key) && $0.1.reason?.isEmpty == false }
  }

  private func plan(before dose: Instant) -> [String] {
    let given = moment.totalGiven
    return plans.contains { $0.0 <= dose && $0.1.dose.amount >= given } ? [] : ["a plan"]
  }
}

// What is measured.
extension Completeness {
  private var sets: [(Instant, Vitals)] {
    events(.vitals) { event in
      guard case .vitals(let set) = event else { return nil }
      return set
    }
  }

  /// Every reading of the schedule, and those that go on after its last one.
  private func readings(_ zero: Instant, _ dose: Instant) -> [String] {
    var minutes = rules.vitals.readings.map(\.minute)
    if let every = rules.vitals.thenEvery, let last = minutes.last {
      minutes += (1...40).map { last + every * Double($0) }
    }
    let taken = sets.filter { $0.1.bloodPressure != nil }.map(\.0)
    return wanted(minutes, "vitals", taken, zero, dose)
  }

  private func scores(_ zero: Instant, _ dose: Instant) -> [String] {
    guard let schedule = rules.scores else { return [] }
    return schedule.scales.flatMap { scale in
      let taken = events(.score) { event -> String? in
        guard case .score(let score) = event, score.scale == scale else { return nil }
        return scale
      }.map(\.0)
      return wanted(schedule.minutes, "scores", taken, zero, dose).map { "\($0) \(scale)" }
    }
  }

  /// Of planned minutes those at which nothing was taken, although their tolerance is over.
  private func wanted(
    _ minutes: [Double],
    _ name: String,
    _ taken: [Instant],
    _ zero: Instant,
    _ dose: Instant
  ) -> [String] {
    var taken = taken.sorted()
    return minutes.indices.compactMap { index in
      let minute = minutes[index]
      let isBefore = minute < 0
      let key = "\(name)\(isBefore ? "" : "+")\(Int(minute))"
      let first = (isBefore ? dose : zero) + .minutes(minute) - grace
      let last = isBefore ? dose : zero + .minutes(minute) + grace
      // Scores that come late count until the next are in time; readings are held to their time.
      let next = name == "scores" && !isBefore ? minutes.dropFirst(index + 1).first : nil
      let until = next.map { max(last, zero + .minutes($0) - grace - Span(milliseconds: 1)) }
      // What was taken once was taken for one of them.
      if let place = taken.firstIndex(where: { $0 >= first && $0 <= until ?? last }) {
        taken.remove(at: place)
        return nil
      }
      return last > end || hasReason(key) ? nil : key
    }
  }
}
