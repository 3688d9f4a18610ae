import KapTimeline

/// The members of a record under the schema of today.
struct Envelope: Decodable {
  let record: ReadRecord

  private enum CodingKeys: String, CodingKey {
    case session, writer, seq, occurredAt, recordedAt, author, role, observer, source, seat, unasked
    case kind, data, salt
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String { try container.decode(String.self, forKey: key) }
    func checked<Value>(_ value: Value?, _ key: CodingKeys) throws -> Value {
      guard let value else { throw RecordError.unreadable(key.stringValue) }
      return value
    }
    let name = try text(.kind)
    guard let kind = EventKind(rawValue: name) else { throw RecordError.unknownKind(name) }
    let session = try checked(SessionID(text(.session)), .session)
    let writer = try checked(WriterID(text(.writer)), .writer)
    let sequence = try container.decode(Int.self, forKey: .seq)
    guard sequence > 0 else { throw RecordError.unreadable("seq") }
    let (occurredAt, _) = try checked(Instant.reading(timestamp: text(.occurredAt)), .occurredAt)
    let (recordedAt, offset) = try checked(
      Instant.reading(timestamp: text(.recordedAt)),
      .recordedAt
    )
    guard container.contains(.salt) else { throw RecordError.unreadable("salt") }
    record = ReadRecord(
      session: session,
      recorded: Recorded(
        id: EventID(writer: writer, sequence: sequence),
        occurredAt: occurredAt,
        recordedAt: recordedAt,
        offset: offset,
        author: try text(.author),
        role: try checked(CareRole(rawValue: text(.role)), .role),
        observer: try container.decodeIfPresent(String.self, forKey: .observer),
        source: try checked(Source(rawValue: text(.source)), .source),
        seat: try container.decodeIfPresent(String.self, forKey: .seat).map { SeatID($0) },
        isUnasked: try container.decodeIfPresent(Bool.self, forKey: .unasked) ?? false,
        event: try Event(kind, in: container, forKey: .data)
      )
    )
  }
}
