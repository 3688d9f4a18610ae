extension Scale {
  /// Groups of items of which so many have to be rated so high, which is shown and is no diagnosis.
  package struct ClusterRule: Hashable, Sendable, Codable {
    /// From this answer on an item counts.
    package var atLeast: Int
    /// The groups, in order.
    package var clusters: [Cluster]
    /// Where it comes from.
    package var source: String

    /// Creates a rule.
    package init(atLeast: Int, clusters: [Cluster], source: String) {
      self.atLeast = atLeast
      self.clusters = clusters
      self.source = source
    }

    /// `clusters B C D E: B D, by the rule`.
    func words(for answers: [String: Int]) -> String {
      let met = clusters.filter { cluster in
        cluster.items.count { answers[$0].map { $0 >= atLeast } ?? false } >= cluster.count
      }
      let names = clusters.map(\.name).joined(separator: " ")
      let said =
        met.isEmpty
        ? "none" : met.count == clusters.count ? "all" : met.map(\.name).joined(separator: " ")
      return "clusters \(names): \(said), by the rule"
    }
  }

  /// A group of items.
  package struct Cluster: Hashable, Sendable, Codable {
    /// What it is called: `B`.
    package var name: String
    /// The keys of its items.
    package var items: [String]
    /// So many of them have to count.
    package var count: Int

    /// Creates a group.
    package init(name: String, items: [String], count: Int) {
      self.name = name
      self.items = items
      self.count = count
    }
  }

  /// Which clusters are met, once every item is answered; nil before, and where there are none.
  package func clusterWords(for answers: [String: Int]) -> String? {
    guard !items.isEmpty, missing(in: answers).isEmpty else { return nil }
    return clusters?.words(for: answers)
  }
}
