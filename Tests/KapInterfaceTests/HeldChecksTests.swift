import KapCanvas
import KapTestRules
import KapTimeline
import Testing

@testable import KapInterface

/// What the program's own protocols ask of the gate and of a tick, by lines and by keys.
struct HeldChecksTests {
  private func high() throws -> Room {
    let room = try Room(hasChecks: true)
    try room.enter("join jb as therapist", at: "13:47")
    try room.enter("172/104 88 98 14", at: "13:50")
    return room
  }

  @Test(arguments: [
    "check gate: fine", "check gate: by jb: fine", "check gate by ar: fine",
    "check gate n/a: known",
  ]) func `nobody but the prescriber lifts a hold`(line: String) throws {
    let room = try high()
    #expect(
      room.refusal(of: line) == "BP 172/104: held until the prescriber says otherwise."
    )
    #expect(room.state(of: "gate")?.state == .open)
  }

  @Test(arguments: ["check gate: by dr-l: known, treated", "check gate by dr-l: known, treated"])
  func `the word of the prescriber lifts it, and the plan says so`(line: String) throws {
    let room = try high()
    try room.enter(line, at: "13:52")
    #expect(room.lastWords == "check BP, by Dr L: known, treated")
    #expect(room.state(of: "gate")?.words == "by Dr L: known, treated")
    try room.enter("plan iv 35mg over 40m because seen on the ward", at: "13:53")
    #expect(room.lastWords.contains(", although BP 172/104 and identity, consent date, "))
    #expect(room.lastWords.hasSuffix(" open, because seen on the ward"))
  }

  @Test func `with all else done the plan still says what held it and who let it be`() throws {
    var rules = try builtInRules("iv-infusion")
    rules.careRules?.checklists[0].items.removeAll { $0.key != "gate" }
    let room = try Room(under: rules)
    try room.enter("172/104 88 98 14", at: "13:50")
    #expect(
      room.refusal(of: "plan iv 35mg over 40m") == "The dose waits for: BP: the prescriber's word."
    )
    try room.enter("check gate: by dr-l: known, treated", at: "13:52")
    try room.enter("plan iv 35mg over 40m", at: "13:53")
    #expect(room.lastWords.hasSuffix("although BP 172/104, because known, treated, by Dr L"))
  }

  @Test func `what is wanted of a pressure that was taken is said, once it was taken`() throws {
    var rules = try builtInRules("iv-infusion")
    rules.careRules?.checklists[0].items.removeAll { $0.key != "gate" }
    let room = try Room(under: rules)
    #expect(room.refusal(of: "plan iv 35mg over 40m") == "The dose waits for: BP.")
    try room.enter("168/98 88 98 14", at: "13:50")
    try room.enter("152/94 84 98 14", at: "13:55")
    #expect(
      room.refusal(of: "plan iv 35mg over 40m") == "The dose waits for: BP: a caution note."
    )
    let sitting = try Sitting(in: room, size: Size(rows: 36, columns: 120))
    sitting.press(":plan iv 35mg over 40m")
    let open = Worksheet(sitting.interface)?.rows.first { $0.label == "open" }
    #expect(open?.words == "BP: a caution note")
    sitting.press("⌃u⎋⎋")
    try room.enter("check gate: nervous, seen", at: "13:56")
    #expect(room.refusal(of: "plan iv 35mg over 40m") == nil)
  }

  @Test func `a prescriber at the keys says it in the own name, and another one by name`() throws {
    let room = try high()
    try room.enter("join dr-l as prescriber", at: "13:51")
    try room.enter("check gate: known, treated", at: "13:52", by: "dr-l", .prescriber)
    #expect(room.state(of: "gate")?.state == .done)
    try room.enter("176/106 88 98 14", at: "13:54")
    #expect(room.state(of: "gate")?.state == .open)
  }

  @Test func `with no pressure at all a word is no gate`() throws {
    let room = try Room(hasChecks: true)
    try room.enter("hr 80", at: "13:50")
    #expect(
      room.refusal(of: "check gate: later")
        == "No reading for “BP within the limits before the dose”: held until the prescriber says "
        + "otherwise."
    )
    #expect(room.refusal(of: "check gate: by dr-l: no cuff fits") == nil)
    // A pulse after it takes nothing away, a pressure beyond the limits does.
    try room.enter("hr 82", at: "13:52")
    #expect(room.state(of: "gate")?.state == .done)
    try room.enter("172/104", at: "13:53")
    #expect(room.state(of: "gate")?.state == .open)
  }

  @Test func `a note of caution is anybody's`() throws {
    let room = try Room(hasChecks: true)
    try room.enter("146/92 88 98 14", at: "13:50")
    #expect(room.refusal(of: "check gate: nervous, seen") == nil)
    #expect(room.state(of: "gate")?.state == .done)
  }

  @Test func `a bare tick stands for no fact that the record lacks`() throws {
    let room = try Room(hasChecks: true)
    for item in ["staff", "escort", "suicidality", "intention"] {
      #expect(room.refusal(of: "check \(item)")?.hasPrefix("The record does not show") == true)
      #expect(room.refusal(of: "check \(item): said in words") == nil)
    }
    try room.enter("join jb as therapist")
    try room.enter("escort sister")
    #expect(room.refusal(of: "check staff") == nil)
    #expect(room.refusal(of: "check escort") == nil)
  }

  @Test func `the list for leaving begins with the dose`() throws {
    let room = try Room(hasChecks: true)
    #expect(
      room.refusal(of: "check oriented, awake, gait")
        == "The list for leaving begins with the dose."
    )
    let sitting = try Sitting(in: room)
    let before = sitting.count
    sitting.press(":check oriented⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("begins with the dose"))
    try room.enter("dose iv 35mg over 40m", at: "14:00")
    try room.enter("check oriented", at: "14:05")
    #expect(room.state(of: "oriented")?.state == .done)
    // Another dose after it: nobody is as ready as before it.
    try room.enter("dose iv 10mg", at: "14:10")
    #expect(room.state(of: "oriented")?.state == .open)
    #expect(room.state(of: "oriented")?.words == "answered before the dose")
    try room.enter("check oriented", at: "14:50")
    #expect(room.state(of: "oriented")?.state == .done)
  }

  private func nearLeaving(_ lines: [String]) throws -> Room {
    let room = try Room(hasChecks: true)
    try room.enter("124/78 72 98 14", at: "13:55")
    try room.enter("diss 0 moaas 5 distress 2", at: "13:56")
    try room.enter("dose iv 35mg over 40m", at: "14:00")
    for line in lines { try room.enter(line, at: "15:30") }
    return room
  }

  @Test(
    arguments: [
      ("awake", ["moaas 4"], ["moaas 5"], "The record shows MOAA/S 4 at 15:30."),
      ("dissociation", ["diss 5"], ["diss 0"], "The record shows Dissociation 5 at 15:30."),
      ("air", ["spo2 90"], ["spo2 97"], "The record shows SpO2 90 at 15:30."),
      (
        "air", ["spo2 96 on o2 2l"], ["spo2 96 on air"],
        "The record shows oxygen 2 L/min at 15:30."
      ),
      (
        "pressure", ["156/88"], ["130/80"],
        "The record shows BP 156/88 at 15:30, baseline BP 124/78."
      ),
    ] as [(String, [String], [String], String)]
  ) func `a tick against the record is asked about once`(
    item: String,
    against: [String],
    with: [String],
    question: String
  ) throws {
    let room = try nearLeaving(against)
    #expect(room.asked(about: item) == question)
    let sitting = try Sitting(in: room).press(":check \(item)⏎")
    #expect(sitting.screen.contains("The record shows"))
    sitting.press("y")
    #expect(room.state(of: item)?.state == .done)
    #expect(try nearLeaving(with).asked(about: item) == nil)
  }

  @Test func `in the list the question comes back to the list`() throws {
    let room = try nearLeaving(["moaas 4"])
    let sitting = try Sitting(in: room).press(":leaving⏎")
    while sitting.chosenCheck?.item.key != "awake" { sitting.press("↓") }
    let before = sitting.count
    sitting.press("⏎")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("The record shows MOAA/S 4"), "\(sitting.screen)")
    sitting.press("y")
    #expect(sitting.count == before + 1)
    #expect(sitting.chosenCheck != nil)
  }

  @Test func `from a pipe such a tick is kept and waits to be confirmed`() throws {
    let room = try nearLeaving(["moaas 4"])
    let session = Session(replaying: room.events)
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      now: room.now,
      offset: Room.offset,
      asks: false
    )
    let drafts = try session.drafts(
      for: .check([ChecklistMark(item: "awake")]),
      under: circumstances
    )
    #expect(drafts.map(\.isUnasked) == [true])
  }

  @Test func `the last dissociation stands over the list for leaving`() throws {
    let room = try nearLeaving(["130/80 76 97 14", "diss 3 moaas 5"])
    for size in [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)] {
      let sitting = try Sitting(in: room, size: size).press(":leaving⏎")
      #expect(sitting.screen.contains("Dissoc 3"), "\(sitting.screen)")
    }
  }

  @Test func `what was not done is not counted as done`() throws {
    let room = try nearLeaving([])
    let sitting = try Sitting(in: room, size: Size(rows: 36, columns: 120))
    let before = sitting.interface.findings.due
    try room.enter("notdone vitals because refused", at: "15:31")
    let after = try Sitting(in: room, size: Size(rows: 36, columns: 120))
    #expect(after.interface.findings.due.done == before.done)
    #expect(
      after.screen.contains("\(before.done) of \(before.total) done, 1 not done"),
      "\(after.screen)"
    )
  }

  @Test(arguments: ["suicidal thoughts", "suicidality", "suicidal ideation"])
  func `suicidal thoughts are urgent as an effect`(term: String) throws {
    let room = try nearLeaving(["effect \"\(term)\""])
    let moment = room.moment
    let notice = try #require(moment.open(moment.notices).first { $0.rule == Notice.urgentEffect })
    #expect(notice.urgency == .urgent)
    #expect(notice.nextStep == "C-SSRS now, and escalate")
  }

  @Test func `a no to the item is urgent until it is acknowledged, whatever is said after`() throws
  {
    let room = try nearLeaving(["check thoughts no: would rather not be here"])
    func open() -> [Notice] {
      let moment = room.moment
      return moment.open(moment.notices).filter { $0.rule == "check-thoughts" }
    }
    #expect(open().map(\.nextStep) == ["C-SSRS now, and escalate"])
    #expect(open().map(\.urgency) == [.urgent])
    let notice = try #require(open().first)
    let words = room.moment.words(for: notice, offset: Room.offset).sentence
    #expect(words == "thoughts: no. C-SSRS now, and escalate.")
    try room.enter("check thoughts no: says it again", at: "15:32")
    #expect(open().count == 1)
    try room.enter("ack: dr-l with them, C-SSRS done", at: "15:33")
    #expect(open().isEmpty)
    #expect(room.moment.gate.allSatisfy { $0.item.key != "thoughts" })
  }
}
