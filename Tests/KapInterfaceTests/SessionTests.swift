import KapCanvas
@testable import KapInterface
import KapTimeline
import Testing

@Suite struct SessionTests {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 60, columns: 200),
  ]

  @Test(arguments: sizes)
  func `one session runs by keys alone, from arrival to leaving`(size: Size) throws {
    let session = try SessionByKeys(size: size)
    try session.arrive()
    try session.prepare()
    try session.comeUp()
    try session.crossTheLimit()
    try session.comeBack()
    try session.leave()
    try session.look()
  }
}

/// The session of the acceptance run, minute by minute, at one size; what is seen at the moments
/// that matter is kept as text.
struct SessionByKeys {
  let sitting: Sitting
  private let name: String

  init(size: Size) throws {
    sitting = try Sitting(in: try Room(hasChecks: true), size: size)
    name = "\(size.columns)x\(size.rows)"
  }

  private func keep(_ moment: String) throws { try expect(sitting, shows: "\(moment)-\(name)") }

  func arrive() throws {
    #expect(sitting.header.contains("K-014"))
    #expect(sitting.header.contains("before dose"))
    try keep("opened")
    try sitting.at("13:48").press(":join jb as therapist⏎")
    #expect(
      sitting.header.contains(sitting.interface.size.columns < 100 ? "JB ther" : "JB therapist")
    )
    sitting.press(":calming slower music, hand on shoulder⏎")
    sitting.press(":touch hand, shoulder only⏎:stopsign palm⏎:allergies none known⏎")
    sitting.press(":escort sister⏎")
    #expect(sitting.noticeRow.contains("Dose waits for: identity, consent date"))
    sitting.press(":weight 70kg⏎p⏎")
    // Down the list; what is not to hand yet stays open.
    try sitting.at("13:50").press("d")
    #expect(sitting.line.contains("checks "))
    sitting.press("⏎")
    try keep("checks")
    sitting.goThroughChecks(skipping: ["consent", "phone", "oximeter", "baseline", "gate"])
  }

  func prepare() throws {
    try sitting.at("13:55").press("p⏎")
    try sitting.at("13:56").press("v124/78 72 98 14")
    #expect(sitting.line.contains("BP 124/78"))
    #expect(sitting.line.contains("RR 14"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR vitals 124/78 72 98 14")
    try sitting.at("13:58:10")
    #expect(sitting.noticeRow.contains("Dose waits for: consent date, escort phone, pulse ox"))
    try keep("before-dose")
  }

  func comeUp() throws {
    try sitting.at("14:05").press("w⎋")
    sitting.press(":checks⏎").goThroughChecks()
    #expect(!sitting.noticeRow.contains("Dose waits for"))
    try sitting.at("14:07:00").press("r⏎35mg")
    try keep("worksheet")
    sitting.press("⏎")
    #expect(sitting.newest.contains("planned ketamine IV 35 mg over 40 min, 0.5 mg/kg, 3.5 mL"))
    try sitting.at("14:07:58").press("r⏎")
    // The arithmetic is read before Enter: amount, per kilogram, weight, end.
    for words in ["35 mg", "0.5 mg/kg at 70 kg", "ends 14:47"] {
      #expect(sitting.screen.contains(words))
    }
    try keep("dose-typed")
    sitting.press("⏎")
    #expect(sitting.newest == "AR phase dosing")
    try sitting.at("14:12").press("p⏎")
    #expect(sitting.newest == "AR phase onset")

    // The cuff inflates for 40 s: the reading is of when `v` was pressed.
    try sitting.at("14:18").press("v").wait(seconds: 40).press("138/86 88 97 14⏎")
    let cuff = try #require(sitting.interface.session.entries.last)
    #expect((cuff.occurredAt - (try Room.instant("14:18:00"))).wholeSeconds == 0)
    #expect((cuff.recorded.recordedAt - cuff.occurredAt).wholeSeconds > 40)

    try sitting.at("14:19").press("p")
    try keep("phase-list")
    sitting.press("⏎")
    try sitting.at("14:20").press(" ")
    #expect(sitting.echo.contains("pin 1 kept at 14:20"))
    sitting.press("o758⏎")
    try sitting.at("14:21").press("njb: hand on shoulder")
    try keep("jb-saw")
    sitting.press("⏎")
    #expect(sitting.newest == "JB hand on shoulder, written by AR")
    try sitting.at("14:22").press("t6⏎")
    #expect(sitting.newest == "AR music 5")
    try sitting.at("14:24").press("sit is all right. I am floating⏎")
    #expect(sitting.newest == "Pt “it is all right. I am floating”, heard by AR")
    try sitting.at("14:28").press("v146/90 92 97 14⏎")
    try sitting.at("14:31").press("njb: silence, tears, breath slow, eyes closed⏎")
    try word(pin: 1, at: "14:34")
    try sitting.at("14:36").press(" ")
    try sitting.at("14:37").press("smy mother is here⏎")
  }

  /// `d`, on to the pin, Enter, words, Enter: its time stays.
  private func word(pin number: Int, at clock: String) throws {
    try sitting.at(clock).press("d")
    let place = sitting.interface.findings.dueItems.firstIndex {
      if case .pin = $0.kind { true } else { false }
    }
    sitting.press(String(repeating: "↓", count: try #require(place)))
    try keep("due-list")
    sitting.press("⏎frightened, grips the chair⏎")
    let pin = try #require(sitting.interface.findings.pins.first { $0.number == number })
    #expect(pin.words == "frightened, grips the chair")
    #expect((pin.at - (try Room.instant("14:20:00"))).wholeSeconds == 0)
  }

  func crossTheLimit() throws {
    // A slip, 127 for 172, and its correction: the first version stays, the time too.
    try sitting.at("14:38").press("v127/104 98 96 15⏎")
    sitting.press("c")
    #expect(sitting.line.contains("CORRECT a"))
    sitting.press("172/104⏎o642⏎")
    #expect(sitting.noticeRow.contains("NOTICE  BP 172/104 at 14:38, limit 160/100"))
    #expect(sitting.noticeRow.contains("Repeat by 14:43."))
    try sitting.at("14:39:12").press("v164/98")
    try sitting.at("14:39:20")
    try keep("notice")
    sitting.press("⎋")
    #expect(sitting.line.contains("put aside: vitals"))

    // The prescriber is called, with the words said and read back.
    sitting.press("rcall dr-l bp 172/104, repeat in 5, read back⏎")
    #expect(sitting.newest == "AR called Dr L about bp 172/104: repeat in 5, read back")
    try sitting.at("14:40").press("acuff moved, no headache⏎")
    #expect(sitting.noticeRow.hasSuffix("14:40 AR"))

    // A hand is held: the repeat waits.
    try sitting.at("14:47").press("d")
    #expect(sitting.line.contains("BP again"))
    sitting.press("l")
    #expect(sitting.newest.contains("later: BP again, until 14:48"))
    try keep("later")
    sitting.press("⏎")
    #expect(sitting.line.contains("BP 164/98"))
    sitting.press("⌫⌫⌫⌫⌫⌫⎋")
    try sitting.at("14:52").press("rclonidine 0.1mg po for bp by dr-l")
    #expect(sitting.echo.contains("clonidine 0.1 mg PO for bp, ordered by dr-l"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR gave clonidine 0.1 mg PO, Dr L, for BP 172/104 at 14:38")
    sitting.press("v148/88 84 98 14⏎")
    #expect(sitting.noticeRow.contains("ok  no notice"))
  }

  func comeBack() throws {
    try sitting.at("14:55").press("p⏎")
    try sitting.at("14:58").press("sshe is not angry with me⏎")
    try sitting.at("15:03").press("v142/86 80 98 14⏎")
    try sitting.at("15:09").press("x1")
    #expect(sitting.line.contains("›1 mild‹"))
    sitting.press("1⏎")
    #expect(sitting.newest == "AR nausea, mild")
    try sitting.at("15:11").press("rond⇥")
    #expect(sitting.line.contains("ondansetron"))
    try keep("completion")
    sitting.press(" 4mg odt by dr-l⏎")
    #expect(sitting.newest == "AR gave ondansetron 4 mg ODT, Dr L")
    try sitting.at("15:18").press("v138/84 78 98 14⏎")
    // He sits up and looks at the screen.
    try sitting.at("15:26").press("p⏎b")
    #expect(!sitting.screen.contains("K-014"))
    try keep("quiet")
    sitting.press("vx b")
    #expect(sitting.header.contains("K-014"))
    // Nobody types for ten minutes: still readable, behind the quiet screen.
    try sitting.at("15:33").press("v132/82 76 98 14⏎")
    try sitting.at("15:44")
    #expect(sitting.screen.contains("b or Esc brings the session back"))
    sitting.press("b")
    #expect(sitting.screen.contains("no entries 10 min"))
    try sitting.at("15:48").press("v128/80 74 98 14⏎")
    #expect(sitting.screen.contains("stay reached") || sitting.screen.contains("until 15:47"))
    try keep("stay-reached")
  }

  func leave() throws {
    try sitting.at("15:54").press(":diss 0 moaas 5 distress 1⏎")
    try sitting.at("15:55").press("p⏎")
    // Discharged cannot be chosen while anything is open, and it says what is.
    sitting.press("p→→")
    #expect(!sitting.line.contains("›DISCHARGED‹"))
    #expect(sitting.echo.contains("nausea not ended"))
    sitting.press("⎋")
    try sitting.at("16:00").press(":end⏎")
    #expect(sitting.screen.contains("nausea not ended"))
    #expect(Moment(sitting.interface.session, at: sitting.room.now).state.isOpen)
    try keep("end-refused")
    sitting.press("⎋x")
    #expect(sitting.screen.contains("end nausea, since 51 min"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR nausea ended")
    sitting.press("d")
    let place = sitting.interface.findings.dueItems.firstIndex {
      if case .checks = $0.kind { true } else { false }
    }
    sitting.press(String(repeating: "↓", count: try #require(place)))
    #expect(sitting.line.contains("leaving "))
    sitting.press("⏎")
    try keep("leaving")
    sitting.goThroughChecks()
    try sitting.at("16:01").press("p⏎")
    #expect(sitting.newest == "AR phase discharged")
    try sitting.at("16:02").press("⏎⏎")
    #expect(!Moment(sitting.interface.session, at: sitting.room.now).state.isOpen)
    #expect(sitting.header.contains("ended 16:02"))
    try keep("ended")
  }

  /// Afterwards, in replay: as known, and with what was written later.
  func look() throws {
    let late = Circumstances(
      author: "jb",
      role: .therapist,
      seat: SeatID("desk"),
      now: try Room.instant("16:20"),
      occurredAt: try Room.instant("14:21"),
      offset: Room.offset
    )
    let note = Command.write(Note("she named it the fall", voice: .therapist))
    let room = sitting.room
    room.now = late.now
    _ = try room.journal.append(to: room.id, from: .start, now: { late.now }) { events in
      try Session(replaying: events).drafts(for: note, under: late)
    }
    let replay = try Replaying(room, size: sitting.interface.size, at: "14:41:00")
    replay.press("a")
    #expect(replay.row(2).contains("AS KNOWN at 14:41:00."))
    #expect(replay.row(2).contains("1 entry written later"))
    #expect(!replay.screen.contains("the fall"))
    try expect(replay, shows: "replay-as-known-\(name)")
    replay.press("a")
    #expect(replay.row(2).contains("WITH LATER ENTRIES. 1 shown"))
    try expect(replay, shows: "replay-later-\(name)")
  }
}
