import Foundation
import KapCommands
import KapRecord
import KapSettings
import KapStore
import KapTerminal
import KapTerminalDriver
import KapTimeline

/// A clinic with a chart of its own, two people in it, and terminals to sit down at.
final class Clinic {
  let directory: String

  /// What the clinic's people have as passphrases.
  static let passphrase = "open sesame"

  private let isOnOwnDisk: Bool

  /// Creates the chart, with a monitor `ar` and a therapist `jb`.
  ///
  /// It lies on a disk of its own where `kilobytes` says how small that is.
  init(onDiskOf kilobytes: Int? = nil) throws {
    directory = NSTemporaryDirectory() + "kap-program-\(UUID().uuidString)"
    isOnOwnDisk = kilobytes != nil
    try FileManager.default.createDirectory(
      atPath: directory + "/chart",
      withIntermediateDirectories: true
    )
    if let kilobytes {
      try Mount.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path("chart"))
    }
    try write(Self.passphrase + "\n", to: "pass")
    // The weakest stretching keeps a start as quick as it is without any.
    let chart = try Chart.create(
      at: path("chart"),
      for: Person(name: "ar", role: .monitor),
      passphrase: Self.passphrase,
      stretching: .weakest
    )
    try chart.add(
      Person(name: "jb", role: .therapist),
      passphrase: Self.passphrase,
      stretching: .weakest
    )
    try chart.close()
  }

  deinit {
    if isOnOwnDisk { try? Mount.run("umount", path("chart")) }
    try? FileManager.default.removeItem(atPath: directory)
  }

  func path(_ name: String) -> String { directory + "/" + name }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  /// What makes the program one of the clinic's people's.
  func environment(of person: String = "ar", _ more: [String: String] = [:]) -> [String: String] {
    [
      "HOME": directory, "KAP_CHART": path("chart"), "KAP_PERSON": person,
      "KAP_PASSPHRASE_FILE": path("pass"), "TZ": "UTC",
    ].merging(more) { $1 }
  }

  /// The chart, unlocked in this process.
  func chart() throws -> UnlockedChart {
    try Chart(at: path("chart")).unlock(person: "ar", passphrase: Self.passphrase)
  }

  /// The rules of the protocol the sessions run under.
  static func rules() throws -> ClinicProtocol {
    try ProtocolLibrary().protocol(named: "iv-infusion")
  }

  /// Opens a session, as if some time ago.
  @discardableResult
  func open(_ subject: String = "K-014", ago: Span = .zero) throws -> SessionID {
    let chart = try chart()
    let command = OpenCommand(
      subject: subject,
      protocolName: "iv-infusion",
      weightInKilograms: 70,
      number: 3,
      planned: 6,
      room: "2"
    )
    let opened = try command.open(
      in: chart.journal,
      under: Self.rules(),
      by: "ar",
      as: .monitor,
      at: reading(ago: ago)
    )
    try chart.close()
    return opened.id
  }

  /// Writes into a session as if some time ago.
  func record(_ event: Event, in id: SessionID, ago: Span = .zero) throws {
    let chart = try chart()
    let now = reading(ago: ago).wall
    let draft = Draft(
      occurredAt: now,
      offset: .utc,
      author: "ar",
      role: .monitor,
      source: .typed,
      event: event
    )
    _ = try chart.journal.append(to: id, from: .start, now: { now }) { _ in [draft] }
    try chart.close()
  }

  /// A session as the chart has it now.
  func session(_ id: SessionID) throws -> Session {
    let chart = try chart()
    let events = try chart.journal.events(of: id, after: .start).events
    try chart.close()
    return Session(replaying: events)
  }

  /// A session at this moment, by its own clock.
  func now(in session: Session) -> KapTimeline.Moment {
    Moment(session, at: session.now(by: reading(ago: .zero)).instant)
  }

  /// What is wrong with the chart, in words; nothing, if it is whole.
  func findings() throws -> [String] {
    let chart = try chart()
    let findings = try chart.verify().findings.map(\.sentence)
    try chart.close()
    return findings
  }

  private func reading(ago: Span) -> ClockReading {
    ClockReading(
      boot: SystemClock.bootIdentifier,
      wall: Instant(milliseconds: Int64(SystemClock.wall) - ago.milliseconds),
      monotonic: Int64(SystemClock.sinceBoot) - ago.milliseconds,
      offset: .utc
    )
  }
}

extension Clinic {
  /// Sits down at a real terminal and runs a command.
  func terminal(
    _ arguments: [String],
    as person: String = "ar",
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:],
    preparation: String = "",
    afterwards: String = ""
  ) throws -> Terminal {
    try Terminal(
      arguments,
      in: directory,
      environment: self.environment(of: person, environment),
      columns: columns,
      rows: rows,
      preparation: preparation,
      afterwards: afterwards
    )
  }

  /// Runs a command on a line of which every byte is seen.
  func bareTerminal(
    _ arguments: [String],
    as person: String = "ar",
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:],
    startedBy prefix: [String] = []
  ) throws -> BareTerminal {
    try BareTerminal(
      arguments,
      in: directory,
      environment: self.environment(of: person, environment),
      columns: columns,
      rows: rows,
      startedBy: prefix
    )
  }
}
