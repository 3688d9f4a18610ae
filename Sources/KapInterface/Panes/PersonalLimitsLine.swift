import KapCanvas
import KapTimeline

/// What of the second line says which limits were set for this person.
struct PersonalLimitsLine {
  let display: Display
  let room: Int

  /// The first of all lines, the fullest, with all limits behind it; where that is too much one of a
  /// group with how many there are and the keys that show them, or without the keys.
  ///
  /// The keys of a group give way before the next group does, whose lines say less of the dose.
  func words(behind groups: [[[String]]]) -> String {
    let fullest = groups.first?.first ?? []
    let limits = self.limits
    guard !limits.isEmpty else { return display.list(fullest) }
    let noun = limits.count == 1 ? "limit" : "limits"
    let pointer = "\(limits.count) \(noun)"
    let candidates =
      [display.list(fullest + ["\(noun) \(limits.joined(separator: ", "))"])]
      + groups.flatMap { lines in
        lines.prefix(2).map { display.list($0 + ["\(pointer): Tab z z"]) }
          + lines.map { display.list($0 + [pointer]) }
      }
    return candidates.first { Text.width(of: $0) <= room } ?? display.list(fullest)
  }

  /// `BP 180/110 or more`, `HR 115 or more`.
  private var limits: [String] {
    let personal = display.moment.personalLimits
    var words: [String] = []
    for limit in personal {
      switch limit.sign {
      case .systolic, .diastolic:
        let other: Sign = limit.sign == .systolic ? .diastolic : .systolic
        let pair = personal.first { $0.sign == other && $0.side == limit.side }
        guard let pair else { fallthrough }
        guard limit.sign == .systolic else { continue }
        words.append("BP \(limit.side.from("\(plain(limit.value))/\(plain(pair.value))"))")
      case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
        words.append(limit.words)
      }
    }
    return words
  }
}
