import KapTimeline

extension Scenario {
  /// An infusion whose pressure goes beyond the urgent limit at its peak: the call, the order, the
  /// medicine, the readings again until it is back.
  static let hypertensionAtPeak: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .pressured, seed: 2710),
      monitor: Person.monitor.name
    )
    script.arriveWithPressure()
    script.riseToPeak()
    script.crossUrgentLimit()
    script.comeDown()
    return Scenario(
      name: "hypertension-at-peak",
      title: "IV infusion, high blood pressure at the peak",
      protocolName: "iv-infusion",
      subject: "K-027",
      number: 2,
      planned: 6,
      room: "2",
      weightKilograms: 78,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 2710
    )
  }()
}

extension Script {
  fileprivate mutating func arriveWithPressure() {
    arrive(
      Arrival(
        weight: 78,
        escort: "wife, comes when phoned",
        calming: "a hand to hold, slow words",
        intention: "to put the year down",
        mood: "2 1 2 2 1 1 2 1 0",
        fasting: "food at {-5h}, water until {-2h}",
        medicines: "ramipril, none of those listed",
        phone: "wife, 555 0163",
        order: "ketamine 39mg iv",
        plan: "iv 39mg over 40m conc 10mg/ml last 39mg"
      )
    )
    type(-4.2, "note takes ramipril for pressure, taken this morning")
    vitals(-3.1)
  }

  fileprivate mutating func riseToPeak() {
    type(0, "dose iv 39mg over 40m")
    type(1.2, "note pump running, line site clean")
    type(3.6, "phase onset")
    vitals(10.2)
    type(11.2, "phase peak")
    scores(11.8)
    type(15.4, "said the weight is sliding off the bed", by: Scenario.Person.therapist.name)
    vitals(20.1)
    scores(20.6)
    type(26.0, "pin", by: Scenario.Person.therapist.name)
  }

  fileprivate mutating func crossUrgentLimit() {
    vitals(30.1)
    scores(30.5)
    type(31.0, "ack: no headache, no chest pain, cuff sits well")
    type(31.8, "call dr-l about bp: repeat in 5, no medicine yet, read back")
    vitals(35.1)
    type(35.6, "call dr-l about bp: on the way, repeat in 3, read back")
    type(37.0, "join dr-l as prescriber")
    vitals(38.1)
    type(38.6, "effect hypertension moderate related probable")
    type(39.2, "order clonidine 0.1mg po for bp by dr-l read back")
    vitals(40.1)
    type(40.5, "ack: dr-l here, no symptoms, clonidine ordered and on its way")
    type(41.2, "given clonidine 0.1mg po for bp by dr-l")
    scores(41.8)
    type(42.2, "note pump has run in, line flushed, head raised")
    vitals(45.1)
    type(45.7, "ack: coming down, dr-l stays until under 160")
  }

  fileprivate mutating func comeDown() {
    type(47.0, "phase return")
    vitals(50.1)
    scores(50.6)
    vitals(55.1)
    type(
      55.8,
      "correct \(ScriptedLine.entryMark) given clonidine 0.1mg po for bp by dr-l "
        + "response under 160 within 15 minutes",
      about: 41.2
    )
    type(57.0, "leave dr-l")
    type(58.2, "effect hypertension action medicine given outcome recovered end")
    type(59.6, "vial drawn 50mg given 39mg wasted 11mg lot K4471 exp {+16mo} witness jb")
    type(
      62.4,
      "pin 1: breathed out long, let the shoulders fall",
      by: Scenario.Person.therapist.name
    )
    type(66.0, "said it was heavy and then it was not mine", by: Scenario.Person.therapist.name)
    vitals(70.1)
    type(77.2, "phase recovery")
    vitals(85.1, with: "sitting")
    scores(88.3)
    type(93.0, "note drinks water, sits on the edge, no headache")
    vitals(100.1, with: "sitting")
    type(101.0, "phase integration")
    type(102.4, "said I did not know how tight I held it", by: Scenario.Person.therapist.name)
    leave(104.0, with: "wife")
  }
}
