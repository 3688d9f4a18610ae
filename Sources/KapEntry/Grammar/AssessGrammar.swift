import KapTimeline

extension Reader {
  private static let remedy = "Type assess phq9 2 1 0 3 1 0 2 1 0, or answers by key, as in 9=0."

  /// `assess phq9 2 1 0 3 - 0 2 1 0`, `assess cssrs 1=1 2=1 6=0`.
  mutating func assess() throws(EntryError) -> Command {
    guard let word = next() else { throw missing("Which questionnaire?", Self.remedy) }
    guard let (name, stop) = scale(beginning: word) ?? unlisted(word), stop == word.end else {
      throw unknownScale(word)
    }
    let scale = context.clinicProtocol?.scale(named: name)
    if let scale, scale.items.isEmpty {
      throw failure(
        .unknownWord,
        at: word,
        "\(scale.label) has no items here; its score alone is kept.",
        "Type \(scale.name) and the value, as in scale \(scale.name) \(plain(scale.minimum))."
      )
    }
    var answers: [String: Int] = [:]
    if let run = peek(), let digits = runOfAnswers(run, on: scale) {
      _ = next()
      answers = digits
    }
    var place = answers.count
    var asked: [(word: Word, item: Scale.Item)] = []
    while let word = next() {
      let mark = (word.start..<word.end).first { characters[$0] == "=" }
      if mark == nil {
        guard let key = key(at: place, on: scale) else { throw tooMany(word, on: scale, name) }
        place += 1
        if word.text == "-" { continue }
        guard answers[key] == nil else { throw doubled(word, "Item \(key)") }
        if let scale, let item = scale.items.first(where: { $0.key == key }),
          !scale.asks(item, after: answers)
        {
          asked.append((word, item))
        }
        answers[key] = try answer(word, to: key, on: scale)
      } else if let mark {
        let typed = self.word(from: word.start, to: mark)
        let key = try key(typed, on: scale)
        guard answers[key] == nil else { throw doubled(typed, "Item \(clip(key))") }
        answers[key] = try answer(self.word(from: mark + 1, to: word.end), to: key, on: scale)
      }
    }
    guard !answers.isEmpty else {
      throw missing("What were the answers?", Self.remedy)
    }
    if let first = asked.first, answers.count < scale?.items.count ?? 0 {
      throw notAsked(first.word, first.item, on: scale)
    }
    return .assess(Assessment(scale: name, answers: answers))
  }

  /// Digits run together, one for each item of the whole questionnaire: `210310210`.
  private func runOfAnswers(_ word: Word, on scale: Scale?) -> [String: Int]? {
    guard let items = scale?.items, items.count > 1, word.text.utf8.count == items.count else {
      return nil
    }
    var answers: [String: Int] = [:]
    for (item, character) in zip(items, word.text) {
      guard isDigit(character), let answer = character.wholeNumberValue,
        answer >= item.minimum, answer <= item.maximum
      else { return nil }
      answers[item.key] = answer
    }
    return answers.count == items.count ? answers : nil
  }

  private func key(at place: Int, on scale: Scale?) -> String? {
    guard let scale else { return String(place + 1) }
    return scale.items.indices.contains(place) ? scale.items[place].key : nil
  }

  private func key(_ word: Word, on scale: Scale?) throws(EntryError) -> String {
    guard let scale, !word.isEmpty else {
      guard !word.isEmpty else {
        throw failure(.missing, at: word, "Which item stands before the “=”?", Self.remedy)
      }
      return word.text
    }
    guard let item = scale.items.first(where: { $0.key.lowercased() == word.lower }) else {
      let known = scale.items.prefix(12).map(\.key).joined(separator: ", ")
      throw failure(
        .unknownWord,
        at: word,
        "\(scale.label) has no item “\(word.clipped)”.",
        "Its items are \(known)."
      )
    }
    return item.key
  }

  private func answer(_ word: Word, to key: String, on scale: Scale?) throws(EntryError) -> Int {
    let item = scale?.items.first { $0.key == key }
    let range = item.map { "from \($0.minimum) to \($0.maximum)" }
    let remedy = "Type a whole number\(range.map { " \($0)" } ?? ""), or - to leave it out."
    guard !word.isEmpty else {
      throw missing("Item \(clip(key)) needs its answer.", remedy)
    }
    let value: Int
    if item?.minimum == 0, item?.maximum == 1, ["y", "yes", "n", "no"].contains(word.lower) {
      value = word.lower.hasPrefix("y") ? 1 : 0
    } else {
      let (figure, stop) = try figure(
        from: word.start,
        to: word.end,
        of: "Item \(clip(key))",
        remedy,
        isSigned: true
      )
      guard stop == word.end, let whole = figure.whole else {
        throw failure(.notANumber, at: word, "“\(word.clipped)” is no answer.", remedy)
      }
      value = whole
    }
    if let item, value < item.minimum || value > item.maximum {
      throw failure(
        .notANumber,
        at: word,
        "Item \(clip(key)) is answered \(range ?? "otherwise"), not \(word.clipped).",
        remedy
      )
    }
    return value
  }

  /// By its place alone such an answer may be meant for the next item that is asked.
  private func notAsked(_ word: Word, _ item: Scale.Item, on scale: Scale?) -> EntryError {
    let before = item.asksIf.map { " after item \($0.item) as it is answered" } ?? ""
    let example = scale?.items.last { $0.asksIf == nil }?.key ?? item.key
    return failure(
      .unknownWord,
      at: word,
      "Item \(clip(item.key)) is not asked\(before), so this may be meant for another.",
      "Type - for each item that is not asked, or name the item, as in \(example)=\(word.clipped)."
    )
  }

  private func tooMany(_ word: Word, on scale: Scale?, _ name: String) -> EntryError {
    failure(
      .unknownWord,
      at: word,
      "\(scale?.label ?? clip(name)) has \(scale?.items.count ?? 0) items, and this is one more.",
      "Leave the answers that are too many."
    )
  }
}
