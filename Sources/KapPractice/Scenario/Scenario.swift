package import KapTimeline

/// A practice session from arrival to leaving: who is there, and what they type when.
package struct Scenario: Hashable, Sendable {
  /// The name on the command line: `iv-uneventful`.
  package let name: String
  /// What it is, in a few words.
  package let title: String
  /// The protocol it runs under: `iv-infusion`.
  package let protocolName: String
  /// The patient's code.
  package let subject: String
  /// Which session of the course it is, and how many are planned.
  package let number: Int
  package let planned: Int
  /// The room.
  package let room: String
  /// The patient's weight in kilograms, as a line of the script says too.
  package let weightKilograms: Double
  /// Who keeps the record: sits at the seat, and is present from the opening.
  package let owner: Person
  /// Who else has a part in it; they come in by lines of the script.
  package let others: [Person]
  /// The patient whose numbers are typed.
  package let patient: SimulatedPatient
  /// When the first dose is given, from the opening.
  package let doseAt: Span
  /// What is typed, in order; each line is finished before the next begins.
  package let lines: [ScriptedLine]

  let seed: UInt64
  /// What the patient does in it that no reading shows, by the minute from the dose.
  var happenings: [Happening] = []
  /// How many steps of a scale an observed score may be from the patient's own: two people who look
  /// at one patient judge so far apart.
  var stepsOfJudgement = 1.0

  /// Somebody with a part in a practice session.
  package struct Person: Hashable, Sendable {
    /// The name, as author and as sentences say it: `jb`, shown as JB.
    package let name: String
    /// What they do there.
    package let role: CareRole
    /// How they type.
    package let pace: TypingPace

    /// Creates a person.
    package init(name: String, role: CareRole, pace: TypingPace = TypingPace()) {
      self.name = name
      self.role = role
      self.pace = pace
    }
  }
}

extension Scenario {
  /// Every scenario there is, the one to begin with first.
  package static let all: [Scenario] = [
    .ivUneventful, .imUneventful, .esketamineREMS, .hypertensionAtPeak, .panic, .vomiting,
    .oversedation, .lostHour, .sublingualLozenge,
  ]

  /// The names and what each is, a line for each.
  package static var listing: [String] {
    let width = all.map(\.name.count).max() ?? 0
    return all.map { scenario in
      let gap = String(repeating: " ", count: width - scenario.name.count + 2)
      return scenario.name + gap + scenario.title
    }
  }

  /// The scenario of that name.
  package static func named(_ name: some StringProtocol) -> Scenario? {
    all.first { $0.name == name }
  }

  /// Everybody with a part in it, the owner of the seat first.
  package var people: [Person] { [owner] + others }

  /// The person of that name.
  package func person(named name: some StringProtocol) -> Person? {
    people.first { $0.name == name }
  }

  /// How a line is typed, key by key and Enter at the end; the same every time.
  ///
  /// `text` is the line's own unless its entry mark has been replaced by a name.
  package func keystrokes(for line: ScriptedLine, as text: String? = nil) -> [Keystroke] {
    let pace = person(named: line.author)?.pace ?? TypingPace()
    return pace.keystrokes(of: text ?? line.text, from: line.typingStartedAt, seed: seed)
  }

  /// When the last line is finished, from the opening.
  package var length: Span {
    lines.last.flatMap { keystrokes(for: $0).last?.at } ?? .zero
  }
}
