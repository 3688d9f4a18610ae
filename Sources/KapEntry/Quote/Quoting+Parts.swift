import KapTimeline

extension Quoting {
  func line(for vitals: Vitals) -> String? {
    var parts: [String] = []
    if let pair = vitals.bloodPressure {
      guard let systolic = number(pair.systolic), let diastolic = number(pair.diastolic) else {
        return nil
      }
      parts.append("bp \(systolic)/\(diastolic)")
    }
    for sign in Sign.allCases where sign != .systolic && sign != .diastolic {
      guard let value = vitals[sign] else { continue }
      guard let text = number(value) else { return nil }
      parts.append("\(sign.word) \(text)")
    }
    guard let circumstances = Self.circumstances(of: vitals) else { return nil }
    return (parts + circumstances).joined(separator: " ")
  }

  /// What is said with the readings, word by word; nil where a number cannot be typed.
  static func circumstances(of vitals: Vitals) -> [String]? {
    var parts: [String] = []
    if let litres = vitals.oxygenLitres {
      guard let text = number(litres) else { return nil }
      parts.append(litres == 0 ? "on air" : "on o2 \(text)l")
    }
    if let position = vitals.position { parts.append(position.rawValue) }
    if let method = vitals.method { parts.append("by \(method.word)") }
    if vitals.isBaseline { parts.append("baseline") }
    return parts
  }

  func lines(for scores: [Score]) -> [String] {
    let parts = scores.compactMap { score in number(score.value).map { "\(score.scale) \($0)" } }
    guard parts.count == scores.count else { return [] }
    let line = parts.joined(separator: " ")
    return [line, "scale \(line)"]
  }

  func line(for dose: Dose) -> String? {
    (["dose"] + parts(of: dose)).joined(separator: " ")
  }

  /// What is said of a dose that is given or planned.
  func parts(of dose: Dose) -> [String] {
    let usual = context.clinicProtocol?.medicine ?? .ketamine
    var parts = [dose.route.word]
    if dose.medicine != usual { parts.append(dose.medicine.rawValue) }
    parts.append(amount(dose.amount))
    if let duration = dose.duration {
      parts.append("over \(length(duration))")
    }
    if let manner = dose.manner { parts.append(manner) }
    if let lot = dose.lot { parts.append("lot \(lot)") }
    if let expiry = dose.expiry { parts.append("exp \(expiry)") }
    return parts
  }

  /// An amount in milligrams to the last nanogram, in grams where milligrams are too many digits.
  func amount(_ mass: Mass) -> String {
    let milligrams = Figure(digits: mass.nanograms, places: 6, isNegative: false)
    guard mass.nanograms >= 1_000_000_000_000 else { return milligrams.text + "mg" }
    return Figure(digits: mass.nanograms / 1000, places: 6, isNegative: false).text + "g"
  }

  func length(_ span: Span) -> String {
    let total = span.milliseconds
    let seconds = Figure(digits: total % 60_000, places: 3, isNegative: false)
    var text = ""
    if total >= 3_600_000 { text += "\(total / 3_600_000)h" }
    if total / 60_000 % 60 != 0 { text += "\(total / 60_000 % 60)m" }
    if seconds.digits != 0 || text.isEmpty { text += "\(seconds.text)s" }
    return text
  }

  func line(for change: InfusionChange) -> String? {
    guard let rate = change.rate else { return "infusion \(change.action.rawValue)" }
    return number(rate.milligramsPerHour).map { "infusion \(change.action.rawValue) \($0)mg/h" }
  }

  func line(for change: TechniqueChange) -> String {
    let verb = change.group == "modality" ? "modality" : "technique"
    let name = change.name.split(separator: " ").joined(separator: "-")
    return "\(verb) \(name) \(change.edge.rawValue)"
  }

  func line(for effect: AdverseEffect) -> String {
    var line = "effect \(effect.term)"
    if let severity = effect.severity { line += " \(severity.rawValue)" }
    if let isSerious = effect.isSerious { line += isSerious ? " serious" : " not-serious" }
    if let relatedness = effect.relatedness { line += " related \(relatedness)" }
    if let action = effect.action { line += " action \(action)" }
    if let outcome = effect.outcome { line += " outcome \(outcome)" }
    return line + (effect.hasEnded ? " end" : "")
  }

  func words(for given: GivenMedicine) -> String {
    var parts = [given.medicine]
    if let amount = given.amount { parts.append(amount) }
    if let route = given.route { parts.append(route) }
    if let reason = given.reason { parts.append("for \(reason)") }
    if let person = given.orderedBy { parts.append("by \(person)") }
    if let response = given.response { parts.append("response \(response)") }
    return parts.joined(separator: " ")
  }

  func lines(for call: Call) -> [String] {
    let tail = call.isReadBack ? ", read back" : ""
    switch (call.about, call.said) {
    case (nil, nil): return ["call \(call.to)\(tail)", "call \(call.to):\(tail)"]
    case (nil, let said?): return ["call \(call.to): \(said)\(tail)"]
    case (let about?, nil): return ["call \(call.to) about \(about)\(tail)"]
    case (let about?, let said?): return ["call \(call.to) about \(about): \(said)\(tail)"]
    }
  }
}
