package import KapTimeline

/// What nobody may see: it has no words for a screen, a log or a draft.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The text itself, for the one place that needs it.
  package var text: String

  /// Keeps a text to itself.
  package init(_ text: String = "") { self.text = text }

  /// Says nothing of it.
  package var description: String { "secret" }
  /// Says nothing of it.
  package var debugDescription: String { "secret" }
  /// Shows nothing of it.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Somebody who may sit down at this terminal with a passphrase.
package struct KeyHolder: Hashable, Sendable {
  /// The name their entries are signed with.
  package var name: String
  /// What they usually do in a session.
  package var role: CareRole

  /// Creates one.
  package init(name: String, role: CareRole) {
    self.name = name
    self.role = role
  }
}

/// A seat that is about to go to somebody else, who is asked for a passphrase first.
package struct Unlocking: Hashable, Sendable {
  /// Who comes.
  package var person: String
  /// Why.
  package var purpose: Purpose
  /// What became of the passphrase.
  var stage: Stage
  /// What was typed of it: never drawn, never kept.
  var passphrase = Secret()
  /// The page that is gone through, line by line; empty for a seat alone.
  var page: [String] = []
  /// How many of its lines are above what is shown.
  var scrolled = 0

  /// What the seat changes for.
  package enum Purpose: Hashable, Sendable {
    case handOver(HandOver.Kind, words: String?, at: Instant?)
    case seat
  }

  /// What became of the passphrase.
  enum Stage: Hashable, Sendable {
    /// It is typed.
    case asking
    /// It is tried.
    case checking(Ticket)
    /// It was right, or none is asked: the seat goes over.
    case free
    /// The person has none here: the hand-over is recorded by name and the seat stays.
    case byName
  }

  /// Whether a page stands over the panes.
  var hasPage: Bool {
    if case .handOver = purpose { return true }
    return false
  }
}
