package import KapCanvas
import KapTimeline

extension Interface {
  /// Draws the whole screen.
  package func draw() -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    let display = display
    drawStanding(display, on: &canvas)
    drawRunning(display, on: &canvas)
    drawOverlays(display, on: &canvas)
    drawLine(display, on: &canvas)
    return canvas
  }

  /// Whether anything but the entry line is a whole screen of its own: too small, or quiet.
  private var isCovered: Bool { isQuiet || !Layout.fits(size) }

  var layout: Layout { layout(onlyNotes: needsWholeWidth) }

  private func layout(onlyNotes: Bool) -> Layout {
    Layout(
      size,
      onlyNotes: onlyNotes,
      isReplay: replay != nil,
      showsModel: showsModel,
      captionLines: prediction?.captionLines(columns: size.columns - 2).count ?? 1,
      hasCard: isCardVisible,
      hasBedside: bedside != nil
    )
  }

  /// Whether a page of lines is open, such as that of the adverse events.
  private var isPageOpen: Bool {
    guard case .choice(let choice) = field?.content, case .page = choice.purpose else {
      return false
    }
    return field?.completions == nil
  }

  /// Whether what stands in place of the notes needs the room of the panes beside them.
  private var needsWholeWidth: Bool {
    if isZoomed, focus == .notes { return true }
    guard !Layout.isWide(size) else { return false }
    if shownChecks != nil || isPageOpen || Worksheet.isOpen(in: self) { return true }
    if isZoomed, focus == .vitals, field == nil || field?.isList == false { return true }
    guard let entry = noticedEntry else { return false }
    let notes = layout(onlyNotes: false).notes
    return !NoticeCardPane(of: entry, in: display, region: notes).fits
  }

  /// The entry whose notices stand in place of the notes while they are acknowledged.
  var noticedEntry: Int? {
    guard let field, field.completions == nil else { return nil }
    return field.noticed
  }

  /// Whether the card is on the screen: a list that stands in its place hides it for as long.
  var isCardVisible: Bool {
    guard wantsCard, !isCovered, !showsKeys, reading == nil else { return false }
    guard let field, Layout.CardForm(size) != .below else { return true }
    return field.completions == nil && !field.isList
  }

  /// Draws what stands over the panes: the emergency card, a page; and what counts in the notice row.
  func drawOverlays(_ display: Display, on canvas: inout Canvas) {
    guard !isCovered else { return }
    let layout = layout
    drawCountdowns(display, layout, on: &canvas)
    guard !showsKeys else { return }
    if let reading, field == nil { return readingPane(reading).draw(on: &canvas) }
    drawCard(display, layout, on: &canvas)
    drawNoticeOverPanes(display, layout, on: &canvas)
    drawPage(display, layout, on: &canvas)
  }

  /// Draws the four lines at the bottom.
  func drawLine(_ display: Display, on canvas: inout Canvas) {
    guard !isCovered else { return }
    let layout = layout
    if let bedside {
      BedsideLines(bedside: bedside, answer: bedsideAnswer, display: display, layout: layout)
        .draw(on: &canvas)
    }
    EntryArea(interface: self, display: display, layout: layout).draw(on: &canvas)
  }

  /// Draws the lines above them in which every second shows.
  func drawRunning(_ display: Display, on canvas: inout Canvas) {
    guard !isCovered else { return }
    let layout = layout
    HeaderLines(display: display, layout: layout, mode: mode).drawRunning(on: &canvas)
    if let replay {
      ReplayLines(display: display, replay: replay, layout: layout).draw(on: &canvas)
    }
  }

  /// Draws everything else above them: it holds as long as the display's validity says.
  func drawStanding(_ display: Display, on canvas: inout Canvas) {
    guard Layout.fits(size) else { return TooSmall().draw(on: &canvas) }
    if isQuiet {
      return QuietScreen(display: display, isDraftWaiting: isDraftWaiting).draw(on: &canvas)
    }
    let layout = layout
    HeaderLines(display: display, layout: layout, mode: mode).drawStanding(on: &canvas)
    if showsKeys {
      keysPane(layout).draw(on: &canvas)
    } else {
      drawPanes(display, layout, on: &canvas)
    }
  }

  var isDraftWaiting: Bool { !asides.isEmpty || field.map { !$0.isEmpty } ?? false }

  private func drawPanes(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    let isWide = layout.isWide
    if layout.card == layout.box.inset || pageRegion(layout) == layout.box.inset {
      return canvas.frame(layout.box)
    }
    let ribbon = Ribbon(display: display, region: layout.ribbon, isWide: isWide, replay: replay)
    let trailing = replay.map { ReplayLines.position($0) } ?? ribbon.trailing
    canvas.frame(layout.box, title: ribbon.title, trailing: trailing)
    ribbon.draw(on: &canvas)
    if layout.modelRows.rows > 0 { ribbon.drawModel(in: layout.modelRows, on: &canvas) }
    guard layout.notes.rows > 0 else { return }
    if layout.vitals.columns > 0 { drawLeft(display, layout, on: &canvas) }
    drawRight(display, layout, on: &canvas)
  }

  private func drawLeft(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    let box = Region(
      row: layout.box.row,
      column: layout.box.column,
      rows: layout.box.rows,
      columns: layout.vitals.columns + 2
    )
    func rule(
      _ region: Region,
      _ title: String,
      _ trailing: String = "",
      _ shorter: [String] = [],
      _ pane: Pane? = nil
    ) {
      canvas.rule(
        row: region.row - 1,
        across: box,
        title: title,
        trailing: trailing,
        shorter: shorter,
        focused: isFocusShown && pane == focus
      )
    }
    let flow = FlowSheet(display: display, region: layout.vitals, isWide: layout.isWide)
    rule(layout.vitals, "Vitals", flow.trailing, [], .vitals)
    flow.draw(on: &canvas)
    if layout.trends.rows > 0 {
      rule(layout.trends, "Trends")
      TrendPane(display: display, region: layout.trends).draw(on: &canvas)
    }
    if layout.model.rows > 0 {
      rule(layout.model, ModelPane.title)
      ModelPane(display: display, region: layout.model).draw(on: &canvas)
    }
    if layout.observed.rows > 0 {
      let pane = ObservedPane(display: display, region: layout.observed)
      rule(layout.observed, "Observed", pane.trailing)
      pane.draw(on: &canvas)
    }
    if layout.due.rows > 0 {
      let pane = DuePane(
        display: display,
        region: layout.due,
        isWide: layout.isWide,
        chosen: chosenDue
      )
      let title = mode == .replay ? DuePane.replayTitle(layout.due.columns) : "Due"
      rule(layout.due, title, pane.trailing, pane.shorterTrailings, .due)
      pane.draw(on: &canvas)
    }
    if layout.running.rows > 0, let replay {
      rule(layout.running, "Jump")
      JumpPane(display: display, replay: replay, region: layout.running).draw(on: &canvas)
    } else if layout.running.rows > 0 {
      rule(layout.running, "Running")
      RunningPane(display: display, region: layout.running).draw(on: &canvas)
    }
    let isAboveCard = layout.card.column < layout.notes.column && !layout.card.isEmpty
    canvas.rule(
      column: box.endColumn - 1,
      down: layout.box.dropTop(layout.vitals.row - 1 - layout.box.row)
        .dropBottom(isAboveCard ? layout.card.rows + 1 : 0)
    )
  }

  private func drawRight(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    let first = layout.notes.column - 1
    let box = Region(
      row: layout.box.row,
      column: first,
      rows: layout.box.rows,
      columns: layout.notes.columns + 2
    )
    let isFocused = isFocusShown && (focus == .notes || isZoomed)
    func title(_ title: String, _ trailing: String = "", _ shorter: [String] = []) {
      canvas.rule(
        row: layout.notes.row - 1,
        across: box,
        title: title,
        trailing: trailing,
        shorter: shorter,
        focused: isFocused
      )
    }
    if let shown = shownChecks {
      let pane = checklistPane(of: shown.purpose, at: shown.item, layout)
      title(pane.title, pane.trailing)
      pane.draw(on: &canvas)
    } else if let entry = noticedEntry, display.openNotices.contains(where: { $0.entry == entry }) {
      let pane = NoticeCardPane(of: entry, in: display, region: layout.notes)
      title(pane.title, pane.trailing)
      pane.draw(on: &canvas)
    } else if let worksheet = Worksheet(self) {
      title(WorksheetPane.title, WorksheetPane.trailing)
      WorksheetPane(worksheet: worksheet, region: layout.notes).draw(on: &canvas)
    } else if let list = ListPane(of: field, region: layout.notes, glyphs: glyphs) {
      title(list.title, list.trailing)
      list.draw(on: &canvas)
    } else if layout.card == layout.notes || pageRegion(layout) == layout.notes {
      title("")
    } else if !layout.card.isEmpty {
      let pane = DuePane(
        display: display,
        region: layout.notes,
        isWide: layout.isWide,
        chosen: chosenDue
      )
      title("Due", pane.trailing, pane.shorterTrailings)
      pane.draw(on: &canvas)
    } else if isZoomed, focus == .vitals, let first = limitsRow {
      let pane = LimitsPane(display: display, region: layout.notes, first: first)
      title("Limits for this person", pane.trailing)
      pane.draw(on: &canvas)
    } else if isZoomed, focus == .vitals {
      title("Trends", "z limits")
      let hasModel = showsModel && layout.notes.rows >= 12
      let model = layout.notes.bottom(hasModel ? 7 : 0)
      let trends = layout.notes.dropBottom(hasModel ? 8 : 0)
      TrendPane(display: display, region: trends).draw(on: &canvas)
      if hasModel {
        canvas.rule(row: model.row - 1, across: box, title: ModelPane.title)
        ModelPane(display: display, region: model).draw(on: &canvas)
      }
    } else if isZoomed, focus == .due {
      title("Due, all of it", "z closes")
      DuePane(
        display: display,
        region: layout.notes,
        isWide: layout.isWide,
        chosen: chosenDue,
        isWhole: true
      ).draw(on: &canvas)
    } else {
      var view = notes
      view.hidesWords = preferences.hidesNotes
      let pane = NotesPane(
        display: display,
        region: layout.notes,
        isWide: layout.isWide,
        view: view
      )
      title("Notes", pane.trailing(isReplay: mode == .replay, of: session))
      pane.draw(on: &canvas)
    }
    guard layout.pins.rows > 0 else { return }
    SidePanes(display: display, layout: layout).draw(on: &canvas)
  }

  /// The item the due list has chosen, while it is open.
  private var chosenDue: Int? {
    guard let field, case .choice(let choice) = field.content, case .due = choice.purpose else {
      return nil
    }
    return choice.place
  }

  /// The focus is shown once somebody moved it.
  private var isFocusShown: Bool { focus != .notes || isZoomed || notes.anchor != nil }
}
