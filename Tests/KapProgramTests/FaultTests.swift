import Foundation
import GRDB
import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  /// What disks, locks and strangers do to a chart while somebody works in it.
  struct FaultTests {
    private let clinic: Clinic
    private let session: SessionID

    init() throws {
      clinic = try Clinic()
      session = try clinic.open()
    }

    private var notes: Int {
      get throws { try clinic.session(session).list(of: .note).count }
    }

    /// Types a note and sends it.
    private func send(_ words: String, at terminal: BareTerminal) throws {
      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type(words)
      try terminal.press(.enter)
    }

    /// Expects that what was sent stands in the line, unsaved, and is saved once `mending` is done.
    private func expectUnsaved(
      _ words: String,
      because why: String,
      at terminal: BareTerminal,
      mending: () throws -> Void
    ) throws {
      let unsaved = try terminal.wait(for: "NOT SAVED, why, and the text") { screen in
        screen.bottom.says("NOT SAVED: ") && screen.bottom.says(words)
          && screen.bottom.rows.joined(separator: " ").contains(why)
      }
      #expect(!unsaved.panes.says(words), "nothing unsaved is in the panes: \(unsaved)")
      #expect(try notes == 0)

      try mending()
      try terminal.press(.enter)
      try terminal.wait(for: "the note, saved") { $0.panes.says(words) && !$0.says("NOT SAVED") }
      try terminal.enter("leave")
      #expect(terminal.end() == 0)
      #expect(terminal.painted.offences == [])
      #expect(try notes == 1)
      #expect(try clinic.findings() == [])
    }

    /// Waits until the seat's own coming is on disk, or it would wait for the lock too.
    private func waitUntilSeated(_ terminal: BareTerminal) throws {
      try terminal.wait(for: "its own coming") { _ in
        try !clinic.session(session).list(of: .attached).isEmpty
      }
    }

    /// Takes the chart's lock as another process would that hangs, until it rolls back.
    private func holdChart() throws -> DatabaseQueue {
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      configuration.busyMode = .timeout(5)
      let holder = try DatabaseQueue(
        path: clinic.path("chart/chart.db"),
        configuration: configuration
      )
      try holder.unsafeReentrantWrite { try $0.execute(sql: "BEGIN EXCLUSIVE") }
      return holder
    }

    #if os(Linux)
    @Test func `files that may not grow leave the text in the line until they may`() throws {
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      // As a quota would: the kernel refuses the write and sends a signal that is deadly.
      try FileSizeLimit.set(1, of: terminal.processIdentifier)
      try send("calm", at: terminal)

      try expectUnsaved("calm", because: "The disk failed", at: terminal) {
        try FileSizeLimit.set(nil, of: terminal.processIdentifier)
      }
    }

    @Test func `without room for a line, entering says so and ends with 74`() throws {
      let ended = try clinic.run(
        ["enter", session.text],
        input: Data("note calm\nnote calmer\n".utf8),
        fileBlocks: 1
      )

      #expect(ended.code == 74)
      #expect(ended.output.isEmpty)
      #expect(ended.talk.contains("The disk failed"))
      #expect(try notes == 0)
      #expect(try clinic.findings() == [])
    }
    #endif

    @Test(.enabled(if: Mount.isPossible, "only root can mount a small disk"))
    func `a full disk leaves the text in the line until there is room`() throws {
      let small = try Clinic(onDiskOf: 1_024)
      let session = try small.open()
      let terminal = try small.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      try small.fillDisk()
      try send("calm", at: terminal)
      let unsaved = try terminal.wait(for: "NOT SAVED: The disk is full")
      #expect(unsaved.bottom.says("calm") && !unsaved.panes.says("calm"))
      #expect(try small.run(["enter", session.text], input: Data("note x\n".utf8)).code == 74)

      try small.makeRoom()
      try terminal.press(.enter)
      try terminal.wait(for: "the note") { $0.panes.says("calm") }

      #expect(try small.session(session).list(of: .note).count == 1)
      #expect(try small.findings() == [])
    }

    @Test(.enabled(if: Mount.isPossible || geteuid() != 0, "root is refused by mounts alone"))
    func `a chart that may not be written is refused in words`() throws {
      try clinic.withReadOnlyChart {
        for command in [["live"], ["enter", "last", "note x"], ["show", "last"], ["verify"]] {
          let terminal = try clinic.bareTerminal(command)

          #expect(terminal.end() == 77, "\(command)")
          #expect(terminal.painted.said.contains("may not read and write the chart"))
        }
      }
      #expect(try notes == 0)
    }

    @Test(arguments: [["live"], [], ["replay", "last"], ["enter", "last", "note x"], ["verify"]])
    func `a wrong passphrase is refused in words`(command: [String]) throws {
      try clinic.write("sesame open\n", to: "pass")

      let terminal = try clinic.bareTerminal(command)

      #expect(terminal.end() == 77)
      #expect(terminal.painted.said.contains("The passphrase is not this person's."))
      #expect(!terminal.bytes.contains("\u{1B}"))
    }

    @Test(arguments: [["live"], [], ["enter", "last", "note x"], ["verify"]])
    func `a chart of a newer program is refused in words`(command: [String]) throws {
      let queue = try DatabaseQueue(path: clinic.path("chart/chart.db"))
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('a form of tomorrow')")
      }
      try queue.close()

      let terminal = try clinic.bareTerminal(command)

      #expect(terminal.end() == 65)
      #expect(terminal.painted.said.contains("A newer kap has changed this chart's form."))
    }

    @Test func `a chart that another process holds keeps the text until it lets go`() throws {
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      try waitUntilSeated(terminal)
      let holder = try holdChart()
      try send("calm", at: terminal)
      try terminal.wait(for: "saving")
      // The next line may be composed meanwhile.
      try terminal.wait(for: "why it waits", within: .seconds(4)) {
        $0.bottom.says("keeps it waiting") && $0.bottom.says("NOT SAVED YET")
      }
      #expect(try clinic.run(["enter", "last", "note x"]).code == 75)

      try expectUnsaved("calm", because: "Another kap holds the chart", at: terminal) {
        try holder.unsafeReentrantWrite { try $0.execute(sql: "ROLLBACK") }
        try holder.close()
      }
    }

    @Test func `what a lock kept from the disk is offered again after the terminal is gone`() throws
    {
      let terminal = try clinic.bareTerminal(["live"])
      try terminal.wait(for: "at rest")
      try waitUntilSeated(terminal)
      let holder = try holdChart()
      try send("calm", at: terminal)
      try terminal.wait(for: "NOT SAVED: ")
      try holder.unsafeReentrantWrite { try $0.execute(sql: "ROLLBACK") }
      try holder.close()
      #expect(terminal.hangUp() == 130)

      let again = try clinic.bareTerminal(["live"])
      try again.wait(for: "Enter takes it up")
      try again.press(.enter)
      try again.wait(for: "the text") { $0.bottom.says("calm") }
      try again.press(.enter)
      try again.wait(for: "the note") { $0.panes.says("calm") }

      #expect(try notes == 1)
    }
  }
}
