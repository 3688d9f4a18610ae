extension Course {
  /// A simulated answer to an injection into a muscle: quick to come, calm, gone within the hour.
  static let injection = Course(
    inputMinutes: 20,
    systolic: Response(base: 118, shift: 15, halfRise: 5, wander: 1.4, range: 70...220),
    diastolic: Response(base: 74, shift: 8, halfRise: 5, wander: 1.3, range: 40...130),
    heartRate: Response(base: 66, shift: 14, halfRise: 5, wander: 1.8, range: 40...160),
    oxygenSaturation: Response(base: 98, shift: -1, wander: 0.6, range: 85...100),
    respiratoryRate: Response(base: 15, shift: -0.6, wander: 0.7, range: 8...30),
    temperature: Response(base: 36.7, wander: 0.1, range: 35...39),
    dissociation: Response(base: 0, shift: 8, halfRise: 3, halfFall: 13, range: 0...10),
    sedation: Response(base: 0, shift: 1.3, halfRise: 5, halfFall: 14, range: 0...5),
    distress: Response(base: 3, shift: -2, halfRise: 4, halfFall: 90, wander: 0.3, range: 0...10),
    surges: [
      Surge(at: 44, reach: 8, shifts: [.heartRate: 4, .systolic: 3, .distress: 1.5])
    ]
  )
}
