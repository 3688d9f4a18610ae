import KapTimeline
import Testing

/// A record may bring any numbers, and none of them stops anybody from reading the rest.
struct SenselessNumberTests {
  @Test(arguments: [Int.max, .min])
  func `answers without end are added up`(answer: Int) {
    let scale = Scale.mood
    let answers = Dictionary(uniqueKeysWithValues: scale.items.map { ($0.key, answer) })
    #expect(scale.value(of: answers) == Double(answer) * 3)
  }

  @Test func `points without end are the most there are`() {
    let table = WarningScore(
      name: "score",
      bands: [Sign.heartRate, .temperature].map {
        WarningScore.Band(sign: $0, from: 0, points: .max)
      },
      oxygenPoints: 0,
      source: "test"
    )
    #expect(table.score(of: Vitals(heartRate: 72, temperature: 37), moaas: 5) == .max)
  }
}
