import KapCanvas
import KapTimeline

/// The band of a published model over the session: shaded, on the time axis of the trends.
struct ModelPane {
  let display: Display
  let region: Region

  static let title = "Model, not measurement"

  private var left: Int { 10 }
  private var columns: Int { region.columns - left - 2 }

  func draw(on canvas: inout Canvas) {
    guard let prediction = display.prediction, region.rows >= 4, columns > 10 else { return }
    let lines = Text.wrapped(prediction.caption, to: region.columns - 2).prefix(region.rows)
    for (row, line) in lines.enumerated() {
      let place = region.rows - lines.count + row
      canvas.write(line, in: region, row: place, column: 1, as: .muted)
    }
    let plot = region.dropBottom(lines.count)
    guard case .levels = prediction.outcome, plot.rows >= 2,
      let first = display.moment.startedAt
    else { return }
    let top = prediction.top
    label("ng/mL", on: &canvas, row: 1, column: 1)
    label(Text.alignedRight(plain(top, places: 0), to: 8), on: &canvas, row: 0, column: 1)
    label(Text.alignedRight("0", to: 3), on: &canvas, row: plot.rows - 1, column: 6)
    let span = Span.minutes(max(display.minutes(since: first) + 1, 60))
    for column in 0..<columns {
      let share = Double(column) / Double(columns - 1)
      let at = first + Span(milliseconds: Int64(Double(span.milliseconds) * share))
      guard let level = prediction.level(at: at), level > 0 else { continue }
      // What is still to come is fainter.
      let isAhead = at > display.now
      func row(_ value: Double) -> Int {
        let share = value / top
        let clamped = share.isFinite ? min(max(share, 0), 1) : 1
        return plot.rows - 1 - Int((clamped * Double(plot.rows - 1)).rounded())
      }
      let reach = prediction.reach
      let (high, low) = (row(level * (1 + reach)), row(level * (1 - reach)))
      for place in min(high, low)...max(high, low) {
        let isMiddle = place == row(level)
        canvas.write(
          display.sign(isMiddle ? .plan : .gap),
          in: plot,
          row: place,
          column: left + column,
          as: isAhead ? .muted : isMiddle ? .graphTrend : .graphTrendSecond
        )
      }
    }
  }

  private func label(_ text: String, on canvas: inout Canvas, row: Int, column: Int) {
    canvas.write(text, in: region, row: row, column: column, as: .muted)
  }
}

extension Ribbon {
  /// Where there is no pane: rows of levels on the ribbon's axis, and whose model it is.
  ///
  /// Where there are three, the band's edges stand above and below its middle.
  func drawModel(in rows: Region, on canvas: inout Canvas) {
    guard let prediction = display.prediction else { return }
    let caption = prediction.captionLines(columns: rows.columns)
    let levelRows = max(1, rows.rows - caption.count)
    for (row, line) in caption.enumerated() {
      canvas.write(line, in: rows, row: levelRows + row, column: 1, as: .muted)
    }
    let reach = prediction.reach
    let levels =
      levelRows < 3
      ? [("model", 1)] : [("high", 1 + reach), ("model", 1), ("low", 1 - reach)]
    for (row, (label, share)) in levels.enumerated() {
      canvas.write(label, in: rows, row: row, column: 1, as: .muted)
      guard case .levels = prediction.outcome, let zero = display.zero else { continue }
      if row == 0 { drawTop(prediction, in: rows, on: &canvas) }
      let line = rows.rows(from: row, count: 1)
      draw(prediction, times: share, from: zero, in: line, on: &canvas)
    }
  }

  /// The number at the top of the axis, which the levels of all rows go by.
  private func drawTop(_ prediction: Prediction, in rows: Region, on canvas: inout Canvas) {
    let number = (zeroColumn > 12 ? "to " : "") + plain(prediction.top, places: 0)
    canvas.write(
      Text.alignedRight(number, to: zeroColumn - 8),
      in: rows,
      row: 0,
      column: 7,
      as: .muted
    )
  }

  private func draw(
    _ prediction: Prediction,
    times share: Double,
    from zero: Instant,
    in line: Region,
    on canvas: inout Canvas
  ) {
    let steps: [Glyph] = [
      .level1, .level2, .level3, .level4, .level5, .level6, .level7, .level8,
    ]
    for column in zeroColumn..<max(zeroColumn, line.columns - 1) {
      let minute = (Double(column - zeroColumn) + 0.5) * minutesPerColumn
      let at = zero + .minutes(minute)
      guard let level = prediction.level(at: at), level > 0 else { continue }
      let step = level * share / prediction.top * Double(steps.count)
      let place = step.isFinite ? Int(min(max(step, 0), Double(steps.count - 1))) : 0
      canvas.write(
        display.sign(steps[place]),
        in: line,
        row: 0,
        column: column,
        as: at > display.now ? .muted : share == 1 ? .graphTrend : .graphTrendSecond
      )
    }
  }
}
