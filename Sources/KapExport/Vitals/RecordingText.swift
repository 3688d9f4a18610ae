import Foundation
import SwiftCSV

/// The text of a recording, taken apart into the fields of its rows.
///
/// A monitor's export may be cut off, glued together or half binary: a row that cannot be taken
/// apart by the rules is taken apart at its separators, and nothing in it can stop the rows after it.
struct RecordingText {
  /// A row as it stands in the file.
  struct Line: Hashable, Sendable {
    /// The number of its first line, from 1.
    let number: Int
    /// What stands there, without the line end.
    let text: String
  }

  /// The rows, comments and empty lines left out.
  let lines: [Line]
  /// How many lines held bytes that are no text.
  let damagedLines: Int

  /// The longest row that is read, in bytes; no monitor writes a thousandth of it.
  static let longestLine = 256 * 1024

  /// Reads UTF-8 or, where its byte order mark says so, UTF-16.
  init(_ bytes: [UInt8]) {
    var damaged = 0
    var lines: [Line] = []
    var number = 0
    var open: (number: Int, text: String, count: Int)?
    for raw in Self.decoded(bytes).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let trimmed = raw.last == 0x0D ? raw.dropLast() : raw
      let text = String(decoding: trimmed.prefix(Self.longestLine), as: UTF8.self)
      if trimmed.count > Self.longestLine || String(validating: trimmed, as: UTF8.self) == nil {
        damaged += 1
      }
      if let begun = open {
        let whole = begun.text + "\n" + text
        // A quotation that never ends would swallow the file: after some lines it was no quotation.
        if Self.isClosed(whole) || begun.count >= Self.longestQuotation {
          lines.append(Line(number: begun.number, text: whole))
          open = nil
        } else {
          open = (begun.number, whole, begun.count + 1)
        }
        continue
      }
      if text.allSatisfy(\.isWhitespace) || text.first == "#" { continue }
      if Self.isClosed(text) {
        lines.append(Line(number: number, text: text))
      } else {
        open = (number, text, 1)
      }
    }
    if let open { lines.append(Line(number: open.number, text: open.text)) }
    self.lines = lines
    damagedLines = damaged
  }

  /// The fields of a row.
  static func fields(of line: Line, separatedBy separator: Character) -> [String] {
    let parsed = try? EnumeratedCSV(
      string: line.text + "\n",
      delimiter: .character(separator),
      loadColumns: false,
      rowLimit: 1
    )
    if let fields = parsed?.header, !fields.isEmpty { return fields }
    return line.text.split(separator: separator, omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"\t"))
    }
  }

  private static let longestQuotation = 20

  /// Whether every quotation that begins in a row also ends there.
  ///
  /// A quotation begins only where a field does: `5" cuff` is none.
  private static func isClosed(_ text: String) -> Bool {
    var isQuoted = false
    var isFieldStart = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted || isFieldStart:
        // A doubled mark within a quotation ends it and begins it again.
        isFieldStart = isQuoted
        isQuoted.toggle()
      case UInt8(ascii: " "): continue
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\t"):
        isFieldStart = true
      default: isFieldStart = false
      }
    }
    return !isQuoted
  }

  /// The bytes as UTF-8 with `\n` as the only line end beside `\r\n`.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        isLittle
          ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
          : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      }
      bytes = Array(String(decoding: units, as: UTF16.self).utf8)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
    }
    if !bytes.contains(0x0A), bytes.contains(0x0D) {
      return bytes.map { $0 == 0x0D ? 0x0A : $0 }
    }
    return bytes
  }
}
