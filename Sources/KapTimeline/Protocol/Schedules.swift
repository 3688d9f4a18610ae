/// A phase's name on the screen and its expected window.
package struct PhasePlan: Hashable, Sendable, Codable {
  /// Which phase.
  package var phase: Phase
  /// The clinic's word for it: `come-up`.
  package var label: String
  /// The window in minutes from T0; absent for a phase with no window.
  package var from: Double?
  package var to: Double?
  /// Where the window comes from.
  package var source: String

  /// Creates a plan.
  package init(phase: Phase, label: String, from: Double?, to: Double?, source: String) {
    self.phase = phase
    self.label = label
    self.from = from
    self.to = to
    self.source = source
  }
}

/// When vitals are to be taken, in minutes from T0; negative is before the dose.
package struct VitalsSchedule: Hashable, Sendable, Codable {
  /// The readings, in order.
  package var readings: [Reading]
  /// After the last one, again every so many minutes until the end; absent for no more.
  package var thenEvery: Double?
  /// A set so many minutes before or after satisfies a reading.
  package var graceMinutes: Double
  /// After a notice that wants one, a repeat so many minutes later.
  package var repeatMinutes: Double
  /// A repeat so many minutes too early still counts as one; absent in rules that were frozen when
  /// any second reading counted.
  package var repeatEarlyMinutes: Double?
  /// Where a limit waits for its repeat, it counts from so many minutes after that was due and did not
  /// come; absent in rules that say nothing of it, or were frozen before they could.
  package var repeatOverdueMinutes: Double?
  /// What goes on beyond the readings while a dose over time lasts; absent in rules that know of no
  /// longer one.
  package var whileInfused: WhileInfused?
  /// The set that is to be taken before the person leaves; absent where the rules want none.
  package var end: EndReading?
  /// The signs that each planned set asks for; absent in rules that were frozen when any sign made a
  /// set, and when a set before the dose could be of any age for its check.
  package var needs: [VitalsSlot]?
  /// Where these come from.
  package var source: String
  package var needsSource: String?
  package var graceSource: String
  package var repeatSource: String
  package var repeatEarlySource: String?
  package var repeatOverdueSource: String?

  /// Creates a schedule.
  package init(
    readings: [Reading],
    thenEvery: Double?,
    graceMinutes: Double,
    repeatMinutes: Double,
    repeatEarlyMinutes: Double? = nil,
    repeatOverdueMinutes: Double? = nil,
    whileInfused: WhileInfused? = nil,
    end: EndReading? = nil,
    needs: [VitalsSlot]? = nil,
    source: String,
    needsSource: String? = nil,
    graceSource: String,
    repeatSource: String,
    repeatEarlySource: String? = nil,
    repeatOverdueSource: String? = nil
  ) {
    self.readings = readings
    self.thenEvery = thenEvery
    self.graceMinutes = graceMinutes
    self.repeatMinutes = repeatMinutes
    self.repeatEarlyMinutes = repeatEarlyMinutes
    self.repeatOverdueMinutes = repeatOverdueMinutes
    self.whileInfused = whileInfused
    self.end = end
    self.needs = needs
    self.source = source
    self.needsSource = needsSource
    self.graceSource = graceSource
    self.repeatSource = repeatSource
    self.repeatEarlySource = repeatEarlySource
    self.repeatOverdueSource = repeatOverdueSource
  }

  /// Readings at one pace to the end of a dose over time that lasts longer than they were planned for.
  package struct WhileInfused: Hashable, Sendable, Codable {
    /// The minute from T0 up to which the planned readings go while a dose over time lasts.
    package var from: Double
    /// From then on again every so many minutes.
    package var every: Double
    /// Where it comes from.
    package var source: String

    /// Creates a rule.
    package init(from: Double, every: Double, source: String) {
      self.from = from
      self.every = every
      self.source = source
    }
  }

  /// A set that may not be left out before the person leaves, whenever that is.
  package struct EndReading: Hashable, Sendable, Codable {
    /// Taken so many minutes before that, or later.
    package var withinMinutes: Double
    /// Where it comes from.
    package var source: String

    /// Creates a rule.
    package init(withinMinutes: Double, source: String) {
      self.withinMinutes = withinMinutes
      self.source = source
    }
  }

  /// One reading of the schedule.
  package struct Reading: Hashable, Sendable, Codable {
    /// Minutes from T0.
    package var minute: Double
    /// Whether it may not be left out without a reason.
    package var isRequired: Bool

    /// Creates a reading.
    package init(minute: Double, isRequired: Bool) {
      self.minute = minute
      self.isRequired = isRequired
    }

    private enum CodingKeys: String, CodingKey {
      case minute
      case isRequired = "required"
    }
  }
}

/// When the observed scales are to be scored.
package struct ScoreSchedule: Hashable, Sendable, Codable {
  /// Minutes from T0.
  package var minutes: [Double]
  /// Which scales, in the order of the scores field.
  package var scales: [String]
  /// Where these come from.
  package var source: String

  /// Creates a schedule.
  package init(minutes: [Double], scales: [String], source: String) {
    self.minutes = minutes
    self.scales = scales
    self.source = source
  }
}

/// How long the person stays at least: until the later of what its minutes say.
package struct MinimumStay: Hashable, Sendable, Codable {
  /// Minutes from T0.
  package var minutes: Double
  /// From the end of the last dose, where that is later; absent in rules that count from T0 alone.
  package var afterLastDose: AfterLastDose?
  /// Whether the rule is the label's, not the clinic's.
  package var isHard: Bool
  /// Where it comes from.
  package var source: String

  /// Creates a rule.
  package init(
    minutes: Double,
    afterLastDose: AfterLastDose? = nil,
    isHard: Bool,
    source: String
  ) {
    self.minutes = minutes
    self.afterLastDose = afterLastDose
    self.isHard = isHard
    self.source = source
  }

  /// How long from the end of the last dose: when it was given, or has run in.
  package struct AfterLastDose: Hashable, Sendable, Codable {
    /// Minutes from then.
    package var minutes: Double
    /// Where it comes from.
    package var source: String

    /// Creates a rule.
    package init(minutes: Double, source: String) {
      self.minutes = minutes
      self.source = source
    }
  }

  private enum CodingKeys: String, CodingKey {
    case minutes, afterLastDose, source
    case isHard = "hard"
  }
}

/// A lozenge held in the mouth.
package struct Hold: Hashable, Sendable, Codable {
  /// For so many minutes.
  package var minutes: Double
  /// What is done then: `spit or swallow`.
  package var then: String
  /// Whether minute zero is when the hold ends rather than when it begins.
  package var endIsZero: Bool?
  /// Where it comes from.
  package var source: String

  /// Creates a hold.
  package init(minutes: Double, then: String, endIsZero: Bool? = nil, source: String) {
    self.minutes = minutes
    self.then = then
    self.endIsZero = endIsZero
    self.source = source
  }
}

/// The program's own tolerances, which the clinic may set.
package struct Timing: Hashable, Sendable, Codable {
  /// An entry written so many minutes after it happened is marked late.
  package var lateAfterMinutes: Double
  /// A stretch of so many minutes without an entry is shown as a gap.
  package var gapAfterMinutes: Double
  /// A wall clock off by more seconds than this is noted.
  package var clockToleranceSeconds: Double
  /// An entry may be back-timed to so many hours before the session opened.
  package var backTimeHours: Double
  /// The same figures, or a set from the other seat, within so many seconds ask once.
  package var repeatAskSeconds: Double
  /// After so many idle minutes the quiet screen appears.
  package var idleMinutes: Double
  /// Where each comes from.
  package var source: String

  /// Creates tolerances.
  package init(
    lateAfterMinutes: Double,
    gapAfterMinutes: Double,
    clockToleranceSeconds: Double,
    backTimeHours: Double,
    repeatAskSeconds: Double,
    idleMinutes: Double,
    source: String
  ) {
    self.lateAfterMinutes = lateAfterMinutes
    self.gapAfterMinutes = gapAfterMinutes
    self.clockToleranceSeconds = clockToleranceSeconds
    self.backTimeHours = backTimeHours
    self.repeatAskSeconds = repeatAskSeconds
    self.idleMinutes = idleMinutes
    self.source = source
  }
}
