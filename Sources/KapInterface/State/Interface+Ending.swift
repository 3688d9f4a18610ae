import KapTimeline

extension Interface {
  /// What stands in the record after this moment, as imported rows may, while the session goes on: a
  /// session that ends before them keeps them and counts none; nil where nothing does.
  var laterThanNow: String? { later(than: stamp.now) }

  func later(than end: Instant) -> String? {
    let later = session.entries.filter {
      $0.occurredAt > end && !$0.isVoid && $0.event.kind.isStated
    }
    guard let last = later.map(\.occurredAt).max() else { return nil }
    let until = WallTime(last, offset: stamp.offset).clock
    let isOne = later.count == 1
    let rows = isOne ? "1 row lies" : "\(later.count) rows lie"
    return "\(rows) later than that, to \(until): kept, and counted for nothing."
  }
}
