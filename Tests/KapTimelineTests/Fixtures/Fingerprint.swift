import KapTimeline

extension Session {
  /// Everything the fold made of the events, without the indices, which follow their arrival.
  var fingerprint: [String] {
    func id(_ index: Int?) -> String { index.map { entries[$0].id.text } ?? "-" }
    return order.map { index in
      let entry = entries[index]
      return """
        \(name(of: index)) \(entry.id.text) \(entry.occurredAt.milliseconds) \(entry.isVoid) \
        \(id(entry.withdrawnBy)) \(id(entry.correctedBy)) \(id(entry.judgedBy)) \
        \(id(entry.wordedBy)) \(entry.event)
        """
    } + EventKind.allCases.map { "\($0): \(list(of: $0).map { id($0) })" }
      + ["\(writers)"]
  }
}

extension Moment {
  /// Everything that is asked of a moment, without indices and without the letters of names.
  var fingerprint: [String] {
    let notices = notices
    return fingerprint(of: notices, due: due(given: notices))
  }

  /// The same with what hangs on the rules of care: checks, answers, events, leaving, visits.
  var wholeFingerprint: [String] {
    let notices = notices
    let due = due(given: notices)
    return fingerprint(of: notices, due: due) + careFingerprint(of: notices, due: due)
  }

  private func fingerprint(of notices: [Notice], due: DueList) -> [String] {
    func id(_ index: Int?) -> String { index.map { session.entries[$0].id.text } ?? "-" }
    var lines = ["\(state)", "\(zero as Any)", "\(totalGiven)", "\(weight as Any)"]
    lines += ["\(baseline.map { ($0.vitals, $0.at, id($0.entry), $0.unconfirmed) } as Any)"]
    lines += EventKind.allCases.map { "\($0): \(standing($0).map { id($0) })" }
    lines += vitals.map { "set \(id($0.entry)) \($0.at) \($0.unconfirmed)" }
    lines += doses.map { "dose \(id($0.entry)) \($0.dose)" }
    lines += infusions.map { run in
      "run \(id(run.entry)) \(run.delivered) \(run.rate) \(run.isPaused) \(run.endedAt as Any)"
    }
    lines += phases.map { "phase \($0.phase) \($0.from) \($0.to as Any) \(id($0.entry))" }
    lines += present.map { "here \($0)" }
    lines += frame.keys.sorted().map { "fact \(frame[$0] as Any)" }
    lines += scores.keys.sorted().map { "score \(scores[$0]?.score as Any)" }
    lines += running.map { "running \($0.name) \($0.since) \(id($0.entry))" }
    lines += effects.map { "effect \($0.effect) \($0.since) \(id($0.entry))" }
    lines += pins.map { "pin \($0.number) \($0.at) \($0.words as Any) \(id($0.entry))" }
    lines += gaps.map { "gap \(id($0.after)) \($0.from) \($0.to) \($0.isInterrupted)" }
    lines += notices.map { notice in
      """
      notice \(notice.rule) \(notice.urgency) \(id(notice.entry)) \(notice.since) \
      \(notice.crossings) \(id(notice.acknowledgedBy)) \(notice.clearedAt as Any) \
      \(notice.repeatedAt as Any) \(id(notice.supersededBy)) \(notice.isOpen)
      """
    }
    lines += due.open.map { "due \($0.key) \($0.at as Any) \($0.state) \($0.isMissed)" }
    return lines + ["\(due.done) of \(due.total)"]
  }
}

extension Moment {
  private func careFingerprint(of notices: [Notice], due: DueList) -> [String] {
    func id(_ index: Int?) -> String { index.map { session.entries[$0].id.text } ?? "-" }
    let ready = readiness
    var lines = Checklist.Purpose.allCases.flatMap { checklist(for: $0) }.map { state in
      "check \(state.item.key) \(state.state) \(id(state.entry)) \(state.words as Any)"
    }
    lines += ["gate \(gate.map(\.item.key))", "crossed \(gateCrossings)"]
    lines += assessments.map { "answers \($0.words) \($0.at) \(id($0.entry)) \($0.answers.count)" }
    lines += adverseEvents.map { event in
      """
      event \(event.term) \(event.startedAt) \(event.endedAt as Any) \(event.severity as Any) \
      \(event.isSerious as Any) \(event.entries.map { id($0) })
      """
    }
    lines += ["ready \(ready.missing) \(ready.stayUntil as Any) \(ready.isStayReached)"]
    lines += ["\(ready.readyMinute as Any) \(ready.escort as Any) \(ready.isAftercareGiven)"]
    lines += notices.map { "why \($0.rule) \($0.subject as Any) \($0.nextStep as Any)" }
    lines += due.visits.map { "visit \($0.at) \($0.items.map(\.key))" }
    lines += ["missing \(due.missing.map(\.key)), \(due.notDone) not done"]
    lines += personalLimits.map { "limit \($0)" } + ["began \(doseBegan as Any)"]
    lines += emergencies.map { "card \($0.since) \($0.until as Any) \($0.entries.map { id($0) })" }
    lines += ["quiet until \(quietUntil(given: notices) as Any)"]
    lines += ["ar", "jb"].map { "covered \(covering(for: $0) as Any)" }
    return lines + ["lozenge \(lozengeInMouth.map { id($0.entry) } as Any)"]
  }
}

/// The first lines in which two fingerprints differ; nil when they are the same.
func difference(_ one: [String], _ other: [String]) -> String? {
  guard one != other else { return nil }
  let pairs = zip(one, other).first { $0 != $1 }
  return pairs.map { "\($0)\n\($1)" } ?? "\(one.count) and \(other.count) lines"
}
