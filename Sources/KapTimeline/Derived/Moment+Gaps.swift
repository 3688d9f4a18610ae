/// A stretch in which nobody wrote anything.
package struct Gap: Hashable, Sendable {
  /// The last entry before it, as an index.
  package let after: Int
  /// From when to when.
  package let from: Instant
  package let to: Instant
  /// Whether the program itself was not there, as after a crash or while the machine slept.
  package let isInterrupted: Bool

  /// How long it lasted.
  package var length: Span { to - from }
}

extension Moment {
  /// The silent stretches so far; one vanishes when a late entry fills it.
  package var gaps: [Gap] {
    guard let rules else { return [] }
    let shortest = Span.minutes(rules.timing.gapAfterMinutes)
    var gaps: [Gap] = []
    var last: Int?
    var hasEnded = false
    var open: [SeatID: String] = [:]
    for index in happened {
      let entry = session.entries[index]
      guard !entry.isVoid else { continue }
      var isInterrupted = false
      if case .attached(let seat) = entry.event {
        // The same person sits down again while an earlier seat never left: that one was cut off.
        let lost = open.filter { $0.value == entry.recorded.author }.map(\.key)
        isInterrupted = !lost.isEmpty
        for seat in lost { open[seat] = nil }
        open[seat.seat] = entry.recorded.author
      } else if case .detached(let seat) = entry.event {
        open[seat.seat] = nil
      } else if case .resumed = entry.event {
        isInterrupted = true
      }
      if let last, !hasEnded {
        let from = session.entries[last].occurredAt
        if isInterrupted || (entry.occurredAt - from >= shortest) {
          gaps.append(
            Gap(after: last, from: from, to: entry.occurredAt, isInterrupted: isInterrupted)
          )
        }
      }
      if entry.event.kind == .ended { hasEnded = true }
      if entry.event.kind == .reopened { hasEnded = false }
      last = index
    }
    if let last, !hasEnded, now - session.entries[last].occurredAt >= shortest {
      gaps.append(
        Gap(after: last, from: session.entries[last].occurredAt, to: now, isInterrupted: false)
      )
    }
    return gaps
  }
}
