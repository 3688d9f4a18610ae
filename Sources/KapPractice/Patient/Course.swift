/// How a simulated patient goes through a session: the parameters of a story, not of a person.
///
/// They were chosen so that a practice session looks and feels like one. They come from no study
/// and describe nobody: nothing may be concluded from them about a dose, a limit or a patient.
struct Course: Hashable, Sendable {
  /// For how many minutes the medicine comes in, from the dose.
  var inputMinutes: Double
  /// How each measure answers.
  var systolic: Response
  var diastolic: Response
  var heartRate: Response
  var oxygenSaturation: Response
  var respiratoryRate: Response
  var temperature: Response
  /// From 0 to 10.
  var dissociation: Response
  /// How far from fully awake, so that MOAA/S is five less this.
  var sedation: Response
  /// From 0 to 10.
  var distress: Response
  /// What stirs the patient for a while: fear, grief.
  var surges: [Surge]

  /// How one measure answers to the medicine.
  struct Response: Hashable, Sendable {
    /// The value at rest.
    var base: Double
    /// How far the medicine moves it at its most.
    var shift: Double = 0
    /// Minutes until the medicine has done half of what it could do.
    var halfRise: Double = 12
    /// Minutes after the input ends until half of that is gone.
    var halfFall: Double = 18
    /// How far the value wanders by itself, either way.
    var wander: Double = 0
    /// Where the value stays.
    var range: ClosedRange<Double>
  }

  /// A while in which something moves the patient.
  struct Surge: Hashable, Sendable {
    /// The minute from the dose at which it is strongest.
    var at: Double
    /// It begins and ends so many minutes before and after that.
    var reach: Double
    /// By how much it moves what.
    var shifts: [Measure: Double]
  }

  /// What can be measured or seen of the patient.
  enum Measure: UInt64, Hashable, Sendable, CaseIterable {
    case systolic = 1
    case diastolic, heartRate, oxygenSaturation, respiratoryRate, temperature
    case dissociation, sedation, distress
  }

  func response(of measure: Measure) -> Response {
    switch measure {
    case .systolic: systolic
    case .diastolic: diastolic
    case .heartRate: heartRate
    case .oxygenSaturation: oxygenSaturation
    case .respiratoryRate: respiratoryRate
    case .temperature: temperature
    case .dissociation: dissociation
    case .sedation: sedation
    case .distress: distress
    }
  }
}

extension Course {
  /// How strongly the medicine acts at a minute from the dose, from 0 to 1.
  ///
  /// Rational functions, which are the same to the last bit on every machine.
  func strength(at minute: Double, for response: Response) -> Double {
    guard minute > 0 else { return 0 }
    guard minute > inputMinutes else {
      let most = inputMinutes / (inputMinutes + response.halfRise)
      return minute / (minute + response.halfRise) / most
    }
    let past = (minute - inputMinutes) / response.halfFall
    return 1 / (1 + past * past)
  }
}

extension Course.Surge {
  /// How strong it is at a minute, from 0 to 1.
  func strength(at minute: Double) -> Double {
    let distance = (minute - at) / reach
    let left = max(0, 1 - distance * distance)
    return left * left
  }
}
