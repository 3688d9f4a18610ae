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

  /// The list before the dose, several items a line, as a person who knows it types it.
  ///
  /// What the record shows by itself, weight, escort and the like, is not ticked.
  mutating func checks(
    _ minute: Double,
    fasting: String,
    medicines: String,
    phone: String,
    also items: String = "music"
  ) {
    type(
      from: minute,
      [
        "check identity, indication, substances, consent: version 3, signed {-2d}",
        "check fasting: \(fasting)", "check medicines: \(medicines)",
        "check pregnancy, vessels, danger, psychosis, heart, cautions", "check phone: \(phone)",
        "assess cssrs 1=0 2=0 6=0", "check oximeter, equipment, \(items)",
      ]
    )
  }

  /// The list before leaving, but for the escort and what is said last.
  mutating func readyToLeave(_ minute: Double, hasLine: Bool = true) {
    type(
      from: minute,
      [
        "check oriented, awake, dissociation, thoughts",
        "check pressure, air, gait, nausea\(hasLine ? ", site" : "")",
      ]
    )
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
