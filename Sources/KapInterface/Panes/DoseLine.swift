import KapTimeline

/// The line that says what was given, how much of it is in by the record, and when it ends.
struct DoseLine {
  let display: Display
  let isWide: Bool

  /// How many of the further doses can be left out where there is little room: all but the newest.
  var dispensable: Int { max(0, display.moment.doses.count - 2) }

  /// When the first dose was, where there is room for it.
  var start: String? {
    guard isWide, let (_, entry) = display.moment.doses.first else { return nil }
    return "dose \(display.clock(display.session.entries[entry].occurredAt))"
  }

  /// What several doses are in all; nil for one, and where something runs in over time.
  var total: String? {
    guard display.moment.infusions.isEmpty, display.moment.doses.count > 1 else { return nil }
    return "\(plain(display.moment.totalGiven.milligrams, places: 1)) mg in"
  }

  /// What was given, then how far it is, each as an item in the order of time; without as many of the
  /// oldest further doses as told.
  func items(without older: Int = 0) -> [String] {
    let doses = display.moment.doses
    let runs = display.moment.infusions
    var items: [String] = []
    if let (dose, _) = doses.first {
      let others = further(doses.dropFirst().map { $0 })
      items.append(words(of: dose, isAlone: others.isEmpty))
      items += others.dropFirst(older) + progress(runs)
    } else if let run = runs.last {
      let medicine = display.rules?.medicine.rawValue.capitalizedFirst ?? "Infusion"
      items.append("\(medicine) infusion \(plain(run.rate.milligramsPerHour)) mg/h")
      items += progress(runs)
    }
    return items
  }

  private func words(of dose: Dose, isAlone: Bool) -> String {
    let name = dose.medicine.rawValue.capitalizedFirst
    let amount = plain(dose.amount.milligrams)
    var text = "\(name) \(dose.route.abbreviation) \(amount) mg"
    if let duration = dose.duration {
      text +=
        isWide ? " over \(plain(duration.inMinutes)) min" : " / \(plain(duration.inMinutes)) min"
    }
    guard isWide || isAlone, let weight = display.moment.weight, weight > 0 else { return text }
    let each = fixed(dose.amount.milligrams / weight, places: 2)
    return isWide
      ? "\(text) (\(each) mg/kg, \(fixed(weight, places: 1)) kg)" : "\(text), \(each) mg/kg"
  }

  /// Further doses keep T0 and get a clock of their own.
  private func further(_ doses: [(dose: Dose, entry: Int)]) -> [String] {
    doses.enumerated().map { place, item in
      let given = display.session.entries[item.entry].occurredAt
      let minutes = max(0, (display.counted - given).wholeMinutes)
      let clock = "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
      return "dose \(place + 2) \(plain(item.dose.amount.milligrams)) mg +\(clock)"
    }
  }

  private func progress(_ runs: [InfusionRun]) -> [String] {
    // Beside one that has ended another may still run.
    guard let run = runs.last(where: \.isRunning) ?? runs.last else {
      return [total].compactMap(\.self)
    }
    let total = plain(display.moment.totalGiven.milligrams, places: 0)
    let exact = plain(display.moment.totalGiven.milligrams, places: 1)
    let isRunning = run.isRunning
    let state = run.isPaused && isRunning ? "PAUSED" : isRunning ? "running" : ""
    let inside = isRunning ? "about \(total) mg in" : "\(exact) mg in"
    var items = isWide || state == "PAUSED" ? [state] : []
    items.append(isWide ? "\(inside), by the record" : inside)
    if let ended = run.endedAt {
      items.append("\(run.isStopped ? "stopped" : "ended") \(display.clock(ended))")
    } else if let end = run.expectedEnd {
      items.append("ends \(display.clock(end))")
    }
    return items
  }
}

/// A number with exactly so many decimals.
func fixed(_ value: Double, places: Int) -> String {
  let text = plain(value, places: places)
  guard places > 0 else { return text }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  let decimals = parts.count > 1 ? String(parts[1]) : ""
  return "\(parts[0]).\(decimals)\(String(repeating: "0", count: max(0, places - decimals.count)))"
}

extension String {
  /// The text with its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
