import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// The row that says which limit was crossed says what there is to do about it, at every width.
@Suite struct NoticeRowTests {
  private static let sizes = [
    Size(rows: 16, columns: 60), Size(rows: 24, columns: 80), Size(rows: 36, columns: 120),
  ]

  enum Urgent: String, CaseIterable {
    case oxygen, low, overdue, readAgain, comeBack, effect, checks

    func room() throws -> Room {
      let room = try Room.dosed(hasChecks: self == .checks)
      switch self {
      case .oxygen: try room.enter("bp 130/80 hr 80 spo2 84", at: "14:38")
      case .low: try room.enter("bp 84/46 hr 80 spo2 97", at: "14:38")
      case .overdue:
        try room.enter("bp 190/112", at: "14:38")
        try room.enter("note nobody was free", at: "14:55")
      case .readAgain:
        try room.enter("spo2 84", at: "14:38")
        try room.enter("spo2 86", at: "14:39")
      case .comeBack:
        try room.enter("bp 130/80 hr 80 spo2 84", at: "14:38")
        try room.enter("spo2 97", at: "14:39")
      case .effect: try room.enter("effect \"chest pain\" severe", at: "14:38")
      case .checks: break
      }
      return room
    }
  }

  @Test(arguments: Urgent.allCases, sizes)
  func `of what is urgent the step stays`(urgent: Urgent, size: Size) throws {
    let sitting = try Sitting(in: try urgent.room(), size: size)
    let top = try #require(sitting.interface.findings.openNotices.first)
    #expect(top.urgency == .urgent)
    let row = sitting.noticeRow
    #expect(row.hasPrefix(" !!!  URGENT  "))
    // Of one that came back, what was read is what is left to say.
    let step = try #require(top.clearedAt == nil ? top.nextStep : " SpO2 97 at 14:39")
    let begins = step.prefix { $0 != "," && $0 != "." }.dropFirst()
    #expect(row.contains(begins), "\(row) | \(step)")
  }

  /// A room that is ready but for its pressure.
  static func cautioned(_ pair: String) throws -> Sitting {
    let room = try Room(hasChecks: true)
    try room.enter("weight 70kg", at: "13:48")
    try room.enter("\(pair) 72 98 14", at: "13:56")
    return try Sitting(in: room, size: Size(rows: 36, columns: 120))
  }

  @Test func `the row says it, before the dose and once it is given`() throws {
    let sitting = try Self.cautioned("146/94")
    for item in sitting.interface.findings.checks[.beforeDose] ?? [] where !item.isMet {
      guard item.item.evidence?.kind != .gate else { continue }
      sitting.press(":check \(item.item.key): seen 2 Nov, 2 people, 8 h, yes⏎y⌃u⎋")
    }
    #expect(sitting.noticeRow.contains("BP 146/94 above 140/90"), "\(sitting.noticeRow)")
    sitting.press(":dose iv 35mg over 40m⏎y")
    #expect(sitting.noticeRow.contains("BP 146/94 above 140/90"), "\(sitting.noticeRow)")
  }
}
