extension Moment {
  /// What a due item is, in words, by its key: `vitals +40`, `BP again`, `words for pin 2`.
  package func dueWords(for key: String) -> String {
    let parts = key.split(separator: ":", maxSplits: 2).map(String.init)
    let entry = parts.dropFirst().first.flatMap(EventID.init).flatMap { session.index(of: $0) }
    switch parts.first {
    case "repeat": return "\(parts.last.map { subject(ofRule: $0) } ?? "reading") again"
    case "infusion": return "infusion planned to end"
    case "hold": return rules?.hold?.then ?? "end of hold"
    case "pin":
      let number = entry.flatMap { session.pinsAsDropped.firstIndex(of: $0) }
      return number.map { "words for pin \($0 + 1)" } ?? "words for a pin"
    case "words": return entry.map { stepWords(for: $0) } ?? "words for a step"
    case "checks": return "checks before the dose"
    case "leaving": return "leaving"
    case "vial": return "vial: lot, drawn, given, wasted"
    case "confirm": return entry.map { confirmationWords(for: $0) } ?? "confirm a value"
    case .some, .none: return planned(key)
    }
  }

  /// The same, with what is still wanting of it: `vitals +40: BP, SpO2`, `leaving: gait`.
  package func dueWords(for item: DueItem) -> String {
    let words = dueWords(for: item.key)
    return item.wanting.isEmpty ? words : "\(words): \(item.wanting.joined(separator: ", "))"
  }

  /// Until when an item was put off: `later, until 14:40`; nil where it was not, or that has passed.
  package func postponedWords(for item: DueItem, offset: UTCOffset) -> String? {
    guard !item.isMissed, let until = item.postponedUntil, now < until else { return nil }
    return "later, until \(WallTime(until, offset: offset).clock)"
  }

  /// `words for oxygen 10:52, a14`: by the name they are corrected; short without it.
  package func stepWords(for index: Int, isShort: Bool = false) -> String {
    let entry = session.entries[index]
    guard case .emergency(let step) = entry.event else { return "words for a step" }
    let at = wall(entry.occurredAt, like: entry).clock
    let words = "words for \(step.name ?? "a step") \(at)"
    return isShort ? words : "\(words), \(session.name(of: index))"
  }

  /// What the readings of a rule are called together: `BP`, `SpO2`.
  package func subject(ofRule rule: String) -> String {
    guard let sign = rules?.limits.first(where: { $0.rule == rule })?.sign else { return rule }
    switch sign {
    case .systolic, .diastolic: return "BP"
    case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
      return sign.label
    }
  }

  private func planned(_ key: String) -> String {
    if key == DueItem.endReading { return "vitals at the end" }
    for name in ["vitals", "scores"] where key.hasPrefix(name) {
      let minute = key.dropFirst(name.count)
      if minute.hasPrefix("-") { return "baseline \(name)" }
      // The minute of the dose has no sign.
      return minute.isEmpty ? name : "\(name) \(minute == "+0" ? "0" : minute)"
    }
    return key
  }
}
