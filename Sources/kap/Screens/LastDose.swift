import KapInterface
import KapTimeline

/// What earlier sessions of a chart gave to the person of a new one.
enum LastDose {
  /// The dose of the newest earlier session that gave one; what cannot be read is passed over.
  static func before(_ id: SessionID, in journal: any Journal) -> PreviousDose? {
    for other in journal.earlierSessions(of: id).reversed() {
      guard let page = try? journal.events(of: other, after: .start) else { continue }
      if let dose = PreviousDose(in: Session(replaying: page.events)) { return dose }
    }
    return nil
  }
}
