import KapEntry
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
  /// Lines that come together are made durable together. A refused line is said with its number,
  /// column and remedy; the others go on, and the command ends with bad data.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    var scribe = try Scribe(
      journal: chart.journal,
      session: chart.journal.session(named: session),
      author: chart.person.name,
      role: chart.person.role,
      source: source,
      clocks: surroundings.clocks
    )
    if let line, line != "-" {
      return try write([Numbered(number: nil, text: line)], with: &scribe, surroundings)
        ? .ok : .badData
    }
    var lines = LineReader(surroundings.input)
    var isWhole = true
    while let batch = try lines.batch(upTo: Self.largestBatch) {
      for line in batch where line.isDamaged {
        surroundings.say(
          "line \(line.number): held bytes that are no UTF-8; they stand as \u{FFFD}."
        )
      }
      let typed = batch.filter { !$0.text.allSatisfy(\.isWhitespace) }
        .map { Numbered(number: $0.number, text: $0.text) }
      let isKept = try write(typed, with: &scribe, surroundings)
      isWhole = isWhole && isKept
    }
    return isWhole ? .ok : .badData
  }

  /// How many lines that have come together are made durable together.
  private static let largestBatch = 64

  private struct Numbered {
    let number: Int?
    let text: String
  }

  private func write(
    _ lines: [Numbered],
    with scribe: inout Scribe,
    _ surroundings: Surroundings
  ) throws -> Bool {
    guard !lines.isEmpty else { return true }
    let results: [Result<Scribe.Outcome, Scribe.Refused>]
    do {
      results = try scribe.write(lines.map(\.text))
    } catch {
      let failure = CommandError(error)
      guard let first = lines.first?.number else { throw failure }
      throw CommandError(
        failure.code,
        "line \(first): \(failure.message) This line and those after it were not recorded."
      )
    }
    var isWhole = true
    for (line, result) in zip(lines, results) {
      let place = line.number.map { "line \($0)" }
      switch result {
      case .success(let outcome):
        for event in outcome.written { try surroundings.print(event.id.text) }
        for remark in outcome.remarks {
          surroundings.say([place, remark].compactMap { $0 }.joined(separator: ": "))
        }
      case .failure(let refused):
        isWhole = false
        let column = refused.column.map { "column \($0)" }
        let position = [place, column].compactMap { $0 }.joined(separator: ", ")
        let sentence = "\(refused.message) \(refused.remedy)"
        surroundings.say([position, sentence].filter { !$0.isEmpty }.joined(separator: ": "))
      }
    }
    return isWhole
  }
}

extension LineReader {
  /// The next line and those that have come with it, or nil at the end.
  fileprivate mutating func batch(upTo count: Int) throws -> [Line]? {
    guard let first = try next() else { return nil }
    var batch = [first]
    while batch.count < count, hasLine, let line = try next() { batch.append(line) }
    return batch
  }
}
