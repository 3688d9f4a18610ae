import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// What Enter would refuse of a field is reckoned once after a key, and drawn from what was reckoned.
@Suite struct ReadOnceTests {
  private let held = Obstacle(problem: Field.Problem(message: "As it is held.", remedy: ""))

  @Test(arguments: ["v124/78", "o6", ":phase peak", "p", "n"])
  func `a field is drawn from what was reckoned in the update`(keys: String) throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    sitting.press(keys)
    #expect(!sitting.screen.contains("As it is held."))
    sitting.interface.fieldReading?.obstacle = held
    #expect(sitting.screen.contains("As it is held."))
    // A second that changes nothing reckons nothing again; a key does.
    sitting.tick()
    #expect(sitting.screen.contains("As it is held."))
    sitting.press(keys == "p" ? "→" : "2")
    #expect(!sitting.screen.contains("As it is held."))
    sitting.press("⎋")
    #expect(sitting.interface.fieldReading == nil)
  }

  @Test func `what another seat writes is reckoned with`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    sitting.press("v124/78")
    sitting.interface.fieldReading?.obstacle = held
    try sitting.room.enter("note she is quiet", by: "jb")
    sitting.look()
    #expect(!sitting.screen.contains("As it is held."))
  }
}
