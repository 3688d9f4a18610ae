import KapTimeline

extension Completing {
  /// What may come after these words, in small letters, of a verb's sentence.
  func candidates(after words: [String], for verb: Verb) -> [Candidate] {
    switch verb {
    case .vitals: vitals(after: words)
    case .noReading:
      if words.isEmpty {
        signs + [Candidate("because", "None could be read.")]
      } else {
        because(unlessIn: words)
      }
    case .scores: scales(after: words)
    case .phase: words.isEmpty ? phases : because(unlessIn: words)
    case .note, .said: words.isEmpty ? observers : []
    case .dose: dose(after: words)
    case .infusion:
      words.isEmpty ? InfusionChange.Action.allCases.map { Candidate($0.rawValue) } : []
    case .given, .order: medicine(after: words, of: verb)
    case .rx: prescription(after: words)
    case .call: call(after: words)
    case .technique: codes(after: words)
    case .modality: words.isEmpty ? modalities : edges(unlessIn: words)
    case .theme: words.isEmpty ? codes(of: "theme") : []
    case .effect: effects(after: words)
    case .pin: words.isEmpty ? pins : []
    case .later: due(after: words)
    case .notDone: due(after: words) + (words.isEmpty ? [] : because(unlessIn: words))
    case .confirm: words.isEmpty ? waiting : []
    case .artefact: words.isEmpty ? waiting : because(unlessIn: words)
    case .void: words.isEmpty ? [] : because(unlessIn: words)
    case .undo, .reopen: because(unlessIn: words)
    case .correct: correction(after: words)
    case .join: join(after: words)
    case .leave: words.isEmpty ? people : because(unlessIn: words)
    case .allergies: words.isEmpty ? [Candidate("none", "No allergy is known.")] : []
    case .check: checks(after: words)
    case .plan: plan(after: words)
    case .limit: limits(after: words)
    case .vial: vial(after: words)
    case .lozenge: lozenge(after: words)
    case .assess: words.isEmpty ? questionnaires : parts(after: words)
    case .emergency: emergency(after: words)
    case .standDown:
      words.isEmpty ? [Candidate("by mistake", "The card was opened by mistake.")] : []
    case .handOver: handOver(after: words)
    case .acknowledge, .end, .weight, .intention, .calming, .escort, .touch, .stopSign,
      .room, .quiet:
      []
    }
  }

  var signs: [Candidate] {
    [Sign.systolic, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature]
      .map { Candidate($0.word, $0.sample) }
  }

  private func vitals(after words: [String]) -> [Candidate] {
    if words.last == "on" { return [Candidate("o2", "on o2 2l"), Candidate("air", "No oxygen.")] }
    if words.last == "by" { return Vitals.Method.allCases.map { Candidate($0.word) } }
    if words.last.map({ Sign(word: $0) != nil }) ?? false { return [] }
    return signs.filter { !words.contains($0.text) }
      + [Candidate("on", "on o2 2l, or on air.")]
      + Vitals.Position.allCases.map { Candidate($0.rawValue, "How the patient lies or sits.") }
      + [Candidate("by", "How it was read.")]
      + [Candidate("baseline", "The set that changes are counted from.")]
  }

  func because(unlessIn words: [String]) -> [Candidate] {
    words.contains("because") ? [] : [Candidate("because", "The reason follows.")]
  }

  private func scales(after words: [String]) -> [Candidate] {
    // After a name its number belongs, which nobody can type for the observer.
    if let last = words.last, reader.scale(called: last) != nil { return points(of: last) }
    guard
      words.last.map({
        $0.first.map { isDigit($0) || isMinus($0) } ?? false || $0 == "scale" || $0 == "scores"
      }) ?? true
    else { return [] }
    guard let scales = context.clinicProtocol?.scales else {
      return reader.scaleNames.map { Candidate($0) }
    }
    return scales.filter { scale in
      !words.contains(scale.name) && !scale.aliases.contains { words.contains($0) }
    }.map {
      Candidate($0.name, "\($0.label), \(plain($0.minimum)) to \(plain($0.maximum)).")
    }
  }

  /// The points of a scale that have a name, as it is read from the top.
  ///
  /// Of a questionnaire nothing is offered: its meanings are those of an answer, not of the sum.
  private func points(of word: String) -> [Candidate] {
    guard let name = reader.scale(called: word),
      let scale = context.clinicProtocol?.scale(named: name), scale.items.isEmpty
    else { return [] }
    return scale.meanings.sorted { $0.key > $1.key }.map { Candidate(String($0.key), $0.value) }
  }

  private var phases: [Candidate] {
    Phase.allCases.map { Candidate($0.rawValue, context.clinicProtocol?.label(of: $0) ?? "") }
  }

  var people: [Candidate] {
    context.people.map { Candidate($0.person, $0.role?.rawValue ?? "") }
  }

  /// The people of the clinic who are not in the room.
  var absent: [Candidate] {
    context.clinicPeople.filter { member in
      !context.people.contains { $0.person == member.person }
    }.map { Candidate($0.person, "\($0.role?.rawValue ?? "somebody"), not in the room yet.") }
  }

  private var observers: [Candidate] {
    context.people.filter { $0.person != context.author }
      .map { Candidate("\($0.person):", "What \($0.person) saw or heard.") }
  }

  func dose(after words: [String]) -> [Candidate] {
    if words.last == "over" || words.last == "lot" || words.last == "exp" { return [] }
    var found: [Candidate] = []
    if !words.contains(where: { Route(word: $0) != nil }) {
      found += Route.allCases.map { Candidate($0.word, $0.rawValue) }
    }
    if !words.contains(where: { Medicine(rawValue: $0) != nil }) {
      found += Medicine.allCases.map { Candidate($0.rawValue) }
    }
    let manners = DoseParts.manners(in: context.clinicProtocol)
    if !words.contains("over"), !words.contains(where: manners.contains) {
      found += [Candidate("over", "over 40m")] + manners.map { Candidate($0, "Given at once.") }
    }
    return found + supply(after: words)
  }

  private func medicine(after words: [String], of verb: Verb) -> [Candidate] {
    if words.isEmpty {
      return (context.clinicProtocol?.medicines ?? []).map { Candidate($0.name, "A medicine.") }
    }
    if words.last == "by" { return people }
    if words.last == "for" || words.contains("response") { return [] }
    var found: [Candidate] = []
    if !words.contains("for") { found.append(Candidate("for", "What it is for.")) }
    if !words.contains("by") { found.append(Candidate("by", "Who ordered it.")) }
    if verb == .order, words.contains("by") {
      found.append(Candidate("read back", "The order was read back."))
    }
    if verb == .given, !words.contains("response") {
      found.append(Candidate("response", "What came of it."))
    }
    return found
  }

  private func prescription(after words: [String]) -> [Candidate] {
    let verbs = Verb.prescribing
    guard let first = words.first else {
      return medicine(after: [], of: .given)
        + verbs.map { Candidate($0.name, $0.usage.help) }
    }
    guard let verb = Verb(form: first), verbs.contains(verb) else {
      return medicine(after: words, of: .given)
    }
    return candidates(after: Array(words.dropFirst()), for: verb)
  }

  private func call(after words: [String]) -> [Candidate] {
    if words.isEmpty { return people }
    if words.count == 1 { return [Candidate("about", "What the call is about.")] }
    return [Candidate("read back", "What was said was read back.")]
  }

  private func codes(after words: [String]) -> [Candidate] {
    guard words.isEmpty else { return edges(unlessIn: words) }
    return (context.clinicProtocol?.codes ?? []).filter { $0.group != "theme" }
      .map { Candidate(hyphened($0.name), $0.group) }
  }

  private var modalities: [Candidate] {
    (context.clinicProtocol?.care.modalities ?? []).map { Candidate(hyphened($0.name), "modality") }
  }

  private func codes(of group: String) -> [Candidate] {
    (context.clinicProtocol?.codes ?? []).filter { $0.group == group }
      .map { Candidate(hyphened($0.name), group) }
  }

  func edges(unlessIn words: [String]) -> [Candidate] {
    let edges = Edge.allCases.map(\.rawValue)
    return edges.contains { words.contains($0) } ? [] : edges.map { Candidate($0) }
  }

  private var pins: [Candidate] {
    // A session with more pins than this is worded from the list, not by number.
    (1...max(1, min(context.pinCount, 35))).filter { $0 <= context.pinCount }
      .map { Candidate("\($0):", "The words for pin \($0).") }
  }

  private var waiting: [Candidate] { context.waiting.map { Candidate($0.key, $0.title) } }

  /// What is due by the names on the screen; the rest of a name whose first words stand already.
  private func due(after words: [String]) -> [Candidate] {
    // Whoever writes a name without its space goes on with the key.
    let isKey = words.isEmpty && (self.words.last?.text.dropFirst().contains("+") ?? false)
    if isKey { return context.due.map { Candidate($0.key, $0.title) } }
    return context.due.compactMap { item in
      let parts = item.title.split(separator: " ")
      guard parts.count > words.count, zip(parts, words).allSatisfy({ $0.lowercased() == $1 })
      else { return nil }
      return Candidate(parts.dropFirst(words.count).joined(separator: " "), item.key)
    }
  }

  private func correction(after words: [String]) -> [Candidate] {
    guard words.count > 1 else {
      return words.isEmpty
        ? []
        : Entry.vocabulary.filter { !$0.verb.actsOnEntries && $0.verb != .rx }
          .map { Candidate($0.forms.first ?? $0.verb.name, $0.help) }
    }
    guard let verb = Verb(form: words[1]) else { return [] }
    let kept = verb == .vitals || verb == .scores ? 1 : 2
    let inner = candidates(after: Array(words.dropFirst(kept)), for: verb)
    return verb.takesWords || inner.contains { $0.text == "because" }
      ? inner : inner + because(unlessIn: words)
  }

  private func join(after words: [String]) -> [Candidate] {
    if words.isEmpty { return absent }
    if words.last == "as" { return CareRole.allCases.map { Candidate($0.rawValue) } }
    return words.contains("as") ? [] : [Candidate("as", "The role follows.")]
  }

  func hyphened(_ name: String) -> String {
    name.split(separator: " ").joined(separator: "-")
  }
}
