package import KapTimeline

/// What the notes pane shows, and from where.
package struct NotesView: Hashable, Sendable {
  /// The entry at the bottom; nil follows the newest.
  package var anchor: Anchor?
  /// The kinds shown.
  package var shown = Shown.all
  /// The author shown; nil is all.
  package var author: String?
  /// Whether names, times of writing and what the program noted are shown too.
  package var isFull = false
  /// What is searched for.
  package var search: String?
  /// Since when entries are new to this seat.
  package var unreadAfter: Unread?
  /// Whether the words are hidden from eyes in the room.
  package var hidesWords = false

  /// Creates a view that follows the newest entry.
  package init() {}

  /// A place among the notes: an entry at the bottom of the pane.
  package struct Anchor: Hashable, Sendable {
    /// The entry's index.
    package var entry: Int
    /// How many of its last rows are below the pane, where it is longer than that.
    package var skipped = 0

    /// Creates a place.
    package init(entry: Int, skipped: Int = 0) {
      self.entry = entry
      self.skipped = skipped
    }
  }

  /// From when on entries of another seat are unread.
  package struct Unread: Hashable, Sendable {
    /// When the last entry was written that had been seen.
    package var at: Instant
    /// When the first new one came.
    package var clock: Instant
  }

  /// What is shown of all that people stated.
  package enum Shown: String, Hashable, Sendable, CaseIterable {
    case all = "everything"
    case words, vitals, medicines, pins, phases

    func includes(_ kind: EventKind) -> Bool {
      switch self {
      case .all: true
      case .words: [.note, .pin, .call, .acknowledgement].contains(kind)
      case .vitals: [.vitals, .noReading, .score].contains(kind)
      case .medicines: [.dose, .infusion, .given, .order].contains(kind)
      case .pins: kind == .pin
      case .phases: kind == .phase
      }
    }
  }

  /// Whether an entry is shown.
  func shows(_ index: Int, in display: Display) -> Bool {
    let entry = display.session.entries[index]
    let kind = entry.recorded.event.kind
    guard isFull || kind.isNoteworthy, shown.includes(kind) else { return false }
    if let author, entry.witness != author { return false }
    if !isFull, case .pin(let pin) = entry.recorded.event, pin.target != nil { return false }
    if kind == .score, !isFull { return display.isFirstOfScores(index) }
    return true
  }
}

extension Display {
  /// The scores that one Enter wrote and that stand as they were written: they are one row.
  func scoresTogether(with index: Int) -> [Int] {
    let together = moment.writtenTogether(with: index).filter { other in
      let entry = session.entries[other]
      return entry.recorded.event.kind == .score && !entry.isVoid && entry.correctedBy == nil
    }
    return together.contains(index) ? together : [index]
  }

  /// Whether a score has the row of those written with it.
  func isFirstOfScores(_ index: Int) -> Bool { scoresTogether(with: index).first == index }
}

extension EventKind {
  /// Whether its rows belong among the notes without being asked for.
  var isNoteworthy: Bool {
    switch self {
    case .attached, .detached, .later, .correction, .void, .confirmation: false
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .pin, .notDone,
      .acknowledgement, .suspended, .resumed, .clockStepped, .check, .assessment, .plan, .limit,
      .supply, .lozenge, .emergency, .handOver, .quiet, .ended, .reopened:
      true
    }
  }
}

extension Event {
  /// Whether it holds words of or about the patient.
  var holdsWords: Bool {
    switch self {
    case .note, .pin, .call, .acknowledgement, .frame, .theme, .check, .emergency, .handOver: true
    case .opened, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .technique, .effect, .given, .order, .later, .notDone, .confirmation, .correction, .void,
      .attached, .detached, .suspended, .resumed, .clockStepped, .assessment, .plan, .limit,
      .supply, .lozenge, .quiet,
      .ended, .reopened:
      false
    }
  }
}
