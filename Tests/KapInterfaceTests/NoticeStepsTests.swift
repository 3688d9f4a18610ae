import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// The words of a notice, of which the row chooses as many as it has room for.
@Suite struct NoticeStepsTests {
  @Test func `each way to say what comes next is no longer than the one before`() throws {
    for urgent in NoticeRowTests.Urgent.allCases {
      let moment = try Sitting(in: try urgent.room()).interface.moment
      for notice in moment.notices {
        let steps = moment.words(for: notice, offset: Room.offset).steps
        for (one, next) in zip(steps, steps.dropFirst()) { #expect(next.count <= one.count) }
      }
    }
  }

  @Test(arguments: [
    ("146/94", "BP 146/94 above 140/90"), ("146/84", "BP 146/84 systolic above 140"),
    ("132/94", "BP 132/94 diastolic above 90"), ("124/78", nil),
  ])
  func `a pressure beyond a limit before the dose is said with both`(
    pair: String,
    said: String?
  ) throws {
    let sitting = try NoticeRowTests.cautioned(pair)
    let items = sitting.interface.findings.checks[.beforeDose] ?? []
    let words = items.filter { !$0.isMet }.map { sitting.interface.moment.openWords(of: $0) }
    #expect(words.first { $0.hasPrefix("BP") } == said, "\(words)")
  }

}
