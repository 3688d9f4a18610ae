import Foundation
import GRDB
import KapRecord
import KapTimeline

/// A head as the database keeps it, with the time of the last writing in its chain.
struct StoredHead: Hashable {
  let head: Head
  let recordedAt: Instant

  /// The bytes of the row.
  func sealed(_ name: HeadName, _ seal: Seal) throws -> Data {
    let bytes =
      Data(bigEndian: Int64(head.count)) + head.link.bytes
      + Data(bigEndian: recordedAt.milliseconds)
    return try seal.closing(bytes, in: Self.context(name))
  }

  init(_ head: Head, recordedAt: Instant) {
    self.head = head
    self.recordedAt = recordedAt
  }

  init?(opening sealed: Data, _ name: HeadName, _ seal: Seal) {
    guard let bytes = seal.opening(sealed, in: Self.context(name)),
      let count = bytes.bigEndian(Int64.self), count > 0,
      let link = Link(bytes: bytes.dropFirst(8).prefix(32)),
      let recordedAt = bytes.dropFirst(40).bigEndian(Int64.self)
    else { return nil }
    head = Head(count: Int(count), link: link)
    self.recordedAt = Instant(milliseconds: recordedAt)
  }

  private static func context(_ name: HeadName) -> Data {
    let words = name.words
    return Data("kap head 1 \(words.session) \(words.writer)".utf8)
  }
}

extension Database {
  /// The head of a chain, or nil when it has none yet.
  func head(of name: HeadName, _ seal: Seal) throws -> StoredHead? {
    let words = name.words
    let sealed = try Data.fetchOne(
      cachedStatement(sql: "SELECT sealed FROM heads WHERE session = ? AND writer = ?"),
      arguments: [words.session, words.writer]
    )
    guard let sealed else { return nil }
    guard let head = StoredHead(opening: sealed, name, seal) else {
      throw ChartError.damaged(cause: "the head of \(words.session) \(words.writer)")
    }
    return head
  }

  /// The heads of a session's chains.
  func heads(of session: SessionID, _ seal: Seal) throws -> [WriterID: StoredHead] {
    let rows = try Row.fetchCursor(
      cachedStatement(sql: "SELECT writer, sealed FROM heads WHERE session = ?"),
      arguments: [session.text]
    )
    var heads: [WriterID: StoredHead] = [:]
    while let row = try rows.next() {
      let name = try row.decode(String.self, atIndex: 0)
      let sealed = try row.decode(Data.self, atIndex: 1)
      guard let writer = WriterID(name),
        let head = StoredHead(
          opening: sealed,
          .chain(ChainID(session: session, writer: writer)),
          seal
        )
      else { throw ChartError.damaged(cause: "the head of \(session.text)") }
      heads[writer] = head
    }
    return heads
  }

  /// Sets the head of a chain.
  func set(_ head: StoredHead, of name: HeadName, _ seal: Seal) throws {
    let words = name.words
    let statement = try cachedStatement(
      sql: """
        INSERT INTO heads (session, writer, sealed) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET sealed = excluded.sealed
        """
    )
    try statement.execute(
      arguments: [words.session, words.writer, try head.sealed(name, seal)]
    )
  }
}
