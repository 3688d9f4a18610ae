import KapTimeline

extension DebriefView {
  /// The readings that say something else than the patient did within a minute of them.
  ///
  /// What a person corrected counts as corrected.
  var different: [Debrief.Finding] {
    moment.vitals.filter { $0.at <= end }.compactMap { set in
      let times = self.times(of: set)
      let wrong = Self.signs.filter { sign in
        guard let value = set.vitals[sign] else { return false }
        let ranges = times.compactMap { shown(sign, around: set.at, by: $0) }
        return !ranges.isEmpty && !ranges.contains { $0.contains(value) }
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

  /// Where the patient is by the record as it stands, and by the record as it stood when somebody wrote
  /// the set: a dose that was timed anew since then moved what was shown.
  private func times(of set: VitalsSet) -> [PatientTime] {
    let written = moment.session.entries[set.entry].recorded.recordedAt
    let then = Moment(moment.session.known(at: written), at: written)
    return [time, PatientTime(of: scenario, at: then)].compactMap(\.self)
  }

  private func minute(of instant: Instant) -> Double? {
    time?.minute(at: instant)
  }

  /// The least and the most that could have been read within a minute, to a tenth.
  private func shown(
    _ sign: Sign,
    around instant: Instant,
    by time: PatientTime
  ) -> ClosedRange<Double>? {
    let minute = time.minute(at: instant)
    let near = [minute - 1, minute - 0.5, minute, minute.rounded(), minute + 0.5, minute + 1]
    let values = near.compactMap { scenario.patient.state(at: $0)[sign] }
    guard let least = values.min(), let most = values.max() else { return nil }
    return (least - 0.05)...(most + 0.05)
  }

  private func words(for sign: Sign, in vitals: Vitals) -> String {
    "\(sign.label) \(vitals[sign].map { plain($0, places: 1) } ?? "")"
  }
}
