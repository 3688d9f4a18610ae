extension Moment {
  /// What an event says, as words on the screen; `index` is the entry it stands in.
  func text(of event: Event, in index: Int) -> String {
    switch event {
    case .opened(let opening): return "session opened, \(opening.subject)"
    case .frame(let fact): return text(of: fact)
    case .joined(let presence):
      return joined("\(session.initials(of: presence.person)) joined", presence.role?.rawValue)
    case .left(let presence):
      return joined("\(session.initials(of: presence.person)) left", presence.reason)
    case .dose(let dose): return text(of: dose)
    case .infusion(let change): return text(of: change)
    case .phase(let declared):
      return joined(rules?.label(of: declared.phase) ?? declared.phase.rawValue, declared.reason)
    case .vitals(let vitals): return "vitals \(vitals.words)"
    case .noReading(let missing):
      let isPair = missing.sign == .systolic || missing.sign == .diastolic
      let sign = isPair ? "BP " : missing.sign.map { "\($0.label) " } ?? ""
      return joined("no \(sign)reading", missing.reason)
    case .score(let score): return text(of: score, in: index)
    case .note(let note): return note.text
    case .technique(let change): return text(of: change, in: index)
    case .theme(let theme):
      return "theme \(theme.name)\(theme.intensity.map { " \($0)" } ?? "")"
    case .effect(let effect): return text(of: effect)
    case .given(let given): return joined("gave \(given.words)", ordering(given))
    case .call(let call): return text(of: call)
    case .order(let order):
      return joined(
        "order \(order.given.words)",
        ordering(order.given),
        order.isReadBack ? "read back" : nil
      )
    case .pin(let pin): return text(of: pin, in: index)
    case .later(let later):
      let until = WallTime(later.until, offset: session.entries[index].recorded.offset).clock
      return "later: \(dueWords(for: later.item)), until \(until)"
    case .notDone(let skipped):
      return joined("not done: \(dueWords(for: skipped.item))", skipped.reason)
    case .acknowledgement(let acknowledgement): return "acknowledged: \(acknowledgement.words)"
    case .confirmation(let verdict):
      let said = "\(name(of: verdict.target)) \(verdict.isArtefact ? "artefact" : "confirmed")"
      return verdict.reason.map { "\(said): \($0)" } ?? said
    case .correction(let correction):
      guard let target = session.index(of: correction.target) else { return "correction" }
      let said = statement(of: correction.replacement, at: target)
      return "\(session.name(of: target)) corrected: \(said)"
    case .void(let withdrawal):
      return "\(name(of: withdrawal.target)) entered in error: \(withdrawal.reason)"
    case .attached(let seat): return joined("seat \(seat.seat.text) opened", seat.reason)
    case .detached(let seat): return joined("seat \(seat.seat.text) closed", seat.reason)
    case .suspended(let seat): return joined("machine asleep", seat.reason)
    case .resumed(let seat): return joined("machine awake", seat.reason)
    case .clockStepped(let step): return text(of: step)
    case .check(let mark): return text(of: mark)
    case .assessment(let assessment): return text(of: assessment, in: index)
    case .plan(let plan): return text(of: plan, in: index)
    case .limit(let limit): return text(of: limit)
    case .supply(let supply): return text(of: supply)
    case .lozenge(let step): return text(of: step)
    case .emergency(let step): return text(of: step)
    case .handOver(let change): return text(of: change, in: index)
    case .quiet(let quiet):
      let until = WallTime(quiet.until, offset: session.entries[index].recorded.offset)
      return "notices quiet until \(until.clock)"
    case .ended: return "session ended"
    case .reopened(let reason): return "session reopened: \(reason)"
    }
  }

  private func joined(_ parts: String?...) -> String {
    parts.compactMap(\.self).joined(separator: ", ")
  }

  private func name(of id: EventID) -> String {
    session.index(of: id).map { session.name(of: $0) } ?? id.text
  }

  private func text(of fact: FrameFact) -> String {
    switch fact {
    case .weight: "weight \(fact.text)"
    case .intention, .calming, .allergies, .escort, .touch, .room: "\(fact.name): \(fact.text)"
    case .stopSign: "stop sign: \(fact.text)"
    }
  }

  private func text(of dose: Dose) -> String {
    let over = dose.duration.map { $0 > .zero ? " over \(plain($0.inMinutes)) min" : "" } ?? ""
    let amount = "\(plain(dose.amount.milligrams, places: 3)) mg"
    let manner = dose.manner.map { " \($0)" } ?? ""
    return joined(
      "dose \(dose.medicine.rawValue) \(dose.route.abbreviation) \(amount)\(manner)\(over)",
      dose.lot.map { "lot \($0)" },
      dose.expiry.map { "expiry \($0)" }
    )
  }

  private func text(of change: InfusionChange) -> String {
    let rate = change.rate.map { "\(plain($0.milligramsPerHour)) mg/h" }
    return switch change.action {
    case .start: joined("infusion started", rate)
    case .rate: "infusion rate \(rate ?? "unchanged")"
    case .pause: "infusion paused"
    case .resume: joined("infusion resumed", rate)
    case .stop: "infusion stopped"
    }
  }

  private func text(of score: Score, in index: Int) -> String {
    guard let scale = rules?.scale(named: score.scale) else {
      return "\(score.scale) \(plain(score.value))"
    }
    // A name of one plain word is said by the word people type; a term of art as it is written.
    let isPlainWord = !scale.label.dropFirst().contains { $0.isUppercase || $0.isNumber }
    let name = isPlainWord ? scale.aliases.first ?? scale.label.lowercased() : scale.label
    let band = scale.band(of: score.value).map { [$0] } ?? []
    let outcomes = outcomes(of: score.value, on: scale, in: index)
    return (["\(name) \(plain(score.value))"] + band + outcomes).joined(separator: ", ")
  }

  private func text(of change: TechniqueChange, in index: Int) -> String {
    // Touch is said to be touch; other kinds show in their names.
    let name = change.group == "touch" ? "touch: \(change.name)" : change.name
    guard change.edge == .stop else { return name }
    return joined("\(name) ends", start(of: change, before: index).map { "ran \($0) min" })
  }

  /// The whole minutes since what ends here began.
  private func start(of change: TechniqueChange, before index: Int) -> Int? {
    let entry = session.entries[index]
    let earlier = session.list(of: .technique, until: entry.occurredAt)
    for other in earlier.reversed() where other != index && !session.entries[other].isVoid {
      guard case .technique(let begun) = session.entries[other].event, begun.name == change.name
      else { continue }
      guard begun.edge == .start else { return nil }
      return (entry.occurredAt - session.entries[other].occurredAt).wholeMinutes
    }
    return nil
  }

  private func text(of effect: AdverseEffect) -> String {
    joined(
      effect.hasEnded ? "\(effect.term) ended" : effect.term,
      effect.severity?.rawValue,
      effect.isSerious.map { $0 ? "SERIOUS" : "not serious" },
      effect.relatedness.map { "related: \($0)" },
      effect.action.map { "action: \($0)" },
      effect.outcome.map { "outcome: \($0)" }
    )
  }

  private func ordering(_ given: GivenMedicine) -> String? {
    given.orderedBy.map { session.callName(of: $0) }
  }

  private func text(of call: Call) -> String {
    let about = call.about.map { " about \($0)" } ?? ""
    let said = call.said.map { ": \($0)" } ?? ""
    let called = "called \(session.callName(of: call.to))\(about)\(said)"
    return joined(called, call.isReadBack ? "read back" : nil)
  }

  private func text(of pin: Pin, in index: Int) -> String {
    guard let target = pin.target else {
      return session.words(ofPinAt: index) ?? pin.words ?? ""
    }
    let number = session.index(of: target).flatMap { session.pinsAsDropped.firstIndex(of: $0) }
    return "pin \(number.map { String($0 + 1) } ?? "?"): \(pin.words ?? "")"
  }

  private func text(of step: ClockStep) -> String {
    let seconds = plain(abs(Double(step.aheadMilliseconds)) / 1000, places: 1)
    return "wall clock \(seconds) s \(step.aheadMilliseconds < 0 ? "behind" : "ahead")"
  }
}
