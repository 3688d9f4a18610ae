import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct QuestionnaireTests {
  @Test(arguments: EmergencyTests.sizes)
  func `the page asks an item at a time`(rows: Int, columns: Int) throws {
    let sitting = try Sitting.careful(size: (rows, columns))
    sitting.press(":assess phq9⏎2103102")
    try expect(sitting, shows: "questionnaire-\(columns)x\(rows)")
    #expect(sitting.screen.contains("PHQ-9  item 8 of 9"))
    #expect(sitting.screen.contains("3  nearly every day") || sitting.screen.contains("3 nearly"))
    sitting.press("12")
    try expect(sitting, shows: "questionnaire-end-\(columns)x\(rows)")
    #expect(sitting.screen.contains("PHQ-9 12, moderate"))
    #expect(sitting.screen.contains("!!!  Ask about suicide now."))
  }

  @Test func `nine digits and Enter, under ten seconds, and only Enter records`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎")
    let (before, began) = (sitting.count, sitting.room.now)
    sitting.press("210310210")
    #expect(sitting.count == before)
    sitting.press("⏎")
    #expect(sitting.newest == "AR PHQ-9 10, moderate")
    #expect((sitting.room.now - began).wholeSeconds < 10)
    #expect(!sitting.isWriting)
  }

  @Test func `the page of scores holds a score to what an earlier session had`() throws {
    let sitting = try Sitting(in: Room(), size: Size(rows: 36, columns: 120))
    let earlier = EarlierScore(
      scale: "madrs",
      value: 40,
      wall: WallTime(sitting.room.now - .minutes(7 * 1440), offset: .utc),
      receivedAt: sitting.room.now
    )
    sitting.interface.lookBack = nil
    sitting.press(":scale madrs 20⏎")
    sitting.press(":scores⏎")
    #expect(sitting.screen.contains("Earlier sessions are still being read"))
    sitting.press("⎋")
    _ = sitting.interface.update(.lookedBack(LookBack(scores: [earlier])))
    sitting.press(":scores⏎")
    #expect(!sitting.screen.contains("still being read"))
    let words = sitting.words(in: sitting.interface.layout.notes)
    #expect(words.contains("MADRS 20, moderate, response: 50 % or more below 40 on "))
  }

  @Test(arguments: ["61", "600", "101", "99999999"])
  func `a number that is too much is refused whole, never cut to one that fits`(
    typed: String
  ) throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess parts⏎")
    let before = sitting.count
    sitting.press(typed + "⏎⏎⏎")
    #expect(sitting.echo.contains("no answer"))
    #expect(sitting.count == before)
    #expect(sitting.isWriting)
    for _ in typed { sitting.press("⌫") }
    sitting.press("7⏎")
    #expect(sitting.screen.contains("item 2 of") || sitting.screen.contains("part 2 of"))
  }

  @Test func `pasted answers stop at the first that is none`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎")
    sitting.press(.paste("2 1 0 7 1 0 2 1 0"), after: 1)
    #expect(sitting.echo.contains("7 is no answer"))
    #expect(sitting.screen.contains("item 4 of 9"))
  }

  @Test func `back, skip, and a wrong digit`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎2⌫1-7")
    #expect(sitting.echo.contains("7 is no answer: 0 to 3, or - skips."))
    sitting.press("0000000")
    #expect(sitting.screen.contains("Answers 1 - 0 0 0 0 0 0 0"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR PHQ-9, 1 skipped")
  }

  @Test func `Enter before the end records nothing and says which is open`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎21")
    let before = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("Item 3 has no answer yet: nothing is recorded."))
  }

  @Test func `put aside and taken up again it goes on at the first open item`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎21⌫⎋")
    #expect(sitting.echo.contains("Put aside: PHQ-9"))
    sitting.press("⏎")
    #expect(sitting.screen.contains("item 3 of 9"))
    sitting.press("⎋:assess phq9⏎")
    #expect(sitting.screen.contains("item 3 of 9"))
  }

  @Test func `after a crash it is offered again with its answers`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎21-").wait(seconds: 1)
    let kept = sitting.asked.compactMap { effect -> KeptDraft? in
      if case .keep(let draft) = effect { return draft }
      return nil
    }
    let last = try #require(kept.last)
    #expect(last.text == "2 1 - _ _ _ _ _ _")
    let next = try Sitting(in: sitting.room)
    next.send(.restored([last]))
    #expect(next.echo.contains("PHQ-9. Enter takes it up."))
    next.press("⏎000000⏎")
    #expect(next.newest == "AR PHQ-9, 1 skipped")
  }

  @Test func `a triage is the highest yes, never a sum`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess cssrs⏎110100⏎")
    #expect(sitting.newest == "AR C-SSRS 4")
  }

  @Test func `a no to the second question goes on to the sixth`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess cssrs⏎00")
    #expect(sitting.screen.contains("C-SSRS  item 3 of 3"))
    #expect(sitting.screen.contains("3  Question 6"))
    sitting.press("0")
    #expect(sitting.screen.contains("C-SSRS  all 3"))
    #expect(sitting.screen.contains("Answers 0 0 . . . 0"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR C-SSRS 0")
    let last = try #require(sitting.interface.session.entries.last?.event)
    #expect(last == .assessment(Assessment(scale: "cssrs", answers: ["1": 0, "2": 0, "6": 0])))
  }

  @Test func `going back to say yes asks what hung on it`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess cssrs⏎100⌫⌫1")
    #expect(sitting.screen.contains("item 3 of 6"))
    sitting.press("⎋⏎")
    #expect(sitting.screen.contains("item 3 of 6"))
    sitting.press("10⌫⌫⌫0")
    #expect(
      sitting.screen.contains("Answers 1 0 . . . 0") || sitting.screen.contains("item 3 of 3")
    )
    sitting.press("⌫11100")
    #expect(sitting.screen.contains("Answers 1 1 1 1 0 0"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR C-SSRS 4")
  }

  @Test func `parts are numbers with Enter each, and Enter at the end records`() throws {
    let sitting = try Sitting.careful()
    let before = sitting.count
    sitting.press(":assess parts⏎12⏎")
    #expect(sitting.screen.contains("item 2 of 2"))
    sitting.press("61⏎")
    #expect(sitting.echo.contains("That is no answer here."))
    sitting.press("⌫⌫40⏎")
    #expect(sitting.count == before)
    sitting.press("⏎")
    #expect(sitting.count == before + 1)
  }

  @Test func `o and o again list the questionnaires`() throws {
    let sitting = try Sitting.careful()
    let before = sitting.count
    sitting.press("oo")
    #expect(sitting.screen.contains("PHQ-9, 9 items"))
    let key = try #require(sitting.interface.questionnaires.firstIndex { $0.name == "phq9" })
    sitting.press(Interface.key(key))
    #expect(sitting.screen.contains("PHQ-9  item 1 of 9"))
    #expect(sitting.count == before)
  }

  @Test func `any keys on the page record nothing before Enter and never trap`() throws {
    var generator = SeededGenerator(seed: 31)
    let all: [Key] =
      (0...9).map { .character(Character(String($0))) } + [
        .character("-"), .character("x"), .character("@"), .backspace, .left, .right, .up, .down,
        .tab, .backTab, .paste("21-99"), .delete, .home, .control("u"), .unknown,
      ]
    for name in ["phq9", "cssrs", "parts"] {
      let sitting = try Sitting.careful()
      sitting.press(":assess \(name)⏎")
      let before = sitting.count
      for _ in 0..<400 {
        sitting.press(all.randomElement(using: &generator) ?? .unknown)
        _ = sitting.interface.draw()
      }
      #expect(sitting.count == before)
    }
  }
}
