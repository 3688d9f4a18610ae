import KapTimeline
import Testing

/// A correction of a hand on the pump is of that hand, and of what else was so then.
struct CorrectedPumpTests {
  private static let start = InfusionChange(.start, rate: DoseRate(milligramsPerHour: 50))

  @Test(arguments: [
    InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 40)), InfusionChange(.pause),
    InfusionChange(.resume), InfusionChange(.stop),
  ])
  func `a start stays one, and minute zero with it`(other: InfusionChange) throws {
    var room = Room(opened: -20)
    let pump = try room.type(.changeInfusion(Self.start), at: 0)[0]
    let entry = EntryReference.identity(room.id(pump))
    #expect(
      room.refusal(of: .correct(entry, with: .changeInfusion(other)), at: 5)
        == .correctionOfOtherKind(.infusion)
    )
    let slower = InfusionChange(.start, rate: DoseRate(milligramsPerHour: 30))
    try room.type(.correct(entry, with: .changeInfusion(slower)), at: 6)
    #expect(room.moment(10).zero == Room.at(0))
    #expect(room.moment(10).totalGiven.milligrams == 5)
  }

  @Test(arguments: [InfusionChange.Action.start, .rate])
  func `a rate is wanted in a correction too`(action: InfusionChange.Action) throws {
    var room = Room(opened: -20)
    var pump = try room.type(.changeInfusion(Self.start), at: 0)[0]
    if action == .rate {
      let faster = InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 60))
      pump = try room.type(.changeInfusion(faster), at: 3)[0]
    }
    let entry = EntryReference.identity(room.id(pump))
    #expect(
      room.refusal(of: .correct(entry, with: .changeInfusion(InfusionChange(action))), at: 5)
        == .needsRate
    )
  }

  @Test func `an answer is held against the record of when it was given`() throws {
    var room = Room(.careful(), opened: -20)
    room.record(.dose(15), at: 0)
    let early = ChecklistMark(item: "stay", answer: .no, words: "left against advice")
    let mark = try room.type(.check([early]), at: 60)[0]
    let reached = Command.check([ChecklistMark(item: "stay", answer: .done)])
    let entry = EntryReference.identity(room.id(mark))
    #expect(
      room.refusal(of: .correct(entry, with: reached), at: 130)
        == .stayNotReached(until: Room.at(100))
    )
    #expect(room.refusal(of: .correct(entry, with: reached, at: Room.at(110)), at: 130) == nil)
  }
}
