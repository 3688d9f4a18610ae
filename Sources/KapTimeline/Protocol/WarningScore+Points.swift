extension WarningScore {
  /// What a reading scores; nil for a sign that does not count.
  ///
  /// A reading between two bands, finer than the table is written, belongs to the lower one.
  package func points(
    for value: Double,
    of sign: Sign,
    isOnOxygen: Bool = false,
    bySecondScale isSecond: Bool = false
  ) -> Int? {
    let chosen = isSecond ? second?.bands.filter { $0.sign == sign } ?? [] : []
    let own = chosen.isEmpty ? bands.filter { $0.sign == sign } : chosen
    return own.last { band in
      (band.isOnOxygen ?? isOnOxygen) == isOnOxygen && band.from.map { $0 <= value } ?? true
    }?.points
  }
}
