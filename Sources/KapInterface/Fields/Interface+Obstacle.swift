import KapCanvas
import KapEntry
import KapTimeline

/// What Enter would say no to, while it has not been pressed.
struct Obstacle: Sendable {
  /// What it would say, and where.
  var problem: Field.Problem
  /// Whether what stands there is only not whole yet.
  var isUnfinished = false
  /// Whether the echo of the sentence says it by itself, beside what else there is to read.
  var isSaid = false
  /// What Enter says, though nothing was said yet in the middle of a word.
  var refused: Field.Problem

  init(problem: Field.Problem, isUnfinished: Bool = false) {
    self.problem = problem
    self.isUnfinished = isUnfinished
    refused = problem
  }
}

extension Interface {
  /// What Enter would refuse of a field; nil where it records, asks, or goes somewhere.
  func obstacle(to field: Field) -> Obstacle? {
    guard field.problem?.isNotSaved != true else { return nil }
    return reading(of: field).obstacle
  }

  /// What Enter would refuse of a line that was read as `sentence`.
  func obstacle(
    to line: LineField,
    in field: Field,
    _ sentence: Result<Sentence, EntryError>
  ) -> Obstacle? {
    guard !line.isSearch, field.asking == nil, field.step == nil else { return nil }
    if line.isFree, field.corrects == nil {
      if let obstacle = consoleObstacle(line.text.text) { return obstacle }
      guard !goesSomewhere(line.text.text) else { return nil }
    }
    if let problem = replayProblem(line) {
      let isTyped = line.isFree && !line.text.text.contains(" ")
      return isTyped ? Obstacle(inLastWord: problem) : Obstacle(problem: problem)
    }
    switch sentence {
    case .failure(let error):
      let problem = problem(error, in: line)
      if error.isMissing { return Obstacle(problem: problem, isUnfinished: true) }
      return error.isInLastWord(of: line.prefix + line.text.text)
        ? Obstacle(inLastWord: problem) : Obstacle(problem: problem)
    case .success(let sentence):
      let request = request(for: sentence, in: field)
      return refusal(of: request.command, from: field, at: request.at, by: sentence.observer)
        .map { refusal in
          let problem = Obstacle(refusal, offset: stamp.offset).problem
          var obstacle = Obstacle(problem: placed(problem, of: refusal, in: line, field))
          // A plan's arithmetic stays, and behind it stands what is open.
          if case .gateOpen = refusal { obstacle.isSaid = true }
          return obstacle
        }
    }
  }

  /// What a sentence asks of the core, and when it happened where that is not when the field opened.
  func request(for sentence: Sentence, in field: Field) -> (command: Command, at: Instant?) {
    if let corrects = field.corrects {
      let command = correction(of: corrects, by: sentence.command, at: sentence.occurredAt)
      return (command, stamp.now)
    }
    // A hand-over, an end and the like are of now, whatever stood in their way before.
    var isNow = sentence.verb.isNow
    if case .handOver = sentence.command { isNow = true }
    return (sentence.command, sentence.occurredAt ?? (isNow ? stamp.now : nil))
  }

  /// Why a line of a replay is no late entry.
  func replayProblem(_ line: LineField) -> Field.Problem? {
    guard mode == .replay, readOnly != nil || line.verb == nil else { return nil }
    return Field.Problem(
      message: readOnly ?? "That is no command of a replay.",
      remedy: readOnly == nil ? "Esc closes this; n writes a late entry." : "Esc closes this."
    )
  }

  /// A line that is no sentence, at its place in what is shown of it.
  func problem(_ error: EntryError, in line: LineField) -> Field.Problem {
    Field.Problem(
      message: error.message,
      remedy: error.remedy,
      column: max(0, error.column - line.prefix.count)
    )
  }

  /// A refusal of the core at its place in the line, where it has one there.
  func placed(
    _ problem: Field.Problem,
    of refusal: Refusal,
    in line: LineField,
    _ field: Field
  ) -> Field.Problem {
    let context = entryContext(openedAt: field.openedAt)
    let column = Entry.column(of: refusal, in: line.prefix + line.text.text, context: context)
    guard column >= line.prefix.count else { return problem }
    var problem = problem
    problem.column = column - line.prefix.count
    return problem
  }

  /// Whether the Enter of a line records nothing: it is the console's own, or opens something.
  func goesSomewhere(_ field: Field) -> Bool {
    guard case .line(let line) = field.content, field.corrects == nil, !line.isSearch else {
      return false
    }
    if line.isFree, goesSomewhere(line.text.text) { return true }
    guard case .success(let sentence) = reading(of: field).line?.sentence,
      case .handOver = sentence.command
    else { return false }
    return true
  }

  /// Whether a free line is the console's own, or opens a questionnaire.
  private func goesSomewhere(_ text: String) -> Bool {
    ConsoleCommand.echo(text, themes: themeNames) != nil || questionnaire(in: text) != nil
  }

  /// Why the core would not record a command; a doubt is none, since it is asked about.
  private func refusal(
    of command: Command,
    from field: Field,
    at instant: Instant? = nil,
    by observer: String? = nil
  ) -> Refusal? {
    do {
      let circumstances = circumstances(at: instant ?? field.openedAt, observer: observer)
      _ = try session.drafts(for: command, under: circumstances)
      return nil
    } catch .unusual {
      return nil
    } catch {
      return error
    }
  }

  /// What Enter would refuse of a set of vitals.
  func obstacle(to slots: VitalsSlots, in field: Field) -> Obstacle? {
    do {
      let (vitals, missing) = try slots.reading()
      var command = Command.record(vitals)
      if let corrects = field.corrects {
        command = correction(
          of: corrects,
          by: command,
          at: field.isTimeGiven ? field.openedAt : nil
        )
      } else if vitals.isEmpty, let first = missing.first {
        command = .missReading(first.sign, because: first.reason)
      }
      let at = field.corrects == nil ? nil : stamp.now
      return refusal(of: command, from: field, at: at).map { Obstacle($0, offset: stamp.offset) }
    } catch {
      let problem = Field.Problem(message: error.message, remedy: error.remedy)
      let isElsewhere = error.slot.map { $0 != slots.currentSlot.kind } ?? false
      return Obstacle(problem: problem, isUnfinished: slots.isEmpty || !isElsewhere)
    }
  }

  /// What Enter would refuse of the scores of a look.
  func obstacle(to scores: ScoresField, in field: Field) -> Obstacle? {
    guard let typed = try? scores.scores(), !typed.isEmpty else {
      // The field itself says which score is none.
      return Obstacle(inLastWord: Field.Problem(message: "", remedy: ""))
    }
    return refusal(of: .score(typed), from: field).map { Obstacle($0, offset: stamp.offset) }
  }

  /// What Enter would refuse of the chosen one of a list.
  func obstacle(to choice: ChoiceField, in field: Field) -> Obstacle? {
    guard let command = command(chosenIn: choice, field) else { return nil }
    return refusal(of: command, from: field).map { Obstacle($0, offset: stamp.offset) }
  }

  /// What the chosen one of a list records, where that is known before.
  private func command(chosenIn choice: ChoiceField, _ field: Field) -> Command? {
    guard choice.stray.isEmpty else { return nil }
    switch choice.purpose {
    case .phase(let phases):
      guard let phase = phases[safe: choice.place] else { return nil }
      // Back to an earlier one asks for a word first.
      let current = Moment(session, at: field.openedAt).phase?.phase
      return current.map { phase < $0 } ?? false ? nil : .declare(phase)
    case .severity(let term):
      guard let severity = AdverseEffect.Severity.allCases[safe: choice.place] else { return nil }
      return .report(AdverseEffect(term: term, severity: severity))
    case .due, .notDone, .technique, .effect, .void, .pins, .writer, .filter, .checks,
      .prescription, .detail, .page, .questionnaires, .hush:
      return nil
    }
  }
}

extension Obstacle {
  /// Trouble in the word that is being typed: nobody is told off in the middle of it.
  init(inLastWord problem: Field.Problem) {
    self.init(problem: problem, isUnfinished: true)
    self.problem.message = ""
  }

  init(_ refusal: Refusal, offset: UTCOffset) {
    let problem = Field.Problem(
      message: refusal.message(offset: offset),
      remedy: refusal.remedy
    )
    self.init(problem: problem)
  }
}

extension EntryError {
  /// Whether the line may only not be typed to its end.
  fileprivate var isMissing: Bool {
    switch problem {
    case .empty, .missing, .needsWords, .needsReason: true
    case .tooLong, .beginsWithNumber, .unknownVerb, .unknownWord, .repeated, .notANumber,
      .foreignDigits, .ambiguousNumber, .numberTooLarge, .unknownUnit, .impossiblePair, .notATime,
      .noDoseYet, .inTheFuture, .tooEarly, .notAnEntry, .ambiguousPerson,
      .ambiguousItem:
      false
    }
  }

  /// Whether the trouble may go away as the last word is typed to its end.
  fileprivate func isInLastWord(of text: String) -> Bool {
    text.last?.isWhitespace == false && column + length >= text.count
  }
}
