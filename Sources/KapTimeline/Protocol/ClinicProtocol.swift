/// The clinic's rules for one kind of session, as data; a session freezes a copy of its own.
///
/// Code holds no clinical number: every one stands here, with where it comes from.
package struct ClinicProtocol: Hashable, Sendable, Codable {
  /// The name used on the command line: `iv-infusion`.
  package var name: String
  /// Which version of the rules this is.
  package var version: String
  /// The name on the screen: `Ketamine IV infusion`.
  package var title: String
  /// The medicine the session is about.
  package var medicine: Medicine
  /// How it is given.
  package var route: Route
  /// Whether the dose runs over time, from a pump.
  package var isInfused: Bool
  /// What counts as minute zero, in words: `pump start`.
  package var zeroMoment: String
  /// The phases, in order, with their expected windows.
  package var phases: [PhasePlan]
  /// When vitals are to be taken.
  package var vitals: VitalsSchedule
  /// When the observed scales are to be scored.
  package var scores: ScoreSchedule?
  /// What raises a notice.
  package var limits: [Limit]
  /// What cannot be a value, and what is asked about.
  package var bounds: [Bound]
  /// Above which doses the screen asks.
  package var doseWarnings: [DoseWarning]
  /// The scales that may be scored.
  package var scales: [Scale]
  /// How long the person stays at least.
  package var stay: MinimumStay
  /// The program's own tolerances.
  package var timing: Timing
  /// What the patient strip shows in which phases.
  package var strip: [StripRule]
  /// The order of the slots in the vitals field.
  package var slots: [VitalsSlot]
  /// One-key reasons.
  package var reasons: Reasons
  /// Techniques, touch and music by key.
  package var codes: [Code]
  /// Names of adverse effects, most usual first.
  package var effects: [NamedTerm]
  /// Names of medicines that may be given beside the session's own, to complete and to record.
  package var medicines: [NamedTerm]
  /// A lozenge is held for so long, where it is.
  package var hold: Hold?
  /// What there is beyond that; absent in rules that were frozen before there was more.
  package var careRules: CareRules?

  /// Checks, doses, events and leaving.
  package var care: CareRules { careRules ?? CareRules() }

  /// Creates rules.
  package init(
    name: String,
    version: String,
    title: String,
    medicine: Medicine,
    route: Route,
    isInfused: Bool,
    zeroMoment: String,
    phases: [PhasePlan],
    vitals: VitalsSchedule,
    scores: ScoreSchedule?,
    limits: [Limit],
    bounds: [Bound],
    doseWarnings: [DoseWarning],
    scales: [Scale],
    stay: MinimumStay,
    timing: Timing,
    strip: [StripRule],
    slots: [VitalsSlot],
    reasons: Reasons,
    codes: [Code],
    effects: [NamedTerm],
    medicines: [NamedTerm],
    hold: Hold? = nil,
    care: CareRules? = nil
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.medicine = medicine
    self.route = route
    self.isInfused = isInfused
    self.zeroMoment = zeroMoment
    self.phases = phases
    self.vitals = vitals
    self.scores = scores
    self.limits = limits
    self.bounds = bounds
    self.doseWarnings = doseWarnings
    self.scales = scales
    self.stay = stay
    self.timing = timing
    self.strip = strip
    self.slots = slots
    self.reasons = reasons
    self.codes = codes
    self.effects = effects
    self.medicines = medicines
    self.hold = hold
    careRules = care
  }

  /// The word on the screen for a phase.
  package func label(of phase: Phase) -> String {
    phases.first { $0.phase == phase }?.label ?? phase.rawValue
  }

  /// The scale of that name.
  package func scale(named name: String) -> Scale? {
    scales.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// What is accepted, asked about and refused for a quantity: a sign's name, `weight`,
  /// `pulsePressure`, `oxygenLitres`.
  package func bound(on quantity: String) -> Bound? {
    bounds.first { $0.quantity == quantity }
  }
}
