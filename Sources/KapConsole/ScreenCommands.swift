#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A command that needs a screen, with what was said on the command line.
package enum ScreenCommand: Hashable, Sendable {
  /// The start screen.
  case start
  /// Opens a session, or resumes or joins the one named.
  case live(Live)
  /// Replays a session or a log file.
  case replay(Replay)
  /// A practice session with a simulated patient.
  case demo(scenario: String?, speed: Int)

  /// What `live` was told.
  package struct Live: Hashable, Sendable {
    /// The session, as a person names it.
    package var session: String?
    /// The patient's code, for a new session.
    package var subject: String?
    /// The protocol's name, for a new session.
    package var protocolName: String?
    /// The weight in kilograms, for a new session.
    package var weightInKilograms: Double?
    /// Which of the course it is, and how many are planned.
    package var number: Int?
    package var planned: Int?
    /// The room.
    package var room: String?

    /// Creates what was told.
    package init(
      session: String? = nil,
      subject: String? = nil,
      protocolName: String? = nil,
      weightInKilograms: Double? = nil,
      number: Int? = nil,
      planned: Int? = nil,
      room: String? = nil
    ) {
      self.session = session
      self.subject = subject
      self.protocolName = protocolName
      self.weightInKilograms = weightInKilograms
      self.number = number
      self.planned = planned
      self.room = room
    }
  }

  /// What `replay` was told.
  package struct Replay: Hashable, Sendable {
    /// The session as a person names it, or a log file.
    package var subject: String
    /// How many times as fast as it happened.
    package var speed: Int
    /// Where to begin: `+20m`, `14:05`.
    package var from: String?
    /// Whether only what had been written by then is shown.
    package var isAsKnown: Bool

    /// Creates what was told.
    package init(subject: String, speed: Int, from: String?, isAsKnown: Bool) {
      self.subject = subject
      self.speed = speed
      self.from = from
      self.isAsKnown = isAsKnown
    }
  }
}

/// What every command may be told, as far as it was.
package struct ScreenOptions: Hashable, Sendable {
  /// The chart's directory.
  package var chart: String?
  /// Who works.
  package var person: String?
  /// The file with the passphrase.
  package var passphraseFile: String?
  /// The theme.
  package var theme: String?

  /// Creates options.
  package init(chart: String?, person: String?, passphraseFile: String?, theme: String?) {
    self.chart = chart
    self.person = person
    self.passphraseFile = passphraseFile
    self.theme = theme
  }
}

/// The way from the command line to the screen.
package enum Screens {
  /// Runs a command and returns the status it ends with.
  package static func run(_ command: ScreenCommand, with options: ScreenOptions) -> Int32 {
    let words = "kap: The screen is still to come; `kap enter` and `kap show` work without one.\n"
    _ = words.withCString { write(2, $0, strlen($0)) }
    return 69
  }
}
