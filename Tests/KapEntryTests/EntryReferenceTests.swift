import KapEntry
import KapTimeline
import Testing

struct EntryReferenceTests {
  private static let fourteen = EntryReference.name("a14")
  private static let twelve = EntryReference.name("a12")

  @Test(arguments: [
    ("ack: cuff moved", Command.acknowledge(nil, words: "cuff moved")),
    ("ack cuff moved", .acknowledge(nil, words: "cuff moved")),
    ("ack a14: cuff moved", .acknowledge(fourteen, words: "cuff moved")),
    ("ack A14:cuff moved", .acknowledge(fourteen, words: "cuff moved")),
    ("ack: a14 cuff moved", .acknowledge(nil, words: "a14 cuff moved")),
    ("ack o2 started", .acknowledge(nil, words: "o2 started")),
    ("ack dr-l: told", .acknowledge(nil, words: "dr-l: told")),
    ("acknowledge a14: told", .acknowledge(fourteen, words: "told")),
    ("confirm a14", .confirm(fourteen)),
    ("artefact a14 because moving", .callArtefact(fourteen, because: "moving")),
    ("artifact b7 because moving", .callArtefact(.name("b7"), because: "moving")),
    ("void a12 because wrong cuff", .void(twelve, because: "wrong cuff")),
    ("undo because mistyped", .undo(because: "mistyped")),
    ("undo because because", .undo(because: "because")),
  ]) func `an entry is named and acted on`(_ line: String, _ command: Command) {
    #expect(reading(line) == .success(command))
  }

  @Test func `the identity of an entry is a name too`() throws {
    let identity = try #require(EventID("k3v9q2xd-14"))
    #expect(reading("confirm k3v9q2xd-14") == .success(.confirm(.identity(identity))))
    #expect(
      reading("ack k3v9q2xd-14: told") == .success(.acknowledge(.identity(identity), words: "told"))
    )
  }

  private static let pair = Vitals(bloodPressure: BloodPressure(systolic: 127, diastolic: 84))

  @Test(arguments: [
    ("correct a12 bp 127/84", Command.correct(twelve, with: .record(pair))),
    ("correct a12 127/84", .correct(twelve, with: .record(pair))),
    (
      "correct a12 @14:05 bp 127/84",
      .correct(twelve, with: .record(pair), at: Room.moment(14, 5))
    ),
    ("correct a12 @14:05", .correct(twelve, with: nil, at: Room.moment(14, 5))),
    (
      "correct a12 @14:05 because clock",
      .correct(twelve, with: nil, at: Room.moment(14, 5), because: "clock")
    ),
    (
      "correct a12 bp 127/84 because mistyped",
      .correct(twelve, with: .record(pair), because: "mistyped")
    ),
    (
      "correct a12 @+2m bp 127/84 because mistyped",
      .correct(
        twelve,
        with: .record(pair),
        at: Room.moment(14, 10, 20),
        because: "mistyped"
      )
    ),
    (
      "correct a12 note he wept because of her",
      .correct(twelve, with: .write(Note("he wept because of her")))
    ),
    ("correct a12 said “no”", .correct(twelve, with: .write(Note("no", voice: .patient)))),
    (
      "correct a12 diss 4", .correct(twelve, with: .score([Score(scale: "dissociation", value: 4)]))
    ),
    (
      "correct a12 phase peak because mistyped",
      .correct(twelve, with: .declare(.peak), because: "mistyped")
    ),
    ("correct a12 weight 71kg", .correct(twelve, with: .setFrame(.weight(71)))),
    (
      "correct a12 noreading bp because asleep",
      .correct(twelve, with: .missReading(.systolic, because: "asleep"))
    ),
    (
      "correct a12 given water for thirst because mistyped",
      .correct(
        twelve,
        with: .administer(GivenMedicine(medicine: "water", reason: "thirst")),
        because: "mistyped"
      )
    ),
    (
      "correct a12 emergency step help called: 112, because of his breathing",
      .correct(
        twelve,
        with: .emergency(
          EmergencyStep(.step, name: "help called", words: "112, because of his breathing")
        )
      )
    ),
    (
      "correct a12 stand-down: breathes well",
      .correct(twelve, with: .emergency(EmergencyStep(.standDown, words: "breathes well")))
    ),
  ]) func `a correction says what an entry should say`(_ line: String, _ command: Command) {
    #expect(reading(line) == .success(command))
  }

  @Test func `a corrected note may be somebody else's`() throws {
    let sentence = try Entry.parse("correct a12 note jb: hand", in: Room.live)
    #expect(sentence.observer == "jb")
    #expect(sentence.command == .correct(Self.twelve, with: .write(Note("hand"))))
  }

  @Test(arguments: [
    ("ack", 3, 0, EntryError.Problem.needsWords), ("ack:", 4, 0, .needsWords),
    ("ack a14", 4, 3, .needsWords), ("ack a14:", 8, 0, .needsWords),
    ("ack a14 cuff moved", 4, 3, .needsWords),
    ("confirm", 7, 0, .missing), ("confirm 14", 8, 2, .notAnEntry),
    ("confirm that", 8, 4, .notAnEntry), ("confirm a0", 8, 2, .notAnEntry),
    ("confirm a99999999", 8, 9, .notAnEntry), ("confirm a14 because", 12, 7, .unknownWord),
    ("artefact a14", 12, 0, .needsReason), ("artefact a14 moving", 13, 6, .needsReason),
    ("void a12", 8, 0, .needsReason), ("void because x", 5, 7, .notAnEntry),
    ("void 12 because x", 5, 2, .notAnEntry),
    ("correct", 7, 0, .missing), ("correct a12", 11, 0, .missing),
    ("correct 12 bp 127/84", 8, 2, .notAnEntry), ("correct a12 because x", 12, 7, .missing),
    ("correct a12 bp 84/127", 18, 3, .impossiblePair),
    ("correct a12 bp 127/84 because", 29, 0, .needsReason),
    ("correct a12 void a11 because x", 12, 4, .unknownWord),
    ("correct a12 correct a11 hr 80", 12, 7, .unknownWord),
    ("correct a12 end", 12, 3, .unknownWord), ("correct a12 @15:00 hr 80", 12, 6, .inTheFuture),
    ("correct a12 80", 12, 2, .beginsWithNumber), ("correct a12 hr 74 hr 80", 18, 2, .repeated),
    ("correct a12 hr 80 hr 81 because x", 18, 2, .repeated),
  ]) func `an entry that is not named rightly is refused in place`(
    _ line: String,
    _ column: Int,
    _ length: Int,
    _ problem: EntryError.Problem
  ) throws {
    let error = try #require(failure(line))
    #expect(error.problem == problem)
    #expect(error.column == column)
    #expect(error.length == length)
    #expect(error.remedy.hasSuffix("."))
  }
}
