import KapEntry
import KapPractice
import KapTestRules
import KapTimeline

/// A scenario gone through with the real entry language, core and protocol, no screen between.
struct Rehearsal {
  let scenario: Scenario
  let openedAt: Instant
  let offset: UTCOffset
  private(set) var session = Session()
  /// The lines that were refused or not understood, each with why.
  private(set) var refusals: [String] = []
  /// What the entry language remarked.
  private(set) var remarks: [String] = []

  private let writer: WriterID

  init(
    _ scenario: Scenario,
    at openedAt: Instant = Instant(milliseconds: 1_762_260_360_000),
    offset: UTCOffset = .utc
  ) throws {
    self.scenario = scenario
    self.openedAt = openedAt
    self.offset = offset
    var generator = SystemRandomNumberGenerator()
    writer = WriterID(using: &generator)
    try open()
  }

  /// A rehearsal with every line of the scenario submitted in order.
  static func complete(
    _ scenario: Scenario,
    at openedAt: Instant = Instant(milliseconds: 1_762_260_360_000),
    offset: UTCOffset = .utc
  ) throws -> Rehearsal {
    var rehearsal = try Rehearsal(scenario, at: openedAt, offset: offset)
    for line in scenario.lines { rehearsal.submit(line) }
    return rehearsal
  }

  /// The moment `minute` minutes after the dose.
  func moment(atMinute minute: Double) -> Moment {
    Moment(session, at: openedAt + scenario.doseAt + .minutes(minute))
  }

  /// The moment after the last line.
  var end: Moment { Moment(session, at: openedAt + scenario.length) }

  /// Submits the weight alone, without which a dose is asked about.
  mutating func weigh() {
    for line in scenario.lines where line.text.hasPrefix("weight ") { submit(line) }
  }

  mutating func submit(_ line: ScriptedLine) {
    let text = line.text(in: session)
    let startedAt = openedAt + line.typingStartedAt
    let enterAt = openedAt + (scenario.keystrokes(for: line, as: text).last?.at ?? .zero)
    let now = Moment(session, at: enterAt)
    let role = scenario.person(named: line.author)?.role ?? .monitor
    let context = EntryContext(
      now: enterAt,
      offset: offset,
      startedAt: startedAt,
      openedAt: now.startedAt,
      doseAt: now.zero,
      clinicProtocol: session.rules,
      author: line.author,
      people: now.present,
      noteVoice: role == .therapist ? .therapist : .observation,
      weightInKilograms: now.weight,
      baseline: now.baseline?.vitals.bloodPressure,
      pinCount: now.pins.count
    )
    do {
      let sentence = try Entry.parse(text, in: context)
      remarks += sentence.remarks.map { "\(text): \($0)" }
      let drafts = try session.drafts(
        for: sentence.command,
        under: Circumstances(
          author: line.author,
          role: role,
          observer: sentence.observer,
          source: .practice,
          now: enterAt,
          occurredAt: sentence.occurredAt ?? startedAt,
          offset: offset
        )
      )
      for draft in drafts { record(draft, at: enterAt) }
    } catch {
      refusals.append("\(text): \(error)")
    }
  }

  private mutating func open() throws {
    let rules = try builtInRules(scenario.protocolName)
    let anchor = ClockAnchor(boot: "practice", wall: openedAt, monotonic: 0)
    let opening = Opening(
      subject: scenario.subject,
      number: scenario.number,
      planned: scenario.planned,
      room: scenario.room,
      isPractice: true,
      clinicProtocol: rules,
      anchor: anchor
    )
    let owner = Presence(person: scenario.owner.name, role: scenario.owner.role)
    for event in [Event.opened(opening), .joined(owner)] {
      let draft = Draft(
        occurredAt: openedAt,
        offset: offset,
        author: scenario.owner.name,
        role: scenario.owner.role,
        source: .practice,
        event: event
      )
      record(draft, at: openedAt)
    }
  }

  private mutating func record(_ draft: Draft, at instant: Instant) {
    let id = EventID(writer: writer, sequence: session.entries.count + 1)
    session.apply(draft.recorded(as: id, at: instant))
  }
}
