import KapTimeline
import Testing

/// The last of the readings that the label asks for is held to the real end of the session.
struct EndReadingTests {
  private static let set = Vitals(
    bloodPressure: BloodPressure(systolic: 124, diastolic: 78),
    heartRate: 72,
    oxygenSaturation: 98
  )

  private func sprayed(readings: [Double]) throws -> Sitting {
    var sitting = try Sitting("esketamine")
    try sitting.type(.record(Self.set), at: 5)
    let dose = Dose(
      medicine: .esketamine,
      route: .intranasal,
      amount: Mass(milligrams: 28) ?? .zero,
      lot: "A1"
    )
    try sitting.type(.give(dose), at: 10, isInsisted: true)
    for minute in readings { try sitting.type(.record(Self.set), at: minute, isInsisted: true) }
    return sitting
  }

  private func missed(_ sitting: Sitting, at minute: Double) -> [String] {
    let moment = sitting.moment(minute)
    return moment.due(given: moment.notices).missing.map { moment.dueWords(for: $0) }
  }

  private func asksForVitals(_ sitting: Sitting, at minute: Double) -> Bool {
    guard case .leftOpen(let open) = sitting.refusal(of: .end, at: minute) else { return false }
    return open.readings.contains("vitals at the end")
  }

  @Test func `an end before the planned last reading wants one too`() throws {
    var sitting = try sprayed(readings: [50, 70])
    guard case .leftOpen(let left) = sitting.refusal(of: .end, at: 105) else {
      Issue.record("the end was not asked about")
      return
    }
    #expect(left.readings.contains("vitals at the end"))
    guard
      case .dischargedWhileOpen(let open) = sitting.refusal(
        of: .declare(.discharged, because: nil),
        at: 105
      )
    else {
      Issue.record("the discharge was not asked about")
      return
    }
    #expect(open.contains("vitals at the end"))
    try sitting.type(.end, at: 105, asks: false)
    #expect(missed(sitting, at: 110) == ["vitals at the end"])
    #expect(sitting.moment(110).leftOpen.contains("vitals at the end"))
  }

  @Test func `a reading at the end, or a reason, settles it`() throws {
    var read = try sprayed(readings: [50, 104])
    #expect(!asksForVitals(read, at: 105))
    try read.type(.end, at: 105, asks: false)
    #expect(missed(read, at: 110) == [])
    var said = try sprayed(readings: [50])
    try said.type(.skip(.word("end"), because: "left at once"), at: 104)
    #expect(!asksForVitals(said, at: 105))
    try said.type(.end, at: 105, asks: false)
    #expect(missed(said, at: 110) == [])
    // It is given a reason afterwards, too.
    var late = try sprayed(readings: [50])
    try late.type(.end, at: 105, asks: false)
    try late.type(.skip(.word("end"), because: "left at once"), at: 110, happened: 105)
    #expect(missed(late, at: 111) == [])
  }

  @Test func `who is discharged is held to the discharge`() throws {
    var sitting = try sprayed(readings: [50, 90])
    try sitting.type(.declare(.discharged, because: "left early"), at: 120)
    #expect(missed(sitting, at: 126) == ["vitals at the end"])
    try sitting.type(.record(Self.set), at: 122)
    #expect(missed(sitting, at: 123) == [])
    try sitting.type(.end, at: 125)
    #expect(missed(sitting, at: 140) == [])
  }

  @Test func `routes whose rules ask for no last reading go on as they did`() throws {
    var sitting = try Sitting("im")
    try sitting.type(.record(Self.set), at: 5)
    let dose = Dose(
      medicine: .ketamine,
      route: .intramuscular,
      amount: Mass(milligrams: 50) ?? .zero
    )
    try sitting.type(.give(dose), at: 10, isInsisted: true)
    try sitting.type(.end, at: 12, asks: false)
    #expect(!missed(sitting, at: 20).contains("vitals at the end"))
  }
}
