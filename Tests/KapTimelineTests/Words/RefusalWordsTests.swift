import KapTimeline
import Testing

struct RefusalWordsTests {
  private let hour = UTCOffset(minutes: 60)

  @Test(
    arguments: [
      (.sessionEnded(at: Room.at(120)), "The session ended at 17:00."),
      (.notYet(Room.at(31)), "15:31 is still to come."),
      (
        .tooEarly(earliest: Room.at(-740)),
        "That is before 02:40 on 4 Nov, the earliest time accepted here."
      ),
      (
        .stillOpen(["infusion running", "nausea not ended"]),
        "The session cannot end yet: infusion running, nausea not ended."
      ),
      (
        .cannotBe(quantity: "oxygenSaturation", value: 101, low: 30, high: 100),
        "SpO2 101 cannot be: the clinic takes 30 to 100."
      ),
      (
        .cannotBe(quantity: "dose", value: 0, low: 0, high: nil),
        "Dose 0 cannot be: it is more than 0."
      ),
      (
        .cannotBe(quantity: "temperature", value: .nan, low: nil, high: nil),
        "Temp ? cannot be: it is no number."
      ),
      (
        .wholeNumbers("MOAA/S", low: 0, high: 5), "MOAA/S is scored in whole numbers from 0 to 5."
      ),
      (.noSuchPin(3, count: 0), "There is no pin yet."),
      (.noSuchPin(3, count: 2), "There is no pin 3: the last is pin 2."),
      (.samePhase(label: "peak", since: Room.at(19)), "peak since 15:19."),
      (
        .unusual([
          .unusual(quantity: "systolic", value: 231, limit: 220, isAbove: true),
          .sameFigures(secondsAgo: 12),
        ]),
        "BP 231 is unusual: this clinic asks over 220. The same figures as 12 s ago: were they read again?"
      ),
    ] as [(Refusal, String)]
  )
  func `a refusal says what failed, with the clock on the wall`(refusal: Refusal, message: String) {
    #expect(refusal.message(offset: hour) == message)
  }

  @Test(
    arguments: [
      (
        .unusual(quantity: "oxygenSaturation", value: 84, limit: 85, isAbove: false),
        "SpO2 84 is unusual: this clinic asks under 85."
      ),
      (
        .unusual(
          quantity: "oxygenSaturation",
          value: 84,
          limit: 85,
          isAbove: false,
          hint: "check the probe"
        ),
        "SpO2 84 is unusual: this clinic asks under 85. Check the probe."
      ),
      (
        .otherSeat(author: "Jo Berg", secondsAgo: 30),
        "JB recorded a set 30 s ago: is this another one?"
      ),
      (
        .dose(above: 0.8, isPerKilogram: true, isHard: false),
        "The dose is unusual: this clinic asks over 0.8 mg/kg."
      ),
      (
        .dose(above: 84, isPerKilogram: false, isHard: true),
        "The dose is above this clinic's hard limit of 84 mg."
      ),
      (
        .doses(total: Mass(nanograms: 112_000_000), above: 84, isPerKilogram: false),
        "With this the doses come to 112 mg, above this clinic's hard limit of 84 mg."
      ),
    ] as [(Doubt, String)]
  )
  func `a doubt asks one question`(doubt: Doubt, question: String) {
    #expect(doubt.question == question)
  }

  private static let all: [Refusal] =
    [
      .notOpened, .sessionEnded(at: Room.start), .sessionNotEnded, .reopenTooLate,
      .stillOpen(["a"]),
      .notYet(Room.start), .tooEarly(earliest: Room.start), .nothingRead, .nothingChanged,
      .cannotBe(quantity: "weight", value: 900, low: nil, high: 350), .noSuchScale("a", known: []),
      .noSuchScale("a", known: ["b"]), .noSuchEntry("a9"), .noEntryToUndo, .noSuchPin(1, count: 0),
      .notRaisedYet(Room.start), .alreadyArtefact("a2"), .itemNeedsReading("Baseline"),
      .limitsCross(.heartRate, below: 120, above: 110),
      .noSuchDue("a"), .toleranceOver("vitals +40", ended: Room.start), .nothingDue, .noNotice,
      .nothingToConfirm("a2"), .needsWords,
      .alreadyVoid("a2"), .samePhase(label: "peak", since: Room.start),
      .earlierPhaseNeedsReason(label: "onset"),
      .dischargedWhileOpen(["a"]), .noInfusion, .infusionRunning(since: Room.start),
      .infusionPaused, .nothingToJudge("a2"),
      .alreadyRunning("silence", group: nil, since: Room.start),
      .effectOpen("nausea", since: Room.start),
      .infusionNotPaused, .needsRate, .notRunning("a"), .noEffect("a"),
      .correctionOfOtherKind(.note), .itemNeedsMinutes("a"), .minutesWithoutDose("a"),
      .emergencyHasSteps(["a5 oxygen"]),
      .alreadyPresent("a"), .notPresent("a"), .unusual([.sameFigures(secondsAgo: 3)]),
    ] + EventKind.allCases.map { .cannotCorrect($0) }

  @Test(arguments: all)
  func `every refusal is a sentence and has a remedy`(refusal: Refusal) {
    for text in [refusal.message(offset: .utc), refusal.remedy] {
      #expect(text.hasSuffix(".") || text.hasSuffix("?"))
      #expect(text.count < 120)
      #expect(!text.contains("\n") && !text.contains("  "))
    }
  }

  @Test(
    arguments: [
      (
        .alreadyRunning("silence", group: "silence", since: Room.start),
        "silence runs since 15:00. technique silence stop ends it."
      ),
      (
        .alreadyRunning("act", group: "modality", since: Room.start),
        "act runs since 15:00. modality act stop ends it."
      ),
      (
        .infusionRunning(since: Room.start),
        "The infusion runs since 15:00. infusion rate RATE changes it, infusion stop ends it."
      ),
      (
        .effectOpen("nausea", since: Room.start),
        "nausea is open since 15:00, as bad as that. Say how bad it is now, as in effect nausea "
          + "severe, or effect nausea end."
      ),
      (
        .nothingToJudge("a12"),
        "a12 is entered in error already: nothing to judge. Void the voiding first if the value "
          + "stands after all."
      ),
      (
        .cannotBe(quantity: "temperature", value: 98.6, low: 25, high: 45),
        "Temp 98.6 cannot be: the clinic takes 25 to 45. 98.6 looks like °F: that is 37.0 °C; type "
          + "temp 37.0."
      ),
      (
        .cannotBe(quantity: "temperature", value: 104.2, low: 25, high: 45),
        "Temp 104.2 cannot be: the clinic takes 25 to 45. 104.2 looks like °F: that is 40.1 °C; "
          + "type temp 40.1."
      ),
      (
        .cannotBe(quantity: "temperature", value: 12, low: 25, high: 45),
        "Temp 12 cannot be: the clinic takes 25 to 45. Read it again; a device that reads this can "
          + "be put into a note."
      ),
      (
        .cannotBe(quantity: "heartRate", value: 98.6, low: 25, high: 45),
        "HR 98.6 cannot be: the clinic takes 25 to 45. Read it again; a device that reads this can "
          + "be put into a note."
      ),
    ] as [(Refusal, String)]
  )
  func `a refusal says what to do instead`(refusal: Refusal, words: String) {
    #expect("\(refusal.message(offset: UTCOffset(minutes: 60))) \(refusal.remedy)" == words)
  }

  @Test func `no number is no reason to fail`() {
    #expect(
      Doubt.unusual(quantity: "heartRate", value: .nan, limit: .infinity, isAbove: true).question
        == "HR ? is unusual: this clinic asks over ?."
    )
  }
}
