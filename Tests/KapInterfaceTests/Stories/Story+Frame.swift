import KapPractice
import KapTimeline

/// What is asked of everybody who arrives, and what this person says.
struct Arriving {
  var weight: String
  var allergies = "none known"
  var escort: String
  var calming: String
  var touch = "hand and shoulder only, stops at a raised palm"
  var intention: String
  /// Nine digits.
  var mood: String
  var fasting: String
  /// One of those that are asked for, and what was said of it.
  var medicine: String?
  var phone: String
  /// The medicine as it is ordered, and what the worksheet does not know yet.
  var order: String
  var plan: String
  /// The clinic's own items of this route.
  var others: [String] = []
}

extension Story {
  /// From the door to the worksheet, down the list of checks by Enter.
  mutating func arrive(_ person: Arriving) {
    let opening = -scenario.doseAt.inMinutes
    phase(opening + 0.4)
    must(opening + 0.6, "who it is, and whether it may be given") { hand, _ in
      hand.press("d⏎")
      hand.check("identity")
      hand.check("consent", "version 3, signed 2 Nov")
      hand.check("indication")
      hand.check("fasting", person.fasting)
      hand.check("medicines", person.medicine)
      for item in ["substances", "pregnancy", "vessels", "danger", "psychosis", "heart"] {
        hand.check(item)
      }
      hand.check("cautions")
      hand.close()
    }
    must(opening + 2.6, "weight, escort, the room, what was agreed") { hand, _ in
      hand.press("d⏎")
      hand.check("weight", person.weight)
      hand.check("allergies", person.allergies)
      hand.check("escort", person.escort)
      hand.check("phone", person.phone)
      hand.check("oximeter")
      hand.check("equipment")
      hand.check("staff", "jb as therapist")
      hand.check("intention", person.intention)
      hand.check("calming", person.calming)
      hand.check("touch", person.touch)
      hand.check("music")
      for item in person.others { hand.check(item) }
      hand.close()
    }
    may(opening + 4.8, "PHQ-9, a digit an item") { hand, _ in
      hand.press("oo")
      hand.choose("PHQ-9")
      hand.press("\(person.mood)⏎")
    }
    phase(-12.6)
    must(-12, "the readings that the checks wait for, and C-SSRS") { hand, patient in
      hand.press("d⏎")
      hand.check("baseline", "\(patient.atRest)")
      hand.check("suicidality", "000")
      hand.close()
    }
    scores(-11)
    note(-10, "history and consent read by dr-l, heart and lungs clear")
    prescription(-9, "order by word of mouth", "\(person.order) by dr-l read back", isWanted: true)
    prescription(-6, "worksheet", person.plan, isWanted: true)
  }

  /// The list before leaving, and the way out.
  mutating func leave(
    _ minute: Double,
    hasLine: Bool = true,
    others: [(String, String)] = []
  ) {
    must(minute, "the list before leaving") { hand, _ in
      hand.press("d")
      hand.goTo("leaving")
      hand.press("⏎")
      for item in ["oriented", "awake", "dissociation", "pressure", "air", "gait", "nausea"] {
        hand.check(item)
      }
      hand.check("thoughts")
      if hasLine { hand.check("site") }
      hand.check("instructions")
      for (item, answer) in others { hand.check(item, answer) }
      hand.close()
    }
    must(minute + 2, "the escort is here") { hand, _ in
      hand.press("d")
      hand.goTo("leaving")
      hand.press("⏎")
      hand.check("escort-here")
      hand.close()
    }
    phase(minute + 3)
    must(minute + 4, "the end") { hand, _ in hand.press(":end⏎") }
  }
}

extension SeenPatient {
  fileprivate var atRest: String {
    "\(systolic)/\(diastolic) \(heartRate) \(oxygenSaturation) \(respiratoryRate) \(temperature)"
  }
}
