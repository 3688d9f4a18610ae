extension Story {
  mutating func tellVomiting() {
    arrive(
      Arriving(
        weight: "62kg",
        allergies: "latex, a rash",
        escort: "friend, from 16:00 in the waiting room",
        calming: "cold cloth, quiet",
        intention: "to ask for less of myself",
        mood: "112211110",
        fasting: "food at 9:30, water until 12:00",
        phone: "friend, 555 0157",
        order: "ketamine 31mg iv",
        plan: " last 31mg"
      )
    )
    startPump()
    visit(20.1)
    visit(30.1)
    vitals(40.1)
    prescription(42, "vial", "50mg wasted 19mg lot K4471 exp 2027-03 witness jb", isWanted: true)
    phase(46.4)
    effect(48.2, "nausea", "mild")
    note(48.8, "bowl and cold cloth given, head raised")
    technique(49.2, "stop music 5")
    scores(50.1)
    effect(51, "nausea", "moderate", more: "⇥133")
    prescription(51.6, "call", "dr-l about nausea: ondansetron 4 mg IV, read back")
    prescription(52.4, "order by", "ondansetron 4mg iv for nausea by dr-l read back")
    effect(53.4, "vomiting", "moderate", more: "⇥133")
    note(53.9, "on the left side, head turned, mouth cleared, breathes freely")
    vitals(54.8)
    must(55.5, "the order carried out") { hand, _ in
      hand.press("r")
      hand.goTo("not given yet: ondansetron")
      hand.press("⏎⏎")
    }
    recovers(61, "vomiting")
    add(67, " response no more retching after ten minutes", to: "ondansetron")
    vitals(70.1)
    phase(77)
    recovers(80, "nausea")
    vitals(85.1)
    scores(88.3)
    note(94, "sits, sips water, keeps it down, pale but dry")
    vitals(100.1)
    phase(101)
    leave(105)
  }

  mutating func tellOversedation() {
    arrive(
      Arriving(
        weight: "55kg",
        escort: "mother, in the waiting room",
        calming: "the blanket, low voice",
        intention: "to rest",
        mood: "223311210",
        fasting: "food at 8:00, water until 12:00",
        phone: "mother, 555 0188",
        order: "ketamine 27.5mg iv",
        plan: ""
      )
    )
    startPump()
    visit(18.1, isWanted: false)
    note(21.8, "snores, no answer to her name")
    scores(24, isWanted: false)
    vitals(24.4, isWanted: false)
    must(24.8, "the emergency card, its digits, its end") { hand, _ in
      hand.press("e")
      hand.sitting.wait(seconds: 10)
      hand.press("2")
      hand.sitting.wait(seconds: 15)
      hand.press("3")
      hand.sitting.wait(seconds: 20)
      hand.press("44 l by mask⏎")
      hand.sitting.wait(seconds: 20)
      hand.press("1")
    }
    acknowledge(26.7, "pump off, airway open, oxygen on, dr-l called", isWanted: false)
    prescription(27.2, "call", "dr-l about spo2 88: comes at once, read back", isWanted: true)
    may(27.7, keys: "8")
    vitals(28.2, isWanted: false)
    scores(29)
    // Without the effect there is no notice of it either.
    may(29.5, "respiratory depression, severe, and its notice acknowledged") { hand, _ in
      hand.press("x")
      hand.choose("respiratory depression")
      hand.choose("severe")
      hand.press("⇥235⏎")
      hand.sitting.wait(seconds: 24)
      hand.press("achin held, oxygen on, breathes 10 a minute, dr-l at the head⏎")
    }
    vitals(30.4, isWanted: false)
    note(31.4, "answers to a loud voice, then to her name")
    vitals(33.1, isWanted: false)
    acknowledge(34.3, "awake, 97 on oxygen, dr-l at the bedside")
    must(34.9, "the end of it, in typed words") { hand, _ in
      hand.press(":stand-down: awake, breathes by herself, dr-l stays⏎")
    }
    recovers(36, "respiratory depression")
    vitals(40.1)
    prescription(
      42,
      "vial",
      "30mg wasted 12.834mg lot K4471 exp 2027-03 witness jb",
      isWanted: true
    )
    phase(46)
    visit(50.1)
    said(57, "I was so tired, I am sorry")
    said(60.4, "I took two of my mother's sleeping pills")
    prescription(62.2, "call", "dr-l about sedation: no more today, stay longer, read back")
    vitals(70.1)
    phase(77)
    vitals(85.1)
    scores(90.1)
    vitals(100.1)
    phase(110)
    vitals(115.1)
    leave(118)
  }

  mutating func tellLostHour() {
    arrive(
      Arriving(
        weight: "72kg",
        escort: "partner, comes when phoned",
        calming: "slower music, the blanket",
        intention: "to listen to what is under it",
        mood: "121211210",
        fasting: "food at 9:00, water until 12:00",
        phone: "partner, 555 0142",
        order: "ketamine 36mg iv",
        plan: " last 36mg"
      )
    )
    startPump()
    note(13.4, "called to the emergency in room 1, jb stays with the patient")
    said(24, "it is warm under here")
    phase(46.2, by: "jb")
    vitals(72.1)
    scores(72.8)
    let missed = [
      "vitals +20", "vitals +30", "vitals +40", "vitals +55", "scores +20", "scores +30",
    ]
    for (place, item) in missed.enumerated() {
      must(73.4 + Double(place) * 0.4, "\(item) not done, in words") { hand, _ in
        hand.press("d")
        hand.goTo(item)
        hand.press("x")
        hand.choose("other, in words")
        hand.press("⏎helping in room 1⏎")
      }
    }
    phase(76.6)
    note(77.2, "@+26m jb: tears, breath slow, no distress")
    note(78, "@+35m jb: pressed a hand to the forehead, said nothing")
    note(79, "@+41m jb: pump beeped, had run in, left in place")
    may(80.8, "what the oximeter kept, as the bedside says") { hand, _ in
      let newest = hand.sitting.happening.split(separator: "·").first ?? ""
      let kept = newest.split(separator: " ").compactMap { Int($0) }
      hand.press("v@+52m h\(kept.last ?? 0) \(kept.first ?? 0)⏎")
    }
    vitals(85.1)
    prescription(86, "vial", "50mg wasted 14mg lot K4471 exp 2027-03 witness jb", isWanted: true)
    prescription(87, "call", "dr-l about an hour without readings: stay longer, read back")
    scores(90.1)
    vitals(100.1)
    phase(101)
    said(102.4, "I had a headache for a while, it went")
    may(103.2, "headache, as it was said to have been") { hand, _ in
      hand.press("x@+36m ")
      hand.choose("headache")
      hand.choose("mild")
      hand.press("⏎")
    }
    recovers(103.8, "headache")
    vitals(115.1)
    leave(117)
  }
}
