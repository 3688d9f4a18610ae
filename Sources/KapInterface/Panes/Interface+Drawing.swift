package import KapCanvas
import KapTimeline

extension Interface {
  /// Draws the whole screen.
  package func draw() -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    guard Layout.fits(size) else {
      TooSmall().draw(on: &canvas)
      return canvas
    }
    let display = Display(moment, offset: stamp.offset, glyphs: glyphs)
    if isQuiet {
      QuietScreen(display: display, isDraftWaiting: !asides.isEmpty || field != nil).draw(on: &canvas)
      return canvas
    }
    let layout = Layout(size, zoomed: isZoomed)
    HeaderLines(display: display, layout: layout, mode: mode).draw(on: &canvas)
    if let replay { ReplayLines(display: display, replay: replay, layout: layout).draw(on: &canvas) }
    drawPanes(display, layout, on: &canvas)
    if showsKeys { KeysPage(mode: mode, layout: layout).draw(on: &canvas) }
    EntryArea(interface: self, display: display, layout: layout).draw(on: &canvas)
    return canvas
  }

  private func drawPanes(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    let isWide = layout.isWide
    let ribbon = Ribbon(display: display, region: layout.ribbon, isWide: isWide)
    let trailing = replay.map { ReplayLines.position($0) } ?? ribbon.trailing
    canvas.frame(layout.box, title: ribbon.title, trailing: trailing)
    ribbon.draw(on: &canvas)

    let leftBox = Region(
      row: layout.box.row,
      column: layout.box.column,
      rows: layout.box.rows,
      columns: layout.vitals.columns + 2
    )
    let top = layout.ribbon.endRow
    if layout.vitals.columns > 0 {
      let flow = FlowSheet(display: display, region: layout.vitals, isWide: isWide)
      canvas.rule(row: top, across: leftBox, title: "Vitals", trailing: flow.trailing, focused: focus == .vitals && isFocusShown)
      flow.draw(on: &canvas)
      drawLeft(display, layout, leftBox, on: &canvas)
      canvas.rule(
        column: leftBox.endColumn - 1,
        down: layout.box.dropTop(top - layout.box.row)
      )
    }
    let first = layout.notes.column - 1
    let right = layout.box.dropLeft(first)
    canvas.rule(row: top, across: right, title: "Notes", trailing: notesTrailing(display), focused: focus == .notes && isFocusShown)
    var view = notes
    view.hidesWords = preferences.hidesNotes
    NotesPane(display: display, region: layout.notes, isWide: isWide, view: view).draw(on: &canvas)
  }

  private func drawLeft(
    _ display: Display,
    _ layout: Layout,
    _ box: Region,
    on canvas: inout Canvas
  ) {
    if layout.trends.rows > 0 {
      canvas.rule(row: layout.trends.row - 1, across: box, title: "Trends")
      TrendPane(display: display, region: layout.trends).draw(on: &canvas)
    }
    if layout.observed.rows > 0 {
      let pane = ObservedPane(display: display, region: layout.observed)
      canvas.rule(row: layout.observed.row - 1, across: box, title: "Observed", trailing: pane.trailing)
      pane.draw(on: &canvas)
    }
    if layout.due.rows > 0 {
      var pane = DuePane(display: display, region: layout.due, isWide: layout.isWide)
      if let field, case .choice(let choice) = field.content, case .due = choice.purpose {
        pane.chosen = choice.place
      }
      let title = mode == .replay ? "Due at that moment" : "Due"
      canvas.rule(row: layout.due.row - 1, across: box, title: title, trailing: pane.trailing, focused: focus == .due && isFocusShown)
      pane.draw(on: &canvas)
    }
    if layout.running.rows > 0 {
      canvas.rule(row: layout.running.row - 1, across: box, title: "Running")
      RunningPane(display: display, region: layout.running).draw(on: &canvas)
    }
  }

  /// The focus is shown once somebody moved it.
  private var isFocusShown: Bool { focus != .notes || notes.anchor != nil }

  private func notesTrailing(_ display: Display) -> String {
    if let kinds = notes.kinds { return "only \(kinds.map(\.rawValue).sorted().joined(separator: ", "))" }
    if let author = notes.author { return "only \(initials(of: author))" }
    if mode == .replay {
      return "\(display.moment.happened.count) of \(session.entries.count)"
    }
    guard let anchor = notes.anchor else { return "newest below" }
    return "at \(display.clock(display.session.entries[anchor].occurredAt)), End returns"
  }
}
