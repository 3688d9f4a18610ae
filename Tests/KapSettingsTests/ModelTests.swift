import KapSettings
import KapTimeline
import Testing

struct ModelTests {
  @Test(arguments: promised)
  func `a description prints every number of the model with its source`(name: String) throws {
    let rules = try ProtocolLibrary().protocol(named: name)
    let model = try #require(rules.care.model)
    let lines = describe(rules, width: 1_000)
    let sources =
      [model.bandSource, model.kilogramsSource, model.central.source, model.clearance.source]
      + model.peripherals.map(\.source) + model.ways.map(\.source)
      + model.ways.compactMap(\.absorption?.swallowed?.source)

    #expect(lines.contains("Model, for practice and replay: \(model.name)"))
    for source in sources {
      let isSourced = ["high", "medium", "low"].contains { source.contains("confidence \($0)") }
      #expect(isSourced || source.contains("unsourced, for the clinic to set"), "\(source)")
      #expect(lines.contains { $0.hasSuffix("  \(source)") }, "\(source)")
    }
    #expect(model.bandPercent == 50)
    #expect(lines.contains { $0.contains("V \(plain(model.central.litres)) L") })
  }

  @Test(arguments: [
    ("iv-infusion", 133.0, [Route.intravenous, .intramuscular, .sublingual]),
    ("iv-bolus", 4.41, [.intravenous]),
    ("im", 133, [.intravenous, .intramuscular, .sublingual]),
    ("sublingual", 133, [.intravenous, .intramuscular, .sublingual]),
    ("oral", 192, [.intravenous, .oral]),
    ("intranasal", 133, [.intravenous, .intramuscular, .sublingual]),
    ("esketamine", 192, [.intravenous, .oral, .intranasal]),
  ])
  func `each protocol has its model`(name: String, litres: Double, routes: [Route]) throws {
    let model = try #require(try ProtocolLibrary().protocol(named: name).care.model)

    #expect(model.central.litres == litres)
    let known = model.ways.filter { $0.absorption != nil }.map(\.route)
    #expect(Set(known) == Set(routes))
    #expect(model.ways.allSatisfy { !$0.words.isEmpty })
  }

  @Test(arguments: [
    (
      "model:\n  disposition:\n    liver: { litres: 1, litresPerHour: 9, eliminationPerHour: 1, "
        + "metabolismPerHour: 1, source: ours }\n",
      "model.disposition: the medicine leaves in two ways. Write one of `clearance` and `liver`."
    ),
    (
      "model:\n  disposition:\n    clearance: none\n",
      "model.disposition: nothing says how the medicine leaves. "
        + "Write one of `clearance` and `liver`."
    ),
    (
      "model:\n  disposition:\n    central: { litres: 130, exponent: 0.8, source: ours }\n",
      "model.disposition.central.exponent: 0.8 is no number of quarters. "
        + "Write 0, 0.25, 0.5, 0.75 or 1."
    ),
    (
      "model:\n  routes:\n    intranasel: { missing: nothing known, source: ours }\n",
      "model.routes.intranasel: there is no route `intranasel`. Did you mean `intranasal`?"
    ),
    (
      "model:\n  routes:\n    oral:\n      { name: solution, fraction: 0, source: ours, "
        + "swallowed: { minutes: 9, perHour: 1, escape: 0.6, source: ours } }\n",
      "model.routes: what is swallowed by the oral route reaches a liver that is not there. "
        + "Describe `liver` in `disposition`, or leave `swallowed` out."
    ),
    (
      "model:\n  routes:\n    oral: { name: solution, fraction: 1.2, source: ours }\n",
      "model.routes.oral.fraction: 1.2 is out of range. Write a number from 0 to 1."
    ),
  ])
  func `a wrong model is named by its key`(text: String, problem: String) {
    let found = problems(of: "name: ours\ninherits: iv-infusion\nversion: \"2\"\n" + text)

    #expect(found.contains { $0.hasSuffix(problem) }, "\(found)")
  }

  @Test func `a clinic may have no model`() throws {
    let text = "name: ours\ninherits: iv-infusion\nversion: \"2\"\nmodel: none\n"
    let rules = try ProtocolLibrary().protocol(reading: Array(text.utf8), named: "ours.yaml")

    #expect(rules.care.model == nil)
  }
}
