import KapEntry
import KapTestRules
import KapTimeline
import Testing

/// A screener whose later questions hang on an earlier one, as it comes from a pipe.
struct TriageSentenceTests {
  private let room: EntryContext

  init() throws {
    var room = Room.live
    room.clinicProtocol = try builtInRules("iv-infusion")
    self.room = room
  }

  private func answers(_ line: String) throws -> [String: Int]? {
    guard case .assess(let given) = try Entry.parse(line, in: room).command else { return nil }
    return given.answers
  }

  @Test(arguments: [
    ("1=0 2=0 6=0", "C-SSRS 0, no yes"), ("1=1 2=0 6=0", "C-SSRS 1, low"),
    ("0 0 - - - 0", "C-SSRS 0, no yes"), ("0 0 - - - 1 0", "C-SSRS 2, moderate"),
    ("0 0 - - - 1", "C-SSRS 2, at least moderate, 1 skipped"), ("0000000", "C-SSRS 0, no yes"),
    ("1 1 1 0 0 0", "C-SSRS 2, moderate"), ("1 1 0 1 0 0", "C-SSRS 3, high"),
    ("1 1 6=0", "C-SSRS 1, at least low, 3 skipped"), ("2=0 5=1", "C-SSRS 3, high, 3 skipped"),
    ("1=0 2=0", "C-SSRS, 2 skipped"), ("6=0", "C-SSRS, 5 skipped"),
    ("2=1 3=1 6=0", "C-SSRS 2, at least moderate, 3 skipped"),
    ("1=0 2=1 3=1 4=0 5=0 6=1 6b=0", "C-SSRS 2, moderate"),
    ("6=1", "C-SSRS 2, at least moderate, 6 skipped"),
  ])
  func `the highest yes places a person and what is not asked is not missing`(
    line: String,
    words: String
  ) throws {
    let sentence = try Entry.parse("assess cssrs \(line)", in: room)

    #expect(Entry.echo(sentence, in: room).hasPrefix("\(words) at "))
  }

  @Test(arguments: [("0 0 0", 17), ("0 0 1", 17), ("1 0 1 1", 17), ("0 0 - 1 0", 19)])
  func `an answer by its place to what is not asked may be meant for another`(
    line: String,
    column: Int
  ) {
    #expect {
      try Entry.parse("assess cssrs \(line)", in: room)
    } throws: { error in
      guard let error = error as? EntryError else { return false }
      return error.column == column && "\(error)".contains("is not asked after item 2")
        && "\(error)".contains("Type - for each")
    }
  }

  @Test func `an answer that was given all the same is quoted so that it reads back`() throws {
    let odd = Assessment(scale: "cssrs", answers: ["1": 0, "2": 0, "4": 1, "6": 0])
    let line = try #require(Entry.quote(.assess(odd), in: room))

    #expect(try Entry.parse(line, in: room).command == .assess(odd))
  }

  @Test(arguments: [("rass +4", 4.0), ("rass -5", -5), ("rass 0", 0), ("scores rass +1", 1)])
  func `a score is written with the sign that its scale is written with`(
    line: String,
    value: Double
  ) throws {
    let command = try Entry.parse(line, in: room).command
    #expect(command == .score([Score(scale: "rass", value: value)]))
  }

  @Test func `parts that make no whole are said each by itself`() throws {
    let line = "assess meq30 mystical=60 mood=70 time-space=80 ineffability=90"
    let echo = Entry.echo(try Entry.parse(line, in: room), in: room)
    #expect(echo.contains("MEQ-30 mystical 60, mood 70, time-space 80, ineffability 90"))
    let rest = Entry.echo(try Entry.parse("assess meq30 mystical=60", in: room), in: room)
    #expect(rest.contains("MEQ-30 mystical 60, 3 skipped"))
  }

  @Test func `a score is echoed with the name of its band`() throws {
    let echo = Entry.echo(try Entry.parse("madrs 31", in: room), in: room)
    #expect(echo.contains("MADRS 31, moderate"))
  }

  @Test func `quotation marks around what was done about an effect are not part of it`() throws {
    let line = "effect nausea mild action \"medicine given\" outcome \"as it came\""
    guard case .report(let effect) = try Entry.parse(line, in: room).command else {
      Issue.record("no effect")
      return
    }
    #expect(effect.action == "medicine given")
    #expect(effect.outcome == "as it came")
  }
}
