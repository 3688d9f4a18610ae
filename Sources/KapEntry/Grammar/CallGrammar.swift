import KapTimeline

extension Reader {
  /// `call dr-l about bp: repeat in 5, read back`, or with commas: `call dr-l bp 172/104, repeat`.
  mutating func call() throws(EntryError) -> Command {
    // That it was not read back is a part of what was said.
    var whole = self
    let isReadBack = whole.takeReadBack()?.wasDone ?? false
    if isReadBack { self = whole }
    let (name, hadColon) = nameOfCalled()
    guard !name.isEmpty, name.lower != "about" else {
      throw missing("Who was called?", "Type \(Verb.call.example).")
    }
    guard name.text.contains(where: \.isLetter) else {
      throw failure(
        .unknownWord,
        at: name,
        "“\(name.clipped)” is nobody's name.",
        "Type who was called, as in \(Verb.call.example)."
      )
    }
    if !hadColon { _ = take("about") }
    let words = trimmed(rest())
    var call = Call(to: name.text, isReadBack: isReadBack)
    guard !words.isEmpty else { return .callOut(call) }
    if hadColon {
      call.said = words.text
      return .callOut(call)
    }
    guard let mark = clauseMark(in: words) else {
      call.about = words.text
      return .callOut(call)
    }
    let about = trimmed(word(from: words.start, to: mark))
    let said = trimmed(word(from: mark + 1, to: words.end))
    call.about = about.isEmpty ? nil : about.text
    call.said = said.isEmpty ? nil : said.text
    return .callOut(call)
  }

  /// The name: of a person present, after `dr` two words, else one; up to a colon.
  private mutating func nameOfCalled() -> (name: Word, hadColon: Bool) {
    guard let first = next() else { return (word(from: position, to: position), false) }
    var stop = first.end
    if first.text.hasSuffix(":") {
      return (word(from: first.start, to: first.end - 1), true)
    }
    let isTitle = first.lower == "dr" || first.lower == "dr."
    if isTitle || startsName(first), let second = peek(), second.lower != "about" {
      let hasColon = second.text.hasSuffix(":")
      let both = word(from: first.start, to: second.end - (hasColon ? 1 : 0))
      if isTitle || context.people.contains(where: { folded($0.person) == folded(both.text) }) {
        _ = next()
        stop = second.end
      }
    }
    if characters[stop - 1] == ":" { return (word(from: first.start, to: stop - 1), true) }
    return (word(from: first.start, to: stop), false)
  }

  private func startsName(_ word: Word) -> Bool {
    let start = folded(word.text) + " "
    return context.people.contains { folded($0.person).hasPrefix(start) }
  }

  /// Where the matter ends and what was said begins: a colon before a space, else a comma.
  private func clauseMark(in words: Word) -> Int? {
    var comma: Int?
    for index in words.start..<words.end {
      let isLast = index + 1 == words.end
      guard isLast || isSpace(characters[index + 1]) else { continue }
      if characters[index] == ":" { return index }
      if characters[index] == ",", comma == nil { comma = index }
    }
    return comma
  }

  private func trimmed(_ words: Word) -> Word {
    var start = words.start
    var stop = words.end
    while stop > start, isSpace(characters[stop - 1]) || isSeparator(characters[stop - 1]) {
      stop -= 1
    }
    while start < stop, isSpace(characters[start]) { start += 1 }
    return word(from: start, to: stop)
  }
}
