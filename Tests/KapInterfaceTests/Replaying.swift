import KapCanvas
import KapInterface
import KapTimeline

/// A person who replays a record.
final class Replaying {
  var interface: Interface
  private(set) var asked: [Effect] = []
  private var ticks: Int64 = 5_000_000

  init(
    _ room: Room,
    size: Size = Size(rows: 24, columns: 80),
    at clock: String? = nil
  ) throws {
    let session = Session(replaying: room.events)
    let replay = Replay(
      session,
      at: try clock.map { try Room.instant($0) },
      verification: "Record checked: \(session.entries.count) entries, chain whole."
    )
    interface = Interface(
      replaying: replay,
      seat: Seat(person: "ar", role: .monitor, id: SeatID("replay")),
      size: size,
      stamp: Stamp(now: replay.at, ticks: ticks, offset: Room.offset)
    )
  }

  private var stamp: Stamp {
    Stamp(
      now: interface.replay?.at ?? Instant(milliseconds: 0),
      ticks: ticks,
      offset: Room.offset
    )
  }

  @discardableResult
  func press(_ script: String) -> Replaying {
    for key in keys(script) {
      ticks += key == .enter ? 600 : 150
      asked += interface.update(.key(key, stamp))
    }
    return self
  }

  /// Lets so many seconds pass, ten frames each.
  func wait(seconds: Int) {
    for _ in 0..<seconds * 10 {
      ticks += 100
      asked += interface.update(.tick(stamp))
    }
  }

  /// Where the play head stands, as the wall showed it.
  var clock: String {
    WallTime(stamp.now, offset: Room.offset).clockWithSeconds
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
