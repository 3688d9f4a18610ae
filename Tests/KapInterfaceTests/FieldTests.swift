import KapCanvas
@testable import KapInterface
import KapTimeline
import Testing

@Suite struct FieldTests {
  @Test func `an entry happened when its field was opened, and @ in front changes that`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press("n")
    try sitting.at("14:41:30").press("eyes open")
    #expect(sitting.line.contains("NOTE 14:40:00"))
    sitting.press("⏎")
    let entry = try #require(sitting.interface.session.entries.last)
    #expect(WallTime(entry.occurredAt, offset: Room.offset).clock == "14:40")
    sitting.press("n@14:21 hand held⏎")
    let back = try #require(sitting.interface.session.entries.last)
    #expect(WallTime(back.occurredAt, offset: Room.offset).clock == "14:21")
  }

  @Test(arguments: [
    ("v@14:35 150/92 90 97 14⏎", "14:35", EventKind.vitals),
    ("v@1435⇥150/92⏎", "14:35", .vitals),
    ("o@-3m 642⏎", "14:35", .score),
    ("p@+25m ⏎", "14:33", .phase),
    ("t@14:30 6⏎", "14:30", .technique),
    ("x@14:36 11⏎", "14:36", .effect),
  ])
  func `@ changes the time of slots and lists too`(
    keys: String,
    clock: String,
    kind: EventKind
  ) throws {
    let sitting = try Sitting.inPeak()
    sitting.press(keys)
    let entry = try #require(
      sitting.interface.session.entries.last { $0.recorded.event.kind == kind }
    )
    #expect(WallTime(entry.occurredAt, offset: Room.offset).clock == clock)
    #expect(!sitting.isWriting)
  }

  @Test func `a time that cannot be is refused where it stands`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v@23:59 ")
    #expect(sitting.screen.contains("23:59 is still to come"))
    sitting.press("⌫⌫⌫⌫⌫14:3⌫20 124/80⏎")
    #expect(sitting.count == before + 1)
  }

  @Test func `a field open for more than two minutes says so`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("nwords")
    #expect(!sitting.screen.contains("opened"))
    sitting.wait(minutes: 3)
    #expect(sitting.screen.contains("opened 3 min ago"))
  }

  @Test func `an Enter right after a field opened does nothing and says so`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press(.character("p"))
    sitting.press(.enter, after: 100)
    #expect(sitting.count == before)
    #expect(sitting.echo.contains("Too soon"))
    sitting.press(.enter, after: 500)
    #expect(sitting.count == before + 1)
  }

  @Test func `a held Enter records once and then nothing`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("nput aside⎋nkept")
    let before = sitting.count
    // The first repeat of a held key comes late, the others fast.
    sitting.press(.enter, after: 500)
    sitting.press(.enter, after: 500)
    for _ in 0..<60 { sitting.press(.enter, after: 33) }
    #expect(sitting.count == before + 1)
  }

  @Test func `Esc puts a draft aside visibly, and Enter takes it up with its time`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    try sitting.at("14:39").press("njaw softens⎋")
    #expect(sitting.line.contains("put aside: note “jaw softens”  Enter takes it up"))
    try sitting.at("14:44").press("v150/90⏎⏎")
    #expect(sitting.line.contains("NOTE 14:39:00   jaw softens"))
    sitting.press("⏎")
    #expect(sitting.count == before + 2)
    #expect(sitting.newest == "AR vitals BP 150/90")
    #expect(sitting.entries.contains("AR jaw softens"))
  }

  @Test func `an empty field is closed by Esc without a trace`() throws {
    let sitting = try Sitting.inPeak()
    for key in ["n", "v", "o", "p", "d", "t", "x", ":", "r", "s"] {
      sitting.press("\(key)⎋")
      #expect(!sitting.isWriting)
      #expect(sitting.interface.asides.isEmpty)
    }
  }

  @Test func `an unusual value is confirmed with y and by no Enter`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v231/104 98 96 15⏎")
    #expect(sitting.echo.contains("BP 231 is unusual: this clinic asks over 220."))
    #expect(sitting.screen.contains("y it is so · other: edit"))
    sitting.press("⏎⏎⏎")
    #expect(sitting.count == before)
    sitting.press("y")
    #expect(sitting.count == before + 1)
    let entry = try #require(sitting.interface.session.entries.last)
    guard case .vitals(let vitals) = entry.event else { return #expect(Bool(false)) }
    #expect(vitals.isConfirmed)
  }

  @Test func `any other key goes on editing what was asked about`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v231/104⏎b131/84⏎")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest == "AR vitals BP 131/84")
  }

  @Test func `a value that cannot be is refused with what to do`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v82/124⏎")
    #expect(sitting.echo.contains("the lower number is not below the upper one"))
    #expect(sitting.line.contains("BP 82/124▏"))
    sitting.press("124/82⏎")
    #expect(sitting.newest == "AR vitals BP 124/82")
  }

  @Test func `the same figures as the last set ask once`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v150/90 90 97 14⏎").wait(seconds: 20).press("v150/90 90 97 14⏎")
    #expect(sitting.screen.contains("The same figures as"))
    let before = sitting.count
    sitting.press("y")
    #expect(sitting.count == before + 1)
  }

  @Test func `what is not saved stays in the line under NOT SAVED, and Enter tries again`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.diskFault = "disk full."
    sitting.press("v172/104 98 96 15⏎")
    #expect(sitting.line.contains("BP 172/104"))
    #expect(sitting.echo.contains("NOT SAVED: disk full. Text kept. Write on paper too."))
    #expect(sitting.screen.contains("Enter tries again"))
    #expect(!sitting.noticeRow.contains("NOTICE"))
    try expect(sitting, shows: "not-saved-80x24")
    sitting.diskFault = nil
    sitting.press("⏎")
    #expect(sitting.count == before + 1)
    #expect(sitting.noticeRow.contains("NOTICE"))
  }

  @Test func `a pin that is not saved stays as a line with its time`() throws {
    let sitting = try Sitting.inPeak()
    sitting.diskFault = "disk full."
    try sitting.at("14:40:26").press(" ")
    #expect(sitting.echo.contains("NOT SAVED"))
    sitting.diskFault = nil
    try sitting.at("14:45").press("⏎")
    let pin = try #require(sitting.interface.findings.pins.first)
    #expect(WallTime(pin.at, offset: Room.offset).clockWithSeconds == "14:40:26")
  }

  @Test func `what is on its way is not drawn as saved, and the next line may be composed`() throws
  {
    let sitting = try Sitting.inPeak()
    sitting.isDiskSlow = true
    sitting.press("nfirst⏎")
    #expect(sitting.echo.contains("saving"))
    #expect(!sitting.entries.contains("AR first"))
    sitting.press("nsecond")
    sitting.wait(seconds: 3)
    #expect(sitting.screen.contains("NOT SAVED YET"))
    sitting.isDiskSlow = false
    sitting.answer()
    #expect(sitting.entries.contains("AR first"))
    #expect(sitting.line.contains("second"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR second")
  }

  @Test func `a failure while the next line is composed loses neither`() throws {
    let sitting = try Sitting.inPeak()
    sitting.isDiskSlow = true
    sitting.press("nfirst⏎nsecond")
    sitting.diskFault = "disk full."
    sitting.answer()
    #expect(sitting.line.contains("first"))
    sitting.diskFault = nil
    sitting.isDiskSlow = false
    sitting.press("⏎⏎⏎")
    #expect(sitting.entries.suffix(2).sorted() == ["AR first", "AR second"])
  }

  @Test func `N keeps the note field open until Esc`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("None⏎two⏎three⏎⎋")
    #expect(Array(sitting.entries.suffix(3)) == ["AR one", "AR two", "AR three"])
    #expect(!sitting.isWriting)
  }

  @Test func `at the therapist's own seat a note keeps its field open`() throws {
    let sitting = try Sitting.inPeak(as: "jb", .therapist)
    sitting.press("none⏎two⏎⎋")
    #expect(Array(sitting.entries.suffix(2)) == ["JB one", "JB two"])
    #expect(!sitting.isWriting)
  }

  @Test func `w changes the writer for one entry`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("w⏎")
    #expect(sitting.line.hasPrefix(" JB"))
    sitting.press("nshe smiles⏎nback to me⏎")
    let authors = sitting.interface.session.entries.suffix(2).map(\.recorded.author)
    #expect(authors == ["jb", "ar"])
  }

  @Test func `a draft that is put aside leaves the writer to the owner`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("w⏎nhalf⎋")
    #expect(sitting.line.hasPrefix(" AR"))
  }

  @Test func `a reading that could not be taken is kept with its reason`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v-")
    #expect(sitting.echo.contains("1 cuff failed"))
    sitting.press("188 97⏎")
    #expect(sitting.entries.contains("AR vitals HR 88 SpO2 97"))
    #expect(sitting.newest == "AR no BP reading, cuff failed")
  }

  @Test func `a letter jumps to its slot and the first digit replaces`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("vs95 h88⏎")
    #expect(sitting.newest == "AR vitals HR 88 SpO2 95")
  }

  @Test func `Ctrl-U clears the line and arrow up brings it back`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("na long thought⌃u")
    #expect(!sitting.line.contains("thought"))
    sitting.press("↑")
    #expect(sitting.line.contains("a long thought"))
  }

  @Test func `an error names its place and its remedy`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":12 mg⏎")
    #expect(sitting.screen.contains("this begins with a number: v for vitals, n for a note"))
    let canvas = sitting.interface.draw()
    let isMarked = canvas.legend.contains { $0.hasPrefix("21:") && $0.hasSuffix("entryError") }
    #expect(isMarked)
  }

  @Test func `a note that looks like vitals turns into them with Tab`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("n150/90 88 97 14")
    #expect(
      sitting.echo.contains("Tab turns this into vitals") || sitting.saved.contains("Tab turns")
    )
    sitting.press("⇥")
    #expect(sitting.line.contains("VITALS"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR vitals 150/90 88 97 14")
  }

  @Test func `words in a note of another's hand say who saw and who wrote before Enter`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("njb: hand on shoulder")
    #expect(sitting.screen.contains("seen by JB, written by AR"))
  }

  @Test func `a corrected dose moves T0, and one line says so`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":dose iv 10mg bolus⏎y")
    let name = try #require(
      sitting.interface.session.list(of: .dose).first.map { sitting.interface.session.name(of: $0) }
    )
    sitting.press(":correct \(name) @14:06⏎")
    #expect(
      sitting.echo.contains("T0 moved from 14:08 to 14:06: minutes and due times re-counted.")
    )
  }
}
