import KapTimeline

extension DebriefView {
  /// The readings that say something else than the patient did within a minute of them.
  ///
  /// What a person corrected counts as corrected.
  var different: [Debrief.Finding] {
    moment.vitals.filter { $0.at <= end }.compactMap { set in
      let wrong = Self.signs.filter { sign in
        guard let value = set.vitals[sign], let range = shown(sign, around: set.at) else {
          return false
        }
        return !range.contains(value)
      }
      guard !wrong.isEmpty, let minute = minute(of: set.at) else { return nil }
      let patient = scenario.patient.state(at: minute)
      return Debrief.Finding(
        time: clock(set.at),
        subject: wrong.map { words(for: $0, in: set.vitals) }.joined(separator: ", "),
        record: "recorded by \(moment.authorLabel(of: set.entry)), of the patient "
          + wrong.compactMap { sign in patient[sign].map { plain($0, places: 1) } }
          .joined(separator: ", ")
      )
    }
  }

  private static let signs: [Sign] = [
    .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature,
  ]

  private func minute(of instant: Instant) -> Double? {
    time?.minute(at: instant)
  }

  /// The least and the most that could have been read within a minute, to a tenth.
  private func shown(_ sign: Sign, around instant: Instant) -> ClosedRange<Double>? {
    guard let minute = minute(of: instant) else { return nil }
    let near = [minute - 1, minute - 0.5, minute, minute.rounded(), minute + 0.5, minute + 1]
    let values = near.compactMap { scenario.patient.state(at: $0)[sign] }
    guard let least = values.min(), let most = values.max() else { return nil }
    return (least - 0.05)...(most + 0.05)
  }

  private func words(for sign: Sign, in vitals: Vitals) -> String {
    "\(sign.label) \(vitals[sign].map { plain($0, places: 1) } ?? "")"
  }
}
