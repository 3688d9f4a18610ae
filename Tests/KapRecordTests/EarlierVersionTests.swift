import Foundation
import KapRecord
import KapTimeline
import Testing

/// The logs that earlier versions wrote stay readable for ever.
struct EarlierVersionTests {
  @Test(arguments: [(1, "17ybs05n8p1y0a8v"), (2, "46serxdamt4qde3h")])
  func `every kind of event is read from each, and nothing is lost`(
    version: Int,
    session: String
  ) throws {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/version-\(version)", withExtension: "log")
    )
    let reading = try LogReading(try Data(contentsOf: file))
    #expect(reading.findings.isEmpty)
    #expect(reading.session == SessionID(session))
    // Kinds that came after it are not in it.
    let later: Set<EventKind> = [
      .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet,
    ]
    #expect(
      Set(reading.events.map(\.event.kind)) == Set(EventKind.allCases).subtracting(later)
    )
    for line in reading.lines {
      let members = try JSONDecoder().decode([String: JSONValue].self, from: line.record.bytes)
      let event = try line.event.get()
      #expect(members["v"] == .integer(Int64(version)))
      let data = try #require(members["data"])
      let offset = event.offset
      #expect(
        try EventCodec.data(of: event.event, offset: offset)
          == (version == 1 ? Self.dated(data, offset) : data)
      )
      #expect(
        JSONValue.string(WallTime(event.recordedAt, offset: event.offset).timestamp)
          == members["recordedAt"]
      )
    }
  }

  /// Data with its moments as timestamps, which the first schema wrote as numbers.
  private static func dated(_ value: JSONValue, _ offset: UTCOffset) -> JSONValue {
    guard case .object(var members) = value else { return value }
    for (name, member) in members {
      if case .integer(let number) = member, ["until", "wall", "occurredAt"].contains(name) {
        let wall = WallTime(Instant(milliseconds: number), offset: offset)
        members[name] = .string(wall.timestamp)
      } else {
        members[name] = dated(member, offset)
      }
    }
    return .object(members)
  }
}
