import KapSettings
import KapTimeline
import Testing

/// Every cell of the NEWS2 table, at both of its edges.
struct WarningScoreTableTests {
  private let page: Page
  private let score: WarningScore

  init() throws {
    page = try Page("im")
    score = try #require(page.rules.care.warningScore)
  }

  @Test(
    arguments: [
      (.respiratoryRate, 0, 8, 3), (.respiratoryRate, 9, 11, 1), (.respiratoryRate, 12, 20, 0),
      (.respiratoryRate, 21, 24, 2), (.respiratoryRate, 25, 70, 3),
      (.oxygenSaturation, 30, 91, 3), (.oxygenSaturation, 92, 93, 2),
      (.oxygenSaturation, 94, 95, 1), (.oxygenSaturation, 96, 100, 0),
      (.systolic, 30, 90, 3), (.systolic, 91, 100, 2), (.systolic, 101, 110, 1),
      (.systolic, 111, 219, 0), (.systolic, 220, 350, 3),
      (.heartRate, 15, 40, 3), (.heartRate, 41, 50, 1), (.heartRate, 51, 90, 0),
      (.heartRate, 91, 110, 1), (.heartRate, 111, 130, 2), (.heartRate, 131, 300, 3),
      (.temperature, 25, 35.0, 3), (.temperature, 35.1, 36.0, 1), (.temperature, 36.1, 38.0, 0),
      (.temperature, 38.1, 39.0, 1), (.temperature, 39.1, 45, 2),
    ] as [(Sign, Double, Double, Int)]
  )
  func `a reading scores what its cell says`(sign: Sign, low: Double, high: Double, points: Int) {
    #expect(score.points(for: low, of: sign) == points)
    #expect(score.points(for: high, of: sign) == points)
    #expect(page.says([sign.label, "scores \(points)"], from: score.source))
  }

  /// On the second scale a reading of 93 or more is what a person on air may well have.
  @Test(
    arguments: [
      (30, 83, 3, 3), (84, 85, 2, 2), (86, 87, 1, 1), (88, 92, 0, 0), (93, 94, 0, 1),
      (95, 96, 0, 2), (97, 100, 0, 3),
    ] as [(Double, Double, Int, Int)]
  )
  func `the second scale of SpO2 scores what its cell says, on air and on oxygen`(
    low: Double,
    high: Double,
    onAir: Int,
    onOxygen: Int
  ) throws {
    let second = try #require(score.second)

    for value in [low, high] {
      let scored = [false, true].map {
        score.points(for: value, of: .oxygenSaturation, isOnOxygen: $0, bySecondScale: true)
      }
      #expect(scored == [onAir, onOxygen])
    }
    #expect(page.says(["SpO2 scale 2, by the tick of spo2-scale-2 alone"], from: second.source))
    #expect(Page.isSource(second.source) && second.source.contains("Royal College of Physicians"))
    let range = low == 30 ? "83 and less" : high == 100 ? "97 and more" : "\(plain(low)) to"
    #expect(page.says(["SpO2", range], from: second.source))
  }

  @Test func `only SpO2 has a second scale, and nobody is on it without a clinician's choice`()
    throws
  {
    let second = try #require(score.second)
    let item = try #require(page.rules.care.item(second.item))

    #expect(Set(second.bands.map(\.sign)) == [.oxygenSaturation])
    #expect(score.points(for: 90, of: .oxygenSaturation, isOnOxygen: true) == 3)
    #expect(score.points(for: 90, of: .oxygenSaturation, bySecondScale: true) == 0)
    #expect(score.points(for: 95, of: .heartRate, bySecondScale: true) == 1)
    #expect(!item.isRequired && item.needs == .words && item.evidence == nil)
    #expect(item.isForFew)
    #expect(page.rules.care.checklists.flatMap(\.items).filter(\.isForFew) == [item])
  }

  @Test func `oxygen scores two and a person who is not alert three`() {
    #expect(score.oxygenPoints == 2)
    #expect(score.alertScale == "moaas")
    #expect(score.alertFrom == 5)
    #expect(score.notAlertPoints == 3)
    #expect(page.says(["oxygen scores 2"], from: score.source))
    #expect(page.says(["moaas below 5 scores 3"], from: score.source))
  }

  @Test func `a reading between two bands belongs to the lower one and no other sign counts`() {
    #expect(score.points(for: 35.05, of: .temperature) == 3)
    #expect(score.points(for: 38.04, of: .temperature) == 0)
    #expect(score.points(for: 70, of: .diastolic) == nil)
  }

  @Test func `its owner is credited`() {
    #expect(score.name == "NEWS2")
    #expect(score.source.contains("Royal College of Physicians"))
  }
}
