import KapTimeline

extension DebriefView {
  /// Planned readings and scores that nobody took and that are not required, by their times, and the
  /// end of a session that was left open.
  var lost: [Debrief.Finding] { unrequired + [openEnd].compactMap(\.self) }

  /// The end, where the scenario's is past or whoever was there has left, and nobody recorded it.
  private var openEnd: Debrief.Finding? {
    guard moment.state.isOpen, let time, let line = scenario.lines.last(where: { $0.text == "end" })
    else { return nil }
    let minutes = line.typingStartedAt - scenario.doseAt
    let planned = (time.began ?? time.planned) + minutes
    guard hasLeft || planned <= end else { return nil }
    return Debrief.Finding(
      time: clock(min(planned, end)),
      subject: "end of the session",
      record: "not recorded"
    )
  }

  private var unrequired: [Debrief.Finding] {
    let planned = (due.left + due.skipped).compactMap { item -> (at: Instant, item: DueItem)? in
      guard !item.isRequired, let at = time(of: item.kind), at <= end else { return nil }
      return (at, item)
    }
    return planned.enumerated().sorted { first, second in
      let (one, other) = (first.element.at, second.element.at)
      return one == other ? first.offset < second.offset : one < other
    }.map { _, planned in
      Debrief.Finding(
        time: clock(planned.at),
        subject: moment.dueWords(for: planned.item),
        record: "\(planned.item.requirement); \(reason(for: planned.item.key) ?? Self.unexplained)"
      )
    }
  }

  private static let unexplained = "neither done nor a reason"

  /// When a planned reading was due first, be it put off or not; nil of anything else.
  private func time(of kind: DueItem.Kind) -> Instant? {
    switch kind {
    case .vitals(let minute), .scores(let minute):
      minute < 0 ? moment.doseBegan : moment.zero.map { $0 + .minutes(minute) }
    case .endReading, .repeatReading, .infusionEnd, .hold, .pin, .checks, .stepWords, .vial,
      .confirm:
      nil
    }
  }
}
