import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// What the rows on top say of the person: the dose, their limits, what was agreed.
@Suite struct StripTests {
  @Test func `an agreement of many words hides no allergy`() throws {
    let sitting = try Sitting(in: Room())
    sitting.press(":calming slower music, the window open, a hand on the left shoulder if asked⏎")
    sitting.press(":touch hands and shoulders only, never when the eyes are closed⏎")
    sitting.press(":stopsign palm up⏎:allergies penicillin⏎")
    #expect(sitting.row(3).hasSuffix("Allergy: penicillin +1 more"), "\(sitting.row(3))")
  }

  @Test func `a shortened dose leaves no bracket open`() throws {
    let sitting = try Sitting.careful(size: (36, 120))
    let open = sitting.row(2).filter { $0 == "(" }.count
    #expect(open == sitting.row(2).filter { $0 == ")" }.count, "\(sitting.row(2))")
  }

  @Test func `a limit for this person stands in the header`() throws {
    let sitting = try Sitting(in: Room(), size: Size(rows: 36, columns: 120))
    sitting.press(":limit hr above 115 because athlete⏎")
    #expect(sitting.row(2).contains("limit HR 115 or more"))
  }
}
