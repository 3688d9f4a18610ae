import KapCanvas
import KapTimeline

/// On a large screen: the pins, and the codes that `t` takes.
struct SidePanes {
  let display: Display
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    let box = Region(
      row: layout.box.row,
      column: layout.pins.column - 1,
      rows: layout.box.rows,
      columns: layout.pins.columns + 2
    )
    let wordless = display.findings.pins.count { $0.words == nil }
    canvas.rule(
      row: layout.pins.row - 1,
      across: box,
      title: "Pins",
      trailing: wordless == 0 ? "" : "\(wordless) without words"
    )
    canvas.rule(row: layout.codes.row - 1, across: box, title: "Codes", trailing: "t")
    canvas.rule(column: box.column, down: layout.box.dropTop(layout.pins.row - 1 - layout.box.row))
    pins(on: &canvas)
    codes(on: &canvas)
  }

  private func pins(on canvas: inout Canvas) {
    let region = layout.pins
    let pins = display.findings.pins.suffix(region.rows)
    if pins.isEmpty {
      canvas.write("No pin yet. Space drops one.", in: region, column: 1, as: .muted)
    }
    for (row, pin) in pins.enumerated() {
      let head = "\(display.clock(pin.at)) \(display.sign(.pin)) \(pin.number)"
      let end = canvas.write(head, in: region, row: row, column: 1, as: .pin) + 1
      let words = Text.clippedAtWord(pin.words ?? "no words yet", to: region.columns - end)
      canvas.write(words, in: region, row: row, column: end, as: pin.words == nil ? .muted : .note)
    }
  }

  private func codes(on canvas: inout Canvas) {
    let region = layout.codes
    let running = Set(display.moment.running.map(\.name))
    for (row, code) in (display.rules?.codes ?? []).prefix(region.rows).enumerated() {
      let isRunning = running.contains(code.name)
      canvas.write(code.key, in: region, row: row, column: 1, as: .key)
      let label = Text.clippedAtWord(
        isRunning ? "\(code.name), running" : code.name,
        to: region.columns - 4
      )
      canvas.write(label, in: region, row: row, column: 3, as: isRunning ? .running : .text)
    }
  }
}
