import KapTimeline

extension Phrasing {
  func words(for vitals: Vitals) -> String {
    var parts: [String] = []
    if let pair = vitals.bloodPressure {
      let systolic = plain(pair.systolic, places: 1)
      parts.append("BP \(systolic) over \(plain(pair.diastolic, places: 1))" + change(of: pair))
    }
    if let value = vitals.meanArterial { parts.append("MAP \(plain(value, places: 1))") }
    if let value = vitals.heartRate { parts.append("HR \(plain(value, places: 1))") }
    if let value = vitals.oxygenSaturation { parts.append("SpO2 \(plain(value, places: 1))") }
    if let value = vitals.respiratoryRate { parts.append("RR \(plain(value, places: 1))") }
    if let value = vitals.temperature { parts.append("Temp \(plain(value)) °C") }
    if let litres = vitals.oxygenLitres {
      parts.append(litres == 0 ? "on air" : "on oxygen \(plain(litres)) L/min")
    }
    if let position = vitals.position { parts.append(position.rawValue) }
    if let method = vitals.method { parts.append("by \(method.word)") }
    if vitals.isBaseline { parts.append("as the baseline") }
    return parts.joined(separator: ", ")
  }

  /// That a limit which waits for its repeat is not confirmed by a reading so soon.
  func details(of vitals: Vitals) -> [String] {
    let early = context.repeats.first { $0.isTooSoon(vitals, at: moment) }
    return [early?.words(offset: context.offset)].compactMap(\.self)
  }

  /// How far a pair stands from baseline: `, up 40/20 from baseline`.
  private func change(of pair: BloodPressure) -> String {
    guard let baseline = context.baseline else { return "" }
    let upper = pair.systolic - baseline.systolic
    let lower = pair.diastolic - baseline.diastolic
    let figures = "\(plain(abs(upper), places: 1))/\(plain(abs(lower), places: 1))"
    if upper == 0, lower == 0 { return ", as at baseline" }
    if upper >= 0, lower >= 0 { return ", up \(figures) from baseline" }
    if upper <= 0, lower <= 0 { return ", down \(figures) from baseline" }
    return ", \(signed(upper))/\(signed(lower)) from baseline"
  }

  private func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + plain(value, places: 1)
  }

  func words(for score: Score) -> String {
    let scale = context.clinicProtocol?.scale(named: score.scale)
    let meaning = Int(exactly: score.value).flatMap { scale?.meanings[$0] }
    return "\(clip(scale?.label ?? score.scale)) \(plain(score.value))"
      + (meaning.map { " \($0)" } ?? scale?.band(of: score.value).map { ", \($0)" } ?? "")
  }

  func words(for note: Note) -> String {
    let words = repeatsWords ? " “\(short(note.text))”" : ""
    return switch note.voice {
    case .observation: "note\(words)"
    case .patient: repeatsWords ? "Pt\(words)" : "the patient's own words"
    case .therapist: "therapist's note\(words)"
    }
  }

  func words(for change: TechniqueChange) -> String {
    let group = change.group == "modality" ? "modality " : ""
    return switch change.edge {
    case .start: "\(group)\(clip(change.name)) begins"
    case .stop: "\(group)\(clip(change.name)) ends"
    case .once: group + clip(change.name)
    }
  }

  func words(for effect: AdverseEffect) -> String {
    var text = "effect \(clip(effect.term))" + (effect.hasEnded ? " has ended" : "")
    if let severity = effect.severity { text += ", \(severity.rawValue)" }
    if let isSerious = effect.isSerious { text += isSerious ? ", serious" : ", not serious" }
    if let relatedness = effect.relatedness { text += ", related: \(clip(relatedness))" }
    if let action = effect.action { text += ", action: \(short(action))" }
    if let outcome = effect.outcome { text += ", outcome: \(short(outcome))" }
    return text
  }
}
