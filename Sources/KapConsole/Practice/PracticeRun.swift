package import KapCanvas
package import KapInterface
import KapPractice
package import KapTerminal
package import KapTimeline

/// A practice session as it runs, without the terminal: the script or a person at the keys, the
/// journal behind it, and the bedside of the simulated patient.
package struct PracticeRun: Sendable {
  /// What the screen shows.
  package private(set) var interface: Interface
  /// Whether nobody types but the person at the keys.
  package private(set) var isByHand: Bool

  private let room: PracticeRoom
  private let offset: UTCOffset
  private let clock: SharedClock
  private let worker: StoreWorker
  private let script: BedsideScript
  private var player: PracticePlayer
  private var bedside: Bedside?
  /// Whether it was said that the script has nothing left to type.
  private var saidOver = false

  /// Begins in a practice room; `real` is a clock that counts milliseconds on.
  package init(
    in room: PracticeRoom,
    speed: Int,
    isByHand: Bool,
    size: Size,
    glyphs: Glyphs = .unicode,
    offset: UTCOffset,
    wake: WakePipe,
    real: @escaping @Sendable () -> Int64
  ) throws {
    self.room = room
    self.offset = offset
    self.isByHand = isByHand
    let page = try room.journal.events(of: room.id, after: .start)
    let clock = SharedClock(startingAt: room.openedAt, speed: speed, real: real)
    self.clock = clock
    worker = StoreWorker(
      room.journal,
      session: Session(replaying: page.events),
      id: room.id,
      cursor: page.cursor,
      drafts: nil,
      wake: wake,
      clock: { clock.read().now }
    )
    let owner = room.scenario.owner
    let reading = clock.read()
    interface = Interface(
      mode: .practice,
      session: Session(replaying: page.events),
      seat: Seat(person: owner.name, role: owner.role, id: SeatID("practice")),
      size: size,
      glyphs: glyphs,
      stamp: Stamp(now: reading.now, ticks: reading.ticks, offset: offset)
    )
    script = BedsideScript(room.scenario)
    player = PracticePlayer(room.scenario)
    say(isByHand ? Self.handed : Self.played)
    look()
  }

  private static let handed =
    "By hand: nobody types but you; the bedside line shows the patient."
  private static let played = "The script types. Type along, or :by-hand takes it over."
  private static let over =
    "The script is over. :debrief lays the record beside it, q leaves."

  /// What the clinic's settings ask of the screen, and the themes there are.
  package mutating func take(_ preferences: Interface.Preferences, themes: [String]) {
    interface.preferences = preferences
    interface.themeNames = themes
  }

  /// Takes what the terminal answers to an effect.
  package mutating func take(_ message: Message) { _ = interface.update(message) }

  /// How many times as fast as real time it runs.
  package var speed: Int { clock.speed }

  /// Takes what came since the last turn, and says what is to be done at the terminal.
  package mutating func turn(keys: [Key] = [], size: Size? = nil) -> [Effect] {
    var effects: [Effect] = []
    if let size { effects += interface.update(.resized(size)) }
    for message in worker.take() { effects += interface.update(message) }
    let reading = clock.read()
    let stamp = Stamp(now: reading.now, ticks: reading.ticks, offset: offset)
    for key in keys { effects += interface.update(.key(key, stamp)) }
    effects += interface.update(.tick(stamp))
    let others = effects.filter { !perform($0) }
    if !isByHand { play(at: stamp) }
    look()
    return others
  }

  /// Waits until everything that was sent to the journal is there, and answered with the next turn.
  package func drain() { worker.drain() }

  /// Does what is to be done here; returns whether that was all.
  private mutating func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .append(let ticket, let command, let circumstances):
      worker.append(ticket) { try $0.drafts(for: command, under: circumstances) }
    case .keep, .forget, .unlock: break
    case .debrief: _ = interface.update(.debriefed(debrief))
    case .byHand:
      // What the script was typing is dropped whole: half a sentence would be nobody's.
      isByHand = true
      interface.endTyping()
      say("By hand from here: the script stops, and nobody types but you.")
    case .speed(let speed): clock.run(atSpeed: speed)
    case .theme, .preview, .dim, .redraw, .suspend, .bell, .leave: return false
    }
    return true
  }

  /// The record as it stands now, whether or not anybody wrote lately.
  package var record: Moment { interface.moment }

  private mutating func say(_ words: String) {
    _ = interface.update(.said(words, isError: false))
  }

  private var debrief: ReadingPage {
    Debrief(of: room.scenario, at: record, offset: offset)
      .page(at: WallTime(interface.moment.now, offset: offset))
  }

  /// Shows the bedside where it is another than before.
  private mutating func look() {
    guard isByHand,
      let seen = script.bedside(at: interface.moment, readAt: interface.readsAt),
      seen != bedside
    else { return }
    bedside = seen
    _ = interface.update(.bedside(seen.view))
  }

  /// Does what the script does by now; its characters give way to a person's.
  private mutating func play(at stamp: Stamp) {
    if interface.field != nil, !player.isHeld { player.hold() }
    if interface.field == nil, player.isHeld { player.release() }
    for act in player.advance(to: stamp.now - room.openedAt, in: interface.session) {
      switch act {
      case .type(let character, let author): interface.showTyping(character, by: author)
      case .submit(let line, let occurredAt, let author):
        interface.endTyping()
        submit(line, at: room.openedAt + occurredAt, by: author, now: stamp)
      }
    }
    if player.isHeld { interface.endTyping() }
    sayOver()
  }

  /// At the end of the script it is said once what can be done then, where nothing else is being said.
  private mutating func sayOver() {
    let isFree = interface.remark.map { $0.text == Self.played } ?? true
    guard player.isFinished, !saidOver, interface.field == nil, isFree else { return }
    saidOver = true
    say(Self.over)
  }

  private func submit(
    _ line: ScriptedLine,
    at occurredAt: Instant,
    by author: String,
    now stamp: Stamp
  ) {
    let role = room.scenario.person(named: author)?.role ?? .monitor
    worker.append(Ticket(0)) { session in
      let script = PracticeLine(line: line, author: author, role: role)
      return try script.drafts(in: session, at: occurredAt, now: stamp.now, offset: stamp.offset)
    }
  }
}
