import KapCanvas
import KapTimeline

/// Where the play head stands, in place of the entry line of a live session; entries that were
/// written late are marked where they belong.
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
    let played = column(of: replay.at, width)
    let bar =
      String(repeating: display.sign(.seen), count: played) + display.sign(.playHead)
      + String(repeating: display.sign(.plan), count: width - 1 - played)
    canvas.write(bar, row: row, column: first, as: .graphPhase)
    for instant in replay.lateEntries {
      let place = column(of: instant, width)
      guard place != played else { continue }
      canvas.write(display.sign(.later), row: row, column: first + place, as: .later)
    }
    canvas.write(end, row: row, column: first + width + 1, as: .muted)
  }

  private func column(of instant: Instant, _ width: Int) -> Int {
    let whole = Double((replay.last - replay.first).milliseconds)
    guard whole > 0 else { return width - 1 }
    let share = Double((instant - replay.first).milliseconds) / whole
    return min(width - 1, max(0, Int((min(max(share, 0), 1) * Double(width - 1)).rounded())))
  }
}
