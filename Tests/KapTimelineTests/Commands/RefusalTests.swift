import KapTimeline
import Testing

struct RefusalTests {
  /// A session in full swing: at minute 30 the pump runs, the phase is peak, there is one pin.
  private var room: Room {
    var room = Room(opened: -20)
    room.record(.joined(Presence(person: "ar", role: .monitor)), at: -19)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(40, over: 60), at: 0)
    room.record(.phase(PhaseDeclaration(.peak)), at: 10)
    room.record(.note(Note("a")), at: 12)
    room.record(.pin(Pin()), at: 14)
    room.record(.effect(AdverseEffect(term: "nausea")), at: 15)
    return room
  }

  @Test(
    arguments: [
      (.record(Vitals()), .nothingRead),
      (.record(Vitals(oxygenLitres: 2)), .nothingRead),
      (.score([]), .nothingRead),
      (
        .record(Vitals(oxygenSaturation: 101)),
        .cannotBe(quantity: "oxygenSaturation", value: 101, low: 30, high: 100)
      ),
      (
        .record(Vitals(heartRate: 70, oxygenLitres: 99)),
        .cannotBe(quantity: "oxygenLitres", value: 99, low: 0, high: 60)
      ),
      (
        .record(Vitals(temperature: .infinity)),
        .cannotBe(quantity: "temperature", value: .infinity, low: nil, high: nil)
      ),
      (
        .setFrame(.weight(20)), .cannotBe(quantity: "weight", value: 20, low: 25, high: 350)
      ),
      (.setFrame(.weight(0)), .cannotBe(quantity: "weight", value: 0, low: 0, high: nil)),
      (
        .score([Score(scale: "diss", value: 11)]),
        .cannotBe(quantity: "Dissociation", value: 11, low: 0, high: 10)
      ),
      (
        .score([Score(scale: "pain", value: 1)]),
        .noSuchScale("pain", known: ["dissociation", "distress", "moaas"])
      ),
      (.give(.milligrams(0)), .cannotBe(quantity: "dose", value: 0, low: 0, high: nil)),
      (
        .give(.milligrams(5, over: 0)),
        .cannotBe(quantity: "duration", value: 0, low: 0, high: nil)
      ),
      (.void(.name("a99"), because: "x"), .noSuchEntry("a99")),
      (.void(.name("a1"), because: "x"), .cannotCorrect(.opened)),
      (.void(.name("a6"), because: " "), .needsWords),
      (.wordPin(2, words: "w"), .noSuchPin(2, count: 1)),
      (.wordPin(1, words: " \t"), .needsWords),
      (.dropPin(words: ""), .needsWords),
      (.skip(.word("lunch"), because: "x"), .noSuchDue("lunch")),
      (.skip(.key("vitals+999"), because: "x"), .noSuchDue("vitals+999")),
      (.skip(.word("vitals"), because: ""), .needsWords),
      (.acknowledge(nil, words: "w"), .noNotice),
      (.acknowledge(.name("a6"), words: "w"), .noNotice),
      (.acknowledge(nil, words: ""), .needsWords),
      (.confirm(.name("a6")), .nothingToConfirm("a6")),
      (.callArtefact(.name("a4"), because: "moving"), .nothingToConfirm("a4")),
      (.callArtefact(.name("a3"), because: ""), .needsWords),
      (.write(Note("  ")), .needsWords),
      (.setFrame(.calming("")), .needsWords),
      (.missReading(nil, because: ""), .needsWords),
      (.change(TechniqueChange(name: "", edge: .start)), .needsWords),
      (.mark(ThemeMark(name: "")), .needsWords),
      (.report(AdverseEffect(term: "")), .needsWords),
      (.administer(GivenMedicine(medicine: "")), .needsWords),
      (.callOut(Call(to: "")), .needsWords),
      (
        .takeOrder(VerbalOrder(given: GivenMedicine(medicine: ""), isReadBack: true)),
        .needsWords
      ),
      (.join("", .monitor), .needsWords),
      (.join("ar", .monitor), .alreadyPresent("ar")),
      (.leave("jb"), .notPresent("jb")),
      (.declare(.peak), .samePhase(label: "peak", since: Room.at(10))),
      (.declare(.onset), .earlierPhaseNeedsReason(label: "onset")),
      (.declare(.onset, because: " "), .needsWords),
      (.declare(.discharged), .dischargedWhileOpen(["infusion running", "nausea not ended"])),
      (.end, .stillOpen(["infusion running", "nausea not ended"])),
      (.reopen(because: "x"), .sessionNotEnded),
      (
        .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 5))),
        .infusionRunning(since: Room.at(0))
      ),
      (.changeInfusion(InfusionChange(.rate)), .needsRate),
      (.changeInfusion(InfusionChange(.resume)), .infusionNotPaused),
      (.change(TechniqueChange(name: "breath", edge: .stop)), .notRunning("breath")),
      (.report(AdverseEffect(term: "rash", hasEnded: true)), .noEffect("rash")),
      (.correct(.name("a1"), with: nil, at: Room.at(1)), .cannotCorrect(.opened)),
      (.correct(.name("a6"), with: .write(Note("a"))), .nothingChanged),
      (.correct(.name("a6"), with: nil, at: Room.at(12)), .nothingChanged),
      (.correct(.name("a6"), with: nil, at: Room.at(31)), .notYet(Room.at(31))),
      (
        .correct(.name("a6"), with: nil, at: Room.at(-741)), .tooEarly(earliest: Room.at(-740))
      ),
      (.correct(.name("a6"), with: .dropPin()), .correctionOfOtherKind(.note)),
      (.correct(.name("a6"), with: .write(Note(""))), .needsWords),
      (
        .correct(.name("a4"), with: .give(.milligrams(0))),
        .cannotBe(quantity: "dose", value: 0, low: 0, high: nil)
      ),
    ] as [(Command, Refusal)]
  )
  func `a command that cannot be is refused, and says why`(command: Command, refusal: Refusal) {
    #expect(room.refusal(of: command, at: 30) == refusal)
  }

  @Test func `nothing is decided before the session is opened`() {
    let session = Session()
    let circumstances = Circumstances(author: "ar", role: .monitor, now: Room.at(0))
    #expect(throws: Refusal.notOpened) {
      try session.drafts(for: .write(Note("a")), under: circumstances)
    }
  }

  @Test func `a time to come and a time long ago are refused`() {
    let note = Command.write(Note("a"))
    #expect(room.refusal(of: note, at: 30, happened: 31) == .notYet(Room.at(31)))
    #expect(room.refusal(of: note, at: 30, happened: -740, asks: false) == nil)
    #expect(
      room.refusal(of: note, at: 30, happened: -740.1) == .tooEarly(earliest: Room.at(-740))
    )
  }

  @Test func `a pump that is still, paused or not there takes no hand that does not fit`() throws {
    var room = Room()
    let rate = DoseRate(milligramsPerHour: 50)
    for action in [InfusionChange.Action.rate, .pause, .resume, .stop] {
      let command = Command.changeInfusion(InfusionChange(action, rate: rate))
      #expect(room.refusal(of: command, at: 1) == .noInfusion)
    }
    #expect(room.refusal(of: .changeInfusion(InfusionChange(.start)), at: 1) == .needsRate)
    #expect(
      room.refusal(of: .changeInfusion(InfusionChange(.start, rate: .zero)), at: 1)
        == .cannotBe(quantity: "rate", value: 0, low: 0, high: nil)
    )
    try room.type(.changeInfusion(InfusionChange(.start, rate: rate)), at: 1)
    try room.type(.changeInfusion(InfusionChange(.pause)), at: 5)
    #expect(room.refusal(of: .changeInfusion(InfusionChange(.pause)), at: 6) == .infusionPaused)
    try room.type(.changeInfusion(InfusionChange(.resume)), at: 7)
    try room.type(.changeInfusion(InfusionChange(.stop)), at: 9)
    #expect(room.refusal(of: .changeInfusion(InfusionChange(.stop)), at: 10) == .noInfusion)
    // At an earlier time it was otherwise.
    #expect(room.refusal(of: .changeInfusion(InfusionChange(.stop)), at: 10, happened: 3) == nil)
  }

  @Test func `what is in error is not put in error again`() throws {
    var room = room
    try room.type(.void(.name("a6"), because: "mistyped"), at: 30)
    #expect(room.refusal(of: .void(.name("a6"), because: "x"), at: 31) == .alreadyVoid("a6"))
    #expect(
      room.refusal(of: .correct(.name("a6"), with: .write(Note("b"))), at: 31) == .alreadyVoid("a6")
    )
    #expect(
      room.refusal(of: .correct(.name("a9"), with: .write(Note("b"))), at: 31)
        == .cannotCorrect(.void)
    )
    try room.type(.void(.name("a3"), because: "mistyped"), at: 32)
    #expect(room.refusal(of: .confirm(.name("a3")), at: 33) == .nothingToJudge("a3"))
    #expect(
      room.refusal(of: .callArtefact(.name("a3"), because: "x"), at: 33) == .nothingToJudge("a3")
    )
  }

  @Test func `a technique that runs is not begun again, at its own time`() throws {
    var room = Room()
    let start = Command.change(TechniqueChange(name: "silence", group: "silence", edge: .start))
    try room.type(start, at: 31)
    let running = Refusal.alreadyRunning("silence", group: "silence", since: Room.at(31))
    #expect(room.refusal(of: start, at: 40) == running)
    #expect(room.refusal(of: start, at: 40, happened: 35) == running)
    #expect(room.refusal(of: start, at: 40, happened: 20) == nil)
    let other = Command.change(TechniqueChange(name: "music", edge: .start))
    #expect(room.refusal(of: other, at: 40) == nil)
    try room.type(.change(TechniqueChange(name: "silence", edge: .stop)), at: 41)
    #expect(room.refusal(of: start, at: 42) == nil)
    #expect(room.refusal(of: start, at: 42, happened: 40) == running)
  }

  @Test func `an effect that is open is said again only where it is otherwise now`() throws {
    var room = Room()
    func nausea(_ severity: AdverseEffect.Severity? = nil) -> Command {
      .report(AdverseEffect(term: "nausea", severity: severity))
    }
    try room.type(nausea(.mild), at: 31)
    #expect(room.refusal(of: nausea(.mild), at: 40) == .effectOpen("nausea", since: Room.at(31)))
    #expect(room.refusal(of: nausea(), at: 40) == .effectOpen("nausea", since: Room.at(31)))
    #expect(room.refusal(of: nausea(.mild), at: 40, happened: 30) == nil)
    try room.type(nausea(.severe), at: 41)
    #expect(room.refusal(of: nausea(.severe), at: 42) == .effectOpen("nausea", since: Room.at(31)))
    #expect(room.refusal(of: nausea(.mild), at: 42) == nil)
    try room.type(.report(AdverseEffect(term: "nausea", hasEnded: true)), at: 43)
    #expect(room.refusal(of: nausea(.severe), at: 44) == nil)
  }

  @Test func `where nothing is due nothing is put off`() {
    let room = Room(.sample { $0.scores = nil })
    #expect(room.refusal(of: .postpone(nil), at: 1) == .nothingDue)
    #expect(room.refusal(of: .postpone(.word("vitals")), at: 1) == nil)
  }

  @Test func `a person without an entry has none to undo`() {
    #expect(Room().refusal(of: .undo(because: "x"), at: 1) == .noEntryToUndo)
  }
}
