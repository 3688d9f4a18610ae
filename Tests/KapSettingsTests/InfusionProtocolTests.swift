import KapSettings
import KapTimeline
import Testing

struct InfusionProtocolTests {
  private let rules: ClinicProtocol

  init() throws { rules = try ProtocolLibrary().protocol(named: "iv-infusion") }

  @Test func `the windows are those of the worked session`() {
    let windows = rules.phases.compactMap { plan -> [Double]? in
      guard let from = plan.from, let to = plan.to else { return nil }
      return [from, to]
    }

    #expect(windows == [[0, 10], [10, 45], [45, 75], [75, 100]])
    #expect(rules.stay.minutes == 100)
    #expect(rules.label(of: .administration) == "dosing")
  }

  @Test func `music five is on the sixth key and nausea is the first effect`() {
    #expect(rules.codes.first { $0.key == "6" }?.name == "music 5")
    #expect(rules.effects.first?.name == "nausea")
    #expect(rules.medicines.first?.name == "ondansetron")
  }
}
