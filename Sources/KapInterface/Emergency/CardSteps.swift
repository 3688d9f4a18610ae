import KapCanvas
import KapTimeline

/// What was done in an emergency, read back with its seconds.
struct CardSteps {
  let display: Display
  let emergency: EmergencyState
  /// Whether a step without words says which key adds them.
  var saysKeys = false

  /// Steps, readings and medicines since it began, oldest first: `15:02:31 oxygen, words wanted`.
  var items: [String] {
    let until = emergency.until ?? display.now
    return display.moment.happened.reversed().prefix { index in
      display.session.entries[index].occurredAt >= emergency.since
    }
    .reversed().filter { display.session.entries[$0].occurredAt <= until }
    .compactMap { index in
      words(of: index).map { words in
        let at = display.session.entries[index].occurredAt
        return "\(display.wall(at).clockWithSeconds) \(words)"
      }
    }
  }

  /// How long it took and what was done when, for the notes: nothing of it is recorded twice.
  var summary: String? {
    guard let until = emergency.until, !emergency.isMistake else { return nil }
    let length = elapsedClock(until - emergency.since)
    let begun = display.wall(emergency.since).clockWithSeconds
    let steps = items
    let done = steps.isEmpty ? "no step" : steps.joined(separator: ", ")
    return "EMERGENCY \(length) from \(begun): \(done)"
  }

  private func words(of index: Int) -> String? {
    let entry = display.session.entries[index]
    guard !entry.isVoid else { return nil }
    switch entry.event {
    case .emergency(let step):
      guard step.action == .step else { return nil }
      let item = display.rules?.care.interventions.first { $0.name == step.name }
      let isWanting = step.words == nil && item?.wantsWords ?? false
      let key = item.map { ": \($0.key)" } ?? ""
      let said = isWanting ? "words wanted\(saysKeys ? key : "")" : step.words
      return [step.name, said].compactMap(\.self).joined(separator: ", ")
    case .vitals(let vitals): return readings(vitals)
    case .given, .dose: return display.moment.words(for: index).text
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

extension NoteWriter {
  /// Under the end of an emergency: how long it took, and what was done when.
  func emergencySummary(endingWith index: Int) -> String? {
    let entry = display.session.entries[index]
    guard !entry.isVoid, case .emergency(let step) = entry.event, step.action == .standDown,
      let state = display.moment.emergencies.first(where: { $0.entries.last == index })
    else { return nil }
    return CardSteps(display: display, emergency: state).summary
  }
}
