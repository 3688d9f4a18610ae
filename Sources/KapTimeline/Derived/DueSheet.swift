/// What all due items of a moment have in common: T0, the tolerance, and what people said of them.
struct DueSheet {
  let now: Instant
  let zero: Instant?
  /// When the dose began, which may be before T0.
  let began: Instant?
  let rules: ClinicProtocol
  let grace: Span
  /// Whether nothing is asked any more.
  let isOver: Bool
  /// From and to which minute doses over time last, where the rules have readings for that.
  let infused: [ClosedRange<Double>]
  /// The minute at which the stay ends, as far as can be said now.
  private let stay: Double?
  private var postponed: [String: Instant] = [:]
  private var notDone: Set<String> = []

  init(at moment: Moment, under rules: ClinicProtocol, isOver: Bool = false) {
    self.isOver = isOver
    now = moment.now
    zero = moment.zero
    began = moment.doseBegan
    stay = moment.stayMinute
    infused = rules.vitals.whileInfused == nil ? [] : moment.infusedMinutes
    self.rules = rules
    grace = max(.zero, .minutes(rules.vitals.graceMinutes))
    let entries = moment.session.entries
    for index in moment.standing(.later) {
      guard case .later(let later) = entries[index].event else { continue }
      postponed[later.item] = later.until
    }
    for index in moment.standing(.notDone) {
      guard case .notDone(let skipped) = entries[index].event else { continue }
      notDone.insert(skipped.item)
    }
  }

  /// When a planned minute is; for what belongs before the dose that is the dose.
  func instant(of minute: Double) -> Instant? {
    minute < 0 ? began : zero.map { $0 + .minutes(minute) }
  }

  /// Whether something was done within the tolerance of a planned minute, or late.
  ///
  /// What is done late counts until the next of its kind has begun to be in time; where none follows
  /// it counts at any time. `taken` is in order.
  func wasDone(at minute: Double, next: Double?, _ taken: [Instant]) -> Bool {
    guard let at = instant(of: minute) else { return false }
    let place = taken.partitioned { $0 < at - grace }
    guard place < taken.count else { return false }
    guard let next = next.flatMap({ instant(of: $0) }) else { return true }
    return taken[place] <= at + grace || taken[place] < next - grace
  }

  /// Whether something was done not longer before the dose, or before now, than planned.
  func wasDone(before minute: Double, _ taken: [Instant]) -> Bool {
    let end = began ?? now
    let place = taken.partitioned { $0 < end + .minutes(minute) - grace }
    return place < taken.count && taken[place] <= end
  }

  /// Whether the next of its kind has begun to be in time.
  func isOver(nextMinute: Double?) -> Bool {
    guard let nextMinute, let next = instant(of: nextMinute) else { return false }
    return now >= next - grace
  }

  /// The schedule's readings, and those while a longer dose over time lasts.
  var readings: [VitalsSchedule.Reading] { withInfused(scheduled) }

  /// The schedule's readings, and those that follow its last one at its pace until the stay is
  /// reached, and after that up to the next to come; once nothing is asked any more there is no next.
  private var scheduled: [VitalsSchedule.Reading] {
    var readings = rules.vitals.readings
    guard let every = rules.vitals.thenEvery, every >= 1, let zero, let last = readings.last
    else { return readings }
    // A week of readings bounds what a wrong clock can ask for.
    let passed = (now - zero).inMinutes
    let end = min(max(passed + (isOver ? 0 : every), stay ?? 0), 10_080)
    var minute = max(0, last.minute) + every
    while minute <= end {
      readings.append(VitalsSchedule.Reading(minute: minute, isRequired: false))
      minute += every
    }
    return readings
  }

  /// The minute of the reading after the last one in the list, where they go on.
  func minute(following minute: Double) -> Double? {
    guard let every = rules.vitals.thenEvery, every >= 1 else { return nil }
    return max(0, minute) + every
  }

  /// An item as it stands now.
  ///
  /// `isNow` is for what can be done before there is a time for it.
  func item(
    _ key: String,
    _ kind: DueItem.Kind,
    at planned: Instant?,
    isDone: Bool = false,
    isRequired: Bool = false,
    isNow: Bool = false,
    isMissed: Bool = false,
    lacks: [VitalsSlot] = []
  ) -> DueItem {
    // Nothing is put off beyond its tolerance, whatever was written once.
    let end = kind.tolerates ? planned.map { $0 + grace } : nil
    let until = postponed[key].map { until in end.map { min($0, until) } ?? until }
    let time = [planned, until].compactMap(\.self).max()
    let state: DueItem.State
    if isDone {
      state = .done
    } else if notDone.contains(key) {
      state = .notDone
    } else if let until, now <= until {
      state = .upcoming
    } else if until != nil, end == nil {
      state = .late
    } else if let planned {
      state = now < planned ? .upcoming : now <= planned + grace ? .due : .late
    } else {
      state = isNow ? .due : .upcoming
    }
    return DueItem(
      key: key,
      kind: kind,
      at: time,
      grace: grace,
      toleratedUntil: end,
      state: state,
      isRequired: isRequired,
      postponedUntil: until,
      isMissed: isMissed && !isDone,
      lacks: lacks
    )
  }
}

extension DueItem {
  /// Timed items by their time, after them what has no time, last what was missed.
  func isMorePressing(than other: DueItem) -> Bool {
    if rank != other.rank { return rank < other.rank }
    if let first = at, let second = other.at, first != second { return first < second }
    if minute != other.minute { return minute < other.minute }
    return key < other.key
  }

  private var rank: Int {
    if isMissed { return 3 }
    if at != nil { return 0 }
    return state == .due ? 1 : 2
  }

  /// The planned minute, for those that have no other order.
  private var minute: Double {
    switch kind {
    case .vitals(let minute), .scores(let minute): minute
    case .endReading, .repeatReading, .infusionEnd, .hold, .pin, .stepWords, .vial, .confirm,
      .checks:
      -.infinity
    }
  }
}
