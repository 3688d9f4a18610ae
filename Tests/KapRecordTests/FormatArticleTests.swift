import Foundation
import KapRecord
import KapTimeline
import Testing

/// What the format's article promises to a stranger is tried as a stranger would.
struct FormatArticleTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private let directory = NSTemporaryDirectory() + "kap-" + UUID().uuidString

  private func article() throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/KapRecord/KapRecord.docc/RecordFormat.md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The verifier as it stands in the article.
  private func verifier() throws -> String {
    let parts = try article().components(separatedBy: "```")
    let block = try #require(parts.first { $0.hasPrefix("python\n") })
    return String(block.dropFirst("python\n".count))
  }

  /// Runs the verifier on a log and says whether it found it whole.
  private func accepts(_ log: Data) throws -> Bool {
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let file = directory + "/session.log"
    try log.write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-c", try verifier(), file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test(.enabled(if: python != nil))
  func `the article's verifier accepts a whole log and no other`() throws {
    let log = try SampleLog(seed: 34, count: 12, writers: 2).bytes()
    #expect(try accepts(log))
    var lines = log.lines
    let last = lines.count - 1
    #expect(try !accepts(Data(log.dropLast(1))))
    #expect(try !accepts(Data(lines: lines.dropLast())))
    #expect(try !accepts(Data(lines: Array(lines[..<3]) + Array(lines[4...]))))
    #expect(try !accepts(Data(lines: Array(lines[..<4]) + Array(lines[3...]))))
    lines.swapAt(1, 2)
    #expect(try !accepts(Data(lines: lines)))
    for place in [30, lines[0].count + 20, log.count / 2, log.count - lines[last].count / 2] {
      var changed = log
      changed[place] ^= 4
      #expect(try !accepts(changed), "byte \(place)")
    }
  }

  @Test func `the article names every kind of event`() throws {
    let text = try article()
    for kind in EventKind.allCases {
      #expect(text.contains("`\(kind.rawValue)`"), "\(kind)")
    }
  }
}
