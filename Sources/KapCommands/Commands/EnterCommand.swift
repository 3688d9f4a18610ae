import KapStore
package import KapTimeline

/// `kap enter`: lines of the entry language, recorded one by one.
package struct EnterCommand: Hashable, Sendable {
  /// The session, as a person names it.
  package var session: String
  /// The line, or nil or `-` for those of standard input.
  package var line: String?
  /// How the lines come in.
  package var source: Source

  /// Creates the command.
  package init(session: String, line: String? = nil, source: Source = .typed) {
    self.session = session
    self.line = line
    self.source = source
  }

  /// Records the lines; each event's id is printed once it is on disk.
  ///
  /// A refused line is said with its number, column and remedy; the others go on, and the command
  /// ends with bad data.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let chart = try surroundings.unlockedChart()
    var scribe = try Scribe(
      journal: chart.journal,
      session: chart.journal.session(named: session),
      author: chart.person.name,
      role: chart.person.role,
      source: source,
      clocks: surroundings.clocks
    )
    if let line, line != "-" {
      return try write(line, number: nil, with: &scribe, surroundings) ? .ok : .badData
    }
    var lines = LineReader(surroundings.input)
    var isWhole = true
    while let line = try lines.next() {
      guard !line.text.allSatisfy(\.isWhitespace) else { continue }
      if line.isDamaged {
        surroundings.say(
          "line \(line.number): held bytes that are no UTF-8; they stand as \u{FFFD}."
        )
      }
      let isKept = try write(line.text, number: line.number, with: &scribe, surroundings)
      isWhole = isWhole && isKept
    }
    return isWhole ? .ok : .badData
  }

  private func write(
    _ line: String,
    number: Int?,
    with scribe: inout Scribe,
    _ surroundings: Surroundings
  ) throws -> Bool {
    let place = number.map { "line \($0)" }
    do {
      let outcome = try scribe.write(line)
      for event in outcome.written { try surroundings.print(event.id.text) }
      for remark in outcome.remarks {
        surroundings.say([place, remark].compactMap { $0 }.joined(separator: ": "))
      }
      return true
    } catch let refused as Scribe.Refused {
      let column = refused.column.map { "column \($0)" }
      let position = [place, column].compactMap { $0 }.joined(separator: ", ")
      let sentences = [refused.message, refused.remedy].compactMap { $0 }.joined(separator: " ")
      surroundings.say("\(position.isEmpty ? "" : position + ": ")\(sentences)")
      return false
    }
  }
}
