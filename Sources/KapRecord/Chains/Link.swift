import Crypto
package import Foundation
package import KapTimeline

/// One step of a chain: the hash of the link before it and of a record's bytes.
///
/// Each writer of a session has a chain. A link vouches for its record and for all before it.
package struct Link: Hashable, Sendable {
  /// Thirty-two bytes.
  package let bytes: Data

  /// Takes thirty-two bytes, or nil when they are not as many.
  package init?(bytes: some DataProtocol) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Data(bytes)
  }

  /// Reads sixty-four lower-case hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes = Data(capacity: 32)
    for place in stride(from: 0, to: 64, by: 2) {
      guard let high = Self.value(digits[place]), let low = Self.value(digits[place + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  init(_ digest: SHA256.Digest) { bytes = Data(digest) }

  /// What stands before the first record of a writer in a session.
  package static func origin(of session: SessionID, writer: WriterID) -> Link {
    origin(of: "kap chain 1 \(session.text) \(writer.text)")
  }

  /// What stands before the first link of the chain of that name.
  package static func origin(of name: String) -> Link {
    Link(SHA256.hash(data: Data(name.utf8)))
  }

  /// The link of the record that follows.
  package func following(with record: some DataProtocol) -> Link {
    var hash = SHA256()
    hash.update(data: bytes)
    hash.update(data: record)
    return Link(hash.finalize())
  }

  /// Sixty-four lower-case hexadecimal digits.
  package var text: String {
    String(unsafeUninitializedCapacity: 64) { text in
      for (place, byte) in bytes.enumerated() {
        text[place * 2] = Self.digit(byte >> 4)
        text[place * 2 + 1] = Self.digit(byte & 15)
      }
      return 64
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}

/// Where a chain ends: how many records it has and the link of the last.
package struct Head: Hashable, Sendable {
  /// How many records, which is the sequence of the last.
  package let count: Int
  /// The link of the last.
  package let link: Link

  /// Creates a head.
  package init(count: Int, link: Link) {
    self.count = count
    self.link = link
  }
}

/// A chain's name: one writer in one session.
package struct ChainID: Hashable, Sendable, Comparable {
  /// The session.
  package let session: SessionID
  /// The writer.
  package let writer: WriterID

  /// Creates a name.
  package init(session: SessionID, writer: WriterID) {
    self.session = session
    self.writer = writer
  }

  /// The head before the first record.
  package var origin: Head { Head(count: 0, link: .origin(of: session, writer: writer)) }

  package static func < (left: ChainID, right: ChainID) -> Bool {
    left.session == right.session ? left.writer < right.writer : left.session < right.session
  }
}
