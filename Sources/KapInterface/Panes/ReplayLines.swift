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
    canvas.write(Text.clipped(sentence, to: columns - 2), in: flag, column: 1, as: replay.isAsKnown ? .later : .text)
    let date = layout.isWide ? "recorded \(display.wall(replay.at).longDate)" : display.wall(replay.at).shortDate
    canvas.writeTrailing("\(date) \(display.sign(.separator)) read only ", in: flag, from: Text.width(of: sentence) + 3, as: .muted)
    scrub(on: &canvas)
  }

  /// One of two, always.
  private var sentence: String {
    let count = replay.laterCount
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    guard replay.isAsKnown else {
      return count == 0
        ? "WITH LATER ENTRIES. None was written later about this time."
        : "WITH LATER ENTRIES. \(count) shown, marked with when \(count == 1 ? "it was" : "they were") written."
    }
    let at = display.wall(replay.at).clockWithSeconds
    return "AS KNOWN at \(at). \(entries) written later about this time \(count == 1 ? "is" : "are") hidden."
  }

  /// The scrub bar stands where the entry line stands in a live session.
  private func scrub(on canvas: inout Canvas) {
    let row = layout.bottom.row
    let columns = layout.size.columns
    let state = replay.isPlaying ? "PLAYING" : "PAUSED"
    let speed = "\(display.sign(.times))\(plain(abs(replay.speed)))\(replay.speed < 0 ? " backwards" : "")"
    let start = canvas.write("\(state)  \(speed)", row: row + 1, column: 1, as: .strong) + 2
    let end = Self.position(replay)
    let width = columns - start - Text.width(of: end) - 3
    guard width > 8 else { return }
    let played = min(width - 1, max(0, Int((replay.share * Double(width - 1)).rounded())))
    let bar =
      String(repeating: display.sign(.seen), count: played) + display.sign(.playHead)
      + String(repeating: display.sign(.plan), count: width - 1 - played)
    canvas.write(bar, row: row + 1, column: start, as: .graphPhase)
    canvas.write(end, row: row + 1, column: start + width + 1, as: .muted)
  }

  /// `40 %`.
  static func position(_ replay: Replay) -> String {
    "\(Int((replay.share * 100).rounded(.down))) %"
  }
}
