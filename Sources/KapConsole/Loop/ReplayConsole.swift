package import KapInterface
import KapTerminal
package import KapTimeline

/// The console of a record: the same panes, with a play head for a clock.
package struct ReplayConsole {
  private let replay: Replay
  private let options: ConsoleOptions
  private let seat: Seat
  private let record: Record

  /// Where the record is, for late entries.
  package enum Record {
    /// In a journal, which takes late entries; drafts of them are kept beside it.
    case journal(any Journal, SessionID, drafts: (any DraftKeeper)?)
    /// Where nothing can be added: why, in a sentence.
    case readOnly(String)
  }

  /// Creates a console for a record.
  package init(_ replay: Replay, of record: Record, seat: Seat, options: ConsoleOptions) {
    self.replay = replay
    self.record = record
    self.seat = seat
    self.options = options
  }

  /// How often the play head moves while it plays, in milliseconds.
  private static let frame = 100

  /// Runs until somebody leaves or the terminal is gone.
  ///
  /// - Throws: What claiming the terminal or reading the journal throws.
  package func run() throws -> ConsoleOutcome {
    let wake = try WakePipe()
    let (clock, _) = SessionClock.resuming(replay.record)
    let worker = try worker(wake, clock)
    var screen = try Screen(options)
    var interface = Interface(
      replaying: replay,
      readOnly: readOnly,
      seat: seat,
      size: screen.terminal.size,
      glyphs: screen.glyphs,
      stamp: stamp(clock)
    )
    interface.themeNames = options.themeNames
    interface.preferences = options.preferences
    if let worker {
      interface.lookBack = nil
      worker.lookBack()
    }
    if case .journal(_, let id, let drafts) = record, let kept = try? drafts?.drafts(of: id),
      !kept.isEmpty
    {
      perform(interface.update(.restored(kept)), worker, &screen, &interface)
    }
    let outcome = loop(&screen, &interface, worker, wake, clock)
    // Whatever could not be saved comes back as a line, and a line is kept as a draft.
    worker?.drain()
    for message in worker?.take() ?? [] {
      perform(interface.update(message), worker, &screen, &interface)
    }
    perform(interface.update(.tick(stamp(clock))), worker, &screen, &interface)
    worker?.end()
    return outcome
  }

  private func loop(
    _ screen: inout Screen,
    _ interface: inout Interface,
    _ worker: StoreWorker?,
    _ wake: WakePipe,
    _ clock: SessionClock
  ) -> ConsoleOutcome {
    while true {
      screen.paint(interface.draw())
      let isPlaying = interface.replay?.isPlaying ?? false
      // A draft is kept, and a disk that does not answer noticed, within the second.
      let isWriting = interface.field != nil || !interface.pending.isEmpty
      let pause = isPlaying ? Self.frame : isWriting ? 1000 : nil
      let woken = screen.wait(wake, until: pause.map { SystemClock.sinceBoot + $0 })
      if woken.isCutOff { return .cutOff }
      var effects: [Effect] = []
      if let size = woken.size { effects += interface.update(.resized(size)) }
      for message in worker?.take() ?? [] { effects += interface.update(message) }
      let stamp = stamp(clock)
      for key in woken.keys { effects += interface.update(.key(key, stamp)) }
      if isPlaying || isWriting { effects += interface.update(.tick(stamp)) }
      perform(Array(effects.prefix { $0 != .leave }), worker, &screen, &interface)
      if effects.contains(.leave) { return .left }
    }
  }

  private func perform(
    _ effects: [Effect],
    _ worker: StoreWorker?,
    _ screen: inout Screen,
    _ interface: inout Interface
  ) {
    for effect in effects {
      worker?.perform(effect)
      if let message = screen.perform(effect) { _ = interface.update(message) }
    }
  }

  private var readOnly: String? {
    guard case .readOnly(let reason) = record else { return nil }
    return reason
  }

  private func worker(_ wake: WakePipe, _ clock: SessionClock) throws -> StoreWorker? {
    guard case .journal(let journal, let id, let drafts) = record else { return nil }
    let page = try journal.events(of: id, after: .start)
    return StoreWorker(
      journal,
      session: Session(replaying: page.events),
      id: id,
      cursor: page.cursor,
      drafts: drafts,
      wake: wake,
      clock: { clock.now }
    )
  }

  /// The time of writing, on the record's own offset: a replay shows the clock that hung on that
  /// wall.
  private func stamp(_ clock: SessionClock) -> Stamp {
    let offset = replay.record.order.first.map { replay.record.entries[$0].recorded.offset } ?? .utc
    return Stamp(now: clock.now, ticks: Int64(SystemClock.sinceBoot), offset: offset)
  }
}
