import KapPractice
import KapTimeline
import Testing

struct QuietSessionsTests {
  @Test(arguments: [
    ("im-uneventful", 75.0, 1), ("esketamine-rems", 84.0, 3), ("panic", 50.0, 1),
    ("sublingual-lozenge", 200.0, 1), ("vomiting", 31.0, 1),
  ])
  func `the dose is whole and no limit is crossed`(
    name: String,
    milligrams: Double,
    doses: Int
  ) throws {
    let rehearsal = try Rehearsal.complete(try #require(Scenario.named(name)))

    #expect(rehearsal.end.totalGiven.milligrams == milligrams)
    #expect(rehearsal.end.doses.count == doses)
    #expect(rehearsal.end.notices == [])
    #expect(rehearsal.end.zero == rehearsal.openedAt + rehearsal.scenario.doseAt)
    #expect(rehearsal.end.weight == rehearsal.scenario.weightKilograms)
  }

  @Test func `a reading that could not be taken stands as missing, not as zero`() throws {
    let rehearsal = try Rehearsal.complete(try #require(Scenario.named("im-uneventful")))
    let session = rehearsal.session
    let missing = try #require(session.list(of: .noReading).first)
    let at = session.entries[missing].occurredAt

    #expect(rehearsal.end.minute(of: at) == 29)
    let next = try #require(rehearsal.end.vitals.first { $0.at > at })
    #expect(next.vitals.oxygenSaturation == nil)
  }

  @Test func `nobody leaves before the two hours of the label are over`() throws {
    let rehearsal = try Rehearsal.complete(try #require(Scenario.named("esketamine-rems")))
    let left = try #require(rehearsal.end.phases.last { $0.phase == .discharged })
    let minute = try #require(rehearsal.end.minute(of: left.from))
    let stay = try #require(rehearsal.session.rules?.stay)

    #expect(stay.isHard)
    #expect(Double(minute) >= stay.minutes)
  }
}
