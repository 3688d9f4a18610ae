package import KapInterface
package import KapStore
package import KapTimeline
import Synchronization

/// A person's drafts, sealed in the chart.
///
/// What a draft is called tells something of the session, so that lies under the seal too. Outside
/// each has only a number.
package final class ChartDrafts: DraftKeeper {
  private let box: DraftBox
  private let kept: Mutex<Kept>

  /// Whose drafts are kept from now on, and the place of each that is kept, by session and name.
  private struct Kept {
    var person: String
    var places: [Name: DraftBox.Place] = [:]
  }

  private struct Name: Hashable {
    let session: SessionID
    let field: String
  }

  /// Keeps drafts of a person in a chart.
  package init(_ box: DraftBox, person: String) {
    self.box = box
    kept = Mutex(Kept(person: person))
  }

  /// Keeps what is begun from now on as the drafts of the one who has the seat.
  package func handOver(to person: String) { kept.withLock { $0.person = person } }

  package func keep(_ draft: KeptDraft, of session: SessionID) throws {
    let place = kept.withLock { kept in
      let name = Name(session: session, field: draft.field)
      if let place = kept.places[name] { return place }
      let taken = Set(kept.places.filter { $0.key.session == session }.map(\.value.field))
      let number = (1...).first { !taken.contains(String($0)) } ?? 1
      let place = DraftBox.Place(session: session, person: kept.person, field: String(number))
      kept.places[name] = place
      return place
    }
    let text = "\(draft.openedAt.milliseconds)\n\(draft.field)\n\(draft.text)"
    try box.save(text, at: place)
  }

  package func forget(_ field: String, of session: SessionID) throws {
    let name = Name(session: session, field: field)
    guard let place = kept.withLock({ $0.places[name] }) else { return }
    try box.clear(place)
    kept.withLock { $0.places[name] = nil }
  }

  package func drafts(of session: SessionID) throws -> [KeptDraft] {
    let person = kept.withLock { $0.person }
    return try box.drafts(of: session, by: person).compactMap { number, text in
      let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
      guard let number = Int(number), parts.count == 3, let opened = Int64(parts[0]) else {
        return nil
      }
      let field = String(parts[1])
      let place = DraftBox.Place(session: session, person: person, field: String(number))
      kept.withLock { $0.places[Name(session: session, field: field)] = place }
      return KeptDraft(
        field: field,
        openedAt: Instant(milliseconds: opened),
        text: String(parts[2])
      )
    }
  }
}
