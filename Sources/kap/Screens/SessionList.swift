import KapCommands
import KapInterface
import KapTimeline

/// The sessions of a journal as the start screen lists them, the newest first.
struct SessionList {
  let sessions: [StartScreen.ListedSession]

  init(_ journal: any Journal, at reading: ClockReading) throws {
    sessions = try journal.sessions().map { id in
      let session = Session(replaying: try journal.events(of: id, after: .start).events)
      let moment = Moment(session, at: session.now(by: reading).instant)
      let startedAt = moment.startedAt ?? reading.wall
      let last = session.entries.last { $0.recorded.event.kind.isStated }
      return StartScreen.ListedSession(
        id: id,
        subject: session.opening?.subject ?? "?",
        title: session.opening?.clinicProtocol.title ?? "",
        room: moment.room,
        startedAt: startedAt,
        lastEntryAt: last?.recorded.recordedAt ?? startedAt,
        isOpen: moment.state.isOpen
      )
    }
    .sorted { $0.startedAt > $1.startedAt }
  }
}
