extension Event {
  /// What was recorded, by its value and in the fewest words: `dose 112 mg`, `planned dose 112 mg`,
  /// `rate 40 mg/h`; nil of what is no value.
  ///
  /// Whatever says of an entry that something about it waits, was answered or raised a notice calls it
  /// so.
  var valueWords: String? {
    switch self {
    case .frame(.weight(let kilograms)): "weight \(plain(kilograms, places: 3))"
    case .dose(let dose): "dose \(plain(dose.amount.milligrams, places: 3)) mg"
    case .plan(let plan): "planned dose \(plain(plan.dose.amount.milligrams, places: 3)) mg"
    case .infusion(let change):
      change.rate.map { "rate \(plain($0.milligramsPerHour, places: 3)) mg/h" }
    case .vitals(let vitals): "vitals \(vitals.words)"
    case .limit(let limit): "limit \(limit.words)"
    case .supply(let supply): "vial \(plain(supply.drawn.milligrams, places: 3)) mg"
    case .given(let given): given.words
    case .order(let order): "order \(order.given.words)"
    case .theme(let theme):
      theme.intensity.map { "theme \(theme.name) \($0)" } ?? "theme \(theme.name)"
    case .frame, .opened, .joined, .left, .phase, .noReading, .score, .note, .technique, .effect,
      .call, .pin, .later, .notDone, .acknowledgement, .confirmation, .correction, .void, .attached,
      .detached, .suspended, .resumed, .clockStepped, .check, .assessment, .lozenge, .emergency,
      .handOver, .quiet, .ended, .reopened:
      nil
    }
  }
}
