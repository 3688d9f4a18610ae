import KapTimeline

extension Scenario {
  /// A lozenge held in the mouth and spat out after twelve minutes; a slow, quiet session.
  static let sublingualLozenge: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .lozenge, seed: 6320),
      monitor: Person.monitor.name
    )
    script.arriveForLozenge()
    script.holdAndSpit()
    script.comeBackSlowly()
    return Scenario(
      name: "sublingual-lozenge",
      title: "Sublingual lozenge, held and spat out",
      protocolName: "sublingual",
      subject: "K-063",
      number: 2,
      planned: 6,
      room: "1",
      weightKilograms: 66,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 6320,
      happenings: [
        Happening(12...12.5, "spat the lozenge out", .lozenge)
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func arriveForLozenge() {
    arrive(
      Arrival(
        weight: 66,
        escort: "sister, comes when phoned",
        calming: "the window open, slow breath",
        touch: "none",
        intention: "to write to my father",
        mood: "1 1 1 2 1 1 1 0 0",
        fasting: "food at {-5h}, water until {-2h}",
        medicines: "none",
        phone: "sister, 555 0126",
        order: "ketamine 200mg sl",
        plan: "sl 200mg last 150mg"
      )
    )
    type(-4.2, "note mouth rinsed, told to hold it and not to swallow")
  }

  fileprivate mutating func holdAndSpit() {
    type(0, "dose sl 200mg lot L118 exp {+13mo}")
    type(0.8, "note lozenge under the tongue, bowl beside")
    type(4.0, "phase onset")
    type(10.2, "note still holding, a little more, feels fine")
    type(12.0, "spit")
    type(12.4, "vial drawn 200mg given 200mg wasted 0mg lot L118 exp {+13mo}")
    vitals(20.1)
    scores(20.6)
    type(22.0, "phase peak")
    type(31.0, "said the words are further apart", by: Scenario.Person.therapist.name)
    type(36.4, "pin", by: Scenario.Person.therapist.name)
    vitals(40.1)
    scores(40.6)
    type(46.0, "theme grief 1", by: Scenario.Person.therapist.name)
  }

  fileprivate mutating func comeBackSlowly() {
    type(
      52.0,
      "pin 1: began a letter in the air with one finger",
      by: Scenario.Person.therapist.name
    )
    vitals(60.1)
    scores(60.6)
    type(62.0, "phase return")
    type(74.0, "said he would have laughed at that", by: Scenario.Person.therapist.name)
    vitals(90.1, with: "sitting")
    scores(90.6)
    type(91.4, "phase recovery")
    type(104.0, "phase integration")
    type(106.0, "note jb: writes three lines, folds the paper")
    vitals(120.1, with: "sitting")
    scores(120.6)
    leave(121.4, with: "sister", hasLine: false)
  }
}
