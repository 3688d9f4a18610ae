import KapTimeline
import Testing

struct EntryWordsTests {
  @Test(
    arguments: [
      (.set(172, 104, heartRate: 98, saturation: 96), "vitals 172/104 98 96 14"),
      (.vitals(Vitals(heartRate: 98, oxygenSaturation: 96)), "vitals HR 98 SpO2 96"),
      (
        .vitals(
          Vitals(bloodPressure: BloodPressure(systolic: 164, diastolic: 98), temperature: 36.6)
        ),
        "vitals BP 164/98 Temp 36.6"
      ),
      (
        .vitals(Vitals(heartRate: 74, oxygenLitres: 2, position: .supine, isBaseline: true)),
        "vitals HR 74, O2 2 L/min, supine, baseline"
      ),
      (.vitals(Vitals(meanArterial: 92, oxygenLitres: 0)), "vitals MAP 92, room air"),
      (.dose(35, over: 40), "dose ketamine IV 35 mg over 40 min"),
      (.dose(12.5), "dose ketamine IV 12.5 mg"),
      (
        .dose(Dose(medicine: .esketamine, route: .intranasal, amount: Mass(nanograms: 28_000_000))),
        "dose esketamine IN 28 mg"
      ),
      (
        .infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 52.5))),
        "infusion started, 52.5 mg/h"
      ),
      (
        .infusion(InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 40))),
        "infusion rate 40 mg/h"
      ),
      (.infusion(InfusionChange(.pause)), "infusion paused"),
      (.infusion(InfusionChange(.resume)), "infusion resumed"),
      (.infusion(InfusionChange(.stop)), "infusion stopped"),
      (.phase(PhaseDeclaration(.onset, reason: "sleepy again")), "phase onset, sleepy again"),
      (.noReading(MissingReading(sign: nil, reason: "asleep")), "no reading, asleep"),
      (
        .noReading(MissingReading(sign: .oxygenSaturation, reason: "moving")),
        "no SpO2 reading, moving"
      ),
      (.score(Score(scale: "dissociation", value: 6)), "diss 6"),
      (.score(Score(scale: "moaas", value: 4)), "MOAA/S 4"),
      (.score(Score(scale: "unheard-of", value: 4.5)), "unheard-of 4.5"),
      (.note(Note("breath slows")), "breath slows"),
      (.theme(ThemeMark(name: "connection", intensity: 2)), "theme connection 2"),
      (.effect(AdverseEffect(term: "nausea", severity: .mild)), "nausea, mild"),
      (.effect(AdverseEffect(term: "nausea", hasEnded: true)), "nausea ended"),
      (
        .technique(TechniqueChange(name: "hand on shoulder", group: "touch", edge: .start)),
        "touch: hand on shoulder"
      ),
      (.technique(TechniqueChange(name: "music 5", group: "music", edge: .start)), "music 5"),
      (
        .given(
          GivenMedicine(medicine: "clonidine", amount: "0.1mg", route: "po", orderedBy: "dr-l")
        ),
        "gave clonidine 0.1 mg PO, Dr L"
      ),
      (
        .given(GivenMedicine(medicine: "oxygen", amount: "2 l", reason: "SpO2 91")),
        "gave oxygen 2 l, for SpO2 91"
      ),
      (
        .call(Call(to: "dr-l", about: "bp", said: "repeat in 5", isReadBack: true)),
        "called Dr L about bp: repeat in 5, read back"
      ),
      (
        .order(
          VerbalOrder(
            given: GivenMedicine(medicine: "clonidine", amount: "0.1mg", orderedBy: "dr-l"),
            isReadBack: true
          )
        ),
        "order clonidine 0.1 mg, Dr L, read back"
      ),
      (.frame(.weight(70)), "weight 70 kg"),
      (.frame(.calming("slower music")), "calming: slower music"),
      (.frame(.stopSign("raised palm")), "stop sign: raised palm"),
      (.joined(Presence(person: "jb", role: .therapist)), "JB joined, therapist"),
      (.left(Presence(person: "jb")), "JB left"),
      (.pin(Pin()), "pin 1, no words yet"),
      (.pin(Pin(words: "tears")), "pin 1: tears"),
      (
        .later(Postponement(item: "vitals+40", until: Room.at(53))),
        "later: vitals +40, until 14:53"
      ),
      (.notDone(NotDone(item: "vitals-15", reason: "asleep")), "not done: baseline vitals, asleep"),
      (.attached(Attachment(seat: SeatID("s1"))), "seat s1 opened"),
      (
        .detached(Attachment(seat: SeatID("s1"), reason: "terminal lost")),
        "seat s1 closed, terminal lost"
      ),
      (.suspended(Attachment(seat: SeatID("s1"))), "machine asleep"),
      (.resumed(Attachment(seat: SeatID("s1"))), "machine awake"),
      (
        .clockStepped(ClockStep(wall: Room.start, aheadMilliseconds: -3_600_000)),
        "wall clock 3600 s behind"
      ),
      (.ended, "session ended"),
      (.reopened("forgot the escort"), "session reopened: forgot the escort"),
    ] as [(Event, String)]
  )
  func `every entry reads as people say it`(event: Event, words: String) {
    var room = Room()
    let index = room.record(event, at: 30)
    #expect(room.moment(60).words(of: index) == words)
  }

  @Test func `the patient's words stand in quotes, with who heard them`() {
    var room = Room()
    let index = room.record(
      .note(Note("my mother is here", voice: .patient)),
      at: 29,
      by: "Ana Reyes",
      observer: "jb"
    )
    let words = room.moment(60).words(for: index)
    #expect(words.author == "Pt")
    #expect(words.isQuoted)
    #expect(words.text == "my mother is here")
    #expect(words.remarks == ["heard by JB"])
    #expect(words.line == "“my mother is here”, heard by JB")
  }

  @Test func `who saw it speaks, and who wrote it is said`() {
    var room = Room()
    let index = room.record(.note(Note("hand on shoulder")), at: 13, by: "ar", observer: "jb")
    #expect(room.moment(60).authorLabel(of: index) == "JB")
    #expect(room.moment(60).words(for: index).remarks == ["written by AR"])
    let seat = room.record(.attached(Attachment(seat: SeatID("s"))), at: 14)
    #expect(room.moment(60).authorLabel(of: seat) == "--")
    #expect(room.moment(60).authorLabel(of: 0) == "AR")
    #expect(room.moment(60).authorLabel(of: 99) == "--")
    #expect(room.moment(60).words(of: 99) == "")
    #expect(room.moment(60).words(of: -1) == "")
  }

  @Test func `a pin has a number for its mark and its words with when they were written`() {
    var room = Room()
    let pin = room.record(.pin(Pin()), at: 20)
    #expect(room.moment(21).words(for: pin).mark == .pin(1))
    #expect(room.moment(21).words(for: pin).text == "")
    let words = room.record(.pin(Pin(target: room.id(pin), words: "grips chair")), at: 26)
    let worded = room.moment(60).words(for: pin)
    #expect(worded.mark == .pin(1))
    #expect(worded.text == "grips chair")
    #expect(worded.remarks == ["worded 14:26"])
    #expect(room.moment(60).words(for: words).about == pin)
    #expect(room.moment(60).words(of: words) == "pin 1: grips chair")
  }

  @Test func `an entry says how it was corrected, judged and withdrawn`() throws {
    var room = Room()
    let set = room.record(.set(127, 84), at: 30)
    try room.type(
      .correct(
        .name("a2"),
        with: .record(Vitals(bloodPressure: BloodPressure(systolic: 172, diastolic: 104))),
        at: Room.at(29),
        because: "mistyped"
      ),
      at: 31
    )
    let words = room.moment(60).words(for: set)
    #expect(words.text == "vitals 172/104 72 98 14")
    #expect(
      words.remarks == ["corrected 14:31 because mistyped, was vitals 127/84 72 98 14, was 14:30"]
    )
    #expect(room.moment(60).words(of: 2) == "a2 corrected: vitals 172/104 72 98 14")
    #expect(!words.isStruck)
    try room.type(.callArtefact(.name("a2"), because: "moving"), at: 32)
    try room.type(.void(.name("a2"), because: "wrong cuff"), at: 33)
    let after = room.moment(60).words(for: set)
    #expect(after.isStruck)
    #expect(after.remarks.suffix(2) == ["artefact: moving", "entered in error: wrong cuff"])
    #expect(room.moment(60).words(of: 3) == "a2 artefact: moving")
    #expect(room.moment(60).words(of: 4) == "a2 entered in error: wrong cuff")
    #expect(room.moment(60).words(for: 4).about == set)
  }

  @Test func `unusual and late entries say so`() {
    var room = Room()
    let set = room.record(.set(231, 124), at: 1, written: 30)
    let words = room.moment(60).words(for: set)
    #expect(words.isUnconfirmed)
    #expect(words.isLate)
    room.record(.confirmation(Verdict(target: room.id(set), isArtefact: false)), at: 31)
    #expect(!room.moment(60).words(for: set).isUnconfirmed)
    #expect(room.moment(60).words(for: set).remarks == ["confirmed by AR"])
  }

  @Test func `a stop says how long it ran`() {
    var room = Room()
    room.record(.technique(TechniqueChange(name: "silence", edge: .start)), at: 10)
    let stop = room.record(.technique(TechniqueChange(name: "silence", edge: .stop)), at: 16.5)
    let again = room.record(.technique(TechniqueChange(name: "silence", edge: .stop)), at: 18)
    #expect(room.moment(60).words(of: stop) == "silence ends, ran 6 min")
    #expect(room.moment(60).words(of: again) == "silence ends")
  }

  @Test func `a dose says its lot and its expiry`() {
    var room = Room()
    var dose = Dose.milligrams(28)
    (dose.lot, dose.expiry) = ("A12", "2027-03")
    let index = room.record(.dose(dose), at: 1)
    #expect(
      room.moment(2).words(of: index) == "dose ketamine IV 28 mg, lot A12, expiry 2027-03"
    )
  }

  @Test func `an acknowledgement, a notice and what is due are said with their rule`() throws {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(40, over: 40), at: 0)
    let set = room.record(.set(172, 104), at: 30)
    let notice = try #require(room.moment(31).notices.first)
    let words = room.moment(31).words(for: notice, offset: .utc)
    #expect(words.value == "BP 172/104")
    #expect(words.limits == ["limit 160/100", "39 % above baseline"])
    #expect(
      words.sentence == "BP 172/104, limit 160/100, and 39 % above baseline. Repeat by 14:35."
    )
    let key = "repeat:\(room.id(set).text):blood-pressure"
    #expect(room.moment(31).dueWords(for: key) == "BP again")
    #expect(
      room.moment(31).dueWords(for: "infusion:\(room.id(2).text)") == "infusion planned to end"
    )
    #expect(room.moment(31).dueWords(for: "confirm:\(room.id(set).text)") == "confirm a4")
    #expect(room.moment(31).dueWords(for: "scores+30") == "scores +30")
    #expect(room.moment(31).dueWords(for: "") == "")
    #expect(room.moment(31).dueWords(for: "pin:::") == "words for a pin")
    let index = try room.type(.acknowledge(nil, words: "cuff moved"), at: 32)[0]
    #expect(
      room.moment(60).words(of: index)
        == "acknowledged: cuff moved, about BP 172/104 at 14:30 (a4)"
    )
    room.record(.set(124, 78, saturation: 88), at: 40)
    let second = try #require(room.moment(41).notices.last)
    #expect(
      room.moment(41).words(for: second, offset: .utc).sentence
        == "SpO2 88, limit 89. Hold, call the prescriber. Repeat by 14:45."
    )
  }
}
