package import KapTimeline

/// What a model says of the concentration over a session, in nanograms a millilitre.
///
/// A model and no measurement: nothing of the person but the weight goes into it. A dose changes
/// nothing before it, so what holds at a moment needs only what was known then.
package struct Course: Sendable {
  private var body: Body
  private var changes: [Change] = []
  private let origin: Instant

  /// Longer after the first dose no course is drawn: by then nothing of it is left to show.
  package static let longest = Span.minutes(2_880)

  /// Creates the course of what was taken in by a person of so many kilograms; nil is the person
  /// the model's numbers are for.
  package init(
    of intakes: [Intake],
    by model: KineticModel,
    for medicine: Medicine,
    kilograms: Double?
  ) throws(NoCourse) {
    let weight = kilograms.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } ?? model.kilograms
    body = Body(model, kilograms: weight)
    let ordered = intakes.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    origin = ordered.first?.from ?? Instant(milliseconds: 0)
    var taken: [Route: Double] = [:]
    for intake in ordered {
      guard intake.medicine == medicine else { throw .otherMedicine(intake.medicine) }
      guard let way = model.way(by: intake.route) else { throw .noWay(intake.route, nil) }
      guard let absorption = way.absorption else { throw .noWay(intake.route, way.words) }
      add(intake, absorption, after: taken[intake.route] ?? 0)
      taken[intake.route, default: 0] += intake.amount.milligrams
    }
    changes.sort { $0.minute < $1.minute }
    guard body.isSensible else { throw .senseless }
  }

  /// Returns the concentrations at `count` moments from `start` on.
  package func levels(
    from start: Instant,
    step: Span,
    count: Int
  ) throws(NoCourse) -> [Double] {
    guard count > 0, step > .zero else { return [] }
    guard (start - origin) + Span(milliseconds: step.milliseconds &* Int64(count)) < Self.longest
    else { throw .tooLong }
    var running = Running(compartments: body.compartments, changes: changes[...])
    return (0..<count).map { place in
      let at = start + Span(milliseconds: step.milliseconds &* Int64(place))
      running.advance(to: (at - origin).inMinutes)
      // What rounding leaves below nothing is nothing.
      return max(0, running.compartments.amounts[Body.central]) / body.litres * 1_000
    }
  }

  /// Returns what was taken in, is in the body or on its way there, and left it, in milligrams.
  func balance(at instant: Instant) -> (entered: Double, inside: Double, gone: Double) {
    let minute = (instant - origin).inMinutes
    var running = Running(compartments: body.compartments, changes: changes[...])
    running.advance(to: minute)
    let amounts = running.compartments.amounts
    let gone = amounts[Body.gone]
    let entered = changes.filter { $0.minute <= minute }.map { change in
      change.milligrams + change.rate * (minute - change.minute)
    }
    return (entered.reduce(0, +), amounts.reduce(0, +) - gone, gone)
  }

  private mutating func add(
    _ intake: Intake,
    _ absorption: KineticModel.Absorption,
    after taken: Double
  ) {
    let amount = intake.amount.milligrams
    guard amount > 0 else { return }
    let first = absorption.firstMilligrams.map { min(max($0 - taken, 0), amount) } ?? amount
    let weighed = first + (amount - first) * absorption.laterMultiplier
    let absorbed = weighed * absorption.fraction * absorption.saltFactor
    let rest = amount * absorption.saltFactor - absorbed
    put(
      absorbed,
      of: intake,
      over: absorption.minutes,
      into: body.depot(of: intake.route, absorption)
    )
    if let swallowed = absorption.swallowed {
      put(rest, of: intake, over: swallowed.minutes, into: body.gut(of: intake.route, swallowed))
    } else {
      put(rest, of: intake, over: 0, into: Body.gone)
    }
  }

  /// Puts an amount in: at once, or evenly over as long as it was given or takes to come.
  private mutating func put(
    _ milligrams: Double,
    of intake: Intake,
    over minutes: Double,
    into place: Int
  ) {
    let from = (intake.from - origin).inMinutes
    let to = intake.to > intake.from ? (intake.to - origin).inMinutes : from + minutes
    guard milligrams > 0 else { return }
    guard to > from else {
      changes.append(Change(minute: from, place: place, milligrams: milligrams))
      return
    }
    let rate = milligrams / (to - from)
    changes.append(Change(minute: from, place: place, rate: rate))
    changes.append(Change(minute: to, place: place, rate: -rate))
  }
}

/// Why there is no course.
package enum NoCourse: Error, Hashable {
  /// The model says nothing of a route, and why where that is known.
  case noWay(Route, String?)
  /// The model is of another medicine.
  case otherMedicine(Medicine)
  /// The numbers of the model are no person's.
  case senseless
  /// The time is longer than a course is drawn.
  case tooLong
}

/// Something that comes in at a minute: an amount at once, or from then on at another rate.
private struct Change {
  let minute: Double
  let place: Int
  var milligrams = 0.0
  var rate = 0.0
}

/// A course up to a minute.
private struct Running {
  var compartments: Compartments
  var changes: ArraySlice<Change>
  var minute = 0.0

  mutating func advance(to end: Double) {
    while let change = changes.first, change.minute <= end {
      compartments.advance(by: change.minute - minute)
      compartments.add(change.milligrams, rate: change.rate, into: change.place)
      minute = change.minute
      changes.removeFirst()
    }
    guard end > minute else { return }
    compartments.advance(by: end - minute)
    minute = end
  }
}
