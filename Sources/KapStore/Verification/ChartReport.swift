package import KapRecord

/// What a verification of a chart looked at and found.
package struct ChartReport: Hashable, Sendable {
  /// How many sessions it looked at.
  package let sessions: Int
  /// How many events.
  package let events: Int
  /// What is wrong; empty for a whole chart.
  package let findings: [Finding]

  /// Whether nothing is wrong.
  package var isWhole: Bool { findings.isEmpty }
}
