extension Course {
  /// A simulated answer to an infusion of forty minutes, with fear as it comes up and grief at its
  /// height.
  static let infusion = Course(
    inputMinutes: 40,
    systolic: Response(base: 124, shift: 22, wander: 1.4, range: 70...220),
    diastolic: Response(base: 78, shift: 10, wander: 1.3, range: 40...130),
    heartRate: Response(base: 72, shift: 22, wander: 1.8, range: 40...160),
    oxygenSaturation: Response(base: 98, shift: -1.3, wander: 0.6, range: 85...100),
    respiratoryRate: Response(base: 14, wander: 0.7, range: 8...30),
    temperature: Response(base: 36.6, wander: 0.1, range: 35...39),
    dissociation: Response(base: 0, shift: 6, halfRise: 5, halfFall: 10, range: 0...10),
    sedation: Response(base: 0, shift: 1.2, halfRise: 10, halfFall: 12, range: 0...5),
    distress: Response(base: 2, shift: -1, halfFall: 60, wander: 0.3, range: 0...10),
    surges: [
      Surge(
        at: 12.5,
        reach: 5,
        shifts: [
          .systolic: 6, .diastolic: 3, .heartRate: 5, .dissociation: 2, .sedation: -0.6,
          .distress: 6.5,
        ]
      ),
      Surge(
        at: 31.5,
        reach: 8,
        shifts: [
          .systolic: 30, .diastolic: 17.5, .heartRate: 5, .oxygenSaturation: -0.6,
          .respiratoryRate: 0.8, .distress: 1,
        ]
      ),
    ]
  )
}
