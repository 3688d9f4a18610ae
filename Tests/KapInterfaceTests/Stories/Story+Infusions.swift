import KapPractice

extension Story {
  /// Every scenario, as it is gone through with keys.
  static func told(_ name: String) throws -> Story {
    var story = try Story(name)
    switch name {
    case "iv-uneventful": story.tellUneventfulInfusion()
    case "im-uneventful": story.tellUneventfulInjection()
    case "esketamine-rems": story.tellSpray()
    case "hypertension-at-peak": story.tellHypertension()
    case "panic": story.tellPanic()
    case "vomiting": story.tellVomiting()
    case "oversedation": story.tellOversedation()
    case "lost-hour": story.tellLostHour()
    case "sublingual-lozenge": story.tellLozenge()
    default: break
    }
    return story
  }

  /// The pump starts, and what was read until the peak.
  mutating func startPump() {
    vitals(-3)
    technique(-2.4, "eye mask")
    technique(-2, "music 5")
    prescription(0, "give", isWanted: true)
    note(1.2, "pump running, line site clean")
    phase(4)
    vitals(10.2)
    scores(10.6)
    phase(11.4)
  }

  private mutating func tellUneventfulInfusion() {
    arrive(
      Arriving(
        weight: "70kg",
        escort: "sister, in the waiting room from 15:30",
        calming: "slower music, hand on shoulder",
        intention: "be with the grief",
        mood: "221212220",
        fasting: "food at 9:00, water until 12:00",
        phone: "sister, 555 0142",
        order: "ketamine 35mg iv",
        plan: " last 35mg"
      )
    )
    said(-5, "I want to stop running from it")
    startPump()
    may(12.2, keys: " ")
    technique(13, "hand on shoulder")
    note(13.4, "jb: hand on shoulder as agreed, breath slows")
    technique(14.2, "music quieter")
    said(16, "it is all right. I am floating")
    wordPin(17.9, "frightened, gripped the chair, called out")
    visit(20.1)
    said(29, "my mother is here")
    // A slip, and what was meant.
    may(30.1, "vitals, two digits swapped") { hand, patient in
      hand.press("v127/\(patient.diastolic) \(patient.heartRate) \(patient.oxygenSaturation) ")
      hand.press("\(patient.respiratoryRate)⏎")
    }
    may(30.4, "the pressure as it was") { hand, patient in
      hand.press("c\(patient.systolic)/\(patient.diastolic)⏎")
    }
    scores(31)
    acknowledge(31.4, "no headache, no chest pain, cuff sits well", isWanted: false)
    prescription(32, "call", "dr-l about bp 172/104: repeat in 5, no medicine, read back")
    may(34.8, "the pressure again") { hand, patient in
      hand.press("d")
      hand.goTo("BP again")
      hand.press("⏎\(patient.systolic)/\(patient.diastolic)⏎")
    }
    vitals(40.1)
    prescription(42, "vial", "50mg wasted 15mg lot K4471 exp 2027-03 witness jb", isWanted: true)
    phase(47.1)
    said(49.8, "she is not angry with me")
    must(53, "scores not done, with a key's reason") { hand, _ in
      hand.press("d")
      hand.goTo("scores")
      hand.press("x")
      hand.choose("holding the patient")
      hand.press("⏎")
    }
    vitals(55.2)
    technique(57, "stop hand on shoulder")
    effect(61, "nausea", "mild")
    prescription(62.2, "call", "dr-l about nausea: ondansetron 4 mg IV, read back")
    prescription(62.9, "order by", "ondansetron 4mg iv for nausea by dr-l read back")
    must(63.8, "the order carried out") { hand, _ in
      hand.press("r")
      hand.goTo("not given yet: ondansetron")
      hand.press("⏎⏎")
    }
    may(69, "vitals later") { hand, _ in hand.press("dl") }
    vitals(73.6)
    phase(78.1)
    add(79, " response settled in ten minutes", to: "ondansetron")
    recovers(80, "nausea")
    vitals(85.1)
    scores(88.3)
    may(95, keys: "b")
    vitals(100.1)
    phase(101)
    technique(104, "stop eye mask")
    technique(104.6, "stop music 5")
    leave(107)
  }

  private mutating func tellHypertension() {
    arrive(
      Arriving(
        weight: "78kg",
        escort: "wife, comes when phoned",
        calming: "a hand to hold, slow words",
        intention: "to put the year down",
        mood: "212211210",
        fasting: "food at 9:00, water until 12:00",
        phone: "wife, 555 0163",
        order: "ketamine 39mg iv",
        plan: " last 39mg"
      )
    )
    startPump()
    visit(20.1)
    vitals(30.1)
    scores(30.5)
    acknowledge(31, "no headache, no chest pain, cuff sits well", isWanted: false)
    vitals(35.1, isWanted: false)
    prescription(35.6, "call", "dr-l about bp: on the way, repeat in 3, read back", isWanted: true)
    may(36.4, keys: "y⏎")
    vitals(38.1, isWanted: false)
    effect(38.6, "hypertension", "moderate", more: "⇥133")
    prescription(39.2, "order by", "clonidine 0.1mg po for bp by dr-l read back")
    vitals(40.1)
    acknowledge(40.5, "dr-l here, no symptoms, clonidine on its way")
    must(41.2, "the order carried out") { hand, _ in
      hand.press("r")
      hand.goTo("not given yet: clonidine")
      hand.press("⏎⏎")
    }
    note(42.2, "pump has run in, line flushed, head raised")
    vitals(45.1, isWanted: false)
    acknowledge(45.7, "coming down, dr-l stays until under 160", isWanted: false)
    phase(47)
    visit(49.6)
    vitals(55.1)
    add(55.8, " response under 160 within 15 minutes", to: "clonidine")
    recovers(58.2, "hypertension")
    prescription(59.6, "vial", "50mg wasted 11mg lot K4471 exp 2027-03 witness jb", isWanted: true)
    said(66, "it was heavy and then it was not mine")
    vitals(70.1)
    phase(77.2)
    vitals(85.1)
    scores(88.3)
    vitals(100.1)
    phase(101)
    leave(104)
  }
}
