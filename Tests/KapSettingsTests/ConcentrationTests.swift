import KapSettings
import KapTimeline
import Testing

/// Which strengths of a medicine are asked about: those that its product does not have.
struct ConcentrationTests {
  private func doubts(_ name: String, _ concentration: Double) throws -> [Doubt] {
    let sitting = try Sitting(name)
    let rules = try ProtocolLibrary().protocol(named: name)
    let dose = Dose(
      medicine: rules.medicine,
      route: rules.route,
      amount: Mass(milligrams: 56) ?? .zero
    )
    let plan = DosePlan(
      dose: dose,
      weight: 70,
      concentration: concentration,
      openItems: [],
      reason: "x"
    )
    guard case .unusual(let doubts) = sitting.refusal(of: .plan(plan)) else { return [] }
    return doubts.filter { doubt in
      if case .unusual("concentration", _, _, _, _) = doubt { true } else { false }
    }
  }

  @Test(arguments: [
    ("esketamine", 140.0, false), ("esketamine", 14, true), ("esketamine", 300, true),
    ("intranasal", 150, false), ("intranasal", 300, true), ("iv-infusion", 10, false),
    ("iv-infusion", 100, false), ("iv-infusion", 140, true), ("im", 0.5, true),
  ])
  func `a strength that the product has is not asked about, another one is`(
    name: String,
    concentration: Double,
    isAsked: Bool
  ) throws {
    #expect(try doubts(name, concentration).isEmpty == !isAsked)
  }

  @Test(arguments: promised)
  func `what the protocol itself states is never doubted`(name: String) throws {
    let rules = try ProtocolLibrary().protocol(named: name)
    let supply = try #require(rules.care.supply)
    var stated = supply.concentrations
    if let device = supply.deviceMilligrams, let volume = supply.deviceMillilitres {
      stated.append(device / volume)
    }
    #expect(stated.isEmpty == (name == "sublingual"))
    #expect(rules.bound(on: "concentration")?.refuseAbove == 1000)
    for concentration in stated { #expect(try doubts(name, concentration).isEmpty) }
  }

  @Test func `a device's strength is printed with its source, and so is what is asked`() throws {
    let page = try Page("esketamine")
    let supply = try #require(page.rules.care.supply)
    #expect(page.says(["28 mg a device of 0.2 mL", "140 mg/mL"], from: supply.source))
    let bound = try #require(page.rules.bound(on: "concentration"))
    #expect(bound.source.contains("label"))
    #expect(page.says(["concentration: ", "above 150 mg/mL"], from: bound.source))
    #expect(try Page("im").rules.bound(on: "concentration")?.askAbove == 100)
  }
}
