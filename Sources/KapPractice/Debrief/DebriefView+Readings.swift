import KapTimeline

extension DebriefView {
  /// The readings that say something else than the patient did within a minute of them.
  ///
  /// What a person corrected counts as corrected.
  var different: [Debrief.Finding] {
    let now = time
    let sets = moment.vitals.filter { $0.at <= end }
    let then = timesWhenWritten(sets)
    return sets.compactMap { set in
      let times = [now, then[set.entry]].compactMap(\.self)
      let wrong = Self.signs.filter { sign in
        guard let value = set.vitals[sign] else { return false }
        let ranges = times.compactMap { shown(sign, around: set.at, by: $0) }
        return !ranges.isEmpty && !ranges.contains { $0.contains(value) }
      }
      guard !wrong.isEmpty, let minute = now?.minute(at: set.at) else { return nil }
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

  /// Where the patient was, for the entry of each set, by the record as it stood when somebody
  /// wrote it: a dose that was timed anew since then moved what was shown.
  ///
  /// The record is gone through once, as it came to be known.
  private func timesWhenWritten(_ sets: [VitalsSet]) -> [Int: PatientTime] {
    let entries = moment.session.entries
    let written = sets.map { ($0.entry, entries[$0.entry].recorded.recordedAt) }
    var times: [Int: PatientTime] = [:]
    var known = Session()
    var rest = moment.session.recordedInOrderOfComing[...]
    for (entry, at) in written.sorted(by: { $0.1 < $1.1 }) {
      while let next = rest.first, next.receivedAt <= at {
        known.apply(next)
        rest.removeFirst()
      }
      times[entry] = PatientTime(of: scenario, at: Moment(known, at: at))
    }
    return times
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
