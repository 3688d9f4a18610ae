import KapConsole
import KapInterface
import KapTimeline

/// The sessions of a journal as the start screen lists them, the newest first.
struct SessionList {
  let sessions: [StartScreen.ListedSession]

  init(_ journal: any Journal, at reading: ClockReading) throws {
    sessions = try journal.sessions().map { id in
      let session = Session(replaying: try journal.events(of: id, after: .start).events)
      return StartScreen.ListedSession(id, session, at: reading)
    }
    .sorted { $0.startedAt > $1.startedAt }
  }
}
