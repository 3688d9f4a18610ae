import Foundation
import KapCanvas
import KapSettings
import KapTimeline
import Testing

/// The examples of the articles are files that people will copy.
struct ArticleTests {
  private func example(in article: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = "Sources/KapSettings/KapSettings.docc/\(article).md"
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let start = try #require(text.range(of: "```yaml\n"))
    let end = try #require(text.range(of: "```\n", range: start.upperBound..<text.endIndex))
    return Array(text[start.upperBound..<end.lowerBound].utf8)
  }

  @Test func `the protocol of the article loads`() throws {
    let rules = try ProtocolLibrary().protocol(
      reading: try example(in: "WritingAProtocol"),
      named: "our-infusion.yaml"
    )

    #expect(rules.name == "our-infusion")
    #expect(!rules.limits.contains { $0.sign == .temperature })
    #expect(rules.limits.first { $0.value == 150 }?.nextStep?.hasPrefix("repeat in 3") == true)
    #expect(rules.codes.first { $0.key == "6" }?.name == "slow cello")
  }

  @Test func `the theme of the article loads and keeps every rule`() throws {
    let theme = try ThemeLibrary().theme(
      reading: try example(in: "WritingATheme"),
      named: "dusk.yaml"
    )

    #expect(theme.name == "dusk")
    for finding in ThemeLint.findings(theme) { Issue.record("\(finding)") }
  }
}
