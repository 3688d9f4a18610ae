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
  /// What is due, and in which order the list shows it.
  var due: DueList
  var dueItems: [DueItem] = []
  /// What those are called, for completion.
  var dueNames: [EntryContext.DueName] = []
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
  /// How many entries were written after the moment about the time before it.
  var laterCount = 0

  var key = Key(count: -1, isAsKnown: false, now: Instant(milliseconds: 0))

  /// What it was worked out for.
  struct Key: Hashable, Sendable {
    var count: Int
    var isAsKnown: Bool
    var now: Instant
  }

  /// Knows of nothing yet.
  init() { due = Moment(Session(), at: Instant(milliseconds: 0)).due(given: []) }

  /// Works out what holds at a moment.
  init(_ moment: Moment, ledger: inout NoticeLedger, whole: Session?, key: Key) {
    notices = ledger.notices(at: moment)
    raised = Dictionary(grouping: notices.filter { $0.entry != nil }) { $0.entry ?? -1 }
    openNotices = moment.open(notices)
    due = moment.due(given: notices)
    dueItems = Self.ordered(due.open)
    // More than this nobody completes.
    dueNames = dueItems.prefix(40).map {
      EntryContext.DueName(key: $0.key, title: moment.dueWords(for: $0.key))
    }
    gaps = Dictionary(moment.gaps.map { ($0.after, $0) }, uniquingKeysWith: { first, _ in first })
    sets = moment.vitals
    baseline = moment.baseline
    looks = ScoreLook.all(at: moment)
    pins = moment.pins
    if let whole { laterCount = Self.countLater(than: moment.now, in: whole) }
    self.key = key
  }

  /// How many entries were written after a moment about the time before it, corrections of what was
  /// there among them.
  private static func countLater(than now: Instant, in whole: Session) -> Int {
    whole.entries.count { entry in
      guard entry.recorded.recordedAt > now, entry.recorded.event.kind.isStated else {
        return false
      }
      if entry.occurredAt <= now { return true }
      let target = entry.recorded.event.target.flatMap { whole.index(of: $0) }
      return target.map { whole.entries[$0].occurredAt <= now } ?? false
    }
  }

  /// Items of the same time with what is most pressing first; what has no time yet in the order of
  /// its minutes.
  private static func ordered(_ items: [DueItem]) -> [DueItem] {
    items.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      if one.isMissed != other.isMissed { return other.isMissed }
      if (one.at == nil) != (other.at == nil) { return one.at != nil }
      if let here = one.at, let there = other.at, here != there { return here < there }
      let (rank, otherRank) = (one.rank, other.rank)
      if rank != otherRank { return rank < otherRank }
      return first.offset < second.offset
    }.map(\.element)
  }
}

extension DueItem {
  /// Its place among those of the same time, or of none.
  fileprivate var rank: Rank {
    switch kind {
    case .hold, .repeatReading: Rank(group: 0)
    case .infusionEnd: Rank(group: 1)
    case .vitals(let minute): Rank(group: minute < 0 ? 2 : 4, minute: minute)
    case .scores(let minute): Rank(group: minute < 0 ? 2 : 4, minute: minute, isScore: true)
    case .pin, .confirm: Rank(group: 3)
    }
  }

  fileprivate struct Rank: Comparable {
    var group: Int
    var minute = 0.0
    var isScore = false

    static func < (left: Self, right: Self) -> Bool {
      if left.group != right.group { return left.group < right.group }
      return left.minute == right.minute
        ? !left.isScore && right.isScore : left.minute < right.minute
    }
  }
}

/// The scores of one look at the person: those within a minute of each other.
struct ScoreLook: Hashable, Sendable {
  var at: Instant
  var values: [String: Double]

  static func all(at moment: Moment) -> [ScoreLook] {
    let known = Set(moment.rules?.scores?.scales ?? [])
    var looks: [ScoreLook] = []
    for index in moment.standing(.score) {
      guard case .score(let score) = moment.session.entries[index].event,
        known.contains(score.scale)
      else { continue }
      let at = moment.session.entries[index].occurredAt
      if let last = looks.last, at - last.at < .seconds(60), last.values[score.scale] == nil {
        looks[looks.count - 1].values[score.scale] = score.value
      } else {
        looks.append(ScoreLook(at: at, values: [score.scale: score.value]))
      }
    }
    return looks
  }
}

extension Interface {
  /// Works the findings out anew where the session or the second has changed.
  mutating func refreshFindings() {
    let session = shownSession
    let now = shownNow
    let key = Findings.Key(
      count: session.entries.count,
      isAsKnown: replay?.isAsKnown ?? false,
      now: now
    )
    let old = findings.key
    let age = abs((key.now - old.now).milliseconds)
    let isFresh =
      key.count == old.count && key.isAsKnown == old.isAsKnown
      && (mode == .replay ? age == 0 : age < 1000)
    guard !isFresh else { return }
    let moment = Moment(session, at: now)
    findings = Findings(moment, ledger: &ledger, whole: replay?.record, key: key)
  }

  /// What the panes draw from.
  var display: Display {
    Display(moment, findings, offset: stamp.offset, glyphs: glyphs)
  }
}
