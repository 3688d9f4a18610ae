import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// What matters most is whole, or can be reached, where there is little room.
@Suite struct SmallScreenTests {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60)]

  @Test(arguments: sizes)
  func `what is said before they go can be read to its end, and what is missing stays`(
    size: Size
  ) throws {
    let room = try Room.dosed(hasChecks: true)
    let sitting = try Sitting(in: room, size: size)
    sitting.press(":infusion stop⏎")
    try sitting.at("15:36").press("⎋:phase recovery⏎:leaving⏎")
    let region = sitting.interface.layout.notes
    var seen = ""
    for _ in 0..<60 {
      #expect(sitting.words(in: region).contains("missing: "), "\(sitting.screen)")
      seen += " " + sitting.words(in: region)
      sitting.press("↓")
    }
    let words = try #require(sitting.interface.session.rules?.care.aftercare)
    #expect(!words.isEmpty)
    for term in words {
      for word in term.name.split(separator: " ") { #expect(seen.contains(word), "\(word)") }
    }
    #expect(seen.contains("to say before they go"))
    let end = sitting.words(in: region)
    for _ in 0..<60 { sitting.press("↑") }
    #expect(sitting.words(in: region) != end)
    for _ in 0..<10 { sitting.press(.pageDown) }
    #expect(sitting.words(in: region) == end)
  }

  @Test(arguments: [
    ("206/121 98 96 15", ["BP 206/121", "call the prescriber.", "limit 180/"]),
    ("206/98 98 96 15", ["BP 206/98", "call the prescriber."]),
  ])
  func `in quiet the next step of an urgent notice stays whole`(set: String, words: [String]) throws
  {
    let sitting = try Sitting.careful()
    sitting.press("v\(set)⏎")
    sitting.press("y⏎").wait(seconds: 1)
    #expect(sitting.noticeRow.contains("quiet 1:5"))
    for words in words { #expect(sitting.noticeRow.contains(words), "\(sitting.noticeRow)") }
  }

  @Test(arguments: [(60, ""), (60, "y⏎"), (80, ""), (120, "")])
  func `beside a hidden emergency the value of an urgent notice stays whole`(
    columns: Int,
    quiet: String
  ) throws {
    let sitting = try Sitting.careful(size: (columns == 60 ? 16 : 36, columns))
    sitting.press("e").wait(seconds: 2).press("⎋")
    sitting.press("v206/121 98 87 15⏎\(quiet)").wait(seconds: 1)
    let row = sitting.noticeRow
    #expect(row.contains("EMERGENCY 0:00:"), "\(row)")
    #expect(row.contains("URGENT"), "\(row)")
    #expect(row.contains("SpO2 87") || row.contains("BP 206/121"), "\(row)")
    #expect(row.contains("+1") || row.contains("(1 more)"), "\(row)")
    #expect(!row.contains("…"), "\(row)")
  }

  @Test(arguments: [60, 64, 72, 80])
  func `what nobody has agreed on yet is named whole`(columns: Int) throws {
    let room = try Room()
    let sitting = try Sitting(in: room, size: Size(rows: 16, columns: columns))
    for words in ["Nothing agreed", "calming, touch, allergies, escort."] {
      #expect(sitting.row(3).contains(words), "\(sitting.row(3))")
    }
  }

  @Test func `what is on record is not said to be missing`() throws {
    let room = try Room()
    try room.enter("escort sister Ann, 555", at: "13:48")
    try room.enter("dose iv 35mg over 40m", at: "14:08")
    try room.enter("phase onset", at: "14:12")
    room.pass(milliseconds: 120_000)
    let sitting = try Sitting(in: room)
    #expect(
      sitting.row(3) == " Not on record yet: calm, touch, stop sign, allergy.",
      "\(sitting.row(3))"
    )
  }

  @Test func `what several doses are in all stays on the smallest screen`() throws {
    let room = try Room()
    try room.enter("weight 70kg", at: "13:48")
    try room.enter("dose iv 20mg", at: "14:00")
    try room.enter("dose iv 15mg", at: "14:10")
    try room.enter("phase recovery", at: "14:20")
    room.pass(milliseconds: 120_000)
    let sitting = try Sitting(in: room, size: Size(rows: 16, columns: 60))
    #expect(sitting.row(2).contains("35 mg in"), "\(sitting.row(2))")
  }

  @Test func `a limit on one of a pair says which one it is on`() throws {
    let sitting = try Sitting.careful()
    sitting.press("v206/121 98 96 15⏎").wait(seconds: 1)
    #expect(sitting.noticeRow.contains("limit 180/"), "\(sitting.noticeRow)")
    let other = try Sitting.careful()
    other.press("v206/98 98 96 15⏎").wait(seconds: 1)
    #expect(other.noticeRow.contains("limit 180 sys"), "\(other.noticeRow)")
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)])
  func `the row for open checks says what to do about them`(size: Size) throws {
    let sitting = try Sitting(in: try Room.dosed(hasChecks: true), size: size)
    #expect(sitting.noticeRow.contains("dose given with "))
    #expect(sitting.noticeRow.contains("Say why these were open."), "\(sitting.noticeRow)")
    let isCounted =
      sitting.noticeRow.contains(" more.") || sitting.noticeRow.contains(" open checks.")
    #expect(isCounted, "\(sitting.noticeRow)")
  }

  @Test func `the row of a small replay says what is to be explained`() throws {
    let replaying = try Replaying(
      try Room.dosed(hasChecks: true),
      size: Size(rows: 16, columns: 60),
      at: "14:30"
    )
    #expect(
      replaying.screen.contains(" open checks. Say why these were open."),
      "\(replaying.screen)"
    )
  }

  @Test func `a worksheet with a strength still says what is open`() throws {
    let room = try Room(hasChecks: true)
    try room.enter("weight 70kg", at: "13:48")
    room.pass(milliseconds: 120_000)
    let sitting = try Sitting(in: room, size: Size(rows: 24, columns: 80))
    for line in [
      ":plan iv 35mg over 40m conc 10mg/ml", ":plan iv 350mg over 40m conc 7mg/ml last 30mg",
    ] {
      sitting.press(line)
      let lines = sitting.lines(in: sitting.interface.layout.notes)
      #expect(lines.contains { $0.hasPrefix(" open ") && $0.contains("identity") }, "\(lines)")
      #expect(lines.contains { $0.contains(" mg/mL = ") })
      #expect(lines.filter { !$0.contains { $0 != " " } }.count < 2, "\(lines)")
      sitting.press("⌃u⎋⎋")
    }
  }

  @Test func `a volume is rounded in one place`() throws {
    let room = try Room(hasChecks: true)
    try room.enter("weight 70kg", at: "13:48")
    room.pass(milliseconds: 120_000)
    let sitting = try Sitting(in: room, size: Size(rows: 36, columns: 120))
    sitting.press(":plan iv 34.9mg over 40m conc 50mg/ml")
    #expect(sitting.words(in: sitting.interface.layout.notes).contains("= 0.698 mL"))
    #expect(sitting.screen.contains("50 mg/mL: 0.698 mL"))
    #expect(!sitting.screen.contains(" 0.7 mL"))
    sitting.press("⏎")
    #expect(sitting.newest.contains("0.698 mL") || sitting.screen.contains("0.698 mL"))
  }

  @Test func `the scores keep the column of the base`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    for script in ["o642⏎", "o551⏎", "o440⏎", "o330⏎"] { sitting.press(script).wait(seconds: 90) }
    let lines = sitting.lines(in: sitting.interface.layout.observed)
    #expect(lines[0].contains(" base "), "\(lines)")
    #expect(lines[0].contains("+3"), "\(lines)")
  }

  @Test func `a model shows its low and its high where there is room for three rows`() throws {
    let replay = try Replaying(try Room.dosed(), at: "14:30")
    replay.press(":model⏎")
    let lines = replay.lines(in: replay.interface.layout.modelRows)
    let labels = lines.prefix(3).compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(labels == ["high", "model", "low"], "\(lines)")
    let heights = lines.prefix(3).map { line in
      line.unicodeScalars.reduce(0) { sum, scalar in
        (0x2581...0x2588).contains(scalar.value) ? sum + Int(scalar.value - 0x2580) : sum
      }
    }
    #expect(heights == heights.sorted(by: >) && Set(heights).count == 3, "\(heights)")
    let small = try Replaying(try Room.dosed(), size: Size(rows: 16, columns: 60), at: "14:30")
    small.press(":model⏎")
    #expect(small.lines(in: small.interface.layout.modelRows)[0].hasPrefix(" model"))
  }

  @Test func `an order while an urgent notice is open says that it is tied to none`() throws {
    let sitting = try Sitting.careful(size: (36, 120))
    sitting.press("v206/121 98 96 15⏎:order clonidine 0.1mg po by dr-l read back⏎")
    #expect(sitting.screen.contains("Tied to no notice while BP 206/121 is open"))
    #expect(sitting.screen.contains("for bp … ties it."))
    sitting.press(":order labetalol 10mg iv for bp by dr-l⏎")
    #expect(!sitting.screen.contains("ied to no notice"))
  }

  @Test(arguments: SmallScreenTests.sizes + [Size(rows: 36, columns: 120)])
  func `everything agreed on stands whole on a page, with who said it and when`(size: Size) throws {
    let room = try Room.dosed()
    let calming = "slower music, hand on shoulder, the window open, nobody speaks until she does"
    try room.enter("calming \(calming)", at: "14:30", by: "jb", .therapist)
    try room.enter("touch hand and shoulder only", at: "14:31")
    try room.enter("stopsign raised palm", at: "14:31")
    try room.enter("intention be with the grief", at: "14:32")
    let sitting = try Sitting(in: room, size: size)
    sitting.press(":agreed⏎")
    let region = sitting.interface.layout.notes
    var seen = sitting.words(in: region)
    for _ in 0..<12 {
      sitting.press("↑")
      seen += " " + sitting.words(in: region)
    }
    for words in [
      "14:30 JB", calming, "13:48 AR", "sister", "none", "raised palm", "be with the grief",
      "hand and shoulder only",
    ] {
      #expect(seen.contains(words), "\(words)\n\(sitting.screen)")
    }
    #expect(!seen.contains("slower music 13:48"))
    sitting.press("⎋:agr⇥")
    #expect(sitting.line.contains("agreed"))
  }

  @Test func `what waits to be confirmed is offered for it with its words`() throws {
    let room = try Room.dosed()
    let name = try #require(try room.enter("given ondansetron 4000mg iv", at: "14:33").first)
    let sitting = try Sitting(in: room)
    sitting.press(":confirm ⇥")
    let index = try #require(sitting.interface.session.index(of: name.id))
    #expect(sitting.line.contains("confirm \(sitting.interface.session.name(of: index))"))
    #expect(sitting.words(in: sitting.interface.layout.notes).contains("ondansetron 4000"))
    sitting.press("⏎⏎")
    #expect(sitting.newest.contains("confirmed"))
  }
}
