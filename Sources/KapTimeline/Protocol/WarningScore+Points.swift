extension WarningScore {
  /// What a reading scores; nil for a sign that does not count.
  ///
  /// A reading between two bands, finer than the table is written, belongs to the lower one.
  package func points(for value: Double, of sign: Sign) -> Int? {
    let own = bands.filter { $0.sign == sign }
    return own.last { $0.from.map { $0 <= value } ?? true }?.points
  }
}
