import KapCanvas
import KapEntry
import KapTestRules
import KapTimeline

extension ClinicProtocol {
  /// The infusion protocol with an emergency card, a quiet of two minutes and three questionnaires.
  static func careful() throws -> ClinicProtocol {
    var rules = try builtInRules("iv-infusion")
    var care = rules.care
    care.interventions = [
      Intervention(key: "1", name: "help called"),
      Intervention(key: "2", name: "infusion stopped", stopsInfusion: true),
      Intervention(key: "3", name: "airway"),
      Intervention(key: "4", name: "oxygen", wantsWords: true),
      Intervention(key: "5", name: "suction"),
      Intervention(key: "6", name: "code called"),
      Intervention(key: "7", name: "EMS called"),
      Intervention(key: "8", name: "prescriber here"),
      Intervention(key: "9", name: "other", wantsWords: true),
    ]
    // What a dose without its checks raises is not what these sessions are about.
    care.checklists = []
    care.gate = []
    care.quiet = QuietRule(seconds: 120, source: "test")
    rules.careRules = care
    rules.scales.removeAll { !$0.items.isEmpty }
    rules.scales += [phq9, cssrs, parts]
    return rules
  }

  private static let phq9 = Scale(
    name: "phq9",
    aliases: ["phq-9"],
    label: "PHQ-9",
    shortLabel: "PHQ-9",
    minimum: 0,
    maximum: 27,
    meanings: [
      0: "not at all", 1: "several days", 2: "more than half the days", 3: "nearly every day",
    ],
    items: (1...9).map { number in
      Scale.Item(
        key: String(number),
        text: number == 8
          ? "Moving or speaking so slowly that other people could have noticed? Or the opposite, "
            + "being so fidgety or restless that you have been moving around a lot more than usual"
          : "Question \(number) of this list, in the words that its owner gave it",
        minimum: 0,
        maximum: 3
      )
    },
    bands: [
      Scale.Band(from: 0, label: "minimal"), Scale.Band(from: 5, label: "mild"),
      Scale.Band(from: 10, label: "moderate"), Scale.Band(from: 20, label: "severe"),
    ],
    prompts: [
      Scale.Prompt(
        item: "9",
        1,
        .above,
        urgency: .urgent,
        words: "Ask about suicide now.",
        source: "test"
      )
    ],
    licence: "Developed by its owners; free to use.",
    source: "test"
  )

  private static let cssrs = Scale(
    name: "cssrs",
    aliases: [],
    label: "C-SSRS",
    shortLabel: "C-SSRS",
    minimum: 0,
    maximum: 6,
    items: (1...6).map {
      Scale.Item(
        key: String($0),
        text: "Question \($0)",
        minimum: 0,
        maximum: 1,
        meanings: [0: "no", 1: "yes"],
        level: $0,
        asksIf: (3...5).contains($0) ? Scale.Condition(item: "2", atLeast: 1) : nil
      )
    },
    scoring: .highest,
    source: "test"
  )

  private static let parts = Scale(
    name: "parts",
    aliases: [],
    label: "Parts",
    shortLabel: "Parts",
    minimum: 0,
    maximum: 120,
    items: ["a", "b"].map { Scale.Item(key: $0, text: "Part \($0)", minimum: 0, maximum: 60) },
    scoring: .parts,
    source: "test"
  )
}

extension Room {
  /// A session with an emergency card and questionnaires, its dose at 14:08; it is 15:01.
  static func careful(dosed: Bool = true) throws -> Room {
    let room = try Room(under: try ClinicProtocol.careful())
    guard dosed else { return room }
    try room.enter("join jb as therapist", at: "13:47")
    for fact in ["weight 70kg", "allergies none", "escort sister", "calming slower music"] {
      try room.enter(fact, at: "13:48")
    }
    try room.enter("124/78 72 98 14", at: "13:56")
    try room.enter("dose iv 35mg over 40m", at: "14:08")
    try room.enter("phase peak", at: "14:19")
    try room.enter("146/90 92 97 14", at: "14:28")
    room.pass(milliseconds: (try instant("14:38") - room.now).milliseconds)
    return room
  }
}

extension Sitting {
  /// A seat in such a session.
  static func careful(
    size: (rows: Int, columns: Int) = (24, 80),
    dosed: Bool = true
  ) throws -> Sitting {
    try Sitting(
      in: try Room.careful(dosed: dosed),
      size: .init(rows: size.rows, columns: size.columns)
    )
  }
}
