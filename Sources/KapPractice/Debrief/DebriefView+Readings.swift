import KapTimeline

extension DebriefView {
  /// The readings and observed scores that say something else than the patient did within a minute of
  /// them, in order.
  ///
  /// What a person corrected counts as corrected.
  var different: [Debrief.Finding] {
    let sets = moment.vitals.filter { $0.at <= end }
    let scores = observedScores
    let then = timesWhenWritten(sets.map(\.entry) + scores.map(\.entry))
    let findings = readings(among: sets, then) + judgements(among: scores, then)
    return findings.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func readings(
    among sets: [VitalsSet],
    _ then: [Int: PatientTime]
  ) -> [(Instant, Debrief.Finding)] {
    let now = time
    return sets.compactMap { set in
      let times = [now, then[set.entry]].compactMap(\.self)
      let wrong = Self.signs.filter { sign in
        guard let value = set.vitals[sign] else { return false }
        let ranges = times.compactMap { shown(around: set.at, by: $0) { $0[sign] } }
        return !ranges.isEmpty && !ranges.contains { $0.contains(value) }
      }
      guard !wrong.isEmpty, let minute = now?.minute(at: set.at) else { return nil }
      let patient = scenario.patient.state(at: minute)
      let finding = Debrief.Finding(
        time: clock(set.at),
        subject: wrong.map { words(for: $0, in: set.vitals) }.joined(separator: ", "),
        record: "recorded by \(moment.authorLabel(of: set.entry)), of the patient "
          + wrong.compactMap { sign in patient[sign].map { plain($0, places: 1) } }
          .joined(separator: ", ")
      )
      return (set.at, finding)
    }
  }

  private static let signs: [Sign] = [
    .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature,
  ]

  /// Where the patient was, for each of some entries, by the record as it stood when somebody
  /// wrote it: a dose that was timed anew since then moved what was shown.
  ///
  /// The record is gone through once, as it came to be known.
  private func timesWhenWritten(_ indices: [Int]) -> [Int: PatientTime] {
    let entries = moment.session.entries
    let written = indices.map { ($0, entries[$0].recorded.recordedAt) }
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
  func shown(
    around instant: Instant,
    by time: PatientTime,
    _ value: (PatientState) -> Double?
  ) -> ClosedRange<Double>? {
    let minute = time.minute(at: instant)
    let near = [minute - 1, minute - 0.5, minute, minute.rounded(), minute + 0.5, minute + 1]
    let values = near.compactMap { value(scenario.patient.state(at: $0)) }
    guard let least = values.min(), let most = values.max() else { return nil }
    return (least - 0.05)...(most + 0.05)
  }

  private func words(for sign: Sign, in vitals: Vitals) -> String {
    "\(sign.label) \(vitals[sign].map { plain($0, places: 1) } ?? "")"
  }
}
