extension Moment {
  /// What is unusual about an answer to an item of a list, and what in the record speaks against it.
  func doubts(about mark: ChecklistMark, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    return rules.doubts(about: mark) + [earlyReadiness(of: mark, at: place)].compactMap(\.self)
      + contradictions(of: mark, at: place)
  }

  /// A minute of being ready that lies before the last dose.
  private func earlyReadiness(
    of mark: ChecklistMark,
    at place: DoubtPlace
  ) -> Doubt? {
    guard mark.answer == .done, let item = rules?.care.item(mark.item), item.needs == .minutes,
      let zero, let last = doses(before: place).last?.entry ?? firstDose,
      let minute = mark.words.flatMap({ Double($0) }), minute.isFinite
    else { return nil }
    let dose = (session.entries[last].occurredAt - zero).inMinutes.rounded(.down)
    return minute <= dose ? .readyBeforeDose(minute: minute, dose: dose) : nil
  }

  private func contradictions(of mark: ChecklistMark, at place: DoubtPlace) -> [Doubt] {
    guard mark.answer == .done, let item = rules?.care.item(mark.item), !item.against.isEmpty
    else { return [] }
    let then = Moment(session, before: place)
    let base = item.against.contains { $0.basis != .absolute } ? then.baseline : nil
    var found: [(shown: String, grounds: [Contradiction])] = []
    for ground in item.against {
      guard let shown = then.value(against: ground, base) else { continue }
      if let place = found.firstIndex(where: { $0.shown == shown }) {
        found[place].grounds.append(ground)
      } else {
        found.append((shown, [ground]))
      }
    }
    return found.map { .againstRecord($0.shown, item: item.key, grounds: $0.grounds) }
  }

  /// What the record shows last that speaks against a tick, with its time: `MOAA/S 4 at 15:40`.
  private func value(against ground: Contradiction, _ baseline: VitalsSet?) -> String? {
    if let name = ground.scale {
      guard let scale = rules?.scale(named: name),
        let last = lastAssessment(on: scale, where: { $0.value != nil }),
        let value = last.value, ground.isMet(by: value)
      else { return nil }
      return "\(scale.label) \(plain(value)) at \(clock(ofEntry: last.entry))"
    }
    if let term = ground.effect { return words(ofLasting: term, against: ground) }
    guard let quantity = ground.quantity,
      let last = lastSet(where: { $0.value(of: quantity) != nil }),
      let value = last.vitals.value(of: quantity)
    else { return nil }
    let base = Sign(rawValue: quantity).flatMap { baseline?.vitals[$0] }
    let amount: Double?
    switch ground.basis {
    case .absolute: amount = value
    case .change: amount = base.map { value - $0 }
    case .percent: amount = base.flatMap { $0 == 0 ? nil : (value - $0) / abs($0) * 100 }
    }
    guard let amount, ground.isMet(by: amount) else { return nil }
    let said = "\(last.vitals.words(of: quantity)) at \(clock(ofEntry: last.entry))"
    guard ground.basis != .absolute, let baseline else { return said }
    return "\(said), baseline \(baseline.vitals.words(of: quantity))"
  }

  /// An effect that lasts and is as bad as that, or of which nobody said how bad it is.
  private func words(ofLasting term: String, against ground: Contradiction) -> String? {
    guard let last = effects.last(where: { $0.effect.term.lowercased() == term.lowercased() })
    else { return nil }
    let severity = last.effect.severity
    guard ground.isMet(by: severity) else { return nil }
    let said = [last.effect.term, severity?.rawValue].compactMap(\.self).joined(separator: ", ")
    return "\(said) at \(clock(ofEntry: last.entry))"
  }

  private func clock(ofEntry index: Int) -> String {
    let entry = session.entries[index]
    return wall(entry.occurredAt, like: entry).clock
  }
}

extension Vitals {
  /// The reading of a sign by its name, or the litres of oxygen.
  fileprivate func value(of quantity: String) -> Double? {
    quantity == "oxygenLitres" ? oxygenLitres : Sign(rawValue: quantity).flatMap { self[$0] }
  }

  /// `BP 172/104`, `SpO2 90`, `oxygen 2 L/min`.
  fileprivate func words(of quantity: String) -> String {
    if quantity == "oxygenLitres" { return "oxygen \(plain(oxygenLitres ?? 0, places: 1)) L/min" }
    let sign = Sign(rawValue: quantity)
    let slot = VitalsSlot.allCases.first { slot in sign.map { slot.signs.contains($0) } ?? false }
    if let slot, let text = words(for: slot) { return text }
    return "\(word(forQuantity: quantity)) \(plain(value(of: quantity) ?? 0, places: 1))"
  }
}
