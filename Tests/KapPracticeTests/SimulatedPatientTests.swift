import KapPractice
import Testing

struct SimulatedPatientTests {
  private static let minutes = stride(from: -30.0, through: 240, by: 0.5).map { $0 }

  @Test(arguments: Scenario.all)
  func `a patient is the same whenever and in whatever order asked`(
    scenario: Scenario
  ) {
    let patient = scenario.patient
    let forwards = Self.minutes.map { patient.state(at: $0) }
    let backwards = Self.minutes.reversed().map { patient.state(at: $0) }
    #expect(forwards == backwards.reversed())
  }

  @Test(arguments: Scenario.all)
  func `nothing about a patient jumps`(scenario: Scenario) {
    let states = Self.minutes.map { scenario.patient.state(at: $0) }
    for (state, next) in zip(states, states.dropFirst()) {
      #expect(abs(next.systolic - state.systolic) <= 8)
      #expect(abs(next.diastolic - state.diastolic) <= 6)
      #expect(abs(next.heartRate - state.heartRate) <= 6)
      #expect(abs(next.oxygenSaturation - state.oxygenSaturation) <= 2)
      #expect(abs(next.respiratoryRate - state.respiratoryRate) <= 2)
      #expect(abs(next.temperature - state.temperature) < 0.25)
      #expect(abs(next.distress - state.distress) <= 2)
    }
  }

  @Test(arguments: Scenario.all)
  func `a patient is never what cannot be`(scenario: Scenario) {
    for minute in Self.minutes + [-1e300, 1e300, .infinity, -.infinity, .nan] {
      let state = scenario.patient.state(at: minute)
      #expect(state.diastolic < state.systolic)
      #expect((85...100).contains(state.oxygenSaturation))
      #expect((0...10).contains(state.dissociation) && (0...10).contains(state.distress))
      #expect((0...5).contains(state.alertness))
    }
  }

  @Test func `the infusion's patient has the numbers that its story is told by`() throws {
    let patient = try #require(Scenario.named("iv-uneventful")).patient
    #expect(patient.state(at: -12).vitalsSentence == "bp 124/78 hr 72 spo2 98 rr 14")
    #expect(patient.state(at: 30).vitalsSentence == "bp 172/104 hr 98 spo2 96 rr 15")
    #expect(patient.state(at: 30).scoresSentence == "diss 6 moaas 4 distress 2")
    #expect(patient.state(at: 35).bloodPressureSentence == "bp 164/98")
  }

  @Test func `the pressured patient has the pressures that its story is told by`() throws {
    let patient = try #require(Scenario.named("hypertension-at-peak")).patient
    #expect(patient.state(at: 30).bloodPressureSentence == "bp 172/104")
    #expect(patient.state(at: 35).bloodPressureSentence == "bp 184/112")
  }

  @Test func `the patient who goes too deep is hard to rouse, short of oxygen, and comes back`()
    throws
  {
    let patient = try #require(Scenario.named("oversedation")).patient
    #expect(patient.state(at: 24).alertness == 2)
    #expect(patient.state(at: 24).oxygenSaturation == 88)
    let after = [28.0, 30, 33].map { patient.state(at: $0).oxygenSaturation }
    #expect(after == [90, 94, 97])
  }
}
