import KapSettings
import KapTimeline
import Testing

/// The scales that an observer scores: each of their rows, in our own words.
struct ObserverScaleTests {
  private let page: Page

  init() throws { page = try Page("sublingual") }

  private func scale(_ name: String) throws -> Scale {
    try #require(page.rules.scale(named: name))
  }

  @Test(
    arguments: [
      (
        "moaas",
        [
          5: "ready reply", 4: "slow reply", 3: "loud voice only", 2: "shaken only",
          1: "pain only", 0: "no reply",
        ]
      ),
      (
        "rass",
        [
          4: "combative", 3: "very agitated", 2: "agitated", 1: "restless", 0: "alert and calm",
          -1: "drowsy", -2: "light sedation", -3: "moderate sedation", -4: "deep sedation",
          -5: "cannot be roused",
        ]
      ),
    ] as [(String, [Int: String])]
  )
  func `every value has its meaning`(name: String, meanings: [Int: String]) throws {
    let scale = try scale(name)

    #expect(scale.meanings == meanings)
    for (value, meaning) in meanings {
      #expect(page.says(["\(value) \(meaning)"], from: scale.source))
    }
  }

  @Test(
    arguments: [
      ("aldrete", "activity", ["all four limbs", "two limbs", "none"]),
      ("aldrete", "breathing", ["deep and coughs", "shallow or laboured", "does not breathe"]),
      ("aldrete", "circulation", ["within 20 %", "20 to 50 %", "more than 50 % away"]),
      ("aldrete", "consciousness", ["fully", "on being called", "no reply"]),
      (
        "aldrete", "spo2",
        ["above 92 % on air", "oxygen to keep above 90 %", "below 90 % on oxygen"]
      ),
      ("padss", "vitals", ["within 20 %", "20 to 40 %", "more than 40 % away"]),
      ("padss", "activity", ["steady and not dizzy", "with help", "not yet"]),
      ("padss", "nausea", ["none or little", "moderate", "severe"]),
      ("padss", "pain", ["none or little", "moderate", "severe"]),
      ("padss", "bleeding", ["none or little", "moderate", "severe"]),
    ] as [(String, String, [String])]
  )
  func `every part scores two, one or nothing`(
    name: String,
    key: String,
    answers: [String]
  ) throws {
    let scale = try scale(name)
    let item = try #require(scale.items.first { $0.key == key })

    #expect([2, 1, 0].map { item.meanings[$0] } == answers.map(Optional.some))
    #expect(item.minimum == 0 && item.maximum == 2)
    #expect(page.says([item.text, "2 \(answers[0])", "0 \(answers[2])"], from: scale.source))
  }
}
