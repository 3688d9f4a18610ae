import KapTimeline

/// How far a file may go before it is taken for a slip of the hand; wider than any session.
enum Sensible {
  static let minutes = -1_440.0...1_440.0
  static let length = 0.0...1_440.0
  static let hours = 0.0...168.0
  static let seconds = 0.0...86_400.0
  static let amount = 0.0...1_000_000.0
  static let value = -1_000.0...1_000.0
}

extension Section {
  /// The phases, in the order in which they follow each other.
  mutating func phasePlans() -> [PhasePlan] {
    let plans: [(plan: PhasePlan, place: Place)] =
      section("phases") { phases in
        phases.names.compactMap { name in
          guard let phase = phases.phase(name) else { return nil }
          let plan = phases.section(name) { $0.phasePlan(phase) }
          return plan.map { ($0, phases.place(of: name)) }
        }
      } ?? []
    for (earlier, later) in zip(plans, plans.dropFirst()) {
      let key = "phases.\(later.plan.phase.rawValue)"
      if later.plan.phase < earlier.plan.phase {
        note(
          at: later.place,
          key,
          "this phase comes before `\(earlier.plan.phase.rawValue)`",
          "Write the phases in the order in which they follow each other"
        )
      } else if let end = earlier.plan.to, let start = later.plan.from, start < end {
        note(
          at: later.place,
          key,
          "the window begins at \(plain(start)), before the one above it ends at \(plain(end))",
          "Let each window begin where the one before it ends, or later"
        )
      }
    }
    return plans.map(\.plan)
  }

  private mutating func phase(_ name: String) -> Phase? {
    if let phase = Phase(rawValue: name) { return phase }
    _ = valueIfAny(name)
    let known = Phase.allCases.map(\.rawValue)
    let near = nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
    note(
      at: place(of: name),
      dotted(name),
      "there is no phase `\(name)`",
      near ?? "The phases are: \(known.joined(separator: ", "))"
    )
    return nil
  }

  private mutating func phasePlan(_ phase: Phase) -> PhasePlan? {
    let label = textIfAny("label") ?? phase.rawValue
    guard has("from") || has("to") else {
      _ = (valueIfAny("from"), valueIfAny("to"))
      let source = textIfAny("source") ?? PhasePlan.unsourcedWindow
      return PhasePlan(phase: phase, label: label, from: nil, to: nil, source: source)
    }
    let from = number("from", in: Sensible.minutes)
    let to = number("to", in: Sensible.minutes)
    guard let source = text("source"), let from, let to else { return nil }
    if to <= from {
      note("to", "the window ends at \(plain(to)) and begins at \(plain(from))", "Let it end later")
    }
    return PhasePlan(phase: phase, label: label, from: from, to: to, source: source)
  }

  /// When vitals are to be taken.
  mutating func vitalsSchedule() -> VitalsSchedule? {
    section("vitals") { vitals in
      let prompts = vitals.section("prompts") { prompts -> Prompts? in
        let readings = prompts.readings()
        let thenEvery = prompts.numberIfAny("thenEvery", in: 1...1_440)
        guard let readings, let source = prompts.text("source") else { return nil }
        return (readings, thenEvery, source)
      }
      let grace = vitals.section("grace") { $0.measured("minutes", in: Sensible.length) }
      let again = vitals.section("repeat") { $0.measured("minutes", in: 1...1_440) }
      let early =
        vitals.has("repeatEarly")
        ? vitals.section("repeatEarly") { $0.measured("minutes", in: 0...1_440) } : nil
      _ = vitals.valueIfAny("repeatEarly")
      let overdue = vitals.sectionIfAny("repeatOverdue") {
        $0.measured("minutes", in: Sensible.length)
      }
      let infused = vitals.sectionIfAny("whileInfused") { $0.pace() }
      let end = vitals.sectionIfAny("end") { $0.measured("minutes", in: Sensible.length) }
      let needs = vitals.sectionIfAny("needs") { $0.signsOfSet() }
      guard let prompts, let grace, let again else { return nil }
      return VitalsSchedule(
        readings: prompts.readings,
        thenEvery: prompts.thenEvery,
        graceMinutes: grace.value,
        repeatMinutes: again.value,
        repeatEarlyMinutes: early?.value ?? 0,
        repeatOverdueMinutes: overdue?.value,
        whileInfused: infused,
        end: end.map { VitalsSchedule.EndReading(withinMinutes: $0.value, source: $0.source) },
        needs: needs?.signs,
        source: prompts.source,
        needsSource: needs?.source,
        graceSource: grace.source,
        repeatSource: again.source,
        repeatEarlySource: early?.source,
        repeatOverdueSource: overdue?.source
      )
    }
  }

  private mutating func pace() -> VitalsSchedule.WhileInfused? {
    let (from, every) = (number("from", in: Sensible.length), number("every", in: 1...1_440))
    guard let source = text("source"), let from, let every else { return nil }
    return VitalsSchedule.WhileInfused(from: from, every: every, source: source)
  }

  private typealias Prompts = (
    readings: [VitalsSchedule.Reading], thenEvery: Double?, source: String
  )

  private mutating func readings() -> [VitalsSchedule.Reading]? {
    let minutes = numbers("minutes", in: Sensible.minutes)
    let required = has("required") ? numbers("required", in: Sensible.minutes) : []
    _ = valueIfAny("required")
    guard let minutes, let required else { return nil }
    checkRising(minutes, "minutes")
    for minute in required where !minutes.contains(minute) {
      note("required", "no reading is due at \(plain(minute))", "Add it to `minutes` too")
    }
    return minutes.map { .init(minute: $0, isRequired: required.contains($0)) }
  }

  private mutating func checkRising(_ minutes: [Double], _ key: String) {
    for (earlier, later) in zip(minutes, minutes.dropFirst()) where later <= earlier {
      note(key, "\(plain(later)) comes after \(plain(earlier))", "Write the minutes in order, once")
      return
    }
  }

  /// When the observed scales are to be scored, if they are.
  mutating func scoreSchedule(of scales: [Scale]) -> ScoreSchedule? {
    sectionIfAny("scores") { scores in
      let minutes = scores.numbers("minutes", in: Sensible.minutes)
      let names = scores.texts("scales")
      guard let source = scores.text("source"), let minutes, let names else { return nil }
      scores.checkRising(minutes, "minutes")
      for name in names where !scales.contains(where: { $0.name == name }) {
        let near = nearest(to: name, among: scales.map(\.name)).map { "Did you mean `\($0)`?" }
        scores.note(
          "scales",
          "there is no scale `\(name)`",
          near ?? "Describe it under `scales`"
        )
      }
      return ScoreSchedule(minutes: minutes, scales: names, source: source)
    }
  }

  /// How long the person stays at least.
  mutating func minimumStay() -> MinimumStay? {
    section("stay") { stay in
      let isHard = stay.flag("hard")
      let after = stay.sectionIfAny("afterLastDose") {
        $0.measured("minutes", in: Sensible.length)
      }
      return stay.measured("minutes", in: Sensible.length).map {
        MinimumStay(
          minutes: $0.value,
          afterLastDose: after.map { .init(minutes: $0.value, source: $0.source) },
          isHard: isHard,
          source: $0.source
        )
      }
    }
  }

  /// How long a lozenge is held, where one is.
  mutating func holdOfLozenge() -> Hold? {
    sectionIfAny("hold") { hold in
      let then = hold.text("then")
      let zero: HoldEdge? = hold.has("zero") ? hold.choice("zero") : nil
      _ = hold.valueIfAny("zero")
      guard let minutes = hold.measured("minutes", in: Sensible.length), let then else {
        return nil
      }
      return Hold(
        minutes: minutes.value,
        then: then,
        endIsZero: zero == .end ? true : nil,
        source: minutes.source
      )
    }
  }

  /// The program's own tolerances.
  mutating func timingOfProtocol() -> Timing? {
    section("timing") { timing in
      let late = timing.section("late") { $0.measured("minutes", in: Sensible.length) }
      let gap = timing.section("gap") { $0.measured("minutes", in: 1...1_440) }
      let clock = timing.section("clock") { $0.measured("seconds", in: Sensible.seconds) }
      let back = timing.section("backTime") { $0.measured("hours", in: Sensible.hours) }
      let again = timing.section("repeatAsk") { $0.measured("seconds", in: Sensible.seconds) }
      let idle = timing.section("idle") { $0.measured("minutes", in: 1...1_440) }
      guard let late, let gap, let clock, let back, let again, let idle else { return nil }
      let sources = [
        ("late", late), ("gap", gap), ("clock", clock), ("back-timing", back),
        ("repeat", again), ("idle", idle),
      ]
      let isOne = Set(sources.map(\.1.source)).count == 1
      return Timing(
        lateAfterMinutes: late.value,
        gapAfterMinutes: gap.value,
        clockToleranceSeconds: clock.value,
        backTimeHours: back.value,
        repeatAskSeconds: again.value,
        idleMinutes: idle.value,
        source: isOne
          ? late.source : sources.map { "\($0.0): \($0.1.source)" }.joined(separator: "; ")
      )
    }
  }

  /// One number and where it comes from.
  mutating func measured(
    _ key: String,
    in range: ClosedRange<Double>
  ) -> (value: Double, source: String)? {
    let value = number(key, in: range)
    guard let source = text("source"), let value else { return nil }
    return (value, source)
  }
}

/// Which end of a hold is minute zero.
private enum HoldEdge: String, CaseIterable { case start, end }
