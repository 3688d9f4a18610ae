package import KapTimeline

extension VitalsSlots {
  /// The most characters of the words: all that the language can say there is shorter.
  private static let longestWords = 48

  /// Takes a key of the words, and says whether it meant something there.
  mutating func write(_ character: Character) -> Bool {
    let text = slots[current].text
    // The letter that jumps here, typed by one who was here already.
    if text.isEmpty, character.lowercased() == String(slots[current].kind.letter) { return true }
    let isGap = isSpace(character) || isSeparator(character)
    if isGap, text.isEmpty || text.last == " " { return true }
    let isSeen = character.unicodeScalars.allSatisfy {
      ![.control, .format].contains($0.properties.generalCategory)
    }
    guard isGap || isSeen, text.count < Self.longestWords else { return false }
    slots[current].text.append(isSpace(character) ? " " : character)
    return true
  }

  /// Takes pasted text: a line of the language, or numbers in the order of the slots and what is said
  /// with them.
  package mutating func paste(_ text: String) {
    let instant = EntryContext(now: Instant(milliseconds: 0))
    let first = text.first { !isSpace($0) }
    if let first, first.isLetter, text.utf8.count <= 200,
      let sentence = try? Entry.parse(text, as: .vitals, in: instant),
      case .record(let vitals) = sentence.command
    {
      fill(with: vitals)
      return
    }
    let words = text.prefix(200).split(whereSeparator: isSpace)
    let head = words.prefix { !($0.first?.isLetter ?? false) }
    let tail = words[head.endIndex...].joined(separator: " ")
    guard slots[current].kind != .circumstances, isCircumstances(tail) else {
      for character in text.prefix(200) { keep(character) }
      return
    }
    for character in head.joined(separator: " ") { keep(character) }
    go(to: .circumstances)
    slots[current].text = ""
    for character in tail { keep(character) }
  }

  private func isCircumstances(_ text: String) -> Bool {
    var vitals = Vitals()
    var reader = Reader(text, in: EntryContext(now: Instant(milliseconds: 0)))
    return !text.isEmpty && (try? reader.readCircumstances(into: &vitals)) != nil
  }

  /// Whether there is a place for each sign that a set has.
  package func hasPlaces(for vitals: Vitals) -> Bool {
    Sign.allCases.allSatisfy { sign in
      let read: Sign = sign == .diastolic ? .systolic : sign
      return vitals[sign] == nil
        || slots.contains { slot in
          if case .reading(let place) = slot.kind { place.sign == read } else { false }
        }
    }
  }

  /// Fills the slots with a set, as when an entry is reopened to be corrected.
  package mutating func fill(with vitals: Vitals) {
    for index in slots.indices {
      let text: String? =
        switch slots[index].kind {
        case .reading(.bloodPressure): vitals.bloodPressure?.text
        case .reading(let slot): vitals[slot.sign].map { plain($0) }
        case .circumstances: Quoting.circumstances(of: vitals)?.joined(separator: " ")
        }
      guard let text, !text.isEmpty else { continue }
      clear(index)
      slots[index].text = text
    }
    move(to: slots.prefix(readingCount).firstIndex(where: \.isBlank) ?? readingCount - 1)
  }
}
