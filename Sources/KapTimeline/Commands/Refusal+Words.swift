extension Refusal {
  /// What could not be recorded and why, in one calm sentence; times as on a wall `offset` from UTC.
  package func message(offset: UTCOffset) -> String {
    func clock(_ instant: Instant) -> String { WallTime(instant, offset: offset).clock }
    switch self {
    case .notOpened: return "The session is not open yet."
    case .sessionEnded(let end): return "The session ended at \(clock(end))."
    case .sessionNotEnded: return "The session has not ended."
    case .reopenTooLate: return "A session is reopened only on the day it ended."
    case .stillOpen(let matters): return "The session cannot end yet: \(list(matters))."
    case .leftOpen(let open): return "The session cannot end yet: \(list(open.words))."
    case .notYet(let instant): return "\(clock(instant)) is still to come."
    case .tooEarly(let earliest):
      let wall = WallTime(earliest, offset: offset)
      return "That is before \(wall.clock) on \(wall.shortDate), the earliest time accepted here."
    case .nothingRead: return "There is no value in it."
    case .nothingChanged: return "That changes nothing."
    case .nothingToConfirm(let name): return "\(name) holds nothing that waits to be confirmed."
    case .alreadyArtefact(let name): return "\(name) is called artefact already."
    case .cannotBe(let quantity, let value, let low, let high):
      return
        "\(word(forQuantity: quantity).capitalizedStart) \(plain(value)) cannot be: \(range(low, high))."
    case .limitCannotBe(let quantity, let value, let low, let high):
      return "\(word(forQuantity: quantity).capitalizedStart) \(plain(value)) cannot be a limit: "
        + "of a reading \(range(low, high))."
    case .noSuchScale(let name, _): return "There is no scale called \(name) here."
    case .noSuchEntry(let name): return "There is no entry called \(name)."
    case .noEntryToUndo: return "There is no entry of yours at this seat to take back."
    case .noSuchPin(let number, let count):
      return count == 0
        ? "There is no pin yet." : "There is no pin \(number): the last is pin \(count)."
    case .noSuchDue(let name): return "Nothing called \(name) is due."
    case .saidNotDone(let words, let name):
      return "\(words.capitalizedStart) was called not done, in \(name)."
    case .alreadyDone(let words, let at):
      return "\(words.capitalizedStart) was done at \(clock(at))."
    case .nothingDue: return "Nothing is due that could wait."
    case .noNotice: return "No notice waits to be acknowledged."
    case .notRaisedYet(let since):
      return "The notice is of \(clock(since)): nobody acknowledged it before that."
    case .needsWords: return "There are no words in it."
    case .alreadyVoid(let name): return "\(name) is already marked entered in error."
    case .nothingToJudge(let name):
      return "\(name) is entered in error already: nothing to judge."
    case .samePhase(let label, let since): return "\(label) since \(clock(since))."
    case .earlierPhaseNeedsReason(let label):
      return "\(label) comes before the phase that lasts, so it needs a word why."
    case .dischargedWhileOpen(let matters): return "Not discharged yet: \(list(matters))."
    case .noInfusion: return "No infusion is running at that time."
    case .infusionRunning(let since): return "The infusion runs since \(clock(since))."
    case .infusionPaused: return "The infusion is already paused."
    case .infusionNotPaused: return "The infusion is not paused."
    case .needsRate: return "The rate is missing."
    case .notRunning(let name): return "\(name) is not running at that time."
    case .alreadyRunning(let name, _, let since): return "\(name) runs since \(clock(since))."
    case .effectOpen(let term, let since):
      return "\(term) is open since \(clock(since)), as bad as that."
    case .noEffect(let term): return "\(term) is not open at that time."
    case .cannotCorrect(let kind): return "An entry of the kind \(kind.words) cannot be changed."
    case .correctionOfOtherKind(let kind): return "That is no correction of \(kind.words)."
    case .alreadyPresent(let person): return "\(person) is already here."
    case .notPresent(let person): return "\(person) is not here at that time."
    case .needsHandOver(let person):
      return "\(initials(of: person)) keeps watch, and nobody has taken over."
    case .handOverToSelf(let person): return "\(initials(of: person)) already keeps the record."
    case .nobodyToComeBack(let person):
      return "\(initials(of: person)) does not cover for anybody at that time."
    case .noSuchItem(let item, _): return "There is nothing called \(item) on the lists."
    case .itemNeedsWords(let label): return "“\(label)” wants words beside the tick."
    case .itemNeedsReading(let label): return "No reading shows “\(label)” yet."
    case .itemNotShown(let label): return "The record does not show “\(label)” yet."
    case .itemHeld(let label, let reading, let role):
      let why = reading ?? "no reading for “\(label)”"
      return "\(why.capitalizedStart): held until the \(role.rawValue) says otherwise."
    case .leavingBeforeDose: return "The list for leaving begins with the dose."
    case .itemNeedsMinutes(let label): return "“\(label)” wants a number of minutes."
    case .minutesWithoutDose(let label):
      return "“\(label)” counts minutes from the dose, and there is none at that time."
    case .minutesToCome(let number, let minute):
      return "\(plain(number)) minutes have not passed yet: it is minute \(minute)."
    case .notDueYet(let words, let from):
      return from.map { "\(words.capitalizedStart) is due from \(clock($0)) on, not yet." }
        ?? "\(words.capitalizedStart) has no time before the dose and is not yet due."
    case .toleranceOver(let words, let end):
      return "The tolerance of \(words) ended \(clock(end))."
    case .stayNotReached(let until):
      return until.map { "The minimum stay lasts until \(clock($0))." }
        ?? "The minimum stay begins with the dose."
    case .noSuchTotal(let label): return "\(label) has no total of that kind."
    case .wholeNumbers(let label, let low, let high):
      return "\(label) is scored in whole numbers from \(plain(low)) to \(plain(high))."
    case .gateOpen(let labels): return "The dose waits for: \(list(labels))."
    case .doesNotAddUp(let drawn, let accounted):
      let (one, other) = (
        plain(drawn.milligrams, places: 3), plain(accounted.milligrams, places: 3)
      )
      return "Drawn \(one) mg, but given and wasted come to \(other) mg."
    case .limitAfterDose: return "Limits for one person are set before the dose."
    case .limitsCross(let sign, let below, let above):
      let (low, high) = (Limit.Side.below.from(plain(below)), Limit.Side.above.from(plain(above)))
      return "\(sign.label) \(low) and \(high) cross: no reading would be within both."
    case .noLozenge: return "No lozenge is in the mouth at that time."
    case .noSuchAnswer(let item, let scale): return "\(scale) has no item \(item)."
    case .answerOff(let item, let low, let high):
      return "Item \(item) is answered from \(low) to \(high)."
    case .emergencyRunning(let since): return "The emergency card is open since \(clock(since))."
    case .noEmergency: return "No emergency card is open at that time."
    case .emergencyHasSteps(let steps):
      return "The card says that something was done: \(list(steps))."
    case .nothingToQuiet: return "No notice is open that could be kept quiet."
    case .unusual(let doubts): return doubts.map(\.question).joined(separator: " ")
    }
  }

  /// What to do about it, in one sentence.
  package var remedy: String {
    switch self {
    case .notOpened: "Open it first."
    case .sessionEnded: "Put the time in front, such as @15:40, or reopen with a reason."
    case .sessionNotEnded: "Go on recording, or end it first."
    case .reopenTooLate: "Write a late entry instead."
    case .stillOpen: "Stop or end it, stand it down, or say its outcome."
    case .leftOpen(let open): open.remedy
    case .notYet: "Give the time when it happened."
    case .tooEarly: "Check the time, or put the date into words in a note."
    case .nothingRead: "Give at least one value."
    case .nothingChanged: "Give what is right, or leave the entry as it is."
    case .nothingToConfirm: "Name the entry with the value, such as a14."
    case .cannotBe("temperature", let value, let low?, let high?)
    where
      (low...max(low, high)).contains(celsius(fahrenheit: value)):
      "\(plain(value)) looks like °F: that is \(tenths(celsius(fahrenheit: value))) °C; type temp "
        + "\(tenths(celsius(fahrenheit: value)))."
    case .cannotBe("rate", 0, _, _): "infusion pause or infusion stop says that nothing runs."
    case .cannotBe("amount", _, _, _), .cannotBe("concentration", _, _, _),
      .cannotBe("duration", _, _, _), .cannotBe("dose", _, _, _), .cannotBe("rate", _, _, _):
      "Check the number and its unit."
    // A scale's label is a name, and begins like one.
    case .cannotBe(let quantity, _, _, _) where quantity.first?.isUppercase ?? false:
      "Give a score that the scale has."
    case .cannotBe: "Read it again; a device that reads this can be put into a note."
    case .limitCannotBe: "Give a limit that a reading can cross, as in limit hr above 120."
    case .noSuchScale(_, let known):
      known.isEmpty ? "This protocol has no scales." : "Known here: \(list(known))."
    case .noSuchEntry: "The names stand in the zoomed notes, such as a12."
    case .noEntryToUndo: "Name the entry, such as void a12 because mistyped."
    case .noSuchPin(_, let count): count == 0 ? "Drop one first." : "Name one that is there."
    case .noSuchDue: "The list of what is due shows the names."
    case .saidNotDone(_, let name): "void \(name) because REASON makes it due again."
    case .alreadyDone: "Nothing needs recording; if that is wrong, mend the entry that did it."
    case .nothingDue: "Go on."
    case .noNotice: "Name the entry that raised it, or write a note."
    case .notRaisedYet: "Give the time when it was seen."
    case .needsWords: "Say what there is to say."
    case .alreadyArtefact(let name): "confirm \(name) says that it stands after all."
    case .alreadyVoid: "Void the voiding to restore it."
    case .nothingToJudge: "Void the voiding first if the value stands after all."
    case .samePhase: "Nothing needs recording; correct its time if that is wrong."
    case .earlierPhaseNeedsReason: "Add because and a reason."
    case .dischargedWhileOpen:
      "Stop or end them, or say the outcome; an open item of the list can have because and a reason."
    case .noInfusion: "Start one, or check the time."
    case .infusionRunning: "infusion rate RATE changes it, infusion stop ends it."
    case .infusionPaused: "Resume or stop it."
    case .infusionNotPaused: "Nothing needs recording."
    case .needsRate: "Add it with its unit, mg/h."
    case .notRunning: "Check the name and the time."
    case .alreadyRunning(let name, let group, _):
      "\(group == "modality" ? "modality" : "technique") \(name) stop ends it."
    case .effectOpen(let term, _):
      "Say how bad it is now, as in effect \(term) severe, or effect \(term) end."
    case .noEffect: "Check the name, or record when it began first."
    case .cannotCorrect(.ended): "Reopen it with a reason."
    case .cannotCorrect: "Write a note that says what is right."
    case .correctionOfOtherKind: "Mark the entry in error and write a new one."
    case .alreadyPresent: "Nothing needs recording."
    case .notPresent: "Check the name, or record when they came first."
    case .needsHandOver: "Hand over first, or add because and a reason."
    case .handOverToSelf: "Name the person who takes over."
    case .nobodyToComeBack: "Hand over for good, or record who came with join."
    case .noSuchItem(_, let known):
      known.isEmpty ? "This protocol has no lists." : "Known here: \(list(known))."
    case .itemNeedsWords: "Say what there is to say, such as the date or the reason."
    case .itemNeedsReading: "Take it first, or add words that say why."
    case .itemNotShown: "Record it first, or add words that say how it is."
    case .itemHeld(_, _, let role):
      "Name the \(role.rawValue) and the reason, as in by dr-l: known, treated."
    case .leavingBeforeDose: "Answer it once the dose is given."
    case .itemNeedsMinutes: "Add the minutes as a plain number."
    case .minutesWithoutDose: "Record the dose first, or check the time."
    case .minutesToCome: "Give the minutes that have passed, or answer it then."
    case .notDueYet: "Say it then, or write a note why it will be left out."
    case .toleranceOver(let words, _):
      "Do it, or say why not: x in the list, or notdone \(words) because REASON."
    case .stayNotReached: "Wait, or say no and why they left before it."
    case .noSuchTotal: "Answer its items or parts instead, with assess."
    case .wholeNumbers: "Give the whole number that fits best."
    case .gateOpen: "Do these, or add because and a reason."
    case .doesNotAddUp: "Count again: drawn is given and wasted together."
    case .limitsCross: "Check the sides, or void the limit that is wrong."
    case .limitAfterDose: "Write what the prescriber said as an order."
    case .noLozenge: "Record the dose first, or check the time."
    case .noSuchAnswer: "The list of its items has the names."
    case .answerOff: "Give a number in between, or leave the item out."
    case .emergencyRunning: "Go on with its steps."
    case .noEmergency: "Nothing needs recording."
    case .emergencyHasSteps:
      "Take back with u or void what was not done, or type stand-down: and what it was."
    case .nothingToQuiet: "Go on."
    case .unusual: "Say that it is so, or change it."
    }
  }

  private func celsius(fahrenheit: Double) -> Double { (fahrenheit - 32) * 5 / 9 }

  /// A number with one place, also where that is a zero.
  private func tenths(_ value: Double) -> String {
    let text = plain((value * 10).rounded() / 10, places: 1)
    return text.contains(".") ? text : text + ".0"
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  private func range(_ low: Double?, _ high: Double?) -> String {
    switch (low, high) {
    case (let low?, let high?): "the clinic takes \(plain(low)) to \(plain(high))"
    case (let low?, nil):
      low == 0 ? "it is more than 0" : "the clinic takes \(plain(low)) and more"
    case (nil, let high?): "the clinic takes up to \(plain(high))"
    case (nil, nil): "it is no number"
    }
  }
}

extension EventKind {
  /// The kind as people say it, such as `adverse effect`.
  package var words: String {
    switch self {
    case .opened: "opening"
    case .frame: "fact"
    case .joined: "joining"
    case .left: "leaving"
    case .dose, .infusion, .phase, .vitals, .score, .note, .technique, .theme, .order, .pin,
      .acknowledgement, .confirmation, .correction, .call:
      rawValue
    case .noReading: "missing reading"
    case .effect: "adverse effect"
    case .given: "medicine"
    case .later: "later"
    case .notDone: "not done"
    case .void: "entered in error"
    case .attached, .detached: "seat"
    case .suspended, .resumed: "sleep"
    case .clockStepped: "clock"
    case .check: "checklist item"
    case .assessment: "assessment"
    case .plan: "planned dose"
    case .limit: "personal limit"
    case .supply: "vial record"
    case .lozenge: "lozenge"
    case .emergency: "emergency step"
    case .handOver: "hand-over"
    case .quiet: "quiet"
    case .ended: "end"
    case .reopened: "reopening"
    }
  }
}
