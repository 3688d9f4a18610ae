import KapEntry
import KapSettings
import KapStore
package import KapTimeline

/// `kap open`: opens a session without a screen.
package struct OpenCommand: Hashable, Sendable {
  /// The patient's pseudonymous code.
  package var subject: String
  /// The name of the protocol it runs under.
  package var protocolName: String
  /// The patient's weight in kilograms.
  package var weightInKilograms: Double?
  /// What kind of meeting it is.
  package var kind: SessionKind
  /// Which of the course it is, and how many are planned.
  package var number: Int?
  package var planned: Int?
  /// The room.
  package var room: String?
  /// What is said of the weight as it was taken.
  package var weightRemark: String?

  /// Creates the command, with the weight as an option gave it.
  package init(
    subject: String,
    protocolName: String,
    saidWeight: SaidWeight?,
    kind: SessionKind = .dosing,
    number: Int? = nil,
    planned: Int? = nil,
    room: String? = nil
  ) {
    self.init(
      subject: subject,
      protocolName: protocolName,
      weightInKilograms: saidWeight?.kilograms,
      kind: kind,
      number: number,
      planned: planned,
      room: room
    )
    weightRemark = saidWeight?.remark
  }

  /// Creates the command.
  package init(
    subject: String,
    protocolName: String,
    weightInKilograms: Double? = nil,
    kind: SessionKind = .dosing,
    number: Int? = nil,
    planned: Int? = nil,
    room: String? = nil
  ) {
    self.subject = subject
    self.protocolName = protocolName
    self.weightInKilograms = weightInKilograms
    self.kind = kind
    self.number = number
    self.planned = planned
    self.room = room
  }

  /// Opens the session under a copy of the protocol as it is now, and prints its id.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let rules = try surroundings.protocols().rules(named: protocolName)
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let opened = try open(
      in: chart.journal,
      under: rules,
      by: chart.person.name,
      as: chart.person.role,
      at: surroundings.clocks()
    )
    for remark in opened.remarks { surroundings.say(remark) }
    try surroundings.print(opened.id.text)
    return .ok
  }

  /// Opens the session in a journal.
  package func open(
    in journal: any Journal,
    under rules: ClinicProtocol,
    by author: String,
    as role: CareRole,
    at reading: ClockReading,
    source: Source = .typed,
    isPractice: Bool = false
  ) throws -> (id: SessionID, remarks: [String]) {
    try check(subject, "--subject")
    if let room {
      try check(room, "--room")
      guard Entry.isRoom(room) else {
        throw CommandError(.usage, "--room must be a room's name or its number.")
      }
    }
    let opening = Opening(
      subject: subject,
      kind: kind,
      number: number,
      planned: planned,
      room: room,
      isPractice: isPractice,
      clinicProtocol: rules,
      anchor: reading.anchor()
    )
    let now = opening.anchor.wall
    let circumstances = Circumstances(
      author: author,
      role: role,
      source: source,
      now: now,
      offset: reading.offset,
      asks: false
    )
    let first = circumstances.draft(of: .opened(opening))
    var generator = SystemRandomNumberGenerator()
    let id = SessionID(using: &generator)
    // What follows the opening is decided as if the opening stood already, since it will.
    var session = Session()
    session.apply(first.recorded(as: EventID(writer: journal.writer, sequence: 1), at: now))
    var drafts = [first]
    var remarks = [weightRemark].compactMap(\.self)
    do throws(Refusal) {
      if let weightInKilograms {
        drafts += try session.drafts(
          for: .setFrame(.weight(weightInKilograms)),
          under: circumstances
        )
      }
      drafts += try session.drafts(for: .join(author, role), under: circumstances)
    } catch {
      throw CommandError(.badData, "\(error.message(offset: reading.offset)) \(error.remedy)")
    }
    let written = try journal.append(to: id, from: .start, now: { now }) { _ in drafts }.written
    let moment = Moment(Session(replaying: written), at: now)
    var ledger = NoticeLedger()
    remarks += written.compactMap { moment.remark(on: $0, by: &ledger) }
    return (id, remarks)
  }

  private func check(_ text: String, _ option: String) throws {
    guard text.contains(where: { !$0.isWhitespace }), text.count <= 64,
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw CommandError(
        .usage,
        "\(option) must be a short code: 1 to 64 characters, not all blank, on one line."
      )
    }
  }
}
