import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// What is due is called by the name that stands in the list, whichever of its names that is.
@Suite struct DueNamesTests {
  /// Rooms in which, together, every kind of item is due.
  enum Situation: String, CaseIterable {
    case beforeDose, inPeak, afterEmergency, lozenge, nearLeaving, left

    func room() throws -> Room {
      switch self {
      case .beforeDose:
        let room = try Room(hasChecks: true)
        try room.enter("weight 70kg", at: "13:48")
        try room.enter("pin", at: "13:50")
        return room
      case .inPeak:
        let room = try Room.dosed()
        try room.enter("pin", at: "14:38")
        try room.enter("dose iv bolus 350mg", at: "14:38")
        try room.enter("bp 231/104 hr 98", at: "14:39")
        return room
      case .afterEmergency:
        let room = try Room.careful()
        try room.enter("emergency step oxygen", at: "14:39")
        try room.enter("stand-down", at: "14:41")
        return room
      case .lozenge:
        let room = try Room(protocol: "sublingual", hasChecks: true)
        try room.enter("weight 70kg", at: "13:48")
        try room.enter("124/78 72 98 14", at: "13:56")
        try room.enter("dose sl 200mg", at: "14:08")
        return room
      case .nearLeaving:
        let room = try Room.dosed(hasChecks: true)
        try room.enter("phase recovery", at: "15:30")
        try room.enter("bp 130/80", at: "15:48")
        return room
      case .left:
        let room = try Room(protocol: "esketamine")
        try room.enter("weight 70kg", at: "13:48")
        try room.enter("124/78 72 98 14", at: "13:56")
        try room.enter("dose in 28mg", at: "14:08")
        try room.enter("phase discharged because she left", at: "15:50")
        try room.enter("bp 130/80", at: "15:51")
        return room
      }
    }
  }

  /// What stands before Enter in the way of a line; nil where it would be recorded.
  private func refusal(of line: String, by sitting: Sitting) -> String? {
    sitting.press(":").press(.paste(line))
    defer { sitting.press("⌃u⎋") }
    return sitting.interface.field.flatMap { sitting.interface.obstacle(to: $0) }?.problem.message
  }

  @Test(arguments: Situation.allCases)
  func `each name in the list is understood, or refused for what is true of the item`(
    situation: Situation
  ) throws {
    let sitting = try Sitting(in: try situation.room(), size: Size(rows: 36, columns: 120))
    let items = sitting.interface.findings.dueItems
    #expect(!items.isEmpty)
    for item in items {
      let titles = [false, true].map {
        DuePane.title(of: item, in: sitting.interface.display, isShort: $0)
      }
      let cut = titles.filter { $0.contains(" ") }.map { Text.clippedAtWord($0, to: $0.count - 1) }
      for name in titles {
        let later = refusal(of: "later \(name)", by: sitting)
        let isOver = item.toleratedUntil.map { sitting.room.now >= $0 } ?? false
        let hasNoTime = item.kind.isAfterDose && item.toleratedUntil == nil
        #expect((later == nil) == !(isOver || hasNoTime), "\(name): \(later ?? "")")
        if hasNoTime { #expect(later?.contains("no time before the dose") ?? false, "\(name)") }
        if isOver { #expect(later?.contains("tolerance of") ?? false, "\(name): \(later ?? "")") }
        let notDone = refusal(of: "notdone \(name) because asleep", by: sitting)
        #expect(notDone?.contains("not yet") ?? true, "\(name): \(notDone ?? "")")
      }
      for name in cut where name.hasSuffix("…") && name.contains(" ") {
        let said = refusal(of: "later \(name)", by: sitting)
        #expect(said?.contains("Nothing called") != true, "\(name): \(said ?? "")")
      }
    }
  }

  @Test(arguments: Situation.allCases)
  func `how long is said in one way, with room beside the name or without`(
    situation: Situation
  ) throws {
    for columns in [60, 70, 80, 100, 120] {
      let sitting = try Sitting(in: try situation.room(), size: Size(rows: 36, columns: columns))
      sitting.press("⇥⇥z").wait(minutes: 4)
      let said = sitting.screen.matches(of: /(late|in) [0-9]+ ?(m|h)[a-z0-9]*/).map(\.output.0)
      #expect(said.allSatisfy { $0.hasSuffix(" min") || $0.hasSuffix(" h") }, "\(said)")
      sitting.press("z⎋")
      let short = sitting.screen.matches(of: /(late|in) [0-9]+(m|h)\b/).map(\.output.0)
      #expect(short.isEmpty, "\(columns): \(short)")
    }
  }

  @Test func `every kind of item is due in one of these rooms`() throws {
    var kinds: Set<String> = []
    for situation in Situation.allCases {
      for item in try Sitting(in: try situation.room()).interface.findings.dueItems {
        kinds.insert(item.kind.name)
      }
    }
    #expect(kinds == DueItem.Kind.names)
  }

  @Test(arguments: ["notdone vitals +10", "notdone vitals+10", "notdone scores +20"])
  func `nobody leaves out before the dose what has its time from the dose on`(line: String) throws {
    let room = try Room(hasChecks: true)
    room.pass(milliseconds: 600_000)
    let sitting = try Sitting(in: room)
    let count = sitting.count
    sitting.press(":\(line) because busy")
    #expect(sitting.screen.contains("has no time before the dose"), "\(sitting.screen)")
    sitting.press("⏎")
    #expect(sitting.count == count)
    #expect(sitting.screen.contains("has no time before the dose"), "\(sitting.screen)")
    // What belongs before the dose can be left out there.
    sitting.press("⌃unotdone baseline vitals because refused⏎")
    #expect(sitting.newest == "AR not done: baseline vitals, refused")
    // In a session that ended without a dose it can be said of everything.
    sitting.press(":end⏎")
    #expect(!sitting.interface.display.moment.state.isOpen)
    sitting.press(":@13:50 \(line) because no dose⏎")
    #expect(sitting.entries.contains { $0.hasSuffix(", no dose") }, "\(sitting.screen)")
  }

  @Test func `what is done is said to be that, and when`() throws {
    let sitting = try Sitting(in: try Situation.inPeak.room(), size: Size(rows: 36, columns: 120))
    for (line, said) in [
      ("notdone vitals +10 because busy", "Vitals +10 was done at 14:18."),
      ("later vitals+10", "Vitals +10 was done at 14:18."),
      ("notdone baseline vitals because busy", "Baseline vitals was done at 13:56."),
      ("notdone baseline scores because busy", "Baseline scores was done at 13:57."),
    ] {
      #expect(refusal(of: line, by: sitting) == said)
    }
    #expect(refusal(of: "later lunch", by: sitting) == "Nothing called lunch is due.")
    sitting.press("v146/92 90 97 14⏎")
    let again = refusal(of: "later BP again", by: sitting)
    #expect(again == "BP again was done at 14:39.", "\(again ?? "")")
  }

  @Test func `what somebody called not done is said to be that, by whichever name`() throws {
    let sitting = try Sitting(in: try Situation.inPeak.room(), size: Size(rows: 36, columns: 120))
    sitting.press(":notdone BP again (notice) because asleep⏎")
    #expect(sitting.newest == "AR not done: BP again, asleep")
    for line in ["later BP again (notice)", "notdone bp again because x"] {
      let said = refusal(of: line, by: sitting)
      #expect(said?.hasPrefix("BP again was called not done, in a") ?? false, "\(said ?? "")")
    }
    #expect(refusal(of: "later confirm dose, a21", by: sitting) == nil)
    #expect(refusal(of: "later confirm a21", by: sitting) == nil)
    #expect(refusal(of: "later confirm a99", by: sitting) == "Nothing called confirm a99 is due.")
    // Past its tolerance it is still due, and cannot be put off.
    sitting.wait(minutes: 6).press("⎋")
    let late = refusal(of: "later confirm dose, a21", by: sitting)
    #expect(late?.hasPrefix("The tolerance of confirm dose 350 mg") ?? false, "\(late ?? "")")
  }
}

extension DueItem.Kind {
  static let names: Set<String> = [
    "vitals", "end", "repeat", "scores", "infusion", "hold", "pin", "checks", "words", "vial",
    "confirm",
  ]

  fileprivate var name: String {
    switch self {
    case .vitals: "vitals"
    case .endReading: "end"
    case .repeatReading: "repeat"
    case .scores: "scores"
    case .infusionEnd: "infusion"
    case .hold: "hold"
    case .pin: "pin"
    case .checks: "checks"
    case .stepWords: "words"
    case .vial: "vial"
    case .confirm: "confirm"
    }
  }
}

extension DueItem.Kind {
  /// Whether it is a look at the person at a minute after the dose.
  fileprivate var isAfterDose: Bool {
    switch self {
    case .vitals(let minute), .scores(let minute): minute >= 0
    case .endReading, .repeatReading, .infusionEnd, .hold, .pin, .checks, .stepWords, .vial,
      .confirm:
      false
    }
  }
}
