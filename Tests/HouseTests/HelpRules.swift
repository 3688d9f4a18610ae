import Testing

/// What the help pages of the command line say, by their text in the source.
struct HelpRules {
  @Test func `no line of a help page is broken by a terminal of 80 columns`() {
    let pages = House.paths(under: "Sources/kap").filter { $0.hasSuffix(".swift") }
      .flatMap { path in Self.lines(of: House.text(of: path)).map { (path, $0) } }
    // A line that ends in a backslash goes on, and the page breaks the whole where it has to.
    let broken = pages.filter { _, line in
      let isParagraph = line.first != " "
      return isParagraph ? line.count > 80 && !line.hasSuffix("\\") : line.count > 78
    }
    let torn = pages.filter { _, line in
      // Neither the name of a chapter, nor a line that is made, nor the end of a sentence.
      line.first.map { $0 != " " && $0 != "\\" } == true && !line.hasSuffix("\\")
        && !line.hasSuffix(".") && !line.hasSuffix(":")
    }

    #expect(pages.count > 30)
    #expect(broken.map { "\($0.0): \($0.1)" } == [])
    #expect(torn.map { "\($0.0): \($0.1)" } == [])
  }

  /// The lines of every discussion in a source, without the indentation they share.
  private static func lines(of source: String) -> [Substring] {
    var found: [Substring] = []
    var indent: Int?
    var isInside = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let spaces = line.prefix { $0 == " " }.count
      if line.hasSuffix("discussion: \"\"\"") {
        (isInside, indent) = (true, nil)
      } else if isInside, line.dropFirst(spaces).hasPrefix("\"\"\"") {
        isInside = false
      } else if isInside {
        indent = indent ?? spaces
        found.append(line.dropFirst(min(spaces, indent ?? 0)))
      }
    }
    return found
  }
}
