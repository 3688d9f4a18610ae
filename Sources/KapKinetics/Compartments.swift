/// Amounts in compartments, and what flows between these in proportion to where it comes from.
///
/// For a time in which nothing is added, or always the same, the amounts have a power series, and
/// over a short step that ends within rounding: no step is coarser or finer than another.
struct Compartments {
  /// Milligrams, by compartment.
  private(set) var amounts: [Double]
  /// Milligrams a minute that come from outside, by compartment.
  private(set) var inflow: [Double]
  private var flows: [Flow] = []
  private var leaving: [Double]
  /// The derivatives of the series, kept so as not to be made anew with each step.
  private var change: [Double]
  private var next: [Double]

  /// A flow: what part of the amount in a compartment leaves it for another in a minute.
  private struct Flow {
    let from: Int
    let to: Int
    let perMinute: Double
  }

  /// Creates so many empty compartments.
  init(count: Int) {
    amounts = Array(repeating: 0, count: count)
    inflow = amounts
    leaving = amounts
    change = amounts
    next = amounts
  }

  /// Adds a compartment, and returns its place.
  mutating func add() -> Int {
    amounts.append(0)
    inflow.append(0)
    leaving.append(0)
    change.append(0)
    next.append(0)
    return amounts.count - 1
  }

  /// Lets a part of what is in `from` flow to `to` in every minute.
  mutating func flow(from: Int, to: Int, perMinute: Double) {
    guard perMinute > 0 else { return }
    flows.append(Flow(from: from, to: to, perMinute: perMinute))
    leaving[from] += perMinute
  }

  /// What part of a compartment leaves it in a minute, where most does.
  var fastest: Double { leaving.reduce(0) { $1 > $0 || $1.isNaN ? $1 : $0 } }

  /// Puts an amount into a compartment at once, and lets another rate come from now on.
  mutating func add(_ milligrams: Double, rate: Double, into place: Int) {
    amounts[place] += milligrams
    inflow[place] += rate
  }

  /// Lets so many minutes go by.
  mutating func advance(by minutes: Double) {
    let steps = max(1, (minutes * fastest / Self.reach).rounded(.up))
    guard minutes > 0, steps < Self.mostSteps else { return }
    for _ in 0..<Int(steps) { step(minutes / steps) }
  }

  /// What may leave a compartment within a step, for so many terms to end within rounding.
  private static let reach = 0.5
  private static let terms = 16
  /// More than this takes no course that is not refused for its rates or its length.
  private static let mostSteps = 1e6

  private mutating func step(_ minutes: Double) {
    var factor = minutes
    derive(amounts, with: inflow)
    for term in 2...Self.terms {
      for place in amounts.indices {
        amounts[place] += change[place] * factor
        next[place] = change[place]
      }
      derive(next, with: nil)
      factor *= minutes / Double(term)
    }
  }

  /// Works out how `values` change in a minute.
  private mutating func derive(_ values: [Double], with inflow: [Double]?) {
    for place in change.indices { change[place] = inflow?[place] ?? 0 }
    for flow in flows {
      let moved = values[flow.from] * flow.perMinute
      change[flow.from] -= moved
      change[flow.to] += moved
    }
  }
}
