package import KapTimeline

extension Entry {
  /// A line that means `command` in this context, or nil where no line can.
  ///
  /// What comes back has been read again: `parse(quote(c)).command == c`, but for what a person
  /// says to a doubt (``Vitals/isConfirmed``, ``Dose/isConfirmed``), the columns of an import and
  /// the items that were open at a plan, which no line holds. A note in another voice than this
  /// seat's has no line.
  package static func quote(_ command: Command, in context: EntryContext) -> String? {
    let wanted = command.unconfirmed
    return Quoting(context: context).lines(for: wanted).first { line in
      guard let sentence = try? parse(line, in: context) else { return false }
      return sentence.command == wanted && sentence.observer == nil && sentence.occurredAt == nil
    }
  }
}

extension Command {
  /// The command without what only a person's `y` adds.
  var unconfirmed: Command {
    switch self {
    case .record(var vitals):
      vitals.isConfirmed = false
      vitals.columns = [:]
      return .record(vitals)
    case .give(var dose):
      dose.isConfirmed = false
      return .give(dose)
    case .correct(let entry, let replacement, let time, let reason, let isWhole):
      return .correct(
        entry,
        with: replacement?.unconfirmed,
        at: time,
        because: reason,
        isWhole: isWhole
      )
    case .plan(var plan):
      plan.dose.isConfirmed = false
      plan.openItems = []
      return .plan(plan)
    case .setFrame, .join, .leave, .changeInfusion, .declare, .missReading, .score, .write,
      .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin, .postpone,
      .skip, .acknowledge, .confirm, .callArtefact, .void, .undo, .check, .setLimits,
      .account, .lozenge, .assess, .emergency, .handOver, .quiet, .end, .reopen:
      return self
    }
  }
}

/// Writes commands as lines: several where the plainest may be read as something else.
struct Quoting {
  let context: EntryContext

  func lines(for command: Command) -> [String] {
    switch command {
    case .setFrame(.weight(let kilograms)): number(kilograms).map { "weight \($0)kg" }.asList
    case .setFrame(let fact): marked("\(fact.name) ", fact.text)
    case .join(let person, let role): ["join \(person) as \(role.rawValue)"]
    case .leave(let person, let reason): marked("leave ", person).flatMap { reasoned($0, reason) }
    case .give(let dose): line(for: dose).asList
    case .changeInfusion(let change): line(for: change).asList
    case .declare(let phase, let reason): reasoned("phase \(phase.rawValue)", reason)
    case .record(let vitals): line(for: vitals).asList
    case .missReading(let sign, let reason):
      reasoned(sign.map { "noreading \($0.word)" } ?? "noreading", reason)
    case .score(let scores): lines(for: scores)
    case .write(let note): marked(note.voice == .patient ? "said " : "note ", note.text)
    case .change(let change): [line(for: change)]
    case .mark(let mark):
      [mark.name, hyphened(mark.name)].map { name in
        "theme \(name)" + (mark.intensity.map { " \($0)" } ?? "")
      }
    case .report(var effect):
      [effect.term, hyphened(effect.term), "\"\(effect.term)\""].map { term in
        effect.term = term
        return line(for: effect)
      }
    case .administer(let given): ["given " + words(for: given)]
    case .callOut(let call): lines(for: call)
    case .takeOrder(let order):
      ["order " + words(for: order.given) + (order.isReadBack ? ", read back" : "")]
    case .dropPin(let words): words.map { marked("pin: ", $0) } ?? ["pin"]
    case .wordPin(let number, let words): marked("pin \(number): ", words)
    case .postpone(let item): ["later" + (item.map { " \(name($0))" } ?? "")]
    case .skip(let item, let reason): reasoned("notdone \(name(item))", reason)
    case .acknowledge(let entry, let words):
      marked(entry.map { "ack \(name($0)): " } ?? "ack: ", words)
    case .confirm(let entry): ["confirm \(name(entry))"]
    case .callArtefact(let entry, let reason): reasoned("artefact \(name(entry))", reason)
    case .correct(let entry, let replacement, let time, let reason, _):
      corrections(of: name(entry), to: replacement, at: time, because: reason)
    case .void(let entry, let reason): reasoned("void \(name(entry))", reason)
    case .undo(let reason): reasoned("undo", reason)
    case .check, .plan, .setLimits, .account, .lozenge, .assess, .emergency, .handOver, .quiet:
      careLines(for: command)
    case .end: ["end"]
    case .reopen(let reason): reasoned("reopen", reason)
    }
  }

  private func corrections(
    of entry: String,
    to replacement: Command?,
    at time: Instant?,
    because reason: String?
  ) -> [String] {
    var head = "correct \(entry)"
    if let time {
      head += " @\(WallTime(time, offset: context.offset).clockWithSeconds)"
    }
    guard let replacement else { return reasoned(head, reason) }
    return lines(for: replacement).flatMap { reasoned("\(head) \($0)", reason) }
  }

  private func name(_ entry: EntryReference) -> String {
    switch entry {
    case .name(let name): name
    case .identity(let identity): identity.text
    }
  }

  private func name(_ item: DueReference) -> String {
    switch item {
    case .key(let key): key
    case .word(let word): word
    }
  }

  /// The words plain, and between marks that keep them from being read as anything else.
  func marked(_ head: String, _ words: String) -> [String] {
    [
      head + words, "\(head)\u{201C}\(words)\u{201D}", "\(head)\"\(words)\"",
      "\(head)\u{AB}\(words)\u{BB}",
    ]
  }

  /// A name as one word, so that its last part is read as nothing else.
  private func hyphened(_ name: String) -> String {
    String(name.map { $0 == " " ? "-" : $0 })
  }

  func reasoned(_ head: String, _ reason: String?) -> [String] {
    reason.map { marked("\(head) because ", $0) } ?? [head]
  }

  /// The number with all its digits, or nil when the language has no room for them.
  func number(_ value: Double) -> String? { Self.number(value) }

  /// The same where nothing else is known.
  static func number(_ value: Double) -> String? {
    let text = plain(value, places: Figure.fractionDigits)
    return Double(text) == value ? text : nil
  }
}

extension Optional {
  var asList: [Wrapped] { map { [$0] } ?? [] }
}
