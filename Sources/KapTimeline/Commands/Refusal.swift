/// Why a command is not recorded, and what to do about it.
package enum Refusal: Error, Hashable, Sendable {
  case notOpened
  case sessionEnded(at: Instant)
  case sessionNotEnded
  case reopenTooLate
  case stillOpen([String])
  case leftOpen(LeftOpen)
  case notYet(Instant)
  case tooEarly(earliest: Instant)
  case nothingRead
  /// A correction that leaves everything as it is.
  case nothingChanged
  case cannotBe(quantity: String, value: Double, low: Double?, high: Double?)
  /// A limit at a value that cannot be a reading, so that none would ever cross it or all would.
  case limitCannotBe(quantity: String, value: Double, low: Double?, high: Double?)
  case noSuchScale(String, known: [String])
  case noSuchEntry(String)
  case noEntryToUndo
  case noSuchPin(Int, count: Int)
  case noSuchDue(String)
  /// Something that somebody called not done, and in which entry.
  case saidNotDone(String, in: String)
  /// An item that is done, and when that was.
  case alreadyDone(String, at: Instant)
  case nothingDue
  case noNotice
  /// An acknowledgement from before its notice, which was raised then.
  case notRaisedYet(Instant)
  /// An entry that holds no value a person could confirm or call artefact.
  case nothingToConfirm(String)
  /// A set that a person called artefact before.
  case alreadyArtefact(String)
  case needsWords
  case alreadyVoid(String)
  /// An entry in error, whose value is nobody's to confirm or call artefact.
  case nothingToJudge(String)
  case samePhase(label: String, since: Instant)
  case earlierPhaseNeedsReason(label: String)
  case dischargedWhileOpen([String])
  case noInfusion
  case infusionRunning(since: Instant)
  case infusionPaused
  case infusionNotPaused
  case needsRate
  case notRunning(String)
  /// A technique that is begun while it runs.
  case alreadyRunning(String, group: String?, since: Instant)
  case noEffect(String)
  /// An effect said again just as bad while it lasts.
  case effectOpen(String, since: Instant)
  case cannotCorrect(EventKind)
  case correctionOfOtherKind(EventKind)
  case alreadyPresent(String)
  case notPresent(String)
  /// The one who keeps watch goes, and nobody took over.
  case needsHandOver(String)
  case handOverToSelf(String)
  case nobodyToComeBack(String)
  case noSuchItem(String, known: [String])
  /// An answer that must say more than a tick; with the item's label.
  case itemNeedsWords(String)
  /// A bare tick at an item that a reading answers, while none shows it.
  case itemNeedsReading(String)
  /// A bare tick at an item that the record does not show.
  case itemNotShown(String)
  /// An answer at readings that hold the dose, without the word of somebody of a role.
  case itemHeld(String, reading: String?, by: CareRole)
  /// An item of the list before leaving is answered before there is a dose.
  case leavingBeforeDose
  case itemNeedsMinutes(String)
  /// An item counts minutes from a dose, and there is none at that time.
  case minutesWithoutDose(String)
  /// Minutes from the dose that have not passed yet, and the minute it is.
  case minutesToCome(Double, minute: Int)
  /// A look at the person that is still to come, and from when it is due; nil before there is a dose.
  case notDueYet(String, from: Instant?)
  /// An item that cannot be put off any more, and when its tolerance ended.
  case toleranceOver(String, ended: Instant)
  /// The minimum stay cannot be ticked before its time; nil before there is a dose.
  case stayNotReached(until: Instant?)
  /// Parts that make no whole, or a value that the answers cannot make.
  case noSuchTotal(String)
  /// A value between the steps of a scale that has whole ones.
  case wholeNumbers(String, low: Double, high: Double)
  /// Required items are open; with their labels.
  case gateOpen([String])
  /// Drawn is not given and wasted together.
  case doesNotAddUp(drawn: Mass, accounted: Mass)
  case limitAfterDose
  /// Two limits for this person between which no reading is left.
  case limitsCross(Sign, below: Double, above: Double)
  case noLozenge
  case noSuchAnswer(item: String, of: String)
  case answerOff(item: String, low: Int, high: Int)
  case emergencyRunning(since: Instant)
  case noEmergency
  /// A card that is called a mistake while steps stand on it; with their names.
  case emergencyHasSteps([String])
  case nothingToQuiet
  /// Not a refusal yet: the screen asks, and a `y` records it.
  case unusual([Doubt])
}

/// Something that is asked about once before it is recorded.
package enum Doubt: Hashable, Sendable {
  /// Words of a checklist's answer in which something asked for cannot stand.
  case notInWords(String, item: String)
  /// A tick that the record speaks against, with what it shows and by which of the item's grounds.
  case againstRecord(String, item: String, grounds: [Contradiction])
  /// A value beyond what the clinic asks about, and what it says to look at first.
  case unusual(
    quantity: String,
    value: Double,
    limit: Double,
    isAbove: Bool,
    hint: String? = nil
  )
  /// The figures of the last set again, so many seconds later.
  case sameFigures(secondsAgo: Int)
  /// A set by another person so many seconds ago.
  case otherSeat(author: String, secondsAgo: Int)
  /// A dose above the clinic's warning.
  case dose(above: Double, isPerKilogram: Bool, isHard: Bool)
  /// A rest was wasted and nobody is named who saw it.
  case noWitness
  /// A medicine given otherwise than the order that waits for it says.
  case otherThanOrdered(GivenMedicine)
  /// The same medicine, amount and route so many seconds ago.
  case givenBefore(secondsAgo: Int)
  /// An effect that has an outcome of what is over, by that word, and no end.
  case endNotSaid(outcome: String)
  /// A limit for one person beyond what the clinic asks about.
  case unusualLimit(PersonalLimit, asks: Double, isAbove: Bool)
  /// A limit for one person nearer to the clinic's on the other side than to its own.
  case limitAcross(PersonalLimit, other: Double)
  /// A limit for one person that a reading reaches only after the clinic's urgent one, which stays.
  case limitPastUrgent(PersonalLimit, urgent: Double)
  /// The one who writes of the waste is named as having seen it.
  case ownWitness(String)
  /// The lot is not named, which the clinic asks for.
  case noLot
  /// The last day of use is over.
  case expired(String)
  /// Another amount than the plan that a person confirmed.
  case otherThanPlanned(Mass, planned: Mass)
  /// A time before the session was opened.
  case beforeOpening(Instant, opened: Instant, offset: UTCOffset)
  /// A dose of a medicine that is not the protocol's.
  case otherMedicine(Medicine, usual: Medicine)
  /// A dose at once where the protocol runs it in over time; by the word for how it was given.
  case atOnce(as: String?)
  /// A pump that starts where the protocol gives the dose at once.
  case notFromPump
  /// A dose over time beside one that runs already.
  case stillRunning(since: Instant, offset: UTCOffset)
  /// Warnings are per kilogram, and no weight is known.
  case noWeight
  /// A dose of several devices in one entry.
  case severalDevices(count: Int, device: Double)
  /// The amount of the last time would be beyond the clinic's warnings.
  case lastTime(Mass, above: Double, isPerKilogram: Bool)
  /// A person said to have been ready to leave before their last dose, in minutes.
  case readyBeforeDose(minute: Double, dose: Double)
  /// A dose with which all of them together are above the clinic's hard warning.
  case doses(total: Mass, above: Double, isPerKilogram: Bool)
  /// A dose that is no whole number of the devices it comes in.
  case brokenDevice(amount: Mass, device: Double)
  /// A device at the very moment of another one.
  case twoDevices(device: Double)
  /// A dose by another route than the protocol's.
  case otherRoute(Route, usual: Route)
  /// A word that the clinic does not list.
  case notListed(String, as: ListedName)
  /// A reading that is written finer than its sign is read.
  case finerThanRead(Sign, Double)
  /// A call without a word of what it was about, or of what was said.
  case callWithoutWords(to: String)
  /// An order that does not say how much.
  case orderWithoutAmount(String)
  /// An order that was not read back to who gave it.
  case orderNotReadBack(String)
  /// What the vials say was given is not what the doses say.
  case notAccounted(vials: Mass, doses: Mass)
}

extension Refusal {
  /// The same of a limit, where it is of a value.
  var ofLimit: Refusal {
    guard case .cannotBe(let quantity, let value, let low, let high) = self else { return self }
    return .limitCannotBe(quantity: quantity, value: value, low: low, high: high)
  }
}
