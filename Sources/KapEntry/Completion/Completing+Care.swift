import KapTimeline

extension Completing {
  /// The parts that say what a medicine was taken from.
  func supply(after words: [String]) -> [Candidate] {
    [Candidate("lot", "lot A12"), Candidate("exp", "exp 2027-03")]
      .filter { !words.contains($0.text) }
  }

  func checks(after words: [String]) -> [Candidate] {
    if words.contains(where: { $0.hasSuffix(":") }) { return [] }
    if words.last == "by" { return people }
    let listed = ListedItems(context.clinicProtocol)
    let said = " " + words.joined(separator: " ")
    let items = listed.all.map { (item: $0, name: listed.name(of: $0.key)) }
    let last = items.first { said.hasSuffix(" \($0.name.lowercased())") }
    let answers =
      last == nil
      ? [] : [Candidate("no", "It is not so."), Candidate("n/a", "It does not apply.")]
    let by =
      last?.item.evidence?.by == nil
      ? [] : [Candidate("by", "Who lets it be, then a colon and why.")]
    return answers + by
      + items.filter { !"\(said) ".contains(" \($0.name.lowercased()) ") }
      .map { Candidate($0.name, $0.item.label) }
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
    if words.last == "bp" {
      return (pair.map { [Candidate($0, "Above which, both.")] } ?? []) + sides
    }
    if words.last.map({ Sign(word: $0) != nil || $0.hasSuffix("stolic") }) ?? false {
      return sides
    }
    if words.last == "above" || words.last == "below" { return value(after: words) }
    let more = words.isEmpty ? [] : [Candidate("by", "Who ordered it.")] + because(unlessIn: words)
    return signs.filter { !words.contains($0.text) } + more
  }

  private var sides: [Candidate] {
    [Candidate("above", "above 120"), Candidate("below", "below 90")]
  }

  /// The pair that the clinic's own limit is, to be changed; else that of the example.
  private var pair: String? {
    guard let systolic = clinicLimit(of: .systolic, .above),
      let diastolic = clinicLimit(of: .diastolic, .above)
    else {
      return Verb.limit.example.split(separator: " ").first { $0.contains("/") }.map(String.init)
    }
    return "\(systolic)/\(diastolic)"
  }

  /// The clinic's own limit of the sign that was named, to be changed.
  private func value(after words: [String]) -> [Candidate] {
    guard words.count > 1 else { return [] }
    let named = words[words.count - 2]
    let sign: Sign? =
      switch named {
      case "systolic", "bp": .systolic
      case "diastolic": .diastolic
      default: Sign(word: named)
      }
    guard let sign, let value = clinicLimit(of: sign, words.last == "below" ? .below : .above)
    else { return [] }
    return [Candidate(value, "The clinic's own limit, to be changed.")]
  }

  /// The least pressing limit that the clinic has on a reading itself.
  private func clinicLimit(of sign: Sign, _ side: Limit.Side) -> String? {
    context.clinicProtocol?.limits
      .filter { $0.sign == sign && $0.side == side && $0.basis == .absolute }
      .min { $0.urgency < $1.urgency }
      .map { plain($0.value) }
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

  /// The items of a questionnaire that no answer is typed for yet; once one is named, its answers.
  func parts(after words: [String]) -> [Candidate] {
    guard let name = words.first.flatMap({ reader.scale(called: $0) }),
      let scale = context.clinicProtocol?.scale(named: name)
    else { return [] }
    let typed = words.dropFirst()
    let positions = typed.count { !$0.contains("=") }
    let open = scale.items.dropFirst(positions).filter { item in
      !typed.contains { $0.hasPrefix("\(item.key.lowercased())=") }
    }
    return open.flatMap { item in
      let answers = answers(to: item, on: scale)
      let part = Candidate("\(item.key)=", "\(item.text), \(item.minimum) to \(item.maximum).")
      return answers.isEmpty ? [part] : answers
    }
  }

  /// The answers to an item, once its name stands before the cursor.
  private func answers(to item: Scale.Item, on scale: Scale) -> [Candidate] {
    guard let partial = self.words.last, partial.end == reader.end,
      partial.lower.hasPrefix("\(item.key.lowercased())=")
    else { return [] }
    return (item.minimum...max(item.minimum, item.maximum)).reversed().prefix(12).map { value in
      let meaning = item.meanings[value] ?? scale.meanings[value] ?? item.text
      return Candidate("\(item.key)=\(value)", meaning)
    }
  }

  /// A questionnaire's name alone leads on to its items: its sum is nothing that is looked up.
  func questionnaire(beginning done: [Word], _ partial: Word?) -> Completion? {
    guard let word = done.last, partial == nil, done.count == 1,
      let name = reader.scale(called: word.text),
      let scale = context.clinicProtocol?.scale(named: name), !scale.items.isEmpty
    else { return nil }
    let items = scale.items.prefix(6).map(\.key).joined(separator: ", ")
    let help = "Item by item: \(items)\(scale.items.count > 6 ? " …" : "")."
    return Completion("assess \(scale.name)", word.start..<reader.end, help)
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
