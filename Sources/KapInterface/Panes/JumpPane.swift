import KapCanvas
import KapTimeline

/// What lies before and after the play head, with the key that goes there.
struct JumpPane {
  let display: Display
  let replay: Replay
  let region: Region

  func draw(on canvas: inout Canvas) {
    let isStop = { (record: Session, index: Int) in
      record.entries[index].recorded.event.kind.isStop
    }
    let isPhase = { (record: Session, index: Int) in
      record.entries[index].recorded.event.kind == .phase
    }
    line("before", replay.nearest(by: -1, where: isStop), "[", row: 0, on: &canvas)
    line("next", replay.nearest(by: 1, where: isStop), "]", row: 1, on: &canvas)
    line("phase", replay.nearest(by: 1, where: isPhase), "}", row: 2, on: &canvas)
  }

  private func line(
    _ label: String,
    _ found: (index: Int, at: Instant)?,
    _ key: String,
    row: Int,
    on canvas: inout Canvas
  ) {
    canvas.write(label, in: region, row: row, column: 1, as: .muted)
    guard let found else {
      canvas.write("none", in: region, row: row, column: 9, as: .muted)
      return
    }
    let away = abs((found.at - replay.at).wholeMinutes)
    let side = found.at < replay.at ? "back" : "ahead"
    let trailing = "\(lengthInWords(minutes: away)) \(side)  \(key) "
    let words = Moment(replay.record, at: found.at).words(for: found.index)
    let text = "\(display.clock(found.at)) \(words.text.isEmpty ? "pin" : words.text)"
    let room = region.columns - 9 - Text.width(of: trailing) - 2
    canvas.write(Text.clippedAtWord(text, to: room), in: region, row: row, column: 9, as: .text)
    canvas.writeTrailing(trailing, in: region, row: row, as: .muted)
  }
}
