/// What the vials say went in beside what the doses say, at one moment; the pump is reckoned once.
struct VialAccount {
  private let rules: ClinicProtocol?
  private var vials: [DrugSupply]
  private var doses: [(dose: Dose, entry: Int)]
  private var runs: [InfusionRun]

  /// Creates the account of a moment, without the vial of one entry.
  init(of moment: Moment, without entry: Int? = nil) {
    rules = moment.rules
    doses = moment.doses
    runs = moment.infusions
    vials = moment.standing(.supply).compactMap { index in
      guard index != entry, case .supply(let supply) = moment.session.entries[index].event,
        moment.isOfSession(supply)
      else { return nil }
      return supply
    }
  }

  /// Whether any dose is on record.
  var hasDoses: Bool { !doses.isEmpty }

  /// Whether something runs in.
  var isRunning: Bool { runs.contains(where: \.isRunning) }

  /// Takes in another vial.
  mutating func take(_ supply: DrugSupply) { vials.append(supply) }

  /// Whether a dose names a lot.
  func names(lot: String?) -> Bool { lot != nil && doses.contains { $0.dose.lot == lot } }

  /// What there is of one lot.
  func part(ofLot lot: String?) -> VialAccount {
    var part = self
    part.vials = vials.filter { $0.lot == lot }
    part.doses = doses.filter { $0.dose.lot == lot }
    part.runs = runs.filter { run in part.doses.contains { $0.entry == run.entry } }
    return part
  }

  /// That both differ; nil where they agree, or no vial is on record.
  ///
  /// A pump that was stopped early gave less than was meant; one that runs will give it yet.
  var doubt: Doubt? {
    guard let rules, !vials.isEmpty else { return nil }
    let said = vials.map(\.given).reduce(.zero, +)
    let delivered = Moment.given(by: doses, runs)
    guard rules.isUnaccounted(said - delivered) else { return nil }
    guard isRunning else { return .notAccounted(vials: said, doses: delivered) }
    let meant = doses.map(\.dose.amount).reduce(.zero, +)
    return rules.isUnaccounted(said - meant) ? .notAccounted(vials: said, doses: meant) : nil
  }
}
