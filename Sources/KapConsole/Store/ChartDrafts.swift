package import KapInterface
package import KapStore
package import KapTimeline

/// A person's drafts, sealed in the chart.
package struct ChartDrafts: DraftKeeper {
  private let box: DraftBox
  private let person: String

  /// The fields whose drafts are worth keeping.
  private static let fields = ["vitals", "line:", "line:note", "line:said", "line:rx", "line:call"]

  /// Keeps drafts of a person in a chart.
  package init(_ box: DraftBox, person: String) {
    self.box = box
    self.person = person
  }

  package func keep(_ draft: KeptDraft, of session: SessionID) throws {
    let text = "\(draft.openedAt.milliseconds)\n\(draft.text)"
    try box.save(text, at: place(draft.field, session))
  }

  package func forget(_ field: String, of session: SessionID) throws {
    try box.clear(place(field, session))
  }

  package func drafts(of session: SessionID) throws -> [KeptDraft] {
    try Self.fields.compactMap { field in
      guard let text = try box.draft(at: place(field, session)),
        let end = text.firstIndex(of: "\n"), let milliseconds = Int64(text[..<end])
      else { return nil }
      let openedAt = Instant(milliseconds: milliseconds)
      return KeptDraft(
        field: field,
        openedAt: openedAt,
        text: String(text[text.index(after: end)...])
      )
    }
  }

  private func place(_ field: String, _ session: SessionID) -> DraftBox.Place {
    DraftBox.Place(session: session, person: person, field: field)
  }
}
