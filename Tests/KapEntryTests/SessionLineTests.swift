import KapSettings
import KapTestSupport
import KapTimeline
import Testing

@testable import KapEntry

/// Lines in a session under each protocol of the program, as far as the drafts they would write.
struct SessionLineTests {
  private static let doseForm =
    "Type dose im AMOUNT, or dose iv AMOUNT over TIME, each amount with its unit."

  static let protocols = [
    "iv-infusion", "iv-bolus", "im", "sublingual", "oral", "intranasal", "esketamine",
  ]

  @Test(arguments: protocols)
  func `a line of any words is drafted or refused with a place and a remedy`(
    name: String
  ) throws {
    var desk = try Desk(under: name)
    var generator = SeededGenerator(seed: name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    var accepted = 0
    for _ in 0..<1000 {
      let line = Self.line(using: &generator)
      let asks = generator.next() % 2 == 0
      let context = desk.context
      switch desk.take(line, asks: asks) {
      case .asked: #expect(asks, "\(line)")
      case .refused(let column, let remedy):
        #expect((0...line.count).contains(column), "\(line)")
        #expect(!remedy.isEmpty, "\(line)")
      case .accepted(let echo, let command):
        accepted += 1
        #expect(!echo.isEmpty, "\(line)")
        if command.happensAtAMoment {
          #expect(echo.contains(/\d\d:\d\d:\d\d/), "\(line) → \(echo)")
          #expect(context.doseAt == nil || echo.contains(/minute -?\d/), "\(line) → \(echo)")
        }
        if let quoted = Entry.quote(command, in: context) {
          #expect(reading(quoted, in: context) == .success(command.unconfirmed), "\(line)")
        } else {
          Issue.record("no line says what \(line) did: \(command)")
        }
      }
    }
    #expect(accepted > 150)
  }

  /// A sentence of the language, whole or spoilt in a place or two.
  private static func line(using generator: inout SeededGenerator) -> String {
    var line: [Character]
    switch generator.next() % 3 {
    case 0:
      let usage = Entry.vocabulary[Int(generator.next() % UInt64(Entry.vocabulary.count))]
      line = Array(usage.example)
    case 1:
      var commands = RandomCommands(generator: generator)
      line = Array(Entry.quote(commands.command(), in: Room.live) ?? "note hums")
      generator = commands.generator
    default:
      let count = 1 + generator.next() % 6
      let words = (0..<count).map { _ in
        FuzzTests.pieces[Int(generator.next() % UInt64(FuzzTests.pieces.count))]
      }
      line = Array(words.joined(separator: " "))
    }
    if generator.next() % 4 == 0 {
      line = Array(["@-3m ", "@+2m ", "@14:05 ", "  "][Int(generator.next() % 4)]) + line
    }
    for _ in 0..<(generator.next() % 3) where !line.isEmpty {
      let place = Int(generator.next() % UInt64(line.count))
      switch generator.next() % 4 {
      case 0: line.remove(at: place)
      case 1: line.insert(line[Int(generator.next() % UInt64(line.count))], at: place)
      case 2:
        let piece = FuzzTests.pieces[Int(generator.next() % UInt64(FuzzTests.pieces.count))]
        line.insert(contentsOf: piece, at: place)
      default: line.removeSubrange(place...)
      }
    }
    return String(line)
  }

  @Test(
    arguments: [
      ("temp 98.6", 0, "98.6 looks like °F: that is 37.0 °C; type temp 37.0."),
      ("hr 74 temp 98.6", 6, "98.6 looks like °F: that is 37.0 °C; type temp 37.0."),
      ("128/82 74 98 14 98.6", 16, "98.6 looks like °F: that is 37.0 °C; type temp 37.0."),
      ("temp 37 F", 5, "Leave out the F if it was read in °C: temp 37."),
      ("hr 74 temp 37f", 11, "Leave out the F if it was read in °C: temp 37."),
      ("temp 986", 0, "Read it again; a device that reads this can be put into a note."),
      ("temp 0", 0, nil), ("temp -5", 5, "Type temp 36.8."), ("temp", 4, "Type temp 36.8."),
      ("temp 200f", 5, "Read it again; a device that reads this can be put into a note."),
      ("temp 212 °F", 5, "Read it again; a device that reads this can be put into a note."),
      ("temp 310k", 8, "Type temp 36.8."), ("temp 9800f", 5, nil), ("temp 36.8kg", 9, nil),
      ("hr 0", 0, nil), ("hr -74", 3, "Type hr 74."), ("hr", 2, "Type hr 74."), ("hr 740", 0, nil),
      ("hr 74%", 5, "Type hr 74."), ("@-1m hr 740", 5, nil), ("spo2 0", 0, nil),
      ("spo2 980", 0, nil), ("spo2 0.98", 0, nil), ("spo2 98bpm", 7, "Type spo2 98."),
      ("rr -1", 3, "Type rr 14."), ("rr 140", 0, nil), ("map 0", 0, nil), ("map 4000", 0, nil),
      ("bp 0/0", 5, "Type bp 128/82, the upper number first."), ("bp 1280/82", 0, nil),
      ("bp 82/128", 6, "Type bp 128/82, the upper number first."),
      ("bp 128", 3, "Type bp 128/82, the upper number first."), ("bp 128/-82", 7, nil),
      ("bp", 2, "Type bp 128/82, the upper number first."), ("hr 74 on o2 200l", 6, nil),
      ("hr 74 on o2 -2l", 12, "Type on o2 2l, or on air."),
      ("hr 74 on o2 2ml", 13, "Type on o2 2l, or on air."),
      ("hr 74 on o2", 11, "Type on o2 2l, or on air."),
      ("weight 0kg", 7, nil), ("weight -70kg", 7, "Type weight 70kg, or weight 154lb."),
      ("weight 70", 7, "Type weight 70kg, or weight 154lb."),
      ("weight 70g", 9, "Type weight 70kg, or weight 154lb."),
      ("weight 11st", 9, "Type weight 70kg, or weight 154lb."), ("weight 700kg", 7, nil),
      ("weight", 6, "Type weight 70kg, or weight 154lb."), ("weight kg", 7, nil),
      ("dose im 75", 8, Self.doseForm),
      ("dose im 0mg", 8, "Type what was given, or a note if nothing was."),
      ("dose im -75mg", 8, nil), ("dose im 1ml", 9, nil), ("dose im 0.5mg/kg", 11, nil),
      ("dose im 75iu", 10, nil), ("dose im", 7, Self.doseForm),
      ("dose im 9999999mg", 8, nil), ("dose im 1,000mg", 8, nil), ("dose 75mg", 9, nil),
      ("dose iv 35mg over 0m", 18, "Type bolus instead of over and its time."),
      ("dose iv 35mg over 40", 18, "Type over TIME, in minutes as m."),
      ("dose iv 35mg over", 17, "Type over TIME, in minutes as m."),
      ("infusion start 0mg/h", 15, "Type infusion pause, or infusion stop."),
      ("infusion start 50", 15, nil), ("infusion start 50mg", 17, nil),
      ("infusion start 50ml/h", 17, nil), ("infusion start -5mg/h", 15, nil),
      ("diss 11", 0, nil), ("hr 74\u{A0}spo2 980", 6, nil), ("diss -1", 0, nil),
      ("moaas 4 diss 11", 8, nil), ("diss", 4, nil), ("diss 6mg", 5, nil),
      ("theme grief -2", 12, nil),
      ("theme grief @-3m", 12, nil), ("theme early-3 -2", 14, nil),
      ("@25:00 note a", 0, nil), ("@-1000h note a", 0, nil), ("artefact a1 because x", 0, nil),
    ] as [(String, Int, String?)]
  )
  func `a wrong unit, nothing, less than nothing and too much are refused where they stand`(
    line: String,
    column: Int,
    remedy: String?
  ) throws {
    var desk = try Desk(under: "iv-infusion")
    guard case .refused(let found, let said) = desk.take(line, asks: false) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(found == column)
    if let remedy { #expect(said == remedy) }
    #expect(!said.isEmpty)
  }

  @Test(arguments: [
    ("temp 98.6f", "Temp 37 °C", "98.6 °F as typed"), ("temp 37", "Temp 37 °C", "Temp"),
    ("weight 154lb", "weight 69.85 kg", "154 lb"), ("weight 70kg", "weight 70 kg", "154.3 lb"),
    ("dose im 500mcg", "0.5 mg", "500mcg as typed"), ("dose im 0.5g", "500 mg", "0.5g as typed"),
    ("dose im 75 mg", "75 mg", "IM"), ("infusion start 1mg/min", "60 mg an hour", "as typed"),
    ("hr 74 on o2 0l", "HR 74", "on air"),
  ])
  func `another unit is taken, and the echo says both`(
    line: String,
    kept: String,
    typed: String
  ) throws {
    var desk = try Desk(under: "iv-infusion")
    guard case .accepted(let echo, _) = desk.take(line, asks: false) else {
      Issue.record("\(line) was refused")
      return
    }
    #expect(echo.contains(kept), "\(echo)")
    #expect(echo.contains(typed), "\(echo)")
  }
}
