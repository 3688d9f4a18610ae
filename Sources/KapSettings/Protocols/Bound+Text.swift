import KapTimeline

extension Bound {
  var text: String {
    let refused = [
      refuseBelow.map { "below \(plain($0))\(unit)" },
      refuseAbove.map { "above \(plain($0))\(unit)" },
    ]
    let asked = [
      askBelow.map { "below \(plain($0))\(unit)" }, askAbove.map { "above \(plain($0))\(unit)" },
    ]
    let parts = [("refused", refused), ("asked", asked)].compactMap { word, ends -> String? in
      let known = ends.compactMap(\.self)
      return known.isEmpty ? nil : "\(word) \(known.joined(separator: " and "))"
    }
    let look = hint.map { "; \($0)" } ?? ""
    return "\(label): \(parts.joined(separator: "; "))\(look)"
  }

  /// The quantity as people say it, never as it is called in the file.
  private var label: String {
    if let sign = Sign(rawValue: quantity) { return sign.label }
    return switch quantity {
    case "pulsePressure": "pulse pressure"
    case "oxygenLitres": "oxygen flow"
    case "rate": "rate of the pump"
    case "duration": "minutes that a dose runs"
    case "drawn": "drawn from one vial"
    case "notAccounted": "difference of vials and doses"
    case "intensity": "how strong a theme is"
    case "medicine", "medicineUnits", "medicineMillilitres": "any other medicine at once"
    default: word(forQuantity: quantity)
    }
  }

  /// The unit, as it follows a number; medicines are counted in milligrams.
  private var unit: String {
    if let sign = Sign(rawValue: quantity) { return sign.unit }
    return switch quantity {
    case "pulsePressure": " mmHg"
    case "oxygenLitres": " L/min"
    case "weight": " kg"
    case "rate": " mg/h"
    case "duration": " min"
    case "concentration": " mg/mL"
    case "medicineUnits": " units"
    case "medicineMillilitres": " mL"
    case "intensity": ""
    default: " mg"
    }
  }
}
