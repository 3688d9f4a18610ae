extension Moment {
  /// Steps, readings and medicines of an emergency, oldest first, with their seconds:
  /// `15:02:31 oxygen, words wanted`.
  ///
  /// With `saysKeys` a step without words says which key of the card adds them.
  package func steps(
    of card: EmergencyState,
    offset: UTCOffset,
    saysKeys: Bool = false
  ) -> [String] {
    let until = card.until ?? now
    return happened.reversed().prefix { session.entries[$0].occurredAt >= card.since }
      .reversed().filter { session.entries[$0].occurredAt <= until }
      .compactMap { index in
        step(at: index, saysKeys: saysKeys).map { words in
          "\(WallTime(session.entries[index].occurredAt, offset: offset).clockWithSeconds) \(words)"
        }
      }
  }

  /// How long an emergency that is over took and what was done when; nil where it was a mistake.
  package func summary(of card: EmergencyState, offset: UTCOffset) -> String? {
    guard let until = card.until, !card.isMistake else { return nil }
    let begun = WallTime(card.since, offset: offset).clockWithSeconds
    let steps = steps(of: card, offset: offset)
    let done = steps.isEmpty ? "no step" : steps.joined(separator: ", ")
    return "EMERGENCY \(elapsedClock(until - card.since)) from \(begun): \(done)"
  }

  private func step(at index: Int, saysKeys: Bool) -> String? {
    let entry = session.entries[index]
    guard !entry.isVoid else { return nil }
    switch entry.event {
    case .emergency(let step):
      guard step.action == .step else { return nil }
      let item = rules?.care.interventions.first { $0.name == step.name }
      let isWanting = step.words == nil && item?.wantsWords ?? false
      let key = item.map { ": \($0.key)" } ?? ""
      let said = isWanting ? "words wanted\(saysKeys ? key : "")" : step.words
      return [step.name, said].compactMap(\.self).joined(separator: ", ")
    case .vitals(let vitals): return readings(vitals)
    case .given, .dose: return words(for: index).text
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .score, .note,
      .technique, .theme, .effect, .call, .order, .pin, .later, .notDone, .acknowledgement,
      .confirmation, .correction, .void, .attached, .detached, .suspended, .resumed,
      .clockStepped, .check, .assessment, .plan, .limit, .supply, .lozenge, .handOver, .quiet,
      .ended, .reopened:
      return nil
    }
  }

  private func readings(_ vitals: Vitals) -> String? {
    var parts =
      vitals.bloodPressure.map { ["BP \(plain($0.systolic))/\(plain($0.diastolic))"] } ?? []
    parts += [Sign.heartRate, .oxygenSaturation, .respiratoryRate, .temperature].compactMap {
      sign in
      vitals[sign].map { "\(sign.label) \(plain($0))" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

/// A length as a clock shows it: `0:31:20`, with a minus before zero.
package func elapsedClock(_ span: Span) -> String {
  let seconds = abs(span.wholeSeconds)
  func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
  let sign = span < .zero ? "-" : ""
  return "\(sign)\(seconds / 3600):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
}
