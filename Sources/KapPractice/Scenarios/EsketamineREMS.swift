import KapTimeline

extension Scenario {
  /// Esketamine by the nose under the label's two hours: three devices, drowsiness, a long wait.
  static let esketamineREMS: Scenario = {
    var script = Script(
      doseAt: .minutes(18),
      patient: SimulatedPatient(course: .nasalSpray, seed: 84),
      monitor: Person.monitor.name
    )
    script.prepareSpray(therapist: Person.therapist.name)
    script.watchSpray(therapist: Person.therapist.name)
    script.leaveAfterSpray(therapist: Person.therapist.name)
    return Scenario(
      name: "esketamine-rems",
      title: "Esketamine nasal spray under the REMS",
      protocolName: "esketamine",
      subject: "K-031",
      number: 5,
      planned: 8,
      room: "3",
      weightKilograms: 91,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 84,
      happenings: [
        Happening(5.5...12.5, "a bad taste", .effect(["bad taste"])),
        Happening(23...68, "drowsiness", .effect(["sedation", "drowsiness"])),
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func prepareSpray(therapist: String) {
    type(-17.7, "join jb as therapist")
    type(-17.3, "phase preparation")
    type(-17.0, "weight 91kg")
    type(-16.7, "allergies none known")
    type(-16.3, "escort daughter, waits in the car park")
    type(-15.8, "calming the window open, few words")
    type(-15.3, "touch none")
    type(-15.0, "stopsign raised palm")
    type(-14.6, "intention to rest from the worry", by: therapist)
    type(-14.0, "scale phq9 12")
    checks(
      -13.6,
      fasting: "food 3 h ago, drink 40 min ago",
      medicines: "none",
      phone: "daughter, 555 0131",
      also: "music, nose, prescriber"
    )
    type(-11.2, "phase baseline")
    baseline(-10.8)
    scores(-10.3)
    prescriberVisits(-9.4, ordering: "esketamine 84mg in")
    type(-5.6, "plan in 84mg last 84mg")
    type(-3.0, "note three devices checked by two people, head back by half")
  }

  fileprivate mutating func watchSpray(therapist: String) {
    type(0, "dose in esketamine 28mg lot S2291 exp {+22mo}")
    type(0.6, "note first device, one spray in each nostril")
    type(5.0, "dose in esketamine 28mg lot S2291 exp {+22mo}")
    type(5.6, "phase onset")
    type(6.2, "effect bad taste mild")
    type(10.0, "dose in esketamine 28mg lot S2295 exp {+22mo}")
    type(10.6, "vial drawn 56mg given 56mg wasted 0mg lot S2291 exp {+22mo}")
    type(11.3, "vial drawn 28mg given 28mg wasted 0mg lot S2295 exp {+22mo}")
    type(12.8, "effect bad taste end")
    type(16.0, "phase peak")
    vitals(20.1)
    type(24.4, "effect sedation mild related probable")
    type(27.3, "said everything is far and soft", by: therapist)
    type(33.9, "pin", by: therapist)
    vitals(40.1)
    scores(40.6)
    type(46.0, "note jb: eyes open to the window, answers slowly")
    type(51.0, "theme relief 2", by: therapist)
    type(54.6, "pin 1: smiled at something outside, a bird perhaps", by: therapist)
    vitals(60.1)
    type(61.5, "phase return")
    type(68.0, "effect sedation action none outcome recovered end")
  }

  fileprivate mutating func leaveAfterSpray(therapist: String) {
    type(74.0, "said the worry is in the next room", by: therapist)
    type(81.0, "note drinks tea, reads")
    vitals(90.1, with: "sitting")
    scores(90.6)
    type(91.4, "phase recovery")
    type(95.2, "note speaks clearly, knows the day, asks for the daughter")
    type(102.0, "phase integration")
    type(102.6, "modality cbt", by: therapist)
    type(104.0, "said I can put it down for an evening", by: therapist)
    type(110.0, "note jb: plans one evening without the phone, this week")
    type(116.5, "note steps out and back along the corridor, steady")
    vitals(120.1, with: "sitting")
    scores(120.6)
    readyToLeave(121.1, hasLine: false)
    type(122.2, "check rems-ready: 95")
    type(122.6, "check instructions: read together, no driving until tomorrow")
    type(124.4, "check escort-here: daughter, walks out with the patient")
    type(125.2, "phase discharged")
    type(125.6, "leave jb")
    type(126.0, "end")
  }
}
