/// A session at one moment: what had happened by then, and what follows from it.
///
/// Live, replay and practice ask the same questions of it; only `now` differs. Events about other
/// events act on their target whatever their own time.
package struct Moment: Sendable {
  /// The session.
  package let session: Session
  /// The moment, in session time.
  package let now: Instant

  /// Creates the moment `now` of a session.
  package init(_ session: Session, at now: Instant) {
    self.session = session
    self.now = now
  }

  /// The rules, once the session is opened.
  package var rules: ClinicProtocol? { session.rules }

  /// The entries of a kind that stand at this moment, in order, those in error left out.
  package func standing(_ kind: EventKind) -> [Int] {
    session.list(of: kind, until: now).filter { !session.entries[$0].isVoid }
  }

  /// The last entry of a kind that stands.
  package func last(_ kind: EventKind) -> Int? {
    session.list(of: kind, until: now).last { !session.entries[$0].isVoid }
  }

  /// The indices of everything that happened so far, in order, those in error included.
  package var happened: ArraySlice<Int> {
    session.order.prefix(session.count(until: now))
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
