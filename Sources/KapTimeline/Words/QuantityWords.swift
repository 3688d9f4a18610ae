/// The word on the screen for a quantity that a bound is on, `pulsePressure` or a sign's name.
///
/// The one table of these: no identifier is ever shown.
package func word(forQuantity quantity: String) -> String {
  switch quantity {
  case "systolic": return "BP"
  case "diastolic": return "BP lower value"
  case "pulsePressure": return "pulse pressure"
  case "oxygenLitres": return "oxygen flow"
  case "medicineUnits", "medicineMillilitres": return "medicine"
  case "weight", "dose", "duration": return quantity
  default:
    // A scale's label is a name already; only an identifier begins small.
    guard quantity.first?.isLowercase ?? false else { return quantity }
    return Sign(rawValue: quantity)?.label ?? spaced(quantity)
  }
}

/// An identifier that the table does not know yet, as words: `someQuantity` is `some quantity`.
private func spaced(_ identifier: String) -> String {
  identifier.reduce(into: "") { words, letter in
    if letter.isUppercase, !words.isEmpty { words += " " }
    words += letter.isUppercase ? letter.lowercased() : String(letter)
  }
}

/// The unit of a quantity, as it follows a number; none where people say the number alone.
func unit(ofQuantity quantity: String) -> String {
  switch quantity {
  case "rate": return " mg/h"
  case "concentration": return " mg/mL"
  case "duration": return " min"
  case "drawn", "dose", "notAccounted", "medicine": return " mg"
  case "medicineUnits": return " units"
  case "medicineMillilitres": return " mL"
  case "weight", "pulsePressure", "oxygenLitres", "intensity": return ""
  default:
    // What is neither a sign nor a scale's label is a medicine by its name.
    let isMedicine = quantity.first?.isLowercase ?? false
    return isMedicine && Sign(rawValue: quantity) == nil ? " mg" : ""
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
