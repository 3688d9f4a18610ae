import KapSettings
import KapTimeline
import Testing

/// Which symptoms outrank the numbers, row by row, and the equation of what is wasted.
struct UrgentEffectTableTests {
  private static let call = "hold, call the prescriber"

  @Test(
    arguments: [
      ("chest pain", nil, "any chest pain", call), ("dyspnoea", nil, "any dyspnoea", call),
      ("headache", .severe, "headache, severe or worse", call),
      ("visual change", nil, "any visual change", call),
      ("blurred vision", .severe, "blurred vision, severe or worse", call),
      ("double vision", .severe, "double vision, severe or worse", call),
      ("neurological change", nil, "any neurological change", call),
      (
        "respiratory depression", nil, "any respiratory depression (apnoea, apnea)",
        "stop the dose, airway, O2, bag-mask, 911"
      ),
      (
        "suicidal thoughts", nil,
        "any suicidal thoughts (suicidality, suicidal ideation, suicidal ideas)",
        "C-SSRS now, and escalate"
      ),
      (
        "loss of consciousness", nil,
        "any loss of consciousness (unresponsive, unconscious, not responding)", call
      ),
      ("laryngospasm", nil, "any laryngospasm", "stop stimulation, jaw thrust, CPAP or O2, call"),
      ("anaphylaxis", nil, "any anaphylaxis", call),
      (nil, .lifeThreatening, "any effect, life-threatening", call),
    ] as [(String?, AdverseEffect.Severity?, String, String)]
  )
  func `a symptom that outranks the numbers is printed with its source`(
    term: String?,
    from: AdverseEffect.Severity?,
    words: String,
    step: String
  ) throws {
    for name in promised {
      let page = try Page(name)
      let rules = page.rules.care.urgentEffects
      let rule = try #require(rules.first { $0.term == term && $0.outcome == nil })

      #expect(rules.count == 14)
      #expect(rule.from == from)
      #expect(rule.nextStep == step)
      #expect(Page.isSource(rule.source))
      #expect(page.says([words, "urgent; \(step)"], from: rule.source))
      #expect(term.map { term in page.rules.effects.contains { $0.name == term } } ?? true)
    }
  }

  @Test(arguments: promised)
  func `a death is urgent, and an effect that is over has an end`(name: String) throws {
    let page = try Page(name)
    let rule = try #require(page.rules.care.urgentEffects.first { $0.outcome != nil })
    let words = try #require(page.rules.care.adverseEvents)

    #expect(rule.term == nil && words.outcomes.contains(rule.outcome ?? ""))
    #expect(page.says(["any effect, outcome death: urgent"], from: rule.source))
    #expect(words.overOutcomes == ["recovered"])
    #expect(page.says(["outcome with an end: recovered"], from: words.source))
  }

  @Test(arguments: ["respiratory depression", "laryngospasm", "anaphylaxis"])
  func `whose response has a source but not its urgency says so`(term: String) throws {
    let rule = try #require(
      try Page("im").rules.care.urgentEffects.first { $0.term == term }
    )
    #expect(rule.source.hasPrefix("ketamine label"))
    #expect(rule.source.hasSuffix("urgent at once is unsourced, for the clinic to set"))
  }

  @Test(arguments: promised)
  func `what is drawn is given and wasted, by the letter on wastage`(name: String) throws {
    #expect(
      try Page(name).says(
        ["drawn = given + wasted"],
        from: "DEA letter on wastage: what is left over is recorded, 21 CFR 1304.22(c); confidence "
          + "high"
      )
    )
  }

  @Test func `every effect needs a severity from which it is urgent`() {
    let text = """
      name: ours
      inherits: im
      version: "2"
      urgentEffects:
        any: { source: ours }
      """
    #expect(throws: SettingsError.self) {
      try ProtocolLibrary().protocol(reading: Array(text.utf8), named: "ours.yaml")
    }
  }

  @Test func `an inherited symptom can be dropped`() throws {
    let text = """
      name: ours
      inherits: im
      version: "2"
      urgentEffects:
        dyspnoea: none
      """
    let ours = try ProtocolLibrary().protocol(reading: Array(text.utf8), named: "ours.yaml")

    #expect(!ours.care.urgentEffects.contains { $0.term == "dyspnoea" })
    #expect(ours.care.urgentEffects.count == 13)
  }

  @Test func `the cluster rule is printed, cluster by cluster`() throws {
    let page = try Page("im")
    let rule = try #require(page.rules.scale(named: "pcl5")?.clusters)

    #expect(rule.atLeast == 2)
    #expect(rule.clusters.map(\.name) == ["B", "C", "D", "E"])
    #expect(rule.clusters.map(\.count) == [1, 1, 2, 2])
    #expect(rule.clusters.flatMap(\.items) == (1...20).map(String.init))
    for cluster in rule.clusters {
      let words = "PCL-5 cluster \(cluster.name): \(cluster.count) or more of the items "
      #expect(page.says([words, "rated 2 or more; shown only"], from: rule.source))
    }
  }

  @Test(
    arguments: [
      ([:], "none"), ([1: 2, 6: 2, 8: 2, 9: 2, 15: 2, 20: 4], "all"),
      ([1: 1, 2: 1, 3: 1], "none"), ([5: 2, 8: 4, 15: 4], "B"), ([7: 3, 13: 2, 14: 2], "C D"),
    ] as [([Int: Int], String)]
  )
  func `clusters are said by the rule`(high: [Int: Int], met: String) throws {
    let scale = try #require(try Page("im").rules.scale(named: "pcl5"))
    var answers = Dictionary(uniqueKeysWithValues: scale.items.map { ($0.key, 0) })
    for (item, answer) in high { answers["\(item)"] = answer }

    #expect(scale.clusterWords(for: answers) == "clusters B C D E: \(met), by the rule")
    answers["20"] = nil
    #expect(scale.clusterWords(for: answers) == nil)
  }

  @Test func `the six items are those of the paper`() throws {
    let scale = try #require(try Page("im").rules.scale(named: "cadss6"))

    #expect(scale.items.map(\.key) == ["1", "2", "6", "7", "15", "22"])
    #expect(scale.items.allSatisfy { $0.text == "Item \($0.key) of the 23-item form" })
  }
}
