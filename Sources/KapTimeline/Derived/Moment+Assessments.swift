/// A scale that was scored or answered, with what came out of it.
package struct AssessmentState: Hashable, Sendable {
  /// The scale's name.
  package let scale: String
  /// The value; nil while answers are missing, or where parts make no whole.
  package let value: Double?
  /// Whether what was skipped could still raise it.
  package let isAtLeast: Bool
  /// What the value is called: `moderate`, `at least moderate`.
  package let band: String?
  /// The answers by item; empty where only a score was entered.
  package let answers: [String: Int]
  /// The keys of the items that were skipped, and of those that were not to be asked.
  package let skipped: [String]
  package let notAsked: [String]
  /// What else came out: `clusters B C D E: B, by the rule`, `remission range`,
  /// `response: 50 % or more below 22 at 09:10`.
  package let outcomes: [String]
  /// When.
  package let at: Instant
  /// The entry's index.
  package let entry: Int
  /// `PHQ-9 14, moderate`.
  package let words: String
}

extension Moment {
  /// Every scale that was scored or answered, in order.
  package var assessments: [AssessmentState] { assessments(after: []) }

  /// The same, with what earlier sessions of this person scored to compare with.
  package func assessments(after earlier: [EarlierScore]) -> [AssessmentState] {
    guard let rules else { return [] }
    return assessed.compactMap { state(ofAssessment: $0, under: rules, after: earlier) }
  }

  /// The newest on a scale of which something holds.
  func lastAssessment(
    on scale: Scale,
    where holds: (AssessmentState) -> Bool = { _ in true }
  ) -> AssessmentState? {
    guard let rules else { return nil }
    // What it comes to is worked out of those alone that are on the scale.
    let indices = assessed.filter { index in
      scored(at: index).flatMap { rules.scale(named: $0.scale) }?.name == scale.name
    }
    return indices.reversed().lazy
      .compactMap { state(ofAssessment: $0, under: rules, after: []) }.first(where: holds)
  }

  private var assessed: [Int] {
    (standing(.score) + standing(.assessment)).sorted { session.entries.comes($0, before: $1) }
  }

  /// Which scale an entry is on, with its answers, or with the value that was entered.
  private func scored(
    at index: Int
  ) -> (scale: String, answers: [String: Int], total: Double?)? {
    switch session.entries[index].event {
    case .score(let score): return (score.scale, [:], score.value)
    case .assessment(let assessment): return (assessment.scale, assessment.answers, nil)
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .plan, .limit, .supply, .lozenge, .emergency, .handOver,
      .quiet, .ended, .reopened:
      return nil
    }
  }

  private func state(
    ofAssessment index: Int,
    under rules: ClinicProtocol,
    after earlier: [EarlierScore]
  ) -> AssessmentState? {
    guard let (name, answers, total) = scored(at: index), let scale = rules.scale(named: name)
    else { return nil }
    let value = total ?? scale.value(of: answers)
    let skipped = total == nil ? scale.missing(in: answers) : []
    let outcomes =
      [scale.clusterWords(for: answers)].compactMap(\.self)
      + (value.map { self.outcomes(of: $0, on: scale, in: index, after: earlier) } ?? [])
    let words =
      total == nil ? scale.words(of: answers) : scale.words(for: value, skipped: skipped.count)
    return AssessmentState(
      scale: scale.name,
      value: value,
      isAtLeast: value != nil && scale.isOpen(after: answers),
      band: value.flatMap { scale.band(of: $0, after: answers) },
      answers: answers,
      skipped: skipped.map(\.key),
      notAsked: total == nil ? scale.notAsked(after: answers).map(\.key) : [],
      outcomes: outcomes,
      at: session.entries[index].occurredAt,
      entry: index,
      words: ([words] + outcomes).joined(separator: ", ")
    )
  }

  /// What a value is called beside its band: of the range of remission, and of a response where an
  /// earlier value of this person is known.
  func outcomes(
    of value: Double,
    on scale: Scale,
    in index: Int,
    after earlier: [EarlierScore] = []
  ) -> [String] {
    var outcomes = scale.isRemission(value) ? ["remission range"] : []
    guard let response = scale.response,
      let first = earlier.first(where: { $0.scale == scale.name })
        ?? firstScore(on: scale, before: index),
      response.isMet(by: value, from: first.value)
    else { return outcomes }
    let now = session.entries[index]
    let today = wall(now.occurredAt, like: now)
    let year = first.wall.year == today.year ? "" : " \(first.wall.year)"
    let time =
      first.wall.date == today.date
      ? "at \(first.wall.clock)" : "on \(first.wall.shortDate)\(year)"
    outcomes.append("response: \(response.text) \(plain(first.value)) \(time)")
    return outcomes
  }

  private func firstScore(on scale: Scale, before index: Int) -> EarlierScore? {
    guard let first = firstValue(on: scale),
      session.entries.comes(first.entry, before: index)
    else { return nil }
    let entry = session.entries[first.entry]
    let wall = wall(entry.occurredAt, like: entry)
    return EarlierScore(
      scale: scale.name,
      value: first.value,
      wall: wall,
      receivedAt: entry.recorded.receivedAt
    )
  }

  /// The first value of a scale that is known of this person.
  private func firstValue(on scale: Scale) -> (value: Double, entry: Int)? {
    var first: (value: Double, entry: Int)?
    for index in standing(.score) + standing(.assessment) {
      let value: Double?
      if case .score(let score) = session.entries[index].event {
        value = rules?.scale(named: score.scale)?.name == scale.name ? score.value : nil
      } else if case .assessment(let given) = session.entries[index].event {
        let isOne = rules?.scale(named: given.scale)?.name == scale.name
        value = isOne ? scale.value(of: given.answers) : nil
      } else {
        value = nil
      }
      guard let value else { continue }
      if let known = first, session.entries.comes(known.entry, before: index) { continue }
      first = (value, index)
    }
    return first
  }
}

extension Scale {
  /// The value that answers make; nil where some are missing and the rest would mislead.
  package func value(of answers: [String: Int]) -> Double? {
    let given = items.compactMap { answers[$0.key] }
    switch scoring {
    case .sum:
      guard !items.isEmpty, given.count == items.count else { return nil }
      return given.reduce(0) { $0 + Double($1) } * factor
    case .highest:
      // Where no yes was said, what was skipped decides.
      guard !given.isEmpty, level(of: answers) > 0 || !isOpen(after: answers) else { return nil }
      return Double(level(of: answers))
    case .parts: return nil
    }
  }

  /// Whether what was skipped could still raise the value that the answers make.
  package func isOpen(after answers: [String: Int]) -> Bool {
    guard scoring == .highest, !answers.isEmpty else { return false }
    let level = level(of: answers)
    return missing(in: answers).contains { $0.level ?? 0 > level }
  }

  /// What a value of these answers is called: `moderate`, and `at least moderate` while what was
  /// skipped could raise it.
  func band(of value: Double, after answers: [String: Int]) -> String? {
    band(of: value).map { isOpen(after: answers) ? "at least \($0)" : $0 }
  }

  /// The highest level of a yes; 0 without one.
  private func level(of answers: [String: Int]) -> Int {
    items.filter { (answers[$0.key] ?? 0) > 0 }.compactMap(\.level).max() ?? 0
  }

  /// What came out, in words: `PHQ-9 14, moderate`; of a bare total without answers.
  func words(for value: Double?, answers: [String: Int] = [:], skipped: Int) -> String {
    let least = isOpen(after: answers) ? "at least " : ""
    let called = value.flatMap { band(of: $0) ?? meaning(of: $0) }
    let name = called.map { ", \(least)\($0)" } ?? ""
    let amount = value.map { " \(called == nil ? least : "")\(plain($0))" } ?? ""
    let rest = skipped > 0 ? ", \(skipped) skipped" : ""
    return "\(label)\(amount)\(name)\(rest)"
  }

  /// What answers come to, in words; of parts that make no whole each by itself:
  /// `MEQ-30 mystical 60, mood 70`.
  package func words(of answers: [String: Int]) -> String {
    let skipped = missing(in: answers).count
    let whole = words(for: value(of: answers), answers: answers, skipped: skipped)
    guard scoring == .parts else { return whole }
    let parts = items.compactMap { item in answers[item.key].map { "\(item.key) \($0)" } }
    guard !parts.isEmpty else { return whole }
    let rest = whole.dropFirst(label.count)
    return "\(label) \(parts.joined(separator: ", "))\(rest)"
  }

  private func meaning(of value: Double) -> String? {
    Int(exactly: value).flatMap { meanings[$0] }
  }
}
