import KapCanvas
import KapEntry
import KapTimeline

/// What the open line says, read once after each change; whatever shows something of it asks here.
struct LineReading: Sendable {
  /// What it was read from.
  let key: Key
  /// The sentence, or why it is none.
  let sentence: Result<Sentence, EntryError>
  /// What Enter would refuse of it; nil where it records.
  var obstacle: Obstacle?
  /// The plan of a dose as far as it is typed: words at the end that say nothing yet are left out.
  let plan: DosePlan?

  /// All that a reading depends on.
  struct Key: Hashable, Sendable {
    let text: String
    let prefix: String
    let verb: Verb?
    let openedAt: Instant
    let corrects: Int?
    let isAnswer: Bool
    let writer: String
    let count: Int
    let revision: Int
    /// The moment, where the line counts its time from it.
    let now: Instant?
  }
}

extension Interface {
  /// What a line says: as it was read last, if nothing has changed since.
  func reading(of line: LineField, in field: Field) -> LineReading {
    let key = key(of: line, in: field)
    if let lineReading, lineReading.key == key { return lineReading }
    let sentence: Result<Sentence, EntryError>
    do {
      sentence = .success(try parse(line, in: field))
    } catch {
      sentence = .failure(error)
    }
    let plan = Worksheet.plans(line) ? plan(of: line, in: field, sentence) : nil
    let obstacle = obstacle(to: line, in: field, sentence)
    return LineReading(key: key, sentence: sentence, obstacle: obstacle, plan: plan)
  }

  /// Reads the open line, if it is another than it was.
  mutating func refreshReading() {
    guard let field, case .line(let line) = field.content, !line.isSearch, !line.text.isEmpty
    else {
      lineReading = nil
      return
    }
    lineReading = reading(of: line, in: field)
  }

  private func key(of line: LineField, in field: Field) -> LineReading.Key {
    LineReading.Key(
      text: line.text.text,
      prefix: line.prefix,
      verb: line.verb,
      openedAt: field.openedAt,
      corrects: field.corrects,
      isAnswer: field.step != nil || field.asking != nil,
      writer: writer.person,
      count: session.entries.count,
      revision: findings.revision,
      now: line.text.text.contains("@") ? stamp.now : nil
    )
  }

  private func plan(
    of line: LineField,
    in field: Field,
    _ whole: Result<Sentence, EntryError>
  ) -> DosePlan? {
    if case .success(let sentence) = whole { return sentence.command.plan }
    let context = entryContext(openedAt: field.openedAt)
    var words = (line.prefix + line.text.text).split(separator: " ").dropLast()
    while words.count > 1 {
      let text = words.joined(separator: " ")
      let verb = line.prefix.isEmpty ? line.verb : nil
      if let plan = try? Entry.parse(text, as: verb, in: context).command.plan { return plan }
      words.removeLast()
    }
    return nil
  }
}

extension Command {
  /// The plan of a dose, if it is one.
  fileprivate var plan: DosePlan? {
    guard case .plan(let plan) = self else { return nil }
    return plan
  }
}
