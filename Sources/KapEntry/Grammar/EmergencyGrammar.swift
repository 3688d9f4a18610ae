import KapTimeline

extension Reader {
  /// `emergency`, `emergency WORDS`, `emergency step infusion-stopped: WORDS`, `emergency step: WORDS`.
  mutating func emergency() throws(EntryError) -> Command {
    guard !verbHadColon, let word = peek() else {
      guard verbHadColon else { return .emergency(EmergencyStep(.start)) }
      return .emergency(EmergencyStep(.start, words: try words(of: .emergency)))
    }
    let head = word.lower.prefix { $0 != ":" }
    switch head {
    case "step":
      position = word.start + 4
      return try emergencyStep()
    case "stand-down", "standdown":
      position = word.start + head.count
      return try standDown()
    case "end", "ended", "over", "off", "stop":
      var after = self
      _ = after.next()
      guard after.isAtEnd, head.count == word.end - word.start else { break }
      throw failure(
        .unknownWord,
        at: word,
        "An emergency is not ended by “\(word.clipped)”.",
        "Type stand-down, or stand-down by mistake; emergency: and words opens the card."
      )
    default: break
    }
    return .emergency(EmergencyStep(.start, words: try words(of: .emergency)))
  }

  private mutating func emergencyStep() throws(EntryError) -> Command {
    let remedy = "Type emergency step and what was done, as in emergency step help called: 112."
    skipSpace()
    let start = position
    var stop = start
    while stop < end, characters[stop] != ":" { stop += 1 }
    let hasColon = stop < end
    position = stop
    while stop > start, isSpace(characters[stop - 1]) || isSeparator(characters[stop - 1]) {
      stop -= 1
    }
    let name = word(from: start, to: stop)
    guard hasColon else {
      guard !name.isEmpty else { throw missing("What was done?", remedy) }
      return .emergency(EmergencyStep(.step, name: try intervention(called: name)))
    }
    position += 1
    let words = try words(of: .emergency)
    return .emergency(
      EmergencyStep(.step, name: name.isEmpty ? nil : try intervention(called: name), words: words)
    )
  }

  /// The card's own name for a thing, by that name or its key; as it was typed where the clinic has
  /// no card.
  private func intervention(called name: Word) throws(EntryError) -> String {
    let known = context.clinicProtocol?.care.interventions ?? []
    guard !known.isEmpty else { return name.text }
    let called = folded(name.text)
    if let found = known.first(where: { $0.key == called || folded($0.name) == called }) {
      return found.name
    }
    let guess = nearest(to: called, among: known.map { folded($0.name) })
    throw failure(
      .unknownWord,
      at: name,
      "“\(name.clipped)” is not on the emergency card.",
      (guess.map { "Type \($0) if that is meant" }
        ?? "On it are \(known.map(\.name).joined(separator: ", "))")
        + "; anything else is emergency step: and the words."
    )
  }

  /// `stand-down`, `stand-down by mistake`, `stand-down: WORDS`.
  mutating func standDown() throws(EntryError) -> Command {
    var isMistake = false
    if !verbHadColon {
      skipSpace()
      var ahead = self
      if ahead.takeStart("by") {
        guard ahead.takeStart("mistake") else {
          throw failure(
            .unknownWord,
            from: position,
            to: end,
            "By what was it ended?",
            "Type stand-down by mistake, or stand-down: and the words."
          )
        }
        position = ahead.position
        isMistake = true
      }
      let hadColon = takeColon()
      guard hadColon || !isAtEnd else {
        return .emergency(EmergencyStep(.standDown, isMistake: isMistake))
      }
    }
    let words = try words(of: .standDown)
    return .emergency(EmergencyStep(.standDown, words: words, isMistake: isMistake))
  }

  /// Moves past a word that may have a colon attached, which is left to be read.
  private mutating func takeStart(_ word: String) -> Bool {
    guard let found = peek(), found.lower == word || found.lower.hasPrefix(word + ":") else {
      return false
    }
    position = found.start + word.count
    return true
  }
}
