import KapTimeline

extension Scenario {
  /// An infusion that goes too deep: hard to rouse, oxygen falling, the emergency card, and back.
  static let oversedation: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .tooDeep, seed: 4125),
      monitor: Person.monitor.name
    )
    script.arriveTired()
    script.goDeep()
    script.callHelp()
    script.wakeUp()
    return Scenario(
      name: "oversedation",
      title: "IV infusion, too deep, oxygen falls, emergency card",
      protocolName: "iv-infusion",
      subject: "K-041",
      number: 1,
      planned: 6,
      room: "2",
      weightKilograms: 55,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 4125,
      happenings: [
        Happening(22...31, "hard to rouse, MOAA/S down to 2", .scoreBelow("moaas", than: 4))
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func arriveTired() {
    arrive(
      Arrival(
        weight: 55,
        escort: "mother, in the waiting room",
        calming: "the blanket, low voice",
        intention: "to rest",
        mood: "2 2 3 3 1 1 2 1 0",
        fasting: "food at {-5h}, water until {-2h}",
        medicines: "none said",
        phone: "mother, 555 0188",
        order: "ketamine 28mg iv",
        plan: "iv 28mg over 40m conc 10mg/ml"
      )
    )
    vitals(-3.1)
  }

  fileprivate mutating func goDeep() {
    type(0, "dose iv 28mg over 40m")
    type(1.2, "note pump running, line site clean")
    type(4.0, "phase onset")
    vitals(10.2)
    type(11.0, "phase peak")
    scores(11.6)
    vitals(18.1)
    scores(18.6)
    type(21.8, "note snores, no answer to her name")
  }

  fileprivate mutating func callHelp() {
    scores(24.0)
    vitals(24.4)
    type(24.8, "emergency hard to rouse, SpO2 88")
    type(25.1, "emergency step infusion stopped")
    type(25.4, "emergency step airway: chin lifted, head turned")
    type(25.8, "emergency step oxygen: 4 l by mask")
    type(26.2, "emergency step help called: dr-l")
    type(26.7, "ack: pump off, airway open, oxygen on, dr-l called")
    type(27.3, "join dr-l as prescriber")
    type(27.7, "emergency step prescriber here: dr-l")
    vitals(28.2, with: "on o2 4l lateral")
    scores(29.0)
    type(29.5, "effect respiratory depression severe serious related probable")
    type(29.9, "ack: chin held, oxygen on, breathes 10 a minute, dr-l at the head")
    vitals(30.4, with: "on o2 4l lateral")
    type(31.4, "note answers to a loud voice, then to her name")
    vitals(33.1, with: "on o2 4l")
    scores(33.7)
    type(34.3, "ack: awake, 97 on oxygen, dr-l at the bedside")
    type(34.9, "stand-down: awake, breathes by herself, dr-l stays")
  }

  fileprivate mutating func wakeUp() {
    type(36.0, "effect respiratory depression action dose stopped outcome recovered end")
    vitals(40.1, with: "on o2 2l")
    type(42.0, "vial drawn 30mg given 17.6mg wasted 12.4mg lot K4471 exp {+16mo} witness jb")
    type(46.0, "phase return")
    vitals(50.1, with: "on air")
    scores(50.6)
    type(52.2, "note jb: sits half up, asks what happened, is told")
    vitals(55.2, with: "on air")
    type(57.0, "said I was so tired, I am sorry", by: Scenario.Person.therapist.name)
    type(60.4, "said I took two of my mother's sleeping pills", by: Scenario.Person.therapist.name)
    type(61.2, "check medicines no: took two of her mother's sleeping pills")
    type(62.2, "call dr-l about sedation: no more today, stay longer, read back")
    vitals(70.1)
    type(77.0, "phase recovery")
    vitals(85.1)
    scores(90.1)
    vitals(100.1, with: "sitting")
    type(106.0, "leave dr-l")
    type(110.0, "phase integration")
    vitals(115.1, with: "sitting")
    scores(115.7)
    leave(118.0, with: "mother")
  }
}
