package import KapTimeline

/// A sentence that somebody types in a practice session.
package struct ScriptedLine: Hashable, Sendable {
  /// When its first key is pressed, from the opening of the session: that is when it happened.
  package let typingStartedAt: Span
  /// Whose hands type it.
  package let author: String
  /// The sentence of the entry language, with ``entryMark`` where it names another entry.
  package let text: String
  /// The line whose entry it names, by when that one's typing started.
  package let about: Span?

  /// Creates a line.
  package init(at typingStartedAt: Span, author: String, text: String, about: Span? = nil) {
    self.typingStartedAt = typingStartedAt
    self.author = author
    self.text = text
    self.about = about
  }

  /// Stands in ``text`` for the short name of the entry it is about.
  ///
  /// Names count what the record holds, and somebody may type along: only the session knows them.
  package static let entryMark = "{entry}"

  /// The sentence as it is typed in `session`: with times as they are there, and with the short name of
  /// the entry it is about.
  ///
  /// Without such an entry it stays a sentence, whose refusal says that there is none.
  package func text(in session: Session) -> String {
    let text = RelativeTimes(in: session)?.words(self.text) ?? self.text
    guard let about else { return text }
    let named = Moment(session, at: .distantFuture).startedAt.flatMap { opened in
      session.entries.indices.first { index in
        let recorded = session.entries[index].recorded
        return recorded.author == author && recorded.occurredAt == opened + about
          && recorded.event.kind.isStated
      }
    }
    let name = named.map { session.name(of: $0) } ?? "a0"
    let parts = text.split(separator: Self.entryMark, omittingEmptySubsequences: false)
    return parts.joined(separator: name)
  }
}

extension Instant {
  /// Later than anything that happens.
  fileprivate static let distantFuture = Instant(milliseconds: bound)
}
