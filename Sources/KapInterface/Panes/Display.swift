import KapCanvas
import KapTimeline

/// What every pane draws from: one moment of a session, with what follows from it worked out once.
struct Display {
  /// The moment.
  let moment: Moment
  /// What follows from it.
  let findings: Findings
  /// Minute zero.
  let zero: Instant?
  /// How far this wall is from UTC.
  let offset: UTCOffset
  /// The signs of this terminal.
  let glyphs: Glyphs
  /// The rules, once the session is opened: taken out of it once for all panes.
  let rules: ClinicProtocol?
  /// What a published model says, where it is shown.
  var prediction: Prediction?
  /// When the session ended, where it has.
  let ended: Instant?
  /// Until when what is drawn from here holds while nothing is written.
  let validity: Validity

  init(_ moment: Moment, _ findings: Findings, offset: UTCOffset, glyphs: Glyphs) {
    self.moment = moment
    self.findings = findings
    self.offset = offset
    self.glyphs = glyphs
    zero = moment.zero
    rules = moment.rules
    if case .ended(let end) = moment.state {
      ended = min(end, moment.now)
    } else {
      ended = nil
    }
    validity = Validity(from: moment.now)
  }

  /// The notices raised so far.
  var notices: [Notice] { findings.notices }
  /// Those that wait for somebody.
  var openNotices: [Notice] { findings.openNotices }
  /// Those that somebody acknowledged and whose matter is not over, the newest first.
  var lastingNotices: [Notice] { moment.acknowledgedNotOver(notices) }
  /// What is due.
  var due: DueList { findings.due }

  var session: Session { moment.session }
  var now: Instant { moment.now }

  /// The clock on the wall.
  func wall(_ instant: Instant) -> WallTime { WallTime(instant, offset: offset) }

  /// `14:20`.
  func clock(_ instant: Instant) -> String { wall(instant).clock }

  /// The clock on the wall at this moment.
  var clockNow: String {
    let wall = wall(now)
    let gone = Span.seconds(wall.second) + Span(milliseconds: Int64(wall.millisecond))
    validity.ends(by: now - gone + .minutes(1))
    return wall.clock
  }

  /// `+11`, `-12`, `0`; empty before there is a dose.
  func minute(_ instant: Instant) -> String {
    guard let zero else { return "" }
    let minute = (instant - zero).wholeMinutes
    return minute > 0 ? "+\(minute)" : String(minute)
  }

  /// Until when what goes on is counted: of a session that is over it stands still at the end.
  var counted: Instant { ended ?? now }

  /// How many whole minutes something has gone on, rounded down; after the end it stands still.
  ///
  /// Every length of time that a pane shows comes from here, from ``ago(since:)`` or from
  /// ``minutesLeft(until:)``: they know when it will be another.
  func minutes(since instant: Instant) -> Int {
    ended.map { ($0 - instant).wholeMinutes } ?? wholeMinutes(since: instant)
  }

  private func wholeMinutes(since instant: Instant) -> Int {
    let minutes = (now - instant).wholeMinutes
    validity.ends(by: instant + .minutes(minutes) + .minutes(1))
    return minutes
  }

  /// In how many minutes that will be; one begun counts as whole.
  func minutesLeft(until instant: Instant) -> Int {
    let minutes = -(now - instant).wholeMinutes
    validity.ends(by: instant - .minutes(minutes - 1))
    return minutes
  }

  /// In how many minutes that will be; only whole ones count.
  func wholeMinutesLeft(until instant: Instant) -> Int {
    let minutes = (instant - now).wholeMinutes
    validity.ends(by: instant - .minutes(minutes) + Span(milliseconds: 1))
    return minutes
  }

  /// Whether that is still to come.
  func isAhead(_ instant: Instant) -> Bool {
    if instant > now { validity.ends(by: instant) }
    return instant > now
  }

  /// `3 min ago`, `just now`, `1 h 12 min ago`.
  func ago(since instant: Instant) -> String {
    KapInterface.ago(minutes: wholeMinutes(since: instant))
  }

  /// A sign of this terminal as text.
  func sign(_ glyph: Glyph) -> String { String(glyphs[glyph]) }

  /// Words in the quotes of this terminal.
  func quoted(_ text: String) -> String { sign(.openQuote) + text + sign(.closeQuote) }

  /// Items set apart by the separator of this terminal.
  func list(_ items: [String]) -> String {
    items.filter { !$0.isEmpty }.joined(separator: " \(sign(.separator)) ")
  }
}

/// `3 min ago`, `just now`, `1 h 12 min ago`.
func ago(_ span: Span) -> String { ago(minutes: span.wholeMinutes) }

private func ago(minutes: Int) -> String {
  minutes <= 0 ? "just now" : "\(lengthInWords(minutes: minutes)) ago"
}

/// `4 min`, `2 h`, `1 h 12 min`.
func lengthInWords(minutes: Int) -> String {
  guard minutes >= 60 else { return "\(minutes) min" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}
