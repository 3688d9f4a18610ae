import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// Which signs a set wants by the program's own protocols, and how old one before the dose may be.
struct SetNeedsTests {
  @Test func `a refused temperature is no set of a required visit, and missing ones are said`()
    throws
  {
    let room = try Room(protocol: "esketamine", at: "13:40", hasChecks: true)
    try room.enter("noreading temp because refused", at: "13:55")
    try room.enter("dose in esketamine 28mg lot S1 exp 2027-01", at: "14:00")
    for clock in ["14:40", "15:50", "16:00"] {
      try room.enter("noreading temp because refused", at: clock)
    }
    try room.enter("note quiet", at: "16:12")
    #expect(room.missedWords == ["baseline vitals", "vitals +40", "vitals +120"])
  }

  @Test func `a sign alone leaves a set open with what it lacks, and parts count together`() throws
  {
    let room = try Room(protocol: "esketamine", at: "13:50")
    try room.enter("124/78 72 98 14", at: "13:55")
    try room.enter("dose in esketamine 28mg lot S1 exp 2027-01", at: "14:00")
    try room.enter("hr 72", at: "14:38")
    let sitting = try Sitting(in: room, size: Size(rows: 36, columns: 120))
    #expect(sitting.screen.contains("vitals +40: BP, SpO2"), "\(sitting.screen)")
    try room.enter("spo2 97", at: "14:39")
    #expect(room.dueWords.contains("vitals +40"))
    try room.enter("noreading bp because moving", at: "14:42")
    #expect(!room.dueWords.contains("vitals +40"))
  }

  @Test func `other protocols want the pulse too`() throws {
    let room = try Room(at: "13:50")
    try room.enter("124/78 72 98 14", at: "13:55")
    try room.enter("dose iv 35mg over 40m", at: "14:00")
    try room.enter("bp 130/80 spo2 97", at: "14:40")
    #expect(room.dueWords.contains("vitals +40"))
    try room.enter("hr 80", at: "14:41")
    #expect(!room.dueWords.contains("vitals +40"))
  }

  @Test func `a pulse alone is no set before the dose, and what shows it is what it needs`() throws
  {
    let room = try Room(hasChecks: true)
    try room.enter("hr 72", at: "13:50")
    #expect(room.state(of: "baseline")?.state == .open)
    #expect(room.refusal(of: "check baseline") != nil)
    try room.enter("124/78", at: "13:51")
    try room.enter("spo2 98 temp 36.6", at: "13:52")
    #expect(room.state(of: "baseline")?.state == .shown)
    #expect(room.state(of: "baseline")?.words == "BP 124/78, HR 72, SpO2 98")
  }

  @Test func `a set of three hours ago is no set before the dose`() throws {
    let room = try Room(at: "10:50", hasChecks: true)
    try room.enter("124/78 72 98 14", at: "11:00")
    #expect(room.state(of: "gate")?.state == .shown)
    try room.enter("note waits", at: "14:00")
    for item in ["baseline", "gate"] {
      #expect(room.state(of: item)?.state == .open)
      #expect(room.state(of: item)?.words == "taken 3 h ago")
    }
    let sitting = try Sitting(in: room).press(":checks⏎")
    while sitting.chosenCheck?.item.key != "baseline" { sitting.press("↓") }
    #expect(sitting.screen.contains("taken 3 h ago"))
    try room.enter("126/80 70 98 14", at: "14:02")
    #expect(room.state(of: "baseline")?.state == .shown)
    #expect(room.state(of: "gate")?.words == "BP 126/80")
  }

  @Test func `a screen at rest sees a set grow old`() throws {
    let room = try Room(hasChecks: true)
    try room.enter("124/78 72 98 14", at: "13:50")
    let sitting = try Sitting(in: room)
    #expect(!sitting.noticeRow.contains(" BP"))
    sitting.wait(minutes: 21)
    let items = sitting.interface.findings.checks[.beforeDose] ?? []
    #expect(items.first { $0.item.key == "gate" }?.words == "taken 21 min ago")
  }
}
