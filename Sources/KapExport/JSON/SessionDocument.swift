package import KapRecord
package import KapTimeline

/// A session at a moment as the JSON document that scripts read.
///
/// The names in it are a contract. What is not known is absent, never null. Beside who, when and
/// under which rules it holds `due`, what of it was `missed`, `notices` and `events`, what has
/// gone in (`cumulativeMilligrams`, `infusionRunning`), `checklist`, `assessments`, `adverseEvents`
/// and `readiness`.
package struct SessionDocument {
  private let id: SessionID
  let moment: Moment
  /// What earlier sessions of this person scored.
  let earlier: [EarlierScore]
  let offset: UTCOffset

  /// Creates the document of a session at `moment`, its scores held to those of earlier sessions.
  package init(_ id: SessionID, at moment: Moment, after earlier: [EarlierScore] = []) {
    self.id = id
    self.earlier = earlier
    self.moment = moment
    let opened = moment.session.list(of: .opened).first
    offset = opened.map { moment.session.entries[$0].recorded.offset } ?? .utc
  }

  /// The document, with its events unless `withEvents` is false.
  package func value(withEvents: Bool = true) throws(RecordError) -> JSONValue {
    let notices = moment.notices
    var members = header
    let list = moment.due(given: notices)
    members["due"] = .array(list.open.map(due))
    members["missed"] = .array(list.left.map(due))
    members["notices"] = .array(notices.map(notice))
    members.merge(care) { first, _ in first }
    if withEvents {
      var events: [JSONValue] = []
      for index in moment.happened { events.append(try event(index)) }
      members["events"] = .array(events)
    }
    return .object(members)
  }

  private var header: [String: JSONValue] {
    let opening = moment.session.opening
    return .present([
      ("session", .string(id.text)),
      ("at", time(moment.now)),
      ("subject", opening.map { .string($0.subject) }),
      ("kind", opening.map { .string($0.kind.rawValue) }),
      ("protocol", opening.map { .string($0.clinicProtocol.name) }),
      ("protocolVersion", opening.map { .string($0.clinicProtocol.version) }),
      ("number", opening?.number.map { .integer(Int64($0)) }),
      ("planned", opening?.planned.map { .integer(Int64($0)) }),
      ("room", moment.room.map(JSONValue.string)),
      ("practice", opening.flatMap { $0.isPractice ? .boolean(true) : nil }),
      ("weightKilograms", moment.weight.map(JSONValue.number)),
      ("state", state),
      ("endedAt", end.map(time)),
      ("phase", moment.phase.map { .string($0.phase.rawValue) }),
      ("startedAt", moment.startedAt.map(time)),
      ("doseAt", moment.zero.map(time)),
    ])
  }

  private var state: JSONValue? {
    switch moment.state {
    case .unopened: nil
    case .open: .string("open")
    case .ended: .string("ended")
    }
  }

  private var end: Instant? {
    guard case .ended(let end) = moment.state else { return nil }
    return end
  }

  func time(_ instant: Instant) -> JSONValue { .time(instant, offset) }

  private func due(_ item: DueItem) -> JSONValue {
    .object(
      .present([
        ("item", .string(item.key)),
        ("words", .string(moment.dueWords(for: item.key))),
        ("at", item.at.map(time)),
        ("graceSeconds", .seconds(item.grace)),
        ("state", .string(item.state.rawValue)),
        ("required", .boolean(item.isRequired)),
        (
          "lacks",
          item.wanting.isEmpty ? nil : .array(item.wanting.map(JSONValue.string))
        ),
        ("postponedUntil", item.postponedUntil.map(time)),
      ])
    )
  }
}

extension SessionDocument {
  private func event(_ index: Int) throws(RecordError) -> JSONValue {
    let entry = moment.session.entries[index]
    let recorded = entry.recorded
    return .object(
      .present([
        ("id", .string(entry.id.text)),
        ("name", .string(moment.session.name(of: index))),
        ("kind", .string(recorded.event.kind.rawValue)),
        ("occurredAt", .time(entry.occurredAt, recorded.offset)),
        ("recordedAt", .time(recorded.recordedAt, recorded.offset)),
        ("elapsedSeconds", moment.startedAt.map { .seconds(entry.occurredAt - $0) }),
        ("sinceDoseSeconds", sinceDose(entry.occurredAt)),
        ("author", .string(recorded.author)),
        ("observer", recorded.observer.map(JSONValue.string)),
        ("role", .string(recorded.role.rawValue)),
        ("source", .string(recorded.source.rawValue)),
        ("late", .boolean(moment.isLate(index))),
        ("unconfirmed", .boolean(!moment.unconfirmed(index).isEmpty)),
        ("artefact", artefact(index)),
        ("void", withdrawal(entry)),
        ("corrected", try correction(entry)),
        ("data", try data(of: entry.event, recorded.offset)),
      ])
    )
  }

  private func sinceDose(_ instant: Instant) -> JSONValue? {
    guard let zero = moment.zero, instant >= zero else { return nil }
    return .seconds(instant - zero)
  }

  private func withdrawal(_ entry: Entry) -> JSONValue {
    guard entry.isVoid, let by = entry.withdrawnBy else { return .boolean(false) }
    return about(by, ["reason": reason(of: by)])
  }

  private func artefact(_ index: Int) -> JSONValue? {
    guard moment.isArtefact(index), let by = moment.session.entries[index].judgedBy
    else { return nil }
    return about(by, ["reason": reason(of: by)])
  }

  private func correction(_ entry: Entry) throws(RecordError) -> JSONValue? {
    guard let by = entry.correctedBy else { return nil }
    let first = entry.recorded
    let moved = first.occurredAt != entry.occurredAt
    return about(
      by,
      [
        "reason": reason(of: by),
        "original": try data(of: first.event, first.offset),
        "originallyAt": moved ? .time(first.occurredAt, first.offset) : nil,
      ]
    )
  }

  /// Who did something about an entry, when they wrote it, and what else there is to say.
  private func about(_ by: Int, _ other: [String: JSONValue?]) -> JSONValue {
    let recorded = moment.session.entries[by].recorded
    var members: [String: JSONValue] = other.compactMapValues { $0 }
    members["by"] = .string(recorded.author)
    members["at"] = .time(recorded.recordedAt, recorded.offset)
    members["event"] = .string(recorded.id.text)
    return .object(members)
  }

  private func reason(of index: Int) -> JSONValue? {
    switch moment.session.entries[index].event {
    case .void(let withdrawal): .string(withdrawal.reason)
    case .confirmation(let verdict): verdict.reason.map(JSONValue.string)
    case .correction(let correction): correction.reason.map(JSONValue.string)
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended,
      .reopened:
      nil
    }
  }

  /// The data of an event; of an opening's frozen rules only which they are.
  private func data(of event: Event, _ offset: UTCOffset) throws(RecordError) -> JSONValue {
    guard case .opened(let opening) = event else {
      return try EventCodec.data(of: event, offset: offset)
    }
    return .object(
      .present([
        ("subject", .string(opening.subject)),
        ("kind", .string(opening.kind.rawValue)),
        ("number", opening.number.map { .integer(Int64($0)) }),
        ("planned", opening.planned.map { .integer(Int64($0)) }),
        ("room", opening.room.map(JSONValue.string)),
        ("practice", opening.isPractice ? .boolean(true) : nil),
        ("protocol", .string(opening.clinicProtocol.name)),
        ("protocolVersion", .string(opening.clinicProtocol.version)),
      ])
    )
  }
}

extension [String: JSONValue] {
  /// The members that are there.
  static func present(_ members: [(String, JSONValue?)]) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for (name, value) in members { result[name] = value }
    return result
  }
}

extension JSONValue {
  static func time(_ instant: Instant, _ offset: UTCOffset) -> JSONValue {
    .string(WallTime(instant, offset: offset).timestamp)
  }

  /// Seconds, with milliseconds only where there are some.
  fileprivate static func seconds(_ span: Span) -> JSONValue {
    span.milliseconds.isMultiple(of: 1000)
      ? .integer(span.milliseconds / 1000) : .number(Double(span.milliseconds) / 1000)
  }
}
