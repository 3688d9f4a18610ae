/// Something that happened, in the past tense, with what there is to know of it.
///
/// Payloads are boxed so that an event costs a word, whichever it is.
package indirect enum Event: Hashable, Sendable {
  case opened(Opening)
  case frame(FrameFact)
  case joined(Presence)
  case left(Presence)
  case dose(Dose)
  case infusion(InfusionChange)
  case phase(PhaseDeclaration)
  case vitals(Vitals)
  case noReading(MissingReading)
  case score(Score)
  case note(Note)
  case technique(TechniqueChange)
  case theme(ThemeMark)
  case effect(AdverseEffect)
  case given(GivenMedicine)
  case call(Call)
  case order(VerbalOrder)
  case pin(Pin)
  case later(Postponement)
  case notDone(NotDone)
  case acknowledgement(Acknowledgement)
  case confirmation(Verdict)
  case correction(Correction)
  case void(Withdrawal)
  case attached(Attachment)
  case detached(Attachment)
  case suspended(Attachment)
  case resumed(Attachment)
  case clockStepped(ClockStep)
  case check(ChecklistMark)
  case assessment(Assessment)
  case plan(DosePlan)
  case limit(PersonalLimit)
  case supply(DrugSupply)
  case lozenge(LozengeStep)
  case emergency(EmergencyStep)
  case handOver(HandOver)
  case quiet(Quiet)
  case ended
  /// With the reason.
  case reopened(String)

  /// Which of the kinds it is.
  package var kind: EventKind {
    switch self {
    case .opened: .opened
    case .frame: .frame
    case .joined: .joined
    case .left: .left
    case .dose: .dose
    case .infusion: .infusion
    case .phase: .phase
    case .vitals: .vitals
    case .noReading: .noReading
    case .score: .score
    case .note: .note
    case .technique: .technique
    case .theme: .theme
    case .effect: .effect
    case .given: .given
    case .call: .call
    case .order: .order
    case .pin: .pin
    case .later: .later
    case .notDone: .notDone
    case .acknowledgement: .acknowledgement
    case .confirmation: .confirmation
    case .correction: .correction
    case .void: .void
    case .attached: .attached
    case .detached: .detached
    case .suspended: .suspended
    case .resumed: .resumed
    case .clockStepped: .clockStepped
    case .check: .check
    case .assessment: .assessment
    case .plan: .plan
    case .limit: .limit
    case .supply: .supply
    case .lozenge: .lozenge
    case .emergency: .emergency
    case .handOver: .handOver
    case .quiet: .quiet
    case .ended: .ended
    case .reopened: .reopened
    }
  }

  /// The event this one is about and acts on, whatever its own time.
  package var target: EventID? {
    switch self {
    case .correction(let correction): correction.target
    case .void(let withdrawal): withdrawal.target
    case .confirmation(let verdict): verdict.target
    case .pin(let pin): pin.target
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .later, .notDone,
      .acknowledgement, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended,
      .reopened:
      nil
    }
  }
}

/// The kinds of event, by the names that records and exports use.
package enum EventKind: String, Hashable, Sendable, CaseIterable {
  case opened, frame, joined, left, dose, infusion, phase, vitals, noReading, score, note
  case technique, theme, effect, given, call, order, pin, later, notDone, acknowledgement
  case confirmation, correction, void, attached, detached, suspended, resumed, clockStepped
  case check, assessment, plan, limit, supply, lozenge, emergency, handOver, quiet
  case ended, reopened

  /// Whether a person states it as a fact, unlike what the program notes about itself.
  package var isStated: Bool {
    switch self {
    case .opened, .attached, .detached, .suspended, .resumed, .clockStepped: false
    case .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .check, .assessment, .plan, .limit,
      .supply, .lozenge,
      .emergency, .handOver, .quiet, .ended, .reopened:
      true
    }
  }
}
