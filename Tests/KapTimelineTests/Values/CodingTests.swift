import Foundation
import KapTestSupport
import KapTimeline
import Testing

struct CodingTests {
  private func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) -> Value? {
    try? JSONDecoder().decode(type, from: Data(json.utf8))
  }

  private func copy<Value: Codable>(_ value: Value) throws -> Value {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try JSONDecoder().decode(Value.self, from: encoder.encode(value))
  }

  @Test func `a void says that it was an undo, and one of before that was none`() throws {
    let id = EventID(writer: Room.writers[0], sequence: 3)
    let undo = Withdrawal(target: id, reason: "r", isUndo: true)
    #expect(try copy(undo) == undo)
    let text = try String(
      decoding: JSONEncoder().encode(Withdrawal(target: id, reason: "r")),
      as: UTF8.self
    )
    #expect(!text.contains("undo"))
    #expect(decoded(Withdrawal.self, text) == Withdrawal(target: id, reason: "r"))
  }

  @Test func `payloads come back as they were`() throws {
    let vitals = Vitals(
      bloodPressure: BloodPressure(systolic: 128, diastolic: 82),
      meanArterial: 97,
      heartRate: 74,
      oxygenSaturation: 98,
      respiratoryRate: 0,
      temperature: 36.8,
      oxygenLitres: 0,
      position: .supine,
      isBaseline: true,
      isConfirmed: true,
      columns: [.heartRate: "PULSE"],
      leftOut: [.temperature: "-1"]
    )
    #expect(try copy(vitals) == vitals)
    #expect(try copy(Vitals()) == Vitals())
    for dose in [Dose.milligrams(35, over: 40), .milligrams(0.1), .milligrams(84, over: 0.5)] {
      #expect(try copy(dose) == dose)
    }
    let facts: [FrameFact] = [
      .weight(70.25), .intention("a"), .calming("b"), .allergies("c"), .escort("d"), .touch("e"),
      .stopSign("f"), .room("g"),
    ]
    for fact in facts { #expect(try copy(fact) == fact) }
    let rules = ClinicProtocol.sample { $0.hold = Hold(minutes: 12, then: "spit", source: "s") }
    let opening = Opening(
      subject: "K",
      number: 3,
      planned: 6,
      isPractice: true,
      clinicProtocol: rules,
      anchor: ClockAnchor(boot: "b", wall: Room.start, monotonic: 5)
    )
    #expect(try copy(opening) == opening)
    let change = InfusionChange(.start, rate: DoseRate(milligramsPerHour: 50))
    #expect(try copy(change) == change)
    #expect(
      try copy(ClockStep(wall: Room.start, aheadMilliseconds: .min)).aheadMilliseconds == .min
    )
    let id = EventID(writer: Room.writers[0], sequence: 3)
    #expect(try copy(Verdict(target: id, isArtefact: true, reason: "r")).isArtefact)
    #expect(try copy(Pin(target: id, words: "w")) == Pin(target: id, words: "w"))
    let limits = try rules.limits.map { try copy($0) }
    #expect(limits == rules.limits)
  }

  @Test(arguments: [
    #"{"systolic":120}"#, #"{"diastolic":80}"#, #"{"systolic":80,"diastolic":80}"#,
    #"{"heartRate":1e7}"#, #"{"heartRate":-1e300}"#, #"{"heartRate":"74"}"#, #"[]"#,
    #"{"position":"upside down"}"#,
  ])
  func `what can be no set is none`(json: String) {
    #expect(decoded(Vitals.self, json) == nil)
  }

  @Test(arguments: [
    #"{"medicine":"ketamine","route":"oral","milligrams":1e300}"#,
    #"{"medicine":"ketamine","route":"oral","milligrams":null}"#,
    #"{"medicine":"tea","route":"oral","milligrams":1}"#,
  ])
  func `what can be no dose is none`(json: String) {
    #expect(decoded(Dose.self, json) == nil)
  }

  @Test func `an unknown column or a later field of a set does no harm`() {
    let json = #"{"heartRate":74,"columns":{"heartRate":"HR","aura":"x"},"mood":3}"#
    #expect(decoded(Vitals.self, json)?.columns == [.heartRate: "HR"])
  }

  @Test func `numbers beyond all measure are kept in bounds`() {
    #expect(decoded(DoseRate.self, "1e300")?.milligramsPerHour == 1e9)
    #expect(decoded(DoseRate.self, "-3") == .zero)
    #expect(decoded(Instant.self, "9223372036854775807")?.milliseconds == Instant.bound)
    #expect(decoded(Instant.self, "-9223372036854775808")?.milliseconds == -Instant.bound)
    #expect(decoded(EventID.self, #""12345""#) == nil)
    let dose = decoded(
      Dose.self,
      #"{"medicine":"ketamine","route":"oral","milligrams":-1e8,"minutes":1e300}"#
    )
    #expect(dose?.rate == nil)
  }

  /// Rules with numbers that no clinic would write.
  private func wild(_ seed: Int) -> ClinicProtocol {
    var generator = SeededGenerator(seed: UInt64(seed))
    func number() -> Double {
      let values = [
        0, -1, 1e-300, 1e300, -1e300, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, 15,
      ]
      return values[Int.random(in: 0..<values.count, using: &generator)]
    }
    return .sample { rules in
      rules.vitals.readings = (0..<4).map { _ in
        VitalsSchedule.Reading(minute: number(), isRequired: true)
      }
      rules.vitals.thenEvery = number()
      rules.vitals.graceMinutes = number()
      rules.vitals.repeatMinutes = number()
      rules.vitals.repeatOverdueMinutes = number()
      rules.vitals.whileInfused = .init(from: number(), every: number(), source: "s")
      rules.stay = MinimumStay(
        minutes: number(),
        afterLastDose: .init(minutes: number(), source: "s"),
        isHard: false,
        source: "s"
      )
      rules.vitals.end = .init(withinMinutes: number(), source: "s")
      rules.scores?.minutes = [number(), number()]
      rules.timing = Timing(
        lateAfterMinutes: number(),
        gapAfterMinutes: number(),
        clockToleranceSeconds: number(),
        backTimeHours: number(),
        repeatAskSeconds: number(),
        idleMinutes: number(),
        source: "s"
      )
      rules.hold = Hold(minutes: number(), then: "t", source: "s")
      for place in rules.limits.indices {
        rules.limits[place].value = number()
        rules.limits[place].atOnce = number()
      }
      for place in rules.bounds.indices {
        rules.bounds[place].askAbove = number()
        rules.bounds[place].refuseBelow = number()
      }
      for place in rules.doseWarnings.indices { rules.doseWarnings[place].above = number() }
    }
  }

  @Test(arguments: 0..<150)
  func `rules with extreme numbers trap nothing`(seed: Int) {
    var room = Room(wild(seed), opened: -20)
    let asks = seed % 2 == 0
    _ = try? room.type(.setFrame(.weight(70)), at: -18, asks: asks)
    _ = try? room.type(.record(.set(124, 78)), at: -12, asks: asks)
    _ = try? room.type(.give(.milligrams(35, over: 40)), at: 0, asks: asks)
    _ = try? room.type(.record(.set(124, 78)), at: 0.5, asks: asks)
    room.record(.set(210, 120), at: 10)
    room.record(.ended, at: 50)
    _ = try? room.type(.postpone(nil), at: 20)
    for minute in [-1e9, -20, 0, 30, 60, 1e9] {
      let moment = room.moment(minute)
      #expect(!moment.fingerprint.isEmpty)
      let words = moment.happened.map { moment.words(for: $0).line }
      #expect(words.allSatisfy { !$0.isEmpty })
      let sentences = moment.notices.map { moment.words(for: $0, offset: .utc).sentence }
      #expect(sentences.allSatisfy { !$0.isEmpty })
    }
  }

  @Test(arguments: [Instant.bound, -Instant.bound, 0])
  func `events at the ends of time trap nothing`(milliseconds: Int64) {
    var session = Session()
    let events: [Event] = [
      .set(231, 104), .dose(1e9, over: 1e300), .dose(1e9, over: 1e-9), .dose(1e9),
      .infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 1e300))),
      .infusion(InfusionChange(.rate, rate: .zero)), .frame(.weight(1e-300)),
      .frame(.weight(.nan)), .score(Score(scale: "dissociation", value: .nan)), .pin(Pin()),
      .later(Postponement(item: "vitals+20", until: Instant(milliseconds: .max))),
      .theme(ThemeMark(name: "t", intensity: .min)),
      .clockStepped(ClockStep(wall: Room.start, aheadMilliseconds: .min)),
      .vitals(Vitals(heartRate: .nan, oxygenSaturation: .infinity)),
    ]
    let opening = Room().written[0]
    session.apply(opening)
    for (place, event) in events.enumerated() {
      session.apply(
        Recorded(
          id: EventID(writer: Room.writers[1], sequence: place % 2 == 0 ? .max - place : place),
          occurredAt: Instant(milliseconds: milliseconds),
          recordedAt: Instant(milliseconds: -milliseconds),
          offset: UTCOffset(minutes: .max),
          author: "",
          role: .monitor,
          source: .device,
          event: event
        )
      )
    }
    for now in [Int64.min, 0, Room.start.milliseconds, Int64.max] {
      let moment = Moment(session, at: Instant(milliseconds: now))
      #expect(!moment.fingerprint.isEmpty)
      for index in session.entries.indices {
        #expect(!moment.words(of: index).isEmpty)
        #expect(!moment.writtenTogether(with: index).isEmpty || session.entries[index].isVoid)
        #expect(!session.name(of: index).isEmpty)
      }
    }
  }

  @Test func `a severity that was once counted from mild is read, and written by its name`() throws
  {
    let old =
      #"{"effect":"nausea","side":"above","value":1,"inclusive":true,"basis":"absolute","source":"s"}"#
    let read = try #require(decoded(Contradiction.self, old))
    let ground = Contradiction(
      effect: "nausea",
      .above,
      AdverseEffect.Severity.moderate,
      isInclusive: true,
      source: "s"
    )
    #expect(read == ground)
    #expect(try copy(ground) == ground)
    #expect(try !String(decoding: JSONEncoder().encode(ground), as: UTF8.self).contains("value"))
    #expect(ground.isMet(by: AdverseEffect.Severity.moderate) && ground.isMet(by: nil))
    #expect(!ground.isMet(by: AdverseEffect.Severity.mild) && !ground.isMet(by: 3))
    let reading = Contradiction(quantity: "heartRate", .below, 50, source: "s")
    #expect(try copy(reading) == reading)
  }

  @Test func `a prompt is read from its value upwards or downwards`() throws {
    func prompt(_ bound: String) -> Scale.Prompt? {
      decoded(
        Scale.Prompt.self,
        #"{"\#(bound)":2,"urgency":"urgent","words":"w","source":"s"}"#
      )
    }
    let up = try #require(prompt("atLeast"))
    let down = try #require(prompt("atMost"))
    #expect(up.isRaised(by: 3) && !up.isRaised(by: 1) && up.isRaised(by: 2))
    #expect(down.isRaised(by: 1) && !down.isRaised(by: 3) && down.isRaised(by: 2))
    #expect(try copy(up) == up && copy(down) == down && up != down)
    #expect(prompt("about") == nil)
  }
}
