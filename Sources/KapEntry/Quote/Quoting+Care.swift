import KapTimeline

extension Quoting {
  /// Lines for checks, plans, emergencies and hand-overs.
  func careLines(for command: Command) -> [String] {
    []
  }
}
