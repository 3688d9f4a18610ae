extension Doubt {
  /// What is asked: `BP 231 is unusual: this clinic asks over 220`.
  package var question: String {
    switch self {
    case .unusual(let quantity, let value, let limit, let isAbove, let hint):
      let asks = "this clinic asks \(isAbove ? "over" : "under") \(plain(limit))"
      let unit = unit(ofQuantity: quantity)
      let said = plain(value, places: 3)
      return "\(word(forQuantity: quantity).capitalizedStart) \(said)\(unit) is unusual: "
        + "\(asks)\(unit)." + (hint.map { " \($0.capitalizedStart)." } ?? "")
    case .notInWords(let what, _): return "No \(what) in these words."
    case .againstRecord(let shown, _, _): return "The record shows \(shown)."
    case .sameFigures(let seconds):
      return "The same figures as \(seconds) s ago: were they read again?"
    case .otherSeat(let author, let seconds):
      return "\(initials(of: author)) recorded a set \(seconds) s ago: is this another one?"
    case .otherThanOrdered(let order):
      let by = order.orderedBy.map { "\(callName(of: $0)) ordered" } ?? "Ordered was"
      return "\(by) \(order.words): this is other than ordered."
    case .givenBefore(let seconds):
      return "Given \(agoWords(seconds)) too: is this another one?"
    case .endNotSaid(let outcome):
      return "\(outcome.capitalizedStart), but its end is not recorded."
    case .unusualLimit(let limit, let asks, let isAbove):
      return "A limit of \(limit.words) is unusual: this clinic asks "
        + "\(isAbove ? "over" : "under") \(plain(asks))."
    case .limitAcross(let limit, let other):
      return "A limit of \(limit.words) would be crossed by usual readings: it is near the "
        + "clinic's limit of \(plain(other)) on the other side."
    case .limitPastUrgent(let limit, let urgent):
      return "\(limit.sign.label) stays urgent at \(plain(urgent)), whatever is set for one "
        + "person: a limit of \(limit.side.from(plain(limit.value))) comes after it."
    case .noWitness: return "Nobody is named who saw the rest wasted."
    case .ownWitness(let name): return "\(initials(of: name)) writes this: who else saw the rest?"
    case .noLot: return "The lot is not named."
    case .expired(let expiry): return "The expiry \(expiry) has passed."
    case .otherThanPlanned(let amount, let planned):
      return "\(plain(amount.milligrams, places: 3)) mg is not what was planned: "
        + "\(plain(planned.milligrams, places: 3)) mg."
    case .beforeOpening(let instant, let opened, let offset):
      let wall = WallTime(instant, offset: offset)
      return "\(wall.clock) on \(wall.shortDate) is \(lengthWords(opened - instant)) before the "
        + "session opened."
    case .otherMedicine(let medicine, let usual):
      return "This protocol gives \(usual.rawValue), not \(medicine.rawValue)."
    case .atOnce(nil): return "This protocol runs the dose in over time, and no time is said."
    case .atOnce(let manner?):
      return "This protocol runs the dose in over time: this one is a \(manner)."
    case .notFromPump: return "This protocol gives the dose at once, not from a pump."
    case .stillRunning(let since, let offset):
      let clock = WallTime(since, offset: offset).clock
      return "The infusion of \(clock) runs too: does this one run in beside it?"
    case .noWeight:
      return "No weight is known: this clinic's limits per kilogram cannot be held against it."
    case .severalDevices(let count, let device):
      return
        "That is \(count) devices of \(plain(device)) mg: one entry each, with its time and lot."
    case .lastTime(let amount, let above, let isPerKilogram):
      return "\(plain(amount.milligrams, places: 3)) mg the last time would be above this clinic's "
        + "limit of \(plain(above)) \(isPerKilogram ? "mg/kg" : "mg")."
    case .readyBeforeDose(let minute, let dose):
      return "Minute \(plain(minute)) is not after the last dose, at minute \(plain(dose))."
    case .dose(let above, let isPerKilogram, let isHard):
      let limit = "\(plain(above)) \(isPerKilogram ? "mg/kg" : "mg")"
      return isHard
        ? "The dose is above this clinic's hard limit of \(limit)."
        : "The dose is unusual: this clinic asks over \(limit)."
    case .doses(let total, let above, let isPerKilogram):
      let limit = "\(plain(above)) \(isPerKilogram ? "mg/kg" : "mg")"
      let sum = plain(total.milligrams, places: 3)
      return "With this the doses come to \(sum) mg, above this clinic's hard limit of \(limit)."
    case .brokenDevice(let amount, let device):
      return "\(plain(amount.milligrams, places: 3)) mg is no whole number of devices of "
        + "\(plain(device)) mg."
    case .twoDevices(let device):
      return
        "Another device of \(plain(device)) mg has the same time: devices are given one by one."
    case .otherRoute(let route, let usual):
      return "This protocol gives the dose \(usual.abbreviation), not \(route.abbreviation)."
    case .notListed(let name, let list):
      return "“\(name)” is not among the clinic's \(list.words): is it called so?"
    case .finerThanRead(let sign, let value):
      let read = sign == .temperature ? "read to a tenth" : "read in whole numbers"
      return "\(sign.label) \(plain(value, places: 6)): it is \(read)."
    case .callWithoutWords(let person):
      return
        "Nothing is written of this call: add what it was about, a colon and what was said, as "
        + "in call \(person) about WHAT: WORDS."
    case .orderWithoutAmount(let medicine):
      return "How much was ordered is not written: add it, as in order \(medicine) AMOUNT ROUTE."
    case .orderNotReadBack(let medicine):
      return "The order of \(medicine) was not read back: read it back, and add read back at the "
        + "end."
    case .notAccounted(let vials, let doses):
      return "The vials say \(plain(vials.milligrams, places: 3)) mg given, the doses "
        + "\(plain(doses.milligrams, places: 3)) mg."
    }
  }
}

extension Doubt {
  /// What it is held against: `limit 220`, `expected whole devices of 28 mg`.
  package var limit: String {
    switch self {
    case .unusual(let quantity, _, let limit, _, _):
      "limit \(plain(limit))\(unit(ofQuantity: quantity))"
    case .dose(let above, let isPerKilogram, _), .doses(_, let above, let isPerKilogram):
      "limit \(plain(above)) \(isPerKilogram ? "mg/kg" : "mg")"
    case .notInWords(let what, _): "expected \(what)"
    case .againstRecord(let shown, _, _): "the record shows \(shown)"
    case .sameFigures, .otherSeat: "expected one set at a time"
    case .otherThanOrdered(let order): "ordered \(order.words)"
    case .givenBefore: "expected once"
    case .endNotSaid: "expected its end"
    case .unusualLimit(_, let asks, let isAbove):
      "asked \(isAbove ? "over" : "under") \(plain(asks))"
    case .limitAcross(_, let other): "the clinic's on the other side is \(plain(other))"
    case .limitPastUrgent(_, let urgent): "urgent at \(plain(urgent)) all the same"
    case .noWitness: "expected a witness"
    case .ownWitness: "expected another person"
    case .noLot: "expected the lot"
    case .expired: "expected one that has not passed"
    case .otherThanPlanned(_, let planned): "planned \(plain(planned.milligrams, places: 3)) mg"
    case .beforeOpening(_, let opened, let offset):
      "expected from \(WallTime(opened, offset: offset).clock) on"
    case .otherMedicine(_, let usual): "expected \(usual.rawValue)"
    case .atOnce(nil): "expected over how long"
    case .atOnce: "expected over time"
    case .notFromPump: "expected at once"
    case .stillRunning: "expected one infusion at a time"
    case .noWeight: "expected a weight"
    case .severalDevices(_, let device): "expected one device of \(plain(device)) mg"
    case .lastTime(_, let above, let isPerKilogram):
      "limit \(plain(above)) \(isPerKilogram ? "mg/kg" : "mg")"
    case .readyBeforeDose(_, let dose): "expected after minute \(plain(dose))"
    case .brokenDevice(_, let device): "expected whole devices of \(plain(device)) mg"
    case .twoDevices: "expected one device at a time"
    case .otherRoute(_, let usual): "expected \(usual.abbreviation)"
    case .notListed(_, let list): "expected a listed \(list.word)"
    case .finerThanRead(.temperature, _): "expected a tenth"
    case .finerThanRead: "expected a whole number"
    case .callWithoutWords: "expected what was said"
    case .orderWithoutAmount: "expected an amount"
    case .orderNotReadBack: "expected it read back"
    case .notAccounted(_, let doses): "doses \(plain(doses.milligrams, places: 3)) mg"
    }
  }
}

extension Doubt {
  /// What the clinic says to look at first: `check the probe`.
  var hint: String? {
    guard case .unusual(_, _, _, _, let hint) = self else { return nil }
    return hint
  }

  /// Whether it is of a value above what the clinic asks about.
  var isAbove: Bool {
    guard case .unusual(_, _, _, let isAbove, _) = self else { return false }
    return isAbove
  }

  /// Whether it is about papers alone, and about nothing that went into the person.
  var isOfPapers: Bool { self == .noLot }
}

/// `40 s ago`, `1 min ago`.
private func agoWords(_ seconds: Int) -> String {
  seconds < 60 ? "\(seconds) s ago" : "\(seconds / 60) min ago"
}

extension ClinicProtocol {
  /// Where that which some doubts go by comes from, each source once.
  package func sources(of doubts: [Doubt]) -> [String] {
    var sources: [String] = []
    for doubt in doubts {
      let all: [String?]
      if case .againstRecord(_, _, let grounds) = doubt {
        all = grounds.map(\.source)
      } else {
        all = [source(of: doubt)]
      }
      for source in all.compactMap(\.self) where !sources.contains(source) {
        sources.append(source)
      }
    }
    return sources
  }

  private func source(of doubt: Doubt) -> String? {
    switch doubt {
    case .unusual(let quantity, _, _, _, _): bound(on: quantity)?.source
    case .dose(let above, let isPerKilogram, _), .doses(_, let above, let isPerKilogram):
      doseWarnings.first { $0.above == above && $0.isPerKilogram == isPerKilogram }?.source
    case .notInWords(_, let item): care.item(item)?.source
    case .againstRecord(_, _, let grounds): grounds.first?.source
    case .sameFigures, .otherSeat, .givenBefore: timing.source
    case .endNotSaid: care.adverseEvents?.source
    case .otherThanOrdered: "the order by word of mouth"
    case .unusualLimit(let limit, _, _): bound(on: limit.sign.rawValue)?.source
    case .limitAcross(let limit, let other):
      limits.first { $0.sign == limit.sign && $0.side != limit.side && $0.value == other }?.source
    case .limitPastUrgent(let limit, let urgent):
      limits.first {
        $0.sign == limit.sign && $0.side == limit.side && $0.urgency == .urgent
          && $0.value == urgent
      }?.source
    case .noWitness, .ownWitness, .noLot, .brokenDevice, .twoDevices: care.supply?.source
    case .expired: care.supply?.source ?? "the expiry that is printed"
    case .otherThanPlanned: "the plan of this session"
    case .beforeOpening: "the opening of this session"
    case .otherMedicine, .atOnce, .notFromPump: "the protocol \(name)"
    case .stillRunning: "the doses of this session"
    case .noWeight: doseWarnings.first(where: \.isPerKilogram)?.source
    case .severalDevices: care.supply?.source
    case .lastTime(_, let above, let isPerKilogram):
      doseWarnings.first { $0.above == above && $0.isPerKilogram == isPerKilogram }?.source
    case .readyBeforeDose: "the last dose of this session"
    case .otherRoute: "the route of the protocol \(name)"
    case .notListed(_, let list): source(of: list) ?? "the lists of the protocol \(name)"
    case .notAccounted: bound(on: "notAccounted")?.source
    case .finerThanRead: "how the sign is read"
    case .callWithoutWords, .orderWithoutAmount, .orderNotReadBack: "the entry itself"
    }
  }
}

/// A length of time in hours and minutes: `10 h 1 min`.
func lengthWords(_ span: Span) -> String {
  let minutes = span.wholeMinutes
  guard minutes >= 60 else { return "\(minutes) min" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}
