/// A patient who is not one: smooth curves with a little wandering, the same for the same seed.
///
/// It exists so that a practice session has believable numbers to type. It models no person and no
/// medicine.
package struct SimulatedPatient: Hashable, Sendable {
  let course: Course
  let seed: UInt64

  /// How the patient is at a minute from the dose; negative is before it.
  package func state(at minute: Double) -> PatientState {
    PatientState(
      systolic: whole(.systolic, minute),
      diastolic: whole(.diastolic, minute),
      heartRate: whole(.heartRate, minute),
      oxygenSaturation: whole(.oxygenSaturation, minute),
      respiratoryRate: whole(.respiratoryRate, minute),
      temperature: (value(of: .temperature, at: minute) * 10).rounded() / 10,
      dissociation: whole(.dissociation, minute),
      alertness: 5 - whole(.sedation, minute),
      distress: whole(.distress, minute)
    )
  }

  func value(of measure: Course.Measure, at minute: Double) -> Double {
    let minute = minute.isFinite ? min(max(minute, -10_000), 10_000) : 0
    let response = course.response(of: measure)
    var value = response.base + response.shift * course.strength(at: minute, for: response)
    for surge in course.surges {
      value += (surge.shifts[measure] ?? 0) * surge.strength(at: minute)
    }
    value += response.wander * wandering(of: measure, at: minute)
    return min(max(value, response.range.lowerBound), response.range.upperBound)
  }

  private func whole(_ measure: Course.Measure, _ minute: Double) -> Int {
    Int(value(of: measure, at: minute).rounded())
  }

  /// From -1 to 1: a random height at each whole minute, joined smoothly.
  private func wandering(of measure: Course.Measure, at minute: Double) -> Double {
    let floor = minute.rounded(.down)
    let part = minute - floor
    let before = height(of: measure, at: Int64(floor))
    let after = height(of: measure, at: Int64(floor) + 1)
    return before + (after - before) * part * part * (3 - 2 * part)
  }

  private func height(of measure: Course.Measure, at minute: Int64) -> Double {
    let place = UInt64(bitPattern: minute) &* 0xD1B5_4A32_D192_ED03
    var generator = SplitMix64(seed: seed ^ place ^ (measure.rawValue << 56))
    return generator.fraction() * 2 - 1
  }
}
