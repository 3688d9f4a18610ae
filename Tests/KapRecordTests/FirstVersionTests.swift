import Foundation
import KapRecord
import KapTimeline
import Testing

/// A log that the first version wrote stays readable for ever.
struct FirstVersionTests {
  @Test func `every kind of event is read from it, and nothing of it is lost`() throws {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/version-1", withExtension: "log")
    )
    let reading = try LogReading(try Data(contentsOf: file))
    #expect(reading.findings.isEmpty)
    #expect(reading.session == SessionID("17ybs05n8p1y0a8v"))
    #expect(Set(reading.events.map(\.event.kind)) == Set(EventKind.allCases))
    for line in reading.lines {
      let members = try JSONDecoder().decode([String: JSONValue].self, from: line.record.bytes)
      let event = try line.event.get()
      #expect(try EventCodec.data(of: event.event) == members["data"])
      #expect(
        JSONValue.string(WallTime(event.recordedAt, offset: event.offset).timestamp)
          == members["recordedAt"]
      )
    }
  }
}
