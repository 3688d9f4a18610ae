import KapRecord
import Testing

@testable import KapCommands

struct EnterRemarkTests {
  @Test func `what was typed in another unit is said in both`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("weight 160lb\ntemp 98.6f\ngiven clonidine 100mcg po\ndose iv 0.02g\n")
    #expect(clinic.talk.contains("line 1: weight 72.57 kg (160 lb)\n"))
    #expect(clinic.talk.contains("line 2: Temp 37 °C (98.6 °F)\n"))
    #expect(clinic.talk.contains("(0.02g)\n"))
  }

  @Test func `what a screen would ask is kept, said in one line and shown as not confirmed`() throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("weight 190kg\ninfusion start 40000mg/h\ngiven ondansetron 4000mg iv\n")
    let lines = clinic.talk.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(
      lines.allSatisfy { $0.contains("kept and not confirmed. ") && $0.contains("`confirm a") }
    )
    #expect(lines[1].contains("Rate 40000 mg/h is unusual: this clinic asks over 200 mg/h."))
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.lines.count { $0.contains("[not confirmed]") } == 3)
    #expect(clinic.output.contains("rate 40000 mg/h, limit 200 mg/h. Confirm a"))
    let document = try clinic.document()
    #expect(document["events"]?.elements.count { $0["unconfirmed"] == .boolean(true) } == 3)
  }

  @Test func `sessions and verify say the same number of entries`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("note one\nnote two\n")
    clinic.run { try SessionsCommand().run(in: $0) }
    let count = clinic.lines.last?.split(separator: " ").last
    clinic.run { try VerifyCommand().run(in: $0) }
    #expect(clinic.output == "whole: 1 session, \(count ?? "no") entries\n")
  }
}
