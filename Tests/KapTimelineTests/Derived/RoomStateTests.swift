import KapTimeline
import Testing

struct RoomStateTests {
  @Test func `each phase lasts until the next, as declared`() {
    var room = Room()
    let baseline = room.record(.phase(PhaseDeclaration(.baseline)), at: 1)
    let peak = room.record(.phase(PhaseDeclaration(.peak)), at: 11)
    let onset = room.record(.phase(PhaseDeclaration(.onset)), at: 4, written: 12)
    let stretches = room.moment(20).phases
    #expect(stretches.map(\.phase) == [.baseline, .onset, .peak])
    #expect(stretches.map(\.entry) == [baseline, onset, peak])
    #expect(stretches.map(\.from) == [Room.at(1), Room.at(4), Room.at(11)])
    #expect(stretches.map(\.to) == [Room.at(4), Room.at(11), nil])
    #expect(room.moment(5).phase?.phase == .onset)
    room.record(.void(Withdrawal(target: room.id(peak), reason: "x")), at: 13)
    #expect(room.moment(20).phase?.phase == .onset)
    #expect(room.moment(20).phase?.to == nil)
    #expect(room.moment(0).phase == nil)
  }

  @Test func `the next phase is the one that usually follows, among the clinic's`() {
    var rules = ClinicProtocol.sample()
    rules.phases.removeAll { $0.phase == .onset }
    var room = Room(rules)
    #expect(room.moment(0).nextPhase == .preparation)
    room.record(.phase(PhaseDeclaration(.administration)), at: 1)
    #expect(room.moment(1).nextPhase == .peak)
    room.record(.phase(PhaseDeclaration(.discharged)), at: 2)
    #expect(room.moment(2).nextPhase == .discharged)
  }

  @Test func `who is here follows joining and leaving`() {
    var room = Room()
    room.record(.joined(Presence(person: "ar", role: .monitor)), at: 1)
    room.record(.joined(Presence(person: "jb", role: .therapist)), at: 2)
    room.record(.left(Presence(person: "ar")), at: 10)
    room.record(.joined(Presence(person: "mk", role: .monitor)), at: 11)
    let again = room.record(.joined(Presence(person: "jb", role: .supervisor)), at: 12)
    #expect(room.moment(2).present.map(\.person) == ["ar", "jb"])
    #expect(room.moment(12).present.map(\.person) == ["mk", "jb"])
    #expect(room.moment(12).present.last?.role == .supervisor)
    room.record(.void(Withdrawal(target: room.id(again), reason: "x")), at: 13)
    #expect(room.moment(13).present.map(\.person) == ["jb", "mk"])
  }

  @Test func `a fact holds until it is said anew`() {
    var room = Room()
    room.record(.frame(.weight(70)), at: 1)
    room.record(.frame(.calming("slower music")), at: 1)
    let second = room.record(.frame(.weight(71.5)), at: 5)
    #expect(room.moment(4).weight == 70)
    #expect(room.moment(5).weight == 71.5)
    room.record(.void(Withdrawal(target: room.id(second), reason: "x")), at: 6)
    #expect(room.moment(5).weight == 70)
    #expect(room.moment(6).frame["calming"] == .calming("slower music"))
    #expect(room.moment(6).room == "room 2")
    room.record(.frame(.room("room 3")), at: 7)
    #expect(room.moment(7).room == "room 3")
  }

  @Test func `what has begun runs until it is stopped, once under one name`() {
    var room = Room()
    func change(_ name: String, _ edge: Edge) -> Event {
      .technique(TechniqueChange(name: name, edge: edge))
    }
    room.record(change("mask", .start), at: 1)
    room.record(change("music", .start), at: 2)
    let again = room.record(change("music", .start), at: 5)
    room.record(change("prompt", .once), at: 6)
    #expect(room.moment(6).running.map(\.name) == ["mask", "music"])
    #expect(room.moment(6).running.last?.since == Room.at(5))
    #expect(room.moment(6).running.last?.entry == again)
    let stop = room.record(change("mask", .stop), at: 7)
    #expect(room.moment(7).running.map(\.name) == ["music"])
    room.record(.void(Withdrawal(target: room.id(stop), reason: "x")), at: 8)
    #expect(room.moment(8).running.map(\.name) == ["mask", "music"])
  }

  @Test func `an effect keeps when it began and how bad it was last said to be`() {
    var room = Room()
    room.record(.effect(AdverseEffect(term: "nausea", severity: .mild)), at: 1)
    room.record(.effect(AdverseEffect(term: "nausea", severity: .severe)), at: 3)
    let unsaid = room.record(.effect(AdverseEffect(term: "nausea")), at: 4)
    let open = room.moment(4).effects
    #expect(open.map(\.effect.severity) == [.severe])
    #expect(open.map(\.since) == [Room.at(1)])
    #expect(open.map(\.entry) == [unsaid])
    room.record(.effect(AdverseEffect(term: "nausea", hasEnded: true)), at: 5)
    #expect(room.moment(5).effects.isEmpty)
    room.record(.effect(AdverseEffect(term: "nausea")), at: 6)
    #expect(room.moment(6).effects.map(\.since) == [Room.at(6)])
  }

  @Test func `the newest score on a scale is the one that happened last`() {
    var room = Room()
    room.record(.score(Score(scale: "distress", value: 8)), at: 12)
    room.record(.score(Score(scale: "distress", value: 2)), at: 5, written: 13)
    room.record(.score(Score(scale: "moaas", value: 4)), at: 12)
    #expect(room.moment(20).scores["distress"]?.score.value == 8)
    #expect(room.moment(6).scores["distress"]?.score.value == 2)
    #expect(room.moment(20).scores.count == 2)
  }

  @Test func `a pin keeps its number, whatever comes before it later`() {
    var room = Room()
    let first = room.record(.pin(Pin()), at: 12)
    let second = room.record(.pin(Pin(words: "tears")), at: 28)
    let late = room.record(.pin(Pin()), at: 5, written: 40)
    #expect(room.moment(50).pins.map(\.number) == [1, 2, 3])
    #expect(room.moment(50).pins.map(\.entry) == [first, second, late])
    #expect(room.moment(12).pins.map(\.number) == [1, 3])
    room.record(.void(Withdrawal(target: room.id(first), reason: "x")), at: 51)
    #expect(room.moment(52).pins.map(\.number) == [2, 3])
  }

  @Test func `a pin has the words it was given last`() {
    var room = Room()
    let pin = room.record(.pin(Pin()), at: 12)
    #expect(room.moment(12).pins.first?.words == nil)
    room.record(.pin(Pin(target: room.id(pin), words: "frightened")), at: 26)
    let second = room.record(.pin(Pin(target: room.id(pin), words: "frightened, grips")), at: 27)
    // Words act on their pin whatever their own time.
    #expect(room.moment(12).pins.first?.words == "frightened, grips")
    room.record(.void(Withdrawal(target: room.id(second), reason: "x")), at: 28)
    #expect(room.moment(30).pins.first?.words == "frightened")
    #expect(room.moment(30).pins.count == 1)
  }
}
