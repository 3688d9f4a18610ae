import KapCanvas
import KapTimeline

/// What of the second line says which limits were set for this person.
struct PersonalLimitsLine {
  let display: Display
  let room: Int

  /// The first of `lines`, the fullest, with all limits behind it; where that is too much the first
  /// with how many there are, and the keys that show them.
  func words(behind lines: [[String]]) -> String {
    let first = display.list(lines.first ?? [])
    let limits = self.limits
    guard !limits.isEmpty else { return first }
    let noun = limits.count == 1 ? "limit" : "limits"
    let all = "\(noun) \(limits.joined(separator: ", "))"
    let pointer = "\(limits.count) \(noun)"
    let whole = "\(pointer): Tab z z"
    let candidates =
      [display.list((lines.first ?? []) + [all])]
      + lines.prefix(2).map { display.list($0 + [whole]) }
      + lines.map { display.list($0 + [pointer]) }
    return candidates.first { Text.width(of: $0) <= room } ?? first
  }

  /// `BP above 180/110`, `HR above 115`.
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
        words.append("BP \(limit.side.rawValue) \(plain(limit.value))/\(plain(pair.value))")
      case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
        words.append("\(limit.sign.label) \(limit.side.rawValue) \(plain(limit.value))")
      }
    }
    return words
  }
}
