import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct LookingTests {
  private func long() throws -> Sitting {
    let room = try Room.dosed()
    for number in 1...40 {
      try room.enter("note line \(number)", at: "14:\(number < 22 ? 38 + number : 59)")
    }
    return try Sitting(in: room)
  }

  @Test func `scrolling goes to Notes and End returns to the newest`() throws {
    let sitting = try long()
    #expect(sitting.screen.contains("line 40"))
    sitting.press(.pageUp)
    sitting.press(.pageUp)
    #expect(!sitting.screen.contains("line 40"))
    #expect(sitting.screen.contains("End returns"))
    sitting.press("k↑j↓")
    sitting.press(.end)
    #expect(sitting.screen.contains("line 40"))
    #expect(sitting.screen.contains("newest below"))
    sitting.press("g")
    #expect(sitting.screen.contains("session opened"))
    sitting.press("G")
    #expect(sitting.screen.contains("line 40"))
  }

  @Test func `a text longer than the pane is gone through row by row`() throws {
    let room = try Room.dosed()
    let words = (1...120).map { "word\($0)" }.joined(separator: " ")
    try room.enter("note \(words)", at: "14:39")
    let sitting = try Sitting(in: room)
    #expect(sitting.screen.contains("word120"))
    var rows: Set<Substring> = []
    for _ in 0..<80 {
      for row in sitting.screen.split(separator: "\n") { rows.insert(row.suffix(27)) }
      sitting.press("k")
    }
    let seen = rows.joined(separator: " ")
    for number in 1...120 { #expect(seen.contains("word\(number)")) }
  }

  @Test func `search finds as it is typed, and the brackets go from hit to hit`() throws {
    let sitting = try long()
    sitting.press("/line 7")
    #expect(sitting.screen.contains("finding line 7"))
    #expect(sitting.screen.contains("line 7"))
    sitting.press("⏎")
    #expect(!sitting.isWriting)
    sitting.press("⎋/line 1⏎[[")
    #expect(sitting.screen.contains("line 17"))
    sitting.press("⎋")
    #expect(sitting.screen.contains("newest below"))
  }

  @Test func `a search without a hit says so and records nothing`() throws {
    let sitting = try long()
    let before = sitting.count
    sitting.press("/zebra")
    #expect(sitting.screen.contains("No note has zebra."))
    sitting.press("⏎")
    #expect(sitting.count == before)
  }

  @Test func `the filter shows one kind, or one author`() throws {
    let sitting = try long()
    sitting.press("\\3⏎")
    #expect(sitting.screen.contains("only vitals"))
    #expect(!sitting.screen.contains("line 40"))
    #expect(sitting.screen.contains("146/90"))
    sitting.press("\\1⏎")
    #expect(sitting.screen.contains("line 40"))
    sitting.press("\\8⏎")
    #expect(sitting.screen.contains("only by JB"))
    sitting.press("⎋")
    #expect(sitting.screen.contains("line 40"))
  }

  @Test func `zoom shows whole rows with names and times of writing`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("z")
    #expect(sitting.screen.contains("a19, written 14:31:00 by AR"))
    #expect(!sitting.screen.contains("├─ Vitals"))
    sitting.press("z")
    #expect(sitting.screen.contains("─ Vitals"))
  }

  @Test func `zoom on the vitals shows trends, on the due list all of it`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("⇥z")
    #expect(sitting.screen.contains("Trends"))
    sitting.press("⇥")
    #expect(sitting.screen.contains("Due, all of it"))
    #expect(sitting.screen.contains("scores +50"))
    #expect(sitting.screen.contains("5 more ahead; d goes through them all"))
    sitting.press("⎋")
    #expect(sitting.screen.contains("─ Notes"))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)])
  func `planned readings that nobody took are counted, and named where all of it is due`(
    size: Size
  ) throws {
    let sitting = try Sitting(in: try Room(), size: size)
    try sitting.at("13:50").press(":weight 70kg⏎:dose iv 35mg over 40m⏎")
    if sitting.interface.field?.asked.isEmpty == false { sitting.press("y") }
    try sitting.at("14:09").press("⎋")
    #expect(sitting.screen.contains("0 of 16 done, 5 missed"))
    sitting.press("⇥z⇥")
    #expect(sitting.screen.contains("Due, all of it"))
    for item in ["vitals 0, not required", "vitals +10, not required", "scores +10, not required"] {
      #expect(sitting.screen.contains(item), "\(item)")
    }
    #expect(sitting.screen.contains("baseline vitals"))
  }

  @Test func `Tab moves the focus and says where it is`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("⇥")
    #expect(sitting.screen.contains("─ ›Vitals"))
    sitting.press("⇥")
    #expect(sitting.screen.contains("─ ›Due"))
    sitting.press("⇤")
    #expect(sitting.screen.contains("─ ›Vitals"))
  }

  @Test func `the brackets go from mark to mark`() throws {
    let sitting = try Sitting.inPeak()
    let places = ["14:19", "14:12"]
    for place in places {
      sitting.press("[")
      #expect(sitting.screen.contains("\(place), End returns"))
    }
    sitting.press("]")
    #expect(sitting.screen.contains("14:19, End returns"))
    sitting.press("]]")
    #expect(sitting.screen.contains("newest below"))
  }

  @Test func `goto shows the notes of a minute or of a time`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":goto +4⏎")
    #expect(sitting.screen.contains("14:12, End returns"))
    sitting.press(":goto 13:56⏎")
    #expect(sitting.screen.contains("13:56, End returns"))
    sitting.press(":goto soon⏎")
    #expect(sitting.screen.contains("That is no place in the session."))
  }

  @Test func `the quiet screen shows no words of or about the patient, and one key returns`() throws
  {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v172/104 98 96 15⏎nhalf⎋b")
    try expect(sitting, shows: "quiet-notice-80x24")
    for word in ["K-014", "172", "half", "JB", "slower music", "room"] {
      #expect(!sitting.screen.contains(word), "\(word)")
    }
    #expect(sitting.screen.contains("1 notice, not acknowledged"))
    #expect(sitting.screen.contains("a draft is kept"))
    sitting.press("vnpd x:⏎q/")
    #expect(sitting.screen.contains("b or Esc brings the session back"))
    #expect(sitting.count == before + 1)
    sitting.press("⎋")
    #expect(sitting.header.hasPrefix(" LIVE  K-014"))
  }

  @Test func `the quiet screen says that what was acknowledged is not over`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v172/104 98 96 15⏎ashe was coughing⏎b")
    #expect(sitting.screen.contains("1 notice, acknowledged, not over"), "\(sitting.screen)")
    #expect(!sitting.screen.contains("no notice"))
  }

  @Test func `after the clinic's idle minutes the quiet screen stands there, and drafts wait`()
    throws
  {
    let sitting = try Sitting.inPeak()
    sitting.press("nhalf a thought")
    sitting.wait(minutes: 9)
    #expect(sitting.header.contains("LIVE"))
    sitting.wait(minutes: 1)
    #expect(sitting.screen.contains("b or Esc brings the session back"))
    sitting.press("b")
    #expect(sitting.line.contains("half a thought"))
  }

  @Test func `i dims and undims`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("i")
    #expect(sitting.asked.last == .dim(true))
    sitting.press("i")
    #expect(sitting.asked.last == .dim(false))
  }

  @Test(arguments: [
    Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 60, columns: 200),
  ])
  func `the page of keys shows every binding, the clock and the notice`(size: Size) throws {
    let sitting = try Sitting.inPeak(size: size)
    sitting.press("v172/104 98 96 15⏎?")
    let screen = sitting.screen
    #expect(sitting.header.contains("14:38"))
    #expect(sitting.noticeRow.contains("NOTICE"))
    for binding in Keymap.live {
      let words = size.columns > 100 ? binding.help : binding.brief
      #expect(screen.contains(words), "\(words)")
    }
    #expect(!screen.split(separator: "\n").dropFirst(4).dropLast(4).joined().contains("…"))
    try expect(sitting, shows: "keys-\(size.columns)x\(size.rows)")
    sitting.press("⎋")
    #expect(sitting.screen.contains("─ Notes"))
  }

  @Test func `on the smallest screen the page of keys has pages`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 16, columns: 60))
    sitting.press("?")
    var seen = ""
    while sitting.interface.showsKeys {
      seen += sitting.screen
      sitting.press(" ")
    }
    for binding in Keymap.live { #expect(seen.contains(binding.brief), "\(binding.brief)") }
  }

  @Test func `on the page of keys a verb does what it says`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("?v")
    #expect(sitting.line.contains("VITALS"))
  }

  @Test func `a setting hides words from eyes in the room`() throws {
    let sitting = try Sitting.inPeak()
    sitting.interface.preferences.hidesNotes = true
    sitting.press("she cries about her mother⏎")
    sitting.press("sthe wave took me⏎")
    #expect(!sitting.screen.contains("wave"))
    #expect(!sitting.screen.contains("eyes closed"))
    #expect(sitting.screen.contains("Pt note"))
  }
}
