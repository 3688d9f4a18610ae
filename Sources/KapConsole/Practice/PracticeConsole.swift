import KapEntry
import KapInterface
import KapPractice
import KapTerminal
package import KapTimeline

/// The console of a practice session: entries are typed as a person would, and anybody may type
/// along.
package struct PracticeConsole {
  private let room: PracticeRoom
  private let options: ConsoleOptions
  private let speed: Int
  private let offset: UTCOffset

  /// Creates a console in a practice room, `speed` times as fast as it would happen.
  package init(_ room: PracticeRoom, speed: Int, offset: UTCOffset, options: ConsoleOptions) {
    self.room = room
    self.speed = speed
    self.offset = offset
    self.options = options
  }

  /// The shortest time between two frames, in milliseconds.
  private static let frame = 50

  /// Runs until somebody leaves or the terminal is gone.
  ///
  /// - Throws: What claiming the terminal throws.
  package func run() throws -> ConsoleOutcome {
    let page = try room.journal.events(of: room.id, after: .start)
    let wake = try WakePipe()
    let scenario = room.scenario
    let clock = PracticeClock(
      startingAt: room.openedAt,
      real: Int64(SystemClock.sinceBoot),
      speed: speed
    )
    let worker = StoreWorker(
      room.journal,
      session: Session(replaying: page.events),
      id: room.id,
      cursor: page.cursor,
      drafts: nil,
      wake: wake,
      clock: { clock.now(at: Int64(SystemClock.sinceBoot)) }
    )
    var screen = try Screen(options)
    let owner = scenario.owner
    var interface = Interface(
      mode: .practice,
      session: Session(replaying: page.events),
      seat: Seat(person: owner.name, role: owner.role, id: SeatID("practice")),
      size: screen.terminal.size,
      glyphs: screen.glyphs,
      stamp: stamp(clock)
    )
    interface.themeNames = options.themeNames
    interface.preferences = options.preferences
    var player = PracticePlayer(scenario)
    return loop(&screen, &interface, &player, worker, wake, clock)
  }

  private func stamp(_ clock: PracticeClock) -> Stamp {
    let ticks = Int64(SystemClock.sinceBoot)
    return Stamp(now: clock.now(at: ticks), ticks: ticks, offset: offset)
  }

  private func loop(
    _ screen: inout Screen,
    _ interface: inout Interface,
    _ player: inout PracticePlayer,
    _ worker: StoreWorker,
    _ wake: WakePipe,
    _ clock: PracticeClock
  ) -> ConsoleOutcome {
    var frames = FrameKeeper()
    while true {
      screen.paint(frames.draw(interface))
      let woken = screen.wait(wake, until: SystemClock.sinceBoot + max(Self.frame, 1000 / speed))
      if woken.isCutOff { return .cutOff }
      var effects: [Effect] = []
      if let size = woken.size { effects += interface.update(.resized(size)) }
      for message in worker.take() { effects += interface.update(message) }
      let stamp = stamp(clock)
      for key in woken.keys { effects += interface.update(.key(key, stamp)) }
      effects += interface.update(.tick(stamp))
      for effect in effects {
        switch effect {
        case .leave: return .left
        case .append(let ticket, let command, let circumstances):
          worker.append(ticket) { try $0.drafts(for: command, under: circumstances) }
        case .keep, .forget, .unlock: continue
        case .debrief: _ = interface.update(.debriefed(debrief(of: interface)))
        case .theme, .preview, .dim, .redraw, .suspend, .bell:
          if let message = screen.perform(effect) { _ = interface.update(message) }
        }
      }
      play(&player, &interface, worker, at: stamp)
    }
  }

  private func debrief(of interface: Interface) -> ReadingPage {
    Debrief(of: room.scenario, at: interface.moment, offset: offset)
      .page(at: WallTime(interface.moment.now, offset: offset))
  }

  /// Does what the script does by now; its characters give way to a person's.
  private func play(
    _ player: inout PracticePlayer,
    _ interface: inout Interface,
    _ worker: StoreWorker,
    at stamp: Stamp
  ) {
    if interface.field != nil, !player.isHeld { player.hold() }
    if interface.field == nil, player.isHeld { player.release() }
    for act in player.advance(to: stamp.now - room.openedAt, in: interface.session) {
      switch act {
      case .type(let character, let author): interface.showTyping(character, by: author)
      case .submit(let line, let occurredAt, let author):
        interface.endTyping()
        submit(line, at: room.openedAt + occurredAt, by: author, worker, now: stamp)
      }
    }
    if player.isHeld { interface.endTyping() }
  }

  private func submit(
    _ line: ScriptedLine,
    at occurredAt: Instant,
    by author: String,
    _ worker: StoreWorker,
    now stamp: Stamp
  ) {
    let role = room.scenario.person(named: author)?.role ?? .monitor
    worker.append(Ticket(0)) { session in
      let script = PracticeLine(line: line, author: author, role: role)
      return try script.drafts(in: session, at: occurredAt, now: stamp.now, offset: stamp.offset)
    }
  }
}
