import Foundation
import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  /// What is typed while the program stands still: its bytes come in one piece when it goes on.
  struct StallTests {
    private let clinic: Clinic
    private let session: SessionID

    init() throws {
      clinic = try Clinic()
      session = try clinic.open()
    }

    private func stated() throws -> [String] {
      let session = try clinic.session(session)
      let now = clinic.now(in: session)
      let indices = session.entries.indices.filter { index in
        let kind = session.entries[index].event.kind
        return kind.isStated && kind != .opened && kind != .joined && kind != .frame
      }
      return indices.map { now.words(of: $0) }
    }

    /// A program that gets these keys while it stands still, once it goes on and has taken them.
    private func stalled(after begun: [Keystroke], typing keys: [Keystroke]) throws -> BareTerminal
    {
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      for key in begun {
        try terminal.press(key)
        try terminal.wait(for: "its field") { !$0.bottom.says("at rest") }
      }
      terminal.signal(SIGSTOP)
      try terminal.send(keys.flatMap(\.bytes))
      terminal.signal(SIGCONT)
      terminal.waitUntilTaken(until: .now + .seconds(10))
      return terminal
    }

    private func text(_ words: String) -> [Keystroke] {
      words.map { $0 == "\r" ? .enter : .character($0) }
    }

    @Test func `at rest it is the draft of a note, and no Enter in it records`() throws {
      let typed = "nall is calm\rv124/78 72\rp\r\rd\r"
      let terminal = try stalled(after: [], typing: text(typed))
      let screen = try terminal.wait(for: "Nothing is recorded until Enter")
      #expect(screen.bottom.says("nall is calm"), "\(screen)")
      #expect(try stated() == [])
      try terminal.press(.escape)
      try terminal.wait(for: "put aside")
      #expect(try stated() == [])
    }

    @Test(arguments: ["u\r\r", "p\r\r\r", "d\r\r\rx1\r", "x\r\r"])
    func `a few keys at rest record nothing by an Enter that nobody could have meant`(
      typed: String
    ) throws {
      let terminal = try stalled(after: [], typing: text(typed))
      try terminal.wait(for: "the field") { !$0.bottom.says("at rest") }
      // What came before a note is on disk with it.
      try terminal.press(.escape, .escape)
      try terminal.enter("note done")
      try terminal.wait(for: "the note") { $0.panes.says("done") }
      #expect(try stated() == ["done"])
    }

    @Test func `in a field it is what was typed there, and its one Enter records it`() throws {
      let terminal = try stalled(
        after: [.character("n")],
        typing: text("hand on shoulder, breath slows\r")
      )
      try terminal.wait(for: "the note") { $0.panes.says("hand on shoulder, breath") }
      #expect(try stated() == ["hand on shoulder, breath slows"])
    }

    @Test func `a set of vitals and what comes after it are in no row that nobody sent`() throws {
      let terminal = try stalled(
        after: [.character("v")],
        typing: text("124/78 72 98 14\rncalm\r")
      )
      let screen = try terminal.wait(for: "the slots") { $0.bottom.says("124/78") }
      #expect(try stated() == [])
      #expect(screen.bottom.says("VITALS"), "\(screen)")
    }

    @Test func `the key of the emergency works after a stall, and loses nothing typed`() throws {
      let emergency: [UInt8] = Array("\u{1B}[20~".utf8)
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      terminal.signal(SIGSTOP)
      try terminal.send(Array("he cannot breathe".utf8) + emergency)
      terminal.signal(SIGCONT)
      try terminal.wait(for: "the card") { $0.panes.says("EMERGENCY  started") }
      try terminal.wait(for: "the draft") { $0.bottom.says("put aside: note “he cannot breathe”") }
    }
  }
}
