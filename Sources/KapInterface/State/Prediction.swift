import KapCanvas
import KapKinetics
import KapTimeline

/// What a published model says of the session at the moment shown: a model, not a measurement.
///
/// It is of practice and replay alone. It goes on beyond the moment as the pump runs then, and
/// knows of nothing that is entered later.
struct Prediction: Sendable {
  /// The model.
  let model: KineticModel
  /// What is to be said of it beside its name: a guess, another's absorption, a weight taken for it.
  let remarks: [String]
  /// Nanograms a millilitre from `start` on, or why there are none.
  let outcome: Outcome
  let start: Instant
  /// What it was worked out for.
  let key: Key

  /// One level every so often: finer than a column of any screen.
  static let step = Span.seconds(30)

  /// What came of asking the model.
  enum Outcome: Hashable, Sendable {
    case levels([Double])
    case none(String)
  }

  /// What the levels depend on.
  struct Key: Hashable, Sendable {
    let count: Int
    let happened: Int
    let isAsKnown: Bool
    let end: Instant
  }

  /// The band of a session up to `key.end`; nil where its rules have no model.
  init?(_ moment: Moment, key: Key) {
    guard let rules = moment.rules, let model = rules.care.model else { return nil }
    self.model = model
    self.key = key
    let intakes = moment.intakes(until: key.end)
    start = intakes.map(\.from).min() ?? moment.now
    let routes = Route.allCases.filter { route in intakes.contains { $0.route == route } }
    let ways = routes.compactMap(model.way(by:)).filter {
      $0.absorption?.perHour != nil || $0.absorption?.swallowed != nil
    }
    let weight = moment.weight
    let taken = weight == nil ? ["for \(plain(model.kilograms)) kg, no weight recorded"] : []
    remarks = ways.map(\.words) + taken
    guard !intakes.isEmpty else {
      outcome = .none("nothing was given yet")
      return
    }
    do throws(NoCourse) {
      let course = try Course(of: intakes, by: model, for: rules.medicine, kilograms: weight)
      let count = Int((key.end - start).milliseconds / Self.step.milliseconds) + 2
      outcome = .levels(try course.levels(from: start, step: Self.step, count: max(2, count)))
    } catch {
      outcome = .none(error.words)
    }
  }

  /// The level at a moment; nil before the first dose and beyond the end.
  func level(at instant: Instant) -> Double? {
    guard case .levels(let levels) = outcome, instant >= start else { return nil }
    let place = Double((instant - start).milliseconds) / Double(Self.step.milliseconds)
    guard place < Double(levels.count - 1) else { return nil }
    let before = Int(place)
    let share = place - Double(before)
    return levels[before] * (1 - share) + levels[before + 1] * share
  }

  /// How far the band reaches, as a part of the level; a record may bring any number.
  var reach: Double { model.bandPercent.isFinite ? max(0, model.bandPercent / 100) : 0 }

  /// The top of the axis: a round number that the whole band stays below.
  var top: Double {
    guard case .levels(let levels) = outcome, let most = levels.max(), most > 0 else { return 1 }
    let needed = most * (1 + reach)
    var decade = 1.0
    while decade * 10 < needed, decade < 1e9 { decade *= 10 }
    return [1, 2, 3, 4, 5, 6, 8].map { $0 * decade }.first { $0 >= needed } ?? decade * 10
  }

  /// What always stands with it: that it is a model, of whom, and what is guessed.
  var caption: String {
    let said = (remarks + [model.name]).joined(separator: "; ")
    let head = "model, not measurement, ng/mL ±\(plain(model.bandPercent)) %"
    guard case .none(let why) = outcome else { return "\(head): \(said)" }
    return "model, not measurement: none drawn, \(why)"
  }

  /// The same as lines below a band of so many columns, a blank at either end.
  func captionLines(columns: Int) -> [String] { Text.wrapped(caption, to: max(8, columns - 2)) }
}

extension NoCourse {
  fileprivate var words: String {
    switch self {
    case .noWay(let route, let words?): "\(route.abbreviation): \(words)"
    case .noWay(let route, nil): "the model says nothing of a dose \(route.abbreviation)"
    case .otherMedicine(let medicine): "the model is not one of \(medicine.rawValue)"
    case .senseless: "the model's numbers are no person's"
    case .tooLong: "the session is longer than a model is drawn"
    }
  }
}

extension Interface {
  /// Works out what the model says, where it is shown and something changed.
  mutating func refreshPrediction() {
    guard showsModel, mode != .live else {
      prediction = nil
      return
    }
    let now = shownNow
    let happened = shownSession.count(until: now)
    if let key = prediction?.key, key.count == shownSession.entries.count,
      key.happened == happened, key.isAsKnown == replay?.isAsKnown ?? false,
      key.end > now + .minutes(2)
    {
      return
    }
    let moment = moment
    let rules = moment.rules
    let plan = max(rules?.phases.compactMap(\.to).max() ?? 0, moment.stayMinute ?? 0)
    // As far as any axis goes, and somewhat on, so that it need not be worked out with each minute.
    let ends = [
      now, (moment.startedAt ?? now) + .minutes(60), (moment.zero ?? now) + .minutes(plan),
    ]
    let key = Prediction.Key(
      count: shownSession.entries.count,
      happened: happened,
      isAsKnown: replay?.isAsKnown ?? false,
      end: (ends.max() ?? now) + .minutes(30)
    )
    prediction = Prediction(moment, key: key)
  }

  /// Shows the model or hides it, and says what there is to say.
  mutating func turnModel() -> Remark {
    guard mode != .live else { return Remark(text: "The model is for practice and replay.") }
    showsModel.toggle()
    prediction = nil
    refreshPrediction()
    guard showsModel else { return Remark(text: "The model is hidden.") }
    guard let prediction else {
      showsModel = false
      return Remark(text: "The rules of this session have no model.")
    }
    if case .none(let why) = prediction.outcome, moment.zero != nil {
      showsModel = false
      self.prediction = nil
      return Remark(text: "No model: \(why).")
    }
    return Remark(text: "Model, not a measurement. :model hides it.")
  }
}
