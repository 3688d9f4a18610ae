import KapCommands
import Testing

/// The sentences that `kap enter --help` lists.
struct EnterSentencesTests {
  private let lines = EnterCommand.sentences.split(separator: "\n").map(String.init)

  @Test func `no line is broken by a terminal of 80 columns`() {
    #expect(lines.filter { $0.count > 78 } == [])
  }
}
