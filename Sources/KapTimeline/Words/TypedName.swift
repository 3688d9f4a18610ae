/// The name of something due as a person types it: `scores +40`, `Scores+40`, `BP again`.
package struct TypedName: Hashable, Sendable {
  private let words: String

  /// Takes a name; letters, spaces, and what the list shows behind a name are all one.
  package init(_ typed: String) {
    var words = typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for ending in [", required", " (notice)"] where words.hasSuffix(ending) {
      words.removeLast(ending.count)
    }
    self.words = words
  }

  /// Whether a name is this one, with or without its spaces.
  package func isName(_ name: String) -> Bool {
    !words.isEmpty && words.filter { $0 != " " } == TypedName(name).words.filter { $0 != " " }
  }

  /// Whether a name begins with whole words of this one.
  package func begins(_ name: String) -> Bool {
    let name = TypedName(name).words
    guard !words.isEmpty, name.hasPrefix(words) else { return false }
    return name.dropFirst(words.count).first.map { !$0.isLetter && !$0.isNumber && $0 != "." }
      ?? true
  }
}

extension Moment {
  /// Every name by which the list of what is due shows an item, on a wide screen or a narrow one.
  func shownNames(of item: DueItem) -> [String] {
    let names = [dueWords(for: item.key), dueWords(for: item)]
    switch item.kind {
    case .vitals, .endReading, .scores, .hold: return names
    case .repeatReading(let rule, _): return names + [subject(ofRule: rule)]
    case .infusionEnd: return names + ["infusion ends"]
    case .pin(let number, _):
      return names + ["pin \(number) words", "pin \(number) waits for words"]
    case .checks(let purpose, let met, let total):
      let word = purpose == .beforeDose ? "checks" : "leaving"
      return names + ["\(word) \(met) of \(total)"]
    case .stepWords(let entry): return names + [stepWords(for: entry, isShort: true)]
    case .confirm(let entry): return names + [confirmationWords(for: entry, isShort: true)]
    }
  }
}
