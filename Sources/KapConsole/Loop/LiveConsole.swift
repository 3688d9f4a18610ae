package import KapInterface
import KapTerminal
package import KapTimeline

/// The console of a session that is being recorded: one loop, one screen, one store thread.
package struct LiveConsole {
  private let journal: any Journal
  private let drafts: (any DraftKeeper)?
  private let seats: (any SeatKeeper)?
  private let id: SessionID
  private let seat: Seat
  private let options: ConsoleOptions
  private let others: Set<SeatID>?
  private let directory: String?
  private let remark: String?

  /// Creates a console on a session of a journal.
  ///
  /// Without `seats` nobody is asked for a passphrase. `others` are the seats that are open beside
  /// this one, as far as somebody looked.
  /// `directory` is where other processes write when they write to the journal; `remark` is said
  /// first.
  package init(
    _ journal: any Journal,
    session id: SessionID,
    seat: Seat,
    drafts: (any DraftKeeper)?,
    seats: (any SeatKeeper)? = nil,
    beside others: Set<SeatID>? = nil,
    directory: String?,
    remark: String? = nil,
    options: ConsoleOptions
  ) {
    self.others = others
    self.directory = directory
    self.remark = remark
    self.journal = journal
    self.drafts = drafts
    self.seats = seats
    self.id = id
    self.seat = seat
    self.options = options
  }

  /// Runs until somebody leaves or the terminal is gone.
  ///
  /// - Throws: What claiming the terminal or reading the session throws; later trouble is shown.
  package func run() throws -> ConsoleOutcome {
    let page = try journal.events(of: id, after: .start)
    let session = Session(replaying: page.events)
    let (clock, isNew) = SessionClock.resuming(session)
    let wake = try WakePipe()
    let worker = StoreWorker(
      journal,
      session: session,
      id: id,
      cursor: page.cursor,
      drafts: drafts,
      seats: seats,
      wake: wake,
      clock: { clock.now }
    )
    var screen = try Screen(options)
    var interface = Interface(
      session: session,
      seat: seat,
      size: screen.terminal.size,
      glyphs: screen.glyphs,
      stamp: stamp(clock)
    )
    interface.themeNames = options.themeNames
    interface.preferences = options.preferences
    interface.keyHolders = try seats?.keyHolders()
    interface.lookBack = nil
    worker.lookBack()
    var watch = ClockWatch(clock: clock, isNew: isNew, seat: seat, in: session, at: ticks)
    let comes = watch.attaching(withAnchor: isNew, beside: others, at: clock.now)
    worker.append(Ticket(0), decide: comes)
    if let kept = try? drafts?.drafts(of: id), !kept.isEmpty {
      perform(interface.update(.restored(kept)), worker, &screen, &interface)
    }
    if let remark { _ = interface.update(.said(remark, isError: false)) }
    if let warning = options.warning { _ = interface.update(.said(warning, isError: true)) }
    let outcome = loop(&screen, &interface, worker, wake, clock, watch)
    // Whatever could not be saved comes back as a line, and a line is kept as a draft.
    worker.drain()
    for message in worker.take() {
      perform(interface.update(message), worker, &screen, &interface)
    }
    perform(interface.update(.tick(stamp(clock))), worker, &screen, &interface)
    let reason = outcome == .cutOff ? "terminal lost" : nil
    let leaving = clock.now
    watch.seat = interface.seat
    worker.append(Ticket(0), decide: watch.detaching(because: reason, at: leaving))
    worker.end()
    return outcome
  }

  private var ticks: Int64 { Int64(SystemClock.sinceBoot) }

  private func stamp(_ clock: SessionClock) -> Stamp {
    Stamp(now: clock.now, ticks: ticks, offset: SessionClock.offset)
  }

  private func loop(
    _ screen: inout Screen,
    _ interface: inout Interface,
    _ worker: StoreWorker,
    _ wake: WakePipe,
    _ clock: SessionClock,
    _ watch: ClockWatch
  ) -> ConsoleOutcome {
    var watch = watch
    var nextTick = self.nextTick(clock)
    let writes = DirectoryWatch(directory)
    // What was written before there was a watch.
    worker.look()
    var looks = 0
    var frames = FrameKeeper()
    while true {
      screen.paint(frames.draw(interface))
      let woken = screen.wait(wake, watching: writes.descriptor, until: nextTick)
      if woken.isCutOff { return .cutOff }
      var effects: [Effect] = []
      if let size = woken.size { effects += interface.update(.resized(size)) }
      for message in worker.take() { effects += interface.update(message) }
      let stamp = stamp(clock)
      for key in woken.keys { effects += interface.update(.key(key, stamp)) }
      if woken.isDirectoryWritten {
        writes.drain()
        worker.look()
        looks = Self.looksAfterWrite
      }
      if SystemClock.sinceBoot >= nextTick {
        nextTick = self.nextTick(clock)
        effects += interface.update(.tick(stamp))
        if writes.descriptor == nil || looks > 0 { worker.look() }
        looks = max(0, looks - 1)
        watch.seat = interface.seat
        for decide in watch.tick(at: ticks, wall: SessionClock.wall) {
          worker.append(Ticket(0), decide: decide)
        }
      }
      if effects.contains(.leave) {
        // What was asked for before the console is left is done.
        let before = effects.prefix { $0 != .leave }
        perform(Array(before), worker, &screen, &interface)
        return .left
      }
      perform(effects, worker, &screen, &interface)
    }
  }

  /// For how many seconds it is looked again after a write to the chart: what is written is told
  /// before it is committed, and the commit, which waits for the disk, is not told.
  private static let looksAfterWrite = 5

  /// When the session's clock will next show another second.
  private func nextTick(_ clock: SessionClock) -> Int {
    let now = clock.now.milliseconds
    return SystemClock.sinceBoot + Int(1000 - ((now % 1000) + 1000) % 1000)
  }

  private func perform(
    _ effects: [Effect],
    _ worker: StoreWorker,
    _ screen: inout Screen,
    _ interface: inout Interface
  ) {
    for effect in effects {
      worker.perform(effect)
      if let message = screen.perform(effect) { _ = interface.update(message) }
    }
  }
}

extension StoreWorker {
  /// Does what an effect asks of the journal and of the drafts.
  func perform(_ effect: Effect) {
    switch effect {
    case .append(let ticket, let command, let circumstances):
      append(ticket) { try $0.drafts(for: command, under: circumstances) }
    case .keep(let draft): keep(draft)
    case .forget(let field): forget(field)
    case .unlock(let ticket, let person, let passphrase): unlock(ticket, person, passphrase)
    case .theme, .preview, .dim, .redraw, .suspend, .bell, .leave, .debrief, .byHand, .speed: return
    }
  }
}
