import KapPractice
import KapTimeline
import Testing

/// A practice scenario as somebody goes through it with keys alone.
struct Story {
  let scenario: Scenario
  private(set) var steps: [Step] = []

  /// Something that is done in one go.
  struct Step {
    /// When its first key is pressed, in minutes from the dose as it is planned.
    let minute: Double
    /// Whose hand it is.
    let person: String
    /// What it is.
    let words: String
    /// Whether the record would want something without it.
    let isWanted: Bool
    let act: (Hand, SeenPatient) -> Void
  }

  init(_ name: String) throws {
    scenario = try #require(Scenario.named(name))
  }

  /// The same without one of its steps.
  func without(_ place: Int) -> Story {
    var story = self
    story.steps.remove(at: place)
    return story
  }

  /// A step without which the record is not whole.
  mutating func must(
    _ minute: Double,
    _ words: String,
    by person: String = "ar",
    _ act: @escaping (Hand, SeenPatient) -> Void
  ) {
    steps.append(Step(minute: minute, person: person, words: words, isWanted: true, act: act))
  }

  /// A step that the record could do without.
  mutating func may(
    _ minute: Double,
    _ words: String,
    by person: String = "ar",
    _ act: @escaping (Hand, SeenPatient) -> Void
  ) {
    steps.append(Step(minute: minute, person: person, words: words, isWanted: false, act: act))
  }
}

/// What every story is told with: a key and what belongs into its field.
extension Story {
  mutating func may(_ minute: Double, keys: String, by person: String = "ar") {
    may(minute, "keys", by: person) { hand, _ in hand.press(keys) }
  }

  /// `p` Enter: the next phase.
  mutating func phase(_ minute: Double, by person: String = "ar") {
    must(minute, "the next phase", by: person) { hand, _ in hand.press("p⏎") }
  }

  /// `v` and what the bedside shows; a reading that only comes again and again is not wanted.
  mutating func vitals(_ minute: Double, isWanted: Bool = true) {
    let act = { (hand: Hand, patient: SeenPatient) in hand.press("v\(patient.figures)⏎") }
    if isWanted { must(minute, "vitals", act) } else { may(minute, "vitals", act) }
  }

  mutating func scores(_ minute: Double, isWanted: Bool = true) {
    let act = { (hand: Hand, patient: SeenPatient) in hand.press("o\(patient.digits)⏎") }
    if isWanted { must(minute, "scores", act) } else { may(minute, "scores", act) }
  }

  /// `d` Enter: what is due together, one after the other.
  mutating func visit(_ minute: Double, isWanted: Bool = true) {
    let act = { (hand: Hand, patient: SeenPatient) in
      hand.press("d")
      hand.goTo("vitals")
      hand.press("⏎\(patient.figures)⏎")
      hand.press("\(patient.digits)⏎")
    }
    if isWanted { must(minute, "a visit", act) } else { may(minute, "a visit", act) }
  }

  mutating func note(_ minute: Double, _ words: String) { may(minute, keys: "n\(words)⏎") }

  /// The therapist at a seat of their own, where notes stay open until Esc.
  mutating func said(_ minute: Double, _ words: String) {
    may(minute, keys: "s\(words)⏎", by: "jb")
  }

  mutating func technique(_ minute: Double, _ words: String, by person: String = "ar") {
    may(minute, words, by: person) { hand, _ in
      hand.press("t")
      hand.choose(words)
      hand.press("⏎")
    }
  }

  /// `r`, a line of the list, and what it does not know yet.
  mutating func prescription(
    _ minute: Double,
    _ line: String,
    _ words: String = "",
    isWanted: Bool = false
  ) {
    let act = { (hand: Hand, _: SeenPatient) in
      hand.press("r")
      hand.goTo(line)
      hand.press("⏎")
      hand.press("\(words)⏎")
    }
    if isWanted { must(minute, line, act) } else { may(minute, line, act) }
  }

  /// `x`, the effect and how bad it is, each by its key; `more` goes on with Tab.
  mutating func effect(_ minute: Double, _ term: String, _ severity: String, more: String = "") {
    may(minute, "\(term), \(severity)") { hand, _ in
      hand.press("x")
      hand.choose(term)
      hand.choose(severity)
      hand.press("\(more)⏎")
    }
  }

  /// `x`, the end of an effect, and what came of it.
  mutating func recovers(_ minute: Double, _ term: String) {
    must(minute, "end of \(term)") { hand, _ in
      hand.press("x")
      hand.goTo("end \(term)")
      hand.press("⇥")
      hand.choose("recovered")
      hand.press("⏎")
    }
  }

  mutating func acknowledge(_ minute: Double, _ words: String, isWanted: Bool = true) {
    let act = { (hand: Hand, _: SeenPatient) in hand.press("a\(words)⏎") }
    if isWanted {
      must(minute, "the notice acknowledged", act)
    } else {
      may(minute, "the same", act)
    }
  }

  /// `c`, back to what is meant, and more of it.
  mutating func add(_ minute: Double, _ words: String, to entry: String) {
    may(minute, "more of \(entry)") { hand, _ in
      hand.press("c")
      for _ in 0..<40 where !hand.sitting.line.contains(entry) { hand.press("↑") }
      hand.press("\(words)⏎")
    }
  }

  mutating func wordPin(_ minute: Double, _ words: String, by person: String = "ar") {
    must(minute, "words for the pin", by: person) { hand, _ in
      hand.press("d")
      hand.goTo("pin")
      hand.press("⏎\(words)⏎")
    }
  }
}

extension SeenPatient {
  /// The set as it is typed into the slots.
  fileprivate var figures: String {
    "\(systolic)/\(diastolic) \(heartRate) \(oxygenSaturation) \(respiratoryRate)"
  }

  /// The scores as they are typed into theirs.
  fileprivate var digits: String { "\(dissociation) \(alertness) \(distress)" }
}
