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
    canvas.write(
      Text.clippedAtWord(sentences.last ?? "", to: columns - 2),
      in: flag,
      column: 1,
      as: role
    )
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
