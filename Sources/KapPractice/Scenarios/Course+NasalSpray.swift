extension Course {
  /// A simulated answer to two nasal sprays: mild, drowsy, slow to leave.
  static let nasalSpray = Course(
    inputMinutes: 40,
    systolic: Response(
      base: 130,
      shift: 17,
      halfRise: 15,
      halfFall: 28,
      wander: 1.4,
      range: 70...220
    ),
    diastolic: Response(
      base: 82,
      shift: 9,
      halfRise: 15,
      halfFall: 28,
      wander: 1.3,
      range: 40...130
    ),
    heartRate: Response(base: 76, shift: 8, wander: 1.8, range: 40...160),
    oxygenSaturation: Response(base: 97.4, shift: -0.8, wander: 0.5, range: 85...100),
    respiratoryRate: Response(base: 15, shift: -0.6, wander: 0.7, range: 8...30),
    temperature: Response(base: 36.5, wander: 0.1, range: 35...39),
    dissociation: Response(base: 0, shift: 4, halfRise: 12, halfFall: 16, range: 0...10),
    sedation: Response(base: 0, shift: 1.4, halfRise: 12, halfFall: 18, range: 0...5),
    distress: Response(base: 2, shift: -1, halfFall: 90, wander: 0.3, range: 0...10),
    surges: []
  )
}
