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
  /// The silent stretches since the session was opened; one vanishes when a late entry fills it.
  ///
  /// What the program notes about itself does not break a silence, but where it was not there
  /// itself, as after a crash or while the machine slept, that is a gap however short.
  package var gaps: [Gap] {
    let silences = self.silences
    return silences.closed + [openGap(after: silences.last)].compactMap(\.self)
  }

  /// The silence that lasts, if it has been one for long enough: `last` is the last entry that
  /// broke one, as ``silences`` says.
  package func openGap(after last: Int?) -> Gap? {
    guard let rules, let last else { return nil }
    let from = session.entries[last].occurredAt
    guard from < now, now - from >= .minutes(rules.timing.gapAfterMinutes) else { return nil }
    return Gap(after: last, from: from, to: now, isInterrupted: false)
  }

  /// The silent stretches that are over, and the last entry that broke one; they change with what
  /// happened, and not with the time.
  package var silences: (closed: [Gap], last: Int?) {
    guard let rules, let startedAt else { return ([], nil) }
    let shortest = Span.minutes(rules.timing.gapAfterMinutes)
    var gaps: [Gap] = []
    var last: Int?
    var seats = OpenSeats()
    func close(at instant: Instant, isInterrupted: Bool) {
      guard let last else { return }
      let from = session.entries[last].occurredAt
      guard isInterrupted || instant - from >= shortest else { return }
      gaps.append(Gap(after: last, from: from, to: instant, isInterrupted: isInterrupted))
    }
    for index in happened {
      let entry = session.entries[index]
      guard !entry.isVoid, entry.occurredAt >= startedAt else { continue }
      let isInterrupted = seats.isCutOff(by: entry)
      let kind = entry.event.kind
      guard isInterrupted || kind.isStated || kind == .opened else { continue }
      close(at: entry.occurredAt, isInterrupted: isInterrupted)
      last = kind == .ended ? nil : index
    }
    return (gaps, last)
  }

  /// The seats that somebody sits at.
  private struct OpenSeats {
    private var authors: [SeatID: String] = [:]

    /// Whether an event shows that the program was not there before it.
    mutating func isCutOff(by entry: Entry) -> Bool {
      switch entry.event {
      case .attached(let seat):
        // The same person sits down again while an earlier seat never left: that one was cut off.
        let lost = authors.filter { $0.value == entry.recorded.author }.map(\.key)
        for seat in lost { authors[seat] = nil }
        authors[seat.seat] = entry.recorded.author
        return !lost.isEmpty
      case .detached(let seat):
        authors[seat.seat] = nil
        return false
      case .resumed: return true
      case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading,
        .score, .note, .technique, .theme, .effect, .given, .call, .order, .pin, .later,
        .notDone, .acknowledgement, .confirmation, .correction, .void, .suspended, .clockStepped,
        .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet,
        .ended, .reopened:
        return false
      }
    }
  }
}
