extension FrameFact {
  /// How words begin that say, beyond doubt, that there is nothing.
  private static let nothing = ["none", "nil", "nka", "nkda", "no known", "no allerg"]

  /// Whether it says, beyond doubt, that there is nothing: `none known`, `no known allergies`.
  package var saysNone: Bool { Self.nothing.contains(where: text.lowercased().hasPrefix) }
}
