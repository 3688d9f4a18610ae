import ArgumentParser
import KapCanvas
import KapEntry
import KapInterface
import KapSettings
import Testing

@testable import kap

/// What the README must name, so that nothing is there that a stranger cannot find.
struct ReadmeRules {
  /// What the README sets as code, in lines or in blocks; a `\|` of a table is a `|`.
  private static let code: Set<String> = {
    let lines = House.readme.matches(of: /`` (.+?) ``|`([^`\n]+)`/)
      .compactMap { ($0.output.1 ?? $0.output.2).map { String($0).replacing("\\|", with: "|") } }
    let blocks = House.readme.split(separator: "```").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }
      .flatMap { $0.element.split(separator: "\n").map(String.init) }
    return Set(lines + blocks)
  }()

  /// A command without commands below it, and the words that call it.
  struct Leaf: Sendable, CustomTestStringConvertible {
    let words: String
    let command: any ParsableCommand.Type

    var testDescription: String { words }
  }

  private static let leaves = leaves(below: Kap.self, called: "kap")

  private static func leaves(
    below command: any ParsableCommand.Type,
    called words: String
  ) -> [Leaf] {
    let below = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    guard !below.isEmpty else { return [Leaf(words: words, command: command)] }
    return below.flatMap { leaves(below: $0, called: "\(words) \($0._commandName)") }
  }

  @Test func `it says how kap is called`() {
    #expect(Self.leaves.count > 15)
    expectNamed(["kap"])
  }

  @Test(arguments: leaves)
  func `it names the command and its options`(leaf: Leaf) {
    let options = Kap.helpMessage(for: leaf.command, columns: 200).matches(
      of: /(?m)^ +(-\w, )?(--[\w-]+)/
    )
    .map { String($0.output.2) }
    .filter { $0 != "--help" && $0 != "--version" }

    let isNamed = Self.code.contains { $0 == leaf.words || $0.hasPrefix(leaf.words + " ") }

    #expect(isNamed)
    #expect(options.count >= 4)
    #expect(options.filter { option in !Self.code.contains { $0.contains(option) } } == [])
  }

  @Test(arguments: ["Live", "Replay"])
  func `it names the keys of the state`(state: String) throws {
    let bindings = state == "Live" ? Keymap.live : Keymap.replay
    let section = try #require(House.readme.split(separator: "### \(state)\n").dropFirst().first)
    let rows = section.prefix { $0 != "#" }.split(separator: "\n").filter { $0.hasPrefix("|") }
    let unnamed = bindings.filter { binding in
      var keys = binding.keys.map { "`\($0.name)`" }
      if keys.count > 3 { keys = [keys[0], keys[keys.count - 1]] }
      return !rows.contains { row in keys.allSatisfy { row.contains($0) } }
    }

    #expect(unnamed.map { "\($0.names): \($0.help)" } == [])
  }

  @Test(arguments: Entry.vocabulary.map(\.verb))
  func `it names the verb with its pattern and its example`(verb: Verb) {
    expectNamed([verb.usage.pattern, verb.example])
  }

  @Test func `the help of enter lists the verbs as the console does`() {
    // Long lines of it are broken.
    let help = Kap.helpMessage(for: Enter.self, columns: 400).split { $0.isWhitespace }
      .joined(separator: " ")
    let unnamed = Entry.vocabulary.filter { usage in
      [usage.pattern, usage.help, usage.example].contains { !help.contains($0) }
    }

    #expect(unnamed.map(\.pattern) == [])
  }

  @Test(arguments: ConsoleCommand.all.map(\.name))
  func `it names the command of the console`(name: String) {
    let isNamed = Self.code.contains { $0 == ":" + name || $0.hasPrefix(":\(name) ") }

    #expect(isNamed)
  }

  @Test func `it names the themes`() { expectNamed(ThemeLibrary().names) }

  @Test func `it names the protocols`() { expectNamed(ProtocolLibrary().names) }

  private func expectNamed(_ words: [String], _ place: SourceLocation = #_sourceLocation) {
    #expect(words.filter { !Self.code.contains($0) } == [], sourceLocation: place)
  }
}
