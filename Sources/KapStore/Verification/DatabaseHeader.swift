import Foundation
import KapRecord

/// The first hundred bytes of the database's file, held against what a chart has there.
///
/// SQLite believes most of them, and says little of why it cannot go on; so they are looked at here,
/// field by field, and a fault has an offset.
struct DatabaseHeader {
  /// How many bytes it has.
  static let length = 100

  private let bytes: [UInt8]
  private let size: Int

  /// Takes the beginning of a file of `size` bytes.
  init(_ start: Data, size: Int) {
    bytes = Array(start.prefix(Self.length))
    self.size = size
  }

  /// Whether any sign says that it is a chart's, however damaged.
  var hasSignOfChart: Bool { isWhole("name") && isWhole("application") }

  /// What is wrong, each at the first byte of its field.
  ///
  /// Pages that are in the log of commits only are not in the file yet: with such a log, its size
  /// says nothing.
  func findings(withLog: Bool) -> [Finding] {
    guard bytes.count == Self.length else {
      return [Finding(.damaged("the file ends there"), at: Self.place(bytes.count))]
    }
    var findings = Self.fields.filter { !isWhole($0.name) }.map { field in
      Finding(.malformed, at: Self.place(field.offset))
    }
    let pageSize = number(at: 16, length: 2)
    if size % max(1, pageSize) != 0 {
      findings.append(Finding(.damaged("the last page is not whole"), at: Self.place(size)))
    }
    if number(at: 24, length: 4) != number(at: 92, length: 4) {
      findings.append(Finding(.malformed, at: Self.place(24)))
    } else if !withLog, number(at: 28, length: 4) != size / max(1, pageSize) {
      findings.append(
        Finding(.damaged("it counts other pages than the file has"), at: Self.place(28))
      )
    }
    return findings
  }

  private struct Field {
    let name: String
    let offset: Int
    let value: [UInt8]
  }

  // https://www.sqlite.org/fileformat2.html#the_database_header
  private static let fields = [
    Field(name: "name", offset: 0, value: Array("SQLite format 3\0".utf8)),
    Field(name: "page size", offset: 16, value: [0x10, 0x00]),
    Field(name: "journal in WAL mode", offset: 18, value: [2, 2]),
    Field(name: "room at the end of pages", offset: 20, value: [0]),
    Field(name: "fractions", offset: 21, value: [64, 32, 32]),
    Field(name: "schema format", offset: 44, value: [0, 0, 0, 4]),
    Field(name: "cache and vacuum", offset: 48, value: [UInt8](repeating: 0, count: 8)),
    Field(name: "encoding", offset: 56, value: [0, 0, 0, 1]),
    Field(name: "user version and vacuum", offset: 60, value: [UInt8](repeating: 0, count: 8)),
    Field(name: "application", offset: 68, value: Array("kapc".utf8)),
    Field(name: "reserved", offset: 72, value: [UInt8](repeating: 0, count: 20)),
    Field(name: "version of SQLite", offset: 96, value: [0]),
  ]

  private func isWhole(_ name: String) -> Bool {
    Self.fields.filter { $0.name == name }.allSatisfy { field in
      bytes.dropFirst(field.offset).prefix(field.value.count).elementsEqual(field.value)
    }
  }

  private func number(at offset: Int, length: Int) -> Int {
    bytes.dropFirst(offset).prefix(length).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func place(_ offset: Int) -> Finding.Place {
    .byte(file: ChartDatabase.fileName, offset: offset)
  }
}
