import KapCanvas
import KapTimeline

/// What the record shows last of what a person looks at before somebody leaves: facts, no judgement.
struct LeavingFacts {
  let display: Display

  var words: [String] { readings + looks }

  var readings: [String] { [pressure, saturation].compactMap(\.self) }

  /// The last value of each scale that speaks for or against an item of the list.
  var looks: [String] {
    let care = display.rules?.care ?? CareRules()
    let against = (care.checklist(for: .leaving)?.items ?? []).flatMap(\.against)
    var names = [care.warningScore?.alertScale].compactMap(\.self)
    for name in against.compactMap(\.scale) where !names.contains(name) { names.append(name) }
    return names.compactMap(look)
  }

  private var pressure: String? {
    guard let last = display.findings.sets.last(where: { $0.vitals.bloodPressure != nil }),
      let pair = last.vitals.bloodPressure
    else { return nil }
    guard let base = display.findings.baseline?.vitals.bloodPressure?.systolic, base > 0,
      let now = last.vitals[.systolic]
    else { return "BP \(pair.text) at \(display.clock(last.at))" }
    let percent = (now / Double(base) - 1) * 100
    let change = plain(percent.rounded(), places: 0)
    let sign = percent.rounded() > 0 ? "+" : ""
    return "BP \(pair.text) \(sign)\(change)% at \(display.clock(last.at))"
  }

  private var saturation: String? {
    guard let last = display.findings.sets.last(where: { $0.vitals[.oxygenSaturation] != nil }),
      let value = last.vitals[.oxygenSaturation]
    else { return nil }
    // Where nobody said what was breathed, nothing is said of it.
    let gas = last.vitals.oxygenLitres.map { $0 > 0 ? " on \(plain($0)) L" : " air" } ?? ""
    return "SpO2 \(plain(value))\(gas) at \(display.clock(last.at))"
  }

  private func look(at name: String) -> String? {
    guard let rules = display.rules, let scale = rules.scale(named: name),
      let value = display.findings.looks.last(where: { $0.values[name] != nil })?.values[name]
    else { return nil }
    return "\(scale.shortLabel) \(plain(value))"
  }
}
