import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Enter in a field: the only key that records.
  mutating func submit(isInsisted: Bool = false) -> [Effect] {
    guard let field else { return [] }
    lastEnterTicks = stamp.ticks
    switch field.content {
    case .line(let line): return submit(line, in: field, isInsisted: isInsisted)
    case .vitals(let slots):
      do {
        let (vitals, missing) = try slots.reading()
        return send(vitals, missing, field, isInsisted: isInsisted)
      } catch {
        self.field?.problem = Field.Problem(message: error.message, remedy: error.remedy)
        return []
      }
    case .scores(let scores):
      return send(.score(scores.scores), field: field, at: field.openedAt, saying: "scores")
    case .choice(let choice): return choose(choice, in: field)
    }
  }

  private mutating func send(
    _ vitals: Vitals,
    _ missing: [MissingReading],
    _ field: Field,
    isInsisted: Bool
  ) -> [Effect] {
    var effects: [Effect] = []
    if !vitals.isEmpty || missing.isEmpty {
      var vitals = vitals
      vitals.isConfirmed = isInsisted
      effects = send(.record(vitals), field: field, at: field.openedAt, saying: "vitals", isInsisted: isInsisted)
      if effects.isEmpty { return [] }
    }
    for reading in missing {
      let command = Command.missReading(reading.sign, because: reading.reason)
      effects += send(command, field: effects.isEmpty ? field : nil, at: field.openedAt, saying: "no reading")
    }
    return effects
  }

  private mutating func submit(_ line: LineField, in field: Field, isInsisted: Bool) -> [Effect] {
    let text = line.text.text
    if line.isSearch {
      self.field = nil
      return []
    }
    if line.verb == nil, line.prefix.isEmpty, line.corrects == nil {
      if let effects = console(text) { return effects }
    }
    guard mode != .replay else {
      self.field?.problem = Field.Problem(message: "A replay changes nothing.", remedy: "q leaves it")
      return []
    }
    let sentence: Sentence
    do {
      sentence = try parse(line, in: field)
    } catch {
      self.field?.problem = Field.Problem(
        message: error.message,
        remedy: error.remedy,
        column: error.column - line.prefix.count
      )
      return []
    }
    history.append(text)
    historyPlace = nil
    var command = sentence.command
    if let corrects = line.corrects { command = correction(of: corrects, by: sentence) }
    if isInsisted { command = command.insisted }
    let isCorrection = line.corrects != nil
    return send(
      command,
      field: field,
      at: isCorrection ? stamp.now : sentence.occurredAt ?? field.openedAt,
      observer: sentence.observer,
      saying: sentence.verb.rawValue,
      isInsisted: isInsisted
    )
  }

  /// Reads a line field as the sentence it stands for.
  func parse(_ line: LineField, in field: Field) throws(EntryError) -> Sentence {
    let context = entryContext(openedAt: field.openedAt)
    guard line.prefix.isEmpty else {
      return try Entry.parse(line.prefix + line.text.text, in: context)
    }
    return try Entry.parse(line.text.text, as: line.verb, in: context)
  }

  /// Asks the core, and sends what it allows to the journal; what it refuses stays in the line.
  mutating func send(
    _ command: Command,
    field: Field?,
    at instant: Instant,
    observer: String? = nil,
    saying: String,
    isInsisted: Bool = false
  ) -> [Effect] {
    let circumstances = circumstances(at: instant, observer: observer, isInsisted: isInsisted)
    do {
      _ = try session.drafts(for: command, under: circumstances)
    } catch {
      if var field {
        field.asked = []
        field.refuse(error, offset: stamp.offset)
        self.field = field
      } else {
        remark = Remark(text: "\(error.message(offset: stamp.offset)) \(error.remedy)", isError: true)
      }
      return []
    }
    tickets += 1
    let ticket = Ticket(tickets)
    pending.append(Pending(ticket: ticket, field: field, sentTicks: stamp.ticks, saying: saying))
    self.field = nil
    writerOnce = nil
    if let field, case .line(let line) = field.content, line.staysOpen {
      var next = LineField(line.title, verb: line.verb)
      next.staysOpen = true
      open(.line(next))
    }
    return [.append(ticket, command, circumstances)]
  }
}

extension Command {
  /// The same command, with the person's word that what is unusual is so.
  var insisted: Command {
    switch self {
    case .record(var vitals):
      vitals.isConfirmed = true
      return .record(vitals)
    case .give(var dose):
      dose.isConfirmed = true
      return .give(dose)
    case .correct(let entry, let change, let time, let reason):
      return .correct(entry, with: change?.insisted, at: time, because: reason)
    case .setFrame, .join, .leave, .changeInfusion, .declare, .missReading, .score, .write,
      .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin, .postpone,
      .skip, .acknowledge, .confirm, .callArtefact, .void, .undo, .end, .reopen:
      return self
    }
  }
}
