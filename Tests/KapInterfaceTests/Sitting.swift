import KapCanvas
@testable import KapInterface
import KapTimeline

/// A person at a terminal: presses keys, looks at the screen, and has a journal behind it.
///
/// What the interface asks for is done at once, unless the test lets the disk fail or wait.
final class Sitting {
  let room: Room
  var interface: Interface
  /// What was asked of the terminal and of the drafts' keeper.
  private(set) var asked: [Effect] = []
  /// What the disk says to the next appends; nil lets them through.
  var diskFault: String?
  /// Whether answers of the disk wait until ``answer()``.
  var isDiskSlow = false
  private var waiting: [(Ticket, Command, Circumstances)] = []
  private var cursor = JournalCursor.start

  init(
    in room: Room,
    as person: String = "ar",
    _ role: CareRole = .monitor,
    size: Size = Size(rows: 24, columns: 80),
    glyphs: Glyphs = .unicode,
    seat: String? = nil,
    mode: Mode = .live
  ) throws {
    self.room = room
    let page = try room.journal.events(of: room.id, after: .start)
    cursor = page.cursor
    interface = Interface(
      mode: mode,
      session: Session(replaying: page.events),
      seat: Seat(person: person, role: role, id: SeatID(seat ?? "seat-\(person)")),
      size: size,
      glyphs: glyphs,
      stamp: Stamp(now: room.now, ticks: room.ticks, offset: Room.offset)
    )
    interface.themeNames = ["dark", "light", "night-red"]
  }

  convenience init(size: Size = Size(rows: 24, columns: 80)) throws {
    try self.init(in: try Room(), size: size)
  }

  private var stamp: Stamp { Stamp(now: room.now, ticks: room.ticks, offset: Room.offset) }

  /// Presses keys as a person does: 150 ms each, and a look at the line before Enter.
  @discardableResult
  func press(_ script: String) -> Sitting {
    for key in keys(script) { press(key, after: key == .enter ? 600 : 150) }
    return self
  }

  /// Presses one key, so many milliseconds after the last.
  func press(_ key: Key, after milliseconds: Int64 = 150) {
    room.pass(milliseconds: milliseconds)
    take(interface.update(.key(key, stamp)))
  }

  /// Waits until the wall shows `clock`; a tick tells the screen.
  @discardableResult
  func at(_ clock: String) throws -> Sitting {
    let wanted = try Room.instant(clock)
    let passed = (wanted - room.now).milliseconds
    guard passed >= 0 else { throw NoSuchClock(text: clock) }
    room.pass(milliseconds: passed)
    tick()
    return self
  }

  /// Lets so many minutes pass, with a tick each minute.
  @discardableResult
  func wait(minutes: Int) -> Sitting {
    for _ in 0..<minutes { wait(seconds: 60) }
    return self
  }

  @discardableResult
  func wait(seconds: Int) -> Sitting {
    room.pass(milliseconds: Int64(seconds) * 1000)
    tick()
    return self
  }

  func tick() {
    look()
    take(interface.update(.tick(stamp)))
  }

  /// Takes in what other seats have written.
  func look() {
    guard let page = try? room.journal.events(of: room.id, after: cursor), !page.events.isEmpty
    else { return }
    cursor = page.cursor
    take(interface.update(.arrived(page.events)))
  }

  func send(_ message: Message) { take(interface.update(message)) }

  func forgetAsked() { asked = [] }

  private func take(_ effects: [Effect]) {
    for effect in effects {
      guard case .append(let ticket, let command, let circumstances) = effect else {
        asked.append(effect)
        continue
      }
      if isDiskSlow {
        waiting.append((ticket, command, circumstances))
      } else {
        append(ticket, command, circumstances)
      }
    }
  }

  /// The disk answers all it was asked.
  func answer() {
    let all = waiting
    waiting = []
    for (ticket, command, circumstances) in all { append(ticket, command, circumstances) }
  }

  private func append(_ ticket: Ticket, _ command: Command, _ circumstances: Circumstances) {
    if let diskFault { return send(.notSaved(ticket, diskFault)) }
    var session = interface.session
    do {
      let result = try room.journal.append(to: room.id, from: cursor, now: { room.now }) {
        arrived in
        for event in arrived { session.apply(event) }
        return try session.drafts(for: command, under: circumstances)
      }
      cursor = result.cursor
      send(.appended(ticket, arrived: result.arrived, written: result.written))
    } catch let refusal as Refusal {
      look()
      send(.refused(ticket, refusal))
    } catch {
      send(.notSaved(ticket, "\(error)"))
    }
  }
}

extension Sitting {
  /// What people have stated since the session was opened, as lines of plain text.
  var entries: [String] {
    let moment = Moment(interface.session, at: room.now)
    return moment.happened.filter {
      interface.session.entries[$0].recorded.event.kind.isStated
    }.map { "\(moment.authorLabel(of: $0)) \(moment.words(of: $0))" }
  }

  /// The newest of them.
  var newest: String { entries.last ?? "" }
}
