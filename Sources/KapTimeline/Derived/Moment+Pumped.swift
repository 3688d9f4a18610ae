extension Moment {
  /// What a pump without a total brought in beyond a hard warning: one notice for each, from the
  /// moment at which it was reached, by the weight that was known then.
  var pumpedNotices: [Notice] {
    guard let rules else { return [] }
    let hard = rules.doseWarnings.filter(\.isHard)
    guard !hard.isEmpty, let course = PumpCourse(at: self) else { return [] }
    return course.reached(hard).map { found in
      let (warning, weight) = (hard[found.place], found.weight)
      let unit = warning.isPerKilogram ? "mg/kg" : "mg"
      let most = warning.isPerKilogram ? warning.above * (weight ?? 0) : warning.above
      let limit = "\(plain(warning.above)) \(unit)"
      let subject =
        found.isByWeight
        ? "pump at \(plain(found.total.milligrams, places: 1)) mg, beyond \(limit) of "
          + "\(plain(weight ?? 0)) kg"
        : "pump reached \(plain(most, places: 1)) mg, \(limit)"
      return Notice(
        rule: Notice.dose,
        urgency: .urgent,
        entry: found.run,
        since: found.since,
        nextStep: "say who knows of it and what is done",
        subject: subject,
        limit: "limit \(limit)",
        sources: [warning.source]
      )
    }
  }
}

/// What went in by all ways while a pump without a total was on, from one change to the next.
private struct PumpCourse {
  /// The pumps without a total, in the order in which they were started.
  private let pumps: [InfusionRun]
  /// Their weights at the start, and those said later.
  private let firstWeights: [Double?]
  private let weights: [(at: Instant, kilograms: Double)]
  private let atOnce: [(at: Instant, amount: Mass)]
  private let stretches: [InfusionRun.Stretch]
  private let now: Instant

  /// A warning that was reached: which, when, with how much in, by which weight and which pump.
  struct Reached {
    let place: Int
    let since: Instant
    let total: Mass
    let weight: Double?
    let run: Int
    /// Whether it was another weight that made it so.
    let isByWeight: Bool
  }

  init?(at moment: Moment) {
    let runs = moment.infusions
    pumps = runs.filter { $0.remaining == nil }
    guard !pumps.isEmpty else { return nil }
    let entries = moment.session.entries
    firstWeights = pumps.map { moment.weight(knownFor: entries[$0.entry]) }
    weights = moment.standing(.frame).compactMap { index in
      guard case .frame(.weight(let kilograms)) = entries[index].event else { return nil }
      return (entries[index].occurredAt, kilograms)
    }
    atOnce = moment.doses.filter { $0.dose.rate == nil }
      .map { (entries[$0.entry].occurredAt, $0.dose.amount) }
    stretches = runs.flatMap(\.stretches).sorted { $0.from < $1.from }
    now = moment.now
  }

  /// The warnings that were crossed while a pump was on, each with when it first was; one that was
  /// crossed already when the pump was started was asked about then.
  func reached(_ warnings: [DoseWarning]) -> [Reached] {
    var found: [Reached] = []
    var open = Set(warnings.indices)
    var (base, running) = (Mass.zero, [InfusionRun.Stretch]())
    var (nextDose, nextStretch) = (0, 0)
    let changes = changes
    for (from, to) in zip(changes, changes.dropFirst() + [now]) where !open.isEmpty {
      while nextDose < atOnce.count, atOnce[nextDose].at <= from {
        base = base + atOnce[nextDose].amount
        nextDose += 1
      }
      while nextStretch < stretches.count, stretches[nextStretch].from <= from {
        running.append(stretches[nextStretch])
        nextStretch += 1
      }
      for over in running where over.to <= from { base = base + over.amount }
      running.removeAll { $0.to <= from }
      guard let pump = pumps.lastIndex(where: { $0.startedAt <= from && isOn($0, at: from) })
      else { continue }
      let weight = weight(of: pump, at: from)
      let total = { (instant: Instant) in
        running.map { $0.amount(by: instant) }.reduce(base, +)
      }
      for place in warnings.indices where open.contains(place) {
        let isCrossed = { (instant: Instant) in
          warnings[place].isCrossed(by: total(instant), weight: weight)
        }
        guard isCrossed(to) else { continue }
        open.remove(place)
        let since = isCrossed(from) ? from : first(after: from, upTo: to, isCrossed)
        guard since > pumps[pump].startedAt else { continue }
        found.append(
          Reached(
            place: place,
            since: since,
            total: total(since),
            weight: weight,
            run: pumps[pump].entry,
            isByWeight: since == from && weights.contains { $0.at == from }
          )
        )
      }
    }
    return found.sorted { $0.place < $1.place }
  }

  /// Every instant at which something changed since the first pump was started, in order.
  private var changes: [Instant] {
    let hands = pumps.map(\.startedAt) + pumps.compactMap(\.endedAt)
    let flows = stretches.flatMap { [$0.from, $0.to] }
    let start = pumps.first?.startedAt ?? now
    let all = hands + flows + atOnce.map(\.at) + weights.map(\.at)
    return Set(all.filter { $0 >= start && $0 <= now }).sorted()
  }

  private func isOn(_ pump: InfusionRun, at instant: Instant) -> Bool {
    pump.endedAt.map { instant < $0 } ?? true
  }

  /// The weight by which a pump is judged: the one known when it was started, then each as it is said.
  private func weight(of pump: Int, at instant: Instant) -> Double? {
    let start = pumps[pump].startedAt
    return weights.last { $0.at > start && $0.at <= instant }?.kilograms ?? firstWeights[pump]
  }

  /// The first millisecond of a stretch at which something is crossed that is not at its beginning
  /// and is at its end.
  private func first(
    after from: Instant,
    upTo to: Instant,
    _ isCrossed: (Instant) -> Bool
  ) -> Instant {
    var (low, high) = (from.milliseconds, to.milliseconds)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if isCrossed(Instant(milliseconds: middle)) {
        high = middle
      } else {
        low = middle
      }
    }
    return Instant(milliseconds: high)
  }
}
