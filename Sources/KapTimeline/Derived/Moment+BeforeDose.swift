extension Moment {
  /// When what is asked before the dose is to have been done by: the dose, or now.
  private var beforeDose: Instant { doseBegan ?? now }

  /// From when on a reading is fresh enough to stand before the dose; nil where its age is no matter.
  ///
  /// That is the schedule's own window for the baseline, its tolerance included.
  private var freshFrom: Instant? {
    guard let schedule = rules?.vitals, schedule.needs != nil,
      let minute = schedule.readings.first(where: { $0.minute < 0 })?.minute
    else { return nil }
    return beforeDose + .minutes(minute - max(0, schedule.graceMinutes))
  }

  private func isFresh(_ instant: Instant) -> Bool { freshFrom.map { instant >= $0 } ?? true }

  /// The set by which the limits before the dose are held against a sign; nil where there is none that
  /// is fresh enough.
  ///
  /// Rules from before planned sets had an age go by the baseline.
  func gateSet(for sign: Sign) -> VitalsSet? {
    guard rules?.vitals.needs != nil else { return baseline }
    guard let slot = VitalsSlot.allCases.first(where: { $0.signs.contains(sign) }) else {
      return baseline
    }
    return lastSet(holding: slot).flatMap { isFresh($0.at) ? $0 : nil }
  }

  /// The pressure by which the limits before the dose are judged, in words: `BP 124/78`.
  package var gatePressure: String? { gateSet(for: .systolic)?.vitals.words(for: .bloodPressure) }

  /// The limits before the dose that the readings are beyond.
  package var gateCrossings: [GateLimit] {
    (rules?.care.gate ?? []).filter { limit in
      gateSet(for: limit.sign)?.vitals[limit.sign].map { limit.isCrossed(by: $0) } ?? false
    }
  }

  /// Whether the dose is held until somebody named says otherwise: beyond a limit that holds, or with
  /// no reading to judge by.
  func isHeld(by evidence: ChecklistItem.Evidence) -> Bool {
    guard evidence.kind == .gate, evidence.by != nil else { return false }
    return gatePressure == nil || gateCrossings.contains { $0.asks == .hold }
  }

  /// What holds the dose, in words: `BP 172/104`.
  package var heldReading: String? {
    gateCrossings.contains { $0.asks == .hold } ? gatePressure : nil
  }

  /// Whether an answer was given by, or on the word of, somebody of a role.
  ///
  /// Who is here in another role only is not that somebody; whom nobody saw come may be on the
  /// telephone.
  func isSaid(
    _ mark: ChecklistMark,
    by role: CareRole,
    author: String,
    as authorRole: CareRole
  ) -> Bool {
    guard let person = mark.by else { return authorRole == role }
    let roles = standing(.joined).compactMap { index -> CareRole? in
      guard case .joined(let presence) = session.entries[index].event,
        presence.person == person
      else { return nil }
      return presence.role
    }
    if person == author, authorRole != role, roles.isEmpty { return false }
    return roles.isEmpty || roles.contains(role)
  }

  /// The signs of the set before the dose, each as it was read last, in words; nil while one is
  /// neither read in time nor said not to be readable.
  var baselineWords: String? {
    guard let needs = rules?.vitals.needs else { return baseline.map { $0.vitals.words } }
    var words: [String] = []
    for slot in needs {
      if let set = lastSet(holding: slot), isFresh(set.at), let text = set.vitals.words(for: slot) {
        words.append(text)
      } else if let reason = missingReason(for: slot) {
        words.append("no \(slot.label), \(reason)")
      } else {
        return nil
      }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func missingReason(for slot: VitalsSlot) -> String? {
    let last = upToDose.standing(.noReading).last { index in
      guard case .noReading(let missing) = session.entries[index].event else { return false }
      return missing.isAbout(slot) && isFresh(session.entries[index].occurredAt)
    }
    guard let last, case .noReading(let missing) = session.entries[last].event else { return nil }
    return missing.reason
  }

  /// What readings there are for an item that they do not answer: `BP, HR taken 3 h ago`,
  /// `no SpO2 yet`; nil where there is nothing to say.
  func shortfall(of evidence: ChecklistItem.Evidence) -> String? {
    guard let needs = rules?.vitals.needs else { return nil }
    let asked: [VitalsSlot]
    switch evidence.kind {
    case .baseline: asked = needs
    case .gate: asked = [.bloodPressure]
    case .fact, .staff, .scale, .stay: return nil
    }
    let open = asked.filter { slot in
      missingReason(for: slot) == nil && !(lastSet(holding: slot).map { isFresh($0.at) } ?? false)
    }
    let old = open.filter { lastSet(holding: $0) != nil }
    guard open.count < asked.count || !old.isEmpty else { return nil }
    var words: [String] = []
    if let first = old.compactMap({ lastSet(holding: $0)?.at }).min() {
      let which = old.count == asked.count ? "" : "\(old.map(\.label).joined(separator: ", ")) "
      words.append(
        "\(which)taken \(lengthWords(beforeDose - first)) "
          + (doseBegan == nil ? "ago" : "before the dose")
      )
    }
    let never = open.filter { !old.contains($0) }
    if !never.isEmpty { words.append("no \(never.map(\.label).joined(separator: ", "))") }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
