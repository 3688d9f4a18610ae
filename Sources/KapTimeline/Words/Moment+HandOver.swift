extension Moment {
  /// The person whom `person` left to be covered for, who is here now; nil where nobody does.
  func covering(for person: String) -> String? {
    var cover: String?
    for index in standing(.handOver) {
      guard case .handOver(let change) = session.entries[index].event else { continue }
      if change.kind == .cover, change.from == person { cover = change.to }
      if change.kind == .back, change.to == person { cover = nil }
    }
    return cover
  }

  /// What the one who takes over needs to know, line by line, as plain text.
  package func handOverPage(offset: UTCOffset) -> [String] {
    []
  }
}
