/// Something that the patient of a practice session does, whoever sees it.
package struct Happening: Hashable, Sendable {
  /// The minute from the dose at which it begins, and that at which it is over.
  package let minutes: ClosedRange<Double>
  /// What it is, in plain words: `vomited`.
  package let words: String
  /// How a record shows that somebody saw it.
  package let trace: Trace

  /// Creates one.
  init(_ minutes: ClosedRange<Double>, _ words: String, _ trace: Trace) {
    self.minutes = minutes
    self.words = words
    self.trace = trace
  }

  /// What in a record tells of a happening.
  package enum Trace: Hashable, Sendable {
    /// An adverse effect of one of these names.
    case effect([String])
    /// A scale with a value from there up, or below it.
    case score(String, from: Double)
    case scoreBelow(String, than: Double)
    /// What became of the lozenge.
    case lozenge
  }
}
