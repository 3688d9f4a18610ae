package import KapTimeline

extension Entry {
  /// Where in a line that was understood the trouble of a refusal lies, in characters from 0.
  ///
  /// That is the time where it is the time's, the reading, score or amount that cannot be, and else
  /// where the sentence begins.
  package static func column(of refusal: Refusal, in line: String, context: EntryContext) -> Int {
    var reader = Reader(line, in: context)
    reader.skipSpace()
    let first = reader.position
    let hasTime = (try? reader.timePrefix()) != nil
    reader.skipSpace()
    let start = min(hasTime ? reader.position : first, max(reader.characters.count - 1, 0))
    switch refusal {
    case .notYet, .tooEarly: return min(first, start)
    case .cannotBe(let quantity, _, _, _), .limitCannotBe(let quantity, _, _, _):
      reader.position = start
      return reader.place(of: quantity) ?? start
    case .wholeNumbers(let label, _, _):
      reader.position = start
      return reader.place(of: label) ?? start
    case .noSuchItem(let item, _):
      reader.position = start
      return reader.place(ofWord: item) ?? start
    case .itemNeedsWords(let label), .itemNeedsReading(let label), .itemNotShown(let label),
      .itemHeld(let label, _, _), .itemNeedsMinutes(let label), .minutesWithoutDose(let label):
      reader.position = start
      return reader.place(ofItem: label) ?? start
    case .doesNotAddUp:
      reader.position = start
      return reader.place(ofWord: "wasted") ?? start
    case .notOpened, .sessionEnded, .sessionNotEnded, .reopenTooLate, .stillOpen, .leftOpen,
      .nothingRead, .nothingChanged, .noSuchScale, .noSuchEntry, .noEntryToUndo, .noSuchPin,
      .noSuchDue, .saidNotDone, .alreadyDone, .nothingDue, .noNotice, .notRaisedYet,
      .alreadyArtefact, .nothingToConfirm, .needsWords, .alreadyVoid, .nothingToJudge, .samePhase,
      .earlierPhaseNeedsReason, .dischargedWhileOpen, .noInfusion, .infusionRunning,
      .infusionPaused, .infusionNotPaused, .needsRate, .notRunning, .alreadyRunning, .noEffect,
      .effectOpen, .cannotCorrect, .correctionOfOtherKind, .alreadyPresent, .notPresent,
      .needsHandOver, .handOverToSelf, .nobodyToComeBack, .limitsCross, .leavingBeforeDose,
      .minutesToCome, .notDueYet, .toleranceOver, .stayNotReached, .noSuchTotal, .gateOpen,
      .limitAfterDose, .noLozenge, .noSuchAnswer, .answerOff, .emergencyRunning, .noEmergency,
      .emergencyHasSteps, .nothingToQuiet, .unusual:
      return start
    }
  }
}

extension Reader {
  /// Where a word stands, a colon after it left out.
  fileprivate mutating func place(ofWord wanted: String) -> Int? {
    while let word = next() {
      if word.lower == wanted || word.lower.hasPrefix(wanted + ":") { return word.start }
    }
    return nil
  }

  /// Where an item of the lists stands that has a label, by its key or one of its names.
  fileprivate mutating func place(ofItem label: String) -> Int? {
    let items = context.clinicProtocol?.care.checklists.flatMap(\.items) ?? []
    guard let item = items.first(where: { $0.label == label }) else { return nil }
    let names = [item.key, item.short, item.label].map { folded($0) }
    while let word = next() {
      if names.contains(folded(word.text.prefix { $0 != ":" })) { return word.start }
    }
    return nil
  }

  /// Where the number of a quantity stands, or its name.
  fileprivate mutating func place(of quantity: String) -> Int? {
    let pair = ["systolic", "diastolic", "pulsePressure"]
    let wanted = pair.contains(quantity) ? Sign.systolic.rawValue : quantity
    let order: [Sign] = [.systolic, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature]
    var unnamed = order[...]
    var number: Int?
    while let word = next() {
      if let (sign, _) = sign(beginning: word) {
        if sign.rawValue == wanted { return word.start }
        unnamed = []
      } else if let (name, _) = scale(beginning: word) {
        if context.clinicProtocol?.scale(named: name)?.label == quantity { return word.start }
      } else if quantity == "oxygenLitres", ["on", "o2", "oxygen"].contains(word.lower) {
        return word.start
      } else if quantity == "concentration", word.lower == "conc" {
        return word.start
      } else if beginsWithNumber(word) || word.text == "-" {
        if unnamed.popFirst()?.rawValue == wanted { return word.start }
        number = number ?? word.start
      }
    }
    return number
  }
}
