import KapTimeline

extension DebriefView {
  /// A dose in total that is not the scenario's: a second one, another amount, one too few.
  ///
  /// What was ordered of the pump counts: that it was stopped before its end is another matter.
  var differentDose: [Debrief.Finding] {
    let recorded = moment.doses.filter { moment.session.entries[$0.entry].occurredAt <= end }
    guard let first = recorded.first, let last = recorded.last, let planned else { return [] }
    let amounts = recorded.map(\.dose.amount)
    let total = amounts.reduce(Mass.zero, +)
    guard total != planned.total, total > planned.total || isOver(planned) else { return [] }
    let (from, to) = (moment.session.entries[first.entry], moment.session.entries[last.entry])
    let parts = amounts.map(words).joined(separator: " + ")
    let sum = amounts.count > 1 ? "\(parts), \(words(total)) in all" : parts
    return [
      Debrief.Finding(
        time: clocks(from.occurredAt, to.occurredAt),
        subject: "dose \(sum)",
        record: "recorded by \(moment.authorLabel(of: last.entry)), in the scenario "
          + words(planned.total)
      )
    ]
  }

  /// Whether every dose of the scenario would have been given by now.
  private func isOver(_ planned: Planned) -> Bool {
    guard moment.state == .open, let at = instant(of: planned.lastMinute) else { return true }
    return end >= at + .minutes(5)
  }

  private struct Planned {
    var total: Mass
    var lastMinute: Double
  }

  private var planned: Planned? {
    var planned: Planned?
    for line in scenario.lines where line.text.hasPrefix("dose ") {
      let amounts = line.text.split(separator: " ").compactMap { word -> Mass? in
        guard word.hasSuffix("mg"), let milligrams = Double(word.dropLast(2)) else { return nil }
        return Mass(milligrams: milligrams)
      }
      guard let amount = amounts.first else { continue }
      let minute = line.typingStartedAt.inMinutes - scenario.doseAt.inMinutes
      planned = Planned(
        total: (planned?.total ?? .zero) + amount,
        lastMinute: max(planned?.lastMinute ?? minute, minute)
      )
    }
    return planned
  }

  private func words(_ amount: Mass) -> String { "\(plain(amount.milligrams, places: 3)) mg" }
}
