extension Moment {
  /// What the clinic's warnings say of a dose by itself and with those before it, by the weight that
  /// was known: the one place where doses are held against them.
  func warnings(on dose: Dose, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    let key = place.entry.map { WritingKey(session.entries[$0]) }
    return rules.doubts(
      about: dose,
      after: committed(at: place.at, before: place.entry),
      weight: weight(knownAt: place.at, writing: key)
    )
  }

  /// What is unusual about a dose, given or planned.
  func doubts(about dose: Dose, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    var doubts = warnings(on: dose, at: place) + noWeight(at: place)
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
  func doubts(about previous: Mass, lastTimeOf plan: DosePlan) -> [Doubt] {
    guard previous != plan.dose.amount, let rules else { return [] }
    var last = plan.dose
    last.amount = previous
    let warned = rules.doubts(about: last, weight: plan.weight ?? weight).map { doubt in
      guard case .dose(let above, let isPerKilogram, _) = doubt else { return doubt }
      return Doubt.lastTime(previous, above: above, isPerKilogram: isPerKilogram)
    }
    return warned.isEmpty ? rules.doubts(about: previous.milligrams, as: "dose") : warned
  }

  /// What is unusual about a dose that was given, beside others.
  ///
  /// The vial of a dose is mostly written after it, so that only a vial is held against doses.
  func accounts(for dose: Dose, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    let before = doses(before: place)
    var doubts = rules.doubts(aboutLotOf: dose) + planned(for: dose, after: before, at: place)
    if rules.care.usualDose?.minutes != nil, dose.route == rules.route, dose.rate == nil {
      doubts.append(.atOnce(as: dose.manner))
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
    return doubts
  }

  func doubts(about supply: DrugSupply, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    var doubts = rules.doubts(about: supply.drawn.milligrams, as: "drawn")
    if let concentration = supply.concentration, isOfSession(supply) {
      doubts += rules.doubts(aboutConcentration: concentration)
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
    // What a later vial or dose has made agree is in doubt no more.
    if place.entry != nil, !isByLot, isPumpStill, unaccounted == nil { return doubts }
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

  /// What the vials and the doses say where they differ, once nothing runs in; nil where no vial is on
  /// record.
  var unaccounted: Doubt? {
    let vials = standing(.supply).compactMap { index -> Mass? in
      guard case .supply(let supply) = session.entries[index].event, isOfSession(supply) else {
        return nil
      }
      return supply.given
    }
    guard let rules, !vials.isEmpty, isPumpStill else { return nil }
    let said = vials.reduce(.zero, +)
    guard rules.isUnaccounted(said - totalGiven) else { return nil }
    return .notAccounted(vials: said, doses: totalGiven)
  }

  private var isPumpStill: Bool { !infusions.contains(where: \.isRunning) }

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
}
