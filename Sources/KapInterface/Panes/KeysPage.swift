import KapCanvas

/// The keys of this state on one page; the clock and the notice stay visible.
struct KeysPage {
  let mode: Mode
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    let region = layout.box
    canvas.fill(region, as: .text)
    canvas.frame(region, title: "Keys, \(mode.word.lowercased())", trailing: "any key goes back")
    let inside = region.inset
    let table = Keymap.table(of: mode)
    let columns = inside.columns >= 110 ? 2 : 1
    let perColumn = columns == 2 ? (table.count + 1) / 2 : table.count
    let width = inside.columns / columns
    for (place, binding) in table.enumerated() {
      let column = place / perColumn
      let row = place % perColumn
      if columns == 1, table.count > inside.rows {
        drawTight(binding, place, in: inside, of: table.count, on: &canvas)
        continue
      }
      let keys = Text.clipped(Self.names(binding), to: 12)
      canvas.write(keys, in: inside, row: row, column: 1 + column * width, as: .key)
      canvas.write(Text.clipped(binding.help, to: width - 16), in: inside, row: row, column: 15 + column * width, as: .text)
    }
  }

  /// On a small screen: two columns of short words.
  private func drawTight(
    _ binding: Binding,
    _ place: Int,
    in region: Region,
    of count: Int,
    on canvas: inout Canvas
  ) {
    let columns = max(1, (count + region.rows - 1) / max(1, region.rows))
    let width = region.columns / columns
    let column = place / max(1, region.rows) * width
    let row = place % max(1, region.rows)
    let keys = Text.clipped(Self.names(binding), to: 7)
    canvas.write(keys, in: region, row: row, column: column + 1, as: .key)
    canvas.write(Text.clipped(binding.help, to: width - 10), in: region, row: row, column: column + 9, as: .text)
  }

  private static func names(_ binding: Binding) -> String {
    binding.keys.count > 4 ? "0-9" : binding.names
  }
}
