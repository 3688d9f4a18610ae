import KapPractice
import KapTestSupport
import KapTimeline
import Testing

struct PracticePlayerTests {
  private let scenario: Scenario

  init() throws { scenario = try #require(Scenario.named("iv-uneventful")) }

  @Test func `one step over everything submits every line once, in order`() {
    var player = PracticePlayer(scenario)

    let acts = player.advance(to: scenario.length, in: Session())

    #expect(submitted(acts) == scenario.lines)
    #expect(player.isFinished)
    #expect(player.nextAt == nil)
    #expect(player.advance(to: scenario.length + .minutes(60), in: Session()) == [])
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `however the steps fall, the acts are the same`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var whole = PracticePlayer(scenario)
    var stepped = PracticePlayer(scenario)
    var acts: [PracticeAct] = []
    var elapsed = Span.zero
    while elapsed < scenario.length {
      elapsed = elapsed + Span(milliseconds: .random(in: 1...60_000, using: &generator))
      acts += stepped.advance(to: elapsed, in: Session())
      #expect(stepped.advance(to: elapsed, in: Session()) == [])
      #expect(stepped.advance(to: elapsed - .seconds(30), in: Session()) == [])
    }
    #expect(acts == whole.advance(to: scenario.length, in: Session()))
  }

  @Test(arguments: [1, 2, 5, 10, 30, 60])
  func `at every speed the whole session is typed, key by key`(speed: Int) {
    let start = Instant(milliseconds: 1_000_000)
    let clock = PracticeClock(startingAt: start, real: 0, speed: speed)
    var player = PracticePlayer(scenario)
    var acts: [PracticeAct] = []
    var real: Int64 = 0
    while let next = player.nextAt, let due = clock.real(when: start + next, now: real) {
      // A loop looks at the keys at least every twentieth of a second.
      real = min(due, max(real + 50, due - 50))
      acts += player.advance(to: clock.now(at: real) - start, in: Session())
    }
    var whole = PracticePlayer(scenario)
    #expect(acts == whole.advance(to: scenario.length, in: Session()))
    #expect(real >= scenario.length.milliseconds / Int64(speed))
    #expect(real <= scenario.length.milliseconds / Int64(speed) + 100)
  }

  @Test func `a loop that wakes when told finds something to do each time`() throws {
    var player = PracticePlayer(scenario)
    var acts: [PracticeAct] = []
    while let next = player.nextAt, submitted(acts).count < 5 {
      let new = player.advance(to: next, in: Session())
      #expect(!new.isEmpty)
      acts += new
    }
    #expect(submitted(acts) == Array(scenario.lines.prefix(5)))
    #expect(typed(acts) == scenario.lines.prefix(5).map(\.text).joined())
  }

  @Test func `nothing is submitted before its Enter, and it happened at its first key`() throws {
    var player = PracticePlayer(scenario)
    let line = try #require(scenario.lines.first)
    let enter = try #require(scenario.keystrokes(for: line).last).at

    let before = player.advance(to: enter - Span(milliseconds: 1), in: Session())
    let at = player.advance(to: enter, in: Session())

    #expect(submitted(before) == [])
    #expect(typed(before) == line.text)
    #expect(at == [.submit(line, occurredAt: line.typingStartedAt, author: line.author)])
  }

  @Test func `while a person types along no character shows, and every line arrives whole`() throws
  {
    var player = PracticePlayer(scenario)
    let first = try #require(scenario.lines.first)
    var acts = player.advance(to: first.typingStartedAt + .seconds(1), in: Session())
    let shown = typed(acts)
    player.hold()
    acts += player.advance(to: .minutes(5), in: Session())
    #expect(typed(acts) == shown)
    #expect(player.isHeld)

    player.release()
    let rest = player.advance(to: scenario.length, in: Session())

    #expect(submitted(acts + rest) == scenario.lines)
    let shownLater = scenario.lines.filter { $0.typingStartedAt > .minutes(5) }
    #expect(typed(rest) == shownLater.map { $0.text(in: Session()) }.joined())
  }

  @Test func `a line that is let go of half way shows nothing of its rest`() throws {
    var player = PracticePlayer(scenario)
    let first = try #require(scenario.lines.first)
    _ = player.advance(to: first.typingStartedAt + .seconds(1), in: Session())
    player.hold()
    player.release()
    let end = try #require(scenario.keystrokes(for: first).last).at

    let rest = player.advance(to: end, in: Session())

    #expect(typed(rest) == "")
    #expect(submitted(rest) == [first])
  }

  @Test func `the characters of a correction name the entry that the session holds`() throws {
    let line = try #require(scenario.lines.first { $0.about != nil })
    var rehearsal = try Rehearsal(scenario)
    for earlier in scenario.lines where earlier.typingStartedAt < line.typingStartedAt {
      rehearsal.submit(earlier)
    }
    var player = PracticePlayer(scenario)
    _ = player.advance(to: line.typingStartedAt - .seconds(1), in: rehearsal.session)

    let acts = player.advance(to: line.typingStartedAt + .seconds(18), in: rehearsal.session)

    let last = try #require(rehearsal.end.vitals.last)
    let name = rehearsal.session.name(of: last.entry)
    #expect(typed(acts) == "correct \(name) bp 172/104")
    #expect(submitted(acts) == [line])
  }

  private func submitted(_ acts: [PracticeAct]) -> [ScriptedLine] {
    acts.compactMap { act in
      switch act {
      case .type: nil
      case .submit(let line, _, _): line
      }
    }
  }

  private func typed(_ acts: [PracticeAct]) -> String {
    String(
      acts.compactMap { act in
        switch act {
        case .type(let character, _): character
        case .submit: nil
        }
      }
    )
  }
}
