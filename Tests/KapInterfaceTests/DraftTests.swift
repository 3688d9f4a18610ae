import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct DraftTests {
  private func kept(_ sitting: Sitting) -> [KeptDraft] {
    sitting.asked.compactMap { effect in
      if case .keep(let draft) = effect { draft } else { nil }
    }
  }

  private func forgotten(_ sitting: Sitting) -> [String] {
    sitting.asked.compactMap { effect in
      if case .forget(let name) = effect { name } else { nil }
    }
  }

  @Test func `what is being written is kept each second, if it changed`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("nbreath").wait(seconds: 1).wait(seconds: 1)
    #expect(kept(sitting).map(\.text) == ["breath"])
    sitting.press(" slows").wait(seconds: 1)
    #expect(kept(sitting).map(\.text) == ["breath", "breath slows"])
    #expect(Set(kept(sitting).map(\.field)).count == 1)
  }

  @Test func `a draft is forgotten once its entry is on disk, and not before`() throws {
    let sitting = try Sitting.inPeak()
    sitting.isDiskSlow = true
    sitting.press("nbreath").wait(seconds: 1).press("⏎").wait(seconds: 1)
    #expect(forgotten(sitting).isEmpty)
    sitting.answer()
    #expect(forgotten(sitting) == kept(sitting).map(\.field))
  }

  @Test func `a draft that was emptied is forgotten`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("nab").wait(seconds: 1).press("⌫⌫").wait(seconds: 1)
    #expect(forgotten(sitting).count == 1)
  }

  @Test func `a draft put aside within its first second is kept at once`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("nquick⎋")
    #expect(kept(sitting).map(\.text) == ["quick"])
  }

  @Test func `one put aside and a new one of the same kind are two drafts`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("nfirst⎋nsecond⎋")
    let last = Dictionary(kept(sitting).map { ($0.field, $0.text) }, uniquingKeysWith: { $1 })
    #expect(Set(last.values) == ["first", "second"])
  }

  @Test(arguments: [
    ("n", "breath slows"), ("s", "I float"), ("v", "150/90 88 - 14"),
    ("v", "150/90 88 w o2 2l supine"),
    ("v", "wair cuf"), ("o", "64"),
    ("r", "ondansetron 4mg"), (":", "effect nausea mild"),
  ])
  func `drafts come back after the program ended, each to its field`(
    verb: String,
    words: String
  ) throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39").press(verb + words).wait(seconds: 1)
    let line = sitting.line
    let draft = try #require(kept(sitting).last)
    let again = try Sitting(in: sitting.room)
    again.send(.restored([draft]))
    #expect(again.echo.contains("A draft from 14:39 was kept"))
    #expect(again.line.contains("put aside"))
    again.press("⏎")
    #expect(again.line == line)
  }

  @Test func `the words of a pin come back to that pin`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39").press("m").press(":").press("⎋")
    sitting.press("d")
    let place = try #require(
      sitting.interface.findings.dueItems.firstIndex { $0.key.hasPrefix("pin:") }
    )
    sitting.press(String(repeating: "↓", count: place) + "⏎frightened").wait(seconds: 1)
    let draft = try #require(kept(sitting).last)
    let again = try Sitting(in: sitting.room)
    again.send(.restored([draft]))
    again.press("⏎⏎")
    #expect(again.interface.findings.pins.first?.words == "frightened")
  }

  @Test func `a draft whose entry came through before the program died is forgotten`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39").press("nbreath slows").wait(seconds: 1)
    let draft = try #require(kept(sitting).last)
    sitting.press("⏎")
    let again = try Sitting(in: sitting.room)
    again.send(.restored([draft]))

    #expect(again.interface.asides.isEmpty)
    #expect(again.asked == [.forget(draft.field)])
  }

  @Test func `a draft of a kind nobody knows is left alone`() throws {
    let sitting = try Sitting.inPeak()
    let drafts = ["", "#", "line", "line:#1", "choir:x#1", "vitals"].map {
      KeptDraft(field: $0, openedAt: sitting.room.now, text: "words", person: "ar")
    }
    sitting.send(.restored(drafts))
    _ = sitting.screen
    #expect(sitting.interface.asides.isEmpty)
  }

  @Test func `a practice session keeps no drafts`() throws {
    let room = try Room.dosed()
    var interface = Interface(
      mode: .practice,
      session: Session(replaying: room.events),
      seat: Seat(person: "ar", role: .monitor, id: SeatID("practice")),
      size: Size(rows: 24, columns: 80),
      stamp: Stamp(now: room.now, ticks: room.ticks, offset: Room.offset)
    )
    var effects: [Effect] = []
    for key in keys("nwords") {
      let stamp = Stamp(now: room.now, ticks: room.ticks, offset: Room.offset)
      effects += interface.update(.key(key, stamp))
    }
    room.pass(milliseconds: 2000)
    let stamp = Stamp(now: room.now, ticks: room.ticks, offset: Room.offset)
    effects += interface.update(.tick(stamp))
    #expect(effects.isEmpty)
  }
}
