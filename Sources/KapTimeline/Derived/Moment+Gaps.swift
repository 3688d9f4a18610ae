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
    var seats = OpenSeats(of: session)
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
    /// Who sits at each seat that never left: whoever wrote there since it was last handed over.
    private var people: [SeatID: Set<String>] = [:]
    /// In which chart each of them was taken.
    private var writers: [SeatID: WriterID] = [:]
    /// When each seat wrote last, as far as it is known.
    private let lastWords: [SeatID: Instant]

    init(of session: Session) {
      var lastWords: [SeatID: Instant] = [:]
      for entry in session.entries {
        guard let seat = entry.writingSeat else { continue }
        let at = entry.recorded.recordedAt
        lastWords[seat] = lastWords[seat].map { max($0, at) } ?? at
      }
      self.lastWords = lastWords
    }

    /// Whether a seat that never left was cut off before somebody sat down, by what is known then.
    private func isLost(_ seat: SeatID, by attachment: Attachment, _ entry: Entry) -> Bool {
      // It wrote again, as one that is still open beside this does.
      let wroteAgain = lastWords[seat].map { $0 > entry.recorded.recordedAt } ?? false
      if wroteAgain, seat != attachment.seat { return false }
      if let beside = attachment.beside, writers[seat] == entry.id.writer {
        return !beside.contains(seat)
      }
      // Where nobody looked: the same person sits down again.
      return people[seat]?.contains(entry.recorded.author) ?? false
    }

    /// Whether an event shows that the program was not there before it.
    mutating func isCutOff(by entry: Entry) -> Bool {
      let author = entry.recorded.author
      if let seat = entry.recorded.seat, people[seat] != nil { people[seat]?.insert(author) }
      switch entry.event {
      case .attached(let attachment):
        let lost = people.keys.filter { isLost($0, by: attachment, entry) }
        for seat in lost { people[seat] = nil }
        // Where it was looked who else was there, one console that is open is enough.
        let isAlone = attachment.beside == nil || people.isEmpty
        people[attachment.seat] = [author]
        writers[attachment.seat] = entry.id.writer
        return !lost.isEmpty && isAlone
      case .detached(let attachment):
        people[attachment.seat] = nil
        return false
      case .handOver(let change):
        if let seat = entry.recorded.seat, people[seat] != nil { people[seat] = [change.to] }
        return false
      case .resumed: return true
      case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading,
        .score, .note, .technique, .theme, .effect, .given, .call, .order, .pin, .later,
        .notDone, .acknowledgement, .confirmation, .correction, .void, .suspended, .clockStepped,
        .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency, .quiet, .ended,
        .reopened:
        return false
      }
    }
  }
}

extension Entry {
  /// The seat at which it was written; of what a seat notes about itself that seat.
  fileprivate var writingSeat: SeatID? {
    if let seat = recorded.seat { return seat }
    switch event {
    case .attached(let attachment), .detached(let attachment), .suspended(let attachment),
      .resumed(let attachment):
      return attachment.seat
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .clockStepped, .check, .assessment,
      .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended, .reopened:
      return nil
    }
  }
}
