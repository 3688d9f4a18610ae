import KapTimeline

extension DebriefView {
  /// The emergency card: when it was opened, when its first step was, when it was stood down, and when
  /// the scenario does so; nothing where neither has one by now.
  var emergencyCard: [Debrief.Finding] {
    let planned = plannedCard.flatMap { card in
      instant(of: card.opened).flatMap { $0 <= end ? (card: card, from: $0) : nil }
    }
    let cards = moment.emergencies.filter { $0.since <= end }
    let wanted =
      planned.map { planned in
        words(
          opened: clock(planned.from),
          step: planned.card.step.flatMap { instant(of: $0) }.map { clock($0) },
          over: planned.card.over.flatMap { instant(of: $0) }.map { clock($0) }
        )
      } ?? "none by then"
    guard !cards.isEmpty else {
      guard let (card, from) = planned else { return [] }
      let to = card.over.flatMap { instant(of: $0) } ?? from
      let record = "not opened; in the scenario \(wanted)"
      return [
        Debrief.Finding(time: clocks(from, min(to, end)), subject: Self.card, record: record)
      ]
    }
    return cards.map { card in
      Debrief.Finding(
        time: clocks(card.since, min(card.until ?? end, end)),
        subject: Self.card,
        record: "\(record(of: card)); in the scenario \(wanted)"
      )
    }
  }

  private static let card = "emergency card"

  private func record(of card: EmergencyState) -> String {
    let step = card.entries.first { index in
      guard case .emergency(let step) = moment.session.entries[index].event else { return false }
      return step.action == .step
    }
    let author = card.entries.first.map { " by \(moment.authorLabel(of: $0))" } ?? ""
    let over = card.until.flatMap { $0 <= end ? clock($0) : nil }
    let mistake = card.isMistake ? ", by mistake" : ""
    return words(
      opened: clock(card.since) + author,
      step: step.map { clock(moment.session.entries[$0].occurredAt) },
      over: over.map { $0 + mistake }
    )
  }

  private func words(opened: String, step: String?, over: String?) -> String {
    let first = step.map { "first step \($0)" } ?? "no step"
    return "opened \(opened), \(first), \(over.map { "stood down \($0)" } ?? "not stood down")"
  }

  /// The minutes of the script's own card, from the dose.
  private struct PlannedCard {
    var opened: Double
    var step: Double?
    var over: Double?
  }

  private var plannedCard: PlannedCard? {
    func minute(of beginning: String) -> Double? {
      scenario.lines.first { $0.text.hasPrefix(beginning) }.map {
        ($0.typingStartedAt - scenario.doseAt).inMinutes
      }
    }
    return minute(of: "emergency").map {
      PlannedCard(opened: $0, step: minute(of: "emergency step"), over: minute(of: "stand-down"))
    }
  }
}
