import KapExport
import KapTimeline

/// The entering of a recording into a session, decided against the session as it stands.
struct VitalsImporting {
  let recording: VitalsRecording
  let start: MomentReference?
  let author: String
  let role: CareRole
  let reading: ClockReading

  /// Session time as it was when the drafts were decided.
  private(set) var now = Instant(milliseconds: 0)
  /// What was found in single rows.
  private(set) var remarks: [RecordingRemark] = []
  /// Why rows were not entered, in words.
  private(set) var refusals: [String] = []
  private(set) var repeatedRows = 0
  private(set) var knownRows = 0
  private(set) var unusualRows = 0
  /// When the entered rows happened that lie later than now, and on what wall.
  private var laterRows: [WallTime] = []

  init(
    recording: VitalsRecording,
    start: MomentReference?,
    author: String,
    role: CareRole,
    reading: ClockReading
  ) {
    self.recording = recording
    self.start = start
    self.author = author
    self.role = role
    self.reading = reading
  }

  /// The drafts of what the session does not have yet.
  ///
  /// A row is there already when the session holds an imported event of the same moment with the same
  /// readings, whatever has become of it since: what a person corrected or withdrew stays so.
  mutating func drafts(in session: Session) throws -> [Draft] {
    let moment = session.latestMoment(by: reading)
    guard let rules = session.rules, let opened = session.list(of: .opened).first else {
      throw CommandError(.noInput, "The session is not opened yet.")
    }
    if start == nil, recording.remarks.contains(where: \.isAmbiguity) {
      throw CommandError(
        .badData,
        "The dates of the recording can be read two ways, day or month first. Say when it began "
          + "with --start \"2025-11-04 14:05\"."
      )
    }
    let opening = session.entries[opened].recorded
    now = session.now(by: reading).instant
    let placing = VitalsPlacing(
      sessionStart: opening.occurredAt,
      start: try start?.instant(nearest: moment),
      offset: opening.offset
    )
    let work = VitalsImport(recording, placed: placing, under: rules)
    remarks = work.remarks
    repeatedRows = work.repeatedRows
    var known = Set(session.entries.compactMap { Trace($0.recorded) })
    let last = work.entries.map(\.occurredAt).max() ?? now
    var drafts: [Draft] = []
    var earlyRows = 0
    for entry in work.entries {
      guard known.insert(Trace(entry.event, at: entry.occurredAt)).inserted else {
        knownRows += 1
        continue
      }
      let circumstances = Circumstances(
        author: author,
        role: role,
        source: .imported,
        now: max(now, last),
        occurredAt: entry.occurredAt,
        offset: reading.offset,
        asks: false
      )
      do throws(Refusal) {
        drafts += try session.drafts(for: command(entry.event), under: circumstances)
        if entry.occurredAt > now {
          laterRows.append(WallTime(entry.occurredAt, offset: opening.offset))
        }
        if case .vitals(let vitals) = entry.event, !rules.doubts(about: vitals).isEmpty {
          unusualRows += 1
        }
      } catch {
        let words = "\(error.message(offset: reading.offset)) \(error.remedy)"
        refusals.append("line \(entry.line): \(words)")
        if case .tooEarly = error { earlyRows += 1 }
      }
    }
    // A recording of another day: one sentence says more than a thousand refusals.
    guard earlyRows == 0 || earlyRows < work.entries.count else {
      throw CommandError(
        .badData,
        "Every row of the recording lies long before the session. If it is of this session, say "
          + "when it began: --start 14:05, or --start +0m for the session's own start."
      )
    }
    return drafts
  }

  /// What came of it, in one sentence.
  func summary(of recording: VitalsRecording, written: Int) -> String {
    var parts = ["\(recording.rows.count) rows: \(written) entered"]
    if knownRows > 0 { parts.append("\(knownRows) here before") }
    if repeatedRows > 0 { parts.append("\(repeatedRows) repeated the row before") }
    if !refusals.isEmpty { parts.append("\(refusals.count) refused") }
    let unusual =
      unusualRows == 0
      ? "" : " \(unusualRows) of them are unusual: each waits for `confirm` or `artefact`."
    return parts.joined(separator: ", ") + "." + unusual
  }

  /// What to know of rows that lie later than now, in one sentence; nil where there are none.
  var laterWords: String? {
    guard let first = laterRows.first, let last = laterRows.last else { return nil }
    let rows = laterRows.count == 1 ? "1 of them lies" : "\(laterRows.count) of them lie"
    let times = laterRows.count == 1 ? first.clock : "\(first.clock) to \(last.clock)"
    return "\(rows) later than now (\(times)): kap live shows each when its time comes, kap show "
      + "tells the session as of the last. If the recording began before now, withdraw them and "
      + "say when with --start."
  }

  private func command(_ event: Event) -> Command {
    guard case .noReading(let missing) = event else {
      guard case .vitals(let vitals) = event else { return .record(Vitals()) }
      return .record(vitals)
    }
    return .missReading(missing.sign, because: missing.reason)
  }

  /// By what a row is known again: its moment and its readings.
  private struct Trace: Hashable {
    let at: Instant
    let readings: [Double?]

    init(_ event: Event, at instant: Instant) {
      at = instant
      guard case .vitals(let vitals) = event else {
        readings = []
        return
      }
      readings = Sign.allCases.map { vitals[$0] }
    }

    init?(_ recorded: Recorded) {
      guard recorded.source == .imported else { return nil }
      switch recorded.event.kind {
      case .vitals, .noReading: self.init(recorded.event, at: recorded.occurredAt)
      case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .score, .note, .technique,
        .theme, .effect, .given, .call, .order, .pin, .later, .notDone, .acknowledgement,
        .confirmation, .correction, .void, .attached, .detached, .suspended, .resumed,
        .clockStepped, .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver,
        .quiet, .ended, .reopened:
        return nil
      }
    }
  }
}
