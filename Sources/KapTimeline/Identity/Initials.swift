/// Two or three capital letters for a person's name: `Ana Reyes` is AR, `jb` is JB, `dr-l` is DL.
package func initials(of name: some StringProtocol) -> String {
  if let plain = plainInitials(of: name.utf8) { return plain }
  let words = words(of: name)
  guard let first = words.first else { return "--" }
  if words.count == 1 { return capitals(of: first.prefix(3)) }
  return capitals(of: words.prefix(3).map { $0.prefix(1) }.joined())
}

/// The initials of several people by their names, so that no two of them have the same.
///
/// Who has initials of their own keeps them; others get a third letter of their name, and a number
/// where their names hold none that tells. The same for the same people, in whatever order.
package func initials(telling names: some Sequence<String>) -> [String: String] {
  let groups = Dictionary(grouping: Set(names)) { initials(of: $0) }
  var labels: [String: String] = [:]
  var taken = Set(groups.keys)
  for (plain, alike) in groups.sorted(by: { $0.key < $1.key }) {
    // A name written with other capitals is the same person's.
    let people = Dictionary(grouping: alike) { $0.lowercased() }
    let told = people.count > 1 ? tellingApart(people.keys.sorted(), plain, taken) : [plain]
    taken.formUnion(told)
    for (key, label) in zip(people.keys.sorted(), told) {
      for name in people[key] ?? [] { labels[name] = label }
    }
  }
  return labels
}

/// How somebody who is not in the room is called in a sentence: by the whole name, `Dr L` for `dr-l`
/// and `JB` for `jb`.
///
/// Letters would make one person of two, and of a pharmacy a colleague.
package func callName(of name: some StringProtocol) -> String {
  if name.count <= 2 { return capitals(of: name) }
  let words = words(of: name)
  guard words.count > 1, words[0].lowercased() == "dr" else { return String(name) }
  let rest = words.dropFirst().map { capitals(of: $0.prefix(1)) + $0.dropFirst() }
  return "Dr \(rest.joined(separator: " "))"
}

/// Whether two names are one as far as their letters tell people apart: `dr-l` and `Dr L` are.
func isOneName(_ name: String, _ other: String) -> Bool {
  words(of: name.lowercased()).joined() == words(of: other.lowercased()).joined()
}

/// One label for each name, all of whose initials are `plain`.
private func tellingApart(_ names: [String], _ plain: String, _ taken: Set<String>) -> [String] {
  let ways: [(Substring, Substring) -> [Substring]] = [
    { first, last in [first.prefix(1), last.prefix(2)] },
    { first, last in [first.prefix(2), last.prefix(1)] },
    { first, last in [first.prefix(1), last.prefix(1), last.suffix(1)] },
  ]
  for way in ways {
    let labels = names.map { name in
      let words = words(of: name)
      guard let first = words.first, let last = words.last else { return "" }
      let letters = words.count == 1 ? [first.prefix(2), first.suffix(1)] : way(first, last)
      return capitals(of: letters.joined())
    }
    let others = taken.subtracting([plain])
    if Set(labels).count == names.count, others.isDisjoint(with: labels), !labels.contains("") {
      return labels
    }
  }
  let free = (1...).lazy.map { "\(plain.prefix(2))\($0)" }.filter { !taken.contains($0) }
  return Array(free.prefix(names.count))
}

private func words(of name: some StringProtocol) -> [Substring] {
  Substring(name).split { !$0.isLetter && !$0.isNumber }
}

/// The same for a name in ASCII, of which a list of entries has many; none for any other.
private func plainInitials(of name: some Collection<UInt8>) -> String? {
  /// The first three letters of each word.
  var words: [[UInt8]] = []
  var isInWord = false
  for byte in name {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
      if !isInWord { words.append([]) }
      isInWord = true
      if words[words.count - 1].count < 3 {
        words[words.count - 1].append(byte >= 0x61 ? byte - 0x20 : byte)
      }
    case 0x80...: return nil
    default: isInWord = false
    }
  }
  guard let first = words.first else { return "--" }
  let letters = words.count == 1 ? first : words.prefix(3).compactMap(\.first)
  return String(decoding: letters, as: UTF8.self)
}

/// Letters in capitals, without the marks that may be heaped upon them.
private func capitals(of letters: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  for letter in letters {
    let composed = letter.uppercased().unicodeScalars
    if composed.count <= 2 {
      result.append(contentsOf: composed)
    } else {
      result += composed.prefix(1)
    }
  }
  return String(result)
}
