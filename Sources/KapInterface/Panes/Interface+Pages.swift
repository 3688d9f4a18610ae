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
    guard let entry = noticedEntry, !isCardVisible else { return }
    let beside = NoticeCardPane(of: entry, in: display, region: layout.notes)
    guard !beside.isEmpty, !beside.fits else { return }
    let pane = NoticeCardPane(of: entry, in: display, region: layout.box.inset)
    canvas.fill(layout.box, as: .text)
    canvas.frame(layout.box, title: pane.title, trailing: pane.trailing)
    pane.draw(on: &canvas)
  }

  /// Draws the page of the open field over the panes, if it has one.
  func drawPage(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    switch field?.content {
    case .questionnaire(let questionnaire):
      questionnairePane(questionnaire, layout).draw(on: &canvas)
    case .unlocking(let unlocking) where unlocking.hasPage:
      HandOverPane(unlocking: unlocking, outgoing: seat.person, region: layout.box.inset)
        .draw(on: &canvas)
    case .unlocking, .line, .vitals, .scores, .choice, nil: return
    }
  }

  /// Where the page of the open field stands; nil where it has none.
  func pageRegion(_ layout: Layout) -> Region? {
    guard isCoveredByPage else { return nil }
    guard case .questionnaire = field?.content else { return layout.box.inset }
    let isRoomy = layout.notes.rows >= 8 && layout.notes.columns >= 34
    return isRoomy ? layout.notes : layout.box.inset
  }

  /// A questionnaire stands in place of the notes; on the smallest screens, of all panes.
  func questionnairePane(_ questionnaire: Questionnaire, _ layout: Layout) -> QuestionnairePane {
    QuestionnairePane(
      questionnaire: questionnaire,
      region: pageRegion(layout) ?? layout.notes,
      glyphs: glyphs
    )
  }
}
