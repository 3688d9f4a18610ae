import KapTimeline

extension DebriefView {
  /// What went in and is not what the scenario gave by then: by doses, and by the pump as far as it
  /// ran.
  var differentDose: [Debrief.Finding] {
    let moment = Moment(moment.session, at: end)
    let parts = parts(at: moment)
    guard let first = parts.first, let last = parts.last, time?.began != nil,
      let minute = time?.minute(at: end)
    else { return [] }
    let planned = PlannedIntake(scenario)
    let isOver = moment.state != .open
    guard !planned.range(at: minute, isOver: isOver).contains(moment.totalGiven.milligrams) else {
      return []
    }
    let entries = moment.session.entries
    return [
      Debrief.Finding(
        time: clocks(entries[first.entry].occurredAt, entries[last.entry].occurredAt),
        subject: words(for: parts, in: moment.totalGiven),
        record: "recorded by \(moment.authorLabel(of: last.entry)), in the scenario "
          + planned.words(at: minute)
      )
    ]
  }

  /// A dose or a pump, and what of it went in.
  private struct Part {
    var entry: Int
    var name: String
    var amount: Mass
    /// What it was to be in all; nil of a pump without a total.
    var ordered: Mass?

    var words: String {
      guard let ordered, ordered != amount else {
        return "\(plain(amount.milligrams, places: ordered == nil ? 1 : 3)) mg"
      }
      return
        "\(plain(amount.milligrams, places: 1)) mg of \(plain(ordered.milligrams, places: 3)) mg"
    }
  }

  private func parts(at moment: Moment) -> [Part] {
    let runs = moment.infusions
    let entries = moment.session.entries
    let doses = moment.doses.map { dose, entry in
      let amount = runs.first { $0.entry == entry }?.delivered ?? dose.amount
      return Part(entry: entry, name: "dose", amount: amount, ordered: dose.amount)
    }
    let pumps = runs.filter { run in !doses.contains { $0.entry == run.entry } }
      .map { Part(entry: $0.entry, name: "pump", amount: $0.delivered) }
    return (doses + pumps).enumerated().sorted { first, second in
      let (one, other) = (first.element.entry, second.element.entry)
      return entries[one].occurredAt == entries[other].occurredAt
        ? first.offset < second.offset : entries[one].occurredAt < entries[other].occurredAt
    }.map(\.element)
  }

  /// `dose 50 mg + 25 mg, 75 mg in all`, `dose 31 mg + pump 10 mg, 41 mg in all`.
  private func words(for parts: [Part], in total: Mass) -> String {
    var words = ""
    var name: String?
    for part in parts {
      if name != nil { words += " + " }
      words += part.name == name ? part.words : "\(part.name) \(part.words)"
      name = part.name
    }
    return parts.count > 1 ? "\(words), \(plain(total.milligrams, places: 1)) mg in all" : words
  }
}

/// What a scenario's script gives, in milligrams: at once, and over time until the pump is stopped.
private struct PlannedIntake {
  private var atOnce: [(minute: Double, amount: Double)] = []
  private var overTime: [(minute: Double, amount: Double, length: Double)] = []
  private var stop: Double?

  /// By how many minutes what is given may be early or late, and by how many a whole dose may be
  /// late.
  private static let (minute, lateness) = (1.0, 5.0)

  init(_ scenario: Scenario) {
    for line in scenario.lines {
      let minute = line.typingStartedAt.inMinutes - scenario.doseAt.inMinutes
      if ["emergency step infusion stopped", "infusion stop"].contains(line.text) { stop = minute }
      guard line.text.hasPrefix("dose ") else { continue }
      let words = line.text.split(separator: " ")
      let amounts = words.filter { $0.hasSuffix("mg") }.compactMap { Double($0.dropLast(2)) }
      guard let amount = amounts.first else { continue }
      let length = zip(words, words.dropFirst()).first { $0.0 == "over" }
        .flatMap { Double($0.1.dropLast()) }
      if let length, length > 0 {
        overTime.append((minute, amount, length))
      } else {
        atOnce.append((minute, amount))
      }
    }
  }

  /// What may have gone in by a minute, to a tenth; once the session is over nothing is to come.
  func range(at minute: Double, isOver: Bool) -> ClosedRange<Double> {
    let due = atOnce.filter { isOver || $0.minute + Self.lateness <= minute }
    let least = due.map(\.amount).reduce(run(at: minute, by: -Self.minute), +)
    let most = atOnce.map(\.amount).reduce(run(at: minute, by: Self.minute), +)
    return (least - 0.05)...(most + 0.05)
  }

  /// `50 mg`, `17.6 mg of 28 mg`.
  func words(at minute: Double) -> String {
    let whole = atOnce.map(\.amount).reduce(0, +)
    let ordered = overTime.map(\.amount).reduce(whole, +)
    let given = whole + run(at: minute, by: 0)
    guard given < ordered else { return "\(plain(ordered, places: 3)) mg" }
    return "\(plain(given, places: 1)) mg of \(plain(ordered, places: 3)) mg"
  }

  /// What ran in by a minute, where the pump was looked at or stopped so many minutes later.
  private func run(at minute: Double, by shift: Double) -> Double {
    let until = min(minute, stop ?? .infinity) + shift
    return overTime.map { dose in
      dose.amount * min(max((until - dose.minute) / dose.length, 0), 1)
    }.reduce(0, +)
  }
}
