import KapCanvas

/// The keys of this state; the clock and the notice stay visible.
///
/// One page where the screen has room, in as many columns as it takes; on the smallest screens more
/// than one, which Space turns. `?` goes on to the sentences of the entry language.
struct KeysPage {
  let mode: Mode
  let layout: Layout
  let page: Int
  /// The keys of the emergency card, while that is open.
  var card: [(key: String, name: String)] = []

  /// The keys of the card stand first: they are those that matter then.
  private var table: [(names: String, words: String)] {
    card.map { ($0.key, $0.name) }
      + Keymap.table(of: mode).map { (names($0), isBrief ? $0.brief : $0.help) }
  }
  private var inside: Region { layout.box.inset }
  private var columns: Int { max(1, min(3, inside.columns / (isBrief ? 26 : 56))) }
  private var perPage: Int { max(1, inside.rows * columns) }
  private var isBrief: Bool { inside.columns < 112 || inside.rows < 22 }

  /// How many pages there are.
  var count: Int { (table.count + perPage - 1) / perPage }

  func draw(on canvas: inout Canvas) {
    let turns = count > 1 ? "\(page + 1) of \(count), Space turns" : "Esc goes back"
    let trailing = "\(turns), ? sentences"
    canvas.fill(layout.box, as: .text)
    canvas.frame(layout.box, title: "Keys, \(mode.word.lowercased())", trailing: trailing)
    let width = inside.columns / columns
    let keyColumns = isBrief ? 8 : 11
    let shown = table.dropFirst(page * perPage).prefix(perPage)
    // Columns of even length read better than one full and one almost empty.
    let rows = min(inside.rows, (shown.count + columns - 1) / columns)
    for (place, entry) in shown.enumerated() {
      let row = place % max(1, rows)
      let column = place / max(1, rows) * width + 1
      canvas.write(entry.names, in: inside, row: row, column: column, as: .key)
      canvas.write(
        Text.clippedAtWord(entry.words, to: width - keyColumns - 2),
        in: inside,
        row: row,
        column: column + keyColumns + 1,
        as: .text
      )
    }
  }

  /// The keys, their names short where there is little room.
  private func names(_ binding: Binding) -> String {
    guard isBrief else { return binding.names }
    return binding.names.split(separator: " ").map { name in
      switch name {
      case "Space": "Spc"
      case "Enter": "Ent"
      case "Shift-Tab": "S-Tab"
      case "Home": "Hom"
      default: String(name)
      }
    }.joined(separator: " ")
  }
}

extension Interface {
  /// The page of keys as it is open now.
  func keysPane(_ layout: Layout) -> KeysPage {
    KeysPage(
      mode: mode,
      layout: layout,
      page: keysPage,
      card: wantsCard ? CardPane.labels(of: interventions) : []
    )
  }
}
