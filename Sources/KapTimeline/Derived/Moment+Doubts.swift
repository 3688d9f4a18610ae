/// Where an event stands for the doubts about it: among which entries, and by whom.
struct DoubtPlace {
  /// The entry; nil for one that is not written yet.
  let entry: Int?
  /// When it happened.
  let at: Instant
  /// Whose hands wrote it, and how it came in.
  let author: String
  let source: Source
  /// How far the wall clock stood from UTC where it was written.
  let offset: UTCOffset
}

extension Moment {
  /// What is unusual in an entry and that no person has said is so.
  ///
  /// Readings and doses are held against the clinic's rules whoever wrote them; all else is in doubt
  /// only where it was written with nobody to ask.
  package func unconfirmed(_ index: Int) -> [Doubt] {
    let entry = session.entries[index]
    guard !entry.isVoid, entry.judgedBy == nil, !entry.event.isConfirmed else { return [] }
    if wasUnasked(entry) {
      let recorded = entry.recorded
      return doubts(
        about: entry.event,
        at: DoubtPlace(
          entry: index,
          at: entry.occurredAt,
          author: recorded.author,
          source: recorded.source,
          offset: recorded.offset
        )
      )
    }
    switch entry.event {
    case .vitals(let vitals): return rules?.doubts(about: vitals) ?? []
    case .dose(let dose):
      let weight = weight(knownFor: entry)
      return rules?.doubts(about: dose, after: given(before: index), weight: weight) ?? []
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency,
      .handOver, .quiet, .ended, .reopened:
      return []
    }
  }

  /// Whether nobody could be asked about what an entry says now.
  func wasUnasked(_ entry: Entry) -> Bool {
    let writing = entry.correctedBy.map { session.entries[$0] } ?? entry
    return writing.recorded.isUnasked
  }

  /// The entries but readings and doses that stand and wait to be confirmed, in order.
  var unconfirmedOthers: [Int] {
    let kinds: [EventKind] = [
      .frame, .infusion, .plan, .limit, .supply, .given, .order, .theme, .check, .technique,
    ]
    return kinds.flatMap { kind in
      standing(kind).filter { wasUnasked(session.entries[$0]) && !unconfirmed($0).isEmpty }
    }.sorted { OrderKey(session.entries[$0]) < OrderKey(session.entries[$1]) }
  }

  /// All that is unusual about an event: what a person at a screen is asked.
  func doubts(about event: Event, at place: DoubtPlace) -> [Doubt] {
    guard let rules, !event.isConfirmed else { return [] }
    switch event {
    case .frame(.weight(let kilograms)): return rules.doubts(about: kilograms, as: "weight")
    case .vitals(let vitals):
      return rules.doubts(about: vitals) + repetition(of: vitals, at: place)
    case .dose(let dose): return doubts(about: dose, at: place) + accounts(for: dose, at: place)
    case .infusion(let change):
      return (change.rate.map { rules.doubts(about: $0.milligramsPerHour, as: "rate") } ?? [])
        + doubts(aboutStart: change, at: place)
    case .plan(let plan):
      let planned = doubts(about: plan.dose, at: place)
      return (plan.weight == nil ? planned : planned.filter { $0 != .noWeight })
        + (plan.concentration.map { rules.doubts(about: $0, as: "concentration") } ?? [])
        + (plan.weight.map { rules.doubts(about: $0, as: "weight") } ?? [])
        + (plan.previous.map { doubts(about: $0, lastTimeOf: plan) } ?? [])
    case .limit(let limit):
      return rules.doubts(about: limit)
    case .supply(let supply): return doubts(about: supply, at: place)
    case .given(let given):
      return rules.doubts(about: given) + doubts(about: given, besideOrdersAt: place)
    case .order(let order): return rules.doubts(about: order.given)
    case .check(let mark): return doubts(about: mark, at: place)
    case .technique(let change): return doubts(about: change, at: place)
    case .theme(let mark):
      return mark.intensity.map { rules.doubts(about: Double($0), as: "intensity") } ?? []
    case .frame, .opened, .joined, .left, .phase, .noReading, .score, .note, .effect, .call, .pin,
      .later, .notDone, .acknowledgement, .confirmation, .correction, .void,
      .attached, .detached, .suspended, .resumed, .clockStepped, .assessment, .lozenge,
      .emergency, .handOver, .quiet, .ended, .reopened:
      return []
    }
  }
}

extension Moment {
  /// What is unusual about a dose, given or planned.
  private func doubts(about dose: Dose, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    let before = committed(at: place.at, before: place.entry)
    let key = place.entry.map { WritingKey(session.entries[$0]) }
    let weight = weight(knownAt: place.at, writing: key)
    var doubts = rules.doubts(about: dose, after: before, weight: weight)
    doubts += noWeight(at: place)
    if dose.medicine != rules.medicine {
      doubts.append(.otherMedicine(dose.medicine, usual: rules.medicine))
    }
    if dose.route != rules.route { doubts.append(.otherRoute(dose.route, usual: rules.route)) }
    doubts += rules.doubts(about: dose.amount.milligrams, as: "dose")
    doubts += rules.doubts(aboutSpeedOf: dose) + expiry(dose.expiry, at: place)
    guard let device = rules.care.supply?.deviceMilligrams, device > 0 else { return doubts }
    let count = dose.amount.milligrams / device
    if count != count.rounded() {
      doubts.append(.brokenDevice(amount: dose.amount, device: device))
    }
    return doubts
  }

  /// What is unusual about the amount that was given the last time.
  private func doubts(about previous: Mass, lastTimeOf plan: DosePlan) -> [Doubt] {
    guard previous != plan.dose.amount, let rules else { return [] }
    var last = plan.dose
    last.amount = previous
    let warned = rules.doubts(about: last, weight: plan.weight ?? weight).map { doubt in
      guard case .dose(let above, let isPerKilogram, _) = doubt else { return doubt }
      return Doubt.lastTime(previous, above: above, isPerKilogram: isPerKilogram)
    }
    return warned.isEmpty ? rules.doubts(about: previous.milligrams, as: "dose") : warned
  }

  /// What is unusual about a dose that was given, beside others and beside the vials.
  private func accounts(for dose: Dose, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    let before = doses(before: place)
    var doubts = rules.doubts(aboutLotOf: dose) + planned(for: dose, after: before, at: place)
    if rules.care.usualDose?.minutes != nil, dose.route == rules.route, dose.rate == nil {
      doubts.append(.atOnce)
    }
    if let device = rules.care.supply?.deviceMilligrams, device > 0 {
      let count = dose.amount.milligrams / device
      if count > 1, count == count.rounded(), let whole = Int(exactly: count) {
        doubts.append(.severalDevices(count: whole, device: device))
      }
    }
    if let device = rules.care.supply?.deviceMilligrams,
      before.contains(where: { session.entries[$0.entry].occurredAt == place.at })
    {
      doubts.append(.twoDevices(device: device))
    }
    let vials = supplies(before: place).filter { $0.lot == dose.lot || dose.lot == nil }
    let said = vials.map(\.given).reduce(.zero, +)
    let total = before.map(\.dose).filter { $0.lot == dose.lot || dose.lot == nil }
      .map(\.amount).reduce(dose.amount, +)
    if !vials.isEmpty, total > said, rules.isUnaccounted(total - said) {
      doubts.append(.notAccounted(vials: said, doses: total))
    }
    return doubts
  }

  private func doubts(about supply: DrugSupply, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    var doubts = rules.doubts(about: supply.drawn.milligrams, as: "drawn")
    if let concentration = supply.concentration {
      doubts += rules.doubts(about: concentration, as: "concentration")
    }
    if supply.wasted > .zero, supply.witness == nil, rules.care.supply?.needsWitness ?? false {
      doubts.append(.noWitness)
    }
    doubts += paper(of: supply, at: place)
    // Doses that name their lots are accounted for lot by lot.
    let given = doses(before: place)
    let isByLot = given.contains { $0.dose.lot != nil && $0.dose.lot == supply.lot }
    let meant = given.filter { !isByLot || $0.dose.lot == supply.lot }
    guard isOfSession(supply), !meant.isEmpty else { return doubts }
    let said = supplies(before: place).filter { !isByLot || $0.lot == supply.lot }
      .map(\.given).reduce(supply.given, +)
    let total = meant.map(\.dose.amount).reduce(.zero, +)
    let then = Moment(session, at: place.at)
    let runs = then.infusions
    let ofLot = meant.map { item in
      runs.first { $0.entry == item.entry }?.delivered ?? item.dose.amount
    }
    let delivered = isByLot ? ofLot.reduce(.zero, +) : then.totalGiven
    // A pump that was stopped early gave less than was meant; one that runs will give it yet.
    let isRunning = runs.contains(where: \.isRunning)
    if rules.isUnaccounted(said - delivered), !isRunning || rules.isUnaccounted(said - total) {
      doubts.append(.notAccounted(vials: said, doses: isRunning ? total : delivered))
    }
    return doubts
  }

  /// The doses that stand before a place.
  func doses(before place: DoubtPlace) -> [(dose: Dose, entry: Int)] {
    doses.prefix { $0.entry != place.entry }
      .filter { session.entries[$0.entry].occurredAt <= place.at }
  }

  /// The vials of the session's medicine that stand before a place.
  private func supplies(before place: DoubtPlace) -> [DrugSupply] {
    standing(.supply).prefix { $0 != place.entry }.compactMap { index in
      guard session.entries[index].occurredAt <= place.at,
        case .supply(let supply) = session.entries[index].event, isOfSession(supply)
      else { return nil }
      return supply
    }
  }

  private func isOfSession(_ supply: DrugSupply) -> Bool {
    supply.medicine.lowercased() == rules?.medicine.rawValue
  }

  /// The last set's figures again, or a set by the other seat a moment ago; a file and a device say
  /// the same again as often as they like.
  private func repetition(of vitals: Vitals, at place: DoubtPlace) -> [Doubt] {
    guard let rules, [.typed, .transcribed].contains(place.source),
      let last = lastSet(before: place), case .vitals(let before) = last.event
    else { return [] }
    let ago = place.at - last.occurredAt
    let window = Span.minutes(rules.timing.repeatAskSeconds / 60)
    guard ago <= window, ago >= .zero - window else { return [] }
    let author = last.recorded.author
    if before.hasSameReadings(as: vitals) {
      return [.sameFigures(secondsAgo: max(0, ago.wholeSeconds))]
    }
    guard author != place.author else { return [] }
    return [.otherSeat(author: author, secondsAgo: max(0, ago.wholeSeconds))]
  }

  /// The last set written before; the other seat may have opened its field a moment later and sent
  /// it sooner.
  private func lastSet(before place: DoubtPlace) -> Entry? {
    let sets = session.list(of: .vitals, until: max(now, place.at))
    let key = place.entry.map { WritingKey(session.entries[$0]) }
    let last = sets.last { index in
      let entry = session.entries[index]
      return !entry.isVoid && !isArtefact(index) && (key.map { WritingKey(entry) < $0 } ?? true)
    }
    return last.map { session.entries[$0] }
  }
}

extension ClinicProtocol {
  /// What is unusual about a value of a quantity.
  func doubts(about value: Double, as quantity: String) -> [Doubt] {
    [bound(on: quantity)?.doubt(about: value)].compactMap(\.self)
  }

  /// What is unusual about the time a dose runs, else about the rate that this means.
  fileprivate func doubts(aboutSpeedOf dose: Dose) -> [Doubt] {
    let long = dose.duration.map { doubts(about: $0.inMinutes, as: "duration") } ?? []
    guard long.isEmpty, let rate = dose.rate else { return long }
    return doubts(about: rate.milligramsPerHour, as: "rate").filter { doubt in
      if case .unusual(_, _, _, let isAbove, _) = doubt { isAbove } else { false }
    }
  }

  /// A dose that comes in devices names the lot itself; of others the vial's record names it.
  fileprivate func doubts(aboutLotOf dose: Dose) -> [Doubt] {
    guard let supply = care.supply, supply.needsLot, supply.deviceMilligrams != nil,
      dose.lot == nil
    else { return [] }
    return [.noLot]
  }

  /// What is unusual about another medicine: by the bound on its own name, else on any medicine.
  fileprivate func doubts(about given: GivenMedicine) -> [Doubt] {
    guard let (quantity, value) = given.measured(under: self) else { return [] }
    return doubts(about: value, as: quantity)
  }

  /// Whether so much more or less than expected is asked about.
  fileprivate func isUnaccounted(_ difference: Mass) -> Bool {
    bound(on: "notAccounted")?.doubt(about: abs(difference.milligrams)) != nil
  }
}

extension Event {
  /// Whether its author said that what is unusual in it is so.
  fileprivate var isConfirmed: Bool {
    switch self {
    case .vitals(let vitals): vitals.isConfirmed
    case .dose(let dose): dose.isConfirmed
    case .plan(let plan): plan.dose.isConfirmed
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .assessment, .limit, .supply, .lozenge, .emergency,
      .handOver, .quiet, .ended, .reopened:
      false
    }
  }
}
