import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

/// A score is held to what the same person scored in an earlier session of the chart.
struct EarlierScoreTests {
  @Test func `a response to an earlier session's score is shown in plain words`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("scale madrs 40\nscale madrs 36\nassess phq9 3 3 3 3 3 3 2 2 0")
    clinic.pass(.minutes(7 * 1440))
    _ = try clinic.open()
    clinic.enter("scale madrs 20\nassess phq9 3 3 3 3 3 0 0 0 0\nscale diss 2")
    let document = try clinic.document()
    let outcomes = document["assessments"]?.elements.map {
      $0["outcomes"]?.elements.compactMap(\.text) ?? []
    }

    let words = try #require(outcomes?.first?.first)
    #expect(words.hasPrefix("response: 50 % or more below 40 on "))
    #expect(!words.contains(" at "))
    // 15 of 22 is no response, and of how far away a person is nothing is said.
    #expect(outcomes?.dropFirst().allSatisfy { $0.isEmpty } == true)
    let command = ShowCommand(session: "last")
    #expect(clinic.run { try command.run(in: $0) } == .ok)
    #expect(clinic.output.contains("MADRS 20, moderate, \(words)"))
  }
}
