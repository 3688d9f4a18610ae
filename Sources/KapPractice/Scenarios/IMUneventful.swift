import KapTimeline

extension Scenario {
  /// Ketamine into a muscle, from arrival to leaving: no limit crossed, a reading missed, a dizzy
  /// walk to the chair.
  static let imUneventful: Scenario = {
    var script = Script(
      doseAt: .minutes(20),
      patient: SimulatedPatient(course: .injection, seed: 22),
      monitor: Person.monitor.name
    )
    script.prepareInjection(therapist: Person.therapist.name)
    script.watchInjection(therapist: Person.therapist.name)
    script.leaveAfterInjection(therapist: Person.therapist.name)
    return Scenario(
      name: "im-uneventful",
      title: "Ketamine IM injection, uneventful",
      protocolName: "im",
      subject: "K-022",
      number: 1,
      planned: 6,
      room: "1",
      weightKilograms: 82,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 22,
      happenings: [
        Happening(65...78, "dizziness", .effect(["dizziness"]))
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func prepareInjection(therapist: String) {
    type(-19.7, "join jb as therapist")
    type(-19.3, "phase preparation")
    type(-19.0, "weight 82kg")
    type(-18.7, "allergies penicillin, a rash as a child")
    type(-18.2, "escort husband, comes when phoned")
    type(-17.8, "calming a hand to hold, the blanket")
    type(-17.3, "touch hands only, asked for each time")
    type(-16.8, "stopsign says red")
    type(-16.2, "intention to meet the anger without running", by: therapist)
    type(-15.5, "scale phq9 17")
    type(-15.1, "scale pcl5 44")
    type(-14.4, "said I am more curious than afraid", by: therapist)
    checks(
      -14.0,
      fasting: "breakfast at {-5h}, water until {-2h}",
      medicines: "none",
      phone: "husband, 555 0178"
    )
    type(-11.8, "phase baseline")
    baseline(-11.4)
    scores(-10.9)
    prescriberVisits(-9.9, ordering: "ketamine 75mg im")
    type(-6.2, "plan im 75mg conc 50mg/ml")
    type(-5.6, "vial drawn 100mg given 75mg wasted 25mg lot K3306 exp {+12mo} witness jb")
    type(-3.8, "technique blanket start")
    type(-3.3, "technique eye-mask start")
    type(-2.8, "technique music-5 start")
  }

  fileprivate mutating func watchInjection(therapist: String) {
    type(0, "dose im 75mg")
    type(0.8, "note left deltoid, no bleeding")
    type(3.2, "phase onset")
    vitals(5.1)
    type(7.9, "phase peak")
    type(10.4, "said there is no floor", by: therapist)
    type(11.2, "technique reassurance", by: therapist)
    vitals(15.1)
    scores(15.6)
    type(18.7, "pin", by: therapist)
    type(22.3, "note jb: whispering, cannot be made out, face calm")
    type(24.8, "theme ego-dissolution 3", by: therapist)
    type(29.6, "noreading spo2 because moving")
    let moved = patient.state(at: 30)
    type(30.1, "\(moved.bloodPressureSentence) hr \(moved.heartRate)")
    type(30.7, "note clip warmed and put on the other hand, reads 97")
    type(31.3, "spo2 97")
    scores(31.8)
    type(38.2, "phase return")
    type(41.0, "said I was so angry and it was only air", by: therapist)
    type(42.2, "technique hand-held start", by: therapist)
    vitals(45.1)
    type(46.9, "theme anger 3", by: therapist)
    type(48.0, "pin 1: laughed out loud, then long quiet", by: therapist)
    type(53.5, "technique hand-held stop", by: therapist)
    type(55.0, "technique eye-mask stop")
    vitals(60.1)
    scores(60.6)
  }

  fileprivate mutating func leaveAfterInjection(therapist: String) {
    type(63.0, "phase recovery")
    type(66.4, "effect dizziness mild")
    type(67.0, "note stays lying, says the room sways when sitting")
    vitals(75.1, with: "sitting")
    type(78.2, "effect dizziness end")
    type(80.0, "phase integration")
    type(80.6, "said red was never needed", by: therapist)
    type(82.4, "theme relief 2", by: therapist)
    type(84.0, "technique music-5 stop")
    type(84.6, "technique blanket stop")
    vitals(90.1, with: "sitting")
    scores(90.6)
    readyToLeave(91.6)
    type(94.0, "check instructions: read together, no driving until tomorrow")
    type(96.2, "check escort-here: husband, walks out with the patient")
    type(97.0, "phase discharged")
    type(97.5, "leave jb")
    type(98.0, "end")
  }
}
