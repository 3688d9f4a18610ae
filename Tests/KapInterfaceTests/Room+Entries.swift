import KapCanvas
import KapInterface
import KapEntry
import KapTimeline

extension Room {
  /// Writes a sentence of the language into the journal, as somebody at another seat would.
  @discardableResult
  func enter(
    _ line: String,
    at clock: String? = nil,
    by person: String = "ar",
    _ role: CareRole = .monitor,
    seat: String = "desk"
  ) throws -> [Recorded] {
    let at = try clock.map { try Self.instant($0) } ?? now
    if at > now { pass(milliseconds: (at - now).milliseconds) }
    var session = Session(replaying: events)
    let moment = Moment(session, at: now)
    let context = EntryContext(
      now: now,
      offset: Self.offset,
      startedAt: at,
      openedAt: moment.startedAt,
      doseAt: moment.zero,
      clinicProtocol: session.rules,
      author: person,
      people: moment.present,
      noteVoice: role == .therapist ? .therapist : .observation,
      weightInKilograms: moment.weight,
      pinCount: moment.pins.count
    )
    let sentence = try Entry.parse(line, in: context)
    let circumstances = Circumstances(
      author: person,
      role: role,
      observer: sentence.observer,
      seat: SeatID(seat),
      now: now,
      occurredAt: sentence.occurredAt ?? at,
      offset: Self.offset,
      asks: false
    )
    return try journal.append(to: id, from: .start, now: { self.now }) { events in
      session = Session(replaying: events)
      return try session.drafts(for: sentence.command, under: circumstances)
    }.written
  }

  /// A session an hour old, its dose at 14:08, in its peak; it is 14:38.
  static func dosed(hasChecks: Bool = false) throws -> Room {
    let room = try Room(hasChecks: hasChecks)
    try room.enter("join jb as therapist", at: "13:47")
    for fact in ["weight 70kg", "allergies none", "escort sister", "calming slower music"] {
      try room.enter(fact, at: "13:48")
    }
    try room.enter("phase baseline", at: "13:55")
    try room.enter("124/78 72 98 14", at: "13:56")
    try room.enter("diss 0 moaas 5 distress 2", at: "13:57")
    try room.enter("dose iv 35mg over 40m", at: "14:08")
    try room.enter("phase onset", at: "14:12")
    try room.enter("138/86 88 97 14", at: "14:18")
    try room.enter("phase peak", at: "14:19")
    try room.enter("146/90 92 97 14", at: "14:28")
    try room.enter("note breath slow, eyes closed", at: "14:31")
    room.pass(milliseconds: (try instant("14:38") - room.now).milliseconds)
    return room
  }
}

extension Sitting {
  /// A seat in a session in its peak.
  static func inPeak(
    as person: String = "ar",
    _ role: CareRole = .monitor,
    size: Size = Size(rows: 24, columns: 80)
  ) throws -> Sitting {
    try Sitting(in: try Room.dosed(), as: person, role, size: size)
  }

  /// How many events the journal holds.
  var count: Int { room.events.count }

  /// Whether a field or a list is open.
  var isWriting: Bool { interface.field != nil }
}
