import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct NoticeCardTests {
  static let sizes = [(24, 80), (36, 120), (60, 200)]

  /// A peak with a pressure above two limits, one of them of this person alone.
  private func raised(rows: Int, columns: Int) throws -> Sitting {
    let sitting = try Sitting.inPeak(size: Size(rows: rows, columns: columns))
    sitting.press("v172/104 98 96 15⏎")
    return sitting
  }

  /// The rows between the notice row and the entry line.
  private func panes(_ sitting: Sitting) -> String {
    sitting.screen.split(separator: "\n").dropFirst(4).dropLast(4).joined(separator: "\n")
  }

  /// The same without borders and line ends, so that wrapped words read on.
  private func words(_ sitting: Sitting) -> String {
    panes(sitting).split { $0 == " " || $0 == "\n" || $0 == "│" }.joined(separator: " ")
  }

  @Test(arguments: sizes)
  func `a shows rule, value, limit, time, next step and source beside its field`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try raised(rows: rows, columns: columns)
    sitting.press("a")
    try expect(sitting, shows: "acknowledging-\(columns)x\(rows)")
    for label in ["rule", "value", "limit", "next step", "source"] {
      #expect(panes(sitting).contains(" \(label) "), "\(label)")
    }
    let moment = sitting.interface.moment
    let notice = try #require(sitting.interface.findings.openNotices.first)
    for line in moment.noticeCard(for: notice, offset: Room.offset).lines {
      for word in line.words.split(separator: " ") { #expect(words(sitting).contains(word)) }
    }
    sitting.press("cuff moved⏎")
    #expect(!panes(sitting).contains("next step"))
    #expect(sitting.newest.contains("cuff moved"))
  }

  @Test(arguments: sizes)
  func `a notice among the notes says it all when it is chosen, and when the notes are zoomed`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try raised(rows: rows, columns: columns)
    #expect(!panes(sitting).contains("source: "))
    sitting.press("[")
    if columns >= 100 { #expect(panes(sitting).contains("rule: blood pressure")) }
    #expect(panes(sitting).contains("source: "))
    sitting.press("⎋")
    #expect(!panes(sitting).contains("source: "))
    sitting.press("z")
    for label in ["rule: ", "limit: ", "next step: ", "source: "] {
      #expect(panes(sitting).contains(label), "\(label)")
    }
  }

  @Test func `the smallest screen gives the notice all panes, and says where the rest is`() throws {
    let sitting = try raised(rows: 16, columns: 60)
    sitting.press("a")
    #expect(panes(sitting).contains("next step Repeat by 14:43."))
    #expect(panes(sitting).contains("limit     BP systolic 160 or more"))
    #expect(sitting.noticeRow.contains("172/104"))
  }

  @Test func `a repeat that does not come is urgent although nobody touches a key`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 24, columns: 80))
    sitting.press("v190/112 98 96 15⏎")
    #expect(sitting.noticeRow.contains("NOTICE  BP 190/112"))
    #expect(sitting.noticeRow.contains("limit 180/110. Repeat by 14:43."))
    sitting.wait(minutes: 9)
    #expect(sitting.interface.findings.openNotices.first?.urgency == .notice)
    sitting.wait(minutes: 2)
    #expect(sitting.interface.findings.openNotices.first?.urgency == .urgent)
  }

  @Test(arguments: [80, 120, 200])
  func `what is to be done stands in the row, be the reading confirmed or not`(columns: Int) throws
  {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: columns))
    sitting.press("v186/96 98 96 15⏎")
    #expect(sitting.noticeRow.contains("14:43."), "\(sitting.noticeRow)")
    #expect(sitting.noticeRow.contains(/[Rr]epeat (by|due) 14:43/))
    // The screen that came meanwhile shows nothing of anybody: a key brings the other back.
    sitting.wait(minutes: 11).press("⎋")
    #expect(sitting.noticeRow.contains("Hold, call"), "\(sitting.noticeRow)")
    #expect(sitting.noticeRow.contains("limit 180"))
  }

  @Test func `a notice too long for its row keeps the key that acknowledges it`() throws {
    let room = try Room(hasChecks: true)
    try room.enter("weight 70kg", at: "13:48")
    try room.enter("dose iv 35mg over 40m", at: "14:00")
    let sitting = try Sitting(in: room)
    #expect(sitting.noticeRow.contains("URGENT  dose given with 15 open checks. Say why"))
    #expect(sitting.noticeRow.hasSuffix("a ack"))
  }

  @Test func `of a long next step the beginning stays in the row`() throws {
    let room = try Room.dosed()
    try room.enter("assess phq9 2 1 0 3 2 1 0 2 1", at: "14:38")
    let sitting = try Sitting(in: room)
    #expect(sitting.noticeRow.contains("PHQ-9 item 9: 1"))
    #expect(sitting.noticeRow.lowercased().contains("ask about suicide now"))
  }

  @Test func `the page of a hand-over says where the rule of an open notice comes from`() throws {
    let sitting = try raised(rows: 36, columns: 120)
    sitting.press(":handover mk⏎")
    #expect(panes(sitting).contains("HAND-OVER  AR to MK"))
    #expect(words(sitting).contains("Source pre-dose exclusion above 160/100"))
  }

  @Test(arguments: sizes)
  func `the vitals zoomed show the trends, then the limits of this person with their sources`(
    rows: Int,
    columns: Int
  ) throws {
    let room = try Room(hasChecks: false)
    try room.enter("weight 70kg", at: "13:48")
    try room.enter("limit hr above 115 because athlete by dr-l", at: "13:50")
    let sitting = try Sitting(in: room, size: Size(rows: rows, columns: columns))
    sitting.press("⇥z")
    #expect(panes(sitting).contains("Trends"))
    #expect(panes(sitting).contains("z limits"))
    sitting.press("z")
    try expect(sitting, shows: "limits-\(columns)x\(rows)")
    #expect(panes(sitting).contains("Limits for this person"))
    #expect(panes(sitting).contains("HR 115 or more"))
    #expect(words(sitting).contains("set for this person: athlete, ordered by dr-l"))
    var seen = words(sitting)
    for _ in 0..<12 {
      sitting.press(.pageDown)
      seen += words(sitting)
    }
    for limit in sitting.interface.moment.limits {
      #expect(seen.contains(limit.words), "\(limit.words)")
      for word in limit.source.split(separator: " ") { #expect(seen.contains(word)) }
    }
    #expect(!seen.contains("HR above 110"))
    sitting.press("z")
    #expect(panes(sitting).contains("Notes"))
    sitting.press("z⇥")
    #expect(!panes(sitting).contains("Limits for this person"))
  }
}
