import KapTimeline

extension Completing {
  /// The parts that say what a medicine was taken from.
  func supply(after words: [String]) -> [Candidate] {
    [Candidate("lot", "lot A12"), Candidate("exp", "exp 2027-03")]
      .filter { !words.contains($0.text) }
  }

  func checks(after words: [String]) -> [Candidate] {
    if words.contains(where: { $0.hasSuffix(":") }) { return [] }
    let items = context.clinicProtocol?.care.checklists.flatMap(\.items) ?? []
    let answers =
      words.last.map { last in items.contains { $0.key.lowercased() == last } } ?? false
      ? [Candidate("no", "It is not so."), Candidate("n/a", "It does not apply.")] : []
    if words.last == "by" { return people }
    let held = words.last.map { last in
      items.contains { $0.key.lowercased() == last && $0.evidence?.by != nil }
    }
    let by = held == true ? [Candidate("by", "Who lets it be, then a colon and why.")] : []
    return answers + by
      + items.filter { !words.contains($0.key.lowercased()) }.map { Candidate($0.key, $0.label) }
  }

  func plan(after words: [String]) -> [Candidate] {
    if words.contains("because") { return [] }
    if words.last == "conc" { return concentrations }
    if words.last == "last" || words.last == "weight" { return [] }
    let more = [
      Candidate("conc", "conc 10mg/ml"), Candidate("last", "What was given last time."),
      Candidate("weight", "Another weight than the one that is known."),
      Candidate("because", "Why, although required items are open."),
    ]
    return dose(after: words) + more.filter { !words.contains($0.text) }
  }

  func lozenge(after words: [String]) -> [Candidate] {
    guard words.isEmpty || words == ["lozenge"] else { return [] }
    return [Candidate("spit", "It was spat out."), Candidate("swallow", "It was swallowed.")]
  }

  private var concentrations: [Candidate] {
    (context.clinicProtocol?.care.supply?.concentrations ?? [])
      .map { Candidate("\(plain($0))mg/ml", "In use here.") }
  }

  func limits(after words: [String]) -> [Candidate] {
    if words.contains("because") { return [] }
    if words.last == "by" { return people }
    if words.last == "bp" { return [] }
    if words.last.map({ Sign(word: $0) != nil || $0.hasSuffix("stolic") }) ?? false {
      return [Candidate("above", "above 120"), Candidate("below", "below 90")]
    }
    if words.last == "above" || words.last == "below" { return [] }
    let more = words.isEmpty ? [] : [Candidate("by", "Who ordered it.")] + because(unlessIn: words)
    return signs.filter { !words.contains($0.text) } + more
  }

  func vial(after words: [String]) -> [Candidate] {
    switch words.last {
    case "witness": return people
    case "conc": return concentrations
    case "drawn", "given", "wasted", "lot", "exp", "method": return []
    case .some, nil: break
    }
    let parts = [
      Candidate("drawn", "drawn 50mg"), Candidate("given", "given 35mg"),
      Candidate("wasted", "wasted 15mg"), Candidate("conc", "conc 10mg/ml"),
    ]
    let more = [
      Candidate("witness", "Who saw the wasting."), Candidate("method", "How it was wasted."),
    ]
    let medicines =
      Medicine.allCases.map { Candidate($0.rawValue) }
      + (context.clinicProtocol?.medicines ?? []).map { Candidate($0.name, "A medicine.") }
    return (words.isEmpty ? medicines : [])
      + (parts + supply(after: words) + more).filter { !words.contains($0.text) }
  }

  var questionnaires: [Candidate] {
    (context.clinicProtocol?.scales ?? []).filter { !$0.items.isEmpty }
      .map { Candidate($0.name, "\($0.label), \($0.items.count) items.") }
  }

  func emergency(after words: [String]) -> [Candidate] {
    if words.isEmpty { return [Candidate("step", "What was done follows.")] }
    guard words == ["step"] else { return [] }
    return (context.clinicProtocol?.care.interventions ?? []).map {
      Candidate($0.name, "\($0.key) on the card\($0.wantsWords ? "; words after a colon" : "").")
    }
  }

  func handOver(after words: [String]) -> [Candidate] {
    if words.isEmpty { return (people + absent).filter { $0.text != context.author } }
    guard words.count < 3, !words.contains(where: { $0.hasSuffix(":") }) else { return [] }
    let kinds = [
      Candidate("cover", "For a break, until they are back."),
      Candidate("back", "Who was covered for is back."),
    ]
    return kinds.contains { words.contains($0.text) } ? [] : kinds
  }

  func effects(after words: [String]) -> [Candidate] {
    if words.isEmpty {
      return (context.clinicProtocol?.effects ?? [])
        .map { Candidate(hyphened($0.name), "An effect.") }
    }
    let vocabulary = context.clinicProtocol?.care.adverseEvents
    switch words.last {
    case "related": return (vocabulary?.relatedness ?? []).map { Candidate($0) }
    case "action": return (vocabulary?.actions ?? []).map { Candidate($0) }
    case "outcome": return (vocabulary?.outcomes ?? []).map { Candidate($0) }
    case .some, nil: break
    }
    let severities = AdverseEffect.Severity.allCases.map(\.rawValue)
    var found = severities.contains { words.contains($0) } ? [] : severities.map { Candidate($0) }
    if !words.contains("end") { found.append(Candidate("end", "It has ended.")) }
    let more = [
      Candidate("serious", "In the sense of the rules for reporting."),
      Candidate("related", "Whether it comes from the medicine."),
      Candidate("action", "What was done about it."), Candidate("outcome", "What came of it."),
    ]
    return found + more.filter { !words.contains($0.text) }
  }
}
