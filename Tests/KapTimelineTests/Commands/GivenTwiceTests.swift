import KapTimeline
import Testing

/// A medicine given twice at the very same time may be one that was written twice.
struct GivenTwiceTests {
  private static func give(_ medicine: String, _ amount: String?, _ route: String?) -> Command {
    .administer(GivenMedicine(medicine: medicine, amount: amount, route: route))
  }

  private static func room() throws -> Room {
    var room = Room(opened: -20)
    try room.type(give("ondansetron", "4mg", "iv"), at: 10)
    return room
  }

  @Test(
    arguments: [
      ("ondansetron", "4mg", "iv", 10.5, 30), ("Ondansetron", "4 mg", "IV", 11, 60),
      ("ondansetron", "4000mcg", "iv", 10, 0),
    ] as [(String, String, String, Double, Int)]
  )
  func `the same again is asked about, once, and kept when it is so`(
    medicine: String,
    amount: String,
    route: String,
    minute: Double,
    seconds: Int
  ) throws {
    var room = try Self.room()
    let again = Self.give(medicine, amount, route)
    let doubt = Doubt.givenBefore(secondsAgo: seconds)
    #expect(room.refusal(of: again, at: minute) == .unusual([doubt]))
    var piped = room
    let kept = try piped.type(again, at: minute, asks: false)[0]
    #expect(piped.moment(12).unconfirmed(kept) == [doubt])
    #expect(piped.moment(12).unconfirmedWords(of: kept).count == 1)
    try piped.type(.confirm(.name(piped.session.name(of: kept))), at: 13)
    #expect(piped.moment(14).unconfirmed(kept) == [])
    let said = try room.type(again, at: minute, isInsisted: true)[0]
    #expect(room.moment(12).unconfirmed(said) == [])
  }

  @Test func `how long ago it was is said in minutes`() {
    func question(_ seconds: Int) -> String { Doubt.givenBefore(secondsAgo: seconds).question }
    #expect(question(60) == "Given 1 min ago too: is this another one?")
    #expect(question(40) == "Given 40 s ago too: is this another one?")
  }

  @Test(
    arguments: [
      ("ondansetron", "8mg", "iv", 10.5), ("ondansetron", "4mg", "po", 10.5),
      ("ondansetron", "4mg", nil, 10.5), ("ondansetron", nil, "iv", 10.5),
      ("midazolam", "4mg", "iv", 10.5), ("ondansetron", "4mg", "iv", 11.1),
    ] as [(String, String?, String?, Double)]
  )
  func `another medicine, amount, route or time is none`(
    medicine: String,
    amount: String?,
    route: String?,
    minute: Double
  ) throws {
    let room = try Self.room()
    #expect(room.refusal(of: Self.give(medicine, amount, route), at: minute) == nil)
  }

  @Test func `what is void was not given`() throws {
    var room = try Self.room()
    try room.type(.undo(because: "mistyped"), at: 10.2)
    #expect(room.refusal(of: Self.give("ondansetron", "4mg", "iv"), at: 10.5) == nil)
  }

  @Test func `what carries out two orders, or was ordered by two people, is two`() throws {
    var room = Room(opened: -20)
    func ordered(by person: String) -> GivenMedicine {
      GivenMedicine(medicine: "clonidine", amount: "0.1mg", route: "po", orderedBy: person)
    }
    for _ in 1...2 {
      let order = VerbalOrder(given: ordered(by: "dr-a"), isReadBack: true)
      try room.type(.takeOrder(order), at: 1)
    }
    try room.type(.administer(ordered(by: "dr-a")), at: 2)
    #expect(room.refusal(of: .administer(ordered(by: "dr-a")), at: 2.5) == nil)
    try room.type(.administer(ordered(by: "dr-a")), at: 2.5)
    let third = room.refusal(of: .administer(ordered(by: "dr-a")), at: 3)
    #expect(third == .unusual([.givenBefore(secondsAgo: 30)]))
  }
}
