import KapTimeline

extension Phrasing {
  /// What a check, a plan, an emergency or a hand-over says.
  func care(_ command: Command) -> String {
    ""
  }
}
