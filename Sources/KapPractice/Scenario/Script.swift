import KapTimeline

/// What a scenario's author writes: lines by the minute from the dose.
struct Script {
  /// When the dose is given, from the opening.
  let doseAt: Span
  /// The patient whose numbers are typed.
  let patient: SimulatedPatient
  /// Whose lines they are unless another name stands there.
  let monitor: String
  /// The lines so far.
  private(set) var lines: [ScriptedLine] = []

  init(doseAt: Span, patient: SimulatedPatient, monitor: String) {
    self.doseAt = doseAt
    self.patient = patient
    self.monitor = monitor
  }

  /// A line that begins at a minute from the dose.
  mutating func type(_ minute: Double, _ text: String, by author: String? = nil) {
    append(minute, text, by: author)
  }

  /// Lines one after the other from a minute on, each as soon as the one before is sure to be done.
  mutating func type(from minute: Double, _ texts: [String]) {
    var at = minute
    for text in texts {
      append(at, text)
      let seconds = Scenario.Person.monitor.pace.longest(for: text.count).wholeSeconds + 2
      at += Double(seconds) / 60
    }
  }

  /// The patient's vitals at that minute.
  ///
  /// A cuff that is read a little after the minute shows the patient as at it, so that the numbers
  /// do not hang on how fast somebody types.
  mutating func vitals(_ minute: Double, with extra: String? = nil) {
    let sentence = patient.state(at: minute.rounded()).vitalsSentence
    append(minute, sentence + (extra.map { " \($0)" } ?? ""))
  }

  /// The observed scores at that minute.
  mutating func scores(_ minute: Double) {
    append(minute, patient.state(at: minute.rounded()).scoresSentence)
  }

  /// A line about the entry that the line at `about` made.
  mutating func type(_ minute: Double, _ text: String, about: Double, by author: String? = nil) {
    append(minute, text, by: author, about: about)
  }

  private mutating func append(
    _ minute: Double,
    _ text: String,
    by author: String? = nil,
    about: Double? = nil
  ) {
    lines.append(
      ScriptedLine(
        at: doseAt + .minutes(minute),
        author: author ?? monitor,
        text: text,
        about: about.map { doseAt + .minutes($0) }
      )
    )
  }
}
