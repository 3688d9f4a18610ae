/// A protocol's limits, laid out so that each set of readings is judged in one pass.
struct LimitTable: Sendable {
  /// The names of the rules, in alphabetical order.
  let rules: [String]
  /// The limits, in the protocol's order, each with the places of its rule and its sign; those set
  /// for this person in place of the clinic's.
  private(set) var limits: [Row]
  /// The signs.
  let signs = Sign.allCases
  private var signsOfRules: [[Sign]]
  private let repeatAfter: Span?
  /// From so long after a first crossing another one counts as its repeat; at once where the rules
  /// are older than that.
  let countsAfter: Span
  /// So much before its time a repeat is one.
  private let early: Span?

  /// A limit with the places of its rule and its sign, and its number in the protocol; nil for one
  /// that was set for this person.
  typealias Row = (limit: Limit, rule: Int, sign: Int, number: Int?)

  init(_ clinicProtocol: ClinicProtocol) {
    let signs = Sign.allCases
    // A sign without a limit of the clinic's may have one for this person.
    let unlimited = signs.filter { sign in !clinicProtocol.limits.contains { $0.sign == sign } }
    let rules = Set(clinicProtocol.limits.map(\.rule) + unlimited.map(\.rawValue)).sorted()
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    var signsOfRules: [Set<Sign>] = Array(repeating: [], count: rules.count)
    var limits: [Row] = []
    for (number, limit) in clinicProtocol.limits.enumerated() {
      guard let rule = places[limit.rule], let sign = signs.firstIndex(of: limit.sign)
      else { continue }
      signsOfRules[rule].insert(limit.sign)
      limits.append((limit, rule, sign, number))
    }
    self.rules = rules
    self.limits = limits
    self.signsOfRules = signsOfRules.map(Array.init)
    let minutes = clinicProtocol.vitals.repeatMinutes
    repeatAfter = minutes > 0 ? .minutes(minutes) : nil
    early = clinicProtocol.vitals.repeatEarlyMinutes.map { .minutes(max(0, $0)) }
    countsAfter = early.map { max(.zero, .minutes(minutes) - $0) } ?? .zero
  }

  /// Puts a limit set for this person in place of the clinic's.
  ///
  /// It replaces the absolute limits of urgency notice on that sign and side. Urgent limits stay,
  /// whatever was set for one person, and so does what is held against the baseline.
  mutating func take(_ personal: PersonalLimit) {
    func isReplaced(_ limit: Limit) -> Bool {
      limit.sign == personal.sign && limit.side == personal.side && limit.basis == .absolute
        && limit.urgency <= .notice
    }
    guard let sign = signs.firstIndex(of: personal.sign) else { return }
    let place = limits.firstIndex { isReplaced($0.limit) }
    let old = place.map { limits[$0].limit }
    let other = limits.first { $0.limit.sign == personal.sign }?.limit.rule
    let name = old?.rule ?? other ?? personal.sign.rawValue
    guard let rule = rules.firstIndex(of: name) else { return }
    let limit = Limit(
      rule: name,
      sign: personal.sign,
      side: personal.side,
      value: personal.value,
      isInclusive: true,
      urgency: .notice,
      nextStep: old?.nextStep,
      source: "set for this person: \(personal.reason)"
    )
    limits.removeAll { isReplaced($0.limit) }
    limits.insert((limit, rule, sign, nil), at: min(place ?? limits.count, limits.count))
    if !signsOfRules[rule].contains(personal.sign) { signsOfRules[rule].append(personal.sign) }
  }

  /// Whether a set reads a sign of a rule.
  func isRead(_ rule: Int, in set: Vitals) -> Bool {
    signsOfRules[rule].contains { set[$0] != nil }
  }

  /// The notice of a rule whose limits a set crossed; a reading that came too soon to be the repeat
  /// of the one before leaves that due at its time.
  func notice(
    of rule: Int,
    _ crossings: [Notice.Crossing],
    by entry: Int,
    at instant: Instant,
    before: Notice?
  ) -> Notice {
    let stands = before?.repeatBy.flatMap { by in
      early.flatMap { instant < by - $0 ? by : nil }
    }
    let again = repeatAfter.map { instant + $0 }
    let sorted = crossings.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.urgency != second.urgency { return first.urgency > second.urgency }
      if first.counts != second.counts { return first.counts }
      return one.offset < other.offset
    }.map(\.element)
    let urgency = sorted.first?.urgency ?? .notice
    // Where all that waits for its repeat waits only now, it waits its own time.
    let waiting = sorted.filter { !$0.counts && $0.limit.urgency > urgency }.map(\.limit)
    let waited = before?.waiting.map(\.limit) ?? []
    let isWaited = waiting.isEmpty || waiting.contains(where: waited.contains)
    return Notice(
      rule: rules[rule],
      urgency: urgency,
      entry: entry,
      since: instant,
      crossings: sorted,
      repeatBy: isWaited ? stands ?? again : again,
      nextStep: sorted.first { $0.limit.nextStep != nil && $0.counts }?.limit.nextStep
    )
  }
}

extension Limit {
  /// What of a reading is held against the limit; nil when there is no baseline to compare with.
  package func measure(of value: Double, baseline: Double?) -> Double? {
    switch basis {
    case .absolute: value
    case .change: baseline.map { value - $0 }
    case .percent: baseline.flatMap { $0 == 0 ? nil : (value - $0) / abs($0) * 100 }
    }
  }
}
