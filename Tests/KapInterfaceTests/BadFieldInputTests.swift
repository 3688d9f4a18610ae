import KapCanvas
import KapEntry
import KapTimeline
import Testing

@testable import KapInterface

/// The fields of keys with nothing, less than nothing, the absurd and a wrong unit: what was typed
/// stands where it was typed, a sentence says why, and nothing is recorded.
@Suite struct BadFieldInputTests {
  private func readings(_ sitting: Sitting) -> Vitals? {
    guard case .vitals(let vitals) = sitting.interface.session.entries.last?.event else {
      return nil
    }
    return vitals
  }

  @Test(arguments: [
    ("6/10 4", "Dissoc", "from 0 to 10"), ("11 9 3", "Dissoc", "from 0 to 10"),
    ("6 7 3", "MOAA/S", "from 0 to 5"), ("-1 9 3", "Dissoc", "from 0 to 10"),
    ("6 4/5 2", "MOAA/S", "from 0 to 5"), ("6 4 2 7", "Distress", "from 0 to 10"),
    ("6 4.5 2", "MOAA/S", "from 0 to 5"), ("6mg 4 2", "Dissoc", "from 0 to 10"),
    ("999 4 2", "MOAA/S", "from 0 to 5"), ("six 4 2", "Dissoc", "from 0 to 10"),
    ("٦ 4 2", "Dissoc", "from 0 to 10"), ("6 4 99", "Distress", "from 0 to 10"),
    ("0 -3 2", "MOAA/S", "from 0 to 5"), ("6% 4", "Dissoc", "from 0 to 10"),
    ("15 1", "Dissoc", "from 0 to 10"), ("15", "Dissoc", "from 0 to 10"),
    ("181", "Dissoc", "from 0 to 10"),
  ])
  func `what is no score stays in its slot and names it and the range`(
    typed: String,
    slot: String,
    range: String
  ) throws {
    let sitting = try Sitting(in: Room.dosed(), size: Size(rows: 36, columns: 120))
    let before = sitting.count
    sitting.press("o\(typed)⏎⏎")
    #expect(sitting.count == before)
    let problem = try #require(sitting.interface.field?.problem)
    #expect(problem.message.contains(slot) || problem.message.contains(slot.prefix(6)))
    #expect(problem.message.contains(range), "\(problem.message)")
    guard case .scores(let scores) = sitting.interface.field?.content else {
      Issue.record("the field is gone")
      return
    }
    // Every character that is no space stands there, in the order in which it was typed.
    #expect(scores.texts.joined().filter { $0 != " " } == typed.filter { $0 != " " })
    let kept = scores.draft
    var again = ScoresField(scores.scales)
    again.restore(kept)
    #expect(again.draft == kept)
  }

  @Test func `a score that was mended is recorded, and a slot left out is absent`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("o6 7 3⏎4⏎")
    #expect(sitting.scored == [6, 4, 3])
    sitting.wait(minutes: 2).press("o- 4 2⏎")
    let scores = sitting.interface.session.entries.suffix(2).map(\.event)
    #expect(
      scores
        == [.score(Score(scale: "moaas", value: 4)), .score(Score(scale: "distress", value: 2))]
    )
  }

  @Test(arguments: [
    ("151", [1.0, 5, 1]), ("110", [1, 1, 0]), ("1010", [10, 1, 0]), ("1 5 1", [1, 5, 1]),
    ("642", [6, 4, 2]), ("1110", [1, 1, 10]),
  ])
  func `one digit each is one score each, be the first a 1 too`(
    typed: String,
    scores: [Double]
  ) throws {
    let sitting = try Sitting.inPeak()
    sitting.press("o\(typed)⏎")
    #expect(sitting.scored.suffix(scores.count) == scores)
  }

  @Test func `scores that are pasted keep their spaces`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("o").press(.paste("1 4 2"))
    sitting.press("⏎")
    #expect(sitting.scored == [1, 4, 2])
  }

  @Test(arguments: ["128/82 72bpm 98%", "128/82 72 bpm 98 %", "128/82mmHg 72bpm 98%"])
  func `a unit behind a reading is its unit`(typed: String) throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v\(typed)⏎")
    #expect(sitting.newest == "AR vitals BP 128/82 HR 72 SpO2 98")
    sitting.wait(minutes: 2).press("vt98.6F⏎")
    #expect(readings(sitting)?.temperature == 37)
  }

  @Test(arguments: [
    "0/0", "-5", "128/82 0", "128/82 -9", "128/82 7777777777", "128/82 72kg", "h72s98", "h72%",
    "s980", "s98bpm", "r140", "t98.6", "t310k", "t36.8bpm", "82/128", "128/82/60", "h7/2", "h74lb",
    "128/82 supine", "128/82 72 nausea", "h٧٢", "128/82 w o2 200l", "128/82 w o2 -2l",
    "128/82 w o2 2ml", "t36.8 C", "t36.8F",
  ])
  func `what is no reading stays in the vitals field`(typed: String) throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v\(typed)⏎⏎")
    #expect(sitting.count == before, "\(sitting.newest)")
    #expect(sitting.interface.field?.problem != nil)
    guard case .vitals(let slots) = sitting.interface.field?.content else {
      Issue.record("the field is gone")
      return
    }
    #expect(!slots.isEmpty)
  }

  @Test(arguments: ["v128/82 240⏎", "vs70⏎", "v240/100⏎", "vt41⏎", "v128/82 w o2 40l⏎"])
  func `what is unusual is asked about once`(script: String) throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press(script)
    #expect(sitting.count == before)
    #expect(sitting.interface.field?.asked.isEmpty == false)
    sitting.press("y")
    #expect(sitting.count > before)
  }

  @Test(arguments: [
    ("xnausea awful⏎", "nausea awful"), ("xawful⏎", ""), ("x1awful⏎", "awful"), ("x0⏎", ""),
    ("x-1⏎", ""), ("x1mildd⏎", ""), ("x1 9⏎", ""),
  ])
  func `a word that is no effect falls on no other row`(script: String, said: String) throws {
    let sitting = try Sitting.inPeak()
    sitting.press(script)
    let effects = sitting.entries.filter { $0.contains("rash") || $0.contains("effect") }
    #expect(effects.allSatisfy { $0.contains("awful") }, "\(effects)")
    if !said.isEmpty, effects.isEmpty {
      #expect(sitting.screen.contains(said))
      #expect(sitting.isWriting)
    }
  }

  @Test func `nausea and how bad it is, typed as words, are nausea`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("xnausea awful⏎")
    #expect(sitting.count == before)
    #expect(sitting.line.contains("nausea awful"))
    #expect(sitting.interface.field?.problem?.message.contains("awful") == true)
    sitting.press("⌃u").press("nausea mild⏎")
    #expect(sitting.newest.contains("nausea"))
    sitting.wait(minutes: 1).press("xrash⏎")
    #expect(sitting.newest.contains("rash"))
  }

  @Test func `letters in a list of phases choose nothing`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("precovery⏎⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("“recovery” is no choice here."))
    for _ in "recovery" { sitting.press("⌫") }
    sitting.press("⏎")
    #expect(sitting.count == before + 1)
  }

  @Test func `a technique that is not listed is said, asked about once, and kept by y`() throws {
    let sitting = try Sitting(in: Room.dosed(), size: Size(rows: 36, columns: 120))
    let before = sitting.count
    sitting.press("timagry start")
    #expect(sitting.screen.contains("imagry is not listed; guided imagery is"))
    sitting.press("⏎")
    #expect(sitting.count == before)
    #expect(sitting.interface.field?.asked.count == 1)
    sitting.press("y")
    #expect(sitting.count == before + 1)
    sitting.wait(minutes: 1).press(":technique imagry stop⏎")
    #expect(sitting.count == before + 2)
    sitting.press(":modality foo start⏎")
    #expect(sitting.interface.field?.asked.count == 1)
  }

  @Test func `a number is nobody to call`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("rcall 28⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("nobody's name"))
  }

  @Test(arguments: [
    ("95", "95 minutes have not passed yet: it is minute 0."), ("-5", ""), ("0.5.5", ""),
    ("95mg", ""), ("99999999", ""), ("soon", ""), ("1e3", ""),
  ])
  func `minutes that have not passed, and what is none, are refused`(
    typed: String,
    said: String
  ) throws {
    let room = try Room(protocol: "esketamine", hasChecks: true)
    try room.enter("dose in esketamine 28mg lot A1", at: "14:00")
    let sitting = try Sitting(in: room)
    sitting.press("⎋:leaving⏎")
    while sitting.chosenCheck?.item.needs != .minutes { sitting.press("↓") }
    let before = sitting.count
    sitting.press("⏎\(typed)⏎")
    #expect(sitting.count == before)
    #expect(sitting.line.contains(typed))
    let problem = try #require(sitting.interface.field?.problem)
    #expect(said.isEmpty || problem.message == said, "\(problem.message)")
  }

  @Test(arguments: ["9", "-1", "5mg", "4", "x", "٣"])
  func `what is no answer of an item is not taken for another`(typed: String) throws {
    let sitting = try Sitting.careful()
    sitting.press(":assess phq9⏎")
    let before = sitting.count
    sitting.press("\(typed)⏎")
    #expect(sitting.count == before)
    guard case .questionnaire(let page) = sitting.interface.field?.content else {
      Issue.record("the page is gone")
      return
    }
    let isSkip = typed.hasPrefix("-")
    #expect(page.assessment.answers.isEmpty || isSkip && page.assessment.answers["1"] == nil)
  }

  @Test func `a set that is still to come is not left out, and the list says from when`() throws {
    let room = try Room()
    try room.enter("dose iv 35mg over 40m", at: "14:08")
    let sitting = try Sitting(in: room)
    let before = sitting.count
    sitting.press(":notdone vitals+40 because asleep⏎")
    #expect(sitting.count == before)
    let message = try #require(sitting.interface.field?.problem?.message)
    #expect(message == "Vitals +40 is due from 14:43 on, not yet.")
    sitting.press("⎋")
    try sitting.at("14:46:30").press(":notdone vitals+40 because asleep⏎")
    #expect(sitting.count == before + 1)
  }
}
