/// A scale that was scored or answered, with what came out of it.
package struct AssessmentState: Hashable, Sendable {
  /// The scale's name.
  package let scale: String
  /// The value; nil while answers are missing, or where parts make no whole.
  package let value: Double?
  /// What the value is called.
  package let band: String?
  /// The answers by item; empty where only a score was entered.
  package let answers: [String: Int]
  /// The keys of the items that were skipped.
  package let skipped: [String]
  /// When.
  package let at: Instant
  /// The entry's index.
  package let entry: Int
  /// `PHQ-9 14, moderate`.
  package let words: String
}

extension Moment {
  /// Every scale that was scored or answered, in order.
  package var assessments: [AssessmentState] {
    guard let rules else { return [] }
    let indices = (standing(.score) + standing(.assessment))
      .sorted { OrderKey(session.entries[$0]) < OrderKey(session.entries[$1]) }
    return indices.compactMap { state(ofAssessment: $0, under: rules) }
  }

  private func state(ofAssessment index: Int, under rules: ClinicProtocol) -> AssessmentState? {
    let at = session.entries[index].occurredAt
    switch session.entries[index].event {
    case .score(let score):
      guard let scale = rules.scale(named: score.scale) else { return nil }
      return AssessmentState(
        scale: scale.name,
        value: score.value,
        band: scale.band(of: score.value),
        answers: [:],
        skipped: [],
        at: at,
        entry: index,
        words: scale.words(for: score.value, skipped: 0)
      )
    case .assessment(let assessment):
      guard let scale = rules.scale(named: assessment.scale) else { return nil }
      let skipped = scale.items.map(\.key).filter { assessment.answers[$0] == nil }
      let value = scale.value(of: assessment.answers)
      return AssessmentState(
        scale: scale.name,
        value: value,
        band: value.flatMap { scale.band(of: $0) },
        answers: assessment.answers,
        skipped: skipped,
        at: at,
        entry: index,
        words: scale.words(for: value, skipped: skipped.count)
      )
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .plan, .limit, .supply, .lozenge, .emergency, .handOver,
      .quiet, .ended, .reopened:
      return nil
    }
  }
}

extension Scale {
  /// The value that answers make; nil where some are missing and the rest would mislead.
  package func value(of answers: [String: Int]) -> Double? {
    let given = items.compactMap { answers[$0.key] }
    switch scoring {
    case .sum:
      guard !items.isEmpty, given.count == items.count else { return nil }
      return Double(given.reduce(0, +)) * factor
    case .highest:
      guard !given.isEmpty else { return nil }
      let levels = items.filter { (answers[$0.key] ?? 0) > 0 }.compactMap(\.level)
      return Double(levels.max() ?? 0)
    case .parts: return nil
    }
  }

  /// What came out, in words: `PHQ-9 14, moderate`.
  package func words(for value: Double?, skipped: Int) -> String {
    let amount = value.map { " \(plain($0))" } ?? ""
    let name = value.flatMap { band(of: $0) ?? meaning(of: $0) }.map { ", \($0)" } ?? ""
    let rest = skipped > 0 ? ", \(skipped) skipped" : ""
    return "\(label)\(amount)\(name)\(rest)"
  }

  private func meaning(of value: Double) -> String? {
    Int(exactly: value).flatMap { meanings[$0] }
  }
}
