import KapRecord
import KapStore
import KapTimeline
import Testing

@testable import KapCommands

struct EnterRemarkTests {
  @Test func `an order that nobody read back is kept, and said to be so`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("order clonidine 0.1mg po by dr-l\n")
    #expect(clinic.talk.contains("not read back"))
    #expect(try clinic.document().events("order").first?["unconfirmed"]?.flag == true)
    clinic.enter("order clonidine 0.2mg po by dr-l read back\n")
    #expect(!clinic.talk.contains("read back"))
    #expect(try clinic.document().events("order").last?["unconfirmed"]?.flag == false)
  }

  @Test func `a limit that no reading can cross is refused as a limit`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("limit bp 999/800 because x")
    #expect(clinic.talk.contains("999 cannot be a limit"))
    #expect(clinic.talk.contains("Give a limit that a reading can cross"))
    #expect(!clinic.talk.contains("device"))
  }

  @Test func `a weight that is corrected says its pounds once`() throws {
    let clinic = try Clinic()
    _ = try clinic.open(weight: nil)
    clinic.enter("weight 70kg")
    clinic.enter("correct a3 weight 154lb")
    #expect(clinic.talk.contains("a3 corrected to weight 69.85 kg (154 lb)\n"))
  }

  @Test func `a phase is called what the screen calls it, in the list and where it is refused`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("dose iv 35mg over 40m")
    clinic.enter("phase administration")
    #expect(clinic.talk.contains("dosing since"))
    clinic.run { try SessionsCommand().run(in: $0) }
    #expect(clinic.output.contains(" dosing "))
    #expect(!clinic.output.contains("administration"))
  }

  @Test func `what was typed in another unit is said in both`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("weight 160lb\ntemp 98.6f\ngiven clonidine 100mcg po\ndose iv 0.02g\n")
    #expect(clinic.talk.contains("line 1: weight 72.57 kg (160 lb)\n"))
    #expect(clinic.talk.contains("line 2: Temp 37 °C (98.6 °F)\n"))
    #expect(clinic.talk.contains("(0.02g)\n"))
    clinic.enter("plan iv 35000mcg over 40m because x")
    #expect(
      clinic.talk.contains("; 35 mg over 40 min, 72.6 kg: 0.48 mg/kg (35000mcg)\n"),
      "\(clinic.talk)"
    )
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

  @Test func `a reading too soon to be the repeat is kept and said to be`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 185/95\nbp 188/95\n")
    #expect(clinic.talk.contains("line 2: kept. BP too soon"))
    clinic.pass(.minutes(2))
    clinic.enter("bp 186/95\n")
    #expect(clinic.talk.contains("line 1: kept. BP too soon for the repeat after 5 min: it counts"))
    clinic.pass(.minutes(4))
    clinic.enter("bp 187/95\n")
    #expect(!clinic.talk.contains("too soon"))
  }

  @Test func `a consent without version and date is kept from a pipe and waits`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("check consent: abc\ncheck identity\n")
    let lines = clinic.talk.split(separator: "\n").map(String.init)
    #expect(lines.count == 1)
    #expect(
      clinic.talk.hasPrefix(
        "kap: line 1: kept and not confirmed. No version and date in these words. "
      )
    )
    let name = try #require(try clinic.document().events("check").first?["name"]?.text)
    let due = try clinic.document()["due"]?.elements ?? []
    #expect(due.contains { $0["item"]?.text?.hasPrefix("confirm:") == true })
    clinic.enter("correct \(name) check consent: version 3, 2 Nov\n")
    #expect(clinic.talk.isEmpty)
    #expect(try clinic.document().events("check").allSatisfy { $0["unconfirmed"]?.flag == false })
  }

  @Test func `words for a step are asked for after the emergency, and written from a pipe`() throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("emergency\nemergency step oxygen\nstand-down\n")
    clinic.pass(.minutes(2))
    let name = try #require(
      try clinic.document().events("emergency").dropFirst().first?["name"]?.text
    )
    func due() throws -> [String] {
      let items = try clinic.document()["due"]?.elements ?? []
      return items.filter { $0["item"]?.text?.hasPrefix("words:") == true }
        .map { "\($0["state"]?.text ?? "") \($0["required"]?.flag ?? false)" }
    }
    #expect(try due() == ["due true"])
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.lines.contains { $0.contains("words for oxygen 14:46, \(name)") })
    #expect(clinic.enter("correct \(name) emergency step oxygen: 8 l by mask\n") == .ok)
    #expect(try due().isEmpty)
    #expect(clinic.enter("correct \(name) emergency step oxygen\n") == .ok)
    #expect(try due().count == 1)
    #expect(clinic.enter("notdone words because nobody recalls\n") == .ok)
    #expect(try due().isEmpty)
  }

  @Test func `what a correction takes out of a set is said`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 128/82 hr 74 spo2 97 on o2 2l supine by cuff\n")
    let name = try #require(try clinic.document().events("vitals").first?["name"]?.text)
    clinic.enter("correct \(name) bp 126/82\n")
    #expect(clinic.talk.isEmpty)
    var data = try clinic.document().events("vitals").first?["data"]
    #expect(data?["oxygenLitres"]?.number == 2)
    #expect(data?["heartRate"]?.number == 74)
    clinic.enter("correct \(name) bp 126/82 hr 74 spo2 97 supine\n")
    #expect(clinic.talk == "kap: line 1: taken out of \(name): O2 2 L/min, by cuff.\n")
    data = try clinic.document().events("vitals").first?["data"]
    #expect(data?["oxygenLitres"] == nil)
    #expect(data?["position"]?.text == "supine")
  }

  @Test func `an end from a pipe says what was open, and the session shows it`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("dose iv 35mg over 40m")
    clinic.pass(.minutes(50))
    clinic.enter("end")
    #expect(clinic.talk.contains("kept. The session ended with these open: stay, oriented"))
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.output.contains("left open: stay, oriented"))
  }

  @Test func `a moment that is still to come is refused`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("dose iv 35mg over 40m")
    #expect(clinic.run { try ShowCommand(session: "last", at: "+600m").run(in: $0) } == .usage)
    #expect(clinic.talk.contains("+600m is still to come"))
    #expect(clinic.run { try ShowCommand(session: "last", at: "+0m").run(in: $0) } == .ok)
  }

  @Test func `a time before the session is kept and said with its date`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.pass(.minutes(5))
    #expect(clinic.enter("@-6h hr 72\nhr 74\n") == .ok)
    let lines = clinic.talk.split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    #expect(lines[0].contains("line 1: kept as typed. "))
    #expect(lines[0].hasSuffix(" Nov is 5 h 55 min before the session opened."))
    #expect(lines[1].contains("not confirmed"))
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

  @Test(
    arguments: [
      ("70", 70, "Taken: weight 70 kg (154.3 lb)."),
      ("154", 154, "Taken: weight 154 kg (339.5 lb)."),
      ("70,5", 70.5, "Taken: weight 70.5 kg (155.4 lb)."), ("70kg", 70, nil),
      ("70 kg", 70, nil), ("154lb", 69.85, "Taken: weight 69.85 kg (154 lb)."),
    ] as [(String, Double, String?)]
  )
  func `the weight of a new session is read as the language reads it`(
    typed: String,
    kilograms: Double,
    remark: String?
  ) throws {
    let said = try SaidWeight(typed)
    #expect(said.kilograms == kilograms && said.remark == remark)
    let clinic = try Clinic()
    let command = OpenCommand(
      subject: "K-014",
      protocolName: "iv-infusion",
      saidWeight: said
    )
    #expect(clinic.run { try command.run(in: $0) } == .ok)
    #expect(remark.map { clinic.talk.contains($0) } ?? clinic.talk.isEmpty, "\(clinic.talk)")
  }

  @Test(arguments: ["", "0", "-70", "seventy", "70mg", "70.5.5", "1,000", "٧٠", "9999999999", "lb"])
  func `a weight that is none is refused with what to type`(typed: String) {
    let error = #expect(throws: CommandError.self) { try SaidWeight(typed) }
    #expect(error?.message.contains("154lb") == true)
  }

  @Test func `a doubtful weight of a new session is said as not confirmed`() throws {
    let clinic = try Clinic()
    let command = OpenCommand(
      subject: "K-014",
      protocolName: "iv-infusion",
      saidWeight: try SaidWeight("440lb")
    )
    #expect(clinic.run { try command.run(in: $0) } == .ok)
    #expect(clinic.talk.contains("199.58 kg (440 lb)"))
    #expect(clinic.talk.contains("kept and not confirmed. Weight 199.58 is unusual"))
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
