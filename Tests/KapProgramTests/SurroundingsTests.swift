import KapTerminalDriver
import Testing

extension ConsoleTests {
  /// Terminals and locales that are not what the program would wish for.
  struct SurroundingsTests {
    private let clinic: Clinic

    init() throws {
      clinic = try Clinic()
      try clinic.open()
    }

    @Test(
      arguments: [
        ("dumb", "cannot show a full screen"), ("", "TERM is not set"),
        ("nonesuch", "does not know the terminal “nonesuch”"),
        ("no\u{1B}[31msuch", "does not know the terminal “no?[31msuch”"),
      ]
    )
    func `a terminal of no use is refused in words`(name: String, words: String) throws {
      for command in [["live"], ["replay", "last"], []] {
        let terminal = try clinic.bareTerminal(command, environment: ["TERM": name])
        let code = terminal.end()

        #expect(code == 64, "\(command)")
        #expect(terminal.painted.said.hasPrefix("kap: "))
        #expect(terminal.painted.said.contains(words), "\(terminal.painted.said)")
        #expect(!terminal.painted.said.contains("\u{1B}"))
      }
    }

    @Test(arguments: ["dumb", ""])
    func `a practice session is printed where no screen can be drawn`(name: String) throws {
      let terminal = try clinic.bareTerminal(["demo"], environment: ["TERM": name])

      #expect(terminal.end() == 0)
      #expect(terminal.painted.said.contains("Summary of practice session"))
      #expect(!terminal.painted.said.contains("\u{1B}"))
    }

    @Test(arguments: [["live"], ["replay", "last"], []])
    func `without a terminal the program says what works without one`(command: [String]) throws {
      let ended = try clinic.run(command, environment: ["TERM": "xterm-256color"])

      #expect(ended.code == 64)
      #expect(ended.output.isEmpty)
      #expect(ended.talk.hasPrefix("kap: There is no terminal here."))
      #expect(ended.talk.contains("without") || ended.talk.contains("need none"))
    }

    @Test(
      arguments: [
        (["--subject", "K-014", "--protocol", "iv-infusion", "--weight", "72"], "--weight 72"),
        (["--subject", "K-014", "--protocol", "esketamine"], "--protocol esketamine"),
        (["--weight", "72"], "add --subject and --protocol"),
        (["last", "--room", "9"], "add --subject and --protocol"),
      ]
    )
    func `what is said of a new session is never dropped for the open one`(
      options: [String],
      words: String
    ) throws {
      let terminal = try clinic.bareTerminal(["live"] + options)

      #expect(terminal.end() == 64)
      #expect(terminal.painted.said.contains(words), "\(terminal.painted.said)")
    }

    @Test(arguments: ["-5", "0", "154lbs4", ""])
    func `a weight nobody has is refused for what it is`(weight: String) throws {
      let ended = try clinic.run(
        ["open", "--subject", "K-014", "--protocol", "iv-infusion", "--weight", weight]
      )

      #expect(ended.code == 64)
      #expect(ended.output.isEmpty)
      #expect(ended.talk.contains("--weight: "), "\(ended.talk)")
      #expect(!ended.talk.contains("Missing value"), "\(ended.talk)")
    }

    @Test(arguments: ["</dev/null", ">/dev/null"])
    func `half a terminal is none`(redirection: String) throws {
      let terminal = try clinic.bareTerminal(
        ["live"],
        startedBy: ["/bin/sh", "-c", "exec \"$0\" \"$@\" \(redirection)"]
      )

      #expect(terminal.end() == 64)
      #expect(terminal.painted.said.contains("There is no terminal here."))
    }

    @Test(arguments: ["C", "POSIX"])
    func `without UTF-8 every sign has its twin and nothing shifts`(locale: String) throws {
      let terminal = try clinic.bareTerminal(["live"], environment: ["LC_ALL": locale])
      try terminal.wait(for: "at rest")
      try terminal.enter("said I am floating")
      let screen = try terminal.wait(for: "the words") { $0.panes.says("\"I am floating\"") }

      #expect(!screen.rows.joined().contains { !$0.isASCII }, "\(screen)")
      #expect(Set(screen.panes.rows.map(\.count)) == [80])
      #expect(terminal.painted.offences == [])
    }

    @Test(arguments: [["LC_ALL": "C.UTF-8"], ["LC_ALL": "", "LANG": "C.UTF-8"], ["LC_ALL": ""]])
    func `with UTF-8, or a locale that says nothing, the signs are drawn`(
      environment: [String: String]
    ) throws {
      let terminal = try clinic.bareTerminal(["live"], environment: environment)

      let screen = try terminal.wait(for: "at rest")

      #expect(screen.says("┌─"))
      #expect(terminal.painted.offences == [])
    }

    @Test(arguments: ["xterm", "linux", "vt220", "screen", "tmux", "rxvt", "ansi"])
    func `a terminal of another kind shows the session`(name: String) throws {
      let terminal = try clinic.bareTerminal(["live"], environment: ["TERM": name])

      try terminal.wait(for: "the session") { _ in terminal.bytes.contains("at rest: letters") }
      try terminal.enter("leave", waiting: false)

      #expect(terminal.end() == 0)
    }
  }
}
