import Foundation
import KapRecord
import KapTimeline

/// What the heads file says: of each chain the farthest head, and which lines are not to be trusted.
///
/// Each line names a chain, its count and link, and ends with a code that only the chart's key
/// makes. A head may stand in many lines; the one with the highest count counts.
struct HeadsText {
  private(set) var heads: [HeadName: Head] = [:]
  /// The line each head stands in, from 1.
  private(set) var lines: [HeadName: Int] = [:]
  private(set) var findings: [Finding] = []
  /// How many bytes stand behind the last whole line: what a power cut left of one.
  private(set) var remainder = 0

  static func header(of writer: WriterID) -> String { "kap-heads 1 \(writer.text)\n" }

  static func line(_ name: HeadName, _ head: Head, keys: ChartKeys) -> String {
    let words = name.words
    let text = "\(words.session) \(words.writer) \(head.count) \(head.link.text)"
    return "\(text) \(keys.code(for: text))\n"
  }

  /// Reads the file's bytes; without keys, lines are taken at their word.
  init(_ bytes: Data, writer: WriterID, keys: ChartKeys?) {
    // A file system may leave zeros where the power cut a write short.
    let written = bytes.lastIndex { $0 != 0 }.map { Data(bytes.prefix(through: $0)) } ?? Data()
    var parts = written.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    remainder = bytes.count - written.count + (parts.popLast()?.count ?? 0)
    for (place, part) in parts.enumerated() {
      let text = String(decoding: part, as: UTF8.self)
      if place == 0 {
        if text + "\n" != Self.header(of: writer) { report(line: 1) }
      } else if let (name, head) = Self.head(in: text, keys: keys) {
        guard head.count >= heads[name]?.count ?? 0 else { continue }
        heads[name] = head
        lines[name] = place + 1
      } else {
        report(line: place + 1)
      }
    }
    if parts.isEmpty { report(line: 1) }
  }

  /// The file that says the same in as few lines as can be.
  func compacted(writer: WriterID, keys: ChartKeys) -> Data {
    heads.sorted { $0.key < $1.key }.reduce(into: Data(Self.header(of: writer).utf8)) {
      file,
      entry in
      file.append(contentsOf: Self.line(entry.key, entry.value, keys: keys).utf8)
    }
  }

  private static func head(in line: String, keys: ChartKeys?) -> (HeadName, Head)? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 5, let name = HeadName(session: words[0], writer: words[1]),
      let count = Int(words[2]), count > 0, let link = Link(words[3]),
      keys.map({ $0.code(for: words.dropLast().joined(separator: " ")) == words[4] }) ?? true
    else { return nil }
    return (name, Head(count: count, link: link))
  }

  private mutating func report(line: Int) {
    findings.append(Finding(.malformed, at: .file(HeadsFile.name, line: line)))
  }
}
