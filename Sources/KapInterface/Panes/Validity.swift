import KapTimeline

/// From when and until when a drawing holds, gathered while it is drawn.
///
/// A pane that shows a length of time notes when that will be another; whoever keeps the drawing
/// then need not know what the panes show.
final class Validity {
  /// The moment it was drawn for.
  let start: Instant
  /// The first moment at which it may look otherwise.
  private(set) var end = Instant(milliseconds: Instant.bound)

  init(from start: Instant) { self.start = start }

  /// It may look otherwise at `instant`.
  func ends(by instant: Instant) { end = min(end, instant) }
}
