import KapSettings
import KapTimeline
import Testing

/// Each row of what is checked before a dose and before leaving, and of what surrounds it.
struct CareTableTests {
  private let page: Page
  private var care: CareRules { page.rules.care }

  init() throws { page = try Page("iv-infusion") }

  static let before = [
    "identity*", "consent*", "indication", "fasting*", "medicines*", "substances", "pregnancy*",
    "vessels*", "danger*", "psychosis*", "heart", "cautions", "weight", "allergies", "baseline*",
    "gate*", "spo2-scale-2", "suicidality", "escort*", "phone*", "oximeter*", "equipment*",
    "staff*", "intention",
    "calming", "touch", "music",
  ]

  static let leaving = [
    "stay", "oriented", "awake", "dissociation", "pressure", "air", "gait", "nausea", "thoughts",
    "site", "escort-here", "instructions",
  ]

  @Test func `the dose waits for what it must and leaves the rest open`() throws {
    let list = try #require(care.checklist(for: .beforeDose))

    #expect(list.items.map { $0.key + ($0.isRequired ? "*" : "") } == Self.before)
    #expect(
      list.items.filter { $0.needs == .words }.map(\.key)
        == ["consent", "fasting", "medicines", "spo2-scale-2", "phone"]
    )
  }

  @Test(arguments: promised)
  func `consent is asked with its version and date`(name: String) throws {
    let page = try Page(name)
    let item = try #require(page.rules.care.item("consent"))

    #expect(item.holds == ChecklistItem.Content(what: "version and date", figures: 2))
    #expect(item.label == "Consent signed, version and date")
    #expect(page.says(["consent*", "in words with version and date"], from: item.source))
    let others = page.rules.care.checklists.flatMap(\.items).filter { $0.holds != nil }
    #expect(others.map(\.key) == ["consent"])
  }

  @Test func `nobody leaves with an item open`() throws {
    let list = try #require(care.checklist(for: .leaving))

    #expect(list.items.map(\.key) == Self.leaving)
    #expect(list.items.allSatisfy { $0.isRequired })
  }

  @Test(arguments: [
    ("baseline", ChecklistItem.Evidence(.baseline)), ("gate", .init(.gate, by: .prescriber)),
    ("staff", .init(.staff, count: 2)), ("escort", .init(.fact, name: "escort")),
    ("weight", .init(.fact, name: "weight")), ("allergies", .init(.fact, name: "allergies")),
    ("intention", .init(.fact, name: "intention")), ("calming", .init(.fact, name: "calming")),
    ("touch", .init(.fact, name: "touch")), ("suicidality", .init(.scale, name: "cssrs")),
    ("stay", .init(.stay)),
  ])
  func `the record answers an item by itself`(key: String, evidence: ChecklistItem.Evidence) {
    #expect(care.item(key)?.evidence == evidence)
  }

  @Test func `what a person alone can see wants a tick`() {
    let shown = care.checklists.flatMap(\.items).filter { $0.evidence != nil }

    #expect(shown.count == 11)
    #expect(care.item("dissociation")?.evidence == nil)
    #expect(care.item("awake")?.evidence == nil)
  }

  @Test(arguments: promised)
  func `every item is printed with where it comes from`(name: String) throws {
    let page = try Page(name)
    let items = page.rules.care.checklists.flatMap(\.items)

    #expect(items.count > 30)
    #expect(Set(items.map(\.key)).count == items.count)
    for item in items {
      #expect(Page.isSource(item.source), "\(item.source)")
      #expect(page.says(["\(item.key)\(item.isRequired ? "*" : ""): "], from: item.source))
    }
  }

  @Test(arguments: [
    (Sign.systolic, 140.0, nil as GateLimit.Ask?), (.systolic, 141, .note), (.systolic, 159, .note),
    (.systolic, 160, .hold), (.diastolic, 90, nil), (.diastolic, 91, .note),
    (.diastolic, 99, .note), (.diastolic, 100, .hold),
  ])
  func `a reading before the dose asks for a note or a hold`(
    sign: Sign,
    value: Double,
    ask: GateLimit.Ask?
  ) {
    let crossed = care.gate.filter { $0.sign == sign && $0.isCrossed(by: value) }

    #expect(crossed.contains { $0.asks == .hold } == (ask == .hold))
    #expect(crossed.isEmpty == (ask == nil))
    for limit in crossed {
      #expect(page.says([sign.label, " \(plain(limit.value)) mmHg"], from: limit.source))
    }
  }

  @Test(arguments: promised)
  func `supply, quiet and after-care are printed with where they come from`(name: String) throws {
    let page = try Page(name)
    let supply = try #require(page.rules.care.supply)
    let quiet = try #require(page.rules.care.quiet)

    #expect(supply.needsWitness)
    #expect(supply.needsLot)
    #expect(supply.deviceMilligrams == (name == "esketamine" ? 28 : nil))
    for amount in supply.concentrations {
      #expect(page.says(["concentrations", plain(amount), "mg/mL"], from: supply.source))
    }
    if let device = supply.deviceMilligrams {
      #expect(page.says(["\(plain(device)) mg a device"], from: supply.source))
    }
    #expect(quiet.seconds == 120)
    #expect(page.says(["120 s"], from: quiet.source))
    #expect(page.rules.care.aftercare.count == 5)
    for term in page.rules.care.aftercare {
      #expect(Page.isSource(term.source))
      #expect(page.says([term.name], from: term.source))
    }
  }

  @Test func `an infusion names the concentrations in use`() {
    #expect(care.supply?.concentrations == [10, 50, 100])
  }

  @Test func `the card is the one that is drawn`() {
    let card = care.interventions.map { step in
      "\(step.key) \(step.name)" + (step.stopsInfusion ? ", stops" : "")
        + (step.wantsWords ? ", words" : "")
    }

    #expect(
      card == [
        "1 help called", "2 infusion stopped, stops", "3 airway", "4 oxygen, words", "5 suction",
        "6 code called", "7 EMS called", "8 prescriber here", "9 other, words",
      ]
    )
    for step in care.interventions {
      #expect(page.says(["\(step.key) \(step.name)"], from: step.source ?? Page.unsourced))
    }
  }

  @Test(arguments: promised)
  func `a serious event asks for a report under the REMS alone`(name: String) throws {
    let words = try #require(try Page(name).rules.care.adverseEvents)

    #expect((words.seriousStep != nil) == (name == "esketamine"))
    #expect(words.actions.contains("medicine given"))
    #expect(words.outcomes.contains("recovered"))
    #expect(words.relatedness.contains("probable"))
    let parts = (words.actions + words.outcomes + words.relatedness).flatMap {
      $0.split(separator: " ").map(String.init)
    }
    #expect(
      Set(parts).isDisjoint(with: ["serious", "related", "action", "outcome", "start", "end"])
    )
  }

  @Test func `esketamine keeps to its label`() throws {
    let page = try Page("esketamine")
    let fasting = try #require(page.rules.care.item("fasting"))
    let question = try #require(page.rules.care.item("rems-ready"))

    #expect(fasting.label.contains("2 h") && fasting.label.contains("30 min"))
    #expect(page.says(["2 h", "30 min"], from: fasting.source))
    #expect(question.needs == .minutes && question.isRequired)
    #expect(page.rules.care.item("nose")?.source.contains("1 h") == true)
    #expect(page.rules.care.item("prescriber")?.isRequired == true)
    #expect(page.rules.care.item("site") == nil)
  }

  @Test func `where minute zero of a lozenge lies is the clinic's choice`() throws {
    let text = """
      name: ours
      inherits: sublingual
      version: "2"
      hold: { minutes: 12, then: spit, zero: end, source: our own }
      """
    let ours = try ProtocolLibrary().protocol(reading: Array(text.utf8), named: "ours.yaml")

    #expect(try Page("sublingual").rules.hold?.endIsZero == nil)
    #expect(ours.hold?.endIsZero == true)
    #expect(describe(ours).contains { $0.contains("its end is minute 0") })
  }
}

/// What a tick may not say against the record, and what a set and a no ask for.
struct HeldCheckTableTests {
  @Test(arguments: promised)
  func `each planned set says which signs it wants`(name: String) throws {
    let page = try Page(name)
    let vitals = page.rules.vitals
    let isLabel = name == "esketamine"

    #expect(
      vitals.needs
        == (isLabel
          ? [.bloodPressure, .oxygenSaturation] : [.bloodPressure, .heartRate, .oxygenSaturation])
    )
    #expect(
      page.says(
        [isLabel ? "each with BP, SpO2, or why not" : "each with BP, HR, SpO2, or why not"],
        from: try #require(vitals.needsSource)
      )
    )
  }

  @Test(arguments: promised)
  func `the gate names who lifts a hold, and leaving begins with the dose`(name: String) throws {
    let care = try Page(name).rules.care

    #expect(care.item("gate")?.evidence?.by == .prescriber)
    #expect(care.checklist(for: .leaving)?.fromDose == true)
    #expect(care.checklist(for: .beforeDose)?.fromDose == nil)
  }

  @Test(arguments: [
    ("awake", ["the last moaas is below 5"]),
    ("dissociation", ["the last dissociation is above 0"]),
    ("air", ["the last SpO2 is at most 92 %", "the last oxygen is above 0 L/min"]),
    ("pressure", ["the last BP systolic is above 20 % from baseline"]),
  ]) func `what speaks against a tick is printed with its source`(
    key: String,
    words: [String]
  ) throws {
    let page = try Page("iv-infusion")
    let item = try #require(page.rules.care.item(key))

    for (text, ground) in zip(words, item.against) {
      #expect(page.says(["\(key), asked if \(text)"], from: ground.source))
    }
    #expect(item.against.count >= words.count)
  }

  @Test func `a no to new suicidal thoughts asks the room`() throws {
    let page = try Page("iv-infusion")
    let prompt = try #require(page.rules.care.item("thoughts")?.ifNo)

    #expect(prompt.urgency == .urgent)
    #expect(page.says(["thoughts, if no: urgent; \(prompt.words)"], from: prompt.source))
  }
}
