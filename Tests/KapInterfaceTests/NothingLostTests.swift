import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// What somebody typed is read, or stands there with the reason why not.
@Suite struct NothingLostTests {
  @Test func `@ in front of an acknowledgement is its time`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v172/104 98 96 15⏎")
    try sitting.at("14:45").press("a@-3m looked")
    #expect(!sitting.line.contains("X"))
    sitting.press("⏎")
    #expect(sitting.newest.contains("acknowledged: looked"))
    let entry = try #require(
      sitting.interface.session.entries.last { $0.recorded.event.kind == .acknowledgement }
    )
    #expect(WallTime(entry.occurredAt, offset: Room.offset).clock == "14:42")
  }

  @Test(arguments: ["@-3m⏎", "@soon looked⏎", "@23:59 looked⏎"])
  func `what is no time, or has no words behind it, stays in the acknowledgement`(
    keys: String
  ) throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v172/104 98 96 15⏎")
    let before = sitting.count
    sitting.wait(minutes: 5).press("a\(keys)")
    #expect(sitting.count == before)
    #expect(sitting.line.contains(keys.dropLast()))
    #expect(sitting.interface.field?.problem != nil)
  }

  @Test(arguments: ["@14:59 120/80", "@-13h 120/80"])
  func `behind a time that is refused the readings wait as they were typed`(
    keys: String
  ) throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v\(keys)")
    #expect(sitting.line.contains(keys))
    let refused = keys.contains(":") ? "14:59 is still to come" : "too long before the session"
    #expect(sitting.screen.contains(refused))
    sitting.press("⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains(refused))
    #expect(sitting.line.contains(keys))
  }

  @Test func `what waited behind a time goes into the slots once the time has been`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v@14:40 120/80 72")
    #expect(sitting.line.contains("@14:40 120/80 72"))
    try sitting.at("14:41").press("⏎")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest == "AR vitals BP 120/80 HR 72")
    let entry = try #require(sitting.interface.session.entries.last)
    #expect(WallTime(entry.occurredAt, offset: Room.offset).clock == "14:40")
  }

  @Test func `a digit that is no reason is not dropped, and Enter says why`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("v120/80 -5")
    #expect(sitting.line.contains("HR -5"))
    sitting.press("⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("HR “-5” is no reading"))
    #expect(sitting.line.contains("HR -5"))
    // The next digit begins the number anew.
    sitting.press("75⏎")
    #expect(sitting.newest == "AR vitals BP 120/80 HR 75")
  }

  @Test func `an urgent reading is drawn so when the next set stands beside it`() throws {
    let room = try Room.dosed()
    let sitting = try Sitting(in: room)
    try room.enter("146/90 92 87 14", at: "14:38")
    sitting.look()
    #expect(sitting.screen.contains("87!!! "))
    try room.enter("206/118 92 97 14", at: "14:41")
    try room.enter("201/116 92 97 14", at: "14:43")
    sitting.wait(minutes: 6)
    sitting.press("⎋")
    #expect(sitting.screen.contains("206/118!!!"))
    #expect(sitting.screen.contains("201/116!!!"))
  }

  @Test func `l puts off no reading that a notice asks for again`() throws {
    let sitting = try Sitting()
    sitting.press("v172/104 72 88 14⏎d")
    while !(sitting.line.contains("baseline scores")) { sitting.press("↓") }
    sitting.press("l")
    let later = sitting.entries.filter { $0.contains("later:") }
    #expect(!later.isEmpty)
    #expect(later.allSatisfy { !$0.contains("again") })
    let repeats = sitting.interface.findings.dueItems.filter {
      if case .repeatReading = $0.kind { true } else { false }
    }
    #expect(repeats.count >= 2 && repeats.allSatisfy { $0.postponedUntil == nil })
    sitting.press("d")
    while !(sitting.line.contains("BP again")) { sitting.press("↓") }
    let before = sitting.count
    sitting.press("l")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest.contains("BP again"))
  }

  @Test(arguments: [80, 120, 200])
  func `the arithmetic of a dose stands before what is open, and that is cut at an item`(
    columns: Int
  ) throws {
    let room = try Room(hasChecks: true)
    try room.enter("weight 70kg", at: "13:48")
    let sitting = try Sitting(in: room, size: Size(rows: 24, columns: columns))
    sitting.press(":dose iv 35mg over 40m")
    let rows = sitting.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let echo = rows[21...22].joined(separator: " ").split(separator: " ").joined(separator: " ")
    let arithmetic =
      "0.5 mg/kg at 70 kg, 52.5 mg an hour, ends 14:28, this is minute 0 and phase dosing. "
    let start = try #require(echo.indices.first { echo[$0...].hasPrefix(arithmetic) })
    let open = echo[start...].dropFirst(arithmetic.count)
    let count = sitting.interface.moment.gate.count
    #expect(open.hasPrefix("\(count) open"))
    let phrase = "\(count) open, a notice will ask why: "
    guard columns > 80 else { return #expect(open.hasPrefix("\(count) open.")) }
    #expect(open.hasPrefix(phrase))
    let tail = open.dropFirst(phrase.count).prefix { $0 != "·" }
    let names = sitting.interface.moment.gate.map(\.item.short)
    for item in tail.split(separator: ",").map({ $0.drop { $0 == " " } }) {
      #expect(item == "…" || names.contains(String(item)), "\(item)")
    }
  }

  @Test(arguments: [60, 80, 120, 200])
  func `the header shows every limit of this person, or how many and the keys to them`(
    columns: Int
  ) throws {
    for isDosed in [false, true] {
      let room = try Room()
      try room.enter("weight 70kg", at: "13:48")
      try room.enter("limit bp above 150/95 because hypertension", at: "13:49")
      try room.enter("limit hr above 115 because athlete", at: "13:50")
      if isDosed { try room.enter("dose iv 35mg over 40m", at: "14:08") }
      let sitting = try Sitting(in: room, size: Size(rows: 24, columns: columns))
      sitting.wait(minutes: 2)
      let row = sitting.row(2)
      if columns >= 120 {
        #expect(row.contains("limits BP 150/95 or more, HR 115 or more"), "\(row)")
      } else {
        #expect(row.contains("2 limits"), "\(row)")
        #expect(!row.contains("HR above"), "\(row)")
      }
      // The keys that show them give way before the dose does.
      if columns == 80, !isDosed { #expect(row.contains("2 limits: Tab z z"), "\(row)") }
      if columns == 80, isDosed { #expect(row.contains("0.50 mg/kg"), "\(row)") }
      if isDosed { #expect(row.contains("mg in")) } else { #expect(row.contains("70.0 kg")) }
    }
  }
}
