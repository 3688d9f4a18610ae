import KapTestSupport
import Testing

extension Tag {
  /// Runs the program in a terminal.
  @Tag static var terminal: Self
}

/// The program as people have it: the real binary, in a real terminal, on a chart on disk.
///
/// One after the other: each has a program that wants the machine to itself.
@Suite(.serialized, .tags(.terminal))
struct ConsoleTests {}
