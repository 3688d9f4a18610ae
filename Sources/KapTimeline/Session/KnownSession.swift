/// A session as it was known at a moment: what had been written by then, and nothing else.
///
/// What was merged in from elsewhere is known from when it came.
///
/// Moving forwards folds what was written meanwhile; moving back begins at the nearest of a few
/// kept folds. A long session keeps them far apart, since each costs as much memory as its session.
package struct KnownSession: Sendable {
  /// The session as it was known at ``instant``.
  package private(set) var session = Session()
  /// The moment.
  package private(set) var instant = Instant(milliseconds: -Instant.bound)
  /// Every event there is, in the order of coming.
  private var written: [Recorded]
  private var checkpoints: [Session] = []
  /// How many events lie between two kept folds.
  private let stride: Int

  /// Begins before the first event of a session was written.
  ///
  /// `stride` is how many events may have to be folded to go back to any moment.
  package init(_ session: Session, stride: Int = 4096) {
    written = session.recordedInOrderOfComing
    self.stride = max(1, stride)
  }

  /// Goes to what was known at `instant`, forwards or backwards.
  package mutating func seek(to instant: Instant) {
    self.instant = instant
    let count = written.partitioned { $0.receivedAt <= instant }
    let kept = min(count / stride, checkpoints.count)
    if count < session.entries.count || kept * stride > session.entries.count {
      // Nothing is kept before the first stride: an empty session takes its place.
      session = kept == 0 ? Session() : checkpoints[kept - 1]
    }
    for place in session.entries.count..<count {
      session.apply(written[place])
      let folded = place + 1
      if folded % stride == 0, folded / stride > checkpoints.count { checkpoints.append(session) }
    }
  }

  /// Takes an event in that was written meanwhile, and shows it if it is known at ``instant``.
  package mutating func append(_ recorded: Recorded) {
    let place = written.partitioned { $0.comes(before: recorded) }
    if place < written.count, written[place].id == recorded.id { return }
    written.insert(recorded, at: place)
    checkpoints.removeSubrange(min(place / stride, checkpoints.count)...)
    if place < session.entries.count {
      session = checkpoints.last ?? Session()
    }
    seek(to: instant)
  }
}

extension Session {
  /// The session as it was known at `instant`: the fold of what had been written by then.
  package func known(at instant: Instant) -> Session {
    Session(replaying: recordedInOrderOfComing.prefix { $0.receivedAt <= instant })
  }

  /// The session as it was known to whoever wrote an entry: without that and all that came later.
  func known(before index: Int) -> Session {
    let id = entries[index].id
    return Session(replaying: recordedInOrderOfComing.prefix { $0.id != id })
  }

  /// Every event as it was written, by when it came to be known.
  package var recordedInOrderOfComing: [Recorded] {
    let isInOrder = zip(entries, entries.dropFirst()).allSatisfy {
      $0.recorded.comes(before: $1.recorded)
    }
    let recorded = entries.map(\.recorded)
    return isInOrder ? recorded : recorded.sorted { $0.comes(before: $1) }
  }
}

extension Recorded {
  fileprivate func comes(before other: Recorded) -> Bool {
    receivedAt == other.receivedAt
      ? WritingKey(self) < WritingKey(other) : receivedAt < other.receivedAt
  }
}

extension Moment {
  /// What people wrote, or what came in, after this moment about the time up to it, in order: what
  /// replaying as known hides.
  package var writtenLater: [Int] {
    happened.filter { index in
      let recorded = session.entries[index].recorded
      return recorded.receivedAt > now && recorded.event.kind.isStated
    }
  }
}
