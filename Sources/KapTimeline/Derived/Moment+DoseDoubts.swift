extension Moment {
  /// What the clinic's warnings say of a dose by itself and with those before it, by the weight that
  /// was known: the one place where doses are held against them.
  func warnings(on dose: Dose, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    let key = place.entry.map { WritingKey(session.entries[$0]) }
    return rules.doubts(
      about: dose,
      after: committed(knownAt: place),
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
    let known = place.isAsked ? doses : before
    var doubts = rules.doubts(aboutLotOf: dose) + planned(for: dose, after: known, at: place)
    if let duration = dose.duration, dose.rate != nil {
      doubts += stillRunning(beside: place.at + duration, at: place)
    }
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
    guard isOfSession(supply) else { return doubts }
    var account = VialAccount(of: Moment(session, before: place), without: place.entry)
    account.take(supply)
    // Doses that name their lots are accounted for lot by lot.
    let isByLot = account.names(lot: supply.lot)
    if isByLot { account = account.part(ofLot: supply.lot) }
    guard account.hasDoses, let doubt = account.doubt else { return doubts }
    // What a later vial or dose has made agree is in doubt no more.
    return place.entry != nil && !isByLot && isAccounted ? doubts : doubts + [doubt]
  }

  /// Whether nothing runs in, and the vials and the doses agree.
  private var isAccounted: Bool {
    let account = VialAccount(of: self)
    return !account.isRunning && account.doubt == nil
  }

  /// What the vials and the doses say where they differ, once nothing runs in; nil where no vial is on
  /// record.
  var unaccounted: Doubt? {
    let account = VialAccount(of: self)
    return account.isRunning ? nil : account.doubt
  }

  /// The doses that stand before a place.
  func doses(before place: DoubtPlace) -> [(dose: Dose, entry: Int)] {
    Moment(session, before: place).doses.filter { $0.entry != place.entry }
  }

  /// Whether a vial holds the session's own medicine.
  func isOfSession(_ supply: DrugSupply) -> Bool {
    supply.medicine.lowercased() == rules?.medicine.rawValue
  }
}
