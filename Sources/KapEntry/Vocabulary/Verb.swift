/// The verbs of the entry language.
package enum Verb: String, Hashable, Sendable, CaseIterable {
  case vitals, phase, note, said, scores, dose, infusion, given, order, call, rx
  case technique, theme, modality, effect, pin, later
  case notDone = "notdone"
  case noReading = "noreading"
  case acknowledge = "ack"
  case confirm, artefact, correct, void, undo
  case join, leave, end, reopen
  case weight, intention, calming, allergies, escort, touch
  case stopSign = "stopsign"
  case room
  case check, plan, limit, vial, lozenge, assess, emergency
  case standDown = "stand-down"
  case handOver = "handover"
  case quiet

  /// The word that names it.
  package var name: String { rawValue }

  /// Its row in the table of verbs.
  package var usage: VerbUsage { Entry.usage(of: self) }

  /// A sentence that uses it.
  package var example: String { usage.example }

  /// The shape of a sentence, for a remedy: what was given, or how fast, is nobody's to suggest.
  var form: String { Self.forms[self] ?? example }

  private static let forms: [Verb: String] = [
    .dose: "dose im AMOUNT, or dose iv AMOUNT over TIME, each amount with its unit",
    .infusion: "infusion start RATE, rate RATE, pause, resume or stop",
    .given: "given MEDICINE AMOUNT ROUTE for REASON by NAME",
    .order: "order MEDICINE AMOUNT ROUTE by NAME read back",
    .rx: "rx MEDICINE AMOUNT ROUTE for REASON by NAME",
    .plan: "plan ROUTE AMOUNT over TIME conc Nmg/ml last AMOUNT",
    .vial: "vial drawn AMOUNT given AMOUNT wasted AMOUNT witness NAME",
  ]

  /// The verb one of whose forms is `word`, in small letters.
  package init?(form word: String) {
    guard let verb = Entry.verbsByForm[word] else { return nil }
    self = verb
  }
}
