import Foundation
import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

struct OpenCommandTests {
  @Test func `an opened session holds its rules, its weight and who opened it`() throws {
    let clinic = try Clinic()
    let command = OpenCommand(
      subject: "K-014",
      protocolName: "iv-infusion",
      weightInKilograms: 70,
      number: 3,
      planned: 6,
      room: "2"
    )
    #expect(clinic.run { try command.run(in: $0) } == .ok)
    let id = try #require(clinic.lines.first)
    #expect(SessionID(id) != nil)
    #expect(clinic.lines.count == 1)

    let document = try clinic.document()
    #expect(document["session"]?.text == id)
    #expect(document["subject"]?.text == "K-014")
    #expect(document["protocol"]?.text == "iv-infusion")
    #expect(document["weightKilograms"]?.number == 70)
    #expect(document["state"]?.text == "open")
    #expect(document["startedAt"]?.text == "2025-11-04T14:46:00.000+01:00")
    #expect(document["events"]?.elements.map { $0["kind"]?.text } == ["opened", "frame", "joined"])
    #expect(document["doseAt"] == nil)
    #expect(document["phase"] == nil)
    let opened = try #require(document.events("opened").first?["data"])
    #expect(opened["protocol"]?.text == "iv-infusion")
    #expect(opened["protocolVersion"]?.text?.isEmpty == false)
    #expect(opened["number"]?.number == 3)
    #expect(opened["planned"]?.number == 6)
    #expect(opened["room"]?.text == "2")
  }

  @Test func `a protocol that is not there and a weight that cannot be open nothing`() throws {
    let clinic = try Clinic()
    let unknown = OpenCommand(subject: "K-014", protocolName: "iv-infusoin")
    #expect(clinic.run { try unknown.run(in: $0) } == .noInput)
    #expect(clinic.talk.contains("iv-infusion"))
    let heavy = OpenCommand(
      subject: "K-014",
      protocolName: "iv-infusion",
      weightInKilograms: 7000
    )
    #expect(clinic.run { try heavy.run(in: $0) } == .badData)
    let blank = OpenCommand(subject: " ", protocolName: "iv-infusion")
    #expect(clinic.run { try blank.run(in: $0) } == .usage)
    #expect(clinic.run { try SessionsCommand(isJSON: true).run(in: $0) } == .ok)
    #expect(clinic.output == "[\n\n]\n")
  }

  @Test func `no diagnostic names the patient`() throws {
    let clinic = try Clinic()
    _ = try clinic.open("Marguerite-9")
    #expect(!clinic.talk.contains("Marguerite"))
    clinic.enter("note Marguerite weeps\nbp Marguerite\n")
    clinic.run { try VerifyCommand().run(in: $0) }
    #expect(!clinic.talk.contains("Marguerite-9"))
    clinic.run { try ShowCommand(session: "zzz").run(in: $0) }
    #expect(!clinic.talk.contains("Marguerite"))
  }
}

struct SessionReferenceTests {
  @Test func `a session is named by its id, the beginning of it, or as the last`() throws {
    let clinic = try Clinic()
    let first = try clinic.open()
    clinic.pass(.minutes(1))
    let second = try clinic.open("K-015")

    #expect(try clinic.document("last")["session"]?.text == second)
    #expect(try clinic.document(first)["session"]?.text == first)
    #expect(try clinic.document(first.uppercased())["session"]?.text == first)
    let common = zip(first, second).prefix { $0 == $1 }.count
    let prefix = String(first.prefix(common + 1))
    #expect(try clinic.document(prefix)["session"]?.text == first)
  }

  @Test func `what names no session, or several, is said`() throws {
    let clinic = try Clinic()
    #expect(clinic.run { try ShowCommand(session: "last").run(in: $0) } == .noInput)
    var opened: Set<Character> = []
    var twice: Character?
    while twice == nil {
      let first = try #require(try clinic.open().first)
      if !opened.insert(first).inserted { twice = first }
    }
    let letter = try #require(twice)
    #expect(clinic.run { try ShowCommand(session: String(letter)).run(in: $0) } == .usage)
    #expect(clinic.run { try ShowCommand(session: "").run(in: $0) } == .noInput)
    #expect(clinic.run { try ShowCommand(session: "uuuu").run(in: $0) } == .noInput)
  }
}

struct EnterCommandTests {
  @Test func `each accepted line prints the ids of its events`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    #expect(clinic.enter("bp 128/82 hr 74\n\ndose iv 35mg over 40m\nnote calm") == .ok)
    #expect(clinic.talk.isEmpty)
    let document = try clinic.document()
    let printed = document["events"]?.elements.dropFirst(3).compactMap { $0["id"]?.text }
    #expect(clinic.enter("") == .ok)
    #expect(printed?.count == 4)
    #expect(document.events("phase").first?["data"]?["phase"]?.text == "administration")
    #expect(document["phase"]?.text == "administration")
    #expect(document["doseAt"]?.text == document.events("dose").first?["occurredAt"]?.text)
  }

  @Test func `the printed ids are those of the record`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 128/82\ndose iv 35mg over 40m\n")
    let printed = clinic.lines

    let document = try clinic.document()
    let ids = document["events"]?.elements.compactMap { $0["id"]?.text } ?? []
    #expect(printed.count == 3)
    #expect(Array(ids.suffix(3)) == printed)
    #expect(printed.allSatisfy { EventID($0) != nil })
  }

  @Test func `a refused line is said with number, column and remedy, and the others go on`() throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()

    let code = clinic.enter("bp 128/82\nbp 128/xx\nspo2 130\nnote after\n")

    #expect(code == .badData)
    #expect(clinic.lines.count == 2)
    let said = clinic.talk.split(separator: "\n")
    #expect(said.count == 2)
    #expect(said[0].hasPrefix("kap: line 2, column 8: "))
    #expect(said[1].hasPrefix("kap: line 3"))
    #expect(try clinic.document().events("note").count == 1)
  }

  @Test func `one line may be given, and a dash means standard input`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    #expect(clinic.run { try EnterCommand(session: "last", line: "hr 70").run(in: $0) } == .ok)
    #expect(clinic.run { try EnterCommand(session: "last", line: "hr").run(in: $0) } == .badData)
    #expect(!clinic.talk.contains("line 1"))
    let piped = clinic.run(input: Array("hr 71".utf8)) {
      try EnterCommand(session: "last", line: "-").run(in: $0)
    }
    #expect(piped == .ok)
    #expect(try clinic.document().events("vitals").count == 2)
  }

  @Test func `an unusual value is kept, unconfirmed, until a person says what it is`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    #expect(clinic.enter("spo2 36") == .ok)
    #expect(clinic.talk.contains("confirm a4"))
    var vitals = try #require(try clinic.document().events("vitals").first)
    #expect(vitals["unconfirmed"]?.flag == true)
    #expect(
      try clinic.document()["due"]?.elements.contains {
        $0["item"]?.text?.hasPrefix("confirm:") == true
      } == true
    )
    #expect(
      try clinic.document()["notices"]?.elements.contains { $0["event"] == vitals["id"] } == true
    )

    #expect(clinic.enter("confirm a4") == .ok)
    vitals = try #require(try clinic.document().events("vitals").first)
    #expect(vitals["unconfirmed"]?.flag == false)

    clinic.enter("spo2 37\nartefact a6 because probe off")
    vitals = try #require(try clinic.document().events("vitals").last)
    #expect(vitals["unconfirmed"]?.flag == false)
    #expect(vitals["artefact"]?["reason"]?.text == "probe off")
    #expect(
      try clinic.document()["notices"]?.elements.contains { $0["event"] == vitals["id"] } == false
    )
  }

  @Test func `bytes that are no UTF-8 are replaced and reported`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    let code = clinic.run(input: Array("hr 70\nnote caf".utf8) + [0xE9, 0x0A]) {
      try EnterCommand(session: "last").run(in: $0)
    }

    #expect(code == .ok)
    #expect(clinic.talk.contains("line 2"))
    #expect(try clinic.document().events("note").first?["data"]?["text"]?.text == "caf\u{FFFD}")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a line of megabytes is refused and stops nothing`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    let flood = String(repeating: "x", count: 5 << 20)

    let code = clinic.enter("note \(flood)\nhr 70\n")

    #expect(code == .badData)
    #expect(clinic.lines.count == 1)
    #expect(clinic.talk.count < 1000)
  }

  @Test func `a line about the past happened then and is late`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(60))

    #expect(clinic.enter("@14:50 note early\n@-3m hr 70\n@+2m hr 71\n") == .badData)
    #expect(clinic.talk.contains("line 3, column 1"))
    let document = try clinic.document()
    let note = try #require(document.events("note").first)
    #expect(note["occurredAt"]?.text == "2025-11-04T14:50:00.000+01:00")
    #expect(note["recordedAt"]?.text == "2025-11-04T15:46:00.000+01:00")
    #expect(note["elapsedSeconds"]?.number == 240)
    #expect(note["late"]?.flag == true)
    #expect(document.events("vitals").first?["late"]?.flag == false)
    #expect(document["events"]?.elements[3] == note)
  }

  @Test func `session time goes on over a wall clock that steps`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(10))
    clinic.wall = clinic.wall - .minutes(60)

    clinic.enter("hr 70")
    clinic.enter("hr 71")

    let document = try clinic.document()
    #expect(document.events("vitals").map { $0["elapsedSeconds"]?.number } == [600, 600])
    #expect(
      document.events("clockStepped").map { $0["data"]?["aheadMilliseconds"]?.number } == [
        -3_600_000
      ]
    )
  }

  @Test
  func `after a new start of the machine a new anchor is written, never before the last event`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(10))
    clinic.enter("hr 70")
    clinic.boot = "boot-2"
    clinic.monotonic = 1000
    clinic.wall = clinic.wall - .minutes(120)

    #expect(clinic.enter("hr 71") == .ok)
    #expect(clinic.lines.count == 1)
    clinic.pass(.minutes(5))
    #expect(clinic.enter("hr 72") == .ok)

    let document = try clinic.document()
    let kinds = document["events"]?.elements.compactMap { $0["kind"]?.text }.suffix(5)
    #expect(kinds == ["attached", "clockStepped", "vitals", "detached", "vitals"])
    #expect(document.events("vitals").map { $0["elapsedSeconds"]?.number } == [600, 600, 900])
  }

  @Test func `lines that come together may name each other`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    let code = clinic.run(
      input: Array("spo2 36\nconfirm a4\nnonsense\nnote x\nvoid a6 because y".utf8)
    ) {
      try EnterCommand(session: "last").run(in: $0)
    }

    #expect(code == .badData)
    #expect(clinic.lines.count == 4)
    let document = try clinic.document()
    #expect(document.events("vitals").first?["unconfirmed"]?.flag == false)
    #expect(document.events("note").first?["void"]?["reason"]?.text == "y")
  }

  @Test func `a source of a device is said`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()

    clinic.run { try EnterCommand(session: "last", line: "hr 70", source: .device).run(in: $0) }

    #expect(try clinic.document().events("vitals").first?["source"]?.text == "device")
  }
}
