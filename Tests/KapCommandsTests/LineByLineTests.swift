import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

/// Many lines at once are said as each would be alone.
struct LineByLineTests {
  private static let lines = [
    "weight 190kg", "dose iv 35mg over 40m", "bp 206/121 hr 98", "call dr-l: told of it",
    "ack: called", "confirm a3", "bp 120/80", "infusion stop", "end",
    "@-1m phase discharged because her sister came early",
  ]

  private func clinic() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.open(weight: nil)
    clinic.pass(.minutes(10))
    return clinic
  }

  @Test func `each line of a batch is worded by the state at that line`() throws {
    let batch = try clinic()
    batch.enter(Self.lines.joined(separator: "\n"))
    let said = batch.talk.split(separator: "\n").map { line in
      line.drop { $0 != ":" }.dropFirst().drop { $0 != ":" }
    }
    let alone = try clinic()
    var each: [Substring] = []
    for line in Self.lines {
      alone.enter(line)
      each += alone.talk.split(separator: "\n").map { line in
        line.drop { $0 != ":" }.dropFirst().drop { $0 != ":" }
      }
    }
    #expect(said == each)
    #expect(said.contains { $0.contains("tied to no notice while BP 206/121 is open") })
    #expect(said.contains { $0.contains("kept and not confirmed. Weight 190 is unusual") })
  }

  @Test func `an end says what was open then, whatever comes after it`() throws {
    let clinic = try clinic()
    clinic.enter("weight 70kg\ndose iv 35mg over 40m")
    clinic.pass(.minutes(50))
    clinic.enter("end\n@-1m phase discharged because her sister came early\n")
    #expect(clinic.talk.contains("line 1: kept. The session ended with these open: stay, "))
  }

  @Test func `the text says which notice was acknowledged`() throws {
    let clinic = try clinic()
    clinic.enter("bp 172/104 hr 98\nspo2 91\nack a3: cuff moved\n")
    let name = try #require(try clinic.document().events("vitals").first?["name"]?.text)
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    let line = try #require(clinic.lines.first { $0.contains("acknowledged: cuff moved") })
    #expect(
      line.contains("acknowledged: cuff moved, about BP 172/104 at 14:56 (\(name))"),
      "\(line)"
    )
  }

  @Test func `what happened before the session opened is marked`() throws {
    let clinic = try clinic()
    clinic.enter("@-2h bp 120/80\n@-5m hr 70\n@-2h note slept badly\n")
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    for words in ["BP 120/80", "slept badly"] {
      let line = try #require(
        clinic.lines.first { $0.contains(words) && !$0.contains("confirm ") }
      )
      #expect(
        line.contains("[before opening; late entry, written 14:56; not confirmed]"),
        "\(line)"
      )
    }
    #expect(clinic.lines.count { $0.contains("before opening") } == 2)
  }

  @Test func `the text tells what a hand-over tells`() throws {
    let clinic = try clinic()
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.output.contains("not known: weight, allergies, escort\n"))
    #expect(clinic.output.contains("checks open before the dose: "))
    clinic.enter("emergency\nemergency step oxygen: 8 l by mask\n")
    clinic.pass(.minutes(3))
    clinic.enter("stand-down: she breathes well\nbp 220/130\nbp 221/131\nack: cuff moved\n")
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.lines.contains { $0.hasPrefix("EMERGENCY 0:03:00 from 14:56:00: ") })
    #expect(clinic.output.contains("; stood down 14:59:00: she breathes well\n"))
    #expect(clinic.output.contains("not over: acknowledged 14:59 AR: cuff moved"))
  }
}
