import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct ChecklistTests {
  private static let sizes = [
    Size(rows: 16, columns: 60), Size(rows: 24, columns: 80), Size(rows: 36, columns: 120),
  ]

  /// A room in which nothing is checked yet but what the frame says.
  private func arrived(size: Size = Size(rows: 24, columns: 80)) throws -> Sitting {
    let room = try Room(hasChecks: true)
    try room.enter("join jb as therapist", at: "13:47")
    for fact in ["weight 70kg", "allergies none", "escort sister"] {
      try room.enter(fact, at: "13:48")
    }
    room.pass(milliseconds: 120_000)
    return try Sitting(in: room, size: size)
  }

  @Test(arguments: sizes)
  func `the list opens from Due and from its word, and covers nothing that must stay`(
    size: Size
  ) throws {
    let sitting = try arrived(size: size)
    let (header, notice) = (sitting.header.prefix(40), sitting.noticeRow)
    sitting.press(":checks⏎")
    #expect(sitting.screen.contains("Before the dose"))
    #expect(sitting.chosenCheck?.item.key == "identity")
    #expect(sitting.header.prefix(40) == header)
    #expect(sitting.noticeRow == notice)
    #expect(sitting.line.contains("CHECKS"))
    #expect(sitting.hints.contains("Enter ticks"))
    sitting.press("⎋")
    #expect(!sitting.isWriting)
  }

  @Test func `words typed into the list tick nothing, and a colon opens the line`() throws {
    let sitting = try arrived()
    let before = sitting.count
    sitting.press(":checks⏎none of them⏎")
    #expect(sitting.count == before)
    #expect(sitting.chosenCheck?.item.key == "identity")
    #expect(sitting.echo.contains("“none of them” is no choice here."), "\(sitting.echo)")
    sitting.press("⎋⎋:checks⏎:plan iv 35mg over 40m")
    #expect(sitting.line.contains("plan iv 35mg over 40m"), "\(sitting.line)")
    #expect(sitting.count == before)
  }

  @Test func `Enter ticks at once and goes on to the next open item`() throws {
    let sitting = try arrived()
    let before = sitting.count
    sitting.press(":checks⏎")
    #expect(sitting.count == before)
    sitting.press("⏎")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest == "AR check identity")
    #expect(sitting.chosenCheck?.item.key == "consent")
    #expect(sitting.screen.contains("13:50 AR"))
  }

  @Test func `an item that needs words opens its field, and the list comes back after it`() throws {
    let sitting = try arrived()
    sitting.press(":checks⏎⏎⏎")
    #expect(sitting.line.contains("CHECK consent"))
    #expect(sitting.echo.contains("Consent signed"))
    sitting.press("version 3, signed 2 Nov⏎")
    #expect(sitting.newest == "AR check consent date: version 3, signed 2 Nov")
    #expect(sitting.chosenCheck?.item.key == "indication")
  }

  @Test func `x says it is not so and - that it does not apply, each with words`() throws {
    let sitting = try arrived()
    sitting.press(":checks⏎x")
    #expect(sitting.line.contains("CHECK identity"))
    sitting.press("⎋")
    #expect(sitting.chosenCheck?.item.key == "identity")
    sitting.press("xno papers, known to JB⏎")
    #expect(sitting.newest == "AR check identity, no: no papers, known to JB")
    sitting.press("-signed last time⏎")
    #expect(sitting.newest == "AR check consent date, does not apply: signed last time")
  }

  @Test func `u takes a tick back with a one-key reason, and the item is open again`() throws {
    let sitting = try arrived()
    sitting.press(":checks⏎⏎↑")
    #expect(sitting.chosenCheck?.item.key == "identity")
    sitting.press("⏎")
    #expect(sitting.echo.contains("u takes it back"))
    sitting.press("u1⏎")
    let items = sitting.interface.findings.checks[.beforeDose] ?? []
    #expect(items.first?.state == .open)
  }

  @Test func `what the record can show opens the field that puts it there`() throws {
    let sitting = try arrived()
    sitting.press(":checks⏎")
    while sitting.chosenCheck?.item.key != "baseline" { sitting.press("↓") }
    sitting.press("⏎124/78 72 98 14⏎")
    let items = sitting.interface.findings.checks[.beforeDose] ?? []
    #expect(items.first { $0.item.key == "baseline" }?.state == .shown)
    #expect(items.first { $0.item.key == "gate" }?.state == .shown)
    #expect(sitting.chosenCheck != nil)
  }

  @Test(arguments: [
    ("146/92", "a note of it", "nervous"), ("164/98", "hold", "by dr-l: by telephone, go on"),
  ])
  func `a pressure beyond the gate asks for words`(
    pair: String,
    asked: String,
    words: String
  ) throws {
    let sitting = try arrived()
    sitting.press("v\(pair) 72 98 14⏎:checks⏎")
    while sitting.chosenCheck?.item.key != "gate" { sitting.press("↓") }
    sitting.press("⏎")
    #expect(sitting.screen.contains("BP \(pair)"))
    #expect(sitting.screen.contains(asked))
    let before = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == before)
    sitting.press("\(words)⏎")
    #expect(sitting.newest.hasPrefix("AR check BP"))
    #expect(sitting.newest.contains(words.split(separator: ": ").last ?? ""))
  }

  @Test func `the header counts the checks and the notice row says what the dose waits for`() throws
  {
    let sitting = try arrived()
    #expect(sitting.row(2).contains("Arrived 13:46, 4 min ago"))
    #expect(sitting.row(2).contains("checks "))
    #expect(sitting.row(2).contains("70.0 kg"))
    #expect(sitting.noticeRow.contains("Dose waits for: identity, consent date"))
    #expect(sitting.noticeRow.contains(" more"))
    sitting.press(":checks⏎")
    sitting.goThroughChecks()
    #expect(!sitting.noticeRow.contains("Dose waits for"))
    #expect(Moment(sitting.interface.session, at: sitting.room.now).gate.isEmpty)
  }

  @Test func `the plan with open items asks why, and the dose typed directly is not stopped`()
    throws
  {
    let sitting = try arrived()
    sitting.press("r")
    #expect(sitting.line.contains("worksheet"))
    sitting.press("⏎")
    #expect(sitting.screen.contains("add because and why"))
    let before = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == before)
    sitting.press("⎋rdose iv 35mg over 40m")
    #expect(sitting.screen.contains("this is minute 0 and phase dosing."))
    #expect(sitting.screen.contains(" open."))
    sitting.press("⏎")
    #expect(sitting.newest == "AR phase dosing")
    #expect(sitting.noticeRow.contains("URGENT"))
    sitting.press("aall asked aloud, ticks follow⏎")
    #expect(!sitting.noticeRow.contains("a to ack"))
  }

  @Test func `after a plan that said why, no dose says that a notice will ask`() throws {
    let sitting = try arrived()
    sitting.press(":plan iv 35mg over 40m because seen on the ward⏎")
    sitting.press(":dose iv 35mg over 40m")
    #expect(!sitting.echo.contains("a notice will ask why"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR phase dosing")
    #expect(!sitting.noticeRow.contains("URGENT"))
  }

  @Test func `a planned dose is r, Enter, Enter`() throws {
    let sitting = try arrived()
    sitting.press(":checks⏎")
    sitting.goThroughChecks()
    sitting.press("r⏎35mg")
    #expect(sitting.screen.contains("0.50 mg/kg"))
    #expect(sitting.screen.contains("3.5 mL"))
    sitting.press("⏎")
    #expect(sitting.newest.contains("planned ketamine IV 35 mg"))
    sitting.press("r")
    #expect(sitting.screen.contains("give 35 mg over 40 min"))
    sitting.press("⏎")
    #expect(sitting.echo.contains("35 mg"))
    sitting.press("⏎")
    #expect(sitting.header.contains("T+0:00"))
  }

  @Test func `a letter in the Rx list goes on to the line, with the time of the first key`() throws
  {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39:10").press("r")
    sitting.wait(seconds: 20).press("call dr-l about bp: repeat, read back⏎")
    #expect(sitting.newest.contains("called"))
    let last = try #require(sitting.interface.session.entries.last)
    #expect(WallTime(last.occurredAt, offset: Room.offset).clockWithSeconds == "14:39:10")
  }

  @Test func `an order not given yet stands first in the Rx list`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":order clonidine 0.1mg po by dr-l, read back⏎r")
    #expect(sitting.screen.contains("not given yet"))
    sitting.press("⏎⏎")
    #expect(sitting.newest.contains("clonidine"))
    sitting.press("r")
    #expect(!sitting.screen.contains("not given yet"))
  }

  @Test func `the sum of a vial is shown while it is typed`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":vial drawn 50mg given 35mg")
    #expect(sitting.screen.contains("wasted 15mg"))
    sitting.press(" wasted 15mg")
    #expect(sitting.screen.contains("drawn 50 = given 35 + wasted 15 mg"))
    sitting.press("⏎")
    #expect(sitting.echo.contains("witness") || sitting.screen.contains("y it is so"))
    sitting.press("⎋⌃uvial drawn 50mg given 35mg wasted 10mg witness jb⏎")
    #expect(!sitting.newest.contains("wasted 10"))
  }

  @Test func `the list before leaving says the stay first and what is missing last`() throws {
    let sitting = try Sitting(in: try Room.dosed(hasChecks: true))
    sitting.press(":infusion stop⏎")
    try sitting.at("15:36").press("⎋:phase recovery⏎:leaving⏎")
    #expect(sitting.screen.contains("stay until 15:48, 12 min"))
    #expect(sitting.screen.contains("missing: "))
    #expect(sitting.row(2).contains("leaving "))
    sitting.press("⎋p→→")
    #expect(!sitting.line.contains("DISCHARGED"))
    #expect(sitting.echo.contains("oriented"))
    sitting.press("⎋")
    try sitting.at("15:49").press("⎋:leaving⏎")
    #expect(sitting.screen.contains("stay reached"))
    sitting.goThroughChecks()
    #expect(!sitting.screen.contains("missing: "))
    for word in ["cleared", "ready to"] { #expect(!sitting.screen.lowercased().contains(word)) }
  }

  @Test func `the scores of a visit follow its readings, and l puts off both`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("d⏎150/90 88 97 14⏎")
    #expect(sitting.line.contains("SCORES"))
    sitting.press("642⏎")
    #expect(sitting.newest == "AR dist 2")
    #expect(!sitting.isWriting)
  }

  @Test func `a lozenge in the mouth offers its two ends first`() throws {
    let room = try Room(protocol: "sublingual")
    try room.enter("weight 70kg", at: "13:50")
    try room.enter("dose sl 200mg", at: "14:00")
    let sitting = try Sitting(in: room)
    sitting.wait(minutes: 3).press("r")
    #expect(sitting.screen.contains("lozenge spat out"))
    sitting.press("⏎⏎")
    #expect(sitting.newest == "AR lozenge spat out")
  }

  @Test func `minutes are asked for where the list wants them, and words are refused`() throws {
    let room = try Room(protocol: "esketamine", hasChecks: true)
    try room.enter("dose in esketamine 28mg", at: "14:00")
    let sitting = try Sitting(in: room)
    try sitting.at("16:05").press("⎋:leaving⏎")
    while sitting.chosenCheck?.item.needs != .minutes { sitting.press("↓") }
    sitting.press("⏎soon⏎")
    #expect(sitting.isWriting)
    let before = sitting.count
    sitting.press("⌃u95⏎")
    #expect(sitting.count == before + 1)
    #expect(Moment(sitting.interface.session, at: sitting.room.now).readiness.readyMinute == 95)
  }

  @Test(arguments: 0..<20)
  func `random keys in a list record nothing but by Enter`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sitting =
      seed.isMultiple(of: 2) ? try arrived() : try Sitting(in: try Room.dosed(hasChecks: true))
    sitting.press(seed.isMultiple(of: 4) ? ":checks⏎" : seed.isMultiple(of: 3) ? ":leaving⏎" : "r")
    let before = sitting.count
    let keys = Array("abcdefghijklmnopqrstuvwxyz-0123456789↑↓←→⇥⌫⎋")
    for _ in 0..<60 {
      guard sitting.isWriting else { break }
      sitting.press(String(keys.randomElement(using: &generator) ?? "x"))
      #expect(sitting.count == before)
      #expect(sitting.interface.draw().size == sitting.interface.size)
    }
  }
}
