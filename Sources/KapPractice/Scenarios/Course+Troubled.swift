extension Course {
  /// A simulated answer to an infusion by somebody whose pressure is high already.
  static let pressured: Course = {
    var course = Course.infusion
    course.systolic = Response(base: 132.1, shift: 20, range: 70...220)
    course.diastolic = Response(base: 84, shift: 8, range: 40...130)
    course.heartRate = Response(base: 74, shift: 16, wander: 1.4, range: 40...160)
    course.surges = [
      Surge(
        at: 37,
        reach: 15,
        shifts: [.systolic: 34.2, .diastolic: 20.9, .heartRate: 6, .distress: 2]
      )
    ]
    return course
  }()

  /// A simulated answer to an injection that frightens.
  static let frightened: Course = {
    var course = Course.injection
    course.systolic = Response(base: 122, shift: 12, halfRise: 5, wander: 1, range: 70...220)
    course.diastolic = Response(base: 76, shift: 6, halfRise: 5, wander: 1, range: 40...130)
    course.heartRate = Response(base: 78, shift: 12, halfRise: 5, wander: 1.4, range: 40...160)
    course.respiratoryRate = Response(base: 15, wander: 0.5, range: 8...30)
    course.distress = Response(base: 3, shift: -2, halfFall: 90, wander: 0.2, range: 0...10)
    course.surges = [
      Surge(
        at: 12,
        reach: 10,
        shifts: [
          .systolic: 7, .diastolic: 5, .heartRate: 12, .respiratoryRate: 3, .distress: 7.4,
        ]
      )
    ]
    return course
  }()

  /// A simulated answer to an infusion by somebody whose stomach turns as it wears off.
  static let queasy: Course = {
    var course = Course.infusion
    course.systolic = Response(base: 116, shift: 14, wander: 1, range: 70...220)
    course.diastolic = Response(base: 72, shift: 8, wander: 1, range: 40...130)
    course.heartRate = Response(base: 70, shift: 12, wander: 1.4, range: 40...160)
    course.surges = [Surge(at: 54, reach: 9, shifts: [.heartRate: 8, .distress: 3.5])]
    return course
  }()

  /// A simulated answer to an infusion that goes too deep, and lightens when it is stopped.
  static let tooDeep: Course = {
    var course = Course.infusion
    course.inputMinutes = 25
    course.systolic = Response(base: 118, shift: 8, wander: 1, range: 70...220)
    course.diastolic = Response(base: 74, shift: 5, wander: 1, range: 40...130)
    course.heartRate = Response(base: 68, shift: 8, wander: 1.4, range: 40...160)
    course.oxygenSaturation = Response(base: 98, shift: -1, wander: 0.3, range: 85...100)
    course.respiratoryRate = Response(base: 15, shift: -1, wander: 0.3, range: 8...30)
    course.sedation = Response(base: 0, shift: 1.2, halfRise: 10, halfFall: 12, range: 0...5)
    course.surges = [
      Surge(
        at: 25,
        reach: 8,
        shifts: [.oxygenSaturation: -9.2, .respiratoryRate: -4, .sedation: 2.2]
      )
    ]
    return course
  }()

  /// A simulated answer to an infusion whose pressure rises while nobody measures.
  static let unwatched: Course = {
    var course = Course.infusion
    course.systolic = Response(base: 126, shift: 14, wander: 1, range: 70...220)
    course.diastolic = Response(base: 80, shift: 7, wander: 1, range: 40...130)
    course.surges = [
      Surge(at: 34, reach: 12, shifts: [.systolic: 28, .diastolic: 14, .heartRate: 4])
    ]
    return course
  }()

  /// A simulated answer to a lozenge: slow to come, mild, slow to leave.
  static let lozenge: Course = {
    var course = Course.nasalSpray
    course.inputMinutes = 45
    course.systolic = Response(
      base: 120,
      shift: 12,
      halfRise: 15,
      halfFall: 28,
      wander: 1,
      range: 70...220
    )
    course.diastolic = Response(
      base: 76,
      shift: 6,
      halfRise: 15,
      halfFall: 28,
      wander: 1,
      range: 40...130
    )
    course.heartRate = Response(base: 70, shift: 9, wander: 1.4, range: 40...160)
    course.dissociation = Response(
      base: 0,
      shift: 5,
      halfRise: 14,
      halfFall: 18,
      range: 0...10
    )
    return course
  }()
}
