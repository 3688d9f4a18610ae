import KapTimeline

extension Scenario {
  /// An infusion that ends in nausea and vomiting: on the side, the mouth cleared, ondansetron.
  static let vomiting: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .queasy, seed: 3605),
      monitor: Person.monitor.name
    )
    script.arriveEmpty()
    script.quietPeak()
    script.sick()
    script.sitUp()
    return Scenario(
      name: "vomiting",
      title: "IV infusion, nausea and then vomiting",
      protocolName: "iv-infusion",
      subject: "K-036",
      number: 4,
      planned: 6,
      room: "3",
      weightKilograms: 62,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 3605,
      happenings: [
        Happening(47.5...79, "nausea", .effect(["nausea"])),
        Happening(53...60, "vomited, twice", .effect(["vomiting"])),
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func arriveEmpty() {
    arrive(
      Arrival(
        weight: 62,
        allergies: "latex, a rash",
        escort: "friend, from {+2h} in the waiting room",
        calming: "cold cloth, quiet",
        intention: "to ask for less of myself",
        mood: "1 1 2 2 1 1 1 1 0",
        fasting: "food at {-5h}, water until {-2h}",
        medicines: "none; travel sick as a child",
        phone: "friend, 555 0157",
        order: "ketamine 31mg iv",
        plan: "iv 31mg over 40m conc 10mg/ml last 31mg"
      )
    )
    vitals(-3.1)
  }

  fileprivate mutating func quietPeak() {
    type(0, "dose iv 31mg over 40m")
    type(1.2, "note pump running, line site clean, bowl within reach")
    type(4.0, "phase onset")
    vitals(10.2)
    type(11.0, "phase peak")
    scores(11.6)
    type(16.2, "said a boat, and nobody at the oars", by: Scenario.Person.therapist.name)
    vitals(20.1)
    scores(20.6)
    type(26.2, "note jb: small movements of the hands, as if rowing")
    vitals(30.1)
    scores(30.6)
    type(36.0, "theme floating 2", by: Scenario.Person.therapist.name)
    vitals(40.1)
    type(41.0, "note pump has run in, line flushed")
    type(42.0, "vial drawn 50mg given 31mg wasted 19mg lot K4471 exp {+16mo} witness jb")
    type(46.4, "phase return")
  }

  fileprivate mutating func sick() {
    type(48.2, "effect nausea mild")
    type(48.8, "note bowl and cold cloth given, head raised, music off")
    scores(50.1)
    type(51.0, "effect nausea moderate")
    type(51.6, "call dr-l about nausea: ondansetron 4 mg IV, read back")
    type(52.4, "order ondansetron 4mg iv for nausea by dr-l read back")
    type(53.4, "effect vomiting moderate")
    type(53.9, "note on the left side, head turned, mouth cleared, breathes freely")
    vitals(54.8, with: "lateral")
    type(55.5, "given ondansetron 4mg iv for nausea by dr-l")
    type(57.4, "note jb: hand on the back, cloth changed", by: Scenario.Person.therapist.name)
    type(61.0, "effect vomiting related probable action medicine given outcome recovered end")
    vitals(63.0, with: "lateral")
    type(66.0, "effect nausea mild")
    type(
      67.0,
      "correct \(ScriptedLine.entryMark) given ondansetron 4mg iv for nausea by dr-l "
        + "response no more retching after ten minutes",
      about: 55.5
    )
    vitals(70.1)
    type(77.0, "phase recovery")
    type(80.0, "effect nausea related probable action medicine given outcome recovered end")
    vitals(85.1)
  }

  fileprivate mutating func sitUp() {
    scores(88.3)
    type(94.0, "note sits, sips water, keeps it down, pale but dry")
    vitals(100.1, with: "sitting")
    type(101.0, "phase integration")
    type(
      102.2,
      "said even that felt like putting something down",
      by: Scenario.Person.therapist.name
    )
    leave(105.0, with: "friend")
  }
}
