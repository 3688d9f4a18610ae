extension Entry {
  static let preparing = [
    VerbUsage(
      .check,
      ["check"],
      "check ITEM [no|n/a] [by NAME] [, ITEM …] [: WORDS]",
      "Items of the clinic's lists, answered; the words are those of the last one.",
      "check identity, consent: version 3, signed 2 Nov"
    ),
    VerbUsage(
      .assess,
      ["assess"],
      "assess SCALE N N - N …|KEY=N …",
      "A questionnaire item by item; - leaves one out, which is not zero.",
      "assess phq9 2 1 0 3 1 0 2 1 0"
    ),
    VerbUsage(
      .limit,
      ["limit"],
      "limit bp S/D|SIGN above|below N [by NAME] because REASON",
      "Limits for this person, set before the dose.",
      "limit bp 170/105 by dr-l because treated hypertension"
    ),
    VerbUsage(
      .plan,
      ["plan"],
      "plan ROUTE AMOUNT [over TIME] [conc Nmg/ml] [last AMOUNT] [weight Nkg] [because REASON]",
      "The dose that is planned, with its arithmetic; open required items want the reason.",
      "plan iv 35mg over 40m conc 10mg/ml last 35mg"
    ),
    VerbUsage(
      .vial,
      ["vial"],
      "vial [MEDICINE] drawn N given N wasted N [conc N] [lot LOT] [exp DATE] [witness NAME] "
        + "[method WORDS]",
      "What was drawn is what was given and what was wasted.",
      "vial drawn 50mg given 35mg wasted 15mg witness mk"
    ),
    VerbUsage(
      .lozenge,
      ["lozenge", "spit", "swallow"],
      "lozenge spit|swallow",
      "What became of the lozenge in the mouth; spit or swallow alone will do.",
      "lozenge spit"
    ),
  ]

  static let pressing = [
    VerbUsage(
      .quiet,
      ["quiet"],
      "quiet",
      "Keeps the notices that stand quiet for a while; another or more urgent one breaks through.",
      "quiet"
    ),
    VerbUsage(
      .emergency,
      ["emergency"],
      "emergency [WORDS]|emergency step NAME [: WORDS]|emergency step: WORDS",
      "Opens the emergency card, or records what was done on it.",
      "emergency step help called: 112"
    ),
    VerbUsage(
      .standDown,
      ["stand-down", "standdown"],
      "stand-down [by mistake] [: WORDS]",
      "The emergency is over, or the card was opened by mistake.",
      "stand-down: breathing well, talks"
    ),
    VerbUsage(
      .handOver,
      ["handover", "hand-over"],
      "handover NAME [cover|back] [: WORDS]",
      "The session goes to somebody else: for good, for a break, or back.",
      "handover mk cover: lunch"
    ),
  ]
}
