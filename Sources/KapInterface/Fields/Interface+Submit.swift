import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Enter in a field: the only key that records.
  mutating func submit(isInsisted: Bool = false) -> [Effect] {
    guard let field else { return [] }
    switch field.content {
    case .line(let line): return submit(line, in: field, isInsisted: isInsisted)
    case .vitals(let slots): return submit(slots, in: field, isInsisted: isInsisted)
    case .scores(let scores): return submit(scores, in: field)
    case .choice(let choice): return choose(choice, in: field)
    case .questionnaire(let questionnaire): return submit(questionnaire, in: field)
    case .unlocking(let unlocking): return submit(unlocking, in: field)
    }
  }

  private mutating func submit(_ scores: ScoresField, in field: Field) -> [Effect] {
    do {
      let typed = try scores.scores()
      guard typed.isEmpty else { return send(.score(typed), from: field) }
      self.field?.problem = Field.Problem(
        message: "No score is typed yet.",
        remedy: "One digit each."
      )
    } catch {
      self.field?.problem = Field.Problem(message: error.message, remedy: error.remedy)
      // The slot it is about takes the next key in place of what it holds.
      var scores = scores
      scores.go(to: error.place)
      self.field?.content = .scores(scores)
    }
    return []
  }

  private mutating func submit(
    _ slots: VitalsSlots,
    in field: Field,
    isInsisted: Bool
  ) -> [Effect] {
    let vitals: Vitals
    let missing: [MissingReading]
    do {
      (vitals, missing) = try slots.reading()
    } catch {
      self.field?.problem = Field.Problem(
        message: error.message,
        remedy: error.remedy,
        column: error.slot == .circumstances ? error.column : nil
      )
      // The slot it is about takes the next digit in place of what it holds; words are mended.
      var slots = slots
      if let slot = error.slot { slots.go(to: slot) }
      self.field?.content = .vitals(slots)
      return []
    }
    if let corrects = field.corrects {
      let time = field.isTimeGiven ? field.openedAt : nil
      guard !vitals.isEmpty else { return refuseEmptyCorrection() }
      let command = correction(of: corrects, by: .record(vitals), at: time)
      let effects = send(command, from: field, at: stamp.now, isInsisted: isInsisted)
      return effects.isEmpty ? [] : effects + note(missing, in: field)
    }
    var effects: [Effect] = []
    var source: Field? = field
    if !vitals.isEmpty {
      effects = send(.record(vitals), from: field, isInsisted: isInsisted)
      if effects.isEmpty { return [] }
      source = nil
    }
    for reading in missing {
      let command = Command.missReading(reading.sign, because: reading.reason)
      effects += send(command, from: source ?? line(saying: command, of: field))
      source = nil
    }
    return effects
  }

  /// Records why signs could not be read, which a corrected set no longer has.
  private mutating func note(_ missing: [MissingReading], in field: Field) -> [Effect] {
    missing.flatMap { reading in
      let command = Command.missReading(reading.sign, because: reading.reason)
      return send(command, from: line(saying: command, of: field))
    }
  }

  /// A set of which nothing is left is entered in error, and says so itself.
  private mutating func refuseEmptyCorrection() -> [Effect] {
    field?.problem = Field.Problem(
      message: "No reading is left in this set.",
      remedy: "Type one, or Esc, and u marks the entry in error."
    )
    return []
  }

  /// A line that says what a list or a key would record, to stand there should it not be saved.
  func line(saying command: Command, of field: Field) -> Field {
    let text = Entry.quote(command, in: entryContext(openedAt: field.openedAt)) ?? ""
    var line = Field(.line(LineField("LINE", text: text)), at: stamp)
    line.openedAt = field.openedAt
    return line
  }

  private mutating func submit(_ line: LineField, in field: Field, isInsisted: Bool) -> [Effect] {
    if line.isSearch {
      self.field = nil
      return []
    }
    if let effects = submitAnswer(line, in: field) { return effects }
    if let effects = submitWords(line, in: field, isInsisted: isInsisted) { return effects }
    if line.isFree, field.corrects == nil, let effects = console(line.text.text) { return effects }
    if let problem = replayProblem(line) {
      self.field?.problem = problem
      return []
    }
    let sentence: Sentence
    do {
      sentence = try parse(line, in: field)
    } catch {
      let problem = problem(error, in: line)
      self.field?.problem = problem
      return []
    }
    remember(line.text.text)
    if case .handOver(let person, let kind, let words) = sentence.command, field.corrects == nil {
      return openHandOver(to: person, kind, words: words, at: sentence.occurredAt, from: field)
    }
    let request = request(for: sentence, in: field)
    return send(
      request.command,
      from: field,
      at: request.at,
      observer: field.corrects == nil ? sentence.observer : nil,
      isInsisted: isInsisted
    )
  }

  /// Reads a line field as the sentence it stands for.
  func parse(_ line: LineField, in field: Field) throws(EntryError) -> Sentence {
    let context = entryContext(openedAt: field.openedAt)
    guard line.prefix.isEmpty else {
      let (time, words) = Self.time(in: line.text.text)
      // The words of a step and of a question begin with what was said, never with a time.
      guard !time.isEmpty, field.step == nil, field.asking == nil else {
        return try Entry.parse(line.prefix + line.text.text, in: context)
      }
      do throws(EntryError) {
        return try Entry.parse("\(time) \(line.prefix)\(words)", in: context)
      } catch {
        guard error.column < time.count else { throw error }
        // Who shows the place takes the prefix off; here it stood behind the time.
        throw EntryError(
          column: error.column + line.prefix.count,
          length: error.length,
          problem: error.problem,
          message: error.message,
          remedy: error.remedy
        )
      }
    }
    return try Entry.parse(line.text.text, as: line.verb, in: context)
  }

  /// The time with `@` in front of what is typed, and the rest.
  private static func time(in text: String) -> (time: Substring, words: Substring) {
    let line = text.drop { $0 == " " }
    guard line.first == "@" else { return ("", line) }
    let time = line.prefix { $0 != " " }
    return (time, line[time.endIndex...].drop { $0 == " " })
  }

  /// Asks the core, and sends what it allows to the journal; what it refuses stays in the line.
  ///
  /// It happened when the field was opened, unless `instant` says another time; `isUnlocked` is of a
  /// hand-over alone.
  mutating func send(
    _ command: Command,
    from field: Field,
    at instant: Instant? = nil,
    observer: String? = nil,
    isInsisted: Bool = false,
    isUnlocked: Bool? = nil
  ) -> [Effect] {
    var circumstances = circumstances(
      at: instant ?? field.openedAt,
      observer: observer,
      isInsisted: isInsisted
    )
    circumstances.isUnlocked = isUnlocked
    do {
      _ = try session.drafts(for: command, under: circumstances)
    } catch {
      var field = field
      field.asked = []
      field.refuse(error, offset: stamp.offset)
      if case .line(let line) = field.content, let problem = field.problem {
        field.problem = placed(problem, of: error, in: line, field)
      }
      self.field = field
      return []
    }
    tickets += 1
    let ticket = Ticket(tickets)
    let sent = Pending(ticket: ticket, field: field, person: seat.person, sentTicks: stamp.ticks)
    pending.append(sent)
    self.field = nil
    writerOnce = nil
    remark = nil
    if case .line(let line) = field.content, line.staysOpen {
      openNotes(staysOpen: true)
      awaitFirstKey()
    }
    if field.leadsToScores { openScores() }
    if let place = field.returnsTo { openChecks(place.purpose, after: place.item) }
    return [.append(ticket, command, circumstances)] + preview(nil)
  }
}

extension Verb {
  /// Whether it happens when it is sent: the line may have waited for what stood in its way.
  var isNow: Bool { self == .end || self == .reopen }
}
