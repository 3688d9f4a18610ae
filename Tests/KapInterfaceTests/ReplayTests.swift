import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct ReplayTests {
  /// A session with an entry about 14:20 that was written at 14:50, and a correction at 14:45.
  private func room() throws -> Room {
    let room = try Room.dosed()
    try room.enter("172/104 98 96 15", at: "14:40")
    try room.enter(
      "correct \(Session(replaying: room.events).name(of: room.events.count - 1)) hr 89",
      at: "14:45"
    )
    try room.enter("@14:20 note she named the fall", at: "14:50", by: "jb", .therapist)
    try room.enter("phase return", at: "14:55")
    return room
  }

  @Test func `a replay always says what it is, of which day, and what it knows`() throws {
    let replay = try Replaying(try room(), at: "14:41")
    #expect(replay.header.hasPrefix(" REPLAY  K-014"))
    #expect(replay.row(2).contains("WITH LATER ENTRIES. 2 shown"))
    #expect(replay.row(2).contains("4 Nov"))
    replay.press("a")
    #expect(replay.row(2).contains("AS KNOWN at 14:41:00. 2 entries written later"))
    #expect(replay.saved.contains("Record checked"))
    for key in ["b", "⎋", "z", "?", "⎋", "/", "⎋", ":", "⎋", ","] {
      replay.press(key)
      if key != "b" { #expect(replay.row(2).contains("AS KNOWN"), "\(key)") }
    }
  }

  @Test func `as known shows what was known then, with later entries what happened then`() throws {
    let replay = try Replaying(try room(), size: Size(rows: 36, columns: 120), at: "14:41")
    #expect(replay.screen.contains("she named the"))
    #expect(replay.screen.contains("89"))
    replay.press("a")
    #expect(!replay.screen.contains("she named the"))
    #expect(replay.screen.contains("172/104  98"))
    replay.press(":goto 14:52⏎")
    #expect(
      replay.screen.contains("late entry, written 14:50") || replay.screen.contains("written 14:50")
    )
  }

  @Test func `it plays, pauses, and moves in both directions at its speed`() throws {
    let replay = try Replaying(try room(), at: "14:00")
    replay.press(" ")
    #expect(replay.line.contains("PLAYING  ×4 forward"))
    replay.wait(seconds: 15)
    #expect(replay.clock == "14:01:00")
    replay.press(" ")
    replay.wait(seconds: 15)
    #expect(replay.clock.hasPrefix("14:01:00"))
    replay.press("++ ")
    replay.wait(seconds: 15)
    #expect(replay.clock.hasPrefix("14:05:0"))
    replay.press("--------- ")
    #expect(replay.line.contains("backwards"))
  }

  @Test func `below a quarter the speed turns to reverse and stops at the start`() throws {
    let replay = try Replaying(try room(), at: "13:47")
    replay.press("------ ")
    #expect(replay.line.contains("backwards"))
    replay.wait(seconds: 120)
    #expect(replay.clock == "13:46:00")
    #expect(replay.line.contains("PAUSED"))
  }

  @Test func `it steps by entries, by stops, by phases, by seconds and by tenths`() throws {
    let replay = try Replaying(try room(), at: "14:12")
    replay.press(".")
    #expect(replay.clock == "14:18:00")
    replay.press(",,")
    #expect(replay.clock == "14:08:00")
    replay.press("}")
    #expect(replay.clock == "14:12:00")
    replay.press("}}}")
    #expect(replay.clock == "14:55:00")
    replay.press("{")
    #expect(replay.clock == "14:19:00")
    replay.press("]")
    #expect(replay.clock == "14:28:00")
    replay.press("[")
    #expect(replay.clock == "14:19:00")
    replay.press("→→h")
    #expect(replay.clock == "14:19:05")
    replay.press("0")
    #expect(replay.clock == "13:46:00")
    replay.press("5")
    #expect(replay.clock == "14:20:30")
  }

  @Test func `goto takes minutes from the dose and wall clocks`() throws {
    let replay = try Replaying(try room())
    replay.press(":goto +40⏎")
    #expect(replay.clock == "14:48:00")
    replay.press(":goto -5⏎")
    #expect(replay.clock == "14:03:00")
    replay.press(":goto 14:05⏎")
    #expect(replay.clock == "14:05:00")
  }

  @Test func `search moves the play head and the brackets go between hits`() throws {
    let replay = try Replaying(try room(), at: "13:50")
    replay.press("/eyes closed⏎")
    #expect(replay.clock == "14:31:00")
  }

  @Test func `as known the play head steps by what became known`() throws {
    let replay = try Replaying(try room(), size: Size(rows: 36, columns: 120), at: "14:46")
    replay.press("a.")
    #expect(replay.clock == "14:50:00")
    #expect(replay.screen.contains("she named the"))
  }

  @Test func `no key of a replay records anything`() throws {
    let room = try room()
    let replay = try Replaying(room)
    let before = room.events
    for value in UInt8(32)...126 where value != UInt8(ascii: "q") {
      replay.press("\(Character(UnicodeScalar(value)))⏎⎋")
    }
    replay.press(":note hello⏎")
    #expect(replay.screen.contains("A replay changes nothing."))
    #expect(room.events == before)
    #expect(!replay.asked.contains { if case .append = $0 { true } else { false } })
  }

  @Test func `q leaves and Ctrl-Z suspends`() throws {
    let replay = try Replaying(try room())
    replay.press("⌃z")
    #expect(replay.asked.last == .suspend)
    replay.press("q")
    #expect(replay.asked.last == .leave)
  }

  @Test func `at every moment the panes are those of a session that had come so far`() throws {
    let room = try room()
    let replay = try Replaying(room, at: "13:46")
    replay.press("a")
    let all = room.events
    for minute in stride(from: 0, through: 69, by: 3) {
      let clock =
        "\(13 + (46 + minute) / 60):\((46 + minute) % 60 < 10 ? "0" : "")\((46 + minute) % 60)"
      replay.press(":goto \(clock)⏎")
      let now = try Room.instant(clock)
      let known = Interface(
        session: Session(replaying: all.filter { $0.recordedAt <= now }),
        seat: Seat(person: "ar", role: .monitor, id: SeatID("x")),
        size: Size(rows: 24, columns: 80),
        stamp: Stamp(now: now, ticks: 0, offset: Room.offset)
      )
      // The vitals and what is due, line by line; notes say how many entries there are in all.
      let left = { (screen: String) in
        screen.split(separator: "\n").dropFirst(9).dropLast(5).map { $0.prefix(40) }.filter {
          !$0.contains("Due")
        }
      }
      let live = known.draw().text.joined(separator: "\n")
      for (seen, wanted) in zip(left(replay.screen), left(live)) {
        #expect(seen == wanted, "\(clock)")
      }
    }
  }

  @Test func `an empty record and one of a single moment can be replayed`() throws {
    var interface = Interface(
      replaying: Replay(Session()),
      seat: Seat(person: "ar", role: .monitor, id: SeatID("x")),
      size: Size(rows: 24, columns: 80),
      stamp: Stamp(now: Instant(milliseconds: 0), ticks: 0, offset: .utc)
    )
    for key in keys(" .,[]{}09a-+zh/x⏎⎋?⎋'b⎋\\3⏎:goto +4⏎⎋") {
      let stamp = Stamp(now: Instant(milliseconds: 0), ticks: 9, offset: .utc)
      _ = interface.update(.key(key, stamp))
      _ = interface.draw()
    }
  }

  @Test func `what is nearest and what came later is what going through the record finds`() throws {
    let record = Session(replaying: try room().events)
    let places = record.entries.flatMap { [$0.occurredAt, $0.recorded.receivedAt] }
    var replay = Replay(record)
    for isAsKnown in [false, true] {
      if replay.isAsKnown != isAsKnown { replay.toggleKnown() }
      for place in places.flatMap({ [$0, $0 + .seconds(1), $0 - .seconds(1)] }) {
        replay.seek(to: place)
        let at = replay.at
        let later = record.entries.count { entry in
          guard entry.event.kind.isStated, entry.recorded.receivedAt > at else { return false }
          let target = entry.recorded.event.target.flatMap { record.index(of: $0) }
          let about = target.map { record.entries[$0].occurredAt } ?? entry.occurredAt
          return entry.occurredAt <= at || about <= at
        }
        #expect(replay.laterCount == later)
        let known = record.entries.map { isAsKnown ? $0.recorded.receivedAt : $0.occurredAt }
        let reachable = known.filter { $0 <= replay.last }
        #expect(replay.nearest(by: 1) { _, _ in true }?.at == reachable.filter { $0 > at }.min())
        #expect(replay.nearest(by: -1) { _, _ in true }?.at == reachable.filter { $0 < at }.max())
      }
    }
  }
}
