/// An amount of the session's medicine that got in at once, or evenly over a time.
package struct Intake: Hashable, Sendable {
  /// The medicine.
  package var medicine: Medicine
  /// How it was given.
  package var route: Route
  /// From and to when; the same for what was given at once.
  package var from: Instant
  package var to: Instant
  /// How much.
  package var amount: Mass

  /// Creates an intake.
  package init(medicine: Medicine, route: Route, from: Instant, to: Instant, amount: Mass) {
    self.medicine = medicine
    self.route = route
    self.from = from
    self.to = to
    self.amount = amount
  }
}

extension Moment {
  /// All that got in by this moment, and what the pump gives until `end` if nobody touches it.
  package func intakes(until end: Instant) -> [Intake] {
    guard let rules else { return [] }
    let atOnce = doses.filter { $0.dose.rate == nil }.map { dose, entry in
      let at = session.entries[entry].occurredAt
      return Intake(
        medicine: dose.medicine,
        route: dose.route,
        from: at,
        to: at,
        amount: dose.amount
      )
    }
    let pumped = infusions.flatMap { run -> [Intake] in
      var intake = Intake(
        medicine: rules.medicine,
        route: rules.route,
        from: run.startedAt,
        to: run.startedAt,
        amount: .zero
      )
      if case .dose(let dose) = session.entries[run.entry].event {
        intake.medicine = dose.medicine
        intake.route = dose.route
      }
      return (run.stretches + [run.rest(until: end, from: now)].compactMap(\.self)).map { stretch in
        intake.from = stretch.from
        intake.to = stretch.to
        intake.amount = stretch.amount
        return intake
      }
    }
    return atOnce + pumped
  }
}

extension InfusionRun {
  /// What is still to run in until `end`, as the pump runs now.
  fileprivate func rest(until end: Instant, from now: Instant) -> Stretch? {
    guard isRunning, !isPaused, end > now, rate > .zero else { return nil }
    guard let remaining, let last = expectedEnd, last <= end else {
      let flow = Mass.flowing(at: rate, for: end - now)
      return Stretch(from: now, to: end, amount: flow, rate: rate)
    }
    guard remaining > .zero, last > now else { return nil }
    return Stretch(from: now, to: last, amount: remaining, rate: rate)
  }
}
