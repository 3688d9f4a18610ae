import KapCanvas
import KapTimeline

extension Interface {
  private var display: Display { Display(moment, offset: stamp.offset, glyphs: glyphs) }

  /// Moves the notes by rows that are shown; at the newest they follow again.
  mutating func scroll(by step: Int) {
    let display = display
    let shown = display.moment.happened.filter { notes.shows($0, in: display) }
    guard let last = shown.last else { return }
    let current = notes.anchor.flatMap { shown.firstIndex(of: $0) } ?? shown.count - 1
    let place = min(max(current + step, 0), shown.count - 1)
    notes.anchor = shown[place] == last && step > 0 ? nil : shown[place]
  }

  /// Goes to the mark before or after: a pin, a phase, a dose, a notice.
  mutating func jump(by step: Int) {
    let display = display
    let raised = Set(display.notices.compactMap(\.entry))
    let marks = display.moment.happened.filter { index in
      let kind = session.entries[index].recorded.event.kind
      return notes.shows(index, in: display)
        && (kind == .pin || kind == .phase || kind == .dose || raised.contains(index))
    }
    guard !marks.isEmpty else {
      remark = Remark(text: "There is no mark yet.")
      return
    }
    let order = Array(display.moment.happened)
    let here = notes.anchor.flatMap { order.firstIndex(of: $0) } ?? order.count
    let places = marks.compactMap { order.firstIndex(of: $0) }
    let next = step < 0 ? places.last { $0 < here } : places.first { $0 > here }
    if let next {
      notes.anchor = order[next]
    } else if step > 0 {
      notes.anchor = nil
    }
  }

  /// Goes to the newest note that has `text`, at or before `index`.
  mutating func find(_ text: String, from index: Int?) {
    notes.search = text.isEmpty ? nil : text
    guard !text.isEmpty else {
      notes.anchor = nil
      return
    }
    let lower = text.lowercased()
    let display = display
    let found = display.moment.happened.last { index in
      notes.shows(index, in: display) && display.moment.words(of: index).lowercased().contains(lower)
    }
    if let found {
      notes.anchor = found
      remark = nil
      if replay != nil { replay?.seek(to: session.entries[found].occurredAt) }
    } else {
      notes.anchor = nil
      remark = Remark(text: "No note has \(Text.clipped(text, to: 30)).")
    }
  }
}
