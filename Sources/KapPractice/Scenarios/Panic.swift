import KapTimeline

extension Scenario {
  /// An injection that frightens: a hand, fewer words, other music, and nothing given.
  static let panic: Scenario = {
    var script = Script(
      doseAt: .minutes(22),
      patient: SimulatedPatient(course: .frightened, seed: 1907),
      monitor: Person.monitor.name
    )
    script.arriveAfraid()
    script.panicAndCalm()
    script.settle()
    return Scenario(
      name: "panic",
      title: "IM injection, panic as it comes up, nothing given",
      protocolName: "im",
      subject: "K-019",
      number: 1,
      planned: 6,
      room: "1",
      weightKilograms: 64,
      owner: .monitor,
      others: [.therapist, .prescriber],
      patient: script.patient,
      doseAt: script.doseAt,
      lines: script.lines,
      seed: 1907,
      happenings: [
        Happening(8...18, "panic, distress up to 9", .effect(["anxiety", "agitation", "panic"])),
        Happening(9...16, "distress of 8 and more", .score("distress", from: 8)),
      ]
    )
  }()
}

extension Script {
  fileprivate mutating func arriveAfraid() {
    arrive(
      Arrival(
        weight: 64,
        escort: "brother, waits downstairs",
        calming: "hand on shoulder, few words, the piano",
        intention: "to stay when it gets loud",
        mood: "1 2 2 1 1 2 1 1 0",
        fasting: "toast at {-5h}, water until {-2h}",
        medicines: "none",
        phone: "brother, 555 0119",
        order: "ketamine 50mg im",
        plan: "im 50mg conc 50mg/ml"
      )
    )
    type(-4.2, "vial drawn 50mg given 50mg wasted 0mg conc 50mg/ml lot K3306 exp {+12mo}")
    type(-2.6, "said promise you will not leave", by: Scenario.Person.therapist.name)
  }

  fileprivate mutating func panicAndCalm() {
    type(0, "dose im 50mg")
    type(0.6, "note right deltoid, no bleeding")
    type(2.6, "phase onset")
    vitals(5.1)
    type(6.4, "phase peak")
    type(8.4, "said I am dying, get me out", by: Scenario.Person.therapist.name)
    type(8.9, "pin")
    type(9.3, "effect anxiety severe")
    scores(10.0)
    type(10.6, "technique hand-on-shoulder start")
    type(11.2, "technique reassurance")
    type(11.8, "technique eye-mask stop")
    type(12.3, "note jb: we are here, this is the medicine, it passes")
    scores(13.2)
    type(13.8, "call dr-l about panic: nothing given, come if it lasts, read back")
    vitals(15.1)
    type(15.7, "technique music-change")
    scores(16.4)
    type(17.4, "pin 1: sat up, tore the mask off, shouted for the door")
    type(18.4, "note jb: breath slows with the piano, hand stays")
    type(21.0, "said do not let go", by: Scenario.Person.therapist.name)
    type(22.4, "effect anxiety mild")
    type(24.0, "effect anxiety action care without medicine outcome recovered end")
    type(27.0, "theme fear 3", by: Scenario.Person.therapist.name)
    vitals(30.1)
    scores(30.6)
  }

  fileprivate mutating func settle() {
    type(36.2, "phase return")
    type(41.0, "said the loud part had an end", by: Scenario.Person.therapist.name)
    vitals(45.1)
    type(50.0, "technique hand-on-shoulder stop")
    type(54.4, "technique eye-mask start")
    vitals(60.1)
    scores(60.6)
    type(63.0, "phase recovery")
    vitals(75.1, with: "sitting")
    type(79.0, "phase integration")
    type(81.0, "said I stayed. you stayed", by: Scenario.Person.therapist.name)
    vitals(90.1, with: "sitting")
    scores(90.6)
    leave(92.0, with: "brother")
  }
}
