extension DueSheet {
  /// Readings with those that stand while a dose over time lasts beyond them, to its end.
  ///
  /// A planned one that such a reading answers anyhow gives way to it, unless it is required.
  func withInfused(_ planned: [VitalsSchedule.Reading]) -> [VitalsSchedule.Reading] {
    let added = minutesInfused
    guard !added.isEmpty else { return planned }
    let tolerance = grace.inMinutes
    let kept = planned.filter { reading in
      reading.isRequired || reading.minute <= 0
        || !added.contains { abs($0 - reading.minute) <= tolerance }
    }
    let known = Set(kept.map(\.minute))
    let more = added.filter { !known.contains($0) }
      .map { VitalsSchedule.Reading(minute: $0, isRequired: false) }
    return (kept + more).sorted { $0.minute < $1.minute }
  }

  /// The minutes beyond the planned ones at which something still runs in, or is to.
  private var minutesInfused: [Double] {
    guard let rule = rules.vitals.whileInfused, rule.from >= 0, rule.every >= 1, let zero,
      let end = infused.map(\.upperBound).max()
    else { return [] }
    // A week of readings bounds what a wrong clock can ask for.
    let last = min(isOver ? min((now - zero).inMinutes, end) : end, 10_080)
    var minutes: [Double] = []
    var minute = rule.from + rule.every
    while minute <= last {
      if infused.contains(where: { $0.lowerBound < minute && minute <= $0.upperBound }) {
        minutes.append(minute)
      }
      minute += rule.every
    }
    return minutes
  }
}

extension Moment {
  /// From and to which minute doses over time last or are to; of one that nobody can say the end of,
  /// or whose length waits to be confirmed, up to the next reading to come.
  var infusedMinutes: [ClosedRange<Double>] {
    guard let zero, let rule = rules?.vitals.whileInfused else { return [] }
    return infusions.compactMap { run in
      let from = (run.startedAt - zero).inMinutes
      let isEndless = run.isRunning && (run.remaining == nil || isLengthWaiting(of: run))
      let to = (endOfDose(run) - zero).inMinutes + (isEndless ? rule.every : 0)
      return to > from ? from...to : nil
    }
  }
}
