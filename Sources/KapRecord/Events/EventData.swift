package import KapTimeline

/// What there is to know of an event beside its kind, ready to stand in any JSON document.
package struct EventData: Encodable {
  private let event: Event

  /// Creates the data of an event.
  package init(_ event: Event) { self.event = event }

  package func encode(to encoder: any Encoder) throws {
    switch event {
    case .opened(let opening): try opening.encode(to: encoder)
    case .frame(let fact): try fact.encode(to: encoder)
    case .joined(let presence), .left(let presence): try presence.encode(to: encoder)
    case .dose(let dose): try dose.encode(to: encoder)
    case .infusion(let change): try change.encode(to: encoder)
    case .phase(let declaration): try declaration.encode(to: encoder)
    case .vitals(let vitals): try vitals.encode(to: encoder)
    case .noReading(let missing): try missing.encode(to: encoder)
    case .score(let score): try score.encode(to: encoder)
    case .note(let note): try note.encode(to: encoder)
    case .technique(let change): try change.encode(to: encoder)
    case .theme(let mark): try mark.encode(to: encoder)
    case .effect(let effect): try effect.encode(to: encoder)
    case .given(let given): try given.encode(to: encoder)
    case .call(let call): try call.encode(to: encoder)
    case .order(let order): try order.encode(to: encoder)
    case .pin(let pin): try pin.encode(to: encoder)
    case .later(let postponement): try postponement.encode(to: encoder)
    case .notDone(let notDone): try notDone.encode(to: encoder)
    case .acknowledgement(let acknowledgement): try acknowledgement.encode(to: encoder)
    case .confirmation(let verdict): try verdict.encode(to: encoder)
    case .correction(let correction): try CorrectionData(correction).encode(to: encoder)
    case .void(let withdrawal): try withdrawal.encode(to: encoder)
    case .attached(let attachment), .detached(let attachment), .suspended(let attachment),
      .resumed(let attachment):
      try attachment.encode(to: encoder)
    case .clockStepped(let step): try step.encode(to: encoder)
    case .check(let mark): try mark.encode(to: encoder)
    case .assessment(let assessment): try assessment.encode(to: encoder)
    case .plan(let plan): try plan.encode(to: encoder)
    case .limit(let limit): try limit.encode(to: encoder)
    case .supply(let supply): try supply.encode(to: encoder)
    case .lozenge(let step): try LozengeData(action: step).encode(to: encoder)
    case .emergency(let step): try step.encode(to: encoder)
    case .handOver(let change): try change.encode(to: encoder)
    case .quiet(let quiet): try quiet.encode(to: encoder)
    case .ended: try NoData().encode(to: encoder)
    case .reopened(let reason): try ReopeningData(reason: reason).encode(to: encoder)
    }
  }
}

extension Event {
  /// Reads the event of a kind from its data in a JSON object.
  init<Key>(
    _ kind: EventKind,
    in container: KeyedDecodingContainer<Key>,
    forKey key: Key
  ) throws {
    func data<Payload: Decodable>(_ payload: Payload.Type = Payload.self) throws -> Payload {
      try container.decode(Payload.self, forKey: key)
    }
    switch kind {
    case .opened: self = .opened(try data())
    case .frame: self = .frame(try data())
    case .joined: self = .joined(try data())
    case .left: self = .left(try data())
    case .dose: self = .dose(try data())
    case .infusion: self = .infusion(try data())
    case .phase: self = .phase(try data())
    case .vitals: self = .vitals(try data())
    case .noReading: self = .noReading(try data())
    case .score: self = .score(try data())
    case .note: self = .note(try data())
    case .technique: self = .technique(try data())
    case .theme: self = .theme(try data())
    case .effect: self = .effect(try data())
    case .given: self = .given(try data())
    case .call: self = .call(try data())
    case .order: self = .order(try data())
    case .pin: self = .pin(try data())
    case .later: self = .later(try data())
    case .notDone: self = .notDone(try data())
    case .acknowledgement: self = .acknowledgement(try data())
    case .confirmation: self = .confirmation(try data())
    case .correction: self = .correction(try data(CorrectionData.self).correction)
    case .void: self = .void(try data())
    case .attached: self = .attached(try data())
    case .detached: self = .detached(try data())
    case .suspended: self = .suspended(try data())
    case .resumed: self = .resumed(try data())
    case .clockStepped: self = .clockStepped(try data())
    case .check: self = .check(try data())
    case .assessment: self = .assessment(try data())
    case .plan: self = .plan(try data())
    case .limit: self = .limit(try data())
    case .supply: self = .supply(try data())
    case .lozenge: self = .lozenge(try data(LozengeData.self).action)
    case .emergency: self = .emergency(try data())
    case .handOver: self = .handOver(try data())
    case .quiet: self = .quiet(try data())
    case .ended: self = .ended
    case .reopened: self = .reopened(try data(ReopeningData.self).reason)
    }
  }
}

private struct NoData: Codable {}

private struct LozengeData: Codable {
  let action: LozengeStep
}

private struct ReopeningData: Codable {
  let reason: String
}

/// A correction: its target, and the event that stands now by kind and data.
private struct CorrectionData: Codable {
  let correction: Correction

  init(_ correction: Correction) { self.correction = correction }

  private enum CodingKeys: String, CodingKey { case target, kind, data, occurredAt, reason }

  // A correction may hold a correction; a file that nests thousands must not exhaust the stack.
  private static let deepest = 16

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard decoder.codingPath.count <= Self.deepest else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "corrections nested too deep")
      )
    }
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = EventKind(rawValue: name) else { throw RecordError.unknownKind(name) }
    correction = Correction(
      target: try container.decode(EventID.self, forKey: .target),
      replacement: try Event(kind, in: container, forKey: .data),
      occurredAt: try container.decodeIfPresent(Instant.self, forKey: .occurredAt),
      reason: try container.decodeIfPresent(String.self, forKey: .reason)
    )
  }

  func encode(to encoder: any Encoder) throws {
    guard encoder.codingPath.count <= Self.deepest else {
      throw EncodingError.invalidValue(
        correction.target,
        .init(codingPath: [], debugDescription: "corrections nested too deep")
      )
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(correction.target, forKey: .target)
    try container.encode(correction.replacement.kind.rawValue, forKey: .kind)
    try container.encode(EventData(correction.replacement), forKey: .data)
    try container.encodeIfPresent(correction.occurredAt, forKey: .occurredAt)
    try container.encodeIfPresent(correction.reason, forKey: .reason)
  }
}
