import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct DebriefPageTests {
  private let page = ReadingPage(
    title: "Debrief, as far as 14:38:05",
    sections: [
      ReadingPage.Section(
        title: "What happened to the patient, and what the record says of it",
        lines: (0..<30).map { number in
          ReadingPage.Line(
            time: "14:\(10 + number) to 14:50",
            words: "BP up to 184/112: recorded 14:38 by AR, 2 min after it began, in a line that "
              + "is longer than the smallest of all screens is wide"
          )
        }
      ),
      ReadingPage.Section(title: "Notices", lines: []),
    ],
    foot: "These are times, set side by side. Nobody is graded."
  )

  @Test(arguments: [(16, 60), (24, 80), (36, 120), (60, 200)])
  func `the debrief of a practice session is a page that arrows turn`(
    rows: Int,
    columns: Int
  ) throws {
    let room = try Room.dosed()
    let sitting = try Sitting(
      in: room,
      size: Size(rows: rows, columns: columns),
      mode: .practice
    )
    let header = sitting.header.prefix(30)
    sitting.press(":debrief⏎")
    #expect(sitting.asked.contains(.debrief))
    sitting.send(.debriefed(page))
    #expect(sitting.screen.contains("Debrief, as far as 14:38:05"))
    #expect(sitting.screen.contains("14:10 to 14:50"))
    #expect(sitting.header.prefix(30) == header)
    for word in ["longer", "smallest", "wide"] { #expect(sitting.screen.contains(word)) }
    // The session goes on below it, and the page stays where it is.
    sitting.wait(seconds: 5)
    #expect(sitting.screen.contains("14:10 to 14:50"))
    sitting.press(.end)
    #expect(sitting.screen.contains("Nobody is graded."))
    #expect(sitting.screen.contains("nothing"))
    sitting.press(.home)
    sitting.press("␣")
    #expect(sitting.screen.contains("14:10 to 14:50") == (rows >= 60))
    sitting.press("⎋")
    #expect(!sitting.screen.contains("Debrief, as far as"))
    sitting.send(.debriefed(page))
    let before = sitting.count
    sitting.press("n")
    #expect(!sitting.screen.contains("Debrief, as far as"))
    #expect(sitting.line.contains("NOTE"))
    #expect(sitting.count == before)
  }

  @Test func `a real session has none, and says so`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":debrief⏎")
    #expect(!sitting.asked.contains(.debrief))
    #expect(sitting.echo.contains("only a practice session has a story to compare with"))
    let replay = try Replaying(sitting.room, at: "14:30")
    replay.press(":debrief⏎")
    #expect(replay.asked.isEmpty)
  }

  @Test func `it stands in the list of all words and on the page of keys of practice`() throws {
    #expect(ConsoleCommand.all.contains { $0.name == "debrief" })
    #expect(Keymap.practice.contains { $0.help.contains(":debrief") })
    #expect(!Keymap.live.contains { $0.help.contains(":debrief") })
    let sitting = try Sitting(in: try Room.dosed(), mode: .practice)
    sitting.press(":deb⇥")
    #expect(sitting.line.contains("debrief"))
  }

  @Test func `the dose of an earlier session is known by its amount, day and number`() throws {
    let room = try Room.dosed()
    try room.enter("infusion stop", at: "14:38")
    let dose = try #require(PreviousDose(in: Session(replaying: room.events)))
    #expect(dose.words == "\(plain(dose.amount.milligrams, places: 3)) mg on 2025-11-04, session 3")
    #expect(dose.amount.milligrams > 25 && dose.amount.milligrams < 30)
    let none = try Room()
    #expect(PreviousDose(in: Session(replaying: none.events)) == nil)
  }
}
