/// What a person does in a session.
package enum CareRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// Watches the patient and keeps the record.
  case monitor
  /// Leads the therapy.
  case therapist
  /// Prescribes and is called.
  case prescriber
  /// Oversees, reviews and co-signs.
  case supervisor

  /// The word on the screen, short: `mon`.
  package var abbreviation: String {
    switch self {
    case .monitor: "mon"
    case .therapist: "ther"
    case .prescriber: "presc"
    case .supervisor: "superv"
    }
  }
}

/// How an entry came into the record.
package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
  /// A person typed it during or after the session.
  case typed
  /// A person copied it from paper.
  case transcribed
  /// It was read from a file.
  case imported
  /// A device sent it.
  case device
  /// A simulated session made it.
  case practice
}
