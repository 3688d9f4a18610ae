import KapCanvas
import KapEntry

extension EnterCommand {
  /// The sentences that may be entered, as `kap enter --help` lists them.
  ///
  /// No line is longer than what a terminal of 80 columns shows of a help page, which would break it
  /// without its indentation.
  package static var sentences: String {
    Entry.reference.flatMap { usage in
      hanging(usage.pattern, indent: 0)
        + usage.lines.flatMap { label, words in
          hanging(label.isEmpty ? words : "\(label): \(words)", indent: 4)
        }
    }.joined(separator: "\n")
  }

  private static let columns = 78

  /// Lines of which those after the first stand further in.
  private static func hanging(_ words: String, indent: Int) -> [String] {
    Text.wrapped(words, to: columns - indent - 2).enumerated().map { place, line in
      String(repeating: " ", count: place == 0 ? indent : indent + 2) + line
    }
  }
}
