/// Why a file is not read as a log at all.
package enum LogError: Error, Hashable, Sendable {
  /// Its first line is not that of a log.
  case notALog
  /// Its format is newer than this program.
  case newerFormat(Int)

  /// What is wrong, as the end of a sentence.
  package var sentence: String {
    switch self {
    case .notALog: "is not a kap log: its first line is not that of one"
    case .newerFormat(let version): "was written by a newer program (log format \(version))"
    }
  }
}
