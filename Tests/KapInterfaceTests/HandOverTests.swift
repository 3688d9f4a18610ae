import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct HandOverTests {
  private func sitting(_ rows: Int = 24, _ columns: Int = 80) throws -> Sitting {
    let sitting = try Sitting.careful(size: (rows, columns))
    sitting.interface.keyHolders = [
      KeyHolder(name: "ar", role: .monitor), KeyHolder(name: "mk", role: .monitor),
      KeyHolder(name: "jb", role: .therapist),
    ]
    return sitting
  }

  private func asked(of sitting: Sitting) throws -> (Ticket, String, Secret) {
    let last = sitting.asked.last { effect in
      if case .unlock = effect { return true }
      return false
    }
    guard case .unlock(let ticket, let person, let secret) = try #require(last) else {
      throw NoSuchClock(text: "nobody was asked")
    }
    return (ticket, person, secret)
  }

  @Test(arguments: EmergencyTests.sizes)
  func `the page stands over the panes, clock and line stay`(rows: Int, columns: Int) throws {
    let sitting = try sitting(rows, columns)
    sitting.press(":handover mk cover: lunch⏎")
    try expect(sitting, shows: "hand-over-\(columns)x\(rows)")
    #expect(sitting.screen.contains("HAND-OVER  MK covers for AR"))
    #expect(sitting.header.hasPrefix(" LIVE  K-014"))
    #expect(sitting.line.contains("passphrase"))
  }

  @Test func `the right passphrase records it by the one who goes and gives the seat over`() throws
  {
    let sitting = try sitting()
    let before = sitting.count
    sitting.press(":handover mk⏎s3cret⏎")
    #expect(sitting.count == before)
    let (ticket, person, secret) = try asked(of: sitting)
    #expect(person == "mk")
    #expect(secret.text == "s3cret")
    sitting.send(.unlocked(ticket))
    let record = try #require(sitting.room.events.first { $0.event.kind == .handOver })
    #expect(record.author == "ar")
    #expect(sitting.interface.seat.person == "mk")
    #expect(sitting.line.hasPrefix(" MK"))
    #expect(sitting.header.contains("MK mon"))
    sitting.press("nall is calm⏎")
    #expect(sitting.newest == "MK all is calm")
  }

  @Test func `a page that is too long line by line is one page where its words have room`() throws {
    let page = [
      "Patient  K-014, session 3 of 6, room 2, peak since 14:19, minute 30",
      "         weight: 70 kg; allergies: none; calming: slower music; escort: sister",
      "Notices  NOTICE at 14:38, BP 172/104, limit 160/100. Repeat by 14:43.",
      "         not over: acknowledged 14:40 by AR: cuff moved",
      "Vitals   172/104 98 96 15 at 14:38; from baseline: BP +48/+26, HR +26",
      "Scores   Dissociation 6 at 14:38; MOAA/S 4, slow reply at 14:38; Distress 2 at 14:38",
      "Doses    dose ketamine IV 35 mg over 40 min at 14:08, ends 14:48; 27 mg in so far",
      "Running  nausea, mild since 14:30", "Due      BP again 14:43; vitals +40 14:48",
      "Checks   open: escort phone", "Limits   BP systolic above 165, treated",
      "Pins     without words: 1", "Aside    put aside by AR: note: half a thought",
      "Here     AR mon; JB ther",
    ]
    let layout = Region(row: 5, column: 1, rows: 14, columns: 78)
    func pane(_ page: [String]) -> HandOverPane {
      let unlocking = Unlocking(
        person: "mk",
        purpose: .handOver(.cover, words: nil, at: nil),
        stage: .free,
        page: page
      )
      return HandOverPane(unlocking: unlocking, outgoing: "ar", region: layout, glyphs: .unicode)
    }
    #expect(pane(page).last == 0)
    var canvas = Canvas(size: Size(rows: 24, columns: 80), glyphs: .unicode)
    pane(page).draw(on: &canvas)
    let shown = words(of: canvas.text.joined(separator: "\n"))
    #expect(page.flatMap { words(of: $0) }.filter { !shown.contains($0) } == [])
    #expect(shown.contains("Pins") && shown.contains("Here"))
    // Three times as much is scrolled, line by line.
    #expect(pane(page + page + page).last > 14)
  }

  private func words(of text: String) -> [Substring] {
    text.split { $0.isWhitespace || $0 == "│" }
  }

  @Test func `how the newest stand to baseline is said as the flow sheet says it`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    sitting.press("v172/104 98 96 15⏎:handover mk⏎")
    let said = "from baseline: BP +48/+26, HR +26, SpO2 -2, RR +1"
    #expect(sitting.screen.contains(said), "\(sitting.screen)")
  }

  @Test func `where what is acknowledged is not over the page does not call nothing open`() throws {
    let sitting = try sitting()
    sitting.press("v206/121 98 96 15⏎")
    for _ in 0..<4 where !sitting.interface.display.openNotices.isEmpty {
      sitting.press(":ack: cuff moved⏎")
    }
    sitting.press(":handover mk⏎")
    let lines = sitting.interface.handOverPage
    let place = try #require(lines.firstIndex { $0.hasPrefix("Notices") })
    #expect(lines[place] == "Notices  all acknowledged", "\(lines)")
    #expect(lines[place + 1].contains("not over: acknowledged"), "\(lines)")
    #expect(!sitting.screen.contains("none open"))
  }

  @Test func `a wrong passphrase says so and changes nothing`() throws {
    let sitting = try sitting()
    let before = sitting.count
    sitting.press(":handover mk⏎wrong⏎")
    let (ticket, _, _) = try asked(of: sitting)
    sitting.send(.notUnlocked(ticket, "The passphrase is not this person's."))
    #expect(sitting.screen.contains("Nothing has changed."))
    #expect(sitting.count == before)
    #expect(sitting.interface.seat.person == "ar")
    sitting.press("⎋")
    #expect(!sitting.isWriting)
    #expect(sitting.interface.asides.isEmpty)
  }

  @Test func `an answer that comes after Esc gives nobody the seat`() throws {
    let sitting = try sitting()
    let before = sitting.count
    sitting.press(":handover mk⏎s3cret⏎")
    let (ticket, _, _) = try asked(of: sitting)
    sitting.press("⎋")
    sitting.send(.unlocked(ticket))
    #expect(sitting.count == before)
    #expect(sitting.interface.seat.person == "ar")
  }

  @Test func `a passphrase is never drawn, kept, or said`() throws {
    let sitting = try sitting()
    sitting.press(":handover mk⏎hunter2hunter2").wait(seconds: 2)
    #expect(!sitting.screen.contains("hunter"))
    #expect(!"\(sitting.asked)".contains("hunter"))
    #expect(!"\(sitting.interface.field as Any)".contains("hunter"))
    sitting.press("⏎")
    #expect(!"\(sitting.asked)".contains("hunter"))
    #expect(!sitting.screen.contains("hunter"))
    sitting.press("⎋")
    #expect(!"\(sitting.interface)".contains("hunter"))
  }

  @Test func `somebody who is not of this chart takes over by name, the seat stays`() throws {
    let sitting = try sitting()
    sitting.press(":handover zz⏎")
    #expect(sitting.screen.contains("not a person of this chart: handed over by name"))
    sitting.press("⏎")
    #expect(sitting.room.events.contains { $0.event.kind == .handOver })
    #expect(sitting.interface.seat.person == "ar")
  }

  @Test func `somebody who is added meanwhile is asked for a passphrase, on the open page too`()
    throws
  {
    let sitting = try sitting()
    let zoe = KeyHolder(name: "Zoe", role: .therapist)
    let added = try #require(sitting.interface.keyHolders) + [zoe]
    sitting.press(":handover zoe⏎")
    #expect(sitting.screen.contains("not a person of this chart"))
    sitting.send(.keyHolders(added))
    #expect(!sitting.screen.contains("not a person of this chart"), "\(sitting.screen)")
    sitting.press("word⏎")
    #expect(try asked(of: sitting).1 == "Zoe")
    sitting.press("⎋:seat zoe⏎word⏎")
    let (ticket, person, _) = try asked(of: sitting)
    #expect(person == "Zoe")
    sitting.send(.unlocked(ticket))
    #expect(sitting.interface.seat == Seat(person: "Zoe", role: .therapist, id: SeatID("seat-ar")))
  }

  @Test func `without passphrases Enter on the page is enough`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":handover mk⏎⏎")
    #expect(sitting.interface.seat.person == "mk")
  }

  @Test func `what somebody put aside waits for them, and is offered to nobody else`() throws {
    let sitting = try Sitting.careful()
    sitting.press("nhalf a thought⎋:handover mk cover: lunch⏎")
    #expect(
      sitting.interface.handOverPage.contains {
        $0.contains("put aside by AR: note: half a thought")
      }
    )
    sitting.press("⏎")
    let before = sitting.count
    #expect(!sitting.line.contains("put aside"), "\(sitting.line)")
    sitting.press("⏎⎋")
    #expect(sitting.count == before)
    sitting.press("nmine⎋")
    #expect(sitting.line.contains("put aside: note “mine”"), "\(sitting.line)")
    sitting.press(":handover ar back⏎⏎")
    #expect(sitting.line.contains("put aside: note “half a thought”"), "\(sitting.line)")
    sitting.press("⏎⏎")
    #expect(sitting.entries.contains("AR half a thought"), "\(sitting.entries)")
  }

  @Test func `a draft on the disk is that of who writes it`() throws {
    let sitting = try Sitting.careful()
    sitting.press("nhalf⎋:handover mk cover: lunch⏎⏎nmine").wait(seconds: 1)
    let kept = sitting.asked.compactMap { effect in
      if case .keep(let draft) = effect { draft } else { nil }
    }
    #expect(kept.first?.person == "ar")
    #expect(kept.last?.person == "mk")
    #expect(kept.first?.field != kept.last?.field)
  }

  @Test func `a cover ends with the one who comes back`() throws {
    let sitting = try Sitting.careful()
    sitting.press(":handover mk cover: lunch⏎⏎")
    #expect(sitting.interface.seat.person == "mk")
    sitting.press(":handover ar back⏎⏎")
    #expect(sitting.interface.seat.person == "ar")
    #expect(sitting.header.contains("AR mon"))
  }

  @Test func `what the disk does not take comes back, and the seat stays until it does`() throws {
    let sitting = try Sitting.careful()
    sitting.diskFault = "disk full."
    sitting.press(":handover mk⏎⏎")
    #expect(sitting.screen.contains("NOT SAVED: disk full."))
    #expect(sitting.interface.seat.person == "ar")
    sitting.diskFault = nil
    sitting.press("⏎")
    #expect(sitting.interface.seat.person == "mk")
  }

  @Test func `seat asks for the passphrase and nothing else changes`() throws {
    let sitting = try sitting()
    sitting.press(":seat zz⏎")
    #expect(sitting.screen.contains("not a person of this chart"))
    sitting.press("⌃useat JB⏎pass⏎")
    let (ticket, person, _) = try asked(of: sitting)
    #expect(person == "jb")
    sitting.send(.unlocked(ticket))
    #expect(sitting.interface.seat.person == "jb")
    #expect(sitting.interface.seat.role == .therapist)
    #expect(!sitting.room.events.contains { $0.event.kind == .handOver })
  }

  @Test func `a time in front of it is the time of the entry`() throws {
    let sitting = try sitting()
    sitting.press(":@-5m handover dr-x: by telephone⏎⏎")
    let record = try #require(sitting.room.events.first { $0.event.kind == .handOver })
    #expect((record.recordedAt - record.occurredAt).wholeMinutes == 5)
  }
}
