import Foundation
import KapTimeline

/// The first line of a log: what it is, and which chains are in it.
struct LogHeader: Decodable {
  static let format = "kap-log"
  static let version = 1

  let session: SessionID
  let writers: [WriterID]

  init(session: SessionID, writers: [WriterID]) {
    self.session = session
    self.writers = writers
  }

  private enum CodingKeys: String, CodingKey { case format, version, session, writers }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decode(String.self, forKey: .format) == Self.format else {
      throw LogError.notALog
    }
    let version = try container.decode(Int.self, forKey: .version)
    guard version <= Self.version else { throw LogError.newerFormat(version) }
    let session = SessionID(try container.decode(String.self, forKey: .session))
    let names = try container.decode([String].self, forKey: .writers)
    let writers = names.compactMap { WriterID($0) }
    guard let session, writers.count == names.count else { throw LogError.notALog }
    self.init(session: session, writers: writers)
  }

  /// The line, without its end; identifiers need no escaping.
  var text: String {
    let names = writers.map { "\"\($0.text)\"" }.joined(separator: ",")
    return "{\"format\":\"\(Self.format)\",\"version\":\(Self.version),"
      + "\"session\":\"\(session.text)\",\"writers\":[\(names)]}"
  }
}

/// A record's line of a log: the record's bytes between two fixed pieces, with its link.
enum LogLine {
  private static let front = Data("{\"link\":\"".utf8)
  private static let middle = Data("\",\"record\":".utf8)
  private static let back = UInt8(ascii: "}")

  static func line(of record: ChainedRecord) -> Data {
    front + Data(record.link.text.utf8) + middle + record.bytes + [back]
  }

  /// The link and the record's bytes, or nil when the pieces are not in their places.
  static func parts(of line: Data) -> (link: Link, record: Data)? {
    guard line.starts(with: front), line.last == back else { return nil }
    let rest = line.dropFirst(front.count)
    guard let link = Link(String(decoding: rest.prefix(64), as: UTF8.self)) else { return nil }
    let behind = rest.dropFirst(64)
    guard behind.starts(with: middle), behind.count > middle.count else { return nil }
    return (link, Data(behind.dropFirst(middle.count).dropLast()))
  }
}

/// The last line of a log: where its chains end, and the hash of all lines before it.
struct LogTrailer: Decodable {
  let heads: [WriterID: Head]
  let digest: Link

  init(heads: [WriterID: Head], digest: Link) {
    self.heads = heads
    self.digest = digest
  }

  private enum CodingKeys: String, CodingKey { case heads, sha256 }
  private enum HeadKeys: String, CodingKey { case writer, count, link }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var list = try container.nestedUnkeyedContainer(forKey: .heads)
    var heads: [WriterID: Head] = [:]
    while !list.isAtEnd {
      let head = try list.nestedContainer(keyedBy: HeadKeys.self)
      let writer = WriterID(try head.decode(String.self, forKey: .writer))
      let link = Link(try head.decode(String.self, forKey: .link))
      let count = try head.decode(Int.self, forKey: .count)
      guard let writer, let link, count > 0 else { throw LogError.notALog }
      heads[writer] = Head(count: count, link: link)
    }
    guard let digest = Link(try container.decode(String.self, forKey: .sha256)) else {
      throw LogError.notALog
    }
    self.init(heads: heads, digest: digest)
  }

  var text: String {
    let list = heads.sorted { $0.key < $1.key }.map { writer, head in
      "{\"writer\":\"\(writer.text)\",\"count\":\(head.count),\"link\":\"\(head.link.text)\"}"
    }
    return "{\"heads\":[\(list.joined(separator: ","))],\"sha256\":\"\(digest.text)\"}"
  }
}
