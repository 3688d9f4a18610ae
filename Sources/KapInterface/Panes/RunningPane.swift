import KapCanvas
import KapTimeline

/// Every open interval with its minutes: infusion, music, touch, effects.
struct RunningPane {
  let display: Display
  let region: Region

  func draw(on canvas: inout Canvas) {
    let items = self.items
    guard !items.isEmpty else {
      canvas.write("Nothing is running.", in: region, column: 1, as: .muted)
      return
    }
    let lines = Text.wrapped(display.list(items), to: max(1, region.columns - 2))
    for (row, line) in lines.prefix(region.rows).enumerated() {
      canvas.write(line, in: region, row: row, column: 1, as: .running)
    }
  }

  private var items: [String] {
    let pumps = display.findings.pumps.map { run in
      "infusion\(run.isPaused ? " PAUSED" : "") \(length(since: run.startedAt))"
    }
    let intervals = display.moment.running.map { "\($0.name) \(length(since: $0.since))" }
    let effects = display.moment.effects.map { item in
      let severity = item.effect.severity.map { " \($0.rawValue)" } ?? ""
      return "\(item.effect.term)\(severity) \(length(since: item.since))"
    }
    return pumps + effects + intervals
  }

  private func length(since instant: Instant) -> String {
    lengthInWords(minutes: max(0, display.minutes(since: instant)))
  }
}
