import KapEntry
import KapTimeline

/// What follows from the session at the moment shown, worked out when either changes and not for
/// every frame: a key then costs what it changes on the screen.
struct Findings: Sendable {
  /// The notices raised so far, and by which entry.
  var notices: [Notice] = []
  var raised: [Int: [Notice]] = [:]
  /// Those that wait for somebody, the most urgent first.
  var openNotices: [Notice] = []
  /// The repeats of readings that limits wait for.
  var repeats: [WaitingRepeat] = []
  /// What is due, and in which order the list shows it.
  var due: DueList
  var dueItems: [DueItem] = []
  /// What those are called, for completion.
  var dueNames: [EntryContext.DueName] = []
  /// The entries that wait to be confirmed, with what waits in each.
  var waiting: [EntryContext.DueName] = []
  /// The silent stretches by the entry before each.
  var gaps: [Int: Gap] = [:]
  /// Every set of readings that stands.
  var sets: [VitalsSet] = []
  /// The set that others are compared with.
  var baseline: VitalsSet?
  /// Every look at the scales, in order.
  var looks: [ScoreLook] = []
  /// The pins that stand.
  var pins: [PinState] = []
  /// The lists of checks as they stand.
  var checks: [Checklist.Purpose: [ChecklistState]] = [:]
  /// The infusions that run.
  var pumps: [InfusionRun] = []
  /// How many entries were written after the moment about the time before it.
  var laterCount = 0

  var key = Key(count: -1, happened: 0, isAsKnown: false, now: Instant(milliseconds: 0))
  /// Another number whenever something in here looks otherwise.
  var revision = 0
  /// The entry after which nobody wrote.
  var lastBeforeSilence: Int?

  /// What it was worked out for.
  struct Key: Hashable, Sendable {
    /// How many entries there are, and how many of them happened by then.
    var count: Int
    /// How many the whole record of a replay has, those not shown among them.
    var recordCount = 0
    var happened: Int
    var isAsKnown: Bool
    var now: Instant

    /// Whether only time went by.
    func isLater(than other: Key) -> Bool {
      count == other.count && happened == other.happened && isAsKnown == other.isAsKnown
        && now >= other.now
    }
  }

  /// Knows of nothing yet.
  init() { due = Moment(Session(), at: Instant(milliseconds: 0)).due(given: []) }

  /// Works out what holds at a moment.
  init(_ moment: Moment, ledger: inout NoticeLedger, later: Int, key: Key) {
    self.init()
    takeNotices(at: moment, ledger: &ledger)
    due = moment.due(given: notices)
    let silences = moment.silences
    gaps = Dictionary(
      silences.closed.map { ($0.after, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    lastBeforeSilence = silences.last
    sets = moment.vitals
    baseline = moment.baseline
    looks = ScoreLook.all(at: moment)
    pins = moment.pins
    pumps = moment.infusions.filter(\.isRunning)
    takeChecks(at: moment)
    laterCount = later
    self.key = key
    nameDue(at: moment)
    _ = takeSilence(at: moment)
  }

  /// Looks at the notices; what is overdue stands in the list of what is due, which goes on with the
  /// time.
  mutating func takeNotices(at moment: Moment, ledger: inout NoticeLedger) {
    notices = ledger.notices(at: moment).filter { $0.entry != nil }
    raised = Dictionary(grouping: notices) { $0.entry ?? -1 }
    openNotices = moment.open(notices)
    repeats = moment.waitingRepeats(given: notices)
  }
}

extension Interface {
  /// Works the findings out anew where the session or the second has changed.
  mutating func refreshFindings() {
    defer { refreshPrediction() }
    let session = shownSession
    let now = shownNow
    let key = Findings.Key(
      count: session.entries.count,
      recordCount: replay?.record.entries.count ?? 0,
      happened: session.count(until: now),
      isAsKnown: replay?.isAsKnown ?? false,
      now: now
    )
    let old = findings.key
    let age = abs((key.now - old.now).milliseconds)
    let isFresh =
      key.count == old.count && key.recordCount == old.recordCount
      && key.isAsKnown == old.isAsKnown
      && (mode == .replay ? age == 0 : age < 1000)
    guard !isFresh else { return }
    let moment = Moment(session, at: now)
    if mode != .replay, key.isLater(than: old) {
      findings.advance(to: moment, ledger: &ledger, key: key)
      return
    }
    findings.replace(with: moment, ledger: &ledger, later: replay?.laterCount ?? 0, key: key)
  }

  /// What the panes draw from.
  var display: Display {
    var display = Display(moment, findings, offset: stamp.offset, glyphs: glyphs)
    display.prediction = prediction
    return display
  }
}
