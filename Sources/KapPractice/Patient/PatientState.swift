/// What can be read off and seen of a simulated patient at one moment.
package struct PatientState: Hashable, Sendable {
  /// Millimetres of mercury.
  package var systolic: Int, diastolic: Int
  /// Beats a minute.
  package var heartRate: Int
  /// Per cent.
  package var oxygenSaturation: Int
  /// Breaths a minute.
  package var respiratoryRate: Int
  /// Degrees Celsius, to a tenth.
  package var temperature: Double
  /// From 0 to 10.
  package var dissociation: Int
  /// MOAA/S: 5 is awake.
  package var alertness: Int
  /// From 0 to 10.
  package var distress: Int

  /// The pair as a person types it: `bp 124/78`.
  package var bloodPressureSentence: String { "bp \(systolic)/\(diastolic)" }

  /// The set as a person types it: `bp 124/78 hr 72 spo2 98 rr 14`.
  package var vitalsSentence: String {
    "\(bloodPressureSentence) hr \(heartRate) spo2 \(oxygenSaturation) rr \(respiratoryRate)"
  }

  /// The observed scores as a person types them: `diss 6 moaas 4 distress 2`.
  package var scoresSentence: String {
    "diss \(dissociation) moaas \(alertness) distress \(distress)"
  }
}
