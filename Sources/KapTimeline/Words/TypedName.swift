/// The name of something due as a person types it: `scores +40`, `Scores+40`, `BP again`.
package struct TypedName: Hashable, Sendable {
  private let words: String

  /// Takes a name; letters, spaces, and what the list shows behind a name are all one.
  package init(_ typed: String) {
    var words = typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A name that has no room is cut at a word.
    for ending in ["…", "...", ", required", " (notice)"] where words.hasSuffix(ending) {
      words.removeLast(ending.count)
    }
    self.words = words
  }

  /// Whether a name is this one, with or without its spaces.
  package func isName(_ name: String) -> Bool {
    !words.isEmpty && words.filter { $0 != " " } == TypedName(name).words.filter { $0 != " " }
  }

  /// Whether it is `confirm`, whatever stands behind it, and last the name of the entry that waits.
  func confirms(_ item: DueItem, named session: Session) -> Bool {
    guard case .confirm(let entry) = item.kind, words.hasPrefix("confirm ") else { return false }
    return words.split(separator: " ").last.map(String.init) == session.name(of: entry)
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
  /// What the list of what is due calls an item; short without what can be left out.
  package func dueTitle(of item: DueItem, isShort: Bool = false) -> String {
    let isSaid = (item.isRequired || item.isMissed) && !isShort
    let required = isSaid ? ", \(item.requirement)" : ""
    switch item.kind {
    case .vitals:
      return dueWords(for: item) + required
    case .endReading:
      return dueWords(for: item) + (item.lacks.isEmpty ? required : "")
    case .repeatReading(let rule, _):
      return "\(subject(ofRule: rule)) again\(isShort ? "" : " (notice)")"
    case .scores: return dueWords(for: item.key) + required
    case .infusionEnd: return isShort ? "infusion ends" : "infusion planned to end"
    case .hold(let then): return then
    case .pin(let number, _):
      return isShort ? "pin \(number) words" : "pin \(number) waits for words"
    case .checks(let purpose, let met, let total):
      return "\(purpose == .beforeDose ? "checks" : "leaving") \(met) of \(total)"
    case .vial: return isShort ? "vial" : "vial: lot, drawn, given, wasted"
    case .stepWords(let entry): return stepWords(for: entry, isShort: isShort) + required
    case .confirm(let entry):
      // The value first: it is what somebody looks for, and what stays where there is little room.
      return confirmationWords(for: entry, isShort: isShort)
    }
  }

  /// Every name by which something shows an item, on a wide screen or a narrow one.
  func shownNames(of item: DueItem) -> [String] {
    let names = [
      item.key, dueWords(for: item.key), dueWords(for: item), dueTitle(of: item),
      dueTitle(of: item, isShort: true),
    ]
    switch item.kind {
    case .repeatReading(let rule, _): return names + [subject(ofRule: rule)]
    case .confirm(let entry): return names + ["confirm \(session.name(of: entry))"]
    case .vitals, .endReading, .scores, .infusionEnd, .hold, .pin, .checks, .vial,
      .stepWords:
      return names
    }
  }
}
