import KapPractice
import KapTimeline
import Testing

/// What went in, and from which vials, beside the scenario's.
struct DebriefGivenTests {
  /// What the debrief names after these lines, at a minute from the dose of the scenario.
  private func different(
    _ name: String,
    _ lines: [(minute: Double, text: String)],
    at minute: Double
  ) throws -> [String] {
    let scenario = try #require(Scenario.named(name))
    var rehearsal = try Rehearsal(scenario)
    rehearsal.weigh()
    for line in lines {
      rehearsal.submit(
        ScriptedLine(at: scenario.doseAt + .minutes(line.minute), author: "ar", text: line.text)
      )
    }
    #expect(rehearsal.refusals == [])
    let debrief = Debrief(
      of: scenario,
      at: rehearsal.moment(atMinute: minute),
      offset: UTCOffset(minutes: 60)
    )
    return debrief.different.map(\.line)
  }

  @Test(arguments: [
    (40.0, nil),
    (60, "14:08  pump 46.5 mg: recorded by AR, in the scenario 31 mg"),
    (20, "14:08  pump 15.5 mg: recorded by AR, in the scenario 31 mg"),
  ])
  func `a pump counts by what it brought in`(stop: Double, line: String?) throws {
    let lines = try different(
      "vomiting",
      [(0, "infusion start rate 46.5mg/h"), (stop, "infusion stop")],
      at: 90
    )
    #expect(lines == [line].compactMap(\.self))
  }

  @Test func `a pump beside a dose is counted with it`() throws {
    #expect(
      try different(
        "vomiting",
        [
          (0, "dose iv 31mg over 40m"), (50, "infusion start rate 30mg/h"), (70, "infusion stop"),
        ],
        at: 90
      ) == [
        "14:08 to 14:58  dose 31 mg + pump 10 mg, 41 mg in all: recorded by AR, in the scenario "
          + "31 mg"
      ]
    )
    #expect(try different("vomiting", [(0, "dose iv 31mg over 40m")], at: 17) == [])
  }

  @Test(arguments: [
    (24.6, nil), (26, nil),
    (32, "14:08  dose 22.4 mg of 28 mg: recorded by AR, in the scenario 17.6 mg of 28 mg"),
    (15, "14:08  dose 10.5 mg of 28 mg: recorded by AR, in the scenario 17.6 mg of 28 mg"),
    (60, "14:08  dose 28 mg: recorded by AR, in the scenario 17.6 mg of 28 mg"),
  ])
  func `a dose that is stopped earlier or later by more than a minute is another`(
    stop: Double,
    line: String?
  ) throws {
    var lines = [(0.0, "dose iv 28mg over 40m")]
    if stop < 40 { lines.append((stop, "infusion stop")) }
    #expect(try different("oversedation", lines, at: 70) == [line].compactMap(\.self))
  }

  @Test(arguments: Scenario.all)
  func `what the script gives is what the scenario gave, at every minute`(
    scenario: Scenario
  ) throws {
    let rehearsal = try Rehearsal.complete(scenario)
    for minute in stride(from: 0.0, through: 60, by: 2.5) {
      let debrief = Debrief(of: scenario, at: rehearsal.moment(atMinute: minute), offset: .utc)
      #expect(debrief.different == [], "\(minute)")
    }
  }

  private static let bedside = "at the bedside lot K3306, expires 2026-11"

  @Test(arguments: [
    ("lot K3306 exp 2026-11", nil), ("lot k3306 exp 11/26", nil), ("lot K3306", nil),
    ("lot K3360 exp 2026-11", "lot K3360, expires 2026-11"),
    ("lot K3306 exp 2028-11", "lot K3306, expires 2028-11"),
    ("lot K9", "lot K9"),
  ])
  func `a lot or a last day of use that is not the bedside's is named`(
    label: String,
    said: String?
  ) throws {
    let lines = try different(
      "panic",
      [
        (-4, "vial drawn 50mg given 50mg wasted 0mg conc 50mg/ml \(label)"), (0, "dose im 50mg"),
      ],
      at: 20
    )
    #expect(
      lines
        == [said.map { "14:04  vial \($0): recorded by AR, \(Self.bedside)" }]
        .compactMap(\.self)
    )
  }

  @Test func `a device of another lot is named beside all there are`() throws {
    let lines = try different(
      "esketamine-rems",
      [
        (0, "dose in esketamine 28mg lot S2295 exp 2027-09"),
        (5, "dose in esketamine 28mg lot S2259 exp 2027-09"),
        (10, "dose in esketamine 28mg lot S2291 exp 2027-09"),
      ],
      at: 12
    )
    #expect(
      lines == [
        "14:09  dose lot S2259, expires 2027-09: recorded by AR, at the bedside lot S2291, expires "
          + "2027-09 or lot S2295, expires 2027-09"
      ]
    )
  }
}
