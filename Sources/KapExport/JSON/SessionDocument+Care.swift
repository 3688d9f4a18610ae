import KapRecord
import KapTimeline

extension SessionDocument {
  /// What has gone in, what was checked and answered, what went wrong, and what is still missing
  /// before the person leaves; nothing before the session is opened.
  var care: [String: JSONValue] {
    guard moment.startedAt != nil else { return [:] }
    return [
      "cumulativeMilligrams": .number(moment.totalGiven.milligrams),
      "infusionRunning": .boolean(moment.infusions.contains(where: \.isRunning)),
      "checklist": .array(Checklist.Purpose.allCases.flatMap(checklist)),
      "assessments": .array(moment.assessments(after: earlier).map(assessment)),
      "adverseEvents": .array(moment.adverseEvents.map(adverseEvent)),
      "readiness": readiness,
    ]
  }

  /// The identity of an entry.
  func id(_ index: Int) -> JSONValue { .string(moment.session.entries[index].id.text) }

  private func checklist(for purpose: Checklist.Purpose) -> [JSONValue] {
    moment.checklist(for: purpose).map { item(purpose, $0) }
  }

  private func item(_ purpose: Checklist.Purpose, _ state: ChecklistState) -> JSONValue {
    .object(
      .present([
        ("list", .string(purpose.rawValue)),
        ("item", .string(state.item.key)),
        ("label", .string(state.item.label)),
        ("state", .string(state.state.rawValue)),
        ("required", .boolean(state.item.isRequired)),
        ("event", state.entry.map(id)),
        ("words", state.words.map(JSONValue.string)),
      ])
    )
  }

  private func assessment(_ state: AssessmentState) -> JSONValue {
    let answers = state.answers.mapValues { JSONValue.integer(Int64($0)) }
    return .object(
      .present([
        ("scale", .string(state.scale)),
        ("value", state.value.map(JSONValue.number)),
        ("atLeast", state.isAtLeast ? .boolean(true) : nil),
        ("band", state.band.map(JSONValue.string)),
        ("answers", answers.isEmpty ? nil : .object(answers)),
        (
          "outcomes",
          state.outcomes.isEmpty ? nil : .array(state.outcomes.map(JSONValue.string))
        ),
        ("skipped", answers.isEmpty ? nil : .array(state.skipped.map(JSONValue.string))),
        (
          "notAsked",
          state.notAsked.isEmpty ? nil : .array(state.notAsked.map(JSONValue.string))
        ),
        ("at", time(state.at)),
        ("event", id(state.entry)),
      ])
    )
  }

  private func adverseEvent(_ event: AdverseEvent) -> JSONValue {
    .object(
      .present([
        ("term", .string(event.term)),
        ("severity", event.severity.map { .string($0.rawValue) }),
        ("serious", event.isSerious.map(JSONValue.boolean)),
        ("relatedness", event.relatedness.map(JSONValue.string)),
        ("action", event.action.map(JSONValue.string)),
        ("outcome", event.outcome.map(JSONValue.string)),
        ("startedAt", time(event.startedAt)),
        ("endedAt", event.endedAt.map(time)),
        ("events", .array(event.entries.map(id))),
      ])
    )
  }

  private var readiness: JSONValue {
    let ready = moment.readiness
    return .object(
      .present([
        ("stayUntil", ready.stayUntil.map(time)),
        ("stayReached", .boolean(ready.isStayReached)),
        ("items", .array(ready.items.map { item(.leaving, $0) })),
        ("missing", .array(ready.missing.map(JSONValue.string))),
        ("notSo", .array(ready.notSo.map(JSONValue.string))),
        ("readyMinute", ready.readyMinute.map(JSONValue.number)),
        ("escort", ready.escort.map(JSONValue.string)),
        ("aftercareGiven", .boolean(ready.isAftercareGiven)),
      ])
    )
  }
}
