package import KapTimeline

/// What whoever sits beside the simulated patient reads, sees and hears at a moment.
///
/// It is what a person types from who goes through a scenario by hand.
package struct Bedside: Hashable, Sendable {
  /// What the instruments show.
  package let readings: PatientState
  /// How the patient is, in plain words.
  package let look: [String]
  /// What just happened or was said, the newest first.
  package let cues: [Cue]
  /// What is answered to whoever asks, by the name of the check, the fact or the questionnaire.
  package let answers: [String: String]

  /// Looks at the patient at a moment of the record; nil before it was opened.
  ///
  /// Readings, scores and how the patient is are of one instant. What happens or is said from then on
  /// comes in front of it and stays: whoever writes numbers down misses nothing meanwhile.
  init?(_ script: BedsideScript, at moment: Moment, readAt: Instant?) {
    let scenario = script.scenario
    guard let time = PatientTime(of: scenario, at: moment) else { return nil }
    let now = moment.now
    let seen = min(readAt ?? now, now)
    readings = scenario.patient.state(at: time.minute(at: seen).rounded())
    let present = moment.state.isOpen ? script.cues(from: seen, to: now, by: time) : []
    let times = RelativeTimes(in: moment.session)
    cues = present.sorted { $0.minutes.lowerBound > $1.minutes.lowerBound }
      .map { Cue($0.minutes, times?.words($0.words) ?? $0.words, by: $0.speaker) }
    let isDosed = time.began.map { seen >= $0 } ?? false
    let isSlow = moment.rules?.callsSlow(breathing: readings.respiratoryRate) ?? false
    look =
      moment.state.isOpen
      ? readings.look(isDosed: isDosed, breathesSlowly: isSlow, beside: cues) : ["has left"]
    answers = script.answers.mapValues { times?.words($0) ?? $0 }
  }
}

/// A scenario as it is watched from beside the patient: what there is to see, worked out once.
package struct BedsideScript: Sendable {
  let scenario: Scenario
  let cues: [Cue]
  let answers: [String: String]

  /// Reads the script of a scenario.
  package init(_ scenario: Scenario) {
    self.scenario = scenario
    cues = scenario.cues
    answers = scenario.answers
  }

  /// The bedside at a moment of the record; nil before the session was opened.
  ///
  /// Readings are those of the whole minute, so that they stand still for as long. They are read at
  /// `readAt` where somebody who writes them down began earlier, and so is how the patient is.
  package func bedside(at moment: Moment, readAt: Instant? = nil) -> Bedside? {
    Bedside(self, at: moment, readAt: readAt)
  }

  /// What there is to see and hear at an instant, and what came until a later one.
  fileprivate func cues(from first: Instant, to last: Instant, by time: PatientTime) -> [Cue] {
    func minutes(_ instant: Instant) -> (minute: Double, isDosed: Bool) {
      (time.cueMinute(at: instant), time.began.map { instant >= $0 } ?? false)
    }
    let (first, last) = (minutes(first), minutes(last))
    return cues.filter { cue in
      // Nothing of before the dose is left after it, nor the other way round.
      let isBefore = cue.minutes.lowerBound < 0
      let was = first.isDosed != isBefore && cue.minutes.contains(first.minute)
      let isNow =
        last.isDosed != isBefore && cue.minutes.lowerBound <= last.minute
        && cue.minutes.upperBound >= (first.isDosed == last.isDosed ? first.minute : last.minute)
      return was || isNow
    }
  }
}

extension PatientState {
  /// The set of readings, as a person would record it.
  package var vitals: Vitals {
    Vitals(
      bloodPressure: BloodPressure(systolic: Double(systolic), diastolic: Double(diastolic)),
      heartRate: Double(heartRate),
      oxygenSaturation: Double(oxygenSaturation),
      respiratoryRate: Double(respiratoryRate),
      temperature: temperature
    )
  }

  /// The observed scores, as a person would record them.
  package var scores: [Score] {
    [
      Score(scale: "dissociation", value: Double(dissociation)),
      Score(scale: "moaas", value: Double(alertness)),
      Score(scale: "distress", value: Double(distress)),
    ]
  }

  /// How somebody in this state looks to whoever sits beside; `cues` are what is known to happen.
  func look(isDosed: Bool, breathesSlowly: Bool, beside cues: [Cue]) -> [String] {
    func happens(_ words: String...) -> Bool {
      cues.contains { cue in words.contains { cue.words.contains($0) } }
    }
    var look = [answering, eyes, mood]
    if breathesSlowly { look.append("breathes slowly") }
    guard isDosed else { return look }
    guard dissociation <= 1, alertness >= 5 else {
      return look + [dissociation <= 2 ? "sits up, unsteady" : "lies still"]
    }
    look.append(happens("dizz", "drows") ? "unsteady" : "walks steadily")
    if !happens("nausea", "vomit") { look.append("no nausea") }
    if !happens("headache") { look.append("no pain") }
    return look + ["no bleeding"]
  }

  private var answering: String {
    switch alertness {
    case 5...: "awake"
    case 4: "answers slowly"
    case 3: "answers to a loud voice"
    case 2: "rouses only to a shake"
    case 1: "stirs only to pain"
    default: "does not answer"
    }
  }

  private var eyes: String {
    switch dissociation {
    case ...1: "eyes open"
    case 2...4: "eyes closed, drifts"
    default: "eyes closed, far away"
    }
  }

  private var mood: String {
    switch distress {
    case ...2: "calm"
    case 3...5: "uneasy"
    case 6...7: "frightened"
    default: "in panic"
    }
  }
}

extension ClinicProtocol {
  /// Whether so few breaths a minute are fewer than one of the clinic's limits.
  fileprivate func callsSlow(breathing rate: Int) -> Bool {
    limits.contains { limit in
      limit.sign == .respiratoryRate && limit.side == .below && limit.basis == .absolute
        && limit.isCrossed(by: Double(rate))
    }
  }
}
