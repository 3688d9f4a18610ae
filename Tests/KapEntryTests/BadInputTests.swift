import KapTimeline
import Testing

@testable import KapEntry

/// Every verb with nothing, less than nothing, the absurd, a wrong unit and a wrong time: refused or
/// asked about once, in words, at a screen and from a pipe, and nothing is lost.
struct BadInputTests {
  /// What is wrong of a verb: lines that are refused, and lines that are asked about.
  struct Row {
    let verb: Verb
    var rules = "iv-infusion"
    var before: [String] = []
    let refused: [String]
    var asked: [String] = []
  }

  @Test(arguments: [
    ("escort 0", 7), ("escort -", 7), ("escort 12", 7), ("room -1", 5), ("room −2", 5),
    ("room -", 5), ("call 0", 5), ("call -1: come", 5), ("join 0 as monitor", 5),
  ])
  func `what can be no name is refused in words`(line: String, column: Int) throws {
    let error = #expect(throws: EntryError.self) { try Entry.parse(line, in: Room.live) }
    #expect(error?.column == column)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test(arguments: [
    ("room 2", Command.setFrame(.room("2"))), ("room B-1", .setFrame(.room("B-1"))),
    ("room garden, left", .setFrame(.room("garden, left"))),
    ("escort son 3", .setFrame(.escort("son 3"))),
    ("call 911", .callOut(Call(to: "911"))),
  ])
  func `what can be a name stays as it was typed`(line: String, command: Command) throws {
    #expect(try Entry.parse(line, in: Room.live).command == command)
  }

  @Test func `no verb of the language is left out`() {
    #expect(Set(Self.rows.map(\.verb)) == Set(Verb.allCases))
  }

  private func desk(_ row: Row) throws -> Desk {
    var desk = try Desk(under: row.rules)
    for line in row.before {
      guard case .accepted = desk.take(line, asks: false) else {
        Issue.record("\(row.verb): \(line) was not taken")
        continue
      }
    }
    return desk
  }

  @Test(arguments: rows.indices)
  func `what cannot be is refused in words, at a screen and from a pipe`(_ place: Int) throws {
    let row = Self.rows[place]
    for line in row.refused {
      for asks in [true, false] {
        var desk = try desk(row)
        let count = desk.count
        guard case .refused(let column, let remedy) = desk.take(line, asks: asks) else {
          Issue.record("\(line) was not refused")
          continue
        }
        #expect((0...line.count).contains(column), "\(line)")
        #expect(!remedy.isEmpty, "\(line)")
        #expect(desk.count == count, "\(line)")
      }
    }
  }

  @Test(arguments: rows.indices)
  func `what is absurd is asked once at a screen, and kept from a pipe until a person says so`(
    _ place: Int
  ) throws {
    let row = Self.rows[place]
    for line in row.asked {
      var screen = try desk(row)
      let count = screen.count
      guard case .asked = screen.take(line, asks: true) else {
        Issue.record("\(line) was not asked about")
        continue
      }
      #expect(screen.count == count, "\(line)")
      guard case .accepted = screen.take(line, asks: true, isInsisted: true) else {
        Issue.record("\(line) was asked about again")
        continue
      }
      #expect(screen.unconfirmed.isEmpty, "\(line)")
      var pipe = try desk(row)
      guard case .accepted = pipe.take(line, asks: false) else {
        Issue.record("\(line) was lost")
        continue
      }
      #expect(!pipe.unconfirmed.isEmpty, "\(line)")
      #expect(pipe.waiting.due.count == 1, "\(line)")
      for notice in pipe.waiting.notices {
        #expect(notice.limit != nil && notice.nextStep != nil && !notice.sources.isEmpty, "\(line)")
      }
      // Readings wait in the list of what is due, beside the notices of their own limits.
      let isReading = line.contains("hr ") && row.verb == .correct || row.verb == .vitals
      #expect(pipe.waiting.notices.count == (isReading ? 0 : 1), "\(line)")
    }
  }

  @Test(arguments: Verb.allCases)
  func `a time to come, before the session or after its end is refused`(_ verb: Verb) throws {
    let exempt: Set<Verb> = [.correct, .void, .undo, .confirm, .artefact, .reopen, .acknowledge]
    for asks in [true, false] {
      for time in ["@+600m", "@-1000h"] {
        var desk = try Desk(under: "iv-infusion")
        _ = desk.take("dose iv 35mg", asks: false)
        let count = desk.count
        guard case .refused(_, let remedy) = desk.take("\(time) \(verb.example)", asks: asks) else {
          Issue.record("\(time) \(verb.example) was not refused")
          continue
        }
        #expect(!remedy.isEmpty)
        #expect(desk.count == count)
      }
      guard !exempt.contains(verb) else { continue }
      var desk = try Desk(under: "iv-infusion")
      for line in ["pin", "pin", "end"] { _ = desk.take(line, asks: false) }
      let count = desk.count
      // The words of a pin that was dropped before the end come later.
      let line = verb == .pin ? "pin frightened" : verb.example
      guard case .refused(_, let remedy) = desk.take(line, asks: asks) else {
        Issue.record("\(line) was taken after the end")
        continue
      }
      #expect(!remedy.isEmpty)
      #expect(desk.count == count)
    }
  }
}
