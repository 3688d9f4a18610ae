/// The name of one session, the same on every machine: sixteen letters and digits.
package struct SessionID: Hashable, Sendable, Comparable {
  /// The sixteen characters, `0`–`9` and `a`–`z` without `i`, `l`, `o` and `u`.
  package let text: String

  /// Reads an identifier, or nil when it is not sixteen characters of the alphabet.
  package init?(_ text: some StringProtocol) {
    guard let text = Identifier.checked(text, count: 16) else { return nil }
    self.text = text
  }

  /// Makes an identifier of eighty random bits.
  package init(using generator: inout some RandomNumberGenerator) {
    text = Identifier.random(count: 16, using: &generator)
  }

  package static func < (left: SessionID, right: SessionID) -> Bool { left.text < right.text }
}

/// One chart on one machine, which numbers what it writes.
///
/// Two machines can each go on through a network cut and be merged later as a plain union.
package struct WriterID: Hashable, Sendable, Comparable {
  /// The eight characters, the first in the highest byte, so that numbers sort as texts do.
  private let packed: UInt64

  /// Reads an identifier, or nil when it is not eight characters of the alphabet.
  package init?(_ text: some StringProtocol) {
    guard let text = Identifier.checked(text, count: 8) else { return nil }
    self.init(checked: text)
  }

  /// Makes an identifier of forty random bits.
  package init(using generator: inout some RandomNumberGenerator) {
    self.init(checked: Identifier.random(count: 8, using: &generator))
  }

  private init(checked text: String) {
    packed = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Eight characters of the identifier alphabet.
  package var text: String {
    withUnsafeBytes(of: packed.bigEndian) { String(decoding: $0, as: UTF8.self) }
  }

  package static func < (left: WriterID, right: WriterID) -> Bool { left.packed < right.packed }
}

/// The identity of an event: which writer wrote it, and as which of that writer's in this session.
package struct EventID: Hashable, Sendable, Comparable {
  /// Who numbered it.
  package let writer: WriterID
  /// Its number among the writer's events of the session, from 1.
  package let sequence: Int

  /// Creates an identity.
  package init(writer: WriterID, sequence: Int) {
    self.writer = writer
    self.sequence = sequence
  }

  /// Reads `writer-sequence`, as ``text`` writes it.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let writer = WriterID(parts[0]), let sequence = Int(parts[1]),
      sequence > 0, String(sequence) == parts[1]
    else { return nil }
    self.init(writer: writer, sequence: sequence)
  }

  /// `writer-sequence`, as it stands in records and exports.
  package var text: String { "\(writer.text)-\(sequence)" }

  package static func < (left: EventID, right: EventID) -> Bool {
    left.writer == right.writer ? left.sequence < right.sequence : left.writer < right.writer
  }
}

extension EventID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = EventID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an event's id")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

private enum Identifier {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// By bytes, since every record that is read has three of them.
  static func checked(_ text: some StringProtocol, count: Int) -> String? {
    guard text.utf8.count == count, text.utf8.allSatisfy(isInAlphabet) else { return nil }
    return String(text)
  }

  static func random(count: Int, using generator: inout some RandomNumberGenerator) -> String {
    let bytes = (0..<count).map { _ in alphabet[Int(generator.next() & 31)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isInAlphabet(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}
