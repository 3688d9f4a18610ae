import KapEntry
import KapTimeline
import Testing

struct VitalsSentenceTests {
  /// A set in short: pair, mean, heart, saturation, breath, warmth.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let vitals: Vitals
    var testDescription: String { line }

    init(_ line: String, _ vitals: Vitals) {
      self.line = line
      self.vitals = vitals
    }
  }

  static let pair = BloodPressure(systolic: 128, diastolic: 82)
  static let set = Vitals(
    bloodPressure: pair,
    heartRate: 74,
    oxygenSaturation: 98,
    respiratoryRate: 14,
    temperature: 36.8
  )

  static let cases: [Case] = [
    Case("bp 128/82 hr 74 spo2 98 rr 14 temp 36.8", set),
    Case("temp 36,8 rr 14 spo2 98 hr 74 bp 128/82", set),
    Case("BP 128/82, HR 74, SpO2 98%, RR 14/min, Temp 36.8C", set),
    Case("bp128/82 hr74 spo298 rr14 temp36.8", set),
    Case("bp:128/82 hr:74 spo2=98 rr: 14 temp: 36.8 c", set),
    Case("128/82 74 98 14 36.8", set),
    Case("vitals 128/82 74 98 14 36.8", set),
    Case("v bp 128/82 hr 74 spo2 98 rr 14 temp 36.8", set),
    Case("128/82 74 spo2 98 rr 14 temp 36.8", set),
    Case("bp 128 / 82", Vitals(bloodPressure: pair)),
    Case("bp 128/ 82", Vitals(bloodPressure: pair)),
    Case("bp 128 /82 mmHg", Vitals(bloodPressure: pair)),
    Case("  \t bp   128/82  ", Vitals(bloodPressure: pair)),
    Case("\u{FEFF}bp\u{A0}128/82", Vitals(bloodPressure: pair)),
    Case("128/82", Vitals(bloodPressure: pair)),
    Case("128/82 - 98", Vitals(bloodPressure: pair, oxygenSaturation: 98)),
    Case("hr 0", Vitals(heartRate: 0)),
    Case("rr 0", Vitals(respiratoryRate: 0)),
    Case("hr 074", Vitals(heartRate: 74)),
    Case("hr 74 bpm", Vitals(heartRate: 74)),
    Case("pulse 74", Vitals(heartRate: 74)),
    Case("sats 98 %", Vitals(oxygenSaturation: 98)),
    Case("map 97", Vitals(meanArterial: 97)),
    Case("temp 98.6f", Vitals(temperature: 37)),
    Case("temp 98.6 °F", Vitals(temperature: 37)),
    Case("temp 100f", Vitals(temperature: 37.8)),
    Case("temp 36.8°c", Vitals(temperature: 36.8)),
    Case("hr 74 on o2 2l", Vitals(heartRate: 74, oxygenLitres: 2)),
    Case("hr 74 on o2 2 l/min", Vitals(heartRate: 74, oxygenLitres: 2)),
    Case("hr 74 on oxygen 0.5l", Vitals(heartRate: 74, oxygenLitres: 0.5)),
    Case("hr 74 on 2l o2 supine", Vitals(heartRate: 74, oxygenLitres: 2, position: .supine)),
    Case("hr 74 o2 2l", Vitals(heartRate: 74, oxygenLitres: 2)),
    Case("hr 74 on air", Vitals(heartRate: 74, oxygenLitres: 0)),
    Case("hr 74 on room air sitting", Vitals(heartRate: 74, oxygenLitres: 0, position: .sitting)),
    Case("supine hr 74", Vitals(heartRate: 74, position: .supine)).afterVerb,
    Case("hr 74 lateral baseline", Vitals(heartRate: 74, position: .lateral, isBaseline: true)),
    Case(
      "128/82 on air standing baseline hr 74",
      Vitals(
        bloodPressure: pair,
        heartRate: 74,
        oxygenLitres: 0,
        position: .standing,
        isBaseline: true
      )
    ),
  ]

  @Test(arguments: cases) func `a set of readings is understood`(_ sample: Case) {
    #expect(reading(sample.line) == .success(.record(sample.vitals)))
  }

  @Test(arguments: [
    ("bp 128/82 hr", 12, 0, EntryError.Problem.missing),
    ("bp", 2, 0, .missing),
    ("vitals", 6, 0, .missing),
    ("v supine", 8, 0, .missing),
    ("bp 128", 3, 3, .missing),
    ("bp 128/", 7, 0, .missing),
    ("bp 128 82", 3, 3, .missing),
    ("bp 82/128", 6, 3, .impossiblePair),
    ("bp 128/128 hr 74", 7, 3, .impossiblePair),
    ("128/130 74", 4, 3, .impossiblePair),
    ("bp 128/82 hr 74 hr 80", 16, 2, .repeated),
    ("128/82 74 hr 80", 10, 2, .repeated),
    ("hr 74 supine sitting", 13, 7, .repeated),
    ("hr 74 baseline baseline", 15, 8, .repeated),
    ("hr 74 on air on o2 2l", 13, 2, .repeated),
    ("bp 128/82 74", 10, 2, .unknownWord),
    ("hr 74 spo 98", 6, 3, .unknownWord),
    ("hr 74 fine", 6, 4, .unknownWord),
    ("hr abc", 3, 3, .notANumber),
    ("hr NaN", 3, 3, .notANumber),
    ("hr inf", 3, 3, .notANumber),
    ("hr -74", 3, 3, .notANumber),
    ("hr 1e400", 4, 4, .notANumber),
    ("hr 74.", 5, 1, .notANumber),
    ("hr 999999999999", 3, 12, .numberTooLarge),
    ("temp 36.12345678", 5, 11, .numberTooLarge),
    ("hr 1,000", 3, 5, .ambiguousNumber),
    ("hr ٧٤", 3, 2, .foreignDigits),
    ("hr ７４", 3, 2, .foreignDigits),
    ("hr 7٤", 3, 2, .foreignDigits),
    ("hr 74kg", 5, 2, .notANumber),
    ("hr 74 on", 8, 0, .missing),
    ("hr 74 on o2", 11, 0, .missing),
    ("hr 74 on o2 2", 13, 0, .unknownUnit),
    ("hr 74 on o2 2kg", 13, 2, .unknownUnit),
    ("hr 74 on room", 13, 0, .missing),
  ]) func `an error stands under its place`(
    _ line: String,
    _ column: Int,
    _ length: Int,
    _ problem: EntryError.Problem
  ) throws {
    let error = try #require(failure(line))
    #expect(error.column == column)
    #expect(error.length == length)
    #expect(error.problem == problem)
    #expect(error.remedy.hasSuffix("."))
    #expect(!error.message.isEmpty)
  }

  @Test(arguments: [
    "1", "12 hours of rest", "74 98", "1/2", "128", "128/82hr", "9 lives", "128/82/70", "1234/5",
  ]) func `a line that begins with another number is refused in these words`(_ line: String) throws
  {
    let error = try #require(failure(line))
    #expect(error.message == "this begins with a number: v for vitals, n for a note")
    #expect(error.problem == .beginsWithNumber)
    #expect(error.column == 0)
  }

  @Test func `Fahrenheit is kept as Celsius and said`() throws {
    let sentence = try Entry.parse("temp 98.6f", in: Room.live)
    #expect(sentence.typed == ["98.6 °F"])
  }

  @Test func `a slip in a sign is answered with the sign`() throws {
    #expect(try #require(failure("hr 74 spo 98")).remedy.contains("spo2"))
    #expect(try #require(failure("hr 74 tmep 37")).remedy.contains("temp"))
  }

  @Test(arguments: [
    ("noreading bp because cuff failed", Sign.systolic, "cuff failed"),
    ("noreading spo2 because “cold fingers”", .oxygenSaturation, "cold fingers"),
    ("no-reading temp because refused", .temperature, "refused"),
    ("noreading because asleep", nil, "asleep"),
    ("noreading all because asleep", nil, "asleep"),
  ]) func `a missing reading has a sign and a reason`(
    _ line: String,
    _ sign: Sign?,
    _ reason: String
  ) {
    #expect(reading(line) == .success(.missReading(sign, because: reason)))
  }

  @Test(arguments: [
    ("noreading", 9, EntryError.Problem.needsReason),
    ("noreading bp", 12, .needsReason),
    ("noreading bp because", 20, .needsReason),
    ("noreading cuff because broken", 10, .unknownWord),
    ("noreading bp cuff failed", 13, .needsReason),
  ]) func `a missing reading without its reason is refused`(
    _ line: String,
    _ column: Int,
    _ problem: EntryError.Problem
  ) throws {
    let error = try #require(failure(line))
    #expect(error.column == column)
    #expect(error.problem == problem)
  }
}

extension VitalsSentenceTests.Case {
  /// The same set after the word vitals, for lines that do not begin with a sign.
  var afterVerb: Self { Self("vitals " + line, vitals) }
}
