import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Opens the list of what may be given; a letter goes on to the line of the Rx field.
  mutating func openPrescription() {
    guard mode != .replay else { return open(.line(LineField("Rx", verb: .rx))) }
    let offers = RxOffers(
      moment: Moment(session, at: stamp.now),
      context: entryContext(openedAt: stamp.now),
      previous: lookBack?.dose
    ).all
    guard !offers.isEmpty else { return open(.line(LineField("Rx", verb: .rx))) }
    choose(
      .prescription(offers.map { ChoiceField.Offer(sentence: $0.sentence) }),
      offers.map { ("", $0.label) }
    )
  }

  /// Opens the worksheet's sentence in the line.
  mutating func openWorksheet() {
    let offers = RxOffers(
      moment: Moment(session, at: stamp.now),
      context: entryContext(openedAt: stamp.now),
      previous: lookBack?.dose
    )
    let sentence = offers.plan
    open(.line(LineField("Rx", verb: .rx, text: sentence)))
    field?.offered = offers.end(of: sentence)
  }

  /// Puts an offered sentence into the line; it happened when the list was opened.
  mutating func openRx(_ sentence: String, since field: Field) {
    open(.line(LineField("Rx", verb: .rx, text: sentence)))
    self.field?.openedAt = field.openedAt
    self.field?.isTimeGiven = field.isTimeGiven
    let context = entryContext(openedAt: stamp.now)
    let offers = RxOffers(
      moment: Moment(session, at: stamp.now),
      context: context,
      previous: lookBack?.dose
    )
    self.field?.offered = offers.end(of: sentence)
  }

  /// What is typed first into a line as it was offered takes the place of the value at its end.
  mutating func dropOffered(before key: Key, in line: inout LineField) {
    guard let offered = field?.offered else { return }
    field?.offered = nil
    let first: Character?
    switch key {
    case .character(let character): first = character
    case .paste(let text): first = text.first { $0 != " " }
    case .enter, .alternateEnter, .escape, .tab, .backTab, .backspace, .delete, .left, .right, .up,
      .down, .pageUp, .pageDown, .home, .end, .control, .function, .unknown:
      first = nil
    }
    guard let first, offered.isBegun(by: first), line.text.text.hasSuffix(offered.text) else {
      return
    }
    line.text.moveToEnd()
    for _ in offered.text { line.text.deleteBackwards() }
  }

  /// What is typed in the list stands in the Rx line.
  private mutating func type(_ key: Key, insteadOf field: Field) -> [Effect] {
    let line = LineField("Rx", verb: .rx)
    open(.line(line))
    self.field?.openedAt = field.openedAt
    self.field?.isTimeGiven = field.isTimeGiven
    self.field?.isTouched = true
    return press(key, in: line)
  }

  /// A key that a list takes for itself; nil leaves it to what moves.
  mutating func takeKey(_ key: Key, in choice: ChoiceField) -> [Effect]? {
    guard let field else { return nil }
    switch choice.purpose {
    case .checks(let purpose):
      guard case .character(let character) = key else { return nil }
      return press(character, inChecksFor: purpose, choice)
    case .prescription:
      switch key {
      case .character, .paste, .tab: return type(key, insteadOf: field)
      case .enter, .alternateEnter, .escape, .backTab, .backspace, .delete, .up, .down, .left,
        .right, .pageUp, .pageDown, .home, .end, .control, .function, .unknown:
        return nil
      }
    case .severity, .detail, .effect: return takeDetailKey(key, in: choice, field)
    case .phase, .due, .notDone, .technique, .void, .pins, .writer, .filter, .page,
      .questionnaires, .hush:
      return nil
    }
  }
}

/// What the Rx list offers at a moment: the worksheet before the dose, what was ordered after it.
struct RxOffers {
  let moment: Moment
  let context: EntryContext
  var previous: PreviousDose?

  /// A line of the list, and the sentence it puts into the field.
  struct Offer {
    let label: String
    let sentence: String
  }

  var all: [Offer] {
    guard moment.rules != nil else { return [] }
    return moment.doses.isEmpty && moment.infusions.isEmpty ? before : after
  }

  private var rules: ClinicProtocol? { moment.rules }
  private var route: String { rules?.route.abbreviation.lowercased() ?? "" }

  /// The plan that was confirmed last.
  private var lastPlan: DosePlan? {
    guard let index = moment.standing(.plan).last,
      case .plan(let plan) = moment.session.entries[index].event
    else { return nil }
    return plan
  }

  /// The worksheet's sentence: as it was planned last, or as far as the rules and the record know.
  var plan: String {
    if var plan = lastPlan {
      plan.reason = nil
      plan.openItems = []
      if let sentence = Entry.quote(.plan(plan), in: context) {
        return endingWithAmount(sentence)
      }
    }
    let concentration = rules?.care.supply?.concentrations.first
    let duration = usualAmount == nil ? nil : rules?.care.usualDose?.minutes
    let parts = [
      "plan", concentration.map { "conc \(plain($0))mg/ml" },
      previous.map { "last \(plain($0.amount.milligrams, places: 3))mg" }, route,
      rules?.medicine == .esketamine ? "esketamine" : nil, duration.map { "over \(plain($0))m" },
      usualAmount ?? "",
    ]
    // The amount stands last, where the cursor is: it is what somebody changes.
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// The amount that was planned last: `56mg`.
  var plannedAmount: String? {
    lastPlan.map { "\(plain($0.dose.amount.milligrams, places: 3))mg" }
  }

  /// The value with which an offered sentence ends: the amount of a worksheet, the lot of a device.
  func end(of sentence: String) -> OfferedEnd? {
    if sentence.hasPrefix("plan ") {
      return [plannedAmount, usualAmount].compactMap(\.self)
        .first { sentence.hasSuffix(" \($0)") }.map { .amount($0) }
    }
    guard let lot = device.isEmpty ? nil : moment.doses.last?.dose.lot else { return nil }
    let words = sentence.split(separator: " ", omittingEmptySubsequences: false)
    guard let place = words.lastIndex(of: "lot"), place + 1 < words.count else { return nil }
    let end = words[(place + 1)...].joined(separator: " ")
    return end.hasPrefix(lot) ? .lot(end) : nil
  }

  /// The sentence of a plan with its amount last, where the cursor is.
  private func endingWithAmount(_ sentence: String) -> String {
    guard let amount = plannedAmount else { return sentence }
    var words = sentence.split(separator: " ").map(String.init)
    let place = words.indices.first { words[$0] == amount && ($0 == 0 || words[$0 - 1] != "last") }
    guard let place else { return sentence }
    words.append(words.remove(at: place))
    return words.joined(separator: " ")
  }

  /// The one amount that is usual for this person: `35mg`; nil for a range, or without a weight.
  var usualAmount: String? {
    rules?.care.usualDose?.amount(forKilograms: moment.weight)
      .map { "\(plain($0.milligrams, places: 1))mg" }
  }

  /// The dose as it is planned, or as far as it is known.
  private var dose: Offer {
    guard let plan = lastPlan, let sentence = Entry.quote(.give(plan.dose), in: context) else {
      return Offer(label: "dose, as it is given", sentence: "dose \(route) ")
    }
    return Offer(label: "give \(words(of: plan))", sentence: sentence)
  }

  private func words(of plan: DosePlan) -> String {
    var parts = ["\(plain(plan.dose.amount.milligrams, places: 3)) mg"]
    if let duration = plan.dose.duration { parts[0] += " over \(plain(duration.inMinutes)) min" }
    if let each = plan.perKilogram { parts.append("\(fixed(each, places: 2)) mg/kg") }
    if let volume = plan.volumeWords { parts.append(volume) }
    return parts.joined(separator: ", ")
  }

  /// The next device of a plan that takes several, with the lot and the expiry of the one before.
  private var device: [Offer] {
    guard let size = rules?.care.supply?.deviceMilligrams.flatMap({ Mass(milligrams: $0) }),
      size > .zero, let plan = lastPlan, moment.totalGiven + size <= plan.dose.amount
    else { return [] }
    let count = Int(exactly: (plan.dose.amount.milligrams / size.milligrams).rounded()) ?? 1
    let number = Int(exactly: (moment.totalGiven.milligrams / size.milligrams).rounded()) ?? 0
    let last = moment.doses.last?.dose
    var dose = plan.dose
    dose.amount = size
    dose.lot = last?.lot
    dose.expiry = last?.expiry
    guard let sentence = Entry.quote(.give(dose), in: context) else { return [] }
    return [
      Offer(
        label: "give device \(number &+ 1) of \(count), \(plain(size.milligrams, places: 3)) mg",
        sentence: dose.lot == nil ? "\(sentence) lot " : sentence
      )
    ]
  }

  private var before: [Offer] {
    let plan = Offer(label: "worksheet: plan the dose", sentence: plan)
    let doses = device.isEmpty ? [dose] : device
    return (lastPlan != nil ? doses + [plan] : [plan] + doses) + usual
  }

  private var after: [Offer] {
    device + openOrders + pump + lozenge
      + [Offer(label: "another dose", sentence: "dose \(route) ")] + usual
  }

  private var usual: [Offer] {
    let given = moment.totalGiven.milligrams
    let isRunning = moment.infusions.contains { $0.isRunning }
    let known = given > 0 && !isRunning ? "given \(plain(given, places: 3))mg " : ""
    let vial =
      rules?.care.supply == nil
      ? [] : [Offer(label: "vial: drawn = given + wasted", sentence: "vial \(known)drawn ")]
    let medicines = (rules?.medicines ?? []).prefix(20).map {
      Offer(label: "given \($0.name)", sentence: "given \($0.name) ")
    }
    return vial + [
      Offer(label: "call", sentence: "call "),
      Offer(label: "order by word of mouth", sentence: "order "),
    ] + medicines
  }

  /// Orders that nobody carried out yet, the oldest first.
  private var openOrders: [Offer] {
    moment.openOrders.map { order in
      var wanted = order.given
      let own = Medicine(rawValue: wanted.medicine.lowercased())
      wanted.order = nil
      wanted.notice = nil
      let at = WallTime(order.at, offset: context.offset).clock
      let sentence =
        own == nil
        ? Entry.quote(.administer(wanted), in: context) ?? "given \(wanted.medicine) "
        : "dose \([wanted.route ?? route, wanted.medicine, wanted.amount ?? ""].joined(separator: " "))"
      let amount = wanted.amount.map { " \($0)" } ?? ""
      return Offer(
        label: "not given yet: \(wanted.medicine)\(amount), \(at)",
        sentence: sentence
      )
    }
  }

  private var pump: [Offer] {
    guard let run = moment.infusions.last(where: { $0.isRunning }) else { return [] }
    let first =
      run.isPaused
      ? Offer(label: "infusion resume", sentence: "infusion resume")
      : Offer(label: "infusion pause", sentence: "infusion pause")
    return [
      first, Offer(label: "infusion rate", sentence: "infusion rate "),
      Offer(label: "infusion stop", sentence: "infusion stop"),
    ]
  }

  private var lozenge: [Offer] {
    guard moment.lozengeInMouth != nil else { return [] }
    return [
      Offer(label: "lozenge spat out", sentence: "lozenge spit"),
      Offer(label: "lozenge swallowed", sentence: "lozenge swallow"),
    ]
  }
}
