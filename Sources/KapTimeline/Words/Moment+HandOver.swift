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

  /// What the one who takes over needs to know, line by line, the most pressing first; nothing is cut
  /// or left out.
  ///
  /// `aside` is what the one who goes has not recorded yet. A line is as long as its words are and
  /// begins with a title, or with as many spaces.
  package func handOverPage(offset: UTCOffset, aside: [String] = []) -> [String] {
    guard session.opening != nil else { return [] }
    let notices = notices
    let due = due(given: notices)
    var page = PageOfText()
    page.add("Patient", each: [headWords(offset), factWords.joined(separator: "; ")])
    page.add("Notices", each: noticeWords(notices, offset))
    page.add("Vitals", vitalsWords(offset))
    page.add("Scores", scoreWords(offset))
    page.add("Doses", doseWords(offset))
    page.add("Running", runningWords(offset))
    page.add("Due", dueWords(due, offset))
    page.add("Checks", each: checkWords(due, besides: notices))
    page.add("Earlier", each: earlierEmergencies(offset))
    page.add("Limits", limitWords)
    page.add("Pins", pinWords)
    page.add("Aside", each: aside)
    page.add(
      "Here",
      present.map { "\(session.initials(of: $0.person)) \($0.role?.abbreviation ?? "")" }
    )
    page.add("Source", each: noticeSources(notices))
    return page.lines
  }

  private func clock(_ instant: Instant, _ offset: UTCOffset) -> String {
    WallTime(instant, offset: offset).clock
  }

  /// Each reading as it was taken last, those of one time together, and how the newest stand to
  /// baseline.
  private func vitalsWords(_ offset: UTCOffset) -> [String] {
    let newest = newestReadings
    guard !newest.isEmpty else { return ["no set yet"] }
    var words = newest.map { "\($0.vitals.words) at \(clock($0.at, offset))" }
    if let base = baseline {
      func change(of sign: Sign) -> String? {
        guard let last = newest.first(where: { $0.vitals[sign] != nil }), last.entry != base.entry,
          let now = last.vitals[sign], let then = base.vitals[sign]
        else { return nil }
        return "\(now > then ? "+" : "")\(plain(now - then, places: 1))"
      }
      // A pair as the flow sheet writes it: `BP +48/+26`.
      let changes = VitalsSlot.allCases.compactMap { slot -> String? in
        let parts = slot.signs.filter { $0 != .meanArterial }.compactMap(change)
        return parts.isEmpty ? nil : "\(slot.label) \(parts.joined(separator: "/"))"
      }
      if !changes.isEmpty { words.append("from baseline: \(changes.joined(separator: ", "))") }
    }
    return words
  }

  /// The sets of the newest readings, the newest first: of each what no later one has.
  private var newestReadings: [VitalsSet] {
    var seen: Set<VitalsSlot> = []
    var sets: [VitalsSet] = []
    for set in vitals.reversed() {
      var rest = set.vitals
      for slot in seen { rest.leaveOut(slot) }
      let slots = VitalsSlot.allCases.filter { rest.holds($0) }
      guard !slots.isEmpty else { continue }
      seen.formUnion(slots)
      sets.append(
        VitalsSet(vitals: rest, at: set.at, entry: set.entry, unconfirmed: set.unconfirmed)
      )
    }
    return sets
  }

  /// The last score of each scale: those that are observed, in their order, and the others.
  private func scoreWords(_ offset: UTCOffset) -> [String] {
    var newest: [AssessmentState] = []
    for state in assessments {
      newest.removeAll { $0.scale == state.scale }
      newest.append(state)
    }
    let observed = rules?.scores?.scales ?? []
    let first = observed.compactMap { name in newest.first { $0.scale == name } }
    let others = newest.filter { !observed.contains($0.scale) }
    return (first + others).map { "\($0.words) at \(clock($0.at, offset))" }
  }

  private func doseWords(_ offset: UTCOffset) -> [String] {
    let runs = infusions
    var words = doses.map { dose, entry in
      let at = clock(session.entries[entry].occurredAt, offset)
      let course = runs.first { $0.entry == entry }.map { self.course(of: $0, offset) } ?? ""
      return "\(text(of: .dose(dose), in: entry)) at \(at)\(course)"
    }
    for run in runs where !doses.contains(where: { $0.entry == run.entry }) {
      words.append("pump from \(clock(run.startedAt, offset))\(course(of: run, offset))")
    }
    if lozengeInMouth != nil { words.append("lozenge in the mouth") }
    if doseBegan != nil {
      let isRunning = runs.contains(where: \.isRunning)
      words.append(
        "\(plain(totalGiven.milligrams, places: 1)) mg in\(isRunning ? " so far" : ", in all")"
      )
    }
    let given = standing(.given).map { index in
      "\(self.words(of: index)) at \(clock(session.entries[index].occurredAt, offset))"
    }
    return orderWords(offset) + (words.isEmpty ? ["none yet"] : words) + given
  }

  /// What became of a dose over time: how it runs, or when it ended and how.
  private func course(of run: InfusionRun, _ offset: UTCOffset) -> String {
    if let end = run.endedAt {
      let at = clock(end, offset)
      guard run.isStopped else { return ", ended \(at)" }
      return ", stopped \(at) after \(plain(run.delivered.milligrams, places: 1)) mg"
    }
    if run.isPaused { return ", pump paused" }
    let end = run.expectedEnd.map { ", ends \(clock($0, offset))" } ?? ""
    return ", pump runs \(plain(run.rate.milligramsPerHour)) mg/h\(end)"
  }

  /// Orders that nobody carried out yet.
  private func orderWords(_ offset: UTCOffset) -> [String] {
    openOrders.map { order in
      "NOT GIVEN YET: \(words(of: order.entry)) at \(clock(order.at, offset))"
    }
  }

  private func noticeWords(_ notices: [Notice], _ offset: UTCOffset) -> [String] {
    let open = open(notices).filter { $0.entry != nil }.map { notice in
      let said = words(for: notice, offset: offset).sentence
      return "\(notice.urgency.rawValue.uppercased()) at \(clock(notice.since, offset)), \(said)"
    }
    let acknowledged = acknowledgedWords(notices, offset)
    // What is acknowledged and not over is nothing that is not open.
    let none = acknowledged.isEmpty ? "none open" : "all acknowledged"
    return (open.isEmpty ? [none] : open) + acknowledged
  }

  /// Where the rules of the open notices come from.
  private func noticeSources(_ notices: [Notice]) -> [String] {
    open(notices).filter { $0.entry != nil }.flatMap { sources(of: $0) }
      .reduce(into: []) { known, source in
        if !known.contains(source) { known.append(source) }
      }
  }

  private func dueWords(_ list: DueList, _ offset: UTCOffset) -> [String] {
    let timed = list.open.filter { !$0.isMissed && $0.at != nil }
    let late = timed.filter { $0.state == .late }
    let words = (late + timed.filter { $0.state != .late }).map { item in
      let at = item.at.map { " \(clock($0, offset))" } ?? ""
      return "\(dueWords(for: item.key))\(at)\(item.state == .late ? " late" : "")"
    }
    let rest = list.open.filter { $0.isRequired && ($0.isMissed || $0.kind.isOfPapers) }
    let wanted = rest.map { dueWords(for: $0.key) + ($0.isMissed ? " missed" : "") }
    return (words.isEmpty ? ["nothing with a time"] : words) + wanted
  }

  /// What goes on: the emergency first, then effects, the worst first.
  private func runningWords(_ offset: UTCOffset) -> [String] {
    let urgent = rules?.care.urgentEffects ?? []
    func rank(_ effect: AdverseEffect) -> Int {
      let worst = effect.severity.flatMap { AdverseEffect.Severity.allCases.firstIndex(of: $0) }
      let isPressing = effect.isSerious == true || urgent.contains { $0.isMet(by: effect) }
      return (worst ?? 0) + (isPressing ? AdverseEffect.Severity.allCases.count : 0)
    }
    let open = effects.enumerated().sorted { one, other in
      let (first, second) = (rank(one.element.effect), rank(other.element.effect))
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
    let emergency = emergency.map { ["EMERGENCY card open since \(clock($0.since, offset))"] }
    return (emergency ?? [])
      + open.map { open in
        let severity = open.effect.severity.map { ", \($0.rawValue)" } ?? ""
        let serious = open.effect.isSerious == true ? ", SERIOUS" : ""
        return "\(open.effect.term)\(severity)\(serious) since \(clock(open.since, offset))"
      } + running.map { "\($0.name) since \(clock($0.since, offset))" }
  }

  private var limitWords: [String] {
    personalLimits.map { "\($0.words), \($0.reason)" }
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

extension Vitals {
  /// Leaves a slot unread.
  fileprivate mutating func leaveOut(_ slot: VitalsSlot) {
    switch slot {
    case .bloodPressure: (bloodPressure, meanArterial) = (nil, nil)
    case .heartRate: heartRate = nil
    case .oxygenSaturation: oxygenSaturation = nil
    case .respiratoryRate: respiratoryRate = nil
    case .temperature: temperature = nil
    }
  }
}
