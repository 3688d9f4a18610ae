package import KapCanvas
package import KapEntry
package import KapTimeline

/// The entry line while it holds something: which field, what is in it, and what was said to it.
package struct Field: Sendable {
  /// What is being written.
  package var content: Content
  /// When it was opened, in session time: the time of the entry unless the line says another.
  package var openedAt: Instant
  /// When it was opened on the clock that counts on.
  package var openedTicks: Int64
  /// Whether Enter opened it, so that a held Enter must not send it.
  package var isOpenedByEnter = false
  /// What is asked about, waiting for a `y`.
  package var asked: [Doubt] = []
  /// What was wrong with the last Enter.
  package var problem: Problem?
  /// The completions that Tab walks through.
  package var completions: CompletionWalk?

  init(_ content: Content, at stamp: Stamp) {
    self.content = content
    openedAt = stamp.now
    openedTicks = stamp.ticks
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
  /// The entry that a correction is about.
  package var corrects: Int?

  init(_ title: String, verb: Verb? = nil, prefix: String = "", text: String = "") {
    self.title = title
    self.verb = verb
    self.prefix = prefix
    self.text = TextField(text, maximumLength: 20_000)
  }
}

/// A walk through completions, so that Tab goes on to the next.
package struct CompletionWalk: Hashable, Sendable {
  /// The line before the first Tab.
  package var line: String
  /// What may stand instead.
  package var choices: [String]
  /// A word on each.
  package var helps: [String]
  /// Which one is in the line.
  package var place: Int
}

/// Digits for scales, one after the other.
package struct ScoresField: Hashable, Sendable {
  /// The scales, in the protocol's order.
  package var scales: [Scale]
  /// What was typed for each.
  package var texts: [String]
  /// Which one is being typed.
  package var place = 0

  init(_ scales: [Scale]) {
    self.scales = scales
    texts = Array(repeating: "", count: scales.count)
  }

  /// The scores typed so far.
  var scores: [Score] {
    zip(scales, texts).compactMap { scale, text in
      Double(text).map { Score(scale: scale.name, value: $0) }
    }
  }

  /// Takes a digit; a value that can grow no more within its scale moves on.
  mutating func type(_ character: Character) {
    guard place < scales.count, character.isASCII, character.isNumber else { return }
    let longer = texts[place] + String(character)
    guard let value = Double(longer), value <= scales[place].maximum else {
      guard !texts[place].isEmpty, place + 1 < scales.count else { return }
      place += 1
      type(character)
      return
    }
    texts[place] = longer
    if value * 10 > scales[place].maximum, place + 1 < scales.count { place += 1 }
  }

  mutating func advance() { place = min(place + 1, max(0, scales.count - 1)) }
  mutating func back() { place = max(0, place - 1) }

  mutating func backspace() {
    guard place < texts.count else { return }
    if texts[place].isEmpty, place > 0 { place -= 1 }
    if !texts[place].isEmpty { texts[place].removeLast() }
  }
}

/// One of a list, chosen by arrows or by its key.
package struct ChoiceField: Hashable, Sendable {
  /// What is chosen.
  package var purpose: Purpose
  /// What there is to choose from.
  package var options: [Option]
  /// Which one is chosen.
  package var place: Int

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
    case effect([String])
    case severity(String)
    /// An entry that is in error, with one of the clinic's reasons.
    case void(Int)
    case pins([PinState])
    case writer([Presence])
    case filter
  }
}
