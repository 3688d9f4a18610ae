import KapCanvas
import KapInterface
import KapTimeline

/// A person who replays a record.
final class Replaying {
  var interface: Interface
  private(set) var asked: [Effect] = []
  /// What the disk says to the next late entries; nil lets them through.
  var diskFault: String?
  private let room: Room
  private var ticks: Int64 = 5_000_000

  init(
    _ room: Room,
    size: Size = Size(rows: 24, columns: 80),
    at clock: String? = nil,
    readOnly: String? = "A replay changes nothing.",
    by person: String = "ar",
    _ role: CareRole = .monitor
  ) throws {
    self.room = room
    let session = Session(replaying: room.events)
    let replay = Replay(
      session,
      at: try clock.map { try Room.instant($0) },
      verification: "Record checked: \(session.entries.count) entries, chain whole."
    )
    interface = Interface(
      replaying: replay,
      readOnly: readOnly,
      seat: Seat(person: person, role: role, id: SeatID("replay")),
      size: size,
      stamp: Stamp(now: room.now, ticks: ticks, offset: Room.offset)
    )
  }

  private var stamp: Stamp { Stamp(now: room.now, ticks: ticks, offset: Room.offset) }

  @discardableResult
  func press(_ script: String) -> Replaying {
    for key in keys(script) {
      ticks += key == .enter ? 600 : 150
      take(interface.update(.key(key, stamp)))
    }
    return self
  }

  /// Presses one key, and returns what it asks for.
  func press(_ key: Key) -> [Effect] { interface.update(.key(key, stamp)) }

  /// Lets so many seconds pass, ten frames each.
  func wait(seconds: Int) {
    for _ in 0..<seconds * 10 {
      ticks += 100
      take(interface.update(.tick(stamp)))
    }
  }

  private func take(_ effects: [Effect]) {
    asked += effects
    for case .append(let ticket, let command, let circumstances) in effects {
      if let diskFault {
        take(interface.update(.notSaved(ticket, diskFault)))
        continue
      }
      do {
        let result = try room.journal.append(to: room.id, from: .start, now: { room.now }) {
          try Session(replaying: $0).drafts(for: command, under: circumstances)
        }
        let message = Message.appended(ticket, arrived: result.arrived, written: result.written)
        take(interface.update(message))
      } catch let refusal as Refusal {
        take(interface.update(.refused(ticket, refusal)))
      } catch {
        take(interface.update(.notSaved(ticket, "\(error)")))
      }
    }
  }

  /// Where the play head stands, as the wall showed it.
  var clock: String {
    let at = interface.replay?.at ?? Instant(milliseconds: 0)
    return WallTime(at, offset: Room.offset).clockWithSeconds
  }
}

extension Replaying: Watching {}
extension Sitting: Watching {}

/// Somebody who sees the screen.
protocol Watching: AnyObject {
  var interface: Interface { get }
}

extension Watching {
  /// The screen as a person sees it, rows without the spaces at their ends.
  var screen: String {
    interface.draw().text.map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// A row of the screen, counted from 1; from the bottom where negative.
  func row(_ number: Int) -> String {
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let place = number > 0 ? number - 1 : rows.count + number
    return rows.indices.contains(place) ? String(rows[place]) : ""
  }

  /// The rows of a part of the screen.
  func lines(in region: Region) -> [String] {
    interface.draw().text.dropFirst(region.row).prefix(region.rows).map {
      String($0.dropFirst(region.column).prefix(region.columns))
    }
  }

  /// The words of a part of the screen, its rows one after the other.
  func words(in region: Region) -> String {
    lines(in: region).joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The entry line, the echo under it, what is saved, the hints.
  var line: String { row(-4) }
  var echo: String { row(-3) }
  var saved: String { row(-2) }
  var hints: String { row(-1) }
  var header: String { row(1) }
  var noticeRow: String { row(4) }
}

/// The keys of a script: `⏎` Enter, `⎋` Esc, `⇥` Tab, `⇤` Shift-Tab, `⌫` Backspace, arrows; `⌃c` is
/// Ctrl-C, and `␣` is Space where a script would be hard to read.
func keys(_ script: String) -> [Key] {
  var keys: [Key] = []
  var isControl = false
  for character in script {
    if character == "⌃" {
      isControl = true
      continue
    }
    keys.append(isControl ? .control(character) : key(character))
    isControl = false
  }
  return keys
}

private func key(_ character: Character) -> Key {
  switch character {
  case "⏎": .enter
  case "⎋": .escape
  case "⇥": .tab
  case "⇤": .backTab
  case "⌫": .backspace
  case "←": .left
  case "→": .right
  case "↑": .up
  case "↓": .down
  case "␣": .character(" ")
  default: .character(character)
  }
}
