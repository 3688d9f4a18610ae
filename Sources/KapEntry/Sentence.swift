package import KapTimeline

/// One line of the entry language, understood.
package struct Sentence: Hashable, Sendable {
  /// The verb it was read as.
  package var verb: Verb
  /// What is to be recorded.
  package var command: Command
  /// When it happened, where the line said so; nil is when its field was opened, or now.
  package var occurredAt: Instant?
  /// Who saw it, where the line names a person present who is not the author.
  package var observer: String?
  /// What the echo says beside the command, such as a name that is nobody's.
  package var remarks: [String]
  /// What was typed in another unit than it is kept in: `160 lb`.
  package var typed: [String]

  /// Creates a sentence.
  package init(
    verb: Verb,
    command: Command,
    occurredAt: Instant? = nil,
    observer: String? = nil,
    remarks: [String] = [],
    typed: [String] = []
  ) {
    self.verb = verb
    self.command = command
    self.occurredAt = occurredAt
    self.observer = observer
    self.remarks = remarks
    self.typed = typed
  }
}
