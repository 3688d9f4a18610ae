import KapEntry
import KapTimeline
import Testing

struct TreatmentTests {
  private static func dose(
    _ route: Route,
    _ nanograms: Int64,
    _ medicine: Medicine = .ketamine,
    as manner: String? = nil
  ) -> Dose {
    Dose(medicine: medicine, route: route, amount: Mass(nanograms: nanograms), manner: manner)
  }

  @Test(arguments: [
    ("dose im 75mg", dose(.intramuscular, 75_000_000)),
    ("dose im 75 mg", dose(.intramuscular, 75_000_000)),
    ("dose 75mg im", dose(.intramuscular, 75_000_000)),
    ("DOSE IM 75MG", dose(.intramuscular, 75_000_000)),
    ("dose iv bolus 15mg", dose(.intravenous, 15_000_000, as: "bolus")),
    ("dose iv 15mg Push", dose(.intravenous, 15_000_000, as: "push")),
    ("dose iv 15mg", dose(.intravenous, 15_000_000)),
    ("dose sl 200mg", dose(.sublingual, 200_000_000)),
    ("dose po 0.1g", dose(.oral, 100_000_000)),
    ("dose in 50mg", dose(.intranasal, 50_000_000)),
    ("dose in esketamine 28mg", dose(.intranasal, 28_000_000, .esketamine)),
    ("dose ketamine intramuscular 75mg", dose(.intramuscular, 75_000_000)),
    ("dose im 500mcg", dose(.intramuscular, 500_000)),
    ("dose im 500 µg", dose(.intramuscular, 500_000)),
    ("dose im 500 μg", dose(.intramuscular, 500_000)),
    ("dose im 0,5mg", dose(.intramuscular, 500_000)),
    ("dose im .5mg", dose(.intramuscular, 500_000)),
    ("dose im 0.000001mg", dose(.intramuscular, 1)),
    ("dose im 0.5 milligrams", dose(.intramuscular, 500_000)),
    ("rx dose im 75mg", dose(.intramuscular, 75_000_000)),
    ("rx iv 15mg", dose(.intravenous, 15_000_000)),
    ("rx ketamine iv 15mg", dose(.intravenous, 15_000_000)),
  ]) func `a dose is read in any order`(_ line: String, _ dose: Dose) {
    #expect(reading(line) == .success(.give(dose)))
  }

  @Test func `the medicine of a dose is the protocol's`() {
    var room = Room.live
    room.clinicProtocol?.medicine = .esketamine
    #expect(
      reading("dose in 28mg", in: room)
        == .success(.give(Self.dose(.intranasal, 28_000_000, .esketamine)))
    )
  }

  @Test(arguments: [
    ("dose", 4, 0, EntryError.Problem.missing), ("dose im", 7, 0, .missing),
    ("dose 75mg", 9, 0, .missing), ("dose im 75", 8, 2, .unknownUnit),
    ("dose im 75 kg", 8, 2, .unknownUnit), ("dose im 0.5mg/kg", 11, 5, .unknownUnit),
    ("dose im 0.5 mg/kg", 12, 5, .unknownUnit), ("dose im 2ml", 9, 2, .unknownUnit),
    ("dose im 0mg", 8, 3, .notANumber), ("dose im -5mg", 8, 4, .unknownWord),
    ("dose im 75mg 20mg", 13, 4, .repeated), ("dose im iv 75mg", 8, 2, .repeated),
    ("dose iv 35mg in 40m", 13, 2, .repeated), ("dose iv 35mg over", 17, 0, .missing),
    ("dose iv 35mg over 40", 18, 2, .unknownUnit), ("dose iv 35mg over 0m", 18, 2, .notATime),
    ("dose iv 35mg over 40x", 18, 3, .notATime),
    ("dose iv bolus 35mg over 40m", 8, 5, .unknownWord),
    ("dose im 1e400mg", 9, 6, .unknownUnit), ("dose im 999999999999mg", 8, 14, .numberTooLarge),
    ("dose im 999999kg", 14, 2, .unknownUnit), ("dose im 1,000mg", 8, 5, .ambiguousNumber),
    ("dose im NaN", 8, 3, .unknownWord), ("dose im ٣mg", 8, 3, .foreignDigits),
    ("dose clonidine 0.1mg po", 5, 9, .unknownWord), ("dose im 75mg now", 13, 3, .unknownWord),
    ("infusion", 8, 0, .missing), ("infusion begin", 9, 5, .unknownWord),
    ("infusion rate", 13, 0, .missing), ("infusion rate 40", 14, 2, .unknownUnit),
    ("infusion rate 40mg", 16, 2, .unknownUnit), ("infusion rate 0mg/h", 14, 5, .notANumber),
    ("infusion rate 5mcg/kg/min", 15, 10, .unknownUnit),
    ("infusion pause now", 15, 3, .unknownWord),
    ("given", 5, 0, .missing), ("given 4mg iv", 5, 0, .missing),
    ("given ondansetron 4", 18, 1, .unknownUnit), ("given ondansetron 4 iv", 18, 1, .unknownUnit),
    ("given ondansetron 4mg 8mg", 22, 3, .repeated), ("given ondansetron iv po", 21, 2, .repeated),
    ("given ondansetron 4mg for", 25, 0, .missing), ("given ondansetron 4mg by", 24, 0, .missing),
    ("given ondansetron 4mg for a for b", 28, 3, .repeated),
    ("given ondansetron 4mg slowly", 22, 6, .unknownWord),
    ("given ondansetron 4mg by dr-l read back", 30, 9, .unknownWord),
    ("given ketamine 10mg iv", 6, 8, .unknownWord),
    ("order clonidine 0.1mg po", 24, 0, .missing), ("order by dr-l", 5, 0, .missing),
    ("call", 4, 0, .missing), ("rx", 2, 0, .missing),
  ]) func `a treatment that says too little or too much is refused in place`(
    _ line: String,
    _ column: Int,
    _ length: Int,
    _ problem: EntryError.Problem
  ) throws {
    let error = try #require(failure(line))
    #expect(error.problem == problem)
    #expect(error.column == column)
    #expect(error.length == length)
    #expect(error.remedy.hasSuffix("."))
  }

  @Test(arguments: [
    ("infusion start 50mg/h", InfusionChange(.start, rate: DoseRate(milligramsPerHour: 50))),
    ("infusion start rate 50 mg/h", InfusionChange(.start, rate: DoseRate(milligramsPerHour: 50))),
    ("infusion start", InfusionChange(.start)),
    ("infusion rate 40mg/hr", InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 40))),
    ("infusion rate 1mg/min", InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 60))),
    ("infusion rate 500mcg/min", InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 30))),
    ("infusion pause", InfusionChange(.pause)), ("infusion resume", InfusionChange(.resume)),
    ("infusion stop", InfusionChange(.stop)), ("pump stop", InfusionChange(.stop)),
  ]) func `a hand on the pump is read`(_ line: String, _ change: InfusionChange) {
    #expect(reading(line) == .success(.changeInfusion(change)))
  }

  @Test(arguments: [
    "given ondansetron 4mg iv for nausea by dr-l", "given ondansetron 4 mg iv by dr-l for nausea",
    "given ondansetron iv 4mg for nausea, by dr-l", "gave ondansetron for nausea 4mg by dr-l",
    "rx ondansetron 4mg iv for nausea by dr-l", "rx given ondansetron 4mg IV for nausea by dr-l",
  ]) func `a medicine is given with its clauses in any order`(_ line: String) throws {
    let result = try Entry.parse(line, in: Room.live).command
    guard case .administer(let given) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(given.medicine == "ondansetron")
    #expect(given.reason?.hasPrefix("nausea") == true)
    #expect(given.orderedBy == "dr-l")
    #expect(given.amount == nil || given.amount == "4mg")
  }

  @Test(
    arguments: [
      ("given clonidine 0.1mg po for bp by dr-l", "clonidine", "0.1mg", "po", "bp", "dr-l"),
      ("given clonidine .1 mg po", "clonidine", "0.1mg", "po", nil, nil),
      ("given oxygen 2l/min nasal", "oxygen", "2l/min", "nasal", nil, nil),
      ("given salbutamol 2 puffs inh", "salbutamol", "2 puffs", "inh", nil, nil),
      ("given normal saline 500ml iv", "normal saline", "500ml", "iv", nil, nil),
      ("given water", "water", nil, nil, nil, nil),
      (
        "given ondansetron 4mg odt for dry retching", "ondansetron", "4mg", "odt", "dry retching",
        nil
      ),
    ] as [(String, String, String?, String?, String?, String?)]
  )
  func `a medicine's parts are kept as they were said`(
    _ line: String,
    _ medicine: String,
    _ amount: String?,
    _ route: String?,
    _ reason: String?,
    _ person: String?
  ) {
    let given = GivenMedicine(
      medicine: medicine,
      amount: amount,
      route: route,
      reason: reason,
      orderedBy: person
    )
    #expect(reading(line) == .success(.administer(given)))
  }

  @Test(arguments: [
    ("order clonidine 0.1mg po by dr-l read back", true),
    ("order clonidine 0.1mg po by dr-l, read back", true),
    ("order clonidine 0.1mg po by dr-l, readback", true),
    ("order clonidine 0.1mg po by dr-l read-back", true),
    ("order clonidine 0.1mg po by dr-l", false),
    ("order clonidine 0.1mg po by dr-l not read back", false),
    ("order clonidine 0.1mg po by dr-l, not read back", false),
    ("order clonidine 0.1mg po by dr-l; never read-back", false),
    ("order clonidine 0.1mg po by dr-l not yet read back", false),
    ("order clonidine 0.1mg po by dr-l read back: no", false),
    ("order clonidine 0.1mg po by dr-l, not readback.", false),
    ("rx order clonidine 0.1mg po by dr-l", false),
  ]) func `an order says whether it was read back`(_ line: String, _ isReadBack: Bool) {
    let given = GivenMedicine(
      medicine: "clonidine",
      amount: "0.1mg",
      route: "po",
      orderedBy: "dr-l"
    )
    let order = VerbalOrder(given: given, isReadBack: isReadBack)
    #expect(reading(line) == .success(.takeOrder(order)))
  }

  @Test(arguments: [
    (
      "call dr-l about bp: repeat in 5, read back",
      Call(to: "dr-l", about: "bp", said: "repeat in 5", isReadBack: true)
    ),
    (
      "call dr-l bp 172/104, repeat, read back",
      Call(to: "dr-l", about: "bp 172/104", said: "repeat", isReadBack: true)
    ),
    (
      "call dr-l about bp: repeat in 5, not read back",
      Call(to: "dr-l", about: "bp", said: "repeat in 5, not read back")
    ),
    (
      "call dr-l about more: said no, read back",
      Call(to: "dr-l", about: "more", said: "said no", isReadBack: true)
    ),
    ("call dr-l bp 172/104", Call(to: "dr-l", about: "bp 172/104")),
    ("call dr-l", Call(to: "dr-l")),
    ("call dr-l read back", Call(to: "dr-l", isReadBack: true)),
    ("call dr-l: come now", Call(to: "dr-l", said: "come now")),
    ("call Dr Lewis about bp", Call(to: "Dr Lewis", about: "bp")),
    ("call dr lewis: come", Call(to: "dr lewis", said: "come")),
    ("call mara kline about cover", Call(to: "mara kline", about: "cover")),
    ("call Mara Kline cover", Call(to: "Mara Kline", about: "cover")),
    ("call poison control: advice given", Call(to: "poison control", said: "advice given")),
    ("call the ward about a bed: ready", Call(to: "the ward", about: "a bed", said: "ready")),
    ("call Dr Anna Lee about bp: wait", Call(to: "Dr Anna Lee", about: "bp", said: "wait")),
    ("call escort, running late", Call(to: "escort", said: "running late")),
    ("call 911 about chest pain: coming", Call(to: "911", about: "chest pain", said: "coming")),
    ("call 555-1234: no answer", Call(to: "555-1234", said: "no answer")),
    (
      "call ambulance about chest pain: on its way",
      Call(
        to: "ambulance",
        about: "chest pain",
        said: "on its way"
      )
    ),
    ("call dr-l about bp at 14:05: repeat", Call(to: "dr-l", about: "bp at 14:05", said: "repeat")),
    ("rx call dr-l bp 172/104", Call(to: "dr-l", about: "bp 172/104")),
  ]) func `a call has a person, a matter and what was said`(_ line: String, _ call: Call) {
    #expect(reading(line) == .success(.callOut(call)))
  }
}
