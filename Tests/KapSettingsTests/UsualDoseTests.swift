import KapSettings
import KapTimeline
import Testing

/// What a session of each route usually gives, and what is asked of medicines before it.
struct UsualDoseTests {
  @Test(
    arguments: [
      ("iv-infusion", "0.5 mg/kg over 40 min"), ("iv-bolus", nil), ("im", "75 to 125 mg"),
      ("sublingual", "100 to 400 mg"), ("oral", "2 to 2.5 mg/kg"), ("intranasal", "10 to 50 mg"),
      ("esketamine", "56 to 84 mg"),
    ] as [(String, String?)]
  )
  func `a usual dose is printed with where it comes from and advises nothing`(
    name: String,
    text: String?
  ) throws {
    let page = try Page(name)
    let usual = page.rules.care.usualDose

    #expect(usual?.text == text)
    guard let usual, let text else {
      return #expect(page.says(["none"], from: "unsourced, for the clinic to set"))
    }
    #expect(Page.isSource(usual.source))
    #expect(page.says(["the protocol's usual: \(text)"], from: usual.source))
    #expect(!page.lines.contains { $0.lowercased().contains("recommend") })
  }

  @Test func `a usual dose by weight needs the weight, and a range fills nothing in`() throws {
    let infusion = try #require(try Page("iv-infusion").rules.care.usualDose)
    let injection = try #require(try Page("im").rules.care.usualDose)

    #expect(infusion.amount(forKilograms: 70)?.milligrams == 35)
    #expect(infusion.amount(forKilograms: nil) == nil)
    #expect(injection.amount(forKilograms: 70) == nil)
  }

  @Test(arguments: [
    (
      "{ unit: mg, source: s }",
      "4:12: usualDose: the usual dose is neither one amount nor a range."
    ),
    (
      "{ amount: 1, to: 2, unit: mg, source: s }",
      "4:12: usualDose: the usual dose is neither one amount nor a range."
    ),
    (
      "{ from: 3, to: 2, unit: mg, source: s }",
      "4:12: usualDose: the usual dose is neither one amount nor a range."
    ),
    ("{ amount: 1, unit: mg }", "4:12: usualDose.source: `source` is missing."),
  ])
  func `a usual dose that says nothing clear is named`(text: String, problem: String) {
    let found = problems(
      of: "name: ours\ninherits: iv-bolus\nversion: \"2\"\nusualDose: \(text)\n"
    )

    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(problem) == true, "\(found)")
  }

  @Test(arguments: promised)
  func `medicines are asked one by one, each with its reason and source`(name: String) throws {
    let page = try Page(name)
    let item = try #require(page.rules.care.item("medicines"))

    #expect(
      item.asks.map(\.name) == ["benzodiazepine", "opioid", "stimulant", "MAOI", "lamotrigine"]
    )
    #expect(item.needs == .words && item.isRequired)
    for ask in item.asks {
      let why = try #require(ask.why)
      #expect(Page.isSource(ask.source))
      #expect(page.says(["medicines, \(ask.name): \(why)"], from: ask.source))
    }
  }

  @Test func `a name that would end an answer is named`() {
    let found = problems(
      of: """
        name: ours
        inherits: iv-bolus
        version: "2"
        checklists:
          beforeDose:
            items:
              extra: { label: e, source: s, asks: { "a, b": { source: s } } }
        """
    )

    #expect(found.count == 1)
    #expect(found.first?.contains("`a, b` cannot stand in an answer") == true, "\(found)")
  }
}
