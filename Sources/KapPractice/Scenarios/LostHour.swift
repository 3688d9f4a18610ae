import KapTimeline

extension Scenario {
  /// An infusion during which nobody measures for an hour: not done, with reasons, and what was seen
  /// is written down afterwards.
  static let lostHour: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .unwatched, seed: 5213),
      monitor: Person.monitor.name
    )
    script.arriveInTime()
    script.loseAnHour()
    script.findIt()
    script.goOn()
    return Scenario(
      name: "lost-hour",
      title: "IV infusion, an hour of readings lost",
      protocolName: "iv-infusion",
      subject: "K-052",
      number: 3,
      planned: 6,
      room: "4",
      weightKilograms: 72,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 5213,
      happenings: [
        Happening(34...58, "headache", .effect(["headache"]))
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func arriveInTime() {
    arrive(
      Arrival(
        weight: 72,
        escort: "partner, comes when phoned",
        calming: "slower music, the blanket",
        intention: "to listen to what is under it",
        mood: "1 2 1 2 1 1 2 1 0",
        fasting: "food at {-5h}, water until {-2h}",
        medicines: "none",
        phone: "partner, 555 0142",
        order: "ketamine 36mg iv",
        plan: "iv 36mg over 40m conc 10mg/ml last 36mg"
      )
    )
    vitals(-3.1)
  }

  fileprivate mutating func loseAnHour() {
    type(0, "dose iv 36mg over 40m")
    type(1.2, "note pump running, line site clean")
    type(4.0, "phase onset")
    vitals(10.2)
    type(11.0, "phase peak")
    scores(11.6)
    type(13.4, "note called to the emergency in room 1, jb stays with the patient")
    type(24.0, "said it is warm under here", by: Scenario.Person.therapist.name)
    type(46.2, "phase return", by: Scenario.Person.therapist.name)
  }

  fileprivate mutating func findIt() {
    vitals(72.1)
    scores(72.8)
    type(73.4, "notdone vitals+20 because helping in room 1")
    type(73.8, "notdone vitals+30 because helping in room 1")
    type(74.2, "notdone vitals+40 because helping in room 1")
    type(74.6, "notdone vitals+55 because helping in room 1")
    type(75.1, "notdone scores+20 because helping in room 1")
    type(75.5, "notdone scores+30 because helping in room 1")
    type(76.6, "phase recovery")
    type(77.2, "@+26m note jb: tears, breath slow, no distress")
    type(78.0, "@+35m note jb: pressed a hand to the forehead, said nothing")
    type(79.0, "@+41m note jb: pump beeped, had run in, left in place")
    let kept = patient.state(at: 52)
    let pair = (kept.oxygenSaturation, kept.heartRate)
    type(80.0, "@+52m spo2 \(pair.0) hr \(pair.1)")
    type(80.6, "note the oximeter kept \(pair.0) and \(pair.1) at +52, the cuff kept nothing")
  }

  fileprivate mutating func goOn() {
    vitals(85.1)
    type(86.0, "vial drawn 50mg given 36mg wasted 14mg lot K4471 exp {+16mo} witness jb")
    type(87.0, "call dr-l about an hour without readings: stay longer, read back")
    scores(90.1)
    vitals(100.1, with: "sitting")
    type(101.0, "phase integration")
    type(102.4, "said I had a headache for a while, it went", by: Scenario.Person.therapist.name)
    type(103.2, "@+36m effect headache mild")
    type(103.8, "effect headache outcome recovered end")
    vitals(115.1, with: "sitting")
    leave(117.0, with: "partner")
  }
}
