/// How a verb is used: a row of the one table that completion, help and the README show.
package struct VerbUsage: Hashable, Sendable {
  /// The verb.
  package let verb: Verb
  /// The first words it goes by, the usual one first.
  package let forms: [String]
  /// The shape of its sentence.
  package let pattern: String
  /// What it records, in a line.
  package let help: String
  /// A whole sentence.
  package let example: String

  init(_ verb: Verb, _ forms: [String], _ pattern: String, _ help: String, _ example: String) {
    self.verb = verb
    self.forms = forms
    self.pattern = pattern
    self.help = help
    self.example = example
  }
}

extension Entry {
  /// The one table of verbs, in the order help lists them.
  package static let vocabulary: [VerbUsage] =
    watching + preparing + treating + tending + pressing + keeping + framing

  static let verbsByForm: [String: Verb] = {
    var verbs: [String: Verb] = [:]
    for usage in vocabulary {
      for form in usage.forms { verbs[form] = usage.verb }
    }
    return verbs
  }()

  static let forms = vocabulary.flatMap(\.forms)

  private static let usages = Dictionary(
    vocabulary.map { ($0.verb, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  static func usage(of verb: Verb) -> VerbUsage {
    usages[verb] ?? VerbUsage(verb, [verb.name], verb.name, "", verb.name)
  }

  private static let watching = [
    VerbUsage(
      .vitals,
      ["bp", "vitals", "v", "hr", "spo2", "rr", "temp", "map", "nibp", "pulse", "sats"],
      "bp S/D hr N spo2 N rr N temp N [on o2 Nl|on air] [supine|…] [by cuff|…] [baseline]",
      "One set of readings, any of them, in any order; S/D HR SpO2 RR Temp without names.",
      "bp 128/82 hr 74 spo2 98 rr 14 temp 36.8"
    ),
    VerbUsage(
      .noReading,
      ["noreading", "no-reading"],
      "noreading [SIGN] because REASON",
      "A reading that could not be taken, and why.",
      "noreading bp because cuff failed"
    ),
    VerbUsage(
      .scores,
      ["diss", "moaas", "distress", "scale", "scores"],
      "SCALE N [SCALE N …]",
      "Scores on the protocol's scales.",
      "diss 6 moaas 4 distress 2"
    ),
    VerbUsage(
      .phase,
      ["phase", "p"],
      "phase NAME [because REASON]",
      "The phase from now on.",
      "phase peak"
    ),
    VerbUsage(
      .note,
      ["note", "n"],
      "note [INITIALS:] WORDS",
      "What was seen or done, as typed; initials say who saw it.",
      "note hand on shoulder, breath slows"
    ),
    VerbUsage(
      .said,
      ["said", "s"],
      "said WORDS",
      "The patient's own words; quotation marks are optional.",
      "said I am floating above the room"
    ),
  ]

  private static let treating = [
    VerbUsage(
      .dose,
      ["dose"],
      "dose im|iv|sl|po|in [MEDICINE] AMOUNT [over TIME|bolus] [lot LOT] [exp DATE]",
      "The session's medicine, given.",
      "dose iv 35mg over 40m"
    ),
    VerbUsage(
      .infusion,
      ["infusion", "pump"],
      "infusion start RATE|rate RATE|pause|resume|stop",
      "What was done to the pump.",
      "infusion rate 40mg/h"
    ),
    VerbUsage(
      .given,
      ["given", "gave"],
      "given MEDICINE AMOUNT ROUTE [for REASON] [by NAME] [response WORDS]",
      "Another medicine, given.",
      "given ondansetron 4mg iv for nausea by dr-l"
    ),
    VerbUsage(
      .order,
      ["order"],
      "order MEDICINE AMOUNT ROUTE [for REASON] by NAME [read back]",
      "An order by word of mouth.",
      "order clonidine 0.1mg po by dr-l read back"
    ),
    VerbUsage(
      .call,
      ["call"],
      "call NAME [about WHAT]: SAID[, read back]",
      "A call to somebody outside the room.",
      "call dr-l about bp: repeat in 5, read back"
    ),
    VerbUsage(
      .rx,
      ["rx", "r"],
      "rx MEDICINE …|dose …|plan …|vial …|order …|call …",
      "Any of dose, plan, vial, given, order and call; a medicine's name alone is given.",
      "rx ondansetron 4mg iv for nausea by dr-l"
    ),
    VerbUsage(
      .effect,
      ["effect"],
      "effect TERM [mild|moderate|severe|life-threatening] [serious] [related X] [action X] "
        + "[outcome X] [end]",
      "An adverse effect that begins, changes or ends; quotation marks keep a name of your own.",
      "effect nausea mild"
    ),
  ]

  private static let tending = [
    VerbUsage(
      .technique,
      ["technique"],
      "technique NAME [start|stop|once]",
      "A technique, touch or music; hyphens stand for spaces.",
      "technique guided-imagery start"
    ),
    VerbUsage(
      .modality,
      ["modality"],
      "modality NAME [start|stop]",
      "The school of therapy at work.",
      "modality act"
    ),
    VerbUsage(
      .theme,
      ["theme"],
      "theme NAME [N]",
      "A theme, and how strong.",
      "theme connection 2"
    ),
    VerbUsage(
      .pin,
      ["pin"],
      "pin [WORDS]|pin N: WORDS",
      "A moment now, with words or without; or the words of pin N.",
      "pin 2: frightened, grips the chair"
    ),
    VerbUsage(
      .later,
      ["later"],
      "later [ITEM]",
      "Puts off a due item within its tolerance.",
      "later vitals"
    ),
    VerbUsage(
      .notDone,
      ["notdone", "not-done"],
      "notdone ITEM because REASON",
      "A due item that was not done, and why.",
      "notdone vitals because asleep"
    ),
    VerbUsage(
      .acknowledge,
      ["ack", "acknowledge"],
      "ack: WORDS|ack ENTRY: WORDS",
      "A notice seen, and what was found.",
      "ack a14: cuff moved, no headache"
    ),
  ]
}
