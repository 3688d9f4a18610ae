import KapTimeline

extension Scenario.Person {
  /// Watches and writes, and types the most.
  static let monitor = Self(name: "ar", role: .monitor, pace: TypingPace(key: 120...220))
  /// Leads the therapy, and types while looking at the patient.
  static let therapist = Self(name: "jb", role: .therapist, pace: TypingPace(key: 140...260))
  /// Comes in before the dose, and is called after it.
  static let prescriber = Self(name: "dr-l", role: .prescriber)
}

extension Script {
  /// Readings at rest, before the dose, marked as what the others are compared with.
  mutating func baseline(_ minute: Double) {
    let rest = patient.state(at: minute.rounded())
    vitals(minute, with: "temp \(oneDecimal(rest.temperature)) baseline")
  }

  /// The prescriber looks in, orders the medicine and goes again, within three and a half minutes.
  mutating func prescriberVisits(_ minute: Double, ordering medicine: String) {
    let name = Scenario.Person.prescriber.name
    type(minute, "join \(name) as prescriber")
    type(minute + 0.6, "note \(name): history and consent reviewed, heart and lungs clear")
    type(minute + 2.2, "order \(medicine) by \(name) read back")
    type(minute + 3.4, "leave \(name)")
  }
}

/// A number with one decimal, which a thermometer always shows.
private func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
