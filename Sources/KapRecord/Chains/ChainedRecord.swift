package import Foundation
package import KapTimeline

/// A record's bytes with its identity and its place in the chain.
package struct ChainedRecord: Hashable, Sendable {
  /// The identity that the bytes name.
  package let id: EventID
  /// The bytes, without a line end.
  package let bytes: Data
  /// The link of the record.
  package let link: Link

  /// Creates a record of a chain.
  package init(id: EventID, bytes: Data, link: Link) {
    self.id = id
    self.bytes = bytes
    self.link = link
  }
}
