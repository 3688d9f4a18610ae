import KapTestSupport
import KapTimeline
import Testing

struct HandOverPageTests {
  @Test func `the page says what the next one needs to know`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.join("ar", .monitor), at: -20)
    try room.type(.setFrame(.calming("music")), at: -19)
    let limit = PersonalLimit(sign: .systolic, side: .above, value: 165, reason: "treated")
    try room.type(.setLimits([limit]), at: -15)
    room.record(.set(124, 78), at: -12)
    try room.type(.give(.milligrams(40, over: 40)), at: 0)
    try room.type(.acknowledge(nil, words: "known"), at: 1)
    try room.type(.declare(.peak), at: 20)
    try room.type(.record(.set(172, 104)), at: 30)
    try room.type(.report(AdverseEffect(term: "nausea", severity: .mild)), at: 30)
    try room.type(.dropPin(), at: 31)
    let page = room.moment(32).handOverPage(offset: .utc)
    let text = page.joined(separator: "\n")
    for words in [
      "K-014", "room 2", "peak since 14:20", "minute 32", "calming: music", "172/104",
      "at 14:30", "from baseline: BP +48/+26, HR 0",
      "ketamine IV 40 mg", "32 mg in so far", "ends 14:40",
      "NOTICE at 14:30", "BP 172/104", "BP again 14:35", "nausea, mild since 14:30",
      "BP systolic 165 or more, treated", "without words: 1", "AR mon",
    ] {
      #expect(text.replacing("\n         ", with: " ").contains(words), "\(words)\n\(text)")
    }
  }

  @Test func `an order that nobody carried out is told, and one that was is not`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.join("ar", .monitor), at: -20)
    let clonidine = GivenMedicine(medicine: "clonidine", amount: "0.1 mg", orderedBy: "dr-l")
    try room.type(.takeOrder(VerbalOrder(given: clonidine, isReadBack: true)), at: 5)
    func page(_ minute: Double) -> String {
      room.moment(minute).handOverPage(offset: .utc).joined(separator: " ")
    }
    #expect(page(6).contains("NOT GIVEN YET: order clonidine 0.1 mg"))
    try room.type(.administer(clonidine), at: 7)
    #expect(!page(8).contains("NOT GIVEN YET"))
  }

  @Test(arguments: 0..<60)
  func `a page is a page, whatever happened`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let session = Session(
      replaying: RandomSession(seed: UInt64(seed), count: 150, rules: .careful()).events
    )
    var room = Room(.careful(), opened: -5)
    for _ in 0..<40 {
      room.record(.frame(.calming(HostileText.random(60, using: &generator))), at: 0)
      room.record(.effect(AdverseEffect(term: HostileText.random(9, using: &generator))), at: 1)
      room.record(.dose(5), at: 2)
    }
    for moment in [Moment(session, at: Room.at(125)), room.moment(3)] {
      let page = moment.handOverPage(offset: .utc)
      #expect(!page.isEmpty)
      #expect(page.allSatisfy { $0.count > 9 && !$0.contains("\n") })
    }
    #expect(Moment(Session(), at: Room.start).handOverPage(offset: .utc).isEmpty)
  }

  @Test func `a break is a hand-over with a return, and watch is not left without one`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.join("ar", .monitor), at: -20)
    #expect(room.refusal(of: .leave("ar"), at: -10) == nil)
    room.record(.dose(15), at: 0)
    #expect(room.refusal(of: .leave("ar"), at: 10) == .needsHandOver("ar"))
    #expect(room.refusal(of: .leave("ar", because: "fire"), at: 10) == nil)
    #expect(room.refusal(of: .handOver(to: "ar", .handOver), at: 10) == .handOverToSelf("ar"))
    #expect(room.refusal(of: .handOver(to: "ar", .back), at: 10) == .nobodyToComeBack("ar"))
    try room.type(.handOver(to: "mk", .cover, words: "lunch"), at: 10)
    #expect(room.moment(10).covering(for: "ar") == "mk")
    #expect(room.moment(10).present.map(\.person) == ["mk"])
    guard case .handOver(let change) = room.session.entries[room.session.entries.count - 3].event
    else { return }
    #expect(
      change.page
        == room.moment(10).handOverPage(offset: .utc).map {
          $0.hasPrefix("Here ") ? "Here     AR mon" : $0
        }
    )
    try room.type(.handOver(to: "ar", .back), at: 40, by: "mk")
    #expect(room.moment(40).covering(for: "ar") == nil)
    #expect(room.moment(40).present.map(\.person) == ["ar"])
    try room.type(.handOver(to: "mk", .handOver), at: 50)
    #expect(room.moment(50).present.map(\.person) == ["mk"])
  }

  @Test func `each reading is the one that was taken last`() {
    var room = Room(.careful(), opened: -20)
    room.record(.set(128, 82, heartRate: 72, saturation: 98), at: 0)
    room.record(.vitals(Vitals(bloodPressure: BloodPressure(systolic: 130, diastolic: 84))), at: 5)
    let page = room.moment(6).handOverPage(offset: .utc)
    let vitals = page.first { $0.hasPrefix("Vitals") } ?? ""
    #expect(vitals.contains("BP 130/84 at 14:05"))
    #expect(vitals.contains("72") && vitals.contains("98") && vitals.contains("at 14:00"))
    #expect(!vitals.contains("128/82"))
  }
}
