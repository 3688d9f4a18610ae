import KapTerminalDriver
import KapTestSupport
import KapTimeline
import Testing

extension ConsoleTests {
  struct SuddenDeathTests {
    private let clinic: Clinic
    private let session: SessionID

    init() throws {
      clinic = try Clinic()
      session = try clinic.open(ago: .minutes(30))
      let dose = Dose(
        medicine: .ketamine,
        route: .intravenous,
        amount: Mass(nanograms: 35_000_000)
      )
      try clinic.record(.dose(dose), in: session, ago: .minutes(20))
    }

    /// What a screen says is saved: the words in the notes, and the names of what was kept.
    private struct Claims {
      var words: Set<String> = []
      var names: Set<String> = []

      mutating func note(_ screen: ScreenText) {
        for row in screen.panes.rows {
          words.formUnion(row.matches(of: /\be\d+\.\d\./).map { String($0.output) })
        }
        for row in screen.bottom.rows {
          names.formUnion(row.matches(of: /Kept (a\d+):/).map { String($0.output.1) })
        }
      }
    }

    @Test(.timeLimit(.minutes(4)))
    func `killed a hundred times, all that was painted as saved is there and the chart is whole`()
      throws
    {
      var generator = SeededGenerator(seed: 20_251_104)
      var claims = Claims()
      for round in 0..<100 {
        let terminal = try clinic.bareTerminal(["live"])
        let seen = try terminal.wait(for: "time gone on") {
          $0.rows.count == 24 && $0.header.contains(/T\+0:2\d:\d\d/) && $0.bottom.says("Spc pin")
        }
        try expectTime(of: seen)
        terminal.onPiece = { claims.note($0) }
        for number in 0..<Int.random(in: 0...4, using: &generator) {
          // Fewer than make a paste, should the program find them all at once.
          try terminal.send(Array("ne\(round).\(number).\r".utf8))
          terminal.waitUntilTaken(until: .now + .seconds(5))
        }
        // Somewhere between the key and the frame that answers it, or after.
        let moment = Moment.now + .microseconds(Int.random(in: 0...90_000, using: &generator))
        while Moment.now < moment { terminal.waitForChange(until: moment) }
        terminal.killAtOnce()
        claims.note(terminal.painted.text)
        #expect(terminal.painted.offences == [])
      }

      try expectThere(claims)
      #expect(try clinic.findings() == [])
      #expect(try clinic.run(["verify"]).code == 0)
      let last = try clinic.bareTerminal(["live"], columns: 120, rows: 36)
      let screen = try last.wait(for: "the console was away")
      // A draft whose entry came through is no draft any more.
      let offered = screen.bottom.rows.joined().matches(of: /\be\d+\.\d\./).map(\.output)
      #expect(!offered.contains { claims.words.contains(String($0)) }, "\(screen)")
    }

    /// The time since the dose, by the header, is what the record and the clock make of it.
    private func expectTime(of screen: ScreenText) throws {
      let session = try clinic.session(session)
      let moment = clinic.now(in: session)
      let zero = try #require(moment.zero)
      let match = try #require(screen.header.firstMatch(of: /T\+0:(\d\d):(\d\d)/))
      let (minutes, seconds) = (Int(match.output.1) ?? 0, Int(match.output.2) ?? 0)
      let shown = Span.minutes(minutes) + .seconds(seconds)
      let behind = (moment.now - zero) - shown
      #expect(behind >= .zero && behind < .seconds(5), "\(screen.header)")
    }

    private func expectThere(_ claims: Claims) throws {
      let session = try clinic.session(session)
      let notes = session.entries.compactMap { entry in
        if case .note(let note) = entry.event { note.text } else { nil }
      }
      #expect(claims.words.count > 40 && claims.names.count > 10)
      #expect(claims.words.subtracting(notes) == [])
      #expect(claims.names.filter { session.index(named: $0) == nil } == [])
    }
  }
}
