import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  /// One session from the start screen to its replay, by keys alone.
  struct DayTests {
    private let clinic: Clinic

    init() throws { clinic = try Clinic() }

    @Test func `a session is opened, recorded, ended, shown and replayed`() throws {
      let terminal = try clinic.terminal([])
      try open(at: terminal)
      try prepare(at: terminal)
      try comeUp(at: terminal)
      try crossTheLimit(at: terminal)
      try leave(at: terminal)

      try compare(clinic.shown())
      #expect(try clinic.findings() == [])
      try replay()
      try writeLate()
    }

    private func open(at terminal: Terminal) throws {
      try terminal.wait(for: "No session yet")
      try terminal.press(.character("n"))
      try terminal.wait(for: "New session")
      for line in ["K-014", "", "70kg", "2", "3 of 6"] {
        try terminal.type(line)
        try terminal.press(.tab)
      }
      try terminal.type("jb therapist")
      try terminal.press(.enter)
      try terminal.wait(for: "the session") {
        $0.header.hasPrefix(" LIVE  K-014  3 of 6  room 2") && $0.header.contains("before dose")
      }
    }

    private func prepare(at terminal: Terminal) throws {
      for sentence in ["allergies none known", "escort sister", "calming slower music"] {
        try terminal.enter(sentence)
        try terminal.wait(for: "at rest")
      }
      try terminal.press(.character("p"))
      try terminal.wait(for: "PHASE")
      try terminal.agree()
      try terminal.wait(for: "Phase  PREPARATION")
      try terminal.wait(for: "Dose waits for: identity, consent date")
      // Down the list, with the first vitals where it asks for them.
      try terminal.goThrough("CHECKS", from: "checks ")
      try terminal.wait(for: "no item that the dose waits for") { !$0.says("Dose waits for") }
      // The worksheet, then the dose that was planned there.
      try terminal.press(.character("r"))
      try terminal.wait(for: "Rx")
      try terminal.agree()
      try terminal.wait(for: "the worksheet") { $0.bottom.says("iv over 40m 35mg▏") }
      try terminal.wait(for: "10 mg/mL: 3.5 mL")
      try terminal.press(.enter)
      try terminal.wait(for: "the plan") { $0.panes.says("planned") }
      try terminal.press(.character("r"))
      try terminal.wait(for: "the dose of the worksheet") { $0.bottom.says("Rx") }
      try terminal.agree()
      try terminal.wait(for: "0.5 mg/kg at 70 kg")
      try terminal.agree()
      try terminal.wait(for: "time since the dose") { $0.header.contains("T+0:00:0") }
      #expect(try !terminal.look().says("URGENT"))
    }

    private func vitals(_ figures: String, at terminal: Terminal) throws {
      try terminal.press(.character("v"))
      try terminal.wait(for: "VITALS")
      try terminal.type(figures)
      try terminal.press(.enter)
      try terminal.wait(for: "Kept")
    }

    private func comeUp(at terminal: Terminal) throws {
      try terminal.press(.character("p"))
      try terminal.wait(for: "PHASE")
      try terminal.agree()
      try terminal.wait(for: "Phase  ONSET")
      try terminal.press(.space)
      try terminal.wait(for: "pin 1 kept")
      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type("jb: hand on shoulder")
      try terminal.press(.enter)
      try terminal.wait(for: "JB's observation") {
        $0.panes.row(with: "hand on shoulder")?.contains("JB") ?? false
      }
      try terminal.press(.character("s"))
      try terminal.wait(for: "SAID")
      try terminal.type("I am floating")
      try terminal.press(.enter)
      try terminal.wait(for: "Pt “I am floating”")
      try terminal.press(.character("t"), .character("6"))
      try terminal.agree()
      try terminal.wait(for: "a technique") { $0.panes.says("music 5") }
      try terminal.press(.character("d"))
      try terminal.wait(for: "DUE")
      try terminal.choose("pin 1")
      try terminal.agree()
      try terminal.wait(for: "PIN 1")
      try terminal.type("grips the chair")
      try terminal.press(.enter)
      try terminal.wait(for: "the pin's words") { $0.panes.says("grips the chair") }
    }

    private func crossTheLimit(at terminal: Terminal) throws {
      try vitals("127/104 98 96 15", at: terminal)
      try terminal.press(.character("c"))
      try terminal.wait(for: "CORRECT")
      try terminal.type("172/104")
      try terminal.press(.enter)
      try terminal.wait(for: "NOTICE  BP 172/104")
      try terminal.press(.character("a"))
      try terminal.wait(for: "ACK")
      try terminal.type("cuff moved")
      try terminal.press(.enter)
      try terminal.wait(for: "acknowledged")
      try terminal.press(.character("x"), .character("1"))
      try terminal.wait(for: "mild")
      try terminal.press(.character("1"), .enter)
      try terminal.wait(for: "the effect") { $0.panes.says("nausea, mild") }
      try terminal.press(.character("r"))
      try terminal.wait(for: "Rx")
      try terminal.type("ond")
      try terminal.press(.tab)
      try terminal.type(" 4mg iv for nausea by dr-l")
      try terminal.press(.enter)
      try terminal.wait(for: "the medicine") { $0.panes.says("ondansetron") }
      // A note of the wrong room, and its taking back.
      try terminal.enter("note wrong room")
      try terminal.wait(for: "the note") { $0.panes.says("wrong room") }
      try terminal.press(.character("u"))
      try terminal.wait(for: "mistyped")
      try terminal.agree()
      try terminal.wait(for: "entered in error")
    }

    private func leave(at terminal: Terminal) throws {
      for phase in ["PEAK", "RETURN", "RECOVERY"] {
        try terminal.press(.character("p"))
        try terminal.wait(for: "PHASE")
        try terminal.agree()
        try terminal.wait(for: "Phase  \(phase)")
      }
      try terminal.enter("end")
      try terminal.wait(for: "what is still open") { $0.bottom.says("nausea not ended") }
      try terminal.press(.escape)
      try terminal.wait(for: "put aside: line “end”")
      for (sentence, kept) in [
        ("infusion stop", "infusion stopped"), ("effect nausea end", "nausea ended"),
        ("technique music 5 stop", "music 5 ends"),
      ] {
        try terminal.enter(sentence)
        try terminal.wait(for: kept) { $0.bottom.says(kept) }
      }
      try terminal.goThrough("LEAVING", from: "leaving ")
      try terminal.press(.enter)
      try terminal.wait(for: "the line again") { $0.bottom.says("LINE") && $0.bottom.says("end") }
      try terminal.agree()
      try terminal.wait(for: "the end in the header") { $0.header.contains("ended") }
      try terminal.enter("leave")

      #expect(try terminal.end() == 0)
      let modes = try terminal.modes()
      #expect(modes.before == modes.after)
    }

    private func compare(_ shown: ShownSession) {
      #expect(shown.subject == "K-014")
      #expect(shown.state == "ended")
      let kinds = ["vitals", "dose", "pin", "note", "correction", "acknowledgement", "effect"]
      let counts = kinds.map { shown.events($0).count }
      #expect(counts == [2, 1, 2, 3, 1, 1, 2])
      #expect(shown.events("plan").count == 1)
      #expect(shown.events("check").count > 20)
      #expect(shown.events("given").count == 1)
      #expect(shown.events("void").count == 1)
      #expect(shown.events("note").contains { $0.observer == "jb" && $0.author == "ar" })
      #expect(shown.events("attached").count == 1)
      #expect(shown.events("detached").count == 1)
      #expect(!shown.events.contains { $0.late })
    }

    private func replay() throws {
      let terminal = try clinic.terminal(["replay", "last"], columns: 120, rows: 36)
      try terminal.wait(for: "the record's beginning") {
        $0.header.hasPrefix(" REPLAY  K-014") && $0.says("chain whole")
      }
      #expect(try !terminal.look().panes.says("cuff moved"))
      try terminal.press(.character("9"))
      try terminal.wait(for: "cuff moved")
      try terminal.press(.character("0"))
      try terminal.wait(for: "the beginning again") { !$0.panes.says("cuff moved") }
      for key: Keystroke in [.space, .character("+"), .character("+"), .character("+")] {
        try terminal.press(key)
      }
      try terminal.wait(for: "cuff moved")
      try terminal.press(.character("0"), .character("a"))
      try terminal.wait(for: "AS KNOWN at")
      try terminal.press(.character("a"))
      try terminal.wait(for: "WITH LATER ENTRIES")
      try terminal.press(.character("q"))
      #expect(try terminal.end() == 0)
    }

    /// Afterwards JB writes into the replay, about the moment at which it stands.
    private func writeLate() throws {
      let words = "let go at once"
      let terminal = try clinic.terminal(["replay", "last"], as: "jb", columns: 120, rows: 36)
      try terminal.wait(for: "chain whole")
      try terminal.press(.character("5"), .character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type(words)
      try terminal.press(.enter)
      try terminal.wait(for: "a late entry about")
      try terminal.wait(for: "the late entry") { $0.panes.says(words) }
      try terminal.press(.character("a"))
      try terminal.wait(for: "as known") { $0.says("AS KNOWN at") && !$0.panes.says(words) }
      try terminal.press(.character("q"))
      #expect(try terminal.end() == 0)

      let shown = try clinic.shown()
      let id = try #require(SessionID(shown.session))
      let entries = try clinic.session(id).entries
      let end = try #require(entries.first { $0.event == .ended })
      let note = try #require(entries.first { $0.event == .note(Note(words, voice: .therapist)) })
      #expect(note.recorded.author == "jb")
      #expect(note.occurredAt < end.occurredAt)
      #expect(note.recorded.recordedAt > end.recorded.recordedAt)
      #expect(try clinic.findings() == [])
    }
  }
}
