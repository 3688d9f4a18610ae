package import KapInterface
package import KapStore
package import KapTimeline
import Synchronization

/// A person's drafts, sealed in the chart.
///
/// A draft lies on the desk of the program that keeps it, so that two programs of one person neither
/// write over each other's nor take up what the other still has in hand. What a draft is called
/// tells something of the session, so that lies under the seal too. Outside each has only numbers.
package final class ChartDrafts: DraftKeeper {
  private let box: DraftBox
  private let person: String
  private let seat: SeatID
  private let kept = Mutex(Kept())

  /// The place of each draft that is kept, by session and name.
  private struct Kept {
    var places: [Name: DraftBox.Place] = [:]
    /// Where this program sits: first the desk of its own, then those whose program is gone.
    var desks: [Desk] = []
  }

  private struct Name: Hashable {
    let session: SessionID
    let field: String
  }

  /// Where a draft lies: on which desk, and the how manieth it is there.
  private struct Spot {
    let desk: Int
    let number: Int

    init(desk: Int, number: Int) {
      self.desk = desk
      self.number = number
    }

    /// Reads where a draft lies; a number alone, as drafts had before there were desks, is the first.
    init?(_ text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let number = parts.last.flatMap({ Int($0) }),
        let desk = parts.count == 1 ? 1 : Int(parts[0]), desk > 0
      else { return nil }
      self.init(desk: desk, number: number)
    }

    var text: String { "\(desk).\(number)" }
  }

  /// Keeps drafts in a chart, and takes up those of a person.
  package init(_ box: DraftBox, person: String, seat: SeatID) {
    self.box = box
    self.person = person
    self.seat = seat
  }

  /// Sits down at a desk, and returns the seats that others sit at now.
  package func sitDown() throws -> Set<SeatID> {
    try kept.withLock { _ = try ownDesk(&$0) }
    return box.seats.subtracting([seat])
  }

  package func keep(_ draft: KeptDraft, of session: SessionID) throws {
    let name = Name(session: session, field: draft.field)
    let place = try kept.withLock { kept in
      if let place = kept.places[name] { return place }
      let desk = try ownDesk(&kept)
      let lying = try box.drafts(of: session, by: draft.person).keys
      let taken = Set(lying).union(kept.places.map(\.value.field))
      var spot = Spot(desk: desk, number: 1)
      while taken.contains(spot.text) { spot = Spot(desk: desk, number: spot.number &+ 1) }
      let place = DraftBox.Place(session: session, person: draft.person, field: spot.text)
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
    try kept.withLock { kept in
      try box.drafts(of: session, by: person).compactMap { field, text in
        let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let opened = Int64(parts[0]), let spot = Spot(field),
          try sits(at: spot.desk, &kept)
        else { return nil }
        let place = DraftBox.Place(session: session, person: person, field: field)
        var name = Name(session: session, field: String(parts[1]))
        // Two programs may each have begun one of that name.
        if let other = kept.places[name], other != place {
          name = Name(session: session, field: "\(name.field).\(field)")
        }
        kept.places[name] = place
        return KeptDraft(
          field: name.field,
          openedAt: Instant(milliseconds: opened),
          text: String(parts[2]),
          person: person
        )
      }
    }
  }

  private func ownDesk(_ kept: inout Kept) throws -> Int {
    if let own = kept.desks.first { return own.number }
    let desk = try box.freeDesk(as: seat)
    kept.desks = [desk]
    return desk.number
  }

  /// Whether what lies on a desk is this program's to take up: no other one sits there.
  private func sits(at number: Int, _ kept: inout Kept) throws -> Bool {
    _ = try ownDesk(&kept)
    if kept.desks.contains(where: { $0.number == number }) { return true }
    guard let desk = try box.desk(number, as: seat) else { return false }
    kept.desks.append(desk)
    return true
  }
}
