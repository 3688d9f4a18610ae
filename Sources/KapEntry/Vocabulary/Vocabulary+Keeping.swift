extension Entry {
  static let keeping = [
    VerbUsage(
      .confirm,
      ["confirm"],
      "confirm ENTRY",
      "An unusual value is as it stands.",
      "confirm a14"
    ),
    VerbUsage(
      .artefact,
      ["artefact", "artifact"],
      "artefact ENTRY because REASON",
      "A value is the device's misreading.",
      "artefact a14 because moving"
    ),
    VerbUsage(
      .correct,
      ["correct"],
      "correct ENTRY [@TIME] [SENTENCE] [because REASON]",
      "What an entry should say; the first version stays, linked.",
      "correct a12 bp 127/84"
    ),
    VerbUsage(
      .void,
      ["void"],
      "void ENTRY because REASON",
      "An entry was entered in error; it stays, struck.",
      "void a12 because wrong cuff"
    ),
    VerbUsage(
      .undo,
      ["undo"],
      "undo because REASON",
      "The last thing done at this seat was in error: an entry, or a void.",
      "undo because mistyped"
    ),
    VerbUsage(
      .join,
      ["join"],
      "join NAME as ROLE",
      "Somebody came in.",
      "join jb as therapist"
    ),
    VerbUsage(
      .leave,
      ["leave"],
      "leave NAME [because REASON]",
      "Somebody went.",
      "leave jb"
    ),
    VerbUsage(.end, ["end"], "end", "The session is over.", "end"),
    VerbUsage(
      .reopen,
      ["reopen"],
      "reopen because REASON",
      "Opens an ended session again, the same day.",
      "reopen because patient came back"
    ),
  ]

  static let framing = [
    VerbUsage(
      .weight,
      ["weight"],
      "weight Nkg|Nlb",
      "The patient's weight; pounds become kilograms.",
      "weight 70kg"
    ),
    VerbUsage(
      .intention,
      ["intention"],
      "intention WORDS",
      "What the patient came for.",
      "intention be with the grief"
    ),
    VerbUsage(
      .calming,
      ["calming", "calm"],
      "calming WORDS",
      "What calms the patient.",
      "calming slower music, hand on shoulder"
    ),
    VerbUsage(
      .allergies,
      ["allergies", "allergy"],
      "allergies none|WORDS",
      "Allergies, or that there are none.",
      "allergies none"
    ),
    VerbUsage(
      .escort,
      ["escort"],
      "escort WORDS",
      "Who takes the patient home.",
      "escort sister, has the phone number"
    ),
    VerbUsage(
      .touch,
      ["touch"],
      "touch WORDS",
      "Which touch was agreed.",
      "touch hand and shoulder only"
    ),
    VerbUsage(
      .stopSign,
      ["stopsign", "stop-sign"],
      "stopsign WORDS",
      "How the patient says stop.",
      "stopsign raised palm"
    ),
    VerbUsage(.room, ["room"], "room WORDS", "The room.", "room 2"),
  ]
}
