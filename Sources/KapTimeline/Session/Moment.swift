/// A session at one moment: what had happened by then, and what follows from it.
///
/// Live, replay and practice ask the same questions of it; only `now` differs. Events about other
/// events act on their target whatever their own time.
package struct Moment: Sendable {
  /// The session.
  package let session: Session
  /// The moment, in session time.
  package let now: Instant
  /// The last entry that counts among those of the same instant; nil where all of them do.
  private let last: OrderKey?

  /// Creates the moment `now` of a session.
  package init(_ session: Session, at now: Instant) {
    self.session = session
    self.now = now
    last = nil
  }

  /// Creates the moment at which an entry came to stand: without what comes after it in the one
  /// order, though it has the same time.
  init(_ session: Session, upTo index: Int) {
    self.session = session
    now = session.entries[index].occurredAt
    last = OrderKey(session.entries[index])
  }

  /// The rules, once the session is opened.
  package var rules: ClinicProtocol? { session.rules }

  /// The entries of a kind that stand at this moment, in order, those in error left out.
  package func standing(_ kind: EventKind) -> [Int] {
    list(of: kind).filter { !session.entries[$0].isVoid }
  }

  /// The last entry of a kind that stands.
  package func last(_ kind: EventKind) -> Int? {
    list(of: kind).last { !session.entries[$0].isVoid }
  }

  /// The indices of everything that happened so far, in order, those in error included.
  package var happened: ArraySlice<Int> {
    session.order.prefix(session.count(until: now, last))
  }

  /// The indices of the events of a kind so far, in order, void ones included.
  func list(of kind: EventKind) -> ArraySlice<Int> {
    session.list(of: kind, until: now, last)
  }

  /// When the session was opened.
  package var startedAt: Instant? {
    session.list(of: .opened).first.map { session.entries[$0].occurredAt }
  }

  /// Whether the session is over.
  package var state: State {
    guard startedAt != nil else { return .unopened }
    guard let end = last(.ended) else { return .open }
    if let reopening = last(.reopened),
      OrderKey(session.entries[end])
        < OrderKey(session.entries[reopening])
    {
      return .open
    }
    return .ended(at: session.entries[end].occurredAt)
  }

  /// The minute of `instant` from T0, rounded towards the past; nil before there is a dose.
  package func minute(of instant: Instant) -> Int? {
    zero.map { (instant - $0).wholeMinutes }
  }

  /// How far a session has come.
  package enum State: Hashable, Sendable {
    case unopened, open
    case ended(at: Instant)

    /// Whether it goes on.
    package var isOpen: Bool { self == .open }
  }
}
