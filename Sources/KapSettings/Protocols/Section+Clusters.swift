import KapTimeline

extension Section {
  /// Groups of items, of which so many have to be rated `atLeast` so high.
  mutating func clustersOfScale(_ items: [Scale.Item]) -> Scale.ClusterRule? {
    let atLeast = number("atLeast", in: 0...100).flatMap { Int(exactly: $0) }
    let clusters = sections("of") { name, cluster -> Scale.Cluster? in
      let keys = cluster.texts("items")
      let count = cluster.number("count", in: 1...100).flatMap { Int(exactly: $0) }
      guard let keys, let count else { return nil }
      for key in keys where !items.contains(where: { $0.key == key }) {
        cluster.note("items", "there is no item `\(key)`", "Name items of this scale")
      }
      if count > keys.count {
        cluster.note("count", "\(count) is more than its items", "Keep to \(keys.count)")
      }
      return Scale.Cluster(name: name, items: keys, count: count)
    }
    guard let source = text("source"), let atLeast else { return nil }
    return Scale.ClusterRule(atLeast: atLeast, clusters: clusters, source: source)
  }
}
