import Foundation
import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  /// What ends the program from outside, and the keys that elsewhere would.
  struct EndingTests {
    private let clinic: Clinic
    private let session: SessionID

    init() throws {
      clinic = try Clinic()
      session = try clinic.open(ago: .minutes(30))
      let amount = Mass(nanograms: 35_000_000)
      let dose = Dose(medicine: .ketamine, route: .intravenous, amount: amount)
      try clinic.record(.dose(dose), in: session, ago: .minutes(20))
      // Nobody is silent for long: the only gap can be the program's own.
      for minutes in [25, 15, 10, 5, 1] {
        try clinic.record(.note(Note("calm")), in: session, ago: .minutes(minutes))
      }
    }

    /// Sits down and begins a note that is not sent.
    private func begin() throws -> BareTerminal {
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type("half a sentence")
      try terminal.wait(for: "half a sentence")
      return terminal
    }

    /// Sits down again: the draft is offered, time has gone on, and the gap is seen.
    private func expectResumed(gap: Bool) throws {
      let terminal = try clinic.bareTerminal(["live"], columns: 120, rows: 36)
      let screen = try terminal.wait(for: "Enter takes it up")
      #expect(screen.header.contains("T+0:20:") || screen.header.contains("T+0:21:"))
      // The gap stands there once this seat's own coming is on disk.
      if gap { try terminal.wait(for: "the console was away") }
      try terminal.press(.enter)
      try terminal.wait(for: "the draft") { $0.bottom.says("half a sentence") }
      try terminal.press(.enter)
      let noted = try terminal.wait(for: "the note") { $0.panes.says("half a sentence") }
      #expect(noted.panes.says("the console was away") == gap)
      #expect(terminal.painted.offences == [])
      #expect(try clinic.findings() == [])
    }

    private func detachments() throws -> [String?] {
      try clinic.session(session).entries.compactMap { entry in
        if case .detached(let seat) = entry.event { seat.reason } else { nil }
      }
    }

    @Test func `a terminal that hangs up is noted, and the draft is kept`() throws {
      let code = try begin().hangUp()

      #expect(code == 130)
      #expect(try detachments() == ["terminal lost"])
      try expectResumed(gap: false)
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `a request to end gives the terminal back and keeps the draft`(number: Int32) throws {
      let terminal = try clinic.terminal(["live"])
      try terminal.wait(for: "at rest")
      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type("half a sentence")
      try terminal.signal(number)

      #expect(try terminal.end() == 130)
      let modes = try terminal.modes()
      #expect(modes.before == modes.after)
      #expect(try detachments().count == 1)
      try expectResumed(gap: false)
    }

    @Test func `a program killed is missed, and what was kept comes back`() throws {
      let terminal = try begin()
      // Drafts are sealed each second: the clock in the header tells when one has passed.
      let clock = try terminal.look().header
      try terminal.wait(for: "two ticks") { $0.header != clock }
      let later = try terminal.look().header
      try terminal.wait(for: "two ticks") { $0.header != later }
      terminal.killAtOnce()

      #expect(try detachments() == [])
      try expectResumed(gap: true)
    }

    @Test(
      arguments: [
        Keystroke.control("c"), .control("z"), .control("s"), .control("q"), .control("\\"),
        .control("d"), .control("v"), .control("o"), .control("y"),
      ]
    )
    func `no key of the line's own ends or stops a session`(key: Keystroke) throws {
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      try terminal.press(key, key)
      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type("still here")
      try terminal.press(key)
      let aside = key == .control("c")
      try terminal.wait(for: aside ? "put aside" : "still here")
      try terminal.press(.enter)
      if aside { try terminal.agree() }
      try terminal.wait(for: "the note") { $0.panes.says("still here") }

      #expect(terminal.painted.offences == [])
    }

    @Test func `a replay is suspended and goes on as it was`() throws {
      let terminal = try clinic.terminal(
        ["replay", "last"],
        preparation: "set -m",
        afterwards: "fg"
      )
      try terminal.wait(for: "REPLAY")
      try terminal.press(.control("z"))
      try terminal.wait(for: "paused")
      let modes = try terminal.modes()
      #expect(modes.before == modes.after)
      try terminal.press(.enter)
      try terminal.wait(for: "REPLAY")
      try terminal.press(.character("q"))
      #expect(try terminal.end() == 0)
    }
  }
}
