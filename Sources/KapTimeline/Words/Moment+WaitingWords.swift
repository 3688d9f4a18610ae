/// What of an entry waits to be confirmed.
private enum WaitingValue {
  /// A value that says itself: `BP 231/104`, `concentration 300 mg/mL`.
  case value(String)
  /// What is odd about the value of the entry: `no lot`.
  case odd(String)
}

extension Moment {
  /// What of an entry waits to be confirmed, each with its value: `BP 231/104`, `dose 350 mg`.
  package func unconfirmedWords(of index: Int) -> [String] {
    guard session.entries.indices.contains(index) else { return [] }
    var words: [String] = []
    for word in waitingWords(for: unconfirmed(index), in: session.entries[index].event)
    where !word.isEmpty && !words.contains(word) {
      words.append(word)
    }
    return words
  }

  /// What the doubts about an event are held against: the first stands behind the value, the others
  /// each behind what they are about.
  package func statedLimits(of doubts: [Doubt], in event: Event) -> String {
    let words = waitingWords(for: doubts, in: event)
    var parts: [String] = []
    var subject = words.first
    for (doubt, word) in zip(doubts, words) {
      let part = word == subject || word.isEmpty ? doubt.limit : "\(word), \(doubt.limit)"
      if !parts.contains(part) { parts.append(part) }
      subject = word
    }
    return parts.joined(separator: "; ")
  }

  /// `confirm BP 231/104, a12`; short with the first value alone.
  package func confirmationWords(for index: Int, isShort: Bool = false) -> String {
    let values = unconfirmedWords(of: index)
    let said = (isShort ? Array(values.prefix(1)) : values) + [session.name(of: index)]
    return "confirm \(said.joined(separator: ", "))"
  }

  /// The words of each doubt about an event; the value of that is said once, before what is odd about
  /// it, and of a doubt that only says it again there are none.
  private func waitingWords(for doubts: [Doubt], in event: Event) -> [String] {
    let value = event.valueWords
    var isSaid = false
    return doubts.map { doubt in
      switch waiting(doubt, in: event) {
      case .value(let words):
        guard words == value else { return words }
        defer { isSaid = true }
        return isSaid ? "" : words
      case .odd(let words):
        guard !isSaid, let value else { return words }
        isSaid = true
        return "\(value): \(words)"
      }
    }
  }

  private func waiting(_ doubt: Doubt, in event: Event) -> WaitingValue {
    switch doubt {
    case .unusual(let quantity, let value, _, _, _):
      return .value(words(for: quantity, value, in: event))
    case .dose, .otherThanPlanned, .brokenDevice, .unusualLimit, .limitAcross,
      .limitPastUrgent:
      return event.valueWords.map(WaitingValue.value) ?? .odd("unusual")
    case .doses(let total, _, _): return .value("doses \(plain(total.milligrams, places: 3)) mg")
    case .notInWords(let what, let item): return .value("\(short(item)) without \(what)")
    case .againstRecord(_, let item, _): return .value("\(short(item)) against the record")
    case .sameFigures: return .odd("the same figures again")
    case .otherSeat: return .odd("a second set")
    case .givenBefore: return .odd("a second one")
    case .endNotSaid(let outcome): return .odd("\(outcome), no end")
    case .otherThanOrdered: return .odd("other than ordered")
    case .noWitness: return .value("\(waste(in: event)) without a witness")
    case .ownWitness: return .value("\(waste(in: event)) that its writer saw")
    case .noLot: return .odd("no lot")
    case .expired(let expiry): return .odd("expiry \(expiry)")
    case .beforeOpening(let instant, let opened, let offset):
      let (wall, start) = (WallTime(instant, offset: offset), WallTime(opened, offset: offset))
      let date = wall.shortDate == start.shortDate ? "" : " on \(wall.shortDate)"
      return .odd("\(wall.clock)\(date), before the session")
    case .otherMedicine(let medicine, _): return .odd(medicine.rawValue)
    case .atOnce(let manner): return .odd(manner.map { "as a \($0)" } ?? "at once")
    case .notFromPump: return .odd("from a pump")
    case .stillRunning: return .odd("beside an infusion")
    case .noWeight: return .odd("no weight")
    case .severalDevices(let count, _): return .odd("\(count) devices at once")
    case .lastTime(let amount, _, _):
      return .value("last time \(plain(amount.milligrams, places: 3)) mg")
    case .readyBeforeDose(let minute, _): return .value("ready at minute \(plain(minute))")
    case .twoDevices: return .odd("a second device at once")
    case .otherRoute(let route, _): return .odd(route.abbreviation)
    case .notListed(let name, let list): return .value("\(list.word) \(name)")
    case .finerThanRead(let sign, let value):
      return .value("\(sign.label) \(plain(value, places: 6))")
    case .callWithoutWords(let person): return .value("call to \(person) without words")
    case .orderWithoutAmount: return .odd("no amount")
    case .orderNotReadBack: return .odd("not read back")
    case .notAccounted(let vials, _):
      let words = "vials \(plain(vials.milligrams, places: 3)) mg"
      return event.kind == .supply ? .value(words) : .odd(words)
    }
  }

  private func words(for quantity: String, _ value: Double, in event: Event) -> String {
    let number = plain(value, places: 3) + unit(ofQuantity: quantity)
    switch event {
    case .vitals(let vitals):
      if ["systolic", "diastolic"].contains(quantity), let pair = vitals.bloodPressure {
        return "BP \(pair.text)"
      }
    case .plan(let plan) where quantity == "dose":
      let isPlanned = plan.dose.amount.milligrams == value
      return isPlanned ? event.valueWords ?? number : "last time \(number)"
    case .given(let given):
      return quantity == "oxygenLitres" ? given.words : "\(given.medicine) \(number)"
    case .order(let order):
      let given = order.given
      return "order " + (quantity == "oxygenLitres" ? given.words : "\(given.medicine) \(number)")
    case .theme: return event.valueWords ?? number
    case .dose, .infusion, .plan, .opened, .frame, .joined, .left, .phase, .noReading, .score,
      .note, .technique, .effect,
      .call, .pin, .later, .notDone, .acknowledgement, .confirmation, .correction, .void, .attached,
      .detached, .suspended, .resumed, .clockStepped, .check, .assessment, .limit, .supply,
      .lozenge,
      .emergency, .handOver, .quiet, .ended, .reopened:
      break
    }
    return "\(word(forQuantity: quantity)) \(number)"
  }

  private func short(_ item: String) -> String { rules?.care.item(item)?.short ?? item }

  private func waste(in event: Event) -> String {
    guard case .supply(let supply) = event else { return "waste" }
    return "waste \(plain(supply.wasted.milligrams, places: 3)) mg"
  }
}
