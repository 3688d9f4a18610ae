import KapEntry
import KapExport
import KapRecord
import KapSettings
import KapStore
import KapTimeline

extension CommandError {
  /// The error as a person and a script should hear of it.
  ///
  /// What is not ours is said without its details: they could hold anything.
  package init(_ error: any Error) {
    switch error {
    case let error as CommandError: self = error
    case let error as ChartError:
      self.init(ExitCode(rawValue: error.category.rawValue) ?? .general, error.sentence)
    case let error as JournalError: self.init(error)
    case let error as SettingsError: self.init(.badConfiguration, error.description)
    case let error as LogError: self.init(.badData, error.sentence)
    case let error as RecordError: self.init(.badData, "A record \(error.sentence).")
    default: self.init(.general, "Something failed that should not (\(type(of: error))).")
    }
  }

  private init(_ error: JournalError) {
    switch error {
    case .noSuchSession(let session):
      self.init(.noInput, "There is no session \(session.text) in this chart.")
    case .notAnOpening:
      self.init(.badData, "A session must begin with its opening.")
    case .alreadyOpened(let session):
      self.init(.cannotCreate, "The session \(session.text) is open already.")
    }
  }
}

extension Surroundings {
  /// Runs a command and says what went wrong, if something did.
  package func run(_ command: () throws -> ExitCode) -> ExitCode {
    do {
      return try command()
    } catch {
      let failure = CommandError(error)
      say(failure.message)
      return failure.code
    }
  }
}
