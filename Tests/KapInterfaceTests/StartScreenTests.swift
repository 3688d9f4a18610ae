import KapCanvas
import KapTestRules
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct StartScreenTests {
  private let now = Instant(milliseconds: 1_762_267_000_000)

  private func start(open: Int = 0, ended: Int = 1) throws -> StartScreen {
    let sessions = (0..<open + ended).map { number in
      StartScreen.ListedSession(
        id: SessionID("0000000000000000000000000\(number)") ?? session,
        subject: "K-01\(number)",
        title: "IV infusion",
        room: "2",
        startedAt: now - .minutes(90),
        lastEntryAt: now - .minutes(7),
        isOpen: number < open
      )
    }
    let rules = try builtInRules("iv-infusion")
    return StartScreen(
      sessions: sessions,
      protocols: [
        StartScreen.ListedProtocol(
          name: "iv-infusion",
          title: rules.title,
          weight: rules.bound(on: "weight")
        )
      ],
      scenarios: [
        StartScreen.ListedProtocol(name: "one", title: "The first"),
        StartScreen.ListedProtocol(name: "two", title: "The second"),
      ],
      person: "ar",
      size: Size(rows: 24, columns: 80),
      glyphs: .unicode,
      now: now,
      offset: .utc
    )
  }

  private var session: SessionID {
    var generator = SystemRandomNumberGenerator()
    return SessionID(using: &generator)
  }

  /// Presses keys; what was chosen on the way, if anything.
  private func press(_ script: String, on start: inout StartScreen) -> StartChoice? {
    for key in keys(script) {
      if let choice = start.press(key) { return choice }
    }
    return nil
  }

  private func screen(_ start: StartScreen) -> String {
    start.draw().text.joined(separator: "\n")
  }

  @Test func `open sessions say how long ago somebody wrote`() throws {
    let start = try start(open: 1)
    #expect(screen(start).contains("last entry 7 min ago"))
    #expect(screen(start).contains("1 open"))
  }

  @Test func `the list fills beside the screen, and what was chosen stays chosen`() throws {
    let all = try start(open: 1, ended: 3).sessions
    var start = try start(ended: 0)
    start.take(StartScreen.Listing(sessions: [], count: 4))
    #expect(screen(start).contains("0 of 4 read"))
    #expect(!screen(start).contains("No session yet"))
    start.take(StartScreen.Listing(sessions: Array(all[1...2]), count: 4))
    #expect(screen(start).contains("0 open, 2 of 4 read"))
    #expect(press("↓", on: &start) == nil)
    let chosen = start.sessions[start.place].id
    start.take(StartScreen.Listing(sessions: all, count: nil))
    #expect(start.sessions[start.place].id == chosen)
    #expect(start.sessions.first?.isOpen == true)
    #expect(screen(start).contains("1 open ─"))
    #expect(press("⏎", on: &start) == .replay(chosen))
  }

  @Test func `until a key is pressed the first is chosen, be it read last`() throws {
    let all = try start(open: 1, ended: 3).sessions
    var start = try start(ended: 0)
    start.take(StartScreen.Listing(sessions: Array(all[1...]), count: 4))
    start.take(StartScreen.Listing(sessions: all, count: nil, problem: "1 is damaged."))
    #expect(screen(start).contains("1 is damaged."))
    #expect(press("⏎", on: &start) == .resume(all[0].id))
  }

  @Test func `while not all are read another may be open, and the code is asked`() throws {
    let all = try start(open: 1, ended: 3).sessions
    var start = try start(ended: 0)
    start.take(StartScreen.Listing(sessions: [all[0]], count: 4))
    #expect(press("⏎", on: &start) == nil)
    #expect(screen(start).contains("TYPE THE PATIENT'S CODE"))
    #expect(screen(start).contains("another may be open"))
    #expect(press("\(all[0].subject)⏎", on: &start) == .resume(all[0].id))
  }

  @Test func `q leaves from the list, and Esc only says so`() throws {
    var start = try start()
    #expect(press("⎋", on: &start) == nil)
    #expect(screen(start).contains("q leaves"))
    #expect(press("q", on: &start) == .leave)
    #expect(press("pq", on: &start) == .leave)
  }

  @Test func `Esc keeps what was typed in the form, and n takes it up`() throws {
    var start = try start()
    #expect(press("nK-099⎋", on: &start) == nil)
    #expect(start.form == nil && screen(start).contains("put aside"))
    #expect(press("n", on: &start) == nil)
    #expect(screen(start).contains("K-099"))
    #expect(press("⇥q", on: &start) == nil)
  }

  @Test func `an unusual weight is asked about with y, never with Enter`() throws {
    var start = try start()
    #expect(press("nK-099⏎⏎235kg⏎⏎⏎⏎", on: &start) == nil)
    #expect(screen(start).contains("Weight 235 is unusual"))
    #expect(press("⏎⏎", on: &start) == nil)
    guard case .open(let opened) = press("y", on: &start) else {
      Issue.record("y did not open: \(screen(start))")
      return
    }
    #expect(opened.weight == 235 && opened.subject == "K-099")
  }

  @Test(arguments: [
    ("n⏎⏎⏎⏎⏎⏎", "A patient code is needed."), ("nK⏎⏎70⏎⏎⏎⏎", "with its unit"),
    ("nK⏎⏎9999kg⏎⏎⏎⏎", "cannot be"), ("nK⏎⏎⏎⏎x⏎⏎", "3 of 6"),
    ("nK⏎⏎⏎⏎K-9⏎⏎", "3 of 6"), ("nK⏎⏎⏎⏎3 of⏎⏎", "3 of 6"), ("nK⏎⏎⏎⏎6 of 3⏎⏎", "3 of 6"),
    ("nK⏎⏎⏎⏎0⏎⏎", "3 of 6"), ("nK⏎⏎⏎⏎⏎jb⏎", "a name and a role"),
  ])
  func `what is wrong is said in words, and everything stays`(script: String, said: String) throws {
    var start = try start()
    #expect(press(script, on: &start) == nil)
    #expect(screen(start).contains(said), "\(screen(start))")
    #expect(start.form != nil)
  }

  @Test(arguments: [
    ("154", "kg or lb?", "kilograms or pounds"), ("-70kg", "no weight", "with its unit"),
    ("0kg", "no weight", "Nobody weighs nothing."), ("9999kg", "9999 kg cannot be", "cannot be"),
    ("abc", "no weight", "with its unit"), ("70stone", "kg or lb?", "no unit of weight"),
  ])
  func `a weight that is none is said at its line, which Enter does not leave`(
    weight: String,
    hint: String,
    said: String
  ) throws {
    var start = try start()
    _ = press("nK⏎⏎\(weight)", on: &start)
    #expect(screen(start).contains(hint), "\(screen(start))")
    _ = press("⏎", on: &start)
    #expect(start.form?.line == .weight)
    #expect(screen(start).contains(said), "\(screen(start))")
    _ = press("⌫⌫⌫⌫⌫⌫⌫70kg⏎", on: &start)
    #expect(start.form?.line == .room)
  }

  @Test func `an unusual weight is called that beside its line`() throws {
    var start = try start()
    _ = press("nK⏎⏎235kg", on: &start)
    #expect(screen(start).contains("235 kg, unusual"))
    _ = press("⏎", on: &start)
    #expect(start.form?.line == .room)
  }

  @Test func `pounds are said in kilograms`() throws {
    var start = try start()
    _ = press("nK⏎⏎154lb", on: &start)
    #expect(screen(start).contains("69.9 kg"))
  }

  @Test func `p lists the scenarios, Enter or a number begins one, Esc goes back`() throws {
    var start = try start()
    #expect(press("p", on: &start) == nil)
    #expect(screen(start).contains("The second"))
    #expect(press("↓⏎", on: &start) == .practise("two", isByHand: false))
    #expect(press("p2", on: &start) == .practise("two", isByHand: false))
    #expect(press("p↓h", on: &start) == .practise("two", isByHand: true))
    #expect(press("p⎋", on: &start) == nil)
    #expect(screen(start).contains("Sessions"))
  }

  @Test func `no key of the list is dead or opens a session by itself`() throws {
    for value in UInt8(32)...126 {
      var start = try start(ended: 0)
      let before = screen(start)
      let choice = press(String(UnicodeScalar(value)), on: &start)
      let isLeaving = choice == .leave || choice == nil
      #expect(isLeaving)
      let isMoving = "jk".unicodeScalars.contains(UnicodeScalar(value))
      #expect(choice != nil || isMoving || screen(start) != before, "\(UnicodeScalar(value))")
    }
  }

  @Test(arguments: ["1e2kg", "0x46kg", "+70kg", "1,000kg", "-70kg", "70kg 80kg"])
  func `a weight that the entry language would refuse is refused`(weight: String) throws {
    var start = try start()
    _ = press("nK⏎⏎\(weight)⏎⏎⏎⏎", on: &start)
    #expect(start.form?.problem?.contains("with its unit") ?? false)
  }
}
