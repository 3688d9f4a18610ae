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
    guard let last = display.moment.last(.score) else { return "none yet" }
    return ago(display.now - display.session.entries[last].occurredAt)
  }

  /// One line for a small screen: `Dissoc 6  MOAA/S 4 slow reply  Distr 2`.
  var compactLine: String {
    let newest = display.moment.scores
    let parts = scales.compactMap { scale -> String? in
      guard let score = newest[scale.name]?.score else { return nil }
      let meaning = scale.meanings[Int(score.value)].map { " \($0)" } ?? ""
      return "\(scale.shortLabel) \(plain(score.value))\(meaning)"
    }
    return parts.isEmpty ? "No scores yet. o scores." : parts.joined(separator: "  ")
  }

  func draw(on canvas: inout Canvas) {
    guard region.rows > 1 else { return }
    let columns = max(1, (region.columns - 14 - 16) / 9)
    let sets = Array(scoreSets.suffix(columns))
    guard !sets.isEmpty else {
      canvas.write("No scores yet. o scores them.", in: region, column: 1, as: .muted)
      return
    }
    canvas.write("minute", in: region, column: 1, as: .muted)
    for (place, set) in sets.enumerated() {
      let minute = display.minute(set.at)
      right(minute.isEmpty ? display.clock(set.at) : minute, place, row: 0, as: .muted, on: &canvas)
    }
    for (row, scale) in scales.prefix(region.rows - 1).enumerated() {
      canvas.write(scale.label, in: region, row: row + 1, column: 1, as: .muted)
      for (place, set) in sets.enumerated() {
        guard let value = set.values[scale.name] else { continue }
        right(plain(value), place, row: row + 1, as: .vitalNormal, on: &canvas)
      }
      let last = sets.last?.values[scale.name]
      let range = "\(plain(scale.minimum)) to \(plain(scale.maximum))"
      let margin = last.flatMap { scale.meanings[Int($0)] } ?? (scale.meanings.isEmpty ? range : "")
      let column = 19 + 9 * (sets.count - 1) + 1
      canvas.write(Text.clipped(margin, to: region.columns - column), in: region, row: row + 1, column: column, as: .muted)
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

  private struct ScoreSet {
    var at: Instant
    var values: [String: Double]
  }

  /// Scores within a minute of each other are one look at the person.
  private var scoreSets: [ScoreSet] {
    var sets: [ScoreSet] = []
    let known = Set(scales.map(\.name))
    for index in display.moment.standing(.score) {
      guard case .score(let score) = display.session.entries[index].event, known.contains(score.scale)
      else { continue }
      let at = display.session.entries[index].occurredAt
      if let last = sets.last, at - last.at < .seconds(60), last.values[score.scale] == nil {
        sets[sets.count - 1].values[score.scale] = score.value
      } else {
        sets.append(ScoreSet(at: at, values: [score.scale: score.value]))
      }
    }
    return sets
  }
}
