import KapCanvas
import KapEntry
import KapTimeline

/// What the open field says, and what Enter would refuse of it: read once after each change;
/// whatever shows something of it asks here.
struct FieldReading: Sendable {
  /// What it was read from.
  let key: Key
  /// What its line says; nil of a field that is none.
  var line: LineReading?
  /// What Enter would refuse of it; nil where it records, asks, or goes somewhere.
  var obstacle: Obstacle?

  /// All that a reading depends on.
  struct Key: Hashable, Sendable {
    let content: Content
    let openedAt: Instant
    let isTimeGiven: Bool
    let corrects: Int?
    let isAnswer: Bool
    let writer: String
    let people: [KeyHolder]?
    let count: Int
    let revision: Int
    /// The moment, where the line counts its time from it.
    let now: Instant?
  }

  /// What stands in the field.
  enum Content: Hashable, Sendable {
    case line(text: String, prefix: String, verb: Verb?)
    case vitals(VitalsSlots)
    case scores(ScoresField)
    case choice(ChoiceField)
    /// What Enter never refuses before it is pressed.
    case other
  }
}

/// What a line says.
struct LineReading: Sendable {
  /// The sentence, or why it is none.
  let sentence: Result<Sentence, EntryError>
  /// The plan of a dose as far as it is typed: words at the end that say nothing yet are left out.
  let plan: DosePlan?
}

extension Interface {
  /// What a field says: as it was read last, if nothing has changed since.
  func reading(of field: Field) -> FieldReading {
    let key = key(of: field)
    if let fieldReading, fieldReading.key == key { return fieldReading }
    switch field.content {
    case .line(let line) where line.isSearch: return FieldReading(key: key)
    case .line(let line):
      let read = read(line, in: field)
      return FieldReading(
        key: key,
        line: read,
        obstacle: obstacle(to: line, in: field, read.sentence)
      )
    case .vitals(let slots):
      return FieldReading(key: key, obstacle: obstacle(to: slots, in: field))
    case .scores(let scores):
      return FieldReading(key: key, obstacle: obstacle(to: scores, in: field))
    case .choice(let choice):
      return FieldReading(key: key, obstacle: obstacle(to: choice, in: field))
    case .questionnaire, .unlocking: return FieldReading(key: key)
    }
  }

  /// Reads the open field, if it is another than it was.
  mutating func refreshReading() { fieldReading = field.map { reading(of: $0) } }

  private func read(_ line: LineField, in field: Field) -> LineReading {
    let sentence: Result<Sentence, EntryError>
    do {
      sentence = .success(try parse(line, in: field))
    } catch {
      sentence = .failure(error)
    }
    let plan = Worksheet.plans(line) ? plan(of: line, in: field, sentence) : nil
    return LineReading(sentence: sentence, plan: plan)
  }

  private func key(of field: Field) -> FieldReading.Key {
    var content = FieldReading.Content.other
    var isOfNow = false
    switch field.content {
    case .line(let line) where line.isSearch: break
    case .line(let line):
      content = .line(text: line.text.text, prefix: line.prefix, verb: line.verb)
      isOfNow = line.text.text.contains("@")
    case .vitals(let slots): content = .vitals(slots)
    case .scores(let scores): content = .scores(scores)
    case .choice(let choice): content = .choice(choice)
    case .questionnaire, .unlocking: break
    }
    return FieldReading.Key(
      content: content,
      openedAt: field.openedAt,
      isTimeGiven: field.isTimeGiven,
      corrects: field.corrects,
      isAnswer: field.step != nil || field.asking != nil,
      writer: writer.person,
      people: keyHolders,
      count: session.entries.count,
      revision: findings.revision,
      now: isOfNow ? stamp.now : nil
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
