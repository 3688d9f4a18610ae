/// What is asked of everybody who arrives, and what this person says.
struct Arrival {
  var weight: Int
  var allergies = "none known"
  var escort: String
  var calming: String
  var touch = "hand and shoulder only"
  var stopSign = "raised palm"
  var intention: String
  /// The nine answers.
  var mood: String
  var fasting: String
  var medicines: String
  var phone: String
  /// The medicine as the prescriber orders it, and the plan as it is typed.
  var order: String
  var plan: String
}

extension Script {
  /// From the door to the dose, in twenty-two minutes.
  mutating func arrive(_ arrival: Arrival) {
    let therapist = Scenario.Person.therapist.name
    type(-21.7, "join \(therapist) as therapist")
    type(-21.3, "phase preparation")
    type(-21.0, "weight \(arrival.weight)kg")
    type(-20.8, "allergies \(arrival.allergies)")
    type(-20.4, "escort \(arrival.escort)")
    type(-20.0, "calming \(arrival.calming)")
    type(-19.6, "touch \(arrival.touch)")
    type(-19.3, "stopsign \(arrival.stopSign)")
    type(-18.8, "intention \(arrival.intention)", by: therapist)
    type(-18.2, "assess phq9 \(arrival.mood)")
    checks(
      -15.3,
      fasting: arrival.fasting,
      medicines: arrival.medicines,
      phone: arrival.phone
    )
    type(-12.6, "phase baseline")
    baseline(-12.0)
    scores(-11.3)
    prescriberVisits(-9.8, ordering: arrival.order)
    type(-5.9, "plan \(arrival.plan)")
    type(-5.2, "technique eye-mask start")
    type(-4.8, "technique music-5 start")
  }

  /// From the last look to the door, in ten minutes; `last` is said of who takes the person home.
  mutating func leave(_ minute: Double, with escort: String, hasLine: Bool = true) {
    readyToLeave(minute, hasLine: hasLine)
    type(minute + 1.4, "check instructions: read together, no driving until tomorrow")
    type(minute + 2.0, "technique eye-mask stop")
    type(minute + 2.3, "technique music-5 stop")
    type(minute + 4.0, "check escort-here: \(escort), walks out with the patient")
    type(minute + 5.0, "phase discharged")
    type(minute + 5.5, "leave \(Scenario.Person.therapist.name)")
    type(minute + 6.0, "end")
  }
}
