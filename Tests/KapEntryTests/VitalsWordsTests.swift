import KapEntry
import KapTestSupport
import KapTimeline
import Testing

@Suite struct VitalsWordsTests {
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

  @Test(arguments: [
    ("h72 w", ""),
    ("h72 wair", "air"),
    ("h72 Wo2 2l", "o2 2l"),
    ("h72 ww supine", "supine"),
    ("h72 w  supine   by  cuff ", "supine by cuff "),
    ("h72 wair, supine; cuff", "air, supine; cuff"),
    ("h72 wo2 2.5l/min", "o2 2.5l/min"),
    ("h72 wsupine⌫⌫⌫⌫⌫⌫lateral", "lateral"),
    ("h72 wair←←→→ cuff", "air cuff"),
    ("h72 wa-i?r٣é@", "a-i?r٣é@"),
    ("124/78 72 98 14 37 air", "air"),
    ("124/78 72 98 14 37 wair", "air"),
    ("124/78 72 98 14 37→air", "air"),
    ("-1-1-1-1-1→air", "air"),
    ("-1-1-1-1-1 air", "air"),
  ]) func `w goes to the words, where letters are text`(_ keys: String, _ words: String) {
    #expect(field(keys).slots.last?.text == words)
  }

  @Test func `no reading is complete into the words, and none of them loses its digits there`() {
    var rules = Room.rules
    rules.slots = [.oxygenSaturation, .bloodPressure]
    let slots = field("98 124/78", under: rules)
    #expect(slots.currentSlot.kind == .reading(.bloodPressure))
    #expect(field("98 124/78 air", under: rules).slots.last?.text == "air")
    #expect(field("wsupine").slots.last?.isLeftOut == false)
    #expect(field("w" + String(repeating: "o2 2l ", count: 40)).slots.last?.text.count == 48)
  }

  /// Every way to say each of the three, in every order, is what the line says.
  @Test func `the words are read as the line reads them, in any order`() throws {
    let oxygen: [(String, Double?)] = [
      ("", nil), ("air", 0), ("on air", 0), ("room air", 0), ("on room air", 0), ("o2 2l", 2),
      ("on o2 2l", 2), ("oxygen 2.5 l/min", 2.5), ("on 4 l", 4), ("on 15l o2", 15), ("O2 0l", 0),
    ]
    let positions: [(String, Vitals.Position?)] =
      [("", nil), ("sup", .supine), ("lat", .lateral), ("sit", .sitting), ("stand", .standing)]
      + Vitals.Position.allCases.map { ($0.rawValue, $0) }
    let methods: [(String, Vitals.Method?)] = [
      ("", nil), ("cuff", .cuff), ("by cuff", .cuff), ("monitor", .monitor),
      ("by monitor", .monitor), ("hand", .manual), ("by hand", .manual), ("manual", .manual),
    ]
    var count = 0
    for (gas, litres) in oxygen {
      for (posture, position) in positions {
        for (way, method) in methods {
          let parts = [gas, posture, way]
          for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let words = order.map { parts[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
            let expected = Vitals(
              heartRate: 72,
              oxygenLitres: litres,
              position: position,
              method: method
            )
            let vitals = try field("h72 w\(words)").reading().vitals
            #expect(vitals == expected, "\(words)")
            let line = try Entry.parse("hr 72 \(words)", in: Room.bare)
            #expect(line.command == .record(expected), "\(words)")
            count += 1
          }
        }
      }
    }
    #expect(count > 4000)
  }

  @Test(arguments: [
    ("supne", 0, "Type supine if that is meant."),
    ("o2", 2, "Type on o2 2l, or on air."),
    ("o2 2", 4, "Type on o2 2l, or on air."),
    ("o2 2ml", 4, "Type on o2 2l, or on air."),
    ("2l", 0, "Type air, or as in o2 2l supine by cuff."),
    ("air room", 4, "Leave one of the two, or record them as two entries."),
    ("supine lateral", 7, "Leave one of the two, or record them as two entries."),
    ("cuff by hand", 5, "Leave one of the two, or record them as two entries."),
    ("by supine", 3, "Type by and one of cuff, monitor, hand."),
    ("su", 0, "Type air, or as in o2 2l supine by cuff."),
    ("hr 74", 0, "Type air, or as in o2 2l supine by cuff."),
    ("calm", 0, "Type air, or as in o2 2l supine by cuff."),
  ]) func `what cannot be said is refused at its place, with a remedy`(
    _ words: String,
    _ column: Int,
    _ remedy: String
  ) {
    do throws(EntryError) {
      _ = try field("h72 w\(words)").reading()
      Issue.record("understood")
    } catch {
      #expect(error.slot == .circumstances)
      #expect(error.column == column)
      #expect(error.remedy == remedy)
    }
  }

  @Test(arguments: ["wsupine", "wo2 2", "-1wair"])
  func `words without a reading are refused, not dropped`(_ keys: String) {
    #expect(!field(keys).isEmpty)
    #expect(throws: EntryError.self) { try field(keys).commands() }
  }

  @Test func `empty words say nothing, and a new field holds none of the last`() throws {
    #expect(try field("h72").reading().vitals == Vitals(heartRate: 72))
    #expect(try field("h72 wair⌫⌫⌫").reading().vitals == Vitals(heartRate: 72))
    #expect(VitalsSlots(under: Room.rules).slots.last?.text == "")
  }

  @Test func `an entry that is reopened has its words, and is the same again`() throws {
    for litres in [nil, 0, 2, 2.5, 15] as [Double?] {
      for position in Vitals.Position.allCases.map(Optional.some) + [nil] {
        for method in Vitals.Method.allCases.map(Optional.some) + [nil] {
          for isBaseline in [true, false] {
            let vitals = Vitals(
              heartRate: 72,
              oxygenLitres: litres,
              position: position,
              method: method,
              isBaseline: isBaseline
            )
            var slots = VitalsSlots(under: Room.rules)
            slots.fill(with: vitals)
            #expect(slots.currentSlot.kind == .reading(.bloodPressure))
            #expect(try slots.reading().vitals == vitals)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("bp 124/78 hr 72 on o2 2l supine by cuff", "on o2 2l supine by cuff"),
    ("124/78 72 98 14 on o2 2l supine", "on o2 2l supine"),
    ("124/78 72 98 14 37 air", "air"),
    ("supine cuff", "supine cuff"),
    ("124/78 72", ""),
  ]) func `a paste brings the words, and no digit of them is a reading`(
    _ text: String,
    _ words: String
  ) throws {
    var slots = VitalsSlots(under: Room.rules)
    slots.paste(text)
    #expect(slots.slots.last?.text == words)
    guard text.first != "s" else { return }
    let vitals = try slots.reading().vitals
    #expect(vitals.bloodPressure?.text == "124/78")
    #expect(vitals.heartRate == 72)
    #expect(vitals.temperature == (text.contains("37") ? 37 : nil))
  }
}
