package import KapInterface
package import KapPractice
package import KapTimeline

extension Debrief {
  /// The comparison as a page of the screen, as it stood at `wall`.
  package func page(at wall: WallTime) -> ReadingPage {
    ReadingPage(
      title: "Debrief, as far as \(wall.clockWithSeconds)",
      sections: sections.map { title, findings in
        ReadingPage.Section(
          title: title,
          lines: findings.map { finding in
            ReadingPage.Line(time: finding.time, words: "\(finding.subject): \(finding.record)")
          }
        )
      },
      foot: Self.foot
    )
  }
}
