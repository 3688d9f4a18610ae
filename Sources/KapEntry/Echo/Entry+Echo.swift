package import KapTimeline

extension Entry {
  /// What was understood, in words, with the wall clock and the minute of the dose.
  ///
  /// `BP 128 over 82, HR 74, SpO2 98 at 14:20:26, minute 12`. It is read before Enter, so it says
  /// what will be recorded and not what was typed. Where the words of a note stand right above it,
  /// in the note's own field, it need not repeat them.
  package static func echo(
    _ sentence: Sentence,
    in context: EntryContext,
    repeatingWords: Bool = true
  ) -> String {
    let moment = sentence.occurredAt ?? context.startedAt ?? context.now
    let phrasing = Phrasing(context: context, moment: moment, repeatsWords: repeatingWords)
    var text = phrasing.words(for: sentence.command)
    if sentence.occurredAt != nil || sentence.command.happensAtAMoment {
      text += " at \(phrasing.clock(of: moment))"
    }
    text += phrasing.because(sentence.command.reason)
    let details = phrasing.details(of: sentence.command)
    if !details.isEmpty { text += "; \(details.joined(separator: ", "))" }
    if let observer = sentence.observer {
      let told = initials(telling: context.people.map(\.person))
      text += "; seen by \(told[observer] ?? initials(of: observer))"
      if let author = context.author {
        text += ", written by \(told[author] ?? initials(of: author))"
      }
    }
    // A weight says its pounds in any case.
    let saysPounds = sentence.command.weight != nil
    let typed = saysPounds ? [] : sentence.typed.map { "\($0) as typed" }
    return ([text] + sentence.remarks + typed).joined(separator: "; ")
  }

  /// A weight in both units, whichever it was said in: `weight 70 kg (154.3 lb)`.
  package static func weightWords(_ kilograms: Double) -> String {
    "weight \(plain(kilograms)) kg (\(plain(kilograms / kilogramsInPound, places: 1)) lb)"
  }

  /// What is kept of what was typed in another unit: `weight 72.57 kg (160 lb)`; nil where nothing was.
  package static func conversion(in sentence: Sentence, _ context: EntryContext) -> String? {
    guard !sentence.typed.isEmpty else { return nil }
    var phrasing = Phrasing(context: context, moment: context.now)
    phrasing.addsPounds = false
    var words = phrasing.words(for: sentence.command)
    // Of a plan the amounts stand in its arithmetic.
    if case .plan = sentence.command {
      words = ([words] + phrasing.details(of: sentence.command)).joined(separator: "; ")
    }
    return "\(words) (\(sentence.typed.joined(separator: ", ")))"
  }

  /// A moment as the echo says it: `14:20:26, minute 12`, with the date when it is not today's.
  package static func clock(of moment: Instant, in context: EntryContext) -> String {
    Phrasing(context: context, moment: moment).clock(of: moment)
  }
}

/// Puts commands into words for somebody who is about to press Enter.
struct Phrasing {
  let context: EntryContext
  let moment: Instant
  /// Whether the words of a note are said, or only what kind of note it is.
  var repeatsWords = true
  /// Whether a weight is said in pounds too.
  var addsPounds = true

  func clock(of instant: Instant) -> String {
    let wall = WallTime(instant, offset: context.offset)
    let today = WallTime(context.now, offset: context.offset)
    let date = wall.dayNumber == today.dayNumber ? "" : " on \(wall.shortDate)"
    let minute = context.doseAt.map { ", minute \((instant - $0).wholeMinutes)" } ?? ""
    return wall.clockWithSeconds + date + minute
  }

  func words(for command: Command) -> String {
    switch command {
    case .setFrame(let fact): frame(fact)
    case .join(let person, let role): "\(clip(person)) joins as \(role.rawValue)"
    case .leave(let person, _): "\(clip(person)) leaves"
    case .give(let dose): words(for: dose)
    case .changeInfusion(let change): words(for: change)
    case .declare(let phase, _): "phase \(label(phase))"
    case .record(let vitals): words(for: vitals)
    case .missReading(let sign, _): "\(sign?.title ?? "vitals") not read"
    case .score(let scores): scores.map(words(for:)).joined(separator: ", ")
    case .write(let note): words(for: note)
    case .change(let change): words(for: change)
    case .mark(let mark):
      "theme \(clip(mark.name))" + (mark.intensity.map { ", \($0)" } ?? "")
    case .report(let effect): words(for: effect)
    case .administer(let given): "given \(words(for: given))" + by(given.orderedBy)
    case .callOut(let call): words(for: call)
    case .takeOrder(let order):
      "order by \(clip(order.given.orderedBy ?? "?")): \(words(for: order.given))"
        + (order.isReadBack ? ", read back" : ", not read back")
    case .dropPin(let words):
      "pin \(context.pinCount + 1)" + (words.map { " “\(short($0))”" } ?? ", words later")
    case .wordPin(let number, let words): "words for pin \(number): “\(short(words))”"
    case .postpone(let item): "later: \(item.map(words(for:)) ?? "the most pressing item")"
    case .skip(let item, _): "not done: \(words(for: item))"
    case .acknowledge(let entry, let words):
      "acknowledged, \(entry.map { "the notice of \(name($0))" } ?? "the most urgent notice"): "
        + "“\(short(words))”"
    case .confirm(let entry): "\(name(entry)) is as it stands"
    case .callArtefact(let entry, _): "\(name(entry)) is an artefact"
    case .correct(let entry, let replacement, let time, _, _):
      correction(of: entry, to: replacement, at: time)
    case .void(let entry, _): "\(name(entry)) was entered in error"
    case .undo: "the last thing done at this seat was in error"
    case .check, .plan, .setLimits, .account, .lozenge, .assess, .emergency, .handOver, .quiet:
      care(command)
    case .end: "the session ends"
    case .reopen: "the session is opened again"
    }
  }

  private func correction(
    of entry: EntryReference,
    to replacement: Command?,
    at time: Instant?
  ) -> String {
    var text = "\(name(entry)) corrected"
    if let replacement { text += " to \(words(for: replacement))" }
    if let time { text += ", its time to \(clock(of: time))" }
    return text
  }

  func name(_ entry: EntryReference) -> String {
    switch entry {
    case .name(let name): clip(name)
    case .identity(let identity): identity.text
    }
  }

  private func words(for item: DueReference) -> String {
    switch item {
    case .key(let key): clip(context.due.first { $0.key == key }?.title ?? key)
    case .word(let word): clip(word)
    }
  }

  private func frame(_ fact: FrameFact) -> String {
    switch fact {
    case .weight(let kilograms):
      addsPounds ? Entry.weightWords(kilograms) : "weight \(plain(kilograms)) kg"
    case .stopSign(let text): "stop sign: \(short(text))"
    case .intention, .calming, .allergies, .escort, .touch, .room:
      "\(fact.name): \(short(fact.text))"
    }
  }

  func label(_ phase: Phase) -> String {
    context.clinicProtocol?.label(of: phase) ?? phase.rawValue
  }

  /// What follows from the command and stands after its moment.
  func details(of command: Command) -> [String] {
    if case .administer(let given) = command { return details(of: given) }
    if case .record(let vitals) = command { return details(of: vitals) }
    guard case .give(let dose) = command else { return careDetails(of: command) }
    return details(of: dose) + details(lot: dose.lot, expiry: dose.expiry)
  }

  func because(_ reason: String?) -> String { reason.map { ", because \(short($0))" } ?? "" }

  func by(_ person: String?) -> String { person.map { ", ordered by \(clip($0))" } ?? "" }

  /// Words for one line: at most a hundred and twenty characters of them.
  func short(_ text: String) -> String {
    text.count <= 120 ? text : text.prefix(119) + "…"
  }
}

extension Command {
  /// The weight it records, or corrects an entry to.
  fileprivate var weight: Double? {
    if case .setFrame(.weight(let kilograms)) = self { return kilograms }
    guard case .correct(_, let replacement?, _, _, _) = self else { return nil }
    return replacement.weight
  }

  /// The reason a person gives for it.
  var reason: String? {
    switch self {
    case .declare(_, let reason), .correct(_, _, _, let reason, _): reason
    case .leave(_, let reason): reason
    case .plan(let plan): plan.reason
    case .setLimits(let limits): limits.first?.reason
    case .missReading(_, let reason), .skip(_, let reason), .callArtefact(_, let reason),
      .void(_, let reason), .undo(let reason), .reopen(let reason):
      reason
    case .setFrame, .join, .give, .changeInfusion, .record, .score, .write, .change, .mark,
      .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin, .postpone, .acknowledge,
      .confirm, .check, .account, .lozenge, .assess, .emergency, .handOver, .quiet, .end:
      nil
    }
  }

  /// Whether the moment it happens at is part of what it says.
  var happensAtAMoment: Bool {
    switch self {
    case .setFrame, .join, .leave, .give, .changeInfusion, .declare, .record, .missReading, .score,
      .write, .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .acknowledge,
      .check, .plan, .setLimits, .account, .lozenge, .assess, .emergency, .handOver, .quiet, .end,
      .reopen:
      true
    case .wordPin, .postpone, .skip, .confirm, .callArtefact, .correct, .void, .undo: false
    }
  }
}
