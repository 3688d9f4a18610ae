package import KapCanvas
package import KapEntry
package import KapTimeline

/// The entry line while it holds something: which field, what is in it, and what was said to it.
package struct Field: Sendable {
  /// What is being written.
  package var content: Content
  /// The time of the entry: when the field was opened, unless another was typed.
  package var openedAt: Instant
  /// When it was opened, or what is in it begun anew, in session time.
  var begunAt: Instant
  /// When it was opened or taken up, on the clock that counts on.
  var openedTicks: Int64
  /// Whether a key went into it since it was opened or taken up.
  var isTouched = false
  /// Another time while it is being typed, in a field that is no line of text: `@14:0`.
  var timeText: String?
  /// Whether another time was given.
  var isTimeGiven = false
  /// The entry that a correction is about.
  package var corrects: Int?
  /// The step of the emergency card whose words these are.
  var step: CardStep?
  /// What is asked about, waiting for a `y`.
  package var asked: [Doubt] = []
  /// Which page of it is shown, where it takes several.
  var askedPage = 0
  /// When that page came up, on the clock that counts on.
  var askedTicks: Int64 = 0
  /// The entry whose notices it acknowledges: all there is to know of them stands beside it.
  var noticed: Int?
  /// The first line of those notices that is shown, where not all have room.
  var noticedRow = 0
  /// The end of the line as it was offered, until a key changes that.
  var offered: OfferedEnd?
  /// The questions of an item of a list that are asked one by one.
  var asking: Asking?
  /// Whether the one digit in it was meant as words, waiting for an answer.
  var stepQuestion: String?
  /// What was wrong with the last Enter.
  package var problem: Problem?
  /// The completions that Tab walks through.
  package var completions: CompletionWalk?
  /// The list of checks it was opened from, which comes back after it, and at which item.
  var returnsTo: ListPlace?
  /// Whether the scores of the same visit are asked after it.
  var leadsToScores = false
  /// What came back into it by an arrow, as it was then.
  var recalled: String?
  /// What was in it before somebody emptied it: what is typed then is another entry.
  var emptied: Emptied?
  /// The draft of it that is on disk.
  var kept: KeptDraft?

  init(_ content: Content, at stamp: Stamp) {
    self.content = content
    openedAt = stamp.now
    begunAt = stamp.now
    openedTicks = stamp.ticks
  }

  /// A step of the emergency card that stands already, or is on its way to the disk.
  struct CardStep: Hashable, Sendable {
    var intervention: Intervention
    /// The request that records it; nil once it is on disk.
    var ticket: Ticket?
  }

  /// What stood in a field before it was emptied, and since when.
  struct Emptied: Hashable, Sendable {
    var text: String
    var openedAt: Instant
    var begunAt: Instant
  }

  /// A place in a list of checks.
  struct ListPlace: Hashable, Sendable {
    var purpose: Checklist.Purpose
    var item: Int
  }

  /// What a field holds.
  package enum Content: Sendable {
    /// A line of text, read as the sentence of a verb or as a whole sentence.
    case line(LineField)
    /// The labelled slots of a set of vitals.
    case vitals(VitalsSlots)
    /// Digits for the protocol's scales, in their order.
    case scores(ScoresField)
    /// One of a list.
    case choice(ChoiceField)
    /// A scale, item by item.
    case questionnaire(Questionnaire)
    /// The passphrase of somebody who takes the seat.
    case unlocking(Unlocking)
  }

  /// What stands in the way of a record.
  package struct Problem: Hashable, Sendable {
    /// What is wrong.
    package var message: String
    /// What to do about it.
    package var remedy: String
    /// The place in the line, where there is one.
    package var column: Int?
    /// Whether the text is right and the disk is not.
    package var isNotSaved = false
  }

  /// Whether its Enter records nothing by itself: it goes somewhere, or opens another field.
  var isOnlyLooking: Bool {
    switch content {
    case .line(let line): line.isSearch
    case .vitals, .scores, .questionnaire, .unlocking: false
    case .choice(let choice): choice.purpose.isOnlyLooking
    }
  }

  /// Whether it is a list that stands in place of the notes.
  var isList: Bool {
    guard case .choice(let choice) = content else { return false }
    if case .due = choice.purpose { return false }
    return !choice.purpose.isInLine
  }

  /// Whether another time may be typed in front of it with `@`.
  var takesTime: Bool {
    switch content {
    case .line, .unlocking: false
    case .vitals, .scores, .questionnaire: true
    case .choice(let choice): choice.purpose.happensAtAMoment
    }
  }
}

/// A line of text under a title.
package struct LineField: Sendable {
  /// The words at the left: `NOTE`, `SAID`, `LINE`.
  package var title: String
  /// The verb whose text it is; nil for a whole sentence or a command of the console.
  package var verb: Verb?
  /// What stands before the text in the sentence, where the verb alone does not say it: `pin 2: `.
  package var prefix: String
  /// The text.
  package var text: TextField
  /// Whether it stays open after a record.
  package var staysOpen = false
  /// What is searched, not recorded.
  package var isSearch = false

  init(_ title: String, verb: Verb? = nil, prefix: String = "", text: String = "") {
    self.title = title
    self.verb = verb
    self.prefix = prefix
    self.text = TextField(text, maximumLength: 20_000)
  }

  /// Whether a command of the console may stand in it.
  var isFree: Bool { verb == nil && prefix.isEmpty && !isSearch }
}

/// A walk through completions, so that Tab goes on to the next.
package struct CompletionWalk: Hashable, Sendable {
  /// What may stand in the line instead.
  package var choices: [String]
  /// What each of them puts into the line: its last words, which are all that tells them apart.
  package var words: [String]
  /// A word on each.
  package var helps: [String]
  /// Which one is in the line.
  package var place: Int
}
