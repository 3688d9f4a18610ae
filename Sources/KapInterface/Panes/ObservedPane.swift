import KapCanvas
import KapTimeline

/// The scales that somebody observed, as columns by minute.
struct ObservedPane {
  let display: Display
  let region: Region

  private var scales: [Scale] {
    guard let rules = display.rules else { return [] }
    let names = rules.scores?.scales ?? []
    return names.compactMap { rules.scale(named: $0) }
  }

  /// `1 min ago`, at the right of the title.
  var trailing: String {
    display.findings.looks.last.map { display.ago(since: $0.at) } ?? "none yet"
  }

  /// One line for a small screen: `Dissoc 6  MOAA/S 4 slow reply  Distr 2`.
  var compactLine: String {
    let parts = scales.compactMap { scale -> String? in
      guard
        let value = display.findings.looks.last(where: { $0.values[scale.name] != nil })?
          .values[scale.name]
      else { return nil }
      let meaning = Int(exactly: value).flatMap { scale.meanings[$0] }.map { " \($0)" } ?? ""
      return "\(scale.shortLabel) \(plain(value))\(meaning)"
    }
    return parts.isEmpty ? "No scores yet. o scores." : parts.joined(separator: "  ")
  }

  func draw(on canvas: inout Canvas) {
    guard region.rows > 1 else { return }
    let columns = max(1, (region.columns - 14 - 16) / 9)
    let all = display.findings.looks
    let base = display.zero.flatMap { zero in all.last { $0.at <= zero } }
    // The base keeps its column, as among the vitals.
    let newest = all.suffix(columns)
    let sets =
      base.map { base in
        newest.contains(base) || columns < 2 ? Array(newest) : [base] + newest.suffix(columns - 1)
      } ?? Array(newest)
    guard !sets.isEmpty else {
      canvas.write("No scores yet. o scores them.", in: region, column: 1, as: .muted)
      return
    }
    canvas.write("minute", in: region, column: 1, as: .muted)
    for (place, set) in sets.enumerated() {
      let minute = display.minute(set.at)
      let head = set == base ? "base" : minute.isEmpty ? display.clock(set.at) : minute
      right(head, place, row: 0, as: .muted, on: &canvas)
    }
    for (row, scale) in scales.prefix(region.rows - 1).enumerated() {
      canvas.write(scale.label, in: region, row: row + 1, column: 1, as: .muted)
      for (place, set) in sets.enumerated() {
        guard let value = set.values[scale.name] else { continue }
        right(plain(value), place, row: row + 1, as: .vitalNormal, on: &canvas)
      }
      let last = sets.last?.values[scale.name]
      let range = "\(plain(scale.minimum)) to \(plain(scale.maximum))"
      let margin =
        last.flatMap { scale.meanings[Int(exactly: $0) ?? .min] }
        ?? (scale.meanings.isEmpty ? range : "")
      let column = 19 + 9 * (sets.count - 1) + 1
      canvas.write(
        Text.clippedAtWord(margin, to: region.columns - column),
        in: region,
        row: row + 1,
        column: column,
        as: .muted
      )
    }
  }

  private func right(
    _ text: String,
    _ place: Int,
    row: Int,
    as role: Role,
    on canvas: inout Canvas
  ) {
    let column = 19 + 9 * place - Text.width(of: text)
    canvas.write(text, in: region, row: row, column: max(0, column), as: role)
  }
}
