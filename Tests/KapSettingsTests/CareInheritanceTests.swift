import KapSettings
import KapTimeline
import Testing

/// A clinic changes one check among many, drops another, and keeps the rest.
struct CareInheritanceTests {
  private func ours(_ text: String) throws -> ClinicProtocol {
    let head = "name: ours\ninherits: im\nversion: \"2\"\n"
    return try ProtocolLibrary().protocol(reading: Array((head + text).utf8), named: "ours.yaml")
  }

  @Test func `one item is changed and another is dropped`() throws {
    let usual = try ProtocolLibrary().protocol(named: "im")
    let rules = try ours(
      """
      checklists:
        beforeDose:
          items:
            music: none
            indication: { label: Why we meet, required: true, source: our own }
            glasses: { label: Glasses off, source: our own }
      gate:
        systolic-note: none
      interventions:
        5: none
      prompts:
        madrs-item-10: none
      aftercare:
        alcohol: none
      """
    )
    let (before, mine) = (
      try #require(usual.care.checklist(for: .beforeDose)).items.map(\.key),
      try #require(rules.care.checklist(for: .beforeDose)).items.map(\.key)
    )

    #expect(mine == before.filter { $0 != "music" } + ["glasses"])
    #expect(rules.care.item("indication")?.isRequired == true)
    #expect(rules.care.item("indication")?.source == "our own")
    #expect(rules.care.gate.count == usual.care.gate.count - 1)
    #expect(rules.care.interventions.map(\.key) == ["1", "2", "3", "4", "6", "7", "8", "9"])
    #expect(rules.scale(named: "madrs")?.prompts == [])
    #expect(rules.scale(named: "phq9")?.prompts.count == 1)
    #expect(rules.care.aftercare.count == usual.care.aftercare.count - 1)
  }

  @Test func `a clinic that wants none of it has none of it`() throws {
    let rules = try ours(
      """
      checklists: none
      gate: none
      supply: none
      adverseEvents: none
      urgentEffects: none
      interventions: none
      quiet: none
      warningScore: none
      aftercare: none
      prompts: none
      model: none
      usualDose: none
      modalities: none
      manners: none
      """
    )

    #expect(rules.careRules == nil)
    #expect(rules.scales.allSatisfy { $0.prompts.isEmpty })
    #expect(!describe(rules).contains { $0.contains("required") && $0.contains("dose,") })
  }
}
