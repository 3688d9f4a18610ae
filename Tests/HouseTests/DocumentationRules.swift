import Testing

/// What is seen from another module says what it is.
struct DocumentationRules {
  /// What the standard library's protocols ask for, under the words that stand there.
  private static let standard = [
    "init(from decoder:", "func encode(to encoder:", "static func < ", "static func == ",
    "func hash(into ", "let rawValue:",
  ]

  /// What the project's own protocols ask for; its words stand at the protocol.
  private static let requirements: Set<String> = House.sources.reduce(into: []) { found, file in
    var isWithin = false
    for line in file.code {
      if line.contains("protocol ") { isWithin = line.hasSuffix("{") }
      if line.hasPrefix("}") { isWithin = false }
      if isWithin, let name = name(in: line) { found.insert(name) }
    }
  }

  private static func name(in line: Substring) -> String? {
    line.firstMatch(of: /\b(func|var|let|static let|static var)\s+(\w+)/).map {
      String($0.output.2)
    }
  }

  @Test func `the words of a protocol hold for what fulfils it`() {
    #expect(Self.requirements.isSuperset(of: ["append", "changeToken"]))
  }

  @Test func `every package declaration is documented`() {
    let bare = House.sources.flatMap { file in
      file.places(of: "package ").filter { !isDocumented(file, $0) }.map(file.shown)
    }

    #expect(bare == [])
  }

  private func isDocumented(_ file: SwiftFile, _ number: Int) -> Bool {
    let line = file.code[number - 1]
    guard line.contains(/^\s*(@\w+(\(.*\))?\s+)*package\s+(?!import)/) else { return true }
    if Self.standard.contains(where: line.contains) { return true }
    if let name = Self.name(in: line), Self.requirements.contains(name) { return true }
    let above = file.lines[..<(number - 1)].last { line in
      !line.drop(while: \.isWhitespace).hasPrefix("@") && !isField(line)
    }
    return above?.drop(while: \.isWhitespace).hasPrefix("///") == true
  }

  /// Whether a line is a field, which shares its words with those right below it.
  private func isField(_ line: Substring) -> Bool {
    line.contains(/^\s*package ((private|internal|fileprivate)\(set\) )?(let|var) \w+: [^{]*$/)
  }
}
