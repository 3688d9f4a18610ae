import KapSettings
import KapTimeline
import Testing

/// Each row of the tables of scales: range, items, bands, and what an answer asks of the room.
struct ScaleTableTests {
  struct Row: Sendable {
    var name: String
    var range: ClosedRange<Double>
    var bands: [Double] = []
    var items = 0
    var scoring = Scale.Scoring.sum
  }

  private let page: Page

  init() throws { page = try Page("oral") }

  private func scale(_ name: String) throws -> Scale {
    try #require(page.rules.scale(named: name))
  }

  static let rows = [
    Row(name: "phq9", range: 0...27, bands: [0, 5, 10, 15, 20], items: 9),
    Row(name: "gad7", range: 0...21, bands: [0, 5, 10, 15], items: 7),
    Row(name: "pcl5", range: 0...80, bands: [0, 31, 34], items: 20),
    Row(name: "qids16", range: 0...27, bands: [0, 6, 11, 16, 21], items: 9),
    Row(name: "hamd17", range: 0...52, bands: [0, 8, 14, 20, 26]),
    Row(name: "madrs", range: 0...60, bands: [0, 7, 20, 35], items: 10),
    Row(name: "who5", range: 0...100, bands: [0, 52], items: 5),
    Row(name: "cadss23", range: 0...92, items: 3),
    Row(name: "cadss6", range: 0...24, items: 6),
    Row(name: "meq30", range: 0...100, items: 4, scoring: .parts),
    Row(name: "cssrs", range: 0...3, bands: [0, 1, 2, 3], items: 7, scoring: .highest),
    Row(name: "moaas", range: 0...5),
    Row(name: "rass", range: -5...4),
    Row(name: "aldrete", range: 0...10, bands: [0, 9], items: 5),
    Row(name: "padss", range: 0...10, bands: [0, 9], items: 5),
  ]

  @Test(arguments: rows)
  func `a scale has its range, bands and items, and prints them with their source`(
    row: Row
  ) throws {
    let scale = try scale(row.name)
    let range = "\(plain(scale.minimum)) to \(plain(scale.maximum))"

    #expect(scale.minimum...scale.maximum == row.range)
    #expect(scale.bands.map(\.from) == row.bands)
    #expect(scale.items.count == row.items)
    #expect(scale.scoring == row.scoring)
    #expect(Page.isSource(scale.source))
    #expect(page.says([scale.name, range], from: scale.source))
    for band in scale.bands {
      #expect(
        page.says([scale.label, "from \(plain(band.from)) \(band.label)"], from: scale.source)
      )
    }
  }

  @Test(
    arguments: [
      ("phq9", 4, "minimal"), ("phq9", 5, "mild"), ("phq9", 9, "mild"), ("phq9", 10, "moderate"),
      ("phq9", 14, "moderate"), ("phq9", 15, "moderately severe"),
      ("phq9", 19, "moderately severe"), ("phq9", 20, "severe"), ("gad7", 4, "minimal"),
      ("gad7", 9, "mild"), ("gad7", 14, "moderate"), ("gad7", 15, "severe"),
      ("pcl5", 30, "below the cut"), ("pcl5", 31, "at the cut, 31 to 33"),
      ("pcl5", 33, "at the cut, 31 to 33"), ("pcl5", 34, "above the cut"),
      ("qids", 5, "none"), ("qids", 10, "mild"), ("qids", 15, "moderate"), ("qids", 20, "severe"),
      ("qids", 21, "very severe"), ("hamd", 7, "none"), ("hamd", 13, "mild"),
      ("hamd", 19, "moderate"), ("hamd", 25, "severe"), ("hamd", 26, "very severe"),
      ("madrs", 6, "none"), ("madrs", 19, "mild"), ("madrs", 34, "moderate"),
      ("madrs", 35, "severe"), ("who5", 48, "poor"), ("who5", 52, "raw 13 or more"),
      ("aldrete", 8, "below 9"), ("aldrete", 9, "9 or more"), ("padss", 9, "9 or more"),
    ] as [(String, Double, String)]
  )
  func `a value is called by its band`(name: String, value: Double, band: String) throws {
    let scale = try scale(name)

    #expect(scale.band(of: value) == band)
  }

  @Test(arguments: ["phq9", "gad7", "pcl5"])
  func `items that are free come with their question, answers and notice`(name: String) throws {
    let scale = try scale(name)

    #expect(scale.items.map(\.key) == (1...scale.items.count).map(String.init))
    #expect(scale.stem != nil)
    #expect(scale.licence != nil)
    #expect(scale.items.allSatisfy { $0.meanings.count == $0.maximum + 1 && $0.text.count > 15 })
    let licence = try #require(scale.licence)
    #expect(page.lines.contains { $0.contains(licence) })
    #expect(page.lines.contains { $0.contains(scale.items[0].text) })
  }

  @Test(arguments: ["qids16", "madrs", "who5", "cadss23", "cadss6", "cssrs"])
  func `words that are not free are not printed`(name: String) throws {
    let words = try scale(name).items.map(\.text)

    #expect(words.allSatisfy { $0.contains("form") || $0.contains("code only") })
  }

  @Test(
    arguments: [
      ([:], nil), (["1": 0], nil), (["1": 1], 1), (["2": 1], 1), (["2": 1, "3": 1], 2),
      (["6": 1], 2), (["4": 1], 3), (["5": 1], 3), (["6": 1, "6b": 1], 3),
      (["1": 1, "2": 1, "3": 1], 2), (["1": 0, "6": 0], nil),
      (["1": 0, "2": 0, "6": 0], 0),
    ] as [([String: Int], Double?)]
  )
  func `the highest yes places a person, never a sum`(
    answers: [String: Int],
    level: Double?
  ) throws {
    let scale = try scale("cssrs")

    #expect(scale.value(of: answers) == level)
  }

  @Test func `raw answers of the well-being index count four times`() throws {
    let scale = try scale("who5")

    #expect(scale.value(of: ["1": 5, "2": 5, "3": 5, "4": 5, "5": 5]) == 100)
    #expect(scale.value(of: ["1": 3, "2": 3, "3": 3, "4": 3, "5": 0]) == 48)
    #expect(scale.value(of: ["1": 3]) == nil)
    #expect(page.says(["the sum times 4"], from: scale.source))
  }

  @Test func `parts make the dissociation score and never one of the mystical experience`() throws {
    let cadss = try scale("cadss23")

    #expect(cadss.items.map(\.maximum) == [28, 52, 12])
    #expect(
      cadss.value(of: ["depersonalisation": 10, "derealisation": 20, "amnesia": 2]) == 32
    )
    let parts = ["mystical": 60, "mood": 60, "time-space": 60, "ineffability": 60]
    let meq = try scale("meq30")
    #expect(meq.items.map(\.key).allSatisfy { parts[$0] != nil })
    #expect(meq.value(of: parts) == nil)
  }

  @Test(
    arguments: [
      ("phq9", "9", 1, .notice), ("madrs", "10", 4, .notice), ("qids16", "12", 2, .notice),
      ("cssrs", nil, 1, .reminder), ("cssrs", nil, 2, .notice), ("cssrs", nil, 3, .urgent),
    ] as [(String, String?, Double, Urgency)]
  )
  func `an answer asks for somebody to look`(
    name: String,
    item: String?,
    value: Double,
    urgency: Urgency
  ) throws {
    let scale = try scale(name)
    let prompt = try #require(
      scale.prompts.first { $0.item == item && $0.value == value && $0.urgency == urgency }
    )

    #expect(!prompt.words.isEmpty)
    #expect(Page.isSource(prompt.source))
    #expect(
      page.says(
        [scale.label, "at least \(plain(value)): \(urgency.rawValue)"],
        from: prompt.source
      )
    )
  }

  @Test func `how far away a person is asks nothing`() throws {
    for name in ["dissociation", "cadss23", "cadss6"] {
      let prompts = try scale(name).prompts
      #expect(prompts == [])
    }
    #expect(page.rules.scales.flatMap(\.prompts).count == 7)
  }

  @Test func `no reply to pain is urgent, and where no source has a limit nothing is`() throws {
    let prompt = try #require(try scale("moaas").prompts.first)

    #expect(prompt.isRaised(by: 0) && !prompt.isRaised(by: 1))
    #expect(prompt.urgency == .urgent && prompt.source.contains("loss of consciousness"))
    #expect(page.says(["MOAA/S at most 0: urgent; \(prompt.words)"], from: prompt.source))
    #expect(try scale("rass").prompts == [])
  }

  /// What is called a response and remission, each number as the clinic's table has it.
  @Test(
    arguments: [
      ("phq9", "50 % or more below", 4), ("gad7", "50 % or more below", 4),
      ("pcl5", "10 points or more below", 30), ("qids16", "50 % or more below", 5),
      ("hamd17", "50 % or more below", 7), ("madrs", "50 % or more below", 10),
      ("who5", "10 points or more above", nil), ("cadss23", nil, nil), ("cadss6", nil, nil),
      ("meq30", nil, nil), ("cssrs", nil, nil), ("moaas", nil, nil), ("rass", nil, nil),
      ("aldrete", nil, nil), ("padss", nil, nil),
    ] as [(String, String?, Double?)]
  )
  func `a scale has its response and its range of remission`(
    name: String,
    response: String?,
    remission: Double?
  ) throws {
    let scale = try scale(name)

    #expect(scale.response?.text == response)
    #expect(scale.remission?.atMost == remission)
    if let rule = scale.response, let response {
      #expect(Page.isSource(rule.source))
      #expect(page.says([scale.label, "response: \(response)"], from: rule.source))
    }
    if let rule = scale.remission, let remission {
      #expect(Page.isSource(rule.source))
      #expect(page.says([scale.label, "range: \(plain(remission)) or less"], from: rule.source))
    }
  }

  @Test func `three questions are asked after a yes to the second, one after a yes to the sixth`()
    throws
  {
    let scale = try scale("cssrs")
    let conditions = scale.items.map { item in item.asksIf.map { "\(item.key) if \($0.item)" } }

    #expect(conditions == [nil, nil, "3 if 2", "4 if 2", "5 if 2", nil, "6b if 6"])
    #expect(scale.items.allSatisfy { $0.asksIf.map { $0.atLeast == 1 } ?? true })
    #expect(page.says(["3 Q3", "asked if 2 is at least 1"], from: scale.source))
  }
}
