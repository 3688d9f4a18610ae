import KapTimeline

// What was raised, and what was done about it.
extension Completeness {
  var notices: [String] {
    moment.notices.filter { $0.urgency != .reminder }.flatMap { notice -> [String] in
      guard let entry = notice.entry else { return ["\(notice.rule), overdue"] }
      let name = "\(notice.rule) of \(moment.session.name(of: entry))"
      var missing = isAnswered(notice) ? [] : ["\(name) acknowledged"]
      let key = "repeat:\(entries[entry].id.text):\(notice.rule)"
      if let by = notice.repeatBy, by + grace <= end, notice.repeatedAt == nil, !hasReason(key) {
        missing.append("\(name) read again")
      }
      return missing
    }
  }

  private func isAnswered(_ notice: Notice) -> Bool {
    if let index = notice.acknowledgedBy, case .acknowledgement(let said) = entries[index].event {
      return !said.words.isEmpty && !entries[index].recorded.author.isEmpty
    }
    if let next = notice.supersededBy {
      return moment.notices.contains { $0.entry == next && isAnswered($0) }
    }
    return notice.urgency != .urgent && notice.clearedAt != nil
  }

  /// Where the clinic's next step is a call, somebody was called about the rule.
  var calls: [String] {
    let made = events(.call) { event -> Call? in
      guard case .call(let call) = event else { return nil }
      return call
    }.map(\.1)
    let wanted = moment.notices.filter {
      $0.urgency == .urgent && $0.entry != nil && $0.nextStep?.contains("call") == true
    }
    return Set(wanted.map(\.rule)).sorted().filter { rule in
      !made.contains { $0.notice?.rule == rule && $0.isReadBack }
    }.map { "a call about \($0)" }
  }

  var effects: [String] {
    moment.adverseEvents.compactMap { event in
      let isTold = event.outcome != nil || rules.care.adverseEvents == nil
      let isSeriousTold = event.isSerious != true || event.relatedness != nil && event.action != nil
      return event.endedAt != nil && isTold && isSeriousTold ? nil : "the end of \(event.term)"
    }
  }

  /// An order is carried out by a medicine that names it, or by the dose.
  var orders: [String] {
    let given = events(.given) { event -> EventID? in
      guard case .given(let given) = event else { return nil }
      return given.order
    }.map(\.1)
    var hasOwn = false
    let open = moment.standing(.order).compactMap { index -> String? in
      guard case .order(let order) = entries[index].event else { return nil }
      let isOwn = Medicine(rawValue: order.given.medicine.lowercased()) != nil
      hasOwn = hasOwn || isOwn
      let isDone = isOwn ? dose != nil : given.contains(entries[index].id)
      return isDone && order.isReadBack ? nil : "what became of \(order.given.medicine)"
    }
    return hasOwn ? open : open + ["an order of the dose"]
  }

  var pins: [String] {
    moment.pins.filter { $0.words == nil }.map { "words for pin \($0.number)" }
  }

  var emergencies: [String] {
    moment.emergencies.flatMap { state -> [String] in
      let wordless = state.entries.compactMap { index -> String? in
        guard case .emergency(let step) = entries[index].event, step.words == nil else {
          return nil
        }
        let item = rules.care.interventions.first { $0.name == step.name }
        return item?.wantsWords == true ? "words for \(step.name ?? "")" : nil
      }
      return wordless + (state.until == nil ? ["the end of the emergency"] : [])
    }
  }
}

// What went in, and the end.
extension Completeness {
  var supplies: [String] {
    guard let wanted = rules.care.supply else { return [] }
    let all = events(.supply) { event -> DrugSupply? in
      guard case .supply(let supply) = event else { return nil }
      return supply
    }.map(\.1)
    let accounted = all.map(\.given).reduce(.zero, +).milligrams
    let isWhole = abs(accounted - moment.totalGiven.milligrams) < 0.1 && all.allSatisfy(\.addsUp)
    let hasWitness = all.allSatisfy { $0.wasted == .zero || $0.witness != nil }
    let hasLot = all.allSatisfy { $0.lot != nil }
    return (isWhole ? [] : ["where the medicine went"])
      + (hasWitness || !wanted.needsWitness ? [] : ["a witness"])
      + (hasLot || !wanted.needsLot ? [] : ["a lot"])
  }

  var phases: [String] {
    rules.phases.map(\.phase).filter { phase in !declared.contains { $0.1 == phase } }
      .map { "phase \($0)" }
  }

  var lozenges: [String] {
    guard rules.hold != nil else { return [] }
    return moment.standing(.lozenge).count == moment.doses.count ? [] : ["the end of the hold"]
  }

  var pump: [String] {
    moment.infusions.contains { $0.isRunning } ? ["the end of the infusion"] : []
  }

  var ending: [String] { moment.standing(.ended).isEmpty ? ["the end"] : [] }
}
