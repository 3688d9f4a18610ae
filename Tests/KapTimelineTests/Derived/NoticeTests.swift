import KapTimeline
import Testing

struct NoticeTests {
  private var dosed: Room {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    return room
  }

  @Test func `a crossed limit raises a notice with its value, its limit and its repeat`() throws {
    var room = dosed
    let set = room.record(.set(165, 80), at: 10)
    let notice = try #require(room.moment(11).notices.first)
    #expect(notice.rule == "blood-pressure")
    #expect(notice.urgency == .notice)
    #expect(notice.entry == set)
    #expect(notice.since == Room.at(10))
    #expect(notice.crossings.map(\.limit.value) == [160, 20])
    #expect(notice.crossings.map(\.value) == [165, 165])
    #expect(notice.repeatBy == Room.at(15))
    #expect(notice.isOpen)
    #expect(room.moment(9).notices.isEmpty)
  }

  @Test func `the first red reading asks for a repeat, the second counts`() {
    var room = dosed
    room.record(.set(185, 80), at: 10)
    #expect(room.moment(10).notices.map(\.urgency) == [.notice])
    room.record(.set(182, 80), at: 15)
    #expect(room.moment(15).notices.map(\.urgency) == [.notice, .urgent])
    #expect(room.moment(15).open(room.moment(15).notices).map(\.urgency) == [.urgent])
    #expect(room.moment(15).notices.last?.nextStep == "hold, call the prescriber")
    #expect(room.moment(15).notices.first?.nextStep == nil)
  }

  @Test func `two red readings with a good one between are two first ones`() {
    var room = dosed
    for (minute, systolic) in [(10.0, 185.0), (15, 130), (20, 185)] {
      room.record(.set(systolic, 80), at: minute)
    }
    #expect(room.moment(20).notices.map(\.urgency) == [.notice, .notice])
  }

  @Test func `from the value that counts at once no repeat is needed`() {
    var room = dosed
    room.record(.set(200, 80), at: 10)
    #expect(room.moment(10).notices.map(\.urgency) == [.urgent])
  }

  @Test func `a limit that needs no repeat counts whatever it says of at once`() {
    let limit = Limit(
      rule: "r",
      sign: .heartRate,
      side: .above,
      value: 100,
      urgency: .urgent,
      needsRepeat: false,
      atOnce: 150,
      source: "test"
    )
    #expect(limit.countsAtOnce(101))
  }

  @Test func `a change from baseline needs a baseline, and the baseline none against itself`() {
    var room = Room(opened: -20)
    room.record(.set(124, 78, heartRate: 110), at: -15)
    room.record(.set(124, 78, heartRate: 70), at: -12)
    room.record(.set(124, 78, heartRate: 105), at: -10)
    #expect(room.moment(-10).notices.isEmpty)
    room.record(.dose(15), at: 0)
    #expect(room.moment(5).notices.isEmpty)
    room.record(.set(124, 78, heartRate: 134), at: 10)
    #expect(room.moment(10).notices.isEmpty)
    room.record(.set(124, 78, heartRate: 135), at: 20)
    #expect(room.moment(20).notices.map(\.rule) == ["heart-rate"])
    #expect(room.moment(20).notices.first?.crossings.map(\.measure) == [30])
  }

  @Test func `without a baseline nothing is relative`() {
    var room = Room(opened: -20)
    room.record(.dose(15), at: 0)
    room.record(.set(124, 78, heartRate: 60), at: 10)
    room.record(.set(124, 78, heartRate: 120), at: 20)
    #expect(room.moment(20).notices.isEmpty)
  }

  @Test func `a baseline marked later does not judge what came before it`() {
    var room = dosed
    room.record(.set(124, 78, heartRate: 105), at: 10)
    #expect(room.moment(10).notices.count == 1)
    room.record(.set(124, 78, heartRate: 100, isBaseline: true), at: 15)
    room.record(.set(124, 78, heartRate: 105), at: 20)
    #expect(room.moment(20).notices.map(\.since) == [Room.at(10)])
    room.record(.set(124, 78, heartRate: 130), at: 25)
    #expect(room.moment(25).notices.map(\.since) == [Room.at(10), Room.at(25)])
  }

  @Test func `a mere notice clears when the reading comes back, an urgent one latches`() {
    var room = dosed
    room.record(.set(165, 80, saturation: 88), at: 10)
    room.record(.vitals(Vitals(heartRate: 70)), at: 12)
    #expect(room.moment(12).notices.allSatisfy { $0.clearedAt == nil && $0.repeatedAt == nil })
    room.record(.set(124, 78), at: 15)
    let moment = room.moment(15)
    #expect(moment.notices.map(\.clearedAt) == [Room.at(15), Room.at(15)])
    #expect(moment.open(moment.notices).map(\.rule) == ["oxygen-saturation"])
    room.record(
      .acknowledgement(
        Acknowledgement(event: room.id(3), rule: "oxygen-saturation", words: "probe")
      ),
      at: 16
    )
    #expect(room.moment(15.5).open(room.moment(15.5).notices).count == 1)
    #expect(room.moment(16).open(room.moment(16).notices).isEmpty)
  }

  @Test func `a newer notice of a rule takes up the older unless that was more urgent`() {
    var room = dosed
    let first = room.record(.set(165, 80), at: 10)
    let second = room.record(.set(210, 80), at: 15)
    room.record(.set(166, 80), at: 20)
    let notices = room.moment(20).notices
    #expect(notices.map(\.supersededBy) == [second, nil, nil])
    #expect(room.moment(20).open(notices).map(\.urgency) == [.urgent, .notice])
    room.record(.void(Withdrawal(target: room.id(second), reason: "x")), at: 21)
    #expect(room.moment(21).notices.map(\.entry) == [first, second + 1])
    #expect(room.moment(21).open(room.moment(21).notices).count == 1)
  }

  @Test func `a notice of another value stands beside one that nobody has acknowledged`() {
    var room = dosed
    room.record(.set(210, 80), at: 10)
    room.record(.set(140, 105), at: 11)
    #expect(room.moment(11).notices.map(\.supersededBy) == [nil, nil])
    #expect(room.moment(11).open(room.moment(11).notices).count == 2)
  }

  @Test func `what a notice took up is acknowledged with it`() {
    var room = dosed
    room.record(.set(210, 80), at: 10)
    let second = room.record(.set(212, 80), at: 15)
    #expect(room.moment(15).notices.map(\.isOpen) == [false, true])
    room.record(
      .acknowledgement(
        Acknowledgement(event: room.id(second), rule: "blood-pressure", words: "seen")
      ),
      at: 16
    )
    #expect(room.moment(16).notices.allSatisfy { $0.acknowledgedBy != nil })
  }

  @Test func `error and artefact take a notice away, and give it back`() {
    var room = dosed
    let set = room.record(.set(210, 80), at: 10)
    let void = room.record(.void(Withdrawal(target: room.id(set), reason: "x")), at: 11)
    #expect(room.moment(12).notices.isEmpty)
    room.record(.void(Withdrawal(target: room.id(void), reason: "x")), at: 12)
    #expect(room.moment(12).notices.count == 1)
    room.record(.confirmation(Verdict(target: room.id(set), isArtefact: true)), at: 13)
    #expect(room.moment(13).notices.isEmpty)
  }

  @Test func `an artefact between does not count as the repeat`() {
    var room = dosed
    let first = room.record(.set(185, 80), at: 10)
    room.record(.set(185, 80), at: 15)
    #expect(room.moment(15).notices.map(\.urgency) == [.notice, .urgent])
    room.record(.confirmation(Verdict(target: room.id(first), isArtefact: true)), at: 16)
    #expect(room.moment(16).notices.map(\.urgency) == [.notice])
  }

  @Test func `a correction judges anew, and asks anew when what was acknowledged changed`() throws {
    var room = dosed
    let set = room.record(.set(172, 80), at: 10)
    try room.type(.acknowledge(nil, words: "cuff moved"), at: 11)
    #expect(room.moment(11).notices.first?.acknowledgedBy != nil)
    try room.type(.correct(.identity(room.id(set)), with: .record(Vitals(heartRate: 80))), at: 12)
    #expect(room.moment(12).notices.first?.acknowledgedBy != nil)
    let other = Vitals(bloodPressure: BloodPressure(systolic: 202, diastolic: 90))
    let correction = try room.type(.correct(.identity(room.id(set)), with: .record(other)), at: 13)
    #expect(room.moment(13).notices.map(\.urgency) == [.urgent])
    #expect(room.moment(13).notices.first?.acknowledgedBy == nil)
    try room.type(.acknowledge(nil, words: "Dr L told"), at: 14)
    #expect(room.moment(14).notices.first?.isOpen == false)
    room.record(.void(Withdrawal(target: room.id(correction[0]), reason: "x")), at: 15)
    #expect(room.moment(15).notices.map(\.urgency) == [.notice])
  }

  @Test func `a dose beyond the warning stands as a notice until a person says it is so`() {
    var room = dosed
    room.record(.frame(.weight(50)), at: -15)
    let dose = room.record(.dose(45), at: 5)
    let notice = room.moment(6).notices.first
    #expect(notice?.rule == "dose")
    #expect(notice?.entry == dose)
    #expect(notice?.urgency == .urgent)
    room.record(.confirmation(Verdict(target: room.id(dose), isArtefact: false)), at: 7)
    #expect(room.moment(7).notices.isEmpty)
  }

  @Test func `a hard warning holds for all doses together`() {
    var room = Room(opened: -20)
    room.record(.frame(.weight(50)), at: -15)
    let doses = [30.0, 15, 10].enumerated().map { place, amount in
      room.record(.dose(amount), at: Double(place))
    }
    #expect(room.moment(9).notices.map(\.entry) == [doses[2]])
    #expect(
      room.moment(9).unconfirmed(doses[2]) == [
        .doses(total: Mass(nanograms: 55_000_000), above: 1, isPerKilogram: true)
      ]
    )
    room.record(.void(Withdrawal(target: room.id(doses[0]), reason: "x")), at: 10)
    #expect(room.moment(10).notices.isEmpty)
  }
}
