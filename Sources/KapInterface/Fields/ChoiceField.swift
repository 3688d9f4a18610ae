package import KapTimeline

/// One of a list, chosen by arrows or by its key.
package struct ChoiceField: Hashable, Sendable {
  /// What is chosen.
  package var purpose: Purpose
  /// What there is to choose from.
  package var options: [Option]
  /// Which one is chosen.
  package var place: Int
  /// How many lines below the last option are scrolled up: what there is to read there.
  package var scrolled = 0
  /// Letters that chose by their keys, one after the other: a word begins so too.
  var letters = ""
  /// What was typed and is no choice; while there is any, Enter records nothing.
  var stray = ""

  init(purpose: Purpose, options: [Option], place: Int) {
    self.purpose = purpose
    self.options = options
    self.place = place
  }

  /// One option of a list.
  package struct Option: Hashable, Sendable {
    /// The key that chooses it: `1`.
    package var key: String
    /// Its words.
    package var label: String
  }

  /// What a list is for.
  package enum Purpose: Hashable, Sendable {
    case phase([Phase])
    case due([DueItem])
    /// A due item that is not done, with one of the clinic's reasons.
    case notDone(DueItem)
    case technique([Code])
    case effect([Symptom])
    case severity(String)
    /// An entry that is in error, with one of the clinic's reasons.
    case void(Int)
    case pins([PinState])
    case writer([Presence])
    case questionnaires([Scale])
    /// Notices kept quiet for a little while.
    case hush
    case filter
    /// The items of a list of checks, answered one by one.
    case checks(Checklist.Purpose)
    /// What may be given or arranged: a chosen one puts its sentence into the line.
    case prescription([Offer])
    /// What else there is to say of an adverse effect before it is recorded.
    case detail(AdverseEffect, EffectPart)
    /// Lines to read; Enter goes to the entry behind one.
    case page(PageTitle, entries: [Int])
  }

  /// A sentence that a list offers for the line.
  package struct Offer: Hashable, Sendable {
    /// The sentence, or its beginning.
    package var sentence: String
  }

  /// What is said of an adverse effect beside how bad it is, in the order in which it is asked.
  package enum EffectPart: Int, Hashable, Sendable, CaseIterable {
    case serious, relatedness, action, outcome
  }

  /// The pages of lines.
  package enum PageTitle: String, Hashable, Sendable, CaseIterable {
    case events = "Adverse events"
    case scores = "Assessments"
    case agreed = "Agreed"
  }

  /// An adverse effect that begins, or that ends.
  package struct Symptom: Hashable, Sendable {
    /// Its name.
    package var term: String
    /// Whether choosing it ends it.
    package var ends: Bool
  }
}

extension ChoiceField.Purpose {
  /// The words at the left of the line.
  var title: String {
    switch self {
    case .phase: "PHASE"
    case .due: "DUE"
    case .notDone: "NOT DONE"
    case .technique: "TECHNIQUE"
    case .effect: "EFFECT"
    case .severity(let term): term.uppercased()
    case .void: "IN ERROR"
    case .pins: "PINS"
    case .writer: "WRITER"
    case .questionnaires: "QUESTIONNAIRES"
    case .hush: "QUIET"
    case .filter: "SHOW"
    case .checks(.beforeDose): "CHECKS"
    case .checks(.leaving): "LEAVING"
    case .prescription: "Rx"
    case .detail(let effect, _): effect.term.uppercased()
    case .page(let title, _): title.rawValue.uppercased()
    }
  }

  /// Whether Enter records nothing.
  var isOnlyLooking: Bool {
    switch self {
    case .due, .pins, .writer, .filter, .prescription, .page, .questionnaires: true
    case .phase, .notDone, .technique, .effect, .severity, .void, .checks, .detail, .hush: false
    }
  }

  /// Whether what is chosen happened when the list was opened, or at another time that is typed.
  var happensAtAMoment: Bool {
    switch self {
    case .phase, .technique, .effect, .severity, .prescription, .detail: true
    case .due, .notDone, .void, .pins, .writer, .filter, .checks, .page, .questionnaires, .hush:
      false
    }
  }

  /// Whether its options stand in the line itself; others are listed in place of the notes.
  var isInLine: Bool {
    switch self {
    case .phase, .severity, .detail, .hush: true
    case .due, .notDone, .technique, .effect, .void, .pins, .writer, .filter, .checks,
      .prescription, .page, .questionnaires:
      false
    }
  }
}
