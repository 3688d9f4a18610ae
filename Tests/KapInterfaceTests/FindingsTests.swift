import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct FindingsTests {
  @Test func `a key works nothing out anew; a second and an entry do`() throws {
    let sitting = try Sitting.inPeak()
    sitting.tick()
    let key = sitting.interface.findings.key
    for character in "nhand on shoulder" { sitting.press(.character(character), after: 20) }
    #expect(sitting.interface.findings.key == key)
    sitting.press(.enter, after: 450)
    #expect(sitting.interface.findings.key.count == key.count + 1)
    let after = sitting.interface.findings.key
    sitting.wait(seconds: 1)
    #expect(sitting.interface.findings.key != after)
  }

  @Test func `what is shown is what the core says at that moment`() throws {
    let sitting = try Sitting.inPeak()
    for script in ["v172/104 98 96 15⏎", "m", "o642⏎", "dl", "cb164/98⏎", "x11⏎", "u1⏎"] {
      sitting.press(script).wait(seconds: 40)
      let moment = Moment(sitting.interface.session, at: sitting.room.now)
      let findings = sitting.interface.findings
      #expect(findings.notices == moment.notices)
      #expect(findings.due == moment.due(given: moment.notices))
      #expect(findings.sets == moment.vitals)
      #expect(findings.pins == moment.pins)
      #expect(findings.baseline == moment.baseline)
      #expect(Set(findings.dueItems) == Set(findings.due.open))
    }
  }
}
