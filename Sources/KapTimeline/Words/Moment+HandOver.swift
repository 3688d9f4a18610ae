extension Moment {
  /// The person whom `person` left to be covered for, who is here now; nil where nobody does.
  package func covering(for person: String) -> String? {
    var cover: String?
    for index in standing(.handOver) {
      guard case .handOver(let change) = session.entries[index].event else { continue }
      if change.kind == .cover, change.from == person { cover = change.to }
      if change.kind == .back, change.to == person { cover = nil }
    }
    return cover
  }

  /// What the one who takes over needs to know, line by line, as plain text: at most 20 lines of 76
  /// columns, so that it is read in one look.
  package func handOverPage(offset: UTCOffset) -> [String] {
    guard session.opening != nil else { return [] }
    let notices = notices
    let sections: [(title: String, items: [String])] = [
      ("Patient", patientWords(offset)),
      ("Vitals", vitalsWords(offset)),
      ("Doses", doseWords(offset)),
      ("Notices", noticeWords(notices, offset)),
      ("Source", noticeSources(notices)),
      ("Due", dueWords(notices, offset)),
      ("Running", runningWords(offset)),
      ("Limits", limitWords),
      ("Pins", pinWords),
      ("Here", present.map { "\(initials(of: $0.person)) \($0.role?.abbreviation ?? "")" }),
    ]
    let told = sections.filter { !$0.items.isEmpty }
    return PageOfText(columns: 76, lines: 20).filled(with: told)
  }

  private func clock(_ instant: Instant, _ offset: UTCOffset) -> String {
    WallTime(instant, offset: offset).clock
  }

  private func patientWords(_ offset: UTCOffset) -> [String] {
    var words = [session.opening?.subject ?? ""]
    if let room { words.append(room) }
    if let phase {
      let label = rules?.label(of: phase.phase) ?? phase.phase.rawValue
      words.append("\(label) since \(clock(phase.from, offset))")
    } else {
      words.append("no phase yet")
    }
    words.append(minute(of: now).map { "minute \($0)" } ?? "before the dose")
    for name in ["allergies", "calming", "touch", "stopsign", "escort", "intention"] {
      if let fact = frame[name] { words.append("\(name): \(fact.text)") }
    }
    return words
  }

  private func vitalsWords(_ offset: UTCOffset) -> [String] {
    guard let last = lastVitals(1).first else { return ["no set yet"] }
    var words = ["\(last.vitals.words) at \(clock(last.at, offset))"]
    if let base = baseline, base.entry != last.entry {
      let changes = Sign.allCases.compactMap { sign -> String? in
        guard let now = last.vitals[sign], let then = base.vitals[sign] else { return nil }
        let change = now - then
        return "\(sign.label) \(change > 0 ? "+" : "")\(plain(change, places: 1))"
      }
      if !changes.isEmpty { words.append("from baseline: \(changes.joined(separator: " "))") }
    }
    return words
  }

  private func doseWords(_ offset: UTCOffset) -> [String] {
    var words = doses.map { dose, entry in
      "\(text(of: .dose(dose), in: entry)) at \(clock(session.entries[entry].occurredAt, offset))"
    }
    for run in infusions where run.isRunning {
      let rate = "\(plain(run.rate.milligramsPerHour)) mg/h"
      let end = run.expectedEnd.map { ", ends \(clock($0, offset))" } ?? ""
      words.append(run.isPaused ? "pump paused" : "pump runs \(rate)\(end)")
    }
    if lozengeInMouth != nil { words.append("lozenge in the mouth") }
    if doseBegan != nil { words.append("\(plain(totalGiven.milligrams, places: 1)) mg in so far") }
    let given = standing(.given).suffix(3).map { index in
      "\(self.words(of: index)) at \(clock(session.entries[index].occurredAt, offset))"
    }
    return (words.isEmpty ? ["none yet"] + given : words + given) + orderWords(offset)
  }

  /// Orders that nobody carried out yet.
  private func orderWords(_ offset: UTCOffset) -> [String] {
    openOrders.map { order in
      "NOT GIVEN YET: \(words(of: order.entry)) at \(clock(order.at, offset))"
    }
  }

  private func noticeWords(_ notices: [Notice], _ offset: UTCOffset) -> [String] {
    let open = open(notices).filter { $0.entry != nil }
    guard !open.isEmpty else { return ["none open"] }
    return open.map { notice in
      let said = words(for: notice, offset: offset).sentence
      return "\(notice.urgency.rawValue.uppercased()) at \(clock(notice.since, offset)), \(said)"
    }
  }

  /// Where the rules of the open notices come from.
  private func noticeSources(_ notices: [Notice]) -> [String] {
    open(notices).filter { $0.entry != nil }.flatMap { sources(of: $0) }
      .reduce(into: []) { known, source in
        if !known.contains(source) { known.append(source) }
      }
  }

  private func dueWords(_ notices: [Notice], _ offset: UTCOffset) -> [String] {
    let open = due(given: notices).open.filter { !$0.isMissed && $0.at != nil }
    guard !open.isEmpty else { return ["nothing with a time"] }
    return open.prefix(4).map { item in
      let at = item.at.map { " \(clock($0, offset))" } ?? ""
      return "\(dueWords(for: item.key))\(at)\(item.state == .late ? " late" : "")"
    }
  }

  private func runningWords(_ offset: UTCOffset) -> [String] {
    running.map { "\($0.name) since \(clock($0.since, offset))" }
      + effects.map { open in
        let severity = open.effect.severity.map { ", \($0.rawValue)" } ?? ""
        return "\(open.effect.term)\(severity) since \(clock(open.since, offset))"
      } + (emergency.map { ["EMERGENCY card open since \(clock($0.since, offset))"] } ?? [])
  }

  private var limitWords: [String] {
    personalLimits.map { limit in
      "\(limit.sign.label) \(limit.side.rawValue) \(plain(limit.value)), \(limit.reason)"
    }
  }

  private var pinWords: [String] {
    let open = pins.filter { $0.words == nil }.map { String($0.number) }
    return (open.isEmpty ? [] : ["without words: \(open.joined(separator: ", "))"])
      + wordlessSteps.map { stepWords(for: $0) }
  }

  /// The limits set for this person that hold, the newest of each sign and side.
  package var personalLimits: [PersonalLimit] {
    var limits: [PersonalLimit] = []
    for limit in limitsInForce {
      limits.removeAll { $0.sign == limit.sign && $0.side == limit.side }
      limits.append(limit)
    }
    return limits
  }
}
