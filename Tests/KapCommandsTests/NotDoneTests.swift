import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

/// What a session says of what was asked for and not done, to people and to scripts.
struct NotDoneTests {
  @Test func `what was required and missed is in the document after the end too`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    clinic.pass(.minutes(90))
    clinic.enter("emergency\nemergency step oxygen\nstand-down\ncheck gait no: dizzy, stays\n")
    let open = try clinic.document()
    func required(_ document: JSONValue) -> [JSONValue] {
      (document["missed"]?.elements ?? []).filter { $0["required"]?.flag == true }
    }
    #expect(
      required(open).compactMap { $0["item"]?.text } == ["vitals+40", "vitals+100", "checks"]
    )
    #expect(open["readiness"]?["notSo"]?.elements.map(\.text) == ["gait"])
    #expect(open["readiness"]?["missing"]?.elements.contains { $0.text == "gait" } == false)
    #expect(clinic.enter("end") == .ok)
    let ended = try clinic.document()
    #expect(ended["due"]?.elements.isEmpty == true)
    let missed = required(ended)
    func isTimed(_ item: JSONValue) -> Bool { item["at"] != nil }
    #expect(missed.filter { !isTimed($0) }.count == 2)
    let items = missed.compactMap { $0["item"]?.text?.split(separator: ":").first.map(String.init) }
    #expect(items == ["vitals+40", "vitals+100", "checks", "leaving", "vial", "words"])
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.lines.contains { $0.contains("vitals +40") && $0.contains("missed") })
  }

  @Test func `what was planned and missed is said, required or not, and is in the document`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.session()
    clinic.pass(.minutes(50))
    func shown() -> [String] {
      clinic.run { try ShowCommand(session: "last").run(in: $0) }
      return clinic.lines
    }
    #expect(shown().contains { $0.contains("vitals +30") && $0.hasSuffix("missed, not required") })
    clinic.enter("end")
    #expect(shown().contains { $0.contains("vitals +30") && $0.hasSuffix("missed, not required") })
    #expect(shown().contains { $0.contains("vitals +40") && $0.hasSuffix("missed, required") })
    func isRequired(_ item: String) throws -> Bool? {
      let missed = try clinic.document()["missed"]?.elements ?? []
      return missed.first { $0["item"]?.text == item }?["required"]?.flag
    }
    #expect(try isRequired("vitals+30") == false)
    #expect(try isRequired("vitals+40") == true)
    #expect(try isRequired("scores+30") == false)
  }

  @Test func `the text and the document name the same as not done, checks among it`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    clinic.pass(.minutes(90))
    clinic.enter("emergency\nemergency step oxygen\nstand-down\nbp 230/112\nend")
    let missed = try clinic.document()["missed"]?.elements ?? []
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    let rows = clinic.lines.drop { $0 != "not done" }.dropFirst().prefix { $0 != "entries" }
      .filter { $0.contains("missed, ") }
    #expect(rows.count == missed.count)
    for item in missed {
      let words = try #require(item["words"]?.text)
      let lacks = item["lacks"]?.elements.compactMap(\.text) ?? []
      let whole = words + (lacks.isEmpty ? "" : ": \(lacks.joined(separator: ", "))")
      #expect(rows.contains { $0.contains(whole) }, "\(whole)")
    }
    for (key, first) in [("checks", "identity"), ("leaving", "oriented")] {
      let item = try #require(missed.first { $0["item"]?.text == key })
      #expect(item["lacks"]?.elements.first?.text == first)
      #expect(item["required"]?.flag == true)
    }
  }

  @Test func `checks before the dose that were explained are not missed`() throws {
    let clinic = try Clinic()
    _ = try clinic.session()
    func items() throws -> [String] {
      try clinic.document()["missed"]?.elements.compactMap { $0["item"]?.text } ?? []
    }
    #expect(try items().contains("checks"))
    clinic.enter("ack: brought in by the ward")
    #expect(try !items().contains("checks"))
  }
}
