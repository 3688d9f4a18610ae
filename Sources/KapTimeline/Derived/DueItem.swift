/// Something that is to be done, derived from the protocol and the record.
package struct DueItem: Hashable, Sendable {
  /// A key that stays: `vitals+40`, or a kind with the event's identity: `pin:k3m9x2qf-7`.
  package let key: String
  /// What it is.
  package let kind: Kind
  /// When; nil for any time, or before there is a dose.
  package let at: Instant?
  /// How long after that it is still in time.
  package let grace: Span
  /// When its tolerance ends, beyond which nobody can put it off; nil where it has no time.
  package let toleratedUntil: Instant?
  /// Where it stands.
  package let state: State
  /// Whether it may not be left out without a reason.
  package let isRequired: Bool
  /// Until when somebody put it off.
  package let postponedUntil: Instant?
  /// Whether its own time is past so far that the next of its kind took its place.
  package let isMissed: Bool
  /// The signs that a set which was begun still lacks, in order; empty while nothing of it was read.
  package let lacks: [VitalsSlot]
  /// The required checks of a list that nobody answered, each in few words.
  package private(set) var openChecks: [String] = []

  /// The kinds of due item.
  package enum Kind: Hashable, Sendable {
    /// Vitals at a minute from T0; negative for the baseline.
    case vitals(minute: Double)
    /// Vitals before the person leaves, whenever that is.
    case endReading
    /// The readings of a rule again, after a notice.
    case repeatReading(rule: String, notice: Int)
    /// The observed scales at a minute from T0.
    case scores(minute: Double)
    /// The pump is planned to end.
    case infusionEnd
    /// The lozenge is to be spat out or swallowed.
    case hold(then: String)
    /// A pin waits for its words.
    case pin(number: Int, entry: Int)
    /// A checklist has open items: how many are met, and of how many.
    case checks(Checklist.Purpose, met: Int, of: Int)
    /// The vial of the doses waits for its lot, and for what was drawn, given and wasted.
    case vial
    /// A step of an emergency that is over waits for its words.
    case stepWords(entry: Int)
    /// An unusual value waits for a person to confirm it or call it artefact.
    case confirm(entry: Int)
  }

  /// Where an item stands.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case upcoming, due, late, done, notDone
  }

  /// Whether it may be left out, in a word: `required`, `not required`.
  package var requirement: String { isRequired ? "required" : "not required" }

  /// What of it is still wanting, each in a word: signs of a set, checks of a list.
  package var wanting: [String] { lacks.map(\.label) + openChecks }

  /// The same item, of a list of which these checks are open.
  func wanting(_ checks: [String]) -> DueItem {
    var item = self
    item.openChecks = checks
    return item
  }

  /// Whether somebody still has to do something.
  package var isOpen: Bool {
    switch state {
    case .upcoming, .due, .late: true
    case .done, .notDone: false
    }
  }
}

extension DueItem.Kind {
  /// Whether a notice asks for it.
  var isRepeat: Bool {
    guard case .repeatReading = self else { return false }
    return true
  }

  /// Whether it is something to be written, at any time, and no look at the person.
  var isOfPapers: Bool {
    switch self {
    case .vial, .stepWords: true
    case .vitals, .endReading, .repeatReading, .scores, .infusionEnd, .hold, .pin, .checks,
      .confirm:
      false
    }
  }

  /// Whether its time has a tolerance; nobody is late for a list to go through.
  var tolerates: Bool {
    guard case .checks = self else { return true }
    return false
  }

  /// Whether it belongs before the dose.
  var isOfBaseline: Bool {
    switch self {
    case .vitals(let minute), .scores(let minute): minute < 0
    case .endReading, .repeatReading, .infusionEnd, .hold, .pin, .checks, .stepWords, .vial,
      .confirm:
      false
    }
  }

  /// Whether it is a look at the person at a minute that the protocol planned.
  var isPlannedLook: Bool {
    switch self {
    case .vitals, .scores: true
    case .endReading, .repeatReading, .infusionEnd, .hold, .pin, .checks, .stepWords, .vial,
      .confirm:
      false
    }
  }
}
