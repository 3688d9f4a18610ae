import KapCanvas
import KapTimeline

/// Clock, phase and counts, and no words of or about the patient: for eyes in the room.
struct QuietScreen {
  let display: Display
  let isDraftWaiting: Bool

  func draw(on canvas: inout Canvas) {
    let region = canvas.region
    canvas.fill(region, as: .quiet)
    let middle = region.rows / 2
    func line(_ text: String, _ row: Int) {
      let shown = Text.clippedAtWord(text, to: region.columns)
      let column = max(0, (region.columns - Text.width(of: shown)) / 2)
      canvas.write(shown, in: region, row: middle + row, column: column, as: .quiet)
    }
    line(clocks.joined(separator: "            "), -3)
    if let emergency = display.moment.emergency {
      let minutes = display.minutes(since: emergency.since)
      line("EMERGENCY \(lengthInWords(minutes: minutes))", -5)
    }
    line("\(notices)     \(due)", -1)
    if isDraftWaiting { line("a draft is kept", 0) }
    line("b or Esc brings the session back", 2)
  }

  private var clocks: [String] {
    let phase = display.moment.phase.map {
      Text.clippedAtWord(label(of: $0.phase).uppercased(), to: 16)
    }
    if case .ended(let end) = display.moment.state {
      return [display.clockNow, "ended \(display.clock(end))"]
    }
    let elapsed = display.zero.map { zero in
      let minutes = max(0, display.minutes(since: zero))
      return "T+\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
    return [display.clockNow, elapsed ?? "before dose", phase].compactMap(\.self)
  }

  private func label(of phase: Phase) -> String {
    display.rules?.label(of: phase) ?? phase.rawValue
  }

  private var notices: String {
    let (open, lasting) = (display.openNotices.count, display.lastingNotices.count)
    func words(_ count: Int, _ state: String) -> String {
      "\(count) notice\(count == 1 ? "" : "s"), \(state)"
    }
    if open > 0 { return words(open, "not acknowledged") }
    return lasting > 0 ? words(lasting, "acknowledged, not over") : "no notice"
  }

  private var due: String {
    guard let next = display.findings.dueItems.first(where: { $0.at != nil && !$0.isMissed }),
      let at = next.at
    else { return "nothing due" }
    let minutes = display.minutesLeft(until: at)
    let isNow = minutes <= 0
    let when =
      next.state == .late ? "late" : isNow ? "now" : "in \(lengthInWords(minutes: minutes))"
    return "next due \(display.clock(at)), \(when)"
  }
}

/// What stands there when the window is too small: recording goes on.
struct TooSmall {
  func draw(on canvas: inout Canvas) {
    let least = Layout.least
    let lines = [
      "kap needs \(least.columns) columns and \(least.rows) rows.",
      "This window has \(canvas.size.columns) by \(canvas.size.rows).",
      "Recording goes on. Make it larger.",
    ]
    for (row, line) in lines.enumerated() {
      canvas.write(
        Text.clippedAtWord(line, to: canvas.size.columns),
        row: row,
        column: 0,
        as: .strong
      )
    }
  }
}
