import Foundation
import KapRecord
import KapTimeline

/// Which chain a head is of: a writer's in a session, or the chart's chain of openings.
enum HeadName: Hashable, Sendable, Comparable {
  case openings
  case chain(ChainID)

  /// The two words that name it in the table and in the heads file.
  var words: (session: String, writer: String) {
    switch self {
    case .openings: ("openings", "-")
    case .chain(let chain): (chain.session.text, chain.writer.text)
    }
  }

  init?(session: some StringProtocol, writer: some StringProtocol) {
    if session == "openings", writer == "-" {
      self = .openings
    } else if let session = SessionID(session), let writer = WriterID(writer) {
      self = .chain(ChainID(session: session, writer: writer))
    } else {
      return nil
    }
  }

  /// The head before the first link, in the chart of `writer`.
  func origin(in writer: WriterID) -> Head {
    switch self {
    case .openings: Head(count: 0, link: .origin(of: "kap openings 1 \(writer.text)"))
    case .chain(let chain): chain.origin
    }
  }

  static func < (left: HeadName, right: HeadName) -> Bool { left.words < right.words }
}
