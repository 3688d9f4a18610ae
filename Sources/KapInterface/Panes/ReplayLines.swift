import KapCanvas
import KapTimeline

/// What a replay always says: that it is one, of which day, and what it knows.
struct ReplayLines {
  let display: Display
  let replay: Replay
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    let columns = layout.size.columns
    let flag = Region(row: layout.top.row + 1, column: 0, rows: 1, columns: columns)
    canvas.fill(flag, as: .text)
    let wall = display.wall(replay.at)
    let end = " \(display.sign(.separator)) read only "
    let trailings = [
      "recorded \(wall.longDate)\(end)", "\(wall.shortDate) \(wall.year)\(end)",
      "\(wall.shortDate) \(wall.year) ",
    ]
    let role: Role = replay.isAsKnown ? .later : .text
    for sentence in sentences {
      for trailing in trailings
      where Text.width(of: sentence) + Text.width(of: trailing) + 3 <= columns {
        canvas.write(sentence, in: flag, column: 1, as: role)
        canvas.writeTrailing(trailing, in: flag, as: .muted)
        return
      }
    }
    canvas.write(Text.clipped(sentences.last ?? "", to: columns - 2), in: flag, column: 1, as: role)
  }

  /// One of two, always, and a shorter form of it.
  private var sentences: [String] {
    let count = display.findings.laterCount
    guard replay.isAsKnown else {
      let flag = "WITH LATER ENTRIES."
      guard count > 0 else { return ["\(flag) None was written later.", "\(flag) None."] }
      let marked =
        count == 1 ? "marked with when it was written" : "marked with when they were written"
      return ["\(flag) \(count) shown, \(marked).", "\(flag) \(count) shown."]
    }
    let flag = "AS KNOWN at \(display.wall(replay.at).clockWithSeconds)."
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    let are = count == 1 ? "is" : "are"
    return [
      "\(flag)  \(entries) written later about this time \(are) hidden.  a shows.",
      "\(flag) \(entries) written later about this time \(are) hidden.",
      "\(flag) \(entries) written later \(are) hidden.", "\(flag) \(count) hidden.",
    ]
  }

  /// `40 %`.
  static func position(_ replay: Replay) -> String {
    "\(Int((replay.share * 100).rounded(.down))) %"
  }
}

/// Where the play head stands, in place of the entry line of a live session.
struct ScrubBar {
  let display: Display
  let replay: Replay
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    let row = layout.bottom.row
    let columns = layout.size.columns
    let state = replay.isPlaying ? "PLAYING" : "PAUSED"
    let direction = replay.speed < 0 ? "backwards" : "forward"
    let speed = "\(display.sign(.times))\(plain(abs(replay.speed))) \(direction)"
    let start = canvas.write("\(state)  \(speed)", row: row, column: 1, as: .strong) + 2
    let end = "\(display.clock(replay.last)) \(ReplayLines.position(replay))"
    let first = canvas.write(display.clock(replay.first), row: row, column: start, as: .muted) + 1
    let width = columns - first - Text.width(of: end) - 2
    guard width > 8 else { return }
    let share = min(max(replay.share, 0), 1)
    let played = min(width - 1, max(0, Int((share * Double(width - 1)).rounded())))
    let bar =
      String(repeating: display.sign(.seen), count: played) + display.sign(.playHead)
      + String(repeating: display.sign(.plan), count: width - 1 - played)
    canvas.write(bar, row: row, column: first, as: .graphPhase)
    canvas.write(end, row: row, column: first + width + 1, as: .muted)
  }
}
