import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct HostileTests {
  private static let sizes = [
    Size(rows: 16, columns: 60), Size(rows: 24, columns: 80), Size(rows: 50, columns: 190),
  ]

  /// Draws at every size and in every view, and looks at each cell.
  private func check(_ interface: Interface) {
    var interface = interface
    for size in Self.sizes {
      _ = interface.update(.resized(size))
      for script in [
        "", "z", "z⇥z", "⇥", "z⎋[[", "]\\2⏎", "⎋'", "⎋/a", "⎋g", "kkjG", "?", "⎋b", "b",
      ] {
        for key in keys(script) {
          let stamp = Stamp(
            now: interface.stamp.now,
            ticks: interface.stamp.ticks + 500,
            offset: .utc
          )
          _ = interface.update(.key(key, stamp))
        }
        let canvas = interface.draw()
        for row in canvas.text {
          #expect(Text.width(of: row) == size.columns)
          let raw = row.unicodeScalars.filter {
            !$0.isASCII
              && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
              || $0.value < 0x20 || $0.value == 0x7F
          }
          #expect(raw.isEmpty, "\(raw.map { String($0.value, radix: 16) })")
        }
      }
    }
  }

  private func interface(_ events: [Recorded], now: Instant) -> Interface {
    Interface(
      session: Session(replaying: events),
      seat: Seat(person: "ar", role: .monitor, id: SeatID("desk")),
      size: Size(rows: 24, columns: 80),
      stamp: Stamp(now: now, ticks: 1000, offset: Room.offset)
    )
  }

  @Test(arguments: 1...3)
  func `no words of any entry reach the screen raw or trap`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let room = try Room.dosed()
    for verb in ["note", "said", "pin", "calming", "touch", "escort", "intention", "room"] {
      let text = HostileText.random(12, using: &generator)
      _ = try? room.enter("\(verb) x\(text)", at: "14:39")
    }
    for verb in ["technique", "effect", "theme"] {
      let text = HostileText.random(5, using: &generator).filter { $0 != "\n" }
      _ = try? room.enter("\(verb) y\(text)", at: "14:39")
    }
    check(interface(room.events, now: room.now))
  }

  @Test(arguments: 1...4)
  func `events of any kind with any contents never trap`(seed: UInt64) throws {
    var random = RandomEvents(seed: seed)
    let writer = WriterID(using: &random.generator)
    let start = try Room.instant("13:46")
    var events: [Recorded] = []
    let opening = random.draft(of: .opened(random.opening()))
    events.append(opening.recorded(as: EventID(writer: writer, sequence: 1), at: start))
    for sequence in 2...120 {
      var draft = random.draft(of: random.event())
      if random.chance() {
        draft.occurredAt = start + .seconds(random.whole(-100...9000))
      }
      let id = EventID(writer: writer, sequence: sequence)
      events.append(draft.recorded(as: id, at: start + .seconds(sequence * 60)))
    }
    check(interface(events, now: start + .seconds(7200)))
    var replayed = Interface(
      replaying: Replay(Session(replaying: events)),
      seat: Seat(person: "ar", role: .monitor, id: SeatID("x")),
      size: Size(rows: 24, columns: 80),
      stamp: Stamp(now: start, ticks: 0, offset: .utc)
    )
    for key in keys("5]].,a9{}-/a⏎[⎋:goto +10⏎z⎋'⏎") {
      _ = replayed.update(.key(key, Stamp(now: start, ticks: 0, offset: .utc)))
      _ = replayed.draw()
    }
  }

  @Test(arguments: 1...4)
  func `keys and pastes of any contents in any field never trap`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sitting = try Sitting.inPeak()
    let plain: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .pageUp,
      .pageDown, .home, .end, .unknown, .alternateEnter, .control("u"), .control("w"),
      .control("a"), .control("e"), .control("c"),
    ]
    for step in 0..<400 {
      let text = HostileText.random(3, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: sitting.press(.paste(text))
      case 1: for character in text { sitting.press(.character(character)) }
      case 2: sitting.press(plain.randomElement(using: &generator) ?? .escape, after: 450)
      default:
        let letters = "vnosptrxdacuwe':/\\@0123456789 -."
        sitting.press(.character(letters.randomElement(using: &generator) ?? "v"))
      }
      if step % 10 == 0 {
        for row in sitting.interface.draw().text { #expect(Text.width(of: row) == 80) }
      }
    }
  }

  @Test func `a note of a megabyte costs a screen, not a megabyte`() throws {
    let room = try Room.dosed()
    let text = String(repeating: "word ", count: 200_000)
    var random = RandomEvents(seed: 1)
    var draft = random.draft(of: .note(Note(text, voice: .observation)))
    draft.occurredAt = room.now
    let id = EventID(writer: WriterID(using: &random.generator), sequence: 1)
    let big = draft.recorded(as: id, at: room.now)
    let events = room.events + [big]
    let clock = ContinuousClock()
    let spent = clock.measure {
      var interface = self.interface(events, now: room.now)
      for key in keys("kkkjjz[]") {
        let stamp = Stamp(now: room.now, ticks: 0, offset: .utc)
        _ = interface.update(.key(key, stamp))
        _ = interface.draw()
      }
    }
    // Unoptimised and on a busy machine; the whole text through the wrapping would take far longer.
    #expect(spent < .seconds(8))
  }
}
