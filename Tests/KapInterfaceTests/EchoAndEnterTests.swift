import KapCanvas
import KapEntry
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

/// What is said under a line and what its Enter does are one: where Enter would refuse, it is said
/// before, and where the line says that it records, it does.
@Suite struct EchoAndEnterTests {
  enum State: String, CaseIterable {
    case beforeDose, inPeak, ended
  }

  private func sitting(_ state: State) throws -> Sitting {
    let size = Size(rows: 36, columns: 120)
    switch state {
    case .beforeDose:
      let room = try Room(hasChecks: true)
      room.pass(milliseconds: 600_000)
      return try Sitting(in: room, size: size)
    case .inPeak: return try Sitting.inPeak(size: size)
    case .ended:
      let room = try Room.dosed()
      for line in ["infusion stop", "phase discharged because she left", "end"] {
        try room.enter(line, at: "14:39")
      }
      room.pass(milliseconds: 600_000)
      return try Sitting(in: room, size: size)
    }
  }

  private static let examples = Entry.reference.map(\.example)
  private static let pieces = [
    "because", "for", "by dr-l", "a1", "a9", "12", "0", "999", "mg", "end", "start", "mild", ":",
    "@-3m", "@+900m", "no", "n/a: words", "identity", "consent", "consent: version 3", "severe",
    "read back", "peak", "-5", "“", "stop", "over 40m", "120/80", "80/120", "hr 300",
  ]

  private func mutated(_ generator: inout SeededGenerator) -> String {
    var words =
      Self.examples.randomElement(using: &generator).map {
        $0.split(separator: " ").map(String.init)
      } ?? []
    for _ in 0...Int.random(in: 0..<2, using: &generator) where !words.isEmpty {
      let place = Int.random(in: words.indices, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: words.remove(at: place)
      case 1: words.swapAt(place, words.count - 1)
      case 2: words.insert(words[place], at: place)
      case 3: words[place] = String(words[place].dropLast())
      default:
        words.insert(Self.pieces.randomElement(using: &generator) ?? "", at: place + 1)
      }
    }
    return words.joined(separator: " ")
  }

  /// Closes whatever is open, and what was put aside.
  private func rest(_ sitting: Sitting) {
    for _ in 0..<8 where sitting.isWriting || sitting.interface.isQuiet {
      sitting.press("⌃u⎋")
    }
    sitting.interface.asides = []
    sitting.press("⎋")
  }

  /// What is wrong with a line, if anything: the echo said one thing and Enter did another.
  private func contradiction(_ line: String, _ sitting: Sitting) -> String? {
    sitting.press(":").press(.paste(line))
    let said = [sitting.echo, sitting.saved, sitting.hints].joined(separator: "\n")
    let count = sitting.count
    sitting.press("⏎")
    let problem = sitting.interface.field?.problem
    let isAsked = sitting.interface.field?.asked.isEmpty == false
    let isRecorded = sitting.count > count || isAsked
    defer {
      if isAsked { sitting.press("y") }
      rest(sitting)
    }
    if let problem {
      if said.contains("Enter records") { return "\(line) | refused: \(problem.message)\n\(said)" }
      let words = problem.message.prefix(40)
      // A plan says what is open behind its arithmetic.
      let isTold = said.contains("add because and why") || said.contains(words)
      guard said.contains("Enter not yet") || isTold else {
        return "\(line) | refused without a word: \(problem.message)\n\(said)"
      }
    }
    if isRecorded, said.contains("Enter not yet") { return "\(line) | recorded\n\(said)" }
    return nil
  }

  @Test(arguments: State.allCases)
  func `the examples of the language`(state: State) throws {
    let sitting = try sitting(state)
    for line in Self.examples + Entry.reference.map(\.pattern) {
      if let said = contradiction(line, sitting) { Issue.record("\(said)") }
    }
  }

  @Test(arguments: State.allCases, 1...2)
  func `sentences with a slip in them`(state: State, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sitting = try sitting(state)
    for _ in 0..<120 {
      if let said = contradiction(mutated(&generator), sitting) { Issue.record("\(said)") }
    }
  }

  @Test func `one colon for two checks is refused before Enter, at the item that wants words`()
    throws
  {
    let sitting = try sitting(.beforeDose)
    let line = "check consent, identity: version 3, signed 2 Nov"
    sitting.press(":").press(.paste(line))
    #expect(sitting.echo.contains("wants words beside the tick"))
    #expect(!sitting.screen.contains("Enter records"))
    let place = try #require(sitting.line.firstRange(of: "consent")).lowerBound
    let column = sitting.line.distance(from: sitting.line.startIndex, to: place)
    let rows = sitting.interface.draw()
    #expect(rows[32, column].role == .entryError && rows[32, column - 2].role != .entryError)
    let count = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == count)
    #expect(sitting.interface.field?.problem?.column == 6)
  }

  @Test func `nobody is told off in the middle of a word`() throws {
    let sitting = try Sitting.inPeak()
    for character in ":effe" {
      sitting.press(.character(character))
      #expect(!sitting.screen.contains("is not a verb"))
    }
    #expect(sitting.hints.contains("Enter not yet"))
    for character in "ct nausea mild" { sitting.press(.character(character)) }
    #expect(sitting.hints.contains("Enter records"))
    #expect(sitting.echo.contains("nausea"))
    sitting.press("⌃ueffexct nausea")
    #expect(sitting.echo.contains("“effexct” is not a verb."))
  }

  @Test(arguments: ["v128/", "v82/128", "o", "v"])
  func `a field of slots says the same`(script: String) throws {
    let sitting = try Sitting.inPeak()
    sitting.press(script)
    #expect(sitting.hints.contains("Enter not yet"))
    let count = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == count)
  }

  @Test(
    arguments: [
      "checks", "plan", "assess", "assess phq9", "goto +40", "debrief", "keys", "theme dark",
      "leaving", "blank", "find breath", "seat jb", "handover mk: lunch", "scores", "q",
    ],
    [60, 80, 120]
  )
  func `where nothing is recorded Enter does it`(line: String, columns: Int) throws {
    let sitting = try Sitting.careful(size: (columns == 60 ? 16 : 36, columns))
    sitting.press(":\(line)").wait(seconds: 1)
    #expect(!sitting.screen.contains("Enter records"), "\(sitting.screen)")
    // A long echo has the place of the hints.
    let isSaid = sitting.hints.contains("Enter does it") || sitting.hints.contains(" Saved ")
    #expect(isSaid, "\(sitting.screen)")
    sitting.wait(minutes: 3)
    #expect(!sitting.screen.contains("Enter records"), "\(sitting.screen)")
    #expect(sitting.screen.contains("Enter does it"), "\(sitting.screen)")
    let count = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == count)
  }

  @Test(arguments: ["speed 10", "by-hand"])
  func `so it is for what only a practice session has`(line: String) throws {
    let sitting = try Sitting(in: try Room.careful(), mode: .practice)
    sitting.press(":\(line)")
    #expect(sitting.hints.contains("Enter does it"), "\(sitting.screen)")
    #expect(!sitting.screen.contains("Enter records"), "\(sitting.screen)")
  }

  @Test func `vitals and a phase after the end say that it is over`() throws {
    let sitting = try sitting(.ended)
    sitting.press("v128/82")
    #expect(sitting.echo.contains("The session ended at 14:39."))
    sitting.press("⌃u⎋:note x⌃u⎋")
    let peak = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    peak.press("p←")
    #expect(peak.echo.contains("peak since 14:19"))
    #expect(!peak.screen.contains("Enter records"))
  }
}
