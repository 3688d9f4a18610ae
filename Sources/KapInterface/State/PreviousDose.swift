package import KapTimeline

/// What the person was given the last time, by this chart.
package struct PreviousDose: Hashable, Sendable {
  /// How much in all.
  package var amount: Mass
  /// The day, as the wall showed it: `2025-10-28`.
  package var date: String
  /// The number of the session in its course, where it has one.
  package var number: Int?

  /// Creates a dose of an earlier session.
  package init(amount: Mass, date: String, number: Int? = nil) {
    self.amount = amount
    self.date = date
    self.number = number
  }

  /// `30 mg on 2025-10-28, session 2`.
  var words: String {
    let session = number.map { ", session \($0)" } ?? ""
    return "\(plain(amount.milligrams, places: 3)) mg on \(date)\(session)"
  }
}

extension PreviousDose {
  /// What an earlier session of the same person gave; nil where it gave nothing.
  ///
  /// What still ran when the last entry was written ran in to its end.
  package init?(in session: Session) {
    guard let last = session.order.last, let opening = session.opening else { return nil }
    let moment = Moment(session, at: session.entries[last].occurredAt)
    let total = moment.totalCommitted
    guard let (_, entry) = moment.doses.first, total > .zero else { return nil }
    let dose = session.entries[entry]
    let wall = WallTime(dose.occurredAt, offset: dose.recorded.offset)
    self.init(amount: total, date: wall.date, number: opening.number)
  }
}
