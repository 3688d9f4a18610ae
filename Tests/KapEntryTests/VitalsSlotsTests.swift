import KapEntry
import KapTestSupport
import KapTimeline
import Testing

struct VitalsSlotsTests {
  /// The field after these keys: `→` is Tab, `←` is Shift-Tab, `⌫` is Backspace.
  private func field(_ keys: String, under rules: ClinicProtocol? = Room.rules) -> VitalsSlots {
    var slots = VitalsSlots(under: rules)
    for key in keys {
      switch key {
      case "→": slots.advance()
      case "←": slots.back()
      case "⌫": slots.backspace()
      default: slots.keep(key)
      }
    }
    return slots
  }

  /// The slots as the screen shows them, the current one in brackets, one left out as `-`; the words
  /// where there are any or somebody is there.
  private func shown(_ slots: VitalsSlots) -> String {
    slots.slots.enumerated().compactMap { index, slot in
      let typed = slot.text.isEmpty ? "_" : slot.text
      let text = slot.isLeftOut ? "-\(slot.reason ?? slot.text)" : typed
      if index == slots.current { return "[\(text)]" }
      return slot.kind == .circumstances && slot.text.isEmpty ? nil : text
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "[_] _ _ _ _"),
    ("1", "[1] _ _ _ _"),
    ("124/7", "[124/7] _ _ _ _"),
    ("124/78", "124/78 [_] _ _ _"),
    ("124/78 ", "124/78 [_] _ _ _"),
    ("124/78→", "124/78 [_] _ _ _"),
    ("124/78  ", "124/78 [_] _ _ _"),
    ("124/78→→", "124/78 _ [_] _ _"),
    ("124/7872", "124/78 [72] _ _ _"),
    ("124/78 72", "124/78 [72] _ _ _"),
    ("124/78 72 98 14", "124/78 72 98 [14] _"),
    ("124/78→72→98→14→", "124/78 72 98 14 [_]"),
    ("124/78 72 98 14 36.8", "124/78 72 98 14 [36.8]"),
    ("124/78 72 98 14 36,8", "124/78 72 98 14 [36,8]"),
    ("124/78 72 98 14 98.6f", "124/78 72 98 14 [98.6f]"),
    ("124/78, 72, 98", "124/78 72 [98] _ _"),
    ("124/78 72  98", "124/78 72 [98] _ _"),
    (" 124/78", "124/78 [_] _ _ _"),
    ("200/104", "200/104 [_] _ _ _"),
    ("200/10", "[200/10] _ _ _ _"),
    ("200/10 72", "200/10 [72] _ _ _"),
    ("200/25", "[200/25] _ _ _ _"),
    ("200/26", "200/26 [_] _ _ _"),
    ("124/78⌫", "[124/7] _ _ _ _"),
    ("124/78 ⌫", "[124/78] _ _ _ _"),
    ("124/78 72⌫⌫", "124/78 [_] _ _ _"),
    ("124/78 72⌫⌫⌫", "[124/78] _ _ _ _"),
    ("⌫", "[_] _ _ _ _"),
    ("124/78 72←", "[124/78] 72 _ _ _"),
    ("124/78 72←130/80", "130/80 [72] _ _ _"),
    ("124/78 72←130/80 75", "130/80 [75] _ _ _"),
    ("124/78 72←⌫9", "124/79 [72] _ _ _"),
    ("h72", "_ [72] _ _ _"),
    ("H72 s98", "_ 72 [98] _ _"),
    ("t36.8←b124/78", "124/78 [_] _ _ 36.8"),
    ("r14→h", "_ [_] _ 14 _"),
    ("x?=72", "[x?=72] _ _ _ _"),
    ("٧", "[٧] _ _ _ _"),
    ("124//78", "[124//78] _ _ _ _"),
    ("/", "[/] _ _ _ _"),
    ("h7/2", "_ [7/2] _ _ _"),
    ("h72→→→", "_ 72 _ _ [_]"),
    ("h72→→→→→→", "_ 72 _ _ _ [_]"),
    ("←", "[_] _ _ _ _"),
    ("-", "[-] _ _ _ _"),
    ("- 72", "- [72] _ _ _"),
    ("-172", "-cuff failed [72] _ _ _"),
    ("-1 72", "-cuff failed [72] _ _ _"),
    ("-9", "[-9] _ _ _ _"),
    ("-⌫", "[_] _ _ _ _"),
    ("-1⌫", "[_] _ _ _ _"),
    ("124/78 - 98", "124/78 - [98] _ _"),
    ("124/78 -298", "124/78 -asleep [98] _ _"),
    ("124/7-", "[124/7-] _ _ _ _"),
    ("h72b-", "_ [72b-] _ _ _"),
    ("-→h72←124/78", "124/78 [72] _ _ _"),
    ("hhhhh7777777777", "_ [7777777777] _ _ _"),
    ("128/82 72bpm 98%", "128/82 72bpm [98%] _ _"),
    ("128/82 72 bpm 98 %", "128/82 72bpm [98%] _ _"),
    ("128/82mmHg 72", "128/82mmHg [72] _ _ _"),
    ("128/82 mmHg 72", "128/82mmHg [72] _ _ _"),
    ("128/82/60", "[128/82/60] _ _ _ _"),
    ("h72/min r14 /min", "_ 72/min _ [14/min] _"),
    ("t36.8°C", "_ _ _ _ [36.8°C]"),
    ("t98.6 F", "_ _ _ _ 98.6 [F]"),
    ("72s98", "[72s98] _ _ _ _"),
    ("h72s98", "_ [72s98] _ _ _"),
    ("bp128/82 hr72 spo298 rr:14 temp=36.8", "128/82 72 98 14 [36.8]"),
    ("128/82 hx", "128/82 [hx] _ _ _"),
    ("128/82 72 supine", "128/82 72 [supine] _ _"),
    ("-172 - 14 36.8←←←72bpm", "-cuff failed [72bpm] - 14 36.8"),
    ("-x", "[-x] _ _ _ _"),
  ]) func `keys fill the slots`(_ keys: String, _ expected: String) {
    #expect(shown(field(keys)) == expected)
  }

  @Test func `the slots stand in the clinic's order`() {
    var rules = Room.rules
    rules.slots = [.oxygenSaturation, .bloodPressure, .oxygenSaturation]
    #expect(
      VitalsSlots(under: rules).slots.map(\.kind)
        == [.reading(.oxygenSaturation), .reading(.bloodPressure), .circumstances]
    )
    #expect(shown(field("98 124/78", under: rules)) == "98 [124/78]")
    rules.slots = []
    #expect(VitalsSlots(under: rules).slots.count == 6)
  }

  @Test func `without bounds only a third digit ends the pair`() {
    #expect(shown(field("124/78", under: nil)) == "[124/78] _ _ _ _")
    #expect(shown(field("124/78 72", under: nil)) == "124/78 [72] _ _ _")
    #expect(shown(field("200/104", under: nil)) == "200/104 [_] _ _ _")
  }

  @Test func `a reading holds what was typed and why the rest is missing`() throws {
    let (vitals, missing) = try field("-172 - 14 36,8").reading()
    #expect(vitals == Vitals(heartRate: 72, respiratoryRate: 14, temperature: 36.8))
    #expect(missing == [MissingReading(sign: .systolic, reason: "cuff failed")])
    #expect(
      try field("-172").commands()
        == [.record(Vitals(heartRate: 72)), .missReading(.systolic, because: "cuff failed")]
    )
    #expect(try field("-2").commands() == [.missReading(.systolic, because: "asleep")])
  }

  @Test(arguments: [
    ("", VitalsSlot.bloodPressure, EntryError.Problem.missing),
    ("-", .bloodPressure, .missing),
    ("124", .bloodPressure, .missing),
    ("124/ 72", .bloodPressure, .missing),
    ("78/124", .bloodPressure, .impossiblePair),
    ("h72. ", .heartRate, .notANumber),
    ("h1.2.3 ", .heartRate, .notANumber),
    ("t36.", .temperature, .notANumber),
  ]) func `an error names its slot`(
    _ keys: String,
    _ slot: VitalsSlot,
    _ problem: EntryError.Problem
  ) throws {
    let slots = field(keys)
    do throws(EntryError) {
      _ = try slots.reading()
      Issue.record("understood")
    } catch {
      #expect(error.slot == .reading(slot))
      #expect(error.problem == problem)
    }
  }

  @Test func `a unit behind a number is read as its unit`() throws {
    let (vitals, _) = try field("128/82mmHg 72bpm 98% 14/min 98.6F").reading()
    #expect(
      vitals
        == Vitals(
          bloodPressure: BloodPressure(systolic: 128, diastolic: 82),
          heartRate: 72,
          oxygenSaturation: 98,
          respiratoryRate: 14,
          temperature: 37
        )
    )
  }

  @Test(arguments: [
    ("h72s98", VitalsSlot.heartRate), ("h72%", .heartRate), ("s98bpm", .oxygenSaturation),
    ("r14%", .respiratoryRate), ("t36.8bpm", .temperature), ("124/78kg ", .bloodPressure),
    ("h72b ", .heartRate), ("h7/2", .heartRate), ("124/7-", .bloodPressure), ("h٧", .heartRate),
    ("124/78 72 supine", .oxygenSaturation), ("124/78 x ", .bloodPressure),
  ]) func `what is no unit of its slot is refused there`(_ keys: String, _ slot: VitalsSlot) {
    do throws(EntryError) {
      _ = try field(keys).reading()
      Issue.record("understood")
    } catch {
      #expect(error.slot == .reading(slot))
      #expect(!error.remedy.isEmpty)
    }
  }

  @Test func `an empty field is empty and one with a slot left out is not`() {
    #expect(field("").isEmpty)
    #expect(field("h72⌫⌫").isEmpty)
    #expect(!field("-").isEmpty)
    #expect(!field("h7").isEmpty)
  }

  @Test(arguments: [
    ("124/78 72 98 14", "124/78 72 98 [14] _"),
    ("  124/78\t72\n98  ", "124/78 72 98 [_] _"),
    ("bp 124/78 hr 72 spo2 98", "124/78 72 98 [_] _"),
    ("HR 72, RR 14", "[_] 72 _ 14 _"),
    ("124/78 72 98 14 36.8", "124/78 72 98 14 [36.8]"),
  ]) func `a paste fills the slots`(_ text: String, _ expected: String) {
    var slots = VitalsSlots(under: Room.rules)
    slots.paste(text)
    #expect(shown(slots) == expected)
  }

  @Test func `an entry that is reopened fills the slots`() throws {
    let vitals = Vitals(
      bloodPressure: BloodPressure(systolic: 172, diastolic: 104),
      heartRate: 98,
      temperature: 36.85
    )
    var slots = VitalsSlots(under: Room.rules)
    slots.fill(with: vitals)
    #expect(shown(slots) == "172/104 98 [_] _ 36.85")
    #expect(try slots.reading().vitals == vitals)
  }

  @Test(arguments: [
    "124/78 -5",
    "124/78 72", "-172 98", "h72", "124/7", "-1-2-3", "t36.8", "124/78 - 98 14 37", "w supine",
    "128/82 72bpm 98%",
    "h72b-", "x?=72", "128/82mmHg 72s98",
    "124/78 72 w on o2 2l supine", "124/78 72 98 14 37 air", "-wcuff", "-1-2-3-1-1w", "h72 wo2 2",
  ])
  func `a draft comes back as it was typed`(_ keys: String) {
    let slots = field(keys)
    var again = VitalsSlots(under: Room.rules)
    again.paste(slots.draft)
    #expect((try? again.commands()) == (try? slots.commands()))
    #expect(again.draft == slots.draft)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `no keys trap or leave the field`(_ seed: UInt64) {
    let keys = Array("0123456789///.. ,--bhsrtcfxBT%\u{0}٣é→←⌫⌫wwonair2l")
    var generator = SeededGenerator(seed: seed)
    var slots = VitalsSlots(under: seed % 2 == 0 ? Room.rules : nil)
    for _ in 0..<2000 {
      switch keys[Int(generator.next() % UInt64(keys.count))] {
      case "→": slots.advance()
      case "←": slots.back()
      case "⌫": slots.backspace()
      case let key: slots.keep(key)
      }
      #expect(slots.slots.indices.contains(slots.current))
      _ = try? slots.reading()
    }
  }
}
