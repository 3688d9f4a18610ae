import KapEntry
import KapTimeline
import Testing

struct CareMistakeTests {
  @Test(arguments: [
    ("check", 5, EntryError.Problem.missing, "check identity"),
    ("check identiti", 6, .unknownWord, "identity"),
    ("check chair", 6, .unknownWord, "identity, consent"),
    ("check identity weight", 15, .unknownWord, "after a colon"),
    ("check identity, identity", 16, .repeated, "one of the two"),
    ("check consent:", 14, .needsWords, "check identity"),
    ("check readytime: soon", 17, .notANumber, "95"),
    ("check readytime: 95.5", 17, .notANumber, "95"),
    ("check readytime: 95 kg", 17, .unknownUnit, "95"),
    ("plan", 4, .missing, "plan iv AMOUNT"),
    ("plan iv", 7, .missing, "plan iv AMOUNT"),
    ("plan 35mg", 9, .missing, "im, iv"),
    ("plan iv 0mg", 8, .notANumber, "Type what is planned"),
    ("check consent: -3 h", 15, .notANumber, "as in 3 h"),
    ("check consent: food -5h, water 2 h", 20, .notANumber, "as in 5h"),
    ("check identity: seen, consent: version 3", 22, .unknownWord, "then check consent: and"),
    ("check identity: seen; weight : 70 kg", 22, .unknownWord, "then check weight: and"),
    ("check readytime: 95, consent: version 3", 21, .unknownWord, "then check consent: and"),
    ("escort none", 7, .needsWords, "check escort no"),
    ("escort: Nobody.", 8, .needsWords, "check escort no"),
    ("escort n/a", 7, .needsWords, "check escort no"),
    ("escort no-one", 7, .needsWords, "check escort no"),
    ("given ondansetron 4mg iv by dr-l at 20:00", 33, .notATime, "@20:00 given"),
    ("given ondansetron 4mg iv by dr-l 20:00 for nausea", 33, .notATime, "@20:00 given"),
    ("given ondansetron 4mg iv by dr-l 10 min ago", 33, .notATime, "@-10min given"),
    ("given ondansetron 4mg iv by dr-l half an hour ago", 46, .notATime, "@-3m given"),
    ("order clonidine 0.1mg po by dr-l at 8pm read back", 33, .notATime, "order and the rest"),
    ("order clonidine 0.1mg po by dr-l @20:00", 33, .notATime, "@20:00 order"),
    ("limit bp 170/105 by dr-l at 2000 because x", 25, .notATime, "@2000 limit"),
    ("limit bp 170/105 because x by dr-l at 20:00", 35, .notATime, "@20:00 limit"),
    ("check identity by dr-l at 20:00: known", 23, .notATime, "@20:00 check"),
    ("plan iv -35mg", 8, .unknownWord, "plan iv"),
    ("plan iv 35lb", 10, .unknownUnit, "plan iv"),
    ("plan iv 35", 8, .unknownUnit, "plan iv"),
    ("plan iv 3ml", 9, .unknownUnit, "plan iv"),
    ("plan iv 9999999mg", 8, .numberTooLarge, "digits"),
    ("plan iv 35mg over 0m", 18, .notATime, "bolus"),
    ("plan iv 35mg conc 10mg", 20, .unknownUnit, "conc Nmg/ml"),
    ("plan iv 35mg conc 0mg/ml", 18, .notANumber, "conc Nmg/ml"),
    ("plan iv 35mg conc 10", 18, .unknownUnit, "conc Nmg/ml"),
    ("plan iv 35mg last 0mg", 18, .notANumber, "leave it out"),
    ("plan iv 35mg last", 17, .missing, "last AMOUNT"),
    ("plan iv 35mg weight 0kg", 20, .notANumber, "weight 70kg"),
    ("plan iv 35mg weight 70st", 22, .unknownUnit, "weight 70kg"),
    ("plan iv 35mg because", 20, .needsReason, "plan ROUTE"),
    ("plan iv 35mg bacause he asked", 13, .unknownWord, "because"),
    ("limit", 5, .missing, "limit bp"),
    ("limit bp 170 because x", 9, .missing, "bp 128/82"),
    ("limit bp 105/170 because x", 13, .impossiblePair, "upper"),
    ("limit hr 120 because x", 8, .missing, "above or below"),
    ("limit hr above 0 because x", 15, .notANumber, "hr above 120"),
    ("limit hr above 120", 18, .needsReason, "because"),
    ("limit hr above 120 because", 26, .needsReason, "because"),
    ("limit hr above 120 hr above 130 because x", 19, .repeated, "one of the two"),
    ("limit temp above 100k because x", 20, .notANumber, "temp"),
    ("limit mood above 3 because x", 6, .unknownWord, "limit"),
    ("vial", 4, .missing, "vial drawn"),
    ("vial drawn 50mg given 35mg", 26, .missing, "wasted 15mg"),
    ("vial given 35mg wasted 15mg", 27, .missing, "drawn 50mg"),
    ("vial drawn 50mg", 15, .missing, "given"),
    ("vial drawn 0mg given 0mg wasted 0mg", 11, .notANumber, "given"),
    ("vial drawn 50 given 35mg wasted 15mg", 11, .unknownUnit, "drawn Nmg"),
    ("vial drawn 5ml given 35mg wasted 15mg", 12, .unknownUnit, "drawn"),
    ("vial drawn -50mg given 35mg wasted 15mg", 11, .notANumber, "drawn"),
    ("vial drawn 50mg drawn 50mg", 16, .repeated, "one of the two"),
    ("vial drawn 50mg given 35mg wasted 15mg exp soon", 43, .notATime, "2027-03"),
    ("vial drawn 50mg given 35mg wasted 15mg exp 2027-13", 43, .notATime, "2027-03"),
    ("vial drawn 50mg given 35mg wasted 15mg lot", 42, .missing, "lot A12"),
    ("vial drawn 50mg given 35mg wasted 15mg witness", 46, .missing, "witness mk"),
    ("lozenge", 7, .missing, "swallow"), ("lozenge gone", 8, .unknownWord, "swallow"),
    ("spit 5", 5, .unknownWord, "lozenge spit"),
    ("assess", 6, .missing, "assess phq9"), ("assess phq9", 11, .missing, "assess phq9"),
    ("assess phx9 1", 7, .unknownWord, "phq9"), ("assess rass 2", 7, .unknownWord, "scale rass"),
    ("assess phq9 4", 12, .notANumber, "from 0 to 3"),
    ("assess phq9 -1", 12, .notANumber, "from 0 to 3"),
    ("assess phq9 1.5", 12, .notANumber, "whole number"),
    ("assess phq9 1mg", 12, .notANumber, "whole number"),
    ("assess phq9 0 0 0 0 0 0 0 0 0 1", 30, .unknownWord, "too many"),
    ("assess phq9 10=1", 12, .unknownWord, "1, 2, 3"),
    ("assess phq9 9=", 14, .missing, "from 0 to 3"),
    ("assess phq9 2 1=1", 14, .repeated, "one of the two"),
    ("assess phq9 - - -", 17, .missing, "assess phq9"),
    ("emergency end", 10, .unknownWord, "stand-down"),
    ("emergency step", 14, .missing, "emergency step"),
    ("emergency step help called:", 27, .needsWords, "emergency step"),
    ("emergency step frob", 15, .unknownWord, "infusion stopped, help called; anything else"),
    ("emergency step help caled: 112", 15, .unknownWord, "Type help called if that is meant"),
    ("effect nausea awful", 14, .unknownWord, "mild, moderate, severe, life-threatening or end"),
    ("effect nausea sevre", 14, .unknownWord, "Type severe if that is meant"),
    ("effect blurred-vision bad", 22, .unknownWord, "quotation marks"),
    ("effect nausae mild", 7, .unknownWord, "Type effect nausea if that is meant"),
    ("effect severe dizziness", 7, .unknownWord, "Type effect dizziness severe if that is meant"),
    ("effect foo 99", 11, .unknownWord, "quotation marks"),
    ("effect odd taste -1 serious", 17, .unknownWord, "mild, moderate, severe"),
    ("effect 99", 7, .unknownWord, "quotation marks"),
    ("check consent: version 3, signed 31 Feb 2026", 33, .notATime, "as it stands on the paper"),
    ("check consent: version 3, signed 2026-02-31", 33, .notATime, "as it stands on the paper"),
    ("check consent: version 3, signed 2 Nov 2099", 33, .notATime, "as it stands on the paper"),
    ("check consent: v3, Feb 30 2024 in ink", 19, .notATime, "as it stands on the paper"),
    ("vial drawn 50mg given 35mg wasted 15mg witness none", 47, .needsWords, "Leave the witness"),
    ("vial drawn 5mg given 3mg wasted 2mg witness No-one", 44, .needsWords, "Leave the witness"),
    ("vial drawn 5mg given 3mg wasted 2mg lot none", 40, .needsWords, "Leave the lot out"),
    ("dose im 75mg lot unknown", 17, .needsWords, "Leave the lot out"),
    ("given ondansetron 4lb iv", 18, .unknownUnit, "given"),
    ("stand-down by accident", 11, .unknownWord, "by mistake"),
    ("handover", 8, .missing, "handover mk"),
    ("handover cover", 8, .missing, "handover mk"),
    ("handover mk cover:", 18, .needsWords, "handover"),
    ("hr 74 by eye", 9, .unknownWord, "hand"), ("hr 74 by", 8, .missing, "cuff"),
    ("quiet now", 6, .unknownWord, "quiet"),
    ("leave", 5, .needsWords, "leave jb"), ("leave jb because", 16, .needsReason, "leave jb"),
    ("dose im 75mg lot", 16, .missing, "lot A12"),
    ("dose im 75mg lot A1 lot A2", 20, .repeated, "one of the two"),
    ("effect nausea related maybe", 22, .unknownWord, "probable"),
    ("effect nausea action", 20, .missing, "dose held"),
    ("effect nausea serious quite", 22, .unknownWord, "effect nausea"),
    ("effect nausea mild serious severe", 27, .repeated, "one of the two"),
    ("order clonidine 0.1mg by dr-l response none", 30, .unknownWord, "given"),
    ("given clonidine 0.1mg response", 30, .missing, "given"),
    ("correct a12 quiet", 12, .unknownWord, "correct"),
  ]) func `a mistake is refused in place with its remedy`(
    _ line: String,
    _ column: Int,
    _ problem: EntryError.Problem,
    _ remedy: String
  ) throws {
    let error = try #require(failure(line))
    #expect(error.column == column)
    #expect(error.problem == problem)
    #expect(error.remedy.contains(remedy), "\(error.remedy)")
  }

  @Test(arguments: [
    (
      "plan iv 35mg over 40m conc 10mg/ml last 35mg",
      "planned ketamine IV at 14:20:26, minute 12; 35 mg over 40 min, 70.0 kg: 0.50 mg/kg;"
        + " 10 mg/mL: 3.5 mL; last time 35 mg, no change"
    ),
    (
      "plan im 42mg conc 20mg/ml last 35mg because asked",
      "planned ketamine IM at 14:20:26, minute 12, because asked; 42 mg, 70.0 kg: 0.60 mg/kg;"
        + " 20 mg/mL: 2.1 mL; not the clinic's 10 or 50 mg/mL; last time 35 mg, +7 mg (+20 %)"
    ),
    (
      "vial drawn 50mg given 35mg wasted 15mg",
      "ketamine drawn 50 = given 35 + wasted 15 mg at 14:20:26, minute 12; no witness"
    ),
    (
      "vial drawn 50mg given 35mg wasted 10mg witness ana exp 2024-01",
      "ketamine drawn 50 ≠ given 35 + wasted 10 mg, 5 mg not accounted for at 14:20:26, minute 12;"
        + " expiry 2024-01, witness ana"
    ),
    (
      "check identity, consent no: tomorrow",
      "before the dose, Identity: done; Consent signed: no, “tomorrow” at 14:20:26, minute 12"
    ),
    (
      "limit bp 170/105 by dr-l because treated",
      "for this person the limit is BP 170/105 or more, ordered by dr-l at 14:20:26, minute 12,"
        + " because treated"
    ),
    ("assess phq9 2 1", "PHQ-9, 7 skipped at 14:20:26, minute 12"),
    (
      "emergency step 1",
      "emergency: infusion stopped at 14:20:26, minute 12;"
        + " a pump that runs is stopped in the record too"
    ),
    (
      "stand-down by mistake", "the emergency card was opened by mistake at 14:20:26, minute 12"
    ),
    ("handover mk cover: lunch", "Mara Kline covers for ana, “lunch” at 14:20:26, minute 12"),
    (
      "quiet",
      "notices are kept quiet at 14:20:26, minute 12;"
        + " none shows for 2 minutes but another or a more urgent one"
    ),
    ("@14:05 spit", "lozenge spat out at 14:05:00, minute -4"),
  ]) func `the echo says what care will record`(_ line: String, _ echo: String) throws {
    var room = Room.live
    room.weightInKilograms = 70
    #expect(Entry.echo(try Entry.parse(line, in: room), in: room) == echo)
  }

  @Test(
    arguments: [
      ("check ", ["identity", "consent", "pregnancy", "weight", "readytime"]),
      ("check identity n", ["no", "n/a"]), ("check identity, con", ["consent"]),
      ("check consent: ", []), ("assess ", ["phq9", "cssrs"]),
      ("emergency step ", ["infusion stopped", "help called"]),
      ("handover m", ["Mara Kline"]), ("handover mk c", ["cover"]),
      ("vial e", ["esketamine", "exp"]), ("vial drawn 50mg w", ["wasted", "witness"]),
      ("vial drawn 50mg witness j", ["jb"]), ("plan iv 35mg conc ", ["10mg/ml", "50mg/ml"]),
      ("limit hr ", ["above", "below"]), ("limit hr above 120 by d", ["dr-l"]),
      ("lozenge s", ["spit", "swallow"]), ("stand-down ", ["by mistake"]),
      ("effect nausea related p", ["possible", "probable"]),
      ("effect nausea action m", ["medicine given"]), ("given ondansetron re", ["response"]),
      ("quiet ", []), ("leave jb ", ["because"]),
    ] as [(String, [String])]
  ) func `what may come next in care is offered`(_ line: String, _ expected: [String]) {
    let found = Entry.completions(of: line, at: line.count, in: Room.live)
    #expect(found.map(\.replacement) == expected)
  }

  @Test func `an item is offered with its label`() {
    let found = Entry.completions(of: "check con", at: 9, in: Room.live)
    #expect(found.map(\.help) == ["Consent signed"])
  }
}
