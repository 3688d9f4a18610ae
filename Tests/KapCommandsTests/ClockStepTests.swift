import KapSettings
import KapTimeline
import Testing

@testable import KapCommands

/// A step of the wall clock in a record that is nobody's.
struct ClockStepTests {
  @Test(arguments: [Int64.min, .max])
  func `a step without end is a step like any other`(ahead: Int64) throws {
    let wall = Instant(milliseconds: 1_762_264_800_000)
    let reading = ClockReading(boot: "test", wall: wall, monotonic: 0, offset: .utc)
    let opening = Opening(
      subject: "K-014",
      clinicProtocol: try ProtocolLibrary().protocol(named: "im"),
      anchor: ClockAnchor(boot: "test", wall: wall, monotonic: 0)
    )
    let step = ClockStep(wall: wall, aheadMilliseconds: ahead)
    var generator = SystemRandomNumberGenerator()
    let writer = WriterID(using: &generator)
    let events: [Event] = [.opened(opening), .clockStepped(step)]
    let session = Session(
      replaying: events.enumerated().map { place, event in
        Circumstances(author: "ar", role: .monitor, now: wall).draft(of: event)
          .recorded(as: EventID(writer: writer, sequence: place + 1), at: wall)
      }
    )
    #expect(session.step(of: reading, at: wall)?.aheadMilliseconds == 0)
  }
}
