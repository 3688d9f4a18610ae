package import KapTimeline

/// Somebody who may open the chart.
package struct Person: Hashable, Sendable {
  /// The name they sign their entries with.
  package let name: String
  /// What they usually do in a session.
  package let role: CareRole

  /// Creates a person.
  package init(name: String, role: CareRole) {
    self.name = name
    self.role = role
  }
}
