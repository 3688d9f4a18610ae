import KapInterface
import KapTimeline

/// What earlier sessions of a chart gave to the person of a new one.
enum LastDose {
  /// The dose of the newest earlier session that gave one; what cannot be read is passed over.
  static func before(_ id: SessionID, in journal: any Journal) -> PreviousDose? {
    guard let this = opening(of: id, in: journal), case .opened(let now) = this.event,
      let all = try? journal.sessions()
    else { return nil }
    let earlier = all.compactMap { other -> (id: SessionID, at: Instant)? in
      guard other != id, let first = opening(of: other, in: journal),
        case .opened(let opening) = first.event, opening.subject == now.subject,
        opening.isPractice == now.isPractice, first.occurredAt < this.occurredAt
      else { return nil }
      return (other, first.occurredAt)
    }
    for other in earlier.sorted(by: { $0.at > $1.at }) {
      guard let page = try? journal.events(of: other.id, after: .start) else { continue }
      if let dose = PreviousDose(in: Session(replaying: page.events)) { return dose }
    }
    return nil
  }

  private static func opening(of id: SessionID, in journal: any Journal) -> Recorded? {
    try? journal.opening(of: id)
  }
}
