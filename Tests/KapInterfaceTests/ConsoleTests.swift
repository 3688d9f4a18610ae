import KapCanvas
import KapEntry
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct ConsoleTests {
  @Test func `Tab on the empty line lists every verb and every command`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":⇥")
    let choices = try #require(sitting.interface.field?.completions?.choices)
    for usage in Entry.vocabulary { #expect(choices.contains { usage.forms.contains($0) }) }
    for command in ConsoleCommand.all { #expect(choices.contains(command.name)) }
    #expect(sitting.screen.contains("What may stand here"))
    try expect(sitting, shows: "line-lists-80x24")
  }

  @Test func `Tab goes on, Shift-Tab goes back, another key keeps what stands there`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":the⇥")
    let first = sitting.line
    sitting.press("⇥")
    sitting.press("⇤")
    #expect(sitting.line == first)
    sitting.press(" ")
    #expect(sitting.interface.field?.completions == nil)
  }

  @Test func `the free line and the console share no line`() throws {
    let sitting = try Sitting.inPeak()
    let context = sitting.interface.entryContext(openedAt: sitting.room.now)
    let lines = [
      "leave", "goto +40", "goto 14:05", "find tears", "blank", "keys", "sentences", "quit", "plan",
      "scores",
      "events", "checks", "leaving", "theme dark",
    ]
    for line in lines where !line.hasPrefix("theme") {
      #expect(throws: EntryError.self) { try Entry.parse(line, in: context) }
    }
    // `theme` means the screen only with the name of a theme of the screen alone.
    sitting.press(":theme grief 2⏎")
    #expect(sitting.newest == "AR theme grief 2")
    sitting.press(":theme dark 2⏎")
    #expect(sitting.newest == "AR theme dark 2")
    let before = sitting.count
    sitting.press(":theme light⏎")
    #expect(sitting.asked.last == .theme("light"))
    #expect(sitting.count == before)
    sitting.press(":leave jb⏎")
    #expect(sitting.newest == "AR JB left")
    #expect(!sitting.asked.contains(.leave))
  }

  @Test func `the beginning of a theme's name alone records nothing`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press(":theme lig⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("There are: dark, light, night-red"))
  }

  @Test func `a theme is shown while its name stands there, and Esc reverts`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":theme light")
    #expect(sitting.asked.last == .preview("light"))
    #expect(sitting.echo.contains("theme light"))
    sitting.press("⎋")
    #expect(sitting.asked.last == .preview(nil))
    sitting.press("⏎⌃utheme ⇥")
    #expect(sitting.asked.last == .preview("dark"))
    sitting.press("⇥⇥")
    #expect(sitting.asked.last == .preview("night-red"))
    sitting.press("⌫")
    #expect(sitting.asked.last == .preview(nil))
  }

  @Test func `leave leaves, quit says how`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":quit⏎")
    #expect(sitting.echo.contains(":end"))
    #expect(!sitting.asked.contains(.leave))
    sitting.press(":leave⏎")
    #expect(!sitting.asked.contains(.leave))
    #expect(sitting.screen.contains("Hand over first"))
    sitting.press("⌃uleave because supper⏎")
    #expect(sitting.asked.contains(.leave))
    #expect(sitting.newest.contains("supper"))
  }

  @Test func `before the dose, and where another keeps watch, leave just leaves`() throws {
    let early = try Sitting()
    early.press(":leave⏎")
    #expect(early.asked.contains(.leave))

    let room = try Room.dosed()
    try room.enter("join mk as monitor", by: "mk", seat: "other")
    let sitting = try Sitting(in: room)
    sitting.press(":leave⏎")
    #expect(sitting.asked.contains(.leave))
  }

  @Test func `ending a session is a typed word, refused while anything is open`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":end⏎")
    #expect(sitting.echo.contains("The session cannot end yet: infusion running."))
    sitting.press("⎋")
    sitting.press(":infusion stop⏎:end⏎")
    #expect(sitting.header.contains("ended 14:38"))
  }

  @Test func `after the end late facts and a reopening are still possible`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":infusion stop⏎:end⏎").wait(minutes: 5)
    sitting.press("nafter it⏎")
    #expect(sitting.screen.contains("The session ended at 14:38."))
    sitting.press("⌃u@14:30 before it⏎")
    #expect(sitting.entries.contains("AR before it"))
    sitting.press(":reopen because she came back⏎")
    #expect(sitting.header.contains("T+"))
  }

  @Test func `a sentence is said back in words with wall clock and minute`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:38:30").press("rond⇥ 4mg iv for nausea by dr-l")
    #expect(
      sitting.screen.contains("given ondansetron 4 mg IV for nausea, ordered by dr-l at 14:38:30")
    )
  }

  @Test func `a long echo takes two lines, and what is saved stays in sight`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("rdose iv 35mg over 40m")
    #expect(sitting.echo.contains("dose ketamine IV 35 mg over 40 minutes"))
    #expect(sitting.saved.contains("ends 15:18"))
    #expect(sitting.hints.contains("Saved 14:31:00, all 19 entries."))
  }

  @Test func `because without a reason is none`() throws {
    let sitting = try Sitting(in: try Room.dosed())
    sitting.press(":leave because⏎")
    #expect(!sitting.asked.contains(.leave))
    #expect(sitting.screen.contains("Hand over first"))
  }

  @Test func `the words that were looked for are no draft`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":find breath").wait(seconds: 1)
    sitting.press("⏎")
    let kept = sitting.asked.compactMap { effect in
      if case .keep(let draft) = effect { draft.field } else { nil }
    }
    let forgotten = sitting.asked.compactMap { effect in
      if case .forget(let name) = effect { name } else { nil }
    }
    #expect(!kept.isEmpty)
    #expect(Set(forgotten) == Set(kept))
  }

  @Test func `it is said that no dose stands any more`() throws {
    let sitting = try Sitting(in: try Room())
    sitting.press(":weight 70kg⏎:infusion start 50mg/h⏎").wait(minutes: 2)
    #expect(sitting.header.contains("T+"))
    sitting.press(":undo because test⏎")
    #expect(sitting.screen.contains("No dose stands any more"), "\(sitting.screen)")
    sitting.press(":infusion start 50mg/h⏎")
    #expect(!sitting.screen.contains("No dose stands any more"), "\(sitting.screen)")
  }
}
