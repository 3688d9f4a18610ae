import KapTimeline

extension Phrasing {
  func words(for dose: Dose) -> String {
    let milligrams = dose.amount.milligrams
    var text = "dose \(dose.medicine.rawValue) \(dose.route.abbreviation)"
    text += " \(plain(milligrams, places: 6)) mg"
    if let duration = dose.duration {
      text += " over \(words(for: duration))"
    } else if let manner = dose.manner {
      text += " \(manner)"
    } else if dose.route == .intravenous {
      text += " at once"
    }
    return text
  }

  /// What a dose comes to: by weight, by the hour, and when it ends.
  func details(of dose: Dose) -> [String] {
    let milligrams = dose.amount.milligrams
    var details: [String] = []
    if let weight = context.weightInKilograms, weight > 0 {
      details.append("\(plain(milligrams / weight)) mg/kg at \(plain(weight)) kg")
    }
    if let rate = dose.rate { details.append("\(plain(rate.milligramsPerHour)) mg an hour") }
    if let duration = dose.duration {
      let end = WallTime(moment + duration, offset: context.offset)
      details.append("ends \(end.clock)")
    }
    if context.doseAt == nil {
      details.append("this is minute 0 and phase \(label(.administration))")
    }
    return details
  }

  func words(for change: InfusionChange) -> String {
    let rate = change.rate.map { "\(plain($0.milligramsPerHour, places: 6)) mg an hour" }
    return switch change.action {
    case .start: "infusion starts" + (rate.map { " at \($0)" } ?? "")
    case .rate: "infusion runs" + (rate.map { " at \($0)" } ?? "")
    case .pause: "infusion pauses"
    case .resume: "infusion goes on"
    case .stop: "infusion stops"
    }
  }

  func words(for given: GivenMedicine) -> String {
    var text = clip(given.medicine)
    if let amount = given.amountWords { text += " \(clip(amount))" }
    if let route = given.route { text += " \(clip(route).uppercased())" }
    if let reason = given.reason { text += " for \(short(reason))" }
    if let response = given.response { text += ", response “\(short(response))”" }
    return text
  }

  /// The order that a medicine carries out, or that waits for it and says otherwise.
  func details(of given: GivenMedicine) -> [String] {
    let waiting = context.orders.filter { $0.at <= moment && $0.given.isOfMedicine(of: given) }
    guard let order = waiting.last(where: { given.isAsOrdered($0.given) }) else {
      return waiting.last.map { ["other than ordered: \(words(of: $0))"] } ?? []
    }
    return ["carries out the order \(words(of: order))"]
  }

  /// `clonidine 0.1 mg PO by Dr L at 14:41`.
  private func words(of order: WaitingOrder) -> String {
    let given = order.given
    let by = given.orderedBy.map { " by \(clip(callName(of: $0)))" } ?? ""
    return "\(short(given.words))\(by) at \(WallTime(order.at, offset: context.offset).clock)"
  }

  func words(for call: Call) -> String {
    var text = "call to \(clip(call.to))"
    if let about = call.about { text += " about \(short(about))" }
    if let said = call.said { text += ", said “\(short(said))”" }
    return text + (call.isReadBack ? ", read back" : "")
  }

  /// A length of time with its units in full, for `40m` and `40min` must not be two things.
  func words(for span: Span) -> String {
    let total = span.milliseconds
    let parts: [(Int64, String)] = [
      (total / 3_600_000, "hour"), (total / 60_000 % 60, "minute"), (total / 1000 % 60, "second"),
    ]
    let words = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return words.isEmpty ? "0 seconds" : words.joined(separator: " ")
  }
}
