import KapExport
import KapSettings
import KapStore
import KapTimeline

/// `kap import --vitals FILE --session ID`: enters the rows of a monitor's recording.
package struct ImportVitalsCommand: Hashable, Sendable {
  /// The recording, or `-` for standard input.
  package var file: String
  /// The session, as a person names it.
  package var session: String
  /// When the recording began, as a person says it.
  package var start: String?
  /// The file that says what its columns are.
  package var map: String?

  /// Creates the command.
  package init(file: String, session: String, start: String? = nil, map: String? = nil) {
    self.file = file
    self.session = session
    self.start = start
    self.map = map
  }

  /// Enters what is not there yet, all of it or nothing, and prints each event's id.
  ///
  /// Nobody is asked: unusual values are kept and stay unconfirmed. Rows may lie in the future of a
  /// session that was opened for them: for an import the last row is now.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let bytes = file == "-" ? try surroundings.wholeInput() : try surroundings.contents(of: file)
    let recording: VitalsRecording
    do {
      recording = try VitalsRecording(Array(bytes), uses: try uses(in: surroundings))
    } catch let error as RecordingError {
      throw CommandError(.badData, error.sentence)
    }
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let id = try chart.journal.session(named: session)
    var work = VitalsImporting(
      recording: recording,
      start: try start.map { try MomentReference(reading: $0) },
      author: chart.person.name,
      role: chart.person.role,
      reading: surroundings.clocks()
    )
    let appended = try chart.journal.append(to: id, from: .start, now: { work.now }) { events in
      try work.drafts(in: Session(replaying: events))
    }
    for event in appended.written { try surroundings.print(event.id.text) }
    for sentence in (recording.remarks + work.remarks).sentences { surroundings.say(sentence) }
    for refusal in work.refusals.prefix(20) { surroundings.say(refusal) }
    if work.refusals.count > 20 {
      surroundings.say("… and \(work.refusals.count - 20) more lines.")
    }
    surroundings.say(work.summary(of: recording, written: appended.written.count))
    if let words = work.laterWords { surroundings.say(words) }
    return work.refusals.isEmpty && !recording.hasUnreadableRows ? .ok : .badData
  }

  private func uses(in surroundings: Surroundings) throws -> [String: ColumnUse] {
    guard let map else { return [:] }
    let words = try ColumnFile(
      Array(try surroundings.contents(of: map, limit: 1 << 20)),
      named: map,
      knowing: ColumnUse.knownWords
    )
    return words.words.compactMapValues { ColumnUse(word: $0) }
  }
}
