/// What the page of a hand-over tells of what is over and still counts, or was left open.
extension Moment {
  /// Whose session it is and how far it has come: `K-014, session 3 of 6, room 2, peak since 14:19`.
  func headWords(_ offset: UTCOffset) -> String {
    let opening = session.opening
    let number = opening?.number.map { number in
      "session \(number)\(opening?.planned.map { " of \($0)" } ?? "")"
    }
    let room = room.map { $0.lowercased().hasPrefix("room") ? $0 : "room \($0)" }
    let course = phase.map { phase in
      let label = rules?.label(of: phase.phase) ?? phase.phase.rawValue
      return "\(label) since \(WallTime(phase.from, offset: offset).clock)"
    }
    let minute = minute(of: now).map { "minute \($0)" }
    return [
      opening?.subject, number, room, course ?? "no phase yet", minute ?? "before the dose",
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// What is known of the person, and first what nobody has said.
  var factWords: [String] {
    let unknown = unknownFacts
    let known = ["weight", "allergies", "calming", "touch", "stopsign", "escort", "intention"]
    return (unknown.isEmpty ? [] : ["NOT KNOWN: \(unknown.joined(separator: ", "))"])
      + known.compactMap { name in frame[name].map { "\(name): \($0.text)" } }
  }

  /// What a session with a dose should know of the person and nobody has said.
  package var unknownFacts: [String] {
    guard session.opening?.kind == .dosing else { return [] }
    return ["weight", "allergies", "escort"].filter { frame[$0] == nil }
  }

  /// Notices that somebody acknowledged and whose matter is not over, the newest first: every urgent
  /// one, and readings that did not come back within their limits.
  package func acknowledgedNotOver(_ notices: [Notice]) -> [Notice] {
    notices.reversed().filter { notice in
      (notice.urgency == .urgent || !notice.crossings.isEmpty) && notice.acknowledgedBy != nil
        && notice.clearedAt == nil && notice.supersededBy == nil && notice.entry != nil
    }
  }

  /// The same in words: what was crossed, and who acknowledged it when.
  func acknowledgedWords(_ notices: [Notice], _ offset: UTCOffset) -> [String] {
    acknowledgedNotOver(notices).map { notice in
      let at = WallTime(notice.since, offset: offset).clock
      let urgency = notice.urgency.rawValue.uppercased()
      return "\(urgency) at \(at), \(acknowledgedWords(for: notice, offset: offset))"
    }
  }

  /// `BP 190/112, limit 180/110, not over: acknowledged 14:32 AR: cuff moved`.
  package func acknowledgedWords(for notice: Notice, offset: UTCOffset) -> String {
    let value = words(for: notice, offset: offset)
    let crossed = value.limits.isEmpty ? "" : ", \(value.limits.joined(separator: ", and "))"
    return "\(value.value)\(crossed), not over"
      + (notice.acknowledgedBy.map { acknowledged($0, offset) } ?? "")
  }

  private func acknowledged(_ index: Int, _ offset: UTCOffset) -> String {
    let entry = session.entries[index]
    guard case .acknowledgement(let said) = entry.event else { return "" }
    let at = WallTime(entry.occurredAt, offset: offset).clock
    return ": acknowledged \(at) \(session.initials(of: entry.witness)): \(said.words)"
  }

  /// Emergencies that were stood down: how long each took, what was done, and when it was over.
  package func earlierEmergencies(_ offset: UTCOffset) -> [String] {
    emergencies.compactMap { card in
      guard let until = card.until else { return nil }
      let end = WallTime(until, offset: offset).clockWithSeconds
      guard let summary = summary(of: card, offset: offset) else {
        return "emergency card opened by mistake, closed \(end)"
      }
      let last = card.entries.last.map { session.entries[$0].event }
      guard case .emergency(let step) = last, let words = step.words else {
        return "\(summary); stood down \(end)"
      }
      return "\(summary); stood down \(end): \(words)"
    }
  }

  /// The required checks before the dose that are not met: those nobody answered, what was said not
  /// to be so, and why a dose was planned for all that.
  private var gateWords: [String] {
    let (open, denied) = (gate.filter { $0.state != .no }, gate.filter { $0.state == .no })
    let when = doseBegan == nil ? "open before the dose" : "never answered before the dose"
    let plan = standing(.plan).last { index in
      guard case .plan(let plan) = session.entries[index].event else { return false }
      return plan.reason != nil
    }
    var words: [String] = []
    if !denied.isEmpty {
      words.append("not so: \(denied.map(\.denial).joined(separator: "; "))")
    }
    if !open.isEmpty {
      words.append("\(when): \(open.map { openWords(of: $0) }.joined(separator: ", "))")
    }
    if !words.isEmpty, let plan, case .plan(let planned) = session.entries[plan].event {
      words.append("planned all the same: \(planned.reason ?? "")")
    }
    return words
  }

  /// The required checks that are open: those before the dose, and once they are due those before
  /// leaving.
  ///
  /// Those before the dose that an open notice names are not said twice.
  package func checkWords(_ list: DueList, besides notices: [Notice] = []) -> [String] {
    let isSaid = notices.contains { $0.rule == Notice.checks && $0.isOpen }
    let before = isSaid ? [] : gateWords
    let isLeaving = list.open.contains { item in
      guard case .checks(.leaving, _, _) = item.kind else { return false }
      return item.state != .upcoming
    }
    let leaving = isLeaving ? readiness.missing : []
    return before
      + (leaving.isEmpty ? [] : ["open before leaving: \(leaving.joined(separator: ", "))"])
  }
}
