import KapTimeline

/// A place in a line, and what has been learnt on the way to it.
///
/// Columns are offsets into the line's characters, so that a caret stands under what a person sees.
struct Reader {
  let characters: [Character]
  let context: EntryContext
  var position = 0
  /// Where reading stops; before the end of the line inside a correction that gives a reason.
  var end: Int
  /// When it happened, where the line says so.
  var occurredAt: Instant?
  var observer: String?
  var remarks: [String] = []
  /// What was typed in another unit than it is kept in.
  var typed: [String] = []
  /// The item that the entry answers which is corrected.
  var correctedItem: String?
  /// Whether a colon stood right after the verb: `ack: a14 was the cuff`.
  var verbHadColon = false

  init(_ line: String, in context: EntryContext) {
    characters = Array(line)
    end = characters.count
    self.context = context
  }

  var isAtEnd: Bool {
    var copy = self
    copy.skipSpace()
    return copy.position >= end
  }

  mutating func skipSpace() {
    while position < end, isSpace(characters[position]) { position += 1 }
  }

  /// The next word without moving; commas and semicolons after it belong to nobody.
  func peek() -> Word? {
    var copy = self
    return copy.next()
  }

  /// The next word, past which reading goes on.
  mutating func next() -> Word? {
    while true {
      skipSpace()
      guard position < end else { return nil }
      let start = position
      while position < end, !isSpace(characters[position]) { position += 1 }
      var stop = position
      while stop > start, isSeparator(characters[stop - 1]) { stop -= 1 }
      if stop > start { return word(from: start, to: stop) }
    }
  }

  /// Moves on if the next word is one of these, and says which it was.
  mutating func take(_ words: String...) -> Word? {
    guard let word = peek(), words.contains(word.lower) else { return nil }
    return next()
  }

  func word(from start: Int, to stop: Int) -> Word {
    Word(text: String(characters[start..<stop]), start: start, end: stop)
  }

  /// All that is left, as it was typed, without the space around it.
  mutating func rest() -> Word {
    skipSpace()
    let start = position
    var stop = end
    while stop > start, isSpace(characters[stop - 1]) { stop -= 1 }
    position = end
    return word(from: start, to: stop)
  }

  /// Refuses words that are left over once the sentence is whole.
  mutating func expectEnd(after verb: Verb) throws(EntryError) {
    guard let word = next() else { return }
    throw failure(
      .unknownWord,
      at: word,
      "Nothing more belongs here, but “\(word.clipped)” follows.",
      "End after the sentence, as in: \(verb.form)."
    )
  }

  func failure(
    _ problem: EntryError.Problem,
    at word: Word,
    _ message: String,
    _ remedy: String
  ) -> EntryError {
    failure(problem, from: word.start, to: word.end, message, remedy)
  }

  func failure(
    _ problem: EntryError.Problem,
    from start: Int,
    to stop: Int,
    _ message: String,
    _ remedy: String
  ) -> EntryError {
    let column = min(max(start, 0), characters.count)
    let length = min(max(stop, column), characters.count) - column
    return EntryError(
      column: column,
      length: length,
      problem: problem,
      message: message,
      remedy: remedy
    )
  }

  /// Something is missing here, right after what was read last.
  func missing(_ message: String, _ remedy: String) -> EntryError {
    missing(.missing, message, remedy)
  }

  /// Something is missing here, of a kind of its own.
  func missing(
    _ problem: EntryError.Problem,
    _ message: String,
    _ remedy: String
  ) -> EntryError {
    var stop = min(position, end)
    while stop > 0, isSpace(characters[stop - 1]) { stop -= 1 }
    return failure(problem, from: stop, to: stop, message, remedy)
  }
}

/// A run of characters in the line, with its columns.
struct Word {
  let text: String
  let start: Int
  let end: Int

  var lower: String { text.lowercased() }

  var isEmpty: Bool { start == end }

  /// The text as a message may repeat it: short, and without what a terminal would act on.
  var clipped: String { clip(text) }
}

/// Text shortened for a message; a flood of combining marks counts as it is long.
func clip(_ text: String) -> String {
  var result = ""
  var count = 0
  for scalar in text.unicodeScalars {
    guard count < 32 else { return result + "…" }
    let isShown =
      scalar.properties.generalCategory != .control
      && scalar.properties.generalCategory != .format
    result.unicodeScalars.append(isShown ? scalar : "?")
    count += 1
  }
  return result
}

/// Whether a character parts words: white space, and the marks that pasted text brings unseen.
func isSpace(_ character: Character) -> Bool {
  character == " " || character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
}

func isSeparator(_ character: Character) -> Bool { character == "," || character == ";" }

func isDigit(_ character: Character) -> Bool {
  character >= "0" && character <= "9" && character.isASCII
}

/// A minus as keyboards and word processors write it.
func isMinus(_ character: Character) -> Bool {
  character == "-" || character == "\u{2212}" || character == "\u{2013}"
}
