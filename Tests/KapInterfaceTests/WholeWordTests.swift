import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct WholeWordTests {
  /// Words that nothing else on the screen begins with.
  private static let words = [
    "quintessence", "wandering", "xylophones", "jubilantly", "zephyrlike", "kaleidoscope",
    "vociferous", "underneath", "yesterdays", "obliviously",
  ]

  private static func sentence(_ start: Int, _ count: Int) -> String {
    (0..<count).map { words[(start + $0) % words.count] }.joined(separator: " ")
  }

  private func room() throws -> Room {
    let room = try Room(subject: "quintessence", room: "yesterdays")
    try room.enter("join jubilantly as therapist", at: "13:47")
    try room.enter("join vociferous as prescriber", at: "13:47")
    try room.enter("weight 70kg", at: "13:48")
    for (place, fact) in ["allergies", "escort", "calming", "touch", "stopsign", "intention"]
      .enumerated()
    {
      try room.enter("\(fact) \(Self.sentence(place, 6))", at: "13:48")
    }
    try room.enter("124/78 72 98 14", at: "13:56")
    try room.enter("dose iv 35mg over 40m", at: "14:08")
    try room.enter("dose iv bolus 15mg", at: "14:12")
    try room.enter("note \(Self.sentence(2, 12))", at: "14:20")
    try room.enter("231/104 150 96 15", at: "14:30")
    try room.enter("pin", at: "14:31")
    try room.enter("pin 1: \(Self.sentence(5, 9))", at: "14:32")
    try room.enter("call dr-l about \(Self.sentence(1, 3)): \(Self.sentence(4, 8))", at: "14:33")
    return room
  }

  @Test(arguments: [
    (60, 16), (61, 17), (66, 19), (72, 22), (80, 24), (90, 28), (99, 40), (100, 30), (120, 36),
    (137, 44), (180, 50), (200, 60),
  ])
  func `no word is cut within, in any state`(columns: Int, rows: Int) throws {
    let room = try room()
    let size = Size(rows: rows, columns: columns)
    var screens: [(String, String)] = []
    for script in [
      "", "d", "z", "⇥z", "⇥⇥z", "'", "t", "x", "?", "u", "c", "n\(Self.sentence(0, 3))⎋", "p", "w",
      "/wander", "d↓↓", ":theme d⇥", "rorder clonidine",
    ] {
      let sitting = try Sitting(in: room, size: size)
      sitting.press(script)
      screens.append((script, sitting.screen))
    }
    for script in ["", "a", "z", "'"] {
      let replay = try Replaying(room, size: size, at: "14:31", readOnly: nil)
      replay.press(script)
      screens.append(("replay \(script)", replay.screen))
    }
    for (state, screen) in screens {
      for cut in cuts(in: screen) {
        Issue.record("\(state) at \(columns)x\(rows): \(cut)\n\(screen)")
      }
    }
  }

  /// The tokens of a screen that are the beginning of a word and not the word.
  private func cuts(in screen: String) -> [Substring] {
    screen.split { !$0.isLetter && $0 != "…" }.filter { token in
      let letters = token.filter(\.isLetter).lowercased()
      guard letters.count > 3 else { return false }
      return Self.words.contains { $0 != letters && $0.hasPrefix(letters) && letters != "wander" }
    }
  }

  @Test func `what waits to be confirmed is said with its value at 80 columns`() throws {
    let room = try Room.dosed()
    try room.enter("231/104 98 96 15", at: "14:38")
    let sitting = try Sitting(in: room)
    #expect(sitting.screen.contains("confirm BP 231/104, a"))
    // However late it is, the value and the entry's name stay.
    for _ in 0..<3 {
      sitting.wait(minutes: 37)
      sitting.press("⎋")
      let row = sitting.screen.split(separator: "\n").first { $0.contains("confirm BP 231/104") }
      #expect(row?.contains(/confirm BP 231\/104, a\d+/) == true, "\(row ?? "")")
    }
    let other = try Room.dosed()
    try other.enter("90/86 98 96 15", at: "14:38")
    let pulse = try Sitting(in: other, size: Size(rows: 36, columns: 120)).screen
    #expect(!pulse.contains("pulsePressure"))
    #expect(pulse.contains("pulse pressure 4"))
  }

  @Test func `people whose initials are alike are told apart in the author column`() throws {
    let room = try Room.dosed()
    try room.enter("join dr-l as prescriber", at: "14:38")
    try room.enter("note from the doctor", at: "14:38", by: "dr-l", .prescriber)
    let alone = try Sitting(in: room)
    #expect(alone.screen.contains(" DL from the doctor"))
    try room.enter("join dr-lee as supervisor", at: "14:39")
    try room.enter("note from another", at: "14:39", by: "dr-lee", .supervisor)
    let both = try Sitting(in: room).screen
    #expect(both.contains(" DL  from the doctor"))
    #expect(both.contains(" DLE from another"))
  }
}
