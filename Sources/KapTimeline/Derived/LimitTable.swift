/// A protocol's limits, laid out so that each set of readings is judged in one pass.
struct LimitTable: Sendable {
  /// The names of the rules, in alphabetical order.
  let rules: [String]
  /// The limits, in the protocol's order, each with the places of its rule and its sign.
  let limits: [(limit: Limit, rule: Int, sign: Int)]
  /// The signs.
  let signs = Sign.allCases
  private let signsOfRules: [[Sign]]
  private let repeatAfter: Span?

  init(_ clinicProtocol: ClinicProtocol) {
    let rules = Set(clinicProtocol.limits.map(\.rule)).sorted()
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let signs = Sign.allCases
    var signsOfRules: [Set<Sign>] = Array(repeating: [], count: rules.count)
    var limits: [(limit: Limit, rule: Int, sign: Int)] = []
    for limit in clinicProtocol.limits {
      guard let rule = places[limit.rule], let sign = signs.firstIndex(of: limit.sign)
      else { continue }
      signsOfRules[rule].insert(limit.sign)
      limits.append((limit, rule, sign))
    }
    self.rules = rules
    self.limits = limits
    self.signsOfRules = signsOfRules.map(Array.init)
    let minutes = clinicProtocol.vitals.repeatMinutes
    repeatAfter = minutes > 0 ? .minutes(minutes) : nil
  }

  /// Whether a set reads a sign of a rule.
  func isRead(_ rule: Int, in set: Vitals) -> Bool {
    signsOfRules[rule].contains { set[$0] != nil }
  }

  /// The notice of a rule whose limits a set crossed.
  func notice(
    of rule: Int,
    _ crossings: [Notice.Crossing],
    by entry: Int,
    at instant: Instant
  ) -> Notice {
    let sorted = crossings.enumerated().sorted {
      $0.element.urgency == $1.element.urgency
        ? $0.offset < $1.offset : $0.element.urgency > $1.element.urgency
    }.map(\.element)
    return Notice(
      rule: rules[rule],
      urgency: sorted.first?.urgency ?? .notice,
      entry: entry,
      since: instant,
      crossings: sorted,
      repeatBy: repeatAfter.map { instant + $0 },
      nextStep: sorted.first { $0.limit.nextStep != nil && $0.counts }?.limit.nextStep,
      subject: nil
    )
  }
}

extension Limit {
  /// What of a reading is held against the limit; nil when there is no baseline to compare with.
  func measure(of value: Double, baseline: Double?) -> Double? {
    switch basis {
    case .absolute: value
    case .change: baseline.map { value - $0 }
    case .percent: baseline.flatMap { $0 == 0 ? nil : (value - $0) / abs($0) * 100 }
    }
  }
}
