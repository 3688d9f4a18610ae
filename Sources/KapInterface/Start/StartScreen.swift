package import KapCanvas
package import KapTimeline

/// What `kap` shows without arguments: the sessions there are, and what can be begun.
package struct StartScreen: Sendable {
  /// The sessions of the chart, those still open first, then the newest.
  package private(set) var sessions: [ListedSession]
  /// The rules a new session may run under.
  package let protocols: [ListedProtocol]
  /// The window.
  package var size: Size
  /// The signs of this terminal.
  package let glyphs: Glyphs
  /// Whose chart key is open.
  package let person: String
  /// The moment, for how long ago things are.
  package var now: Instant
  /// How far the wall clock stands from UTC.
  package let offset: UTCOffset
  /// The form, while a session is being opened.
  package internal(set) var form: NewSessionForm?
  /// The code that is typed again before another session is opened or joined.
  package internal(set) var check: CodeCheck?
  /// What was said last.
  package internal(set) var remark = ""
  /// The scenarios there are to practise with.
  package let scenarios: [ListedProtocol]

  var place = 0
  /// How many sessions there are, while not all of them are read.
  var readingCount: Int?
  /// Whether somebody has pressed a key in the list: what is chosen then stays chosen.
  var isChosen = false
  /// The form while it is put aside: nothing typed is lost.
  var formAside: NewSessionForm?
  /// The scenario that is chosen, while they are listed.
  var practicePlace: Int?

  /// Creates the screen.
  package init(
    sessions: [ListedSession] = [],
    protocols: [ListedProtocol],
    scenarios: [ListedProtocol] = [],
    person: String,
    size: Size,
    glyphs: Glyphs,
    now: Instant,
    offset: UTCOffset
  ) {
    self.sessions = sessions.filter(\.isOpen) + sessions.filter { !$0.isOpen }
    self.protocols = protocols
    self.scenarios = scenarios
    self.person = person
    self.size = size
    self.glyphs = glyphs
    self.now = now
    self.offset = offset
  }

  /// Takes what is known of the sessions by now; what was chosen stays so.
  package mutating func take(_ listing: Listing) {
    let chosen = isChosen ? sessions[safe: place]?.id : nil
    let newest = listing.sessions.sorted { $0.startedAt > $1.startedAt }
    sessions = newest.filter(\.isOpen) + newest.filter { !$0.isOpen }
    readingCount = listing.count
    let last = max(0, sessions.count - 1)
    place = sessions.firstIndex { $0.id == chosen } ?? (isChosen ? min(place, last) : 0)
    if let problem = listing.problem { remark = problem }
  }

  /// Whether a session may be open besides this one: of one that was not read yet nobody knows.
  func mayBeOpen(besides id: SessionID?) -> Bool {
    readingCount != nil || sessions.contains { $0.isOpen && $0.id != id }
  }

  /// What is known of the sessions of a chart.
  package struct Listing: Hashable, Sendable {
    /// Those that were read, in no order.
    package let sessions: [ListedSession]
    /// How many there are, while not all of them are read.
    package let count: Int?
    /// What could not be read, in a sentence.
    package let problem: String?

    /// Creates a listing.
    package init(sessions: [ListedSession], count: Int?, problem: String? = nil) {
      self.sessions = sessions
      self.count = count
      self.problem = problem
    }
  }

  /// A session as the list shows it.
  package struct ListedSession: Hashable, Sendable {
    /// Which session it is.
    package let id: SessionID
    /// The patient's code.
    package let subject: String
    /// The title of its protocol.
    package let title: String
    /// The room, where one was named.
    package let room: String?
    /// When it was opened, and when its last entry happened.
    package let startedAt: Instant
    package let lastEntryAt: Instant
    /// Whether it goes on.
    package let isOpen: Bool

    /// Creates a line of the list.
    package init(
      id: SessionID,
      subject: String,
      title: String,
      room: String?,
      startedAt: Instant,
      lastEntryAt: Instant,
      isOpen: Bool
    ) {
      self.id = id
      self.subject = subject
      self.title = title
      self.room = room
      self.startedAt = startedAt
      self.lastEntryAt = lastEntryAt
      self.isOpen = isOpen
    }
  }

  /// Puts back the form of a session that could not be opened, and says why.
  package mutating func putBack(_ form: NewSessionForm?, because reason: String) {
    guard var form else {
      remark = reason
      return
    }
    form.problem = reason
    self.form = form
  }

  /// A protocol as the form offers it, or a scenario as the list does.
  package struct ListedProtocol: Hashable, Sendable {
    /// The name by which it is chosen.
    package let name: String
    /// What people call it.
    package let title: String
    /// What the clinic asks about a weight under it, and what it does not take.
    package let weight: Bound?

    /// Creates an offer.
    package init(name: String, title: String, weight: Bound? = nil) {
      self.name = name
      self.title = title
      self.weight = weight
    }
  }

  /// The code of a patient, typed again so that nobody opens the wrong session.
  package struct CodeCheck: Hashable, Sendable {
    var typed = TextField(maximumLength: 40)
    var choice: StartChoice
    var code: String
  }
}

/// What somebody chose on the start screen.
package enum StartChoice: Hashable, Sendable {
  /// Go on with an open session.
  case resume(SessionID)
  /// Look at a session that has ended.
  case replay(SessionID)
  /// Open a new one.
  case open(NewSession)
  /// Practise with a simulated patient, in the scenario of that name.
  case practise(String?, isByHand: Bool)
  /// Leave.
  case leave
}

/// What a new session is opened with.
package struct NewSession: Hashable, Sendable {
  /// The patient's code.
  package var subject: String
  /// The name of the protocol.
  package var protocolName: String
  /// In kilograms.
  package var weight: Double?
  /// The room.
  package var room: String?
  /// Which of the course, and how many are planned.
  package var number: Int?
  package var planned: Int?
  /// Who else is there, as `jb therapist`.
  package var people: [Presence]
}
