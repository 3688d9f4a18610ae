package import KapTimeline

/// Returns the rules as lines to read, every number with where it comes from.
package func describe(_ rules: ClinicProtocol, width: Int = 100) -> [String] {
  var sheet = Sheet(width: width)
  sheet.lines.append("\(rules.name)  \(rules.title), version \(rules.version)")
  let given = rules.isInfused ? "from a pump" : "at once"
  sheet.lines.append("\(rules.medicine.rawValue), \(rules.route.abbreviation), \(given)")
  sheet.title("Minute 0")
  sheet.add(rules.zeroMoment, nil)
  sheet.addSchedules(of: rules)
  sheet.addLimits(of: rules)
  sheet.addScales(of: rules)
  sheet.addChecks(of: rules.care)
  sheet.addCare(of: rules.care)
  sheet.addVocabulary(of: rules)
  if let model = rules.care.model {
    sheet.title("Model, for practice and replay: \(model.name)")
    for line in model.described { sheet.add(line.text, line.source) }
  }
  return sheet.lines
}

extension Sheet {
  mutating func addSchedules(of rules: ClinicProtocol) {
    title("Phases, in minutes from 0")
    for plan in rules.phases {
      let named = plan.label == plan.phase.rawValue ? "" : " (on the screen: \(plan.label))"
      let window = windowText(plan) ?? "no window expected"
      let isOpen = plan.from == nil && plan.source == PhasePlan.unsourcedWindow
      add("\(plan.phase.rawValue)\(named): \(window)", isOpen ? nil : plan.source)
    }
    title("Vitals, in minutes from 0, * required")
    let readings = rules.vitals.readings.map { "\(plain($0.minute))\($0.isRequired ? "*" : "")" }
    let then = rules.vitals.thenEvery.map { ", then every \(plain($0)) min" } ?? ""
    add(readings.joined(separator: " ") + then, rules.vitals.source)
    if let infused = rules.vitals.whileInfused {
      add(
        "every \(plain(infused.every)) min to the end of a dose that runs longer than "
          + "\(plain(infused.from)) min",
        infused.source
      )
    }
    if let needs = rules.vitals.needs {
      let signs = needs.map(\.label).joined(separator: ", ")
      add("each with \(signs), or why not", rules.vitals.needsSource)
    }
    add("in time within \(plain(rules.vitals.graceMinutes)) min", rules.vitals.graceSource)
    add("again \(plain(rules.vitals.repeatMinutes)) min after a notice", rules.vitals.repeatSource)
    if let early = rules.vitals.repeatEarlyMinutes, let source = rules.vitals.repeatEarlySource {
      add("that counts from \(plain(early)) min before its time", source)
    }
    if let late = rules.vitals.repeatOverdueMinutes {
      add(
        "not taken \(plain(late)) min after its time, what waits for it counts",
        rules.vitals.repeatOverdueSource
      )
    }
    if let end = rules.vitals.end {
      add(
        "required: a set not older than \(plain(end.withinMinutes)) min at discharge or the end",
        end.source
      )
    }
    if let scores = rules.scores {
      title("Observed scales, in minutes from 0")
      let minutes = scores.minutes.map { plain($0) }.joined(separator: " ")
      add("\(minutes): \(scores.scales.joined(separator: ", "))", scores.source)
    }
    title("Stay")
    let hard = rules.stay.isHard ? ", a rule of the label" : ""
    add("at least \(plain(rules.stay.minutes)) min from 0\(hard)", rules.stay.source)
    if let after = rules.stay.afterLastDose {
      add("at least \(plain(after.minutes)) min from the end of the last dose", after.source)
    }
    if let hold = rules.hold {
      title("Hold")
      let zero = hold.endIsZero == true ? "; its end is minute 0" : ""
      add("\(plain(hold.minutes)) min, then \(hold.then)\(zero)", hold.source)
    }
    let timing = rules.timing
    title("Tolerances")
    add(
      "late after \(plain(timing.lateAfterMinutes)) min; "
        + "a gap after \(plain(timing.gapAfterMinutes)) min; "
        + "clock off by \(plain(timing.clockToleranceSeconds)) s; "
        + "back-timing \(plain(timing.backTimeHours)) h; "
        + "the same again within \(plain(timing.repeatAskSeconds)) s asks; "
        + "quiet screen after \(plain(timing.idleMinutes)) min",
      timing.source
    )
  }

  private func windowText(_ plan: PhasePlan) -> String? {
    guard let from = plan.from, let to = plan.to else { return nil }
    return "\(plain(from)) to \(plain(to))"
  }

  mutating func addLimits(of rules: ClinicProtocol) {
    title("Limits that raise a notice")
    for limit in rules.limits {
      let step = limit.nextStep.map { "; \($0)" } ?? ""
      add("\(limit.text): \(limit.urgency.rawValue)\(step)", limit.source)
    }
    title("Values that are refused, or asked about")
    for bound in rules.bounds { add(bound.text, bound.source) }
    title("Doses that are asked about")
    for warning in rules.doseWarnings { add(warning.text, warning.source) }
    title("Usual dose: a prefill to confirm or change, no advice")
    if let usual = rules.care.usualDose {
      add(usual.words, usual.source)
    } else {
      add("none", nil)
    }
  }

  mutating func addVocabulary(of rules: ClinicProtocol) {
    title("Patient strip")
    for rule in rules.strip {
      let phases = rule.phases.map(\.rawValue).joined(separator: ", ")
      let items = rule.items.map(\.label).joined(separator: ", ")
      add("\(phases.isEmpty ? "otherwise" : phases): \(items)", rule.source)
    }
    title("Vitals field, its slots in order")
    add(rules.slots.map(\.label).joined(separator: " "), nil)
    title("Reasons by one key")
    let reasons = rules.reasons
    add("no reading because: \(reasons.noReading.joined(separator: ", "))", reasons.source)
    add("not done because: \(reasons.notDone.joined(separator: ", "))", reasons.source)
    add("in error because: \(reasons.void.joined(separator: ", "))", reasons.source)
    title("Techniques, touch and music by key")
    for code in rules.codes {
      let lasts = code.isInterval ? ", from a start to a stop" : ""
      add("\(code.key) \(code.name), \(code.group)\(lasts)", code.source)
    }
    title("Effects")
    for term in rules.effects { add(term.name, term.source) }
    title("Medicines beside the session's own")
    for term in rules.medicines { add(term.name, term.source) }
  }
}

extension PhasePlan {
  /// What a phase without a window says of where that comes from.
  static let unsourcedWindow = "no window expected"
}

extension Limit {
  fileprivate var text: String {
    let number = basis == .absolute ? plain(value) : signed(value)
    let against = "\(number)\(basis == .percent ? "" : sign.unit)\(basis.suffix)"
    let again = needsRepeat ? ", once repeated" : ""
    let once = atOnce.map { " or at once from \(plain($0))" } ?? ""
    return "\(sign.label) \(side.word(isInclusive: isInclusive)) \(against)\(again)\(once)"
  }

  private func signed(_ number: Double) -> String { (number > 0 ? "+" : "") + plain(number) }
}

extension Sign {
  /// The unit, as it follows a number.
  var unit: String {
    switch self {
    case .systolic, .diastolic, .meanArterial: " mmHg"
    case .heartRate, .respiratoryRate: " a minute"
    case .oxygenSaturation: " %"
    case .temperature: " C"
    }
  }
}

extension DoseWarning {
  fileprivate var text: String {
    let word = Limit.Side.above.word(isInclusive: isInclusive)
    let unit = isPerKilogram ? "mg/kg" : "mg"
    return "\(word) \(plain(above)) \(unit)\(isHard ? ", the harder warning" : "")"
  }
}
