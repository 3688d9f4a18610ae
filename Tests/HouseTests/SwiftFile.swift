/// A Swift file, its code parted from what it says about itself.
struct SwiftFile: Sendable {
  /// The path from the root of the project.
  let path: String
  /// Its lines as they stand.
  let lines: [Substring]
  /// The same lines without comments, and without what string literals hold.
  let code: [Substring]
  /// The same lines with nothing but their comments.
  let comments: [Substring]

  init(path: String, text: String) {
    self.path = path
    var parting = Parting(text)
    parting.run()
    lines = Self.lines(of: text)
    code = Self.lines(of: String(decoding: parting.code, as: UTF8.self))
    comments = Self.lines(of: String(decoding: parting.comments, as: UTF8.self))
  }

  /// The module it belongs to: the directory below `Sources` or `Tests`.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// The modules it imports.
  var imports: Set<String> {
    var found: Set<String> = []
    for line in code where line.contains("import ") {
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), words.count > place + 1,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "internal" })
      else { continue }
      found.insert(String(words[place + 1].split(separator: ".")[0]))
    }
    return found
  }

  /// The numbers, from 1, of the lines of code that hold a word.
  func places(of word: String) -> [Int] {
    code.indices.filter { code[$0].contains(word) }.map { $0 + 1 }
  }

  /// A line by its number, as a rule that it breaks shows it.
  func shown(_ number: Int) -> String { "\(path):\(number): \(lines[number - 1])" }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// Reads a Swift text once and parts its code from its comments; literals become `""`.
///
/// What a literal interpolates is dropped with it.
private struct Parting {
  var code: [UInt8] = []
  var comments: [UInt8] = []
  private let text: [UInt8]
  private var place = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func run() {
    while place < text.count {
      if take("//") {
        while place < text.count, text[place] != UInt8(ascii: "\n") { drop(intoComments: true) }
      } else if take("/*") {
        while place < text.count, !take("*/") { drop(intoComments: true) }
      } else if let literal = openingOfLiteral() {
        skip(literal)
      } else {
        code.append(text[place])
        if text[place] == UInt8(ascii: "\n") { comments.append(text[place]) }
        place += 1
      }
    }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard place + word.count <= text.count else { return false }
      for offset in word.indices where text[place + offset] != word[offset] { return false }
      place += word.count
      return true
    }
  }

  /// Moves on by a byte that is no code; ends of lines belong to both.
  private mutating func drop(intoComments isComment: Bool) {
    if text[place] == UInt8(ascii: "\n") {
      code.append(text[place])
      comments.append(text[place])
    } else if isComment {
      comments.append(text[place])
    }
    place += 1
  }

  /// How a string literal opened: with how many hashes, and on lines of its own or not.
  private struct Opening {
    let hashes: Int
    let isLong: Bool
  }

  private func openingOfLiteral() -> Opening? {
    let hashes = countOfHashes(at: place)
    let quotes = countOfQuotes(at: place + hashes)
    guard quotes > 0 else { return nil }
    return Opening(hashes: hashes, isLong: quotes >= 3)
  }

  private func countOfHashes(at start: Int) -> Int {
    text[start...].prefix { $0 == UInt8(ascii: "#") }.count
  }

  private func countOfQuotes(at start: Int) -> Int {
    text[start...].prefix(3).prefix { $0 == UInt8(ascii: "\"") }.count
  }

  private mutating func skip(_ literal: Opening) {
    let quotes = literal.isLong ? 3 : 1
    place += literal.hashes + quotes
    code += Array("\"\"".utf8)
    while place < text.count {
      if text[place] == UInt8(ascii: "\""), countOfQuotes(at: place) >= quotes,
        countOfHashes(at: place + quotes) >= literal.hashes
      {
        place += quotes + literal.hashes
        return
      }
      let isEscape =
        text[place] == UInt8(ascii: "\\") && countOfHashes(at: place + 1) >= literal.hashes
      guard isEscape else {
        drop(intoComments: false)
        continue
      }
      place += 1 + literal.hashes
      if take("(") { skipInterpolation() } else if place < text.count { drop(intoComments: false) }
    }
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while place < text.count, depth > 0 {
      if let literal = openingOfLiteral() {
        skip(literal)
      } else {
        if text[place] == UInt8(ascii: "(") { depth += 1 }
        if text[place] == UInt8(ascii: ")") { depth -= 1 }
        drop(intoComments: false)
      }
    }
  }
}
