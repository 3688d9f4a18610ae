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
  private let person: String
  /// The number of each draft that is kept, by session and name.
  private let numbers = Mutex<[Name: Int]>([:])

  private struct Name: Hashable {
    let session: SessionID
    let field: String
  }

  /// Keeps drafts of a person in a chart.
  package init(_ box: DraftBox, person: String) {
    self.box = box
    self.person = person
  }

  package func keep(_ draft: KeptDraft, of session: SessionID) throws {
    let number = numbers.withLock { numbers in
      let name = Name(session: session, field: draft.field)
      let taken = Set(numbers.filter { $0.key.session == session }.values)
      let number = numbers[name] ?? (1...).first { !taken.contains($0) } ?? 1
      numbers[name] = number
      return number
    }
    let text = "\(draft.openedAt.milliseconds)\n\(draft.field)\n\(draft.text)"
    try box.save(text, at: place(number, session))
  }

  package func forget(_ field: String, of session: SessionID) throws {
    let name = Name(session: session, field: field)
    guard let number = numbers.withLock({ $0[name] }) else { return }
    try box.clear(place(number, session))
    numbers.withLock { $0[name] = nil }
  }

  package func drafts(of session: SessionID) throws -> [KeptDraft] {
    try box.drafts(of: session, by: person).compactMap { number, text in
      let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
      guard let number = Int(number), parts.count == 3, let opened = Int64(parts[0]) else {
        return nil
      }
      let field = String(parts[1])
      numbers.withLock { $0[Name(session: session, field: field)] = number }
      return KeptDraft(
        field: field,
        openedAt: Instant(milliseconds: opened),
        text: String(parts[2])
      )
    }
  }

  private func place(_ number: Int, _ session: SessionID) -> DraftBox.Place {
    DraftBox.Place(session: session, person: person, field: String(number))
  }
}
