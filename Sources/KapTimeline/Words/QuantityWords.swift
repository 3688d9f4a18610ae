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

extension Moment {
  /// What of an entry waits to be confirmed, each with its value: `BP 231/104`, `dose 350 mg`.
  package func unconfirmedWords(of index: Int) -> [String] {
    guard session.entries.indices.contains(index) else { return [] }
    let event = session.entries[index].event
    var words: [String] = []
    for doubt in unconfirmed(index) {
      let word = self.words(for: doubt, in: event)
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// What the doubts about an event are held against: the first stands behind the value, the others
  /// each behind what they are about.
  package func statedLimits(of doubts: [Doubt], in event: Event) -> String {
    var parts: [String] = []
    var subject = doubts.first.map { words(for: $0, in: event) }
    for doubt in doubts {
      let words = words(for: doubt, in: event)
      let part = words == subject || words.isEmpty ? doubt.limit : "\(words), \(doubt.limit)"
      if !parts.contains(part) { parts.append(part) }
      subject = words
    }
    return parts.joined(separator: "; ")
  }

  private func words(for doubt: Doubt, in event: Event) -> String {
    switch doubt {
    case .unusual(let quantity, let value, _, _, _):
      if case .vitals(let vitals) = event, let pair = vitals.bloodPressure,
        ["systolic", "diastolic"].contains(quantity)
      {
        return "BP \(pair.text)"
      }
      let unit = unit(ofQuantity: quantity)
      return "\(word(forQuantity: quantity)) \(plain(value, places: 3))\(unit)"
    case .dose:
      guard case .dose(let dose) = event else { return "dose" }
      return "dose \(plain(dose.amount.milligrams, places: 3)) mg"
    case .doses(let total, _, _): return "doses \(plain(total.milligrams, places: 3)) mg"
    case .notInWords(let what, let item):
      return "\(rules?.care.item(item)?.short ?? item) without \(what)"
    case .againstRecord(_, let item):
      return "\(rules?.care.item(item)?.short ?? item) against the record"
    case .sameFigures: return "the same figures again"
    case .otherSeat: return "a second set"
    case .otherThanOrdered:
      guard case .given(let given) = event else { return "other than ordered" }
      return "\(given.words), other than ordered"
    case .unusualLimit(let limit, _, _), .limitAcross(let limit, _): return "limit \(limit.words)"
    case .noWitness: return "waste without a witness"
    case .ownWitness: return "waste that its writer saw"
    case .noLot: return "no lot"
    case .expired(let expiry): return "expiry \(expiry)"
    case .otherThanPlanned(let amount, _): return "dose \(plain(amount.milligrams, places: 3)) mg"
    case .beforeOpening: return "a time before the session"
    case .otherMedicine(let medicine, _): return "dose of \(medicine.rawValue)"
    case .atOnce(let manner): return manner.map { "dose as a \($0)" } ?? "dose at once"
    case .notFromPump: return "a pump"
    case .noWeight: return "no weight"
    case .severalDevices(let count, _): return "\(count) devices at once"
    case .lastTime(let amount, _, _):
      return "last time \(plain(amount.milligrams, places: 3)) mg"
    case .readyBeforeDose(let minute, _): return "ready at minute \(plain(minute))"
    case .brokenDevice(let amount, _): return "dose \(plain(amount.milligrams, places: 3)) mg"
    case .twoDevices: return "a second device at once"
    case .otherRoute(let route, _): return "dose \(route.abbreviation)"
    case .notListed(let name, let list): return "\(list.word) \(name)"
    case .notAccounted(let vials, _): return "vials \(plain(vials.milligrams, places: 3)) mg"
    }
  }

  /// `confirm BP 231/104, a12`; short with the first value alone.
  package func confirmationWords(for index: Int, isShort: Bool = false) -> String {
    let values = unconfirmedWords(of: index)
    let said = (isShort ? Array(values.prefix(1)) : values) + [session.name(of: index)]
    return "confirm \(said.joined(separator: ", "))"
  }
}
