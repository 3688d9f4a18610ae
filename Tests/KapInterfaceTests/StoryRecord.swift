import KapPractice
import KapTimeline
import Synchronization

/// What a story left behind: its journal, and what each step wrote.
struct StoryRecord: Sendable {
  let events: [Recorded]
  let now: Instant
  let complaints: [String]
  let steps: [Step]

  /// A step that was made.
  struct Step: Sendable {
    /// Its minute, what it is, and the keys it took.
    let words: String
    let isWanted: Bool
    let written: [EventID]
  }

  init(_ run: StoryRun) {
    events = run.events
    now = run.sitting.now
    complaints = run.complaints
    steps = run.done.map { done in
      Step(
        words: "\(done.step.minute) \(done.step.words) \(done.keys)",
        isWanted: done.step.isWanted,
        written: done.written
      )
    }
  }

  /// The rules it went by.
  var rules: ClinicProtocol? { Session(replaying: events).rules }

  private final class Place: Sendable {
    let record = Mutex<StoryRecord?>(nil)
  }

  private static let kept = Dictionary(
    uniqueKeysWithValues: Scenario.all.map { ($0.name, Place()) }
  )

  /// The record of a scenario's story, gone through once for all who only read it.
  static func of(_ name: String) throws -> StoryRecord {
    guard let place = kept[name] else { return StoryRecord(try StoryRun(try Story.told(name))) }
    return try place.record.withLock { record in
      if let record { return record }
      let made = StoryRecord(try StoryRun(try Story.told(name)))
      record = made
      return made
    }
  }
}
