import KapCanvas
import KapTimeline

/// What there is to choose from, in place of the notes: codes, effects, pins, completions.
///
/// A row that is longer than the pane goes on below itself; where not all rows have room, the last
/// line says how many more there are.
struct ListPane {
  let title: String
  let trailing: String
  private let rows: [(key: String, label: String)]
  private let chosen: Int
  private let region: Region
  private let glyphs: Glyphs
  /// Whether the labels are a help that may be cut after a word: what the line holds says it too.
  private let mayCutLabels: Bool

  /// The list of an open field; nil where its options stand in the line, or it has none.
  init?(of field: Field?, region: Region, glyphs: Glyphs) {
    guard let field, region.rows > 0 else { return nil }
    self.region = region
    self.glyphs = glyphs
    mayCutLabels = field.completions != nil
    if let walk = field.completions {
      title = "What may stand here"
      trailing = "\(walk.place + 1) of \(walk.choices.count)"
      rows = zip(walk.words, walk.helps).map { (key: $0, label: $1) }
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
    let width = region.columns / columns
    let form = RowForm(rows, columns: width, mayCutLabels ? region.rows * 2 : nil)
    let blocks = rows.map { form.lines(of: $0) }
    let pages = Pages(blocks.map(\.count), rows: region.rows, columns: columns)
    let page = pages.page(of: chosen)
    var line = 0
    for place in page {
      for part in blocks[place] where line < pages.rows * columns {
        let cell = region.rows(from: line % pages.rows, count: 1)
          .columns(from: line / pages.rows * width, count: width)
        draw(part, isChosen: place == chosen, in: cell, on: &canvas)
        line += 1
      }
    }
    guard pages.count > 1 else { return }
    let (after, before) = (rows.count - page.upperBound, page.lowerBound)
    let rest = after > 0 ? "\(glyphs[.down]) \(after) more" : "\(glyphs[.up]) \(before) above"
    canvas.write(rest, in: region, row: region.rows - 1, column: 1, as: .muted)
  }

  private func draw(_ part: RowForm.Line, isChosen: Bool, in cell: Region, on canvas: inout Canvas)
  {
    if isChosen { canvas.fill(cell, as: .selection) }
    canvas.write(part.key, in: cell, column: 1, as: isChosen ? .selection : .key)
    canvas.write(part.label, in: cell, column: part.column, as: isChosen ? .selection : .text)
  }
}

/// How the rows of a list stand in so many columns: the label beside its key, or below it.
private struct RowForm {
  /// A line of a row.
  struct Line {
    var key = ""
    var label = ""
    var column = 1
  }

  private let columns: Int
  /// Where labels begin; nil is below the key.
  private let start: Int?
  private var cutsLabels = false

  /// Labels are cut after a word where whole ones would take more than `most` lines.
  init(_ rows: [(key: String, label: String)], columns: Int, _ most: Int?) {
    self.columns = columns
    let keys = rows.map { Text.width(of: $0.key) }.max() ?? 0
    let labels = rows.map { Text.width(of: $0.label) }.max() ?? 0
    // Rows without keys begin where the keys would.
    let beside = keys == 0 ? 1 : keys + 3
    let room = columns - beside - 1
    start = labels <= room || room >= 14 ? beside : nil
    guard let most else { return }
    cutsLabels = rows.reduce(0) { $0 + lines(of: $1).count } > most
  }

  func lines(of row: (key: String, label: String)) -> [Line] {
    let keys = Text.wrapped(row.key, to: max(1, columns - 2))
    guard !cutsLabels else {
      let column = Text.width(of: keys.last ?? "") + 3
      let beside = max(column, start ?? 0)
      let room = columns - beside - 1
      let label = room < 8 ? "" : Text.clippedAtWord(row.label, to: room)
      return keys.dropLast().map { Line(key: $0) }
        + [Line(key: keys.last ?? "", label: label, column: beside)]
    }
    guard let start else {
      let labels = Text.wrapped(row.label, to: max(1, columns - 4))
      return keys.map { Line(key: $0) } + labels.map { Line(label: $0, column: 3) }
    }
    let labels = Text.wrapped(row.label, to: max(1, columns - start - 1))
    return (0..<max(keys.count, labels.count, 1)).map { place in
      Line(key: keys[safe: place] ?? "", label: labels[safe: place] ?? "", column: start)
    }
  }
}

/// The pages of a list whose rows take one line or more; no row is parted between two of them.
private struct Pages {
  /// How many lines a page has for rows, in each of its columns.
  let rows: Int
  private var pages: [Range<Int>] = []

  var count: Int { pages.count }

  init(_ heights: [Int], rows: Int, columns: Int) {
    let needed = heights.reduce(0, +)
    // A line is for what says that there is more.
    self.rows = needed > rows * columns ? max(1, rows - 1) : rows
    let room = self.rows * columns
    var (first, used) = (0, 0)
    for (place, height) in heights.enumerated() {
      if used > 0, used + height > room {
        pages.append(first..<place)
        (first, used) = (place, 0)
      }
      used += height
    }
    pages.append(first..<heights.count)
  }

  func page(of place: Int) -> Range<Int> { pages.first { $0.contains(place) } ?? 0..<0 }
}
