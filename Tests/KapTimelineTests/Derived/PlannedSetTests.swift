import KapTimeline
import Testing

/// What a planned set asks for, and rules from before it asked for anything.
struct PlannedSetTests {
  private static let needs: [VitalsSlot] = [.bloodPressure, .oxygenSaturation]

  private func room(needs: [VitalsSlot]? = needs) -> Room {
    var room = Room(.careful { $0.vitals.needs = needs }, opened: -200)
    room.record(.dose(15), at: 0)
    return room
  }

  private func lacks(_ room: Room, _ minute: Double) -> [String: [VitalsSlot]] {
    let items = room.moment(minute).due(given: []).open.filter { $0.key.hasPrefix("vitals") }
    return Dictionary(uniqueKeysWithValues: items.map { ($0.key, $0.lacks) })
  }

  @Test func `a set is done when each of its signs is read or has its reason`() throws {
    var room = room()
    #expect(lacks(room, 38)["vitals+40"] == [])
    room.record(.vitals(Vitals(heartRate: 72)), at: 38)
    #expect(lacks(room, 38)["vitals+40"] == Self.needs)
    room.record(.noReading(MissingReading(sign: .systolic, reason: "moving")), at: 39)
    #expect(lacks(room, 39)["vitals+40"] == [.oxygenSaturation])
    let late = room.moment(46)
    let item = try #require(late.due(given: []).missing.last)
    #expect(late.dueWords(for: item) == "vitals +40: SpO2")
    let reminders = late.reminders(of: late.due(given: []))
    #expect(reminders.contains { $0.subject == "vitals +40: SpO2 late" })
    var whole = room
    room.record(.vitals(Vitals(oxygenSaturation: 97)), at: 44)
    #expect(lacks(room, 44)["vitals+40"] == nil)
    whole.record(.noReading(MissingReading(sign: nil, reason: "refused")), at: 41)
    #expect(lacks(whole, 44)["vitals+40"] == nil)
  }

  @Test func `an artefact, and what lies outside the tolerance, leave the sign open`() throws {
    var room = room()
    room.record(.set(124, 78), at: 34)
    #expect(lacks(room, 40)["vitals+40"] == [])
    let set = room.record(.set(124, 78), at: 40)
    #expect(lacks(room, 40)["vitals+40"] == nil)
    try room.type(.callArtefact(.identity(room.id(set)), because: "moving"), at: 41)
    #expect(lacks(room, 42)["vitals+40"] == [])
  }

  @Test func `before the dose a marked set counts as long as it is fresh`() {
    var old = Room(.careful { $0.vitals.needs = Self.needs }, opened: -200)
    old.record(.set(124, 78, isBaseline: true), at: -180)
    #expect(old.moment(-179).due(given: []).open.allSatisfy { $0.key != "vitals-15" })
    old.record(.dose(15), at: 0)
    #expect(old.moment(1).due(given: []).missing.map(\.key) == ["vitals-15"])
    let state = old.moment(1).checklist(for: .beforeDose).first { $0.item.key == "baseline" }
    #expect(state?.words == "taken 3 h before the dose")
  }

  @Test func `rules that were frozen before take any sign, of any age`() throws {
    var room = Room(.careful(), opened: -200)
    room.record(.set(124, 78, isBaseline: true), at: -180)
    room.record(.dose(15), at: 0)
    room.record(.noReading(MissingReading(sign: .temperature, reason: "refused")), at: 40)
    #expect(lacks(room, 41)["vitals+40"] == nil)
    #expect(lacks(room, 41)["vitals-15"] == nil)
    let state = room.moment(1).checklist(for: .beforeDose).first { $0.item.key == "baseline" }
    #expect(state?.state == .shown)
    // So do lists: what was ticked before the dose stands.
    var ticked = Room(.careful(), opened: -20)
    try ticked.type(.check([ChecklistMark(item: "gait")]), at: -5)
    ticked.record(.dose(15), at: 0)
    let gait = ticked.moment(1).checklist(for: .leaving).first { $0.item.key == "gait" }
    #expect(gait?.state == .done)
  }
}
