import Foundation
import KapRecord

/// SQLite's log of commits, held against its own checksums.
///
/// SQLite reads it up to the first frame whose checksum is wrong, and takes the rest for what a crash
/// left. Frames behind that one which were written later tell damage from a crash: each commit was
/// flushed before the next began.
struct CommitLog {
  static let fileName = ChartDatabase.fileName + "-wal"
  private static let headerLength = 32
  private static let frameHeaderLength = 24

  /// What is wrong with it.
  private(set) var findings: [Finding] = []
  /// Whether it ends in a commit that is not whole, as after a crash too.
  private(set) var isBroken = false

  private let bytes: [UInt8]
  private let pageSize: Int
  private let isBigEndian: Bool

  init(_ log: Data) {
    bytes = Array(log)
    pageSize = bytes.count < Self.headerLength ? 0 : Self.number(in: bytes, at: 8)
    isBigEndian = bytes.count > 3 && bytes[3] & 1 == 1
    // Without a frame there is no commit in it; a header that ends early was never flushed.
    guard bytes.count >= Self.headerLength + Self.frameHeaderLength + 512 else { return }
    check()
  }

  /// How many bytes its commits take, the header among them; what stands behind is of an earlier round.
  private(set) var lengthInUse = 0

  private mutating func check() {
    let stored = sum(at: 24)
    let computed = checksum(0..<24, from: (0, 0))
    let names = [0x377F_0682, 0x377F_0683]
    let isWhole =
      stored == computed && names.contains(Self.number(in: bytes, at: 0)) && pageSize == 4096
    guard isWhole else {
      isBroken = true
      return findings.append(Finding(.malformed, at: Self.place(0)))
    }
    lengthInUse = Self.headerLength
    var previous = stored
    var broken: (offset: Int, isClosed: Bool)?
    for offset in stride(from: Self.headerLength, to: bytes.count, by: frameLength) {
      guard offset + frameLength <= bytes.count else { break }
      let isOfThisRound = bytes[offset + 8..<offset + 16] == bytes[16..<24]
      let follows = isWholeFrame(at: offset, after: previous)
      // Two crashes, one upon the remains of the other, leave frames that follow nothing.
      let isRemains = !follows && broken.map { $0.offset + frameLength < offset } ?? false
      guard isOfThisRound || follows, !isRemains else { break }
      lengthInUse = offset + frameLength
      if isOfThisRound && follows {
        // A frame that was written after the commit of the broken one.
        if let broken, broken.isClosed { return report(broken.offset) }
      } else if broken == nil {
        broken = (offset, false)
        isBroken = true
        // A checksum that continues the chain under another round's mark was never written so.
        if follows { return report(offset) }
      }
      if broken != nil, Self.number(in: bytes, at: offset + 4) != 0 { broken?.isClosed = true }
      previous = sum(at: offset + 16)
    }
  }

  private mutating func report(_ offset: Int) {
    findings.append(Finding(.changed, at: Self.place(offset)))
  }

  private var frameLength: Int { Self.frameHeaderLength + pageSize }

  private func isWholeFrame(at offset: Int, after previous: Sum) -> Bool {
    let named = checksum(offset..<offset + 8, from: previous)
    let page = offset + Self.frameHeaderLength..<offset + frameLength
    return checksum(page, from: named) == sum(at: offset + 16)
  }

  private typealias Sum = (UInt32, UInt32)

  private func sum(at offset: Int) -> Sum {
    (
      UInt32(truncatingIfNeeded: Self.number(in: bytes, at: offset)),
      UInt32(truncatingIfNeeded: Self.number(in: bytes, at: offset + 4))
    )
  }

  // https://www.sqlite.org/fileformat2.html#checksum_algorithm
  private func checksum(_ range: Range<Int>, from start: Sum) -> Sum {
    var (first, second) = start
    bytes[range].withUnsafeBytes { raw in
      for offset in stride(from: 0, to: raw.count - 7, by: 8) {
        let words = (
          raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self),
          raw.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        )
        first = first &+ word(words.0) &+ second
        second = second &+ word(words.1) &+ first
      }
    }
    return (first, second)
  }

  private func word(_ raw: UInt32) -> UInt32 {
    isBigEndian ? UInt32(bigEndian: raw) : UInt32(littleEndian: raw)
  }

  private static func number(in bytes: [UInt8], at offset: Int) -> Int {
    bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func place(_ offset: Int) -> Finding.Place {
    .byte(file: fileName, offset: offset)
  }
}
