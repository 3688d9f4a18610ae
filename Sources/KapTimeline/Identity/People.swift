/// What a person does in a session.
package enum CareRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// Watches the patient and keeps the record.
  case monitor
  /// Leads the therapy.
  case therapist
  /// Prescribes and is called.
  case prescriber
  /// Oversees, reviews and co-signs.
  case supervisor

  /// The word on the screen, short: `mon`.
  package var abbreviation: String {
    switch self {
    case .monitor: "mon"
    case .therapist: "ther"
    case .prescriber: "presc"
    case .supervisor: "superv"
    }
  }
}

/// How an entry came into the record.
package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
  /// A person typed it during or after the session.
  case typed
  /// A person copied it from paper.
  case transcribed
  /// It was read from a file.
  case imported
  /// A device sent it.
  case device
  /// A simulated session made it.
  case practice
}

/// Two or three capital letters for a person's name: `Ana Reyes` is AR, `jb` is JB, `dr-l` is Dr L.
package func initials(of name: some StringProtocol) -> String {
  if let plain = plainInitials(of: name.utf8) { return plain }
  let words = name.split { !$0.isLetter && !$0.isNumber }
  guard let first = words.first else { return "--" }
  if first.lowercased() == "dr", let second = words.dropFirst().first {
    return "Dr \(capitals(of: second.prefix(1)))"
  }
  if words.count == 1 { return capitals(of: first.prefix(3)) }
  return capitals(of: words.prefix(3).map { $0.prefix(1) }.joined())
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
  func text(_ capitals: some Collection<UInt8>) -> String {
    String(decoding: capitals, as: UTF8.self)
  }
  if words.count == 1 { return text(first) }
  if first.elementsEqual("DR".utf8) { return "Dr \(text(words[1].prefix(1)))" }
  return text(words.prefix(3).compactMap(\.first))
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
