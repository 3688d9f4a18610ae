import Foundation
import KapRecord
import KapStore
import KapTestSupport
import KapTimeline

/// A chart in a directory of its own that goes with it: a suite keeps it while its test runs.
final class ScratchChart: Sendable {
  let directory: String
  let person = Person(name: "Ana Reyes", role: .monitor)
  let passphrase = "correct horse"

  init() {
    directory = NSTemporaryDirectory() + "kap-" + UUID().uuidString
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  var path: String { directory + "/chart" }

  func create() throws -> UnlockedChart {
    try Chart.create(at: path, for: person, passphrase: passphrase, stretching: .weakest)
  }

  func open(patience: Double = 5) throws -> UnlockedChart {
    try Chart(at: path, patience: patience).unlock(person: person.name, passphrase: passphrase)
  }

  /// A copy of the files as they are on disk now, as a crash would leave them.
  func crashed() throws -> ScratchChart {
    let copy = ScratchChart()
    try FileManager.default.createDirectory(
      atPath: copy.path,
      withIntermediateDirectories: true
    )
    for name in ["chart.db", "chart.db-wal", "heads"] {
      guard let bytes = FileManager.default.contents(atPath: path + "/" + name) else { continue }
      try bytes.write(to: URL(fileURLWithPath: copy.path + "/" + name))
    }
    return copy
  }

  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
  }

  /// The log of commits without the room behind the last one.
  func commitLog() throws -> Data {
    let bytes = try bytes(of: "chart.db-wal")
    let written = (bytes.lastIndex { $0 != 0 } ?? 0) + 1
    let frames = (written - 32 + 4119) / 4120
    return Data(bytes.prefix(32 + frames * 4120))
  }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: path + "/" + name))
  }
}

extension UnlockedChart {
  /// Opens a session and writes random events to it, one at a time.
  @discardableResult
  func fill(seed: UInt64, count: Int) throws -> (session: SessionID, events: [Recorded]) {
    var random = RandomEvents(seed: seed)
    let session = SessionID(using: &random.generator)
    var events: [Recorded] = []
    var cursor = JournalCursor.start
    for place in 0..<count {
      let draft = random.draft(of: place == 0 ? random.event(of: .opened) : random.event())
      let appended = try journal.append(to: session, from: cursor, now: { random.instant() }) { _ in
        [draft]
      }
      cursor = appended.cursor
      events += appended.written
    }
    settle()
    return (session, events)
  }

  /// The events of all sessions, as a reader gets them.
  func contents() throws -> [SessionID: [Recorded]] {
    var contents: [SessionID: [Recorded]] = [:]
    for session in try journal.sessions() {
      contents[session] = try journal.events(of: session, after: .start).events
    }
    return contents
  }
}
