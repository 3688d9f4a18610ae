/// A session at one moment: what had happened by then, and what follows from it.
///
/// Live, replay and practice ask the same questions of it; only `now` differs. Events about other
/// events act on their target whatever their own time.
package struct Moment: Sendable {
  /// The session.
  package let session: Session
  /// The moment, in session time.
  package let now: Instant
  /// Where it ends among the entries of the same instant; nil where all of them count.
  private let end: OrderEnd?

  /// Creates the moment `now` of a session.
  package init(_ session: Session, at now: Instant) {
    self.session = session
    self.now = now
    end = nil
  }

  /// Creates the moment at which an entry came to stand: without what comes after it in the one
  /// order, though it has the same time.
  init(_ session: Session, upTo index: Int) {
    self.session = session
    now = session.entries[index].occurredAt
    end = .with(OrderKey(session.entries[index]))
  }

  /// Creates the moment just before an entry came to stand.
  init(_ session: Session, before index: Int) {
    self.init(session, before: index, at: session.entries[index].occurredAt)
  }

  /// Creates the moment just before a place; of what is not written yet that is all that happened by
  /// its time.
  ///
  /// An entry that a correction puts there may stand in it at the time it has so far.
  init(_ session: Session, before place: DoubtPlace) {
    if let entry = place.entry {
      self.init(session, before: entry, at: place.at)
    } else {
      self.init(session, at: place.at)
    }
  }

  private init(_ session: Session, before index: Int, at instant: Instant) {
    self.session = session
    now = instant
    end = .without(OrderKey(session.entries[index], at: instant))
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
    session.order.prefix(session.count(until: now, end))
  }

  /// The indices of the events of a kind so far, in order, void ones included.
  func list(of kind: EventKind) -> ArraySlice<Int> {
    session.list(of: kind, until: now, end)
  }

  /// Whether something of a place in the one order has happened.
  func includes(_ key: OrderKey) -> Bool {
    end?.includes(key) ?? (key.occurredAt <= now)
  }

  /// Whether an entry has happened.
  func includes(_ index: Int) -> Bool { includes(OrderKey(session.entries[index])) }

  /// When the session was opened.
  package var startedAt: Instant? {
    session.list(of: .opened).first.map { session.entries[$0].occurredAt }
  }

  /// Whether the session is over.
  package var state: State {
    guard startedAt != nil else { return .unopened }
    guard let end = last(.ended) else { return .open }
    if let reopening = last(.reopened), session.entries.comes(end, before: reopening) {
      return .open
    }
    return .ended(at: session.entries[end].occurredAt)
  }

  /// This moment, or the one at which the session ended where that was before it: what lies beyond,
  /// as rows of a file may, is none of the session's.
  var inSession: Moment {
    guard case .ended(let end) = state, end < now else { return self }
    return Moment(session, at: end)
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
