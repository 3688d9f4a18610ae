import KapRecord
import KapStore
import KapTimeline
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

  @Test func `a time before the session is kept and said with its date`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(5))
    #expect(clinic.enter("@-6h hr 72\nhr 74\n") == .ok)
    let lines = clinic.talk.split(separator: "\n").map(String.init)
    #expect(lines.count == 1)
    #expect(lines[0].contains("line 1: kept as typed. "))
    #expect(lines[0].hasSuffix(" Nov is 5 h 55 min before the session opened."))
  }

  @Test(
    arguments: [
      (70.0, "iv-infusion", nil), (nil, "iv-infusion", nil), (72, "iv-infusion", "--weight 72"),
      (70, "esketamine", "--protocol esketamine"),
    ] as [(Double?, String, String?)]
  )
  func `a new session of a person whose other one is open must be that one`(
    weight: Double?,
    name: String,
    differs: String?
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.open("K-link", weight: 70)
    let chart = try clinic.chart()
    defer { try? chart.close() }
    let id = try chart.journal.session(named: "last")
    let session = try chart.journal.whole(id).0
    let command = OpenCommand(subject: "K-link", protocolName: name, weightInKilograms: weight)
    do {
      try command.check(matches: session, of: id, at: clinic.wall)
      #expect(differs == nil)
    } catch let error as CommandError {
      let said = try #require(differs)
      #expect(error.message.contains("K-link has an open session, \(id.text)"))
      #expect(error.message.contains(said))
    }
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
