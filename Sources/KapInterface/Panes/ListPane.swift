import KapCanvas
import KapTimeline

/// What there is to choose from, in place of the notes: codes, effects, pins, completions.
struct ListPane {
  let title: String
  let trailing: String
  private let rows: [(key: String, label: String)]
  private let chosen: Int
  private let region: Region

  /// The list of an open field; nil where its options stand in the line, or it has none.
  init?(of field: Field?, region: Region) {
    guard let field, region.rows > 0 else { return nil }
    self.region = region
    if let walk = field.completions {
      title = "What may stand here"
      trailing = "\(walk.place + 1) of \(walk.choices.count)"
      rows = zip(walk.choices, walk.helps).map { (key: $0, label: $1) }
      chosen = walk.place
      return
    }
    guard case .choice(let choice) = field.content, !choice.purpose.isInLine else { return nil }
    if case .due = choice.purpose { return nil }
    title = choice.purpose.title.lowercased().capitalizedFirst
    trailing = "\(choice.place + 1) of \(choice.options.count)"
    rows = choice.options.map { (key: $0.key, label: $0.label) }
    chosen = choice.place
  }

  func draw(on canvas: inout Canvas) {
    let keys = rows.map { Text.width(of: $0.key) }.max() ?? 0
    let labels = rows.map { Text.width(of: $0.label) }.max() ?? 0
    // Short rows stand in two columns where that shows more of them.
    let needed = keys + labels + 5
    let columns = rows.count > region.rows && needed * 2 <= region.columns ? 2 : 1
    let perPage = region.rows * columns
    let first = chosen / max(1, perPage) * perPage
    let width = region.columns / columns
    let keyColumns = min(keys, max(4, width / 2))
    for place in first..<min(rows.count, first + perPage) {
      let row = (place - first) % region.rows
      let column = (place - first) / region.rows * width
      let isChosen = place == chosen
      let cell = region.rows(from: row, count: 1).columns(from: column, count: width)
      if isChosen { canvas.fill(cell, as: .selection) }
      let key = Text.clippedAtWord(rows[place].key, to: keyColumns)
      canvas.write(key, in: cell, column: 1, as: isChosen ? .selection : .key)
      // Rows without keys begin where the keys would.
      let start = keyColumns == 0 ? 1 : keyColumns + 3
      let label = Text.clippedAtWord(rows[place].label, to: width - start - 1)
      canvas.write(label, in: cell, column: start, as: isChosen ? .selection : .text)
    }
  }
}
