/// Reads lines from bytes that come in pieces.
package struct LineReader {
  /// A line as it came.
  package struct Line: Hashable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// What it says, without the line end; what is no UTF-8 stands as �.
    package let text: String
    /// Whether it held bytes that are no UTF-8.
    package let isDamaged: Bool
  }

  /// The most bytes of one line that are kept; far more than any entry may have.
  package static let longestLine = 4 << 20

  private let read: () throws -> [UInt8]
  private var pending: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  /// Creates a reader of the bytes that `read` gives, piece by piece; none is the end.
  package init(_ read: @escaping () throws -> [UInt8]) { self.read = read }

  /// Whether a whole line has come already, so that ``next()`` does not wait.
  package var hasLine: Bool { pending[position...].contains(0x0A) }

  /// The next line, or nil at the end.
  package mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var hasSome = false
    while true {
      if position == pending.count {
        guard !isAtEnd else { break }
        pending = try read()
        position = 0
        isAtEnd = pending.isEmpty
        continue
      }
      hasSome = true
      let end = pending[position...].firstIndex(of: 0x0A)
      let piece = pending[position..<(end ?? pending.count)]
      line += piece.prefix(max(0, Self.longestLine - line.count))
      position = end.map { $0 + 1 } ?? pending.count
      if end != nil { break }
    }
    guard hasSome else { return nil }
    if line.last == 0x0D { line.removeLast() }
    number += 1
    guard let text = String(validating: line, as: UTF8.self) else {
      return Line(number: number, text: String(decoding: line, as: UTF8.self), isDamaged: true)
    }
    return Line(number: number, text: text, isDamaged: false)
  }
}
