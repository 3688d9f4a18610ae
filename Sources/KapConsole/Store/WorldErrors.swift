import KapStore
import KapTimeline

/// What went wrong outside the program, in one short sentence without a word of the patient's.
func sentence(for error: any Error) -> String {
  switch error {
  case let error as ChartError: error.sentence
  case let error as JournalError:
    switch error {
    case .noSuchSession: "The session is not in this chart."
    case .notAnOpening: "A session begins with its opening."
    case .alreadyOpened: "The session is open already."
    }
  default: "The chart could not be written."
  }
}
