import KapTimeline

/// The one-line entry language: what a person types, understood as a command.
///
/// The same sentences stand in the free line, in the fields of the screen (whose first word is
/// given), in `kap enter` and in a pipe. Nothing here holds a clock or a file: the same line in the
/// same context is the same sentence.
package enum Entry {
  /// The longest line that is read, in bytes of UTF-8.
  ///
  /// The caller keeps a longer one, so nothing is lost; a page of notes is far shorter.
  package static let longestLine = 64 * 1024

  /// Understands a line, or says where it fails and what to type instead.
  ///
  /// With `verb` the line is the text of that verb's field: its first word is not repeated. The
  /// work grows with the length of the line and nothing else.
  package static func parse(
    _ line: String,
    as verb: Verb? = nil,
    in context: EntryContext
  ) throws(EntryError) -> Sentence {
    guard line.utf8.count <= longestLine else {
      throw EntryError(
        column: 0,
        length: 0,
        problem: .tooLong,
        message: "This is longer than one entry can be.",
        remedy: "Keep it in parts of at most \(longestLine / 1024) kilobytes each."
      )
    }
    var reader = Reader(line, in: context)
    let time = try reader.timePrefix()
    reader.occurredAt = time?.instant
    let chosen: Verb
    if let verb {
      chosen = verb
    } else {
      chosen = try reader.verb(afterTime: time != nil)
    }
    if chosen == .correct, let time { throw reader.timeBeforeCorrection(time) }
    if verb == nil, chosen != .correct { try reader.refuseTimeHere(after: chosen) }
    let command: Command
    do {
      command = try reader.command(chosen)
    } catch {
      throw reader.namingTimeOutOfPlace(error, of: chosen)
    }
    try reader.expectEnd(after: chosen)
    return Sentence(
      verb: chosen,
      command: command,
      occurredAt: time?.instant,
      observer: reader.observer,
      remarks: reader.remarks,
      typed: reader.typed
    )
  }
}
