import Crypto
import Foundation

/// Seals bytes so that they are read and changed only with the key, and only in their place.
struct Seal: Sendable {
  private let key: SymmetricKey

  init(key: SymmetricKey) { self.key = key }

  /// Seals `bytes` for the place that `context` describes.
  func closing(_ bytes: Data, in context: Data) throws -> Data {
    try ChaChaPoly.seal(bytes, using: key, authenticating: context).combined
  }

  /// Opens what was sealed for that place, or nil when it was changed or moved.
  func opening(_ sealed: Data, in context: Data) -> Data? {
    guard let box = try? ChaChaPoly.SealedBox(combined: sealed) else { return nil }
    return try? ChaChaPoly.open(box, using: key, authenticating: context)
  }

  /// Seals text with its length hidden within steps of 128 bytes.
  func closing(text: String, in context: Data) throws -> Data {
    var bytes = Data(bigEndian: UInt32(clamping: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
    return try closing(bytes.padded(), in: context)
  }

  /// Opens sealed text.
  func openingText(_ sealed: Data, in context: Data) -> String? {
    guard let bytes = opening(sealed, in: context), let count = bytes.bigEndian(UInt32.self) else {
      return nil
    }
    let text = bytes.dropFirst(4).prefix(Int(count))
    guard text.count == Int(count) else { return nil }
    return String(validating: text, as: UTF8.self)
  }
}

extension Data {
  /// The bytes of a number, most significant first.
  init(bigEndian number: some FixedWidthInteger) {
    self = Swift.withUnsafeBytes(of: number.bigEndian) { Data($0) }
  }

  /// The number in front, most significant byte first, or nil when there are too few bytes.
  func bigEndian<Number: FixedWidthInteger>(_ number: Number.Type) -> Number? {
    guard count >= MemoryLayout<Number>.size else { return nil }
    var bytes = [UInt8](prefix(MemoryLayout<Number>.size))
    var result: Number = 0
    bytes.withUnsafeMutableBytes { source in
      Swift.withUnsafeMutableBytes(of: &result) {
        $0.copyMemory(from: UnsafeRawBufferPointer(source))
      }
    }
    return Number(bigEndian: result)
  }

  /// The bytes with zeros behind, up to a multiple of 128, so that sizes tell little.
  func padded() -> Data {
    self + Data(count: (128 - count % 128) % 128)
  }
}
