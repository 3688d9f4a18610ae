import KapTimeline

extension Entry {
  /// The ways to go on at `cursor`, in characters; on an empty line, every verb.
  ///
  /// With `verb` the line is the text of that verb's field. Where nothing is known to come next,
  /// and after more than a screen of text, there is none.
  package static func completions(
    of line: String,
    at cursor: Int,
    as verb: Verb? = nil,
    in context: EntryContext
  ) -> [Completion] {
    guard line.utf8.count <= 4096 else { return [] }
    var reader = Reader(line, in: context)
    reader.end = min(max(cursor, 0), reader.end)
    let words = reader.wordsBeforeEnd()
    let completing = Completing(reader: reader, words: words, context: context)
    return completing.completions(as: verb)
  }
}

extension Reader {
  /// The words up to the end, the time before the sentence left out; the last may be unfinished.
  func wordsBeforeEnd() -> [Word] {
    var copy = self
    var words: [Word] = []
    while let word = copy.next() { words.append(word) }
    if let first = words.first, first.text.hasPrefix("@") { words.removeFirst() }
    return words
  }
}

/// Looks for what may come next after the words typed so far.
struct Completing {
  let reader: Reader
  /// All words up to the cursor.
  let words: [Word]
  let context: EntryContext

  private var hasPartialWord: Bool {
    guard let last = words.last else { return false }
    return last.end == reader.end
  }

  func completions(as verb: Verb?) -> [Completion] {
    var done = hasPartialWord ? Array(words.dropLast()) : words
    let partial = hasPartialWord ? words.last : nil
    let chosen: Verb
    if let verb {
      chosen = verb
    } else {
      guard let first = done.first else { return verbs(partial) }
      var head = first.lower
      if head.hasSuffix(":") { head.removeLast() }
      let isSign = Sign(word: head) != nil || isDigit(reader.characters[first.start])
      guard let named = Verb(form: head) ?? (isSign ? .vitals : nil) ?? scaleVerb(first) else {
        return []
      }
      chosen = named
      if named != .vitals && named != .scores { done.removeFirst() }
    }
    if let vitals = vitals(instead: chosen, as: verb) { return [vitals] }
    if let reasons = reasons(for: chosen) { return reasons }
    if verb == nil, chosen == .scores, let page = questionnaire(beginning: done, partial) {
      return [page]
    }
    return matches(candidates(after: done.map(\.lower), for: chosen), partial)
  }

  private func scaleVerb(_ word: Word) -> Verb? {
    reader.scale(beginning: word) == nil ? nil : .scores
  }

  private func range(of partial: Word?) -> Range<Int> {
    partial.map { $0.start..<$0.end } ?? reader.end..<reader.end
  }

  /// The verbs that begin with what is typed; each by its first form, or by the form it begins.
  private func verbs(_ partial: Word?) -> [Completion] {
    let typed = partial?.lower ?? ""
    var found: [Completion] = []
    for usage in Entry.vocabulary {
      guard let form = usage.forms.first(where: { $0.hasPrefix(typed) && $0.count > 1 }) else {
        continue
      }
      found.append(Completion(form, range(of: partial), usage.help))
    }
    guard !typed.isEmpty else { return found }
    let listed = Set(found.map(\.replacement))
    for name in reader.scaleNames where name.hasPrefix(typed) && !listed.contains(name) {
      found.append(Completion(name, range(of: partial), "A score."))
    }
    return found
  }

  private func matches(_ candidates: [Candidate], _ partial: Word?) -> [Completion] {
    let typed = folded(partial?.text ?? "")
    // A hyphen is a space between words, and a minus before a number.
    let isNegative = partial?.text.first.map(isMinus)
    let matching = candidates.filter { candidate in
      isNegative.map { candidate.text.hasPrefix("-") == $0 } ?? true
    }
    return matching.filter { folded($0.text).hasPrefix(typed) }
      .map { Completion($0.text, range(of: partial), $0.help) }
  }

  /// A note that reads like vitals, as the vitals it may have been meant for.
  private func vitals(instead verb: Verb, as field: Verb?) -> Completion? {
    guard verb == .note else { return nil }
    var start = words.first?.start ?? 0
    if field == nil {
      guard words.count > 1 else { return nil }
      start = words[1].start
    }
    var rest = reader
    rest.position = start
    let text = rest.rest()
    guard !text.isEmpty, text.text.utf8.count <= 120,
      let sentence = try? Entry.parse(text.text, in: context), sentence.verb == .vitals
    else { return nil }
    let first = field == nil ? words[0].start : text.start
    return Completion(text.text, first..<text.end, "Vitals, not a note.", verb: .vitals)
  }

  /// The clinic's reasons, once `because` stands before the cursor.
  private func reasons(for verb: Verb) -> [Completion]? {
    guard let reasons = context.clinicProtocol?.reasons else { return nil }
    let list: [String]
    switch verb {
    case .notDone: list = reasons.notDone
    case .noReading, .artefact: list = reasons.noReading
    case .void, .undo, .correct: list = reasons.void
    case .vitals, .scores, .phase, .note, .said, .dose, .infusion, .given, .order, .call, .rx,
      .technique, .theme, .modality, .effect, .pin, .later, .acknowledge, .confirm, .join, .leave,
      .end, .reopen, .weight, .intention, .calming, .allergies, .escort, .touch, .stopSign, .room,
      .check, .plan, .limit, .vial, .lozenge, .assess, .emergency, .standDown, .handOver, .quiet:
      return nil
    }
    guard let keyword = words.last(where: { $0.lower == "because" && $0.end < reader.end }) else {
      return nil
    }
    var rest = reader
    rest.position = keyword.end
    let typed = rest.rest()
    let range = typed.isEmpty ? reader.end..<reader.end : typed.start..<typed.end
    return list.filter { folded($0).hasPrefix(folded(typed.text)) }
      .map { Completion($0, range, "The clinic's own reason.") }
  }
}
