import KapTimeline

extension KineticModel {
  /// Every number of the model in words, each with where it comes from.
  var described: [(text: String, source: String)] {
    var lines: [(text: String, source: String)] = [
      ("band \(plain(bandPercent)) % to either side, in ng/mL", bandSource),
      ("numbers for \(plain(kilograms)) kg", kilogramsSource),
      ("V \(plain(central.litres)) L\(scaling(central.exponent))", central.source),
    ]
    switch clearance {
    case .central(let litresPerHour, let exponent, let source):
      lines.append(("CL \(plain(litresPerHour)) L/h\(scaling(exponent))", source))
    case .liver(let liver):
      lines.append(
        (
          "liver \(plain(liver.litres)) L, flow \(plain(liver.litresPerHour)) L/h, eliminates "
            + "\(plain(liver.eliminationPerHour)) and changes \(plain(liver.metabolismPerHour)) "
            + "an hour",
          liver.source
        )
      )
    }
    for (number, peripheral) in peripherals.enumerated() {
      lines.append(
        (
          "V\(number + 2) \(plain(peripheral.litres)) L\(scaling(peripheral.litresExponent)), "
            + "Q\(number + 2) \(plain(peripheral.litresPerHour)) L/h"
            + scaling(peripheral.flowExponent),
          peripheral.source
        )
      )
    }
    for way in ways {
      guard let absorption = way.absorption else {
        lines.append(("\(way.route.abbreviation): none, \(way.words)", way.source))
        continue
      }
      lines.append(
        ("\(way.route.abbreviation), \(way.words): \(absorption.described)", way.source)
      )
      guard let swallowed = absorption.swallowed else { continue }
      lines.append(
        (
          "\(way.route.abbreviation), swallowed: over \(plain(swallowed.minutes)) min, then "
            + "\(plain(swallowed.perHour)) an hour, \(plain(swallowed.escape)) passes the gut",
          swallowed.source
        )
      )
    }
    return lines
  }

  private func scaling(_ exponent: Double) -> String {
    exponent == 0 ? "" : " x (weight/\(plain(kilograms)))^\(plain(exponent))"
  }
}

extension KineticModel.Absorption {
  fileprivate var described: String {
    var parts = ["fraction \(plain(fraction, places: 3))"]
    if let firstMilligrams {
      parts.append(
        "beyond \(plain(firstMilligrams)) mg \(plain(laterMultiplier, places: 3)) times that"
      )
    }
    if saltFactor != 1 { parts.append("\(plain(saltFactor, places: 3)) of what is recorded") }
    if minutes > 0 { parts.append("over \(plain(minutes)) min") }
    if let perHour { parts.append("then \(plain(perHour)) an hour") }
    return parts.joined(separator: ", ")
  }
}
