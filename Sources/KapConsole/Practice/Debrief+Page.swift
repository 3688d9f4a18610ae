package import KapInterface
package import KapPractice
package import KapTimeline

extension Debrief {
  /// The comparison as a page of the screen, as it stood at `wall`.
  package func page(at wall: WallTime) -> ReadingPage {
    func section(_ title: String, _ findings: [Finding]) -> ReadingPage.Section {
      ReadingPage.Section(
        title: title,
        lines: findings.map { finding in
          ReadingPage.Line(time: finding.time, words: "\(finding.subject): \(finding.record)")
        }
      )
    }
    let happened = section(
      "What happened to the patient, and what the record says of it",
      self.happened
    )
    let card = emergency.isEmpty ? [] : [section("Emergency card", emergency)]
    let others = [
      section("Recorded with another value", different),
      section("What the rules require", required), section("Notices", notices),
    ]
    return ReadingPage(
      title: "Debrief, as far as \(wall.clockWithSeconds)",
      sections: [happened] + card + others,
      foot: "These are times, set side by side. Nobody is graded."
    )
  }
}
