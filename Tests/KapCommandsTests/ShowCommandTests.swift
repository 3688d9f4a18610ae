import Foundation
import KapRecord
import KapTestSupport
import KapTimeline
import Testing

@testable import KapCommands

struct ShowCommandTests {
  @Test func `the document keeps its contract`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    clinic.enter("bp 206/112")
    let document = try clinic.document()

    let (names, hasNull) = document.shape
    #expect(!hasNull)
    for name in [
      "session", "subject", "protocol", "weightKilograms", "state", "phase", "startedAt", "doseAt",
      "due", "item", "at", "graceSeconds", "required", "notices", "rule", "urgency", "event",
      "since", "acknowledged", "events", "id", "name", "kind", "occurredAt", "recordedAt",
      "elapsedSeconds", "sinceDoseSeconds", "author", "role", "source", "late", "unconfirmed",
      "void", "by", "reason", "data", "systolic", "diastolic", "heartRate", "oxygenSaturation",
      "respiratoryRate",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    let events = try #require(document["events"]?.elements)
    #expect(events.map { $0["name"]?.text ?? "" }.prefix(3) == ["a1", "a2", "a3"])
    let times = events.compactMap { $0["occurredAt"]?.text }
    #expect(times == times.sorted())
    #expect(
      events.allSatisfy {
        $0["sinceDoseSeconds"] == nil || ($0["sinceDoseSeconds"]?.number ?? -1) >= 0
      }
    )
    #expect(document.events("vitals").first?["sinceDoseSeconds"] == nil)
    #expect(document.events("vitals")[1]["sinceDoseSeconds"]?.number == 900)
  }

  @Test func `a corrected entry says what it says now, and what it said`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    let vitals = try #require(try clinic.document().events("vitals").last)

    #expect(vitals["data"]?["systolic"]?.number == 127)
    #expect(vitals["data"]?["heartRate"]?.number == 98)
    #expect(vitals["corrected"]?["by"]?.text == "ar")
    #expect(vitals["corrected"]?["original"]?["systolic"]?.number == 182)
    #expect(vitals["corrected"]?["at"]?.text == "2025-11-04T15:26:00.000+01:00")
    #expect(vitals["void"]?.flag == false)
  }

  @Test func `a check before the dose is corrected after it by the word it was ticked with`() throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("check escort: sister")
    let name = try #require(try clinic.document().events("check").last?["name"]?.text)
    clinic.enter("dose iv 35mg over 40m")
    #expect(clinic.enter("correct \(name) check escort: brother") == .ok)
    let check = try #require(try clinic.document().events("check").last?["data"])
    #expect(check["item"]?.text == "escort")
    #expect(check["words"]?.text == "brother")
  }

  @Test func `a withdrawn entry stays, with who, when and why`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    let note = try #require(try clinic.document().events("note").first { $0["name"]?.text == "a9" })

    #expect(note["void"]?["by"]?.text == "ar")
    #expect(note["void"]?["reason"]?.text == "wrong patient")
    #expect(note["void"]?["at"]?.text == "2025-11-04T15:26:00.000+01:00")
    #expect(note["data"]?["text"]?.text == "wrong cuff")
  }

  @Test func `the same session is the same text twice`() throws {
    let clinic = try Clinic()
    let id = try clinic.session()
    _ = try clinic.document(id)
    let first = clinic.output
    _ = try clinic.document(id)

    #expect(clinic.output == first)
  }

  @Test func `an earlier moment shows what had happened, or what was known`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()

    let happened = try clinic.document(at: "+15m")
    #expect(happened.events("vitals").last?["data"]?["systolic"]?.number == 127)
    #expect(happened.events("note").contains { $0["data"]?["text"]?.text == "late" })
    let known = try clinic.document(at: "+15m", asKnown: true)
    #expect(known.events("vitals").last?["data"]?["systolic"]?.number == 182)
    #expect(!known.events("note").contains { $0["data"]?["text"]?.text == "late" })
    #expect(known.events("note").first?["void"]?.flag == false)
    #expect(try clinic.document(at: "14:50")["phase"] == nil)
    #expect(try clinic.document(at: "14:56")["phase"]?.text == "baseline")
    #expect(try clinic.document(at: "2025-11-04T13:56:00Z")["phase"]?.text == "baseline")
    #expect(try clinic.document(at: "2025-11-04 14:56")["phase"]?.text == "baseline")
    #expect(clinic.run { try ShowCommand(session: "last", at: "-90m").run(in: $0) } == .noInput)
    #expect(clinic.run { try ShowCommand(session: "last", at: "soon").run(in: $0) } == .usage)
  }

  @Test func `the text names entries, minutes, notices and what is due`() throws {
    let clinic = try Clinic()
    let id = try clinic.session()
    clinic.enter("bp 206/112")

    #expect(clinic.run { try ShowCommand(session: id).run(in: $0) } == .ok)
    #expect(clinic.output.contains("K-014"))
    #expect(clinic.output.contains("open"))
    #expect(
      clinic.lines.contains { $0.hasPrefix("a10") && $0.contains("+15") && $0.contains("Pt") }
    )
    #expect(clinic.lines.contains { $0.hasPrefix("a9") && $0.contains("wrong patient") })
    #expect(clinic.lines.contains { $0.contains("URGENT") && $0.contains("206/112") })
    #expect(clinic.lines.contains { $0.contains("vitals +30") })
    #expect(clinic.lines.contains { $0.contains("late entry, written 15:26") })

    #expect(
      clinic.run { try ShowCommand(session: id, at: "+15m", isAsKnown: true).run(in: $0) } == .ok
    )
    #expect(
      clinic.output.contains(
        "AS KNOWN at 15:21:00. 1 entry written later about this time left out."
      )
    )
  }

  @Test(arguments: [false, true])
  func `hostile text reaches the terminal tamed`(isJSON: Bool) throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    for piece in HostileText.pieces {
      let oneLine = piece.replacing("\n", with: " ")
      clinic.run { try EnterCommand(session: "last", line: "note x \(oneLine)").run(in: $0) }
      #expect(Self.isTame(clinic.talk))
    }

    clinic.run { try ShowCommand(session: "last", isJSON: isJSON).run(in: $0) }

    #expect(Self.isTame(clinic.output))
    #expect(try clinic.document().events("note").count > 3)
  }

  private static func isTame(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format: false
      default: true
      }
    }
  }

  @Test func `sessions are listed with their state, and as documents without events`() throws {
    let clinic = try Clinic()
    let id = try clinic.open()
    clinic.pass(.minutes(1))
    clinic.enter("end")
    _ = try clinic.open("K-015")

    #expect(clinic.run { try SessionsCommand().run(in: $0) } == .ok)
    #expect(clinic.lines.count == 3)
    #expect(clinic.lines[1].hasPrefix(id))
    #expect(clinic.lines[1].contains("ended"))
    #expect(clinic.lines[2].contains("open"))

    #expect(clinic.run { try SessionsCommand(isJSON: true).run(in: $0) } == .ok)
    let list = try JSONDecoder().decode(JSONValue.self, from: Data(clinic.output.utf8)).elements
    #expect(list.map { $0["state"]?.text } == ["ended", "open"])
    #expect(list.allSatisfy { $0["events"] == nil && $0["due"] != nil })
  }

  @Test func `no moment in the document is a number of milliseconds`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    #expect(clinic.enter("later\ncorrect a8 @15:05") == .ok)
    let document = try clinic.document()
    let later = try #require(document.events("later").first)
    #expect(later["data"]?["until"]?.text?.hasPrefix("2025-11-04T") == true)
    #expect(later["data"]?["until"]?.text?.hasSuffix("+01:00") == true)
    let correction = try #require(document.events("correction").last)
    #expect(correction["data"]?["occurredAt"]?.text == "2025-11-04T15:05:00.000+01:00")

    func largest(_ value: JSONValue) -> Double {
      switch value {
      case .null, .boolean, .string: 0
      case .integer(let number): Double(number)
      case .number(let number): number
      case .array(let elements): elements.map(largest).max() ?? 0
      case .object(let members): members.values.map(largest).max() ?? 0
      }
    }
    #expect(largest(document) < 1e9)
  }

  @Test func `what is due is shown with what it lacks, and until when it was put off`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("dose iv 35mg over 40m")
    clinic.pass(.minutes(10))
    clinic.enter("hr 74 spo2 98")
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    let lacking = clinic.lines.filter { $0.contains("  vitals +10: BP") }
    #expect(lacking.count == 1, "\(clinic.output)")
    clinic.enter("later vitals")
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    let later = clinic.lines.filter { $0.contains("  vitals +10: BP") }
    #expect(later.count == 1)
    #expect(later.allSatisfy { $0.contains("  later, until 15:01") }, "\(clinic.output)")
  }

  @Test func `an ended session is shown as of its end, however late one looks`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(10))
    clinic.enter("end")
    let document = try clinic.document()
    #expect(document["at"]?.text == "2025-11-04T14:56:00.000+01:00")
    clinic.pass(.minutes(600))
    #expect(try clinic.document() == document)
  }

  @Test func `an ended session takes only what happened before its end`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(30))
    clinic.enter("end")
    clinic.pass(.minutes(30))

    #expect(clinic.enter("hr 70") == .badData)
    #expect(clinic.enter("@15:00 hr 70") == .ok)
    #expect(clinic.enter("reopen because he came back\nhr 71") == .ok)
    #expect(try clinic.document()["state"]?.text == "open")
  }
}
