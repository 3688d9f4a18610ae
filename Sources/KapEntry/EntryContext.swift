package import KapTimeline

/// What a line is understood against: the moment, the session and the people in it.
package struct EntryContext: Sendable {
  /// Session time now.
  package var now: Instant
  /// How far the wall clock stands from UTC.
  package var offset: UTCOffset
  /// When the field was opened; an entry without a time of its own happened then.
  package var startedAt: Instant?
  /// When the session opened; a time may lie so many hours before it as the protocol says.
  package var openedAt: Instant?
  /// T0, from which `@+12m` and the minutes of the echo count.
  package var doseAt: Instant?
  /// The rules the session runs under.
  package var clinicProtocol: ClinicProtocol?
  /// Whose hands type.
  package var author: String?
  /// Who is present, and as what.
  package var people: [Presence]
  /// The people of the clinic, as what each works there, whether they are in the room or not.
  package var clinicPeople: [Presence]
  /// The voice of a plain note at this seat.
  package var noteVoice: Voice
  /// The patient's weight, where it is known.
  package var weightInKilograms: Double?
  /// The pair that changes are counted from.
  ///
  /// Looked for only when a pair is echoed, like what is due.
  package var baseline: BloodPressure? {
    get { findBaseline() }
    set { findBaseline = { newValue } }
  }

  private var findBaseline: @Sendable () -> BloodPressure?
  /// The orders that nobody has carried out, in order.
  package var orders: [WaitingOrder]
  /// The repeats of readings that limits wait for, the first to be read first.
  package var repeats: [WaitingRepeat]
  /// The items of the clinic's lists that entries answer, by how a line may name the entry.
  package var checkedItems: [EntryReference: String]
  /// How many pins the session has.
  package var pinCount: Int
  /// The entries that wait to be confirmed, by their short names, with what waits in each.
  package var waiting: [DueName]
  /// What is due, most pressing first; looked for only when a line names it, since that goes through
  /// the whole session.
  package var due: [DueName] { findDue() }

  private let findDue: @Sendable () -> [DueName]

  /// Creates a context; only the moment is needed.
  package init(
    now: Instant,
    offset: UTCOffset = .utc,
    startedAt: Instant? = nil,
    openedAt: Instant? = nil,
    doseAt: Instant? = nil,
    clinicProtocol: ClinicProtocol? = nil,
    author: String? = nil,
    people: [Presence] = [],
    clinicPeople: [Presence] = [],
    noteVoice: Voice = .observation,
    weightInKilograms: Double? = nil,
    baseline: @autoclosure @escaping @Sendable () -> BloodPressure? = nil,
    orders: [WaitingOrder] = [],
    repeats: [WaitingRepeat] = [],
    checkedItems: [EntryReference: String] = [:],
    pinCount: Int = 0,
    waiting: [DueName] = [],
    due: @autoclosure @escaping @Sendable () -> [DueName] = []
  ) {
    self.now = now
    self.offset = offset
    self.startedAt = startedAt
    self.openedAt = openedAt
    self.doseAt = doseAt
    self.clinicProtocol = clinicProtocol
    self.author = author
    self.people = people
    self.clinicPeople = clinicPeople
    self.noteVoice = noteVoice
    self.weightInKilograms = weightInKilograms
    findBaseline = baseline
    self.orders = orders
    self.repeats = repeats
    self.checkedItems = checkedItems
    self.pinCount = pinCount
    self.waiting = waiting
    findDue = due
  }

  /// A due item, or an entry, by the names a line may use.
  package struct DueName: Hashable, Sendable {
    /// The item's key.
    package var key: String
    /// Its title on the screen.
    package var title: String

    /// Creates a name.
    package init(key: String, title: String) {
      self.key = key
      self.title = title
    }
  }
}
