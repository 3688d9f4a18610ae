import Testing

@testable import KapTimeline

/// What has the same time as another entry comes before or after it by the one order.
struct OneOrderTests {
  private static let rules = ClinicProtocol.careful { rules in
    let item = ChecklistItem(
      key: "pressure",
      label: "BP as before",
      short: "pressure",
      isRequired: true,
      against: [
        Contradiction(quantity: "systolic", .above, 150, source: "test"),
        Contradiction(quantity: "systolic", .above, 20, basis: .percent, source: "change"),
      ],
      source: "test"
    )
    rules.careRules?.checklists[1].items.append(item)
  }

  private static func room() -> Room {
    var room = Room(rules, opened: -20)
    room.record(.set(120, 78), at: -10)
    room.record(.dose(15), at: 0)
    return room
  }

  private static let tick = Command.check([ChecklistMark(item: "pressure")])

  @Test func `a reading of a tick's minute speaks against it only if it came before`() throws {
    var room = Self.room()
    func shown(_ tick: Int, at minute: Double) -> [String] {
      room.moment(minute).unconfirmed(tick).compactMap { doubt in
        guard case .againstRecord(let shown, _, _) = doubt else { return nil }
        return String(shown.prefix(9))
      }
    }
    room.record(.set(172, 90), at: 29)
    let first = try room.type(Self.tick, at: 30, asks: false)[0]
    room.record(.set(120, 78), at: 30, written: 31)
    #expect(shown(first, at: 32) == ["BP 172/90", "BP 172/90"])
    #expect(room.refusal(of: Self.tick, at: 32, happened: 30) == nil)
    room.record(.set(181, 91), at: 30, written: 33)
    let second = try room.type(Self.tick, at: 34, happened: 30, asks: false)[0]
    room.record(.set(120, 78), at: 30, written: 35)
    #expect(shown(second, at: 36) == ["BP 181/91", "BP 181/91"])
  }

  @Test func `a moment at an entry holds nothing of the same time that comes after`() throws {
    var room = Self.room()
    let first = room.record(.set(170, 90), at: 10)
    let second = room.record(.set(205, 90), at: 10, written: 11)
    room.record(.pin(Pin(words: nil)), at: 10, written: 12)
    let session = room.session
    func raised(_ moment: Moment) -> [Int] {
      moment.notices.filter { $0.rule == "blood-pressure" }.compactMap(\.entry)
    }
    #expect(raised(Moment(session, upTo: first)) == [first])
    #expect(raised(Moment(session, upTo: second)) == [first, second])
    #expect(Moment(session, upTo: second).pins.isEmpty && room.moment(10).pins.count == 1)
    #expect(raised(Moment(session, before: second)) == [first])
    #expect(Moment(session, before: second).now == room.moment(10).now)
  }

  @Test func `a plan is held against the doses that came after it`() throws {
    var room = Room(
      .sample { rules in
        rules.bounds.append(Bound(quantity: "dose", askAbove: 500, source: "test"))
        rules.doseWarnings = []
        rules.careRules = CareRules()
      },
      opened: -20
    )
    let early = try room.type(.give(.milligrams(15)), at: 0, asks: false)[0]
    try room.type(.plan(DosePlan(dose: .milligrams(20))), at: 1, happened: 0, asks: false)
    #expect(room.moment(2).unconfirmed(early) == [])
    let late = try room.type(.give(.milligrams(20)), at: 2, happened: 0, asks: false)[0]
    #expect(room.moment(3).unconfirmed(late) == [])
    #expect(
      room.refusal(of: .give(.milligrams(5)), at: 3, happened: 0)
        == .unusual([
          .otherThanPlanned(
            Mass(milligrams: 25) ?? .zero,
            planned: Mass(milligrams: 20) ?? .zero
          )
        ])
    )
  }
}
