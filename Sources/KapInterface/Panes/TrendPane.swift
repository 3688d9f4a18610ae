import KapCanvas
import KapTimeline

/// Vitals over the session on fixed axes, so that two cases can be compared at a glance.
struct TrendPane {
  let display: Display
  let region: Region

  /// A sign's axis, as far as a reading may go before the clinic asks about it.
  private struct Axis {
    let label: String
    let signs: [Sign]
    let low: Double
    let high: Double
  }

  private var axes: [Axis] {
    guard let rules = display.rules else { return [] }
    func axis(_ label: String, _ signs: [Sign]) -> Axis? {
      let bounds = signs.compactMap { rules.bound(on: $0.rawValue) }
      let low = bounds.compactMap(\.askBelow).min()
      let high = signs.contains(.oxygenSaturation) ? 100 : bounds.compactMap(\.askAbove).max()
      guard let low, let high, high > low else { return nil }
      return Axis(label: label, signs: signs, low: low, high: high)
    }
    return [
      axis("BP", [.systolic, .diastolic]), axis("HR", [.heartRate]),
      axis("SpO2", [.oxygenSaturation]), axis("RR", [.respiratoryRate]),
    ].compactMap { $0 }
  }

  func draw(on canvas: inout Canvas) {
    let axes = self.axes
    guard !axes.isEmpty, region.rows >= 4 else { return }
    let sets = display.findings.sets
    let shown = axes.prefix(max(1, region.rows / 4))
    let each = max(3, region.rows / shown.count)
    for (place, axis) in shown.enumerated() {
      let rows = place == shown.count - 1 ? region.rows - each * place : each
      draw(axis, sets, in: region.rows(from: each * place, count: rows), on: &canvas)
    }
  }

  private func draw(
    _ axis: Axis,
    _ sets: [VitalsSet],
    in region: Region,
    on canvas: inout Canvas
  ) {
    let left = 10
    let columns = region.columns - left - 2
    guard columns > 10, region.rows >= 3 else { return }
    canvas.write(axis.label, in: region, row: 0, column: 1, as: .muted)
    canvas.write(right(plain(axis.high, places: 0)), in: region, row: 0, column: 6, as: .muted)
    canvas.write(
      right(plain(axis.low, places: 0)),
      in: region,
      row: region.rows - 1,
      column: 6,
      as: .muted
    )
    limits(of: axis, in: region, left: left, columns: columns, on: &canvas)
    guard let first = display.moment.startedAt else { return }
    // By the minute, so that the past stands still in between.
    let span = Span.minutes(max(display.minutes(since: first) + 1, 60))
    for (number, sign) in axis.signs.enumerated() {
      let role: Role = number == 0 ? .graphTrend : .graphTrendSecond
      let glyph: Glyph = number == 0 ? .vitals : .separator
      // Of the readings in a column the last stands there: the cost is that of the pane.
      var newest: [Double?] = Array(repeating: nil, count: columns)
      for set in sets {
        guard let value = set.vitals[sign] else { continue }
        let share = Double((set.at - first).milliseconds) / Double(span.milliseconds)
        newest[Int((min(max(share, 0), 1) * Double(columns - 1)).rounded())] = value
      }
      for (column, value) in newest.enumerated() {
        guard let value else { continue }
        let isOutside = value > axis.high || value < axis.low
        let text = isOutside ? display.sign(value > axis.high ? .up : .down) : display.sign(glyph)
        let row = row(value, axis, region.rows)
        canvas.write(text, in: region, row: row, column: left + column, as: role)
      }
    }
  }

  private func limits(
    of axis: Axis,
    in region: Region,
    left: Int,
    columns: Int,
    on canvas: inout Canvas
  ) {
    let limits = (display.rules?.limits ?? []).filter {
      axis.signs.contains($0.sign) && $0.basis == .absolute && $0.urgency == .notice
        && ($0.sign != .systolic || $0.side == .above) && $0.sign != .diastolic
    }
    for limit in limits where limit.value >= axis.low && limit.value <= axis.high {
      let line = String(repeating: display.sign(.limit), count: columns)
      canvas.write(
        line,
        in: region,
        row: row(limit.value, axis, region.rows),
        column: left,
        as: .graphLimit
      )
    }
  }

  private func row(_ value: Double, _ axis: Axis, _ rows: Int) -> Int {
    let share = (min(max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low)
    return rows - 1 - Int((share * Double(rows - 1)).rounded())
  }

  private func right(_ text: String) -> String { Text.alignedRight(text, to: 3) }
}
