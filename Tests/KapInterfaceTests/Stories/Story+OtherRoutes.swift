import KapPractice

extension Story {
  mutating func tellUneventfulInjection() {
    arrive(
      Arriving(
        weight: "82kg",
        allergies: "penicillin, a rash as a child",
        escort: "husband, comes when phoned",
        calming: "a hand to hold, the blanket",
        touch: "hands only, asked for each time; stops at the word red",
        intention: "to meet the anger without running",
        mood: "222212220",
        fasting: "breakfast at 8:00, water until 13:00",
        phone: "husband, 555 0178",
        order: "ketamine 75mg im",
        plan: "75mg"
      )
    )
    prescription(
      -5,
      "vial",
      "100mg given 75mg wasted 25mg lot K3306 exp 2026-11 witness jb",
      isWanted: true
    )
    technique(-4, "blanket")
    technique(-3.6, "eye mask")
    prescription(0, "give", isWanted: true)
    note(0.8, "left deltoid, no bleeding")
    phase(3.2)
    vitals(5.1)
    phase(7.9)
    visit(15.1)
    may(18.7, keys: " ", by: "jb")
    note(22.3, "jb: whispering, cannot be made out, face calm")
    // A reading that could not be taken has its key too.
    must(30.1, "vitals, the clip moving") { hand, patient in
      hand.press("v\(patient.systolic)/\(patient.diastolic) \(patient.heartRate) -")
      hand.press("4 \(patient.respiratoryRate)⏎")
    }
    may(31.3, "the clip, still") { hand, patient in
      hand.press("vs\(patient.oxygenSaturation)⏎")
    }
    scores(31.8)
    may(34, "lunch cover: MK takes the seat") { hand, _ in hand.press(":handover mk cover⏎⏎") }
    phase(38.2)
    said(41, "I was so angry and it was only air")
    vitals(45.1)
    wordPin(48, "laughed out loud, then long quiet", by: "jb")
    may(52, "AR is back") { hand, _ in hand.press(":handover ar back⏎⏎") }
    visit(60.1)
    phase(63)
    effect(66.4, "dizziness", "mild")
    vitals(75.1)
    recovers(78.2, "dizziness")
    phase(80)
    technique(84, "stop eye mask")
    technique(84.6, "stop blanket")
    visit(90.1)
    leave(92)
  }

  mutating func tellPanic() {
    arrive(
      Arriving(
        weight: "64kg",
        escort: "brother, waits downstairs",
        calming: "hand on shoulder, few words, the piano",
        intention: "to stay when it gets loud",
        mood: "122112110",
        fasting: "toast at 8:00, water until 12:30",
        phone: "brother, 555 0119",
        order: "ketamine 50mg im",
        plan: "50mg"
      )
    )
    prescription(
      -5,
      "vial",
      "50mg given 50mg wasted 0mg lot K3306 exp 2026-11",
      isWanted: true
    )
    technique(-4, "eye mask")
    said(-2.6, "promise you will not leave")
    prescription(0, "give", isWanted: true)
    phase(2.6)
    vitals(5.1)
    phase(6.4)
    said(8.4, "I am dying, get me out")
    may(8.9, keys: " ")
    effect(9.2, "anxiety", "severe")
    scores(9.6, isWanted: false)
    technique(10.6, "hand on shoulder")
    technique(11.2, "reassurance")
    technique(11.8, "stop eye mask")
    note(12.3, "jb: we are here, this is the medicine, it passes")
    prescription(13.8, "call", "dr-l about panic: nothing given, come if it lasts, read back")
    vitals(15.1)
    technique(15.7, "music change")
    scores(16.4)
    wordPin(17.4, "sat up, tore the mask off, shouted for the door")
    effect(22.4, "anxiety", "mild", more: "⇥132")
    recovers(24, "anxiety")
    visit(30.1)
    phase(36.2)
    vitals(45.1)
    technique(50, "stop hand on shoulder")
    visit(60.1)
    phase(63)
    vitals(75.1)
    phase(79)
    said(81, "I stayed. you stayed")
    visit(90.1)
    leave(92)
  }

  mutating func tellSpray() {
    arrive(
      Arriving(
        weight: "91kg",
        escort: "daughter, waits in the car park",
        calming: "the window open, few words",
        touch: "none",
        intention: "to rest from the worry",
        mood: "112211220",
        fasting: "food 3 h ago, drink 40 min ago",
        phone: "daughter, 555 0131",
        order: "esketamine 84mg in",
        plan: "84mg last 84mg",
        others: ["nose", "prescriber"]
      )
    )
    note(-3, "three devices checked by two people, head back by half")
    prescription(0, "give device 1 of 3", "S2291 exp 2027-09", isWanted: true)
    note(0.6, "first device, one spray in each nostril")
    prescription(5, "give device 2 of 3", isWanted: true)
    phase(5.6)
    may(6.2, "a bad taste, which is in no list") { hand, _ in
      hand.press("x")
      hand.choose("other, in words")
      hand.press("⏎bad taste mild⏎")
    }
    prescription(10, "give device 3 of 3", isWanted: true)
    prescription(
      10.6,
      "vial",
      "84mg wasted 0mg lot S2291 exp 2027-09",
      isWanted: true
    )
    recovers(12.8, "bad taste")
    phase(16)
    vitals(20.1)
    effect(24.4, "sedation", "mild", more: "⇥131")
    said(27.3, "everything is far and soft")
    may(33.9, keys: " ", by: "jb")
    visit(40.1)
    note(46, "jb: eyes open to the window, answers slowly")
    wordPin(54.6, "smiled at something outside, a bird perhaps", by: "jb")
    vitals(60.1)
    phase(61.5)
    recovers(68, "sedation")
    said(74, "the worry is in the next room")
    visit(90.1)
    phase(91.4)
    phase(102)
    note(116.5, "steps out and back along the corridor, steady")
    visit(120.1)
    leave(121.4, hasLine: false, others: [("rems-ready", "95")])
  }

  mutating func tellLozenge() {
    arrive(
      Arriving(
        weight: "66kg",
        escort: "sister, comes when phoned",
        calming: "the window open, slow breath",
        touch: "none",
        intention: "to write to my father",
        mood: "111211100",
        fasting: "food at 8:30, water until 12:30",
        phone: "sister, 555 0126",
        order: "ketamine 200mg sl",
        plan: "200mg last 150mg"
      )
    )
    note(-3, "mouth rinsed, told to hold it and not to swallow")
    prescription(0, "give", isWanted: true)
    phase(4)
    must(10.1, "spat out") { hand, _ in
      hand.press("d")
      hand.goTo("spit or swallow")
      hand.press("⏎spit⏎")
    }
    prescription(
      12.4,
      "vial",
      "200mg wasted 0mg lot L118 exp 2026-12",
      isWanted: true
    )
    visit(20.1)
    phase(22)
    said(31, "the words are further apart")
    may(36.4, keys: " ", by: "jb")
    visit(40.1)
    wordPin(52, "began a letter in the air with one finger", by: "jb")
    visit(60.1)
    phase(62)
    said(74, "he would have laughed at that")
    visit(90.1)
    phase(91.4)
    phase(104)
    visit(120.1)
    leave(121.4, hasLine: false)
  }
}
