extension Doubt {
  /// What is asked: `BP 231 is unusual: this clinic asks over 220`.
  package var question: String {
    switch self {
    case .unusual(let quantity, let value, let limit, let isAbove):
      let asks = "this clinic asks \(isAbove ? "over" : "under") \(plain(limit))"
      let unit = unit(ofQuantity: quantity)
      return "\(word(forQuantity: quantity).capitalizedStart) \(plain(value))\(unit) is unusual: "
        + "\(asks)\(unit)."
    case .sameFigures(let seconds):
      return "The same figures as \(seconds) s ago: were they read again?"
    case .otherSeat(let author, let seconds):
      return "\(initials(of: author)) recorded a set \(seconds) s ago: is this another one?"
    case .noWitness: return "Nobody is named who saw the rest wasted."
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
    case .unusual(let quantity, _, let limit, _):
      "limit \(plain(limit))\(unit(ofQuantity: quantity))"
    case .dose(let above, let isPerKilogram, _), .doses(_, let above, let isPerKilogram):
      "limit \(plain(above)) \(isPerKilogram ? "mg/kg" : "mg")"
    case .sameFigures, .otherSeat: "expected one set at a time"
    case .noWitness: "expected a witness"
    case .brokenDevice(_, let device): "expected whole devices of \(plain(device)) mg"
    case .twoDevices: "expected one device at a time"
    case .otherRoute(_, let usual): "expected \(usual.abbreviation)"
    case .notAccounted(_, let doses): "expected \(plain(doses.milligrams, places: 3)) mg"
    }
  }
}

extension ClinicProtocol {
  /// Where that which a doubt goes by comes from.
  package func source(of doubt: Doubt) -> String? {
    switch doubt {
    case .unusual(let quantity, _, _, _): bound(on: quantity)?.source
    case .dose(let above, let isPerKilogram, _), .doses(_, let above, let isPerKilogram):
      doseWarnings.first { $0.above == above && $0.isPerKilogram == isPerKilogram }?.source
    case .sameFigures, .otherSeat: timing.source
    case .noWitness, .brokenDevice, .twoDevices: care.supply?.source
    case .otherRoute: "the route of the protocol \(name)"
    case .notAccounted: bound(on: "notAccounted")?.source
    }
  }
}
