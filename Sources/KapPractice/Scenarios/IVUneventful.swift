import KapTimeline

extension Scenario {
  /// Ketamine by pump, from arrival to leaving: fear that passes, a pressure that comes and goes,
  /// a little nausea.
  static let ivUneventful: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .infusion, seed: 245_210),
      monitor: Person.monitor.name
    )
    script.arrive(therapist: Person.therapist.name)
    script.prepare()
    script.comeUp(therapist: Person.therapist.name)
    script.crossTheLimit(therapist: Person.therapist.name)
    script.comeBack(therapist: Person.therapist.name)
    script.recover(therapist: Person.therapist.name)
    return Scenario(
      name: "iv-uneventful",
      title: "Ketamine IV infusion, uneventful",
      protocolName: "iv-infusion",
      subject: "K-014",
      number: 3,
      planned: 6,
      room: "2",
      weightKilograms: 70,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 14,
      happenings: [
        Happening(12...17, "fear, distress of 6 and more", .score("distress", from: 6)),
        Happening(60...80, "nausea", .effect(["nausea"])),
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func arrive(therapist: String) {
    type(-21.7, "join jb as therapist")
    type(-21.3, "phase preparation")
    type(-21.0, "weight 70kg")
    type(-20.8, "allergies none known")
    type(-20.4, "escort sister, in the waiting room from {+2h}")
    type(-20.0, "calming slower music, hand on shoulder")
    type(-19.6, "touch hand and shoulder only")
    type(-19.3, "stopsign raised palm")
    type(-18.8, "intention be with the grief", by: therapist)
    type(-18.3, "assess phq9 2 2 1 2 1 2 2 2 0")
    type(-17.4, "note slept six hours, anxious on the way, glad to be here", by: therapist)
    type(-16.2, "said I want to stop running from it", by: therapist)
    checks(
      -15.3,
      fasting: "food at {-5h}, water until {-2h}",
      medicines: "sertraline, none of those listed",
      phone: "sister, 555 0142"
    )
  }

  fileprivate mutating func prepare() {
    type(-12.6, "phase baseline")
    baseline(-12.0)
    scores(-11.3)
    prescriberVisits(-9.8, ordering: "ketamine 35mg iv")
    type(-5.9, "plan iv 35mg over 40m conc 10mg/ml last 35mg")
    type(-5.2, "technique eye-mask start")
    type(-4.8, "technique music-5 start")
    vitals(-3.1)
    type(-1.6, "note jb: three slow breaths together, ready")
  }

  fileprivate mutating func comeUp(therapist: String) {
    type(0, "dose iv 35mg over 40m")
    type(1.4, "note pump running, line site clean")
    type(4.1, "phase onset")
    type(7.0, "said my hands are a long way off", by: therapist)
    vitals(10.2)
    type(11.0, "phase peak")
    type(12.1, "pin")
    scores(12.4)
    type(13.0, "technique hand-on-shoulder start")
    type(13.3, "note jb: hand on shoulder as agreed, breath slows")
    type(14.2, "technique music-quieter")
    type(16.0, "said it is all right. I am floating", by: therapist)
    type(17.9, "pin 1: frightened, gripped the chair, called out")
    vitals(20.1)
    scores(20.6)
    type(23.2, "note silence, tears, breath slow, eyes closed", by: therapist)
    type(24.6, "theme grief 2", by: therapist)
    type(28.2, "pin", by: therapist)
    type(29.0, "said my mother is here", by: therapist)
  }

  fileprivate mutating func crossTheLimit(therapist: String) {
    let high = patient.state(at: 30)
    var slip = high
    slip.systolic = 127
    type(30.1, slip.vitalsSentence)
    type(30.5, "correct \(ScriptedLine.entryMark) \(high.bloodPressureSentence)", about: 30.1)
    scores(31.0)
    type(31.4, "ack: no headache, no chest pain, cuff sits well")
    type(32.0, "call dr-l about \(high.bloodPressureSentence): repeat in 5, no medicine, read back")
    type(33.2, "note jb: sobbing eases, jaw softens")
    vitals(35.2)
    type(36.1, "note pressure coming down by itself, watching")
    vitals(40.1)
    scores(40.6)
    type(41.2, "note pump has run in, line flushed")
    type(42.0, "vial drawn 50mg given 35mg wasted 15mg lot K4471 exp {+16mo} witness jb")
  }

  fileprivate mutating func comeBack(therapist: String) {
    type(45.0, "modality supportive", by: therapist)
    type(47.1, "phase return")
    type(49.8, "said she is not angry with me", by: therapist)
    type(51.2, "pin 2: turned the head left, as if someone sat down beside", by: therapist)
    type(53.0, "notdone scores because holding the patient")
    vitals(55.2)
    type(57.3, "technique eye-mask stop")
    type(58.0, "technique hand-on-shoulder stop")
    type(61.0, "effect nausea mild")
    type(61.4, "note bowl and cold cloth given, head raised")
    type(62.2, "call dr-l about nausea: ondansetron 4 mg IV, read back")
    type(62.9, "order ondansetron 4mg iv by dr-l read back")
    type(63.8, "given ondansetron 4mg iv for nausea by dr-l")
    type(66.0, "effect headache mild")
    type(
      67.2,
      "void \(ScriptedLine.entryMark) because misheard: a heavy head, no pain",
      about: 66.0
    )
    type(69.9, "later vitals")
    vitals(73.6)
  }

  fileprivate mutating func recover(therapist: String) {
    type(78.1, "phase recovery")
    type(80.0, "effect nausea related probable action medicine given outcome recovered end")
    type(
      81.0,
      "correct \(ScriptedLine.entryMark) given ondansetron 4mg iv for nausea by dr-l "
        + "response settled in ten minutes",
      about: 63.8
    )
    vitals(85.1)
    scores(88.3)
    vitals(100.1, with: "sitting")
    type(101.0, "phase integration")
    type(102.4, "said I will write her the letter", by: therapist)
    type(103.6, "theme connection 2", by: therapist)
    type(104.3, "@+93m note sat up alone, drank water, talks with jb")
    type(105.2, "technique music-5 stop")
    scores(106.0)
    readyToLeave(107.0)
    type(109.8, "check instructions: read together, no driving until tomorrow")
    type(112.2, "check escort-here: sister, walks out with the patient")
    type(113.0, "phase discharged")
    type(113.5, "leave jb")
    type(114.0, "end")
  }
}
