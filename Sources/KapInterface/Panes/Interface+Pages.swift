import KapCanvas
import KapTimeline

extension Interface {
  /// Whether a page stands where the emergency card would.
  var isCoveredByPage: Bool {
    switch field?.content {
    case .questionnaire: true
    case .unlocking(let unlocking): unlocking.hasPage
    case .line, .vitals, .scores, .choice, nil: false
    }
  }

  /// On the smallest screens the notice that is acknowledged takes the room of all panes.
  func drawNoticeOverPanes(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    guard let pane = noticePane(display, layout) else { return }
    canvas.fill(layout.box, as: .text)
    canvas.frame(layout.box, title: pane.title, trailing: pane.trailing)
    pane.draw(on: &canvas)
  }

  /// The notice that is acknowledged where it takes the room of all panes.
  private func noticePane(_ display: Display, _ layout: Layout) -> NoticeCardPane? {
    guard let entry = noticedEntry, !isCardVisible else { return nil }
    let beside = NoticeCardPane(of: entry, in: display, region: layout.notes)
    guard !beside.isEmpty, !beside.fits else { return nil }
    return NoticeCardPane(
      of: entry,
      in: display,
      region: layout.box.inset,
      first: field?.noticedRow ?? 0
    )
  }

  /// Turns the page of the notice that is acknowledged, where it is longer than the screen.
  mutating func turnNotice(by step: Int) {
    guard let pane = noticePane(display, layout) else { return }
    let row = min(field?.noticedRow ?? 0, pane.last) + step * pane.page
    field?.noticedRow = min(max(row, 0), pane.last)
  }

  /// Draws the page of the open field over the panes, if it has one.
  func drawPage(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    switch field?.content {
    case .questionnaire(let questionnaire):
      questionnairePane(questionnaire, layout).draw(on: &canvas)
    case .unlocking(let unlocking) where unlocking.hasPage:
      handOverPane(unlocking, layout).draw(on: &canvas)
    case .unlocking, .line, .vitals, .scores, .choice, nil: return
    }
  }

  /// The page of a hand-over stands in place of all panes.
  func handOverPane(_ unlocking: Unlocking, _ layout: Layout) -> HandOverPane {
    HandOverPane(
      unlocking: unlocking,
      outgoing: seat.person,
      region: layout.box.inset,
      glyphs: glyphs
    )
  }

  /// Where the page of the open field stands; nil where it has none.
  func pageRegion(_ layout: Layout) -> Region? {
    guard isCoveredByPage else { return nil }
    guard case .questionnaire(let questionnaire) = field?.content else { return layout.box.inset }
    let isRoomy = layout.notes.rows >= 8 && layout.notes.columns >= 34
    return isRoomy && QuestionnairePane.fits(questionnaire.scale, in: layout.notes)
      ? layout.notes : layout.box.inset
  }

  /// A questionnaire stands in place of the notes; where not all of it has room there, of all panes.
  func questionnairePane(_ questionnaire: Questionnaire, _ layout: Layout) -> QuestionnairePane {
    QuestionnairePane(
      questionnaire: questionnaire,
      region: pageRegion(layout) ?? layout.notes,
      glyphs: glyphs
    )
  }
}
