import KapTimeline
import Testing

struct BaselineTests {
  @Test func `the baseline is the last set before the dose`() {
    var room = Room()
    let first = room.record(.set(120, 80), at: 1)
    let second = room.record(.set(124, 78), at: 5)
    #expect(room.moment(2).baseline?.entry == first)
    #expect(room.moment(6).baseline?.entry == second)
    room.record(.dose(15), at: 8)
    room.record(.set(150, 90), at: 18)
    #expect(room.moment(20).baseline?.entry == second)
  }

  @Test func `of what has the time of the dose only what stands before it is before the dose`() {
    var room = Room()
    let first = room.record(.set(120, 80), at: 3)
    room.record(.set(124, 78), at: 8, written: 19)
    room.record(.dose(15), at: 8, written: 19)
    room.record(.set(164, 102), at: 8, written: 19)
    let set = room.record(.set(166, 102), at: 18, written: 19)
    let baseline = room.moment(20).baseline
    #expect(baseline?.entry == first + 1)
    #expect(baseline?.vitals.bloodPressure?.text == "124/78")
    let notice = room.moment(20).notices.last { $0.entry == set }
    #expect(notice?.crossings.contains { $0.limit.basis != .absolute } ?? false)
  }

  @Test func `a sign that is read alone takes no other one away`() throws {
    var room = Room()
    room.record(.set(100, 60, heartRate: 60), at: 1)
    room.record(.vitals(Vitals(oxygenSaturation: 97)), at: 5)
    room.record(.vitals(Vitals(temperature: 36.6, isBaseline: true)), at: 6)
    room.record(.dose(15), at: 8)
    let set = room.record(.set(145, 80, heartRate: 95), at: 20)
    let base = try #require(room.moment(21).baseline?.vitals)
    #expect(base.bloodPressure?.text == "100/60")
    #expect((base.heartRate, base.oxygenSaturation, base.temperature) == (60, 97, 36.6))
    let notices = room.moment(21).notices.filter { $0.entry == set }
    #expect(notices.flatMap(\.crossings).contains { $0.limit.basis != .absolute })
  }

  @Test func `a marked set is the baseline whenever it was taken, the last of several`() {
    var room = Room()
    room.record(.set(120, 80), at: 1)
    let marked = room.record(.set(124, 78, isBaseline: true), at: 2)
    room.record(.set(130, 80), at: 3)
    room.record(.dose(15), at: 8)
    #expect(room.moment(9).baseline?.entry == marked)
    let again = room.record(.set(126, 79, isBaseline: true), at: 12)
    #expect(room.moment(11).baseline?.entry == marked)
    #expect(room.moment(12).baseline?.entry == again)
  }

  @Test func `error, artefact and correction move the baseline`() {
    var room = Room()
    let first = room.record(.set(120, 80), at: 1)
    let second = room.record(.set(124, 78), at: 5)
    room.record(.dose(15), at: 8)
    let verdict = room.record(
      .confirmation(Verdict(target: room.id(second), isArtefact: true, reason: "cuff")),
      at: 9
    )
    #expect(room.moment(10).baseline?.entry == first)
    room.record(.void(Withdrawal(target: room.id(verdict), reason: "x")), at: 10)
    #expect(room.moment(10).baseline?.entry == second)
    let late = Correction(
      target: room.id(second),
      replacement: .set(124, 78),
      occurredAt: Room.at(9)
    )
    room.record(.correction(late), at: 11)
    #expect(room.moment(12).baseline?.entry == first)
    room.record(.void(Withdrawal(target: room.id(first), reason: "x")), at: 12)
    #expect(room.moment(12).baseline == nil)
  }

  @Test func `the last sets are those that stand, in order`() {
    var room = Room()
    let sets = (1...5).map { minute in room.record(.set(120, 80), at: Double(minute)) }
    room.record(.void(Withdrawal(target: room.id(sets[3]), reason: "x")), at: 9)
    let artefact = Verdict(target: room.id(sets[2]), isArtefact: true)
    room.record(.confirmation(artefact), at: 9)
    #expect(room.moment(10).lastVitals(2).map(\.entry) == [sets[1], sets[4]])
    #expect(room.moment(10).lastVitals(9).map(\.entry) == [sets[0], sets[1], sets[4]])
    #expect(room.moment(2).lastVitals(1).map(\.entry) == [sets[1]])
    #expect(room.moment(10).lastVitals(0).isEmpty)
  }
}
