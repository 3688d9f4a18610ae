import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// Answers that once wanted a sentence, given by keys.
@Suite struct KeyedAnswerTests {
  @Test(arguments: ["o642⏎", "o6 4 2⏎", "o6⇥4⇥2⏎"])
  func `scores are typed with a space between or without`(script: String) throws {
    let sitting = try Sitting.inPeak()
    sitting.press(script)
    #expect(sitting.scored == [6, 4, 2])
  }

  @Test(arguments: ["o052⏎", "o0 5 2⏎"])
  func `a zero is whole`(script: String) throws {
    let sitting = try Sitting.inPeak()
    sitting.press(script)
    #expect(sitting.scored == [0, 5, 2])
  }

  @Test func `a ten takes its second digit, and a space goes on after a one`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("o10 51⏎")
    #expect(sitting.scored == [10, 5, 1])
    sitting.wait(minutes: 2)
    sitting.press("o1 5 0⏎")
    #expect(sitting.scored == [1, 5, 0])
  }

  @Test func `what is not done has its reason in words where no key says it`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("d")
    let item = try #require(sitting.interface.findings.dueItems.first)
    sitting.press("x")
    guard case .choice(let list) = sitting.interface.field?.content else {
      Issue.record("no list of reasons")
      return
    }
    let other = try #require(list.options.last)
    #expect(other.label == "other, in words")
    sitting.press(other.key)
    sitting.press("⏎called to room 1⏎")
    let skipped = sitting.interface.session.entries.last?.event
    #expect(skipped == .notDone(NotDone(item: item.key, reason: "called to room 1")))
  }

  @Test func `consent without a version and a date is asked about once`() throws {
    let sitting = try Sitting(in: try Room(hasChecks: true))
    sitting.press(":checks⏎⏎")
    let before = sitting.count
    sitting.press("⏎abc⏎")
    #expect(sitting.count == before)
    #expect(sitting.echo.contains("No version and date in these words."))
    sitting.press("y")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest == "AR check consent date: abc")
    #expect(sitting.noticeRow.contains("Dose waits for"))
  }

  @Test func `a scale that a check waits for is asked by digits, and the list comes back`() throws {
    let sitting = try Sitting(in: try Room(hasChecks: true))
    sitting.press("d⏎")
    while let state = sitting.chosenCheck, state.item.key != "suicidality" { sitting.press("↓") }
    sitting.press("⏎0000000⏎")
    #expect(sitting.newest == "AR C-SSRS 0, no yes")
    #expect(sitting.chosenCheck?.item.key == "escort")
  }

  @Test func `devices are given one by one, the lot of the last one named already`() throws {
    let sitting = try Sitting(in: try Room(protocol: "esketamine"))
    sitting.press(":weight 70kg⏎").press("v124/78 72 98 14⏎")
    sitting.press("r⏎84mg⏎")
    #expect(sitting.newest.contains("planned esketamine IN 84 mg"))
    sitting.press("r")
    #expect(sitting.screen.contains("give device 1 of 3, 28 mg"))
    sitting.press("⏎S22 exp 2027-09⏎")
    sitting.wait(minutes: 5)
    for number in [2, 3] {
      sitting.press("r")
      #expect(sitting.screen.contains("give device \(number) of 3, 28 mg"))
      sitting.press("⏎⏎").wait(minutes: 5)
    }
    sitting.press("r")
    #expect(!sitting.screen.contains("give device"))
    let doses = sitting.interface.moment.doses.map(\.dose)
    #expect(doses.map(\.amount.milligrams) == [28, 28, 28])
    #expect(doses.allSatisfy { $0.lot == "S22" && $0.expiry == "2027-09" })
  }

  @Test(arguments: [
    // Another lot has an expiry of its own.
    ("S23", "S23", nil), ("S23 exp 2027-11", "S23", "2027-11"), ("", "S22", "2027-09"),
  ])
  func `a lot typed for the next device takes the place of the one that was offered`(
    typed: String,
    lot: String,
    expiry: String?
  ) throws {
    let sitting = try Sitting(in: try Room(protocol: "esketamine"))
    sitting.press(":weight 70kg⏎").press("v124/78 72 98 14⏎")
    sitting.press("r⏎56mg⏎").press("r⏎S22 exp 2027-09⏎").wait(minutes: 5)
    sitting.press("r⏎\(typed)⏎")
    let dose = try #require(sitting.interface.moment.doses.last?.dose)
    #expect(sitting.interface.moment.doses.count == 2)
    #expect((dose.lot, dose.expiry) == (lot, expiry))
  }

  @Test func `an order of the medicine itself is carried out by its dose`() throws {
    let sitting = try Sitting(in: try Room())
    sitting.press(":weight 70kg⏎").press("v124/78 72 98 14⏎")
    sitting.press("rorder ketamine 35mg iv by dr-l read back⏎")
    sitting.press("rdose iv 35mg over 40m⏎").wait(minutes: 2)
    sitting.press("r")
    #expect(!sitting.screen.contains("not given yet"))
    sitting.press("⎋rorder ketamine 10mg iv by dr-l read back⏎r")
    #expect(sitting.screen.contains("not given yet: ketamine 10mg, 13:4"))
    sitting.press("⏎")
    #expect(sitting.line.contains("dose iv ketamine 10mg"))
  }
}

extension Sitting {
  /// The values of the last three entries, in the protocol's order of the scales.
  var scored: [Double] {
    let scales = ["dissociation", "moaas", "distress"]
    return interface.session.entries.suffix(scales.count).enumerated().compactMap { place, entry in
      guard case .score(let score) = entry.event, score.scale == scales[place] else { return nil }
      return score.value
    }
  }
}
