extension Scene {
  /// Puts off a visit with all that is done in it; an item called by a word alone.
  func postpone(_ reference: DueReference?) throws(Refusal) -> [Event] {
    let list = dueList()
    guard let reference else {
      guard let top = list.open.first(where: { $0.at != nil }) else { throw .nothingDue }
      return try putOff(with(top, in: list), because: top)
    }
    let item = try due(reference, in: list)
    guard case .key = reference else { return try putOff([item], because: item) }
    // The one that was named last, so that it is the newest entry.
    return try putOff(with(item, in: list).filter { $0.key != item.key } + [item], because: item)
  }

  /// What is put off with an item: what was planned for the same visit.
  ///
  /// What a notice asks to be read again is put off only by its own name, and takes nothing with it.
  private func with(_ item: DueItem, in list: DueList) -> [DueItem] {
    guard !item.kind.isRepeat, let visit = list.visit(with: item.key) else { return [item] }
    return visit.items.filter { !$0.kind.isRepeat }
  }

  /// Each to the end of its tolerance; of what was to be done with it, what is past that stays late.
  private func putOff(_ items: [DueItem], because item: DueItem) throws(Refusal) -> [Event] {
    if item.kind.isPlannedLook, !item.kind.isOfBaseline, item.toleratedUntil == nil {
      throw .notDueYet(then.dueWords(for: item.key), from: nil)
    }
    if let end = item.toleratedUntil, circumstances.now >= end {
      throw .toleranceOver(then.dueWords(for: item.key), ended: end)
    }
    return items.compactMap(later)
  }

  /// Nil past its tolerance; what has no time yet is put off as long as a tolerance lasts.
  private func later(_ item: DueItem) -> Event? {
    let now = circumstances.now
    if let end = item.toleratedUntil {
      return now < end ? .later(Postponement(item: item.key, until: end)) : nil
    }
    let end = item.postponedUntil ?? item.at.map { $0 + item.grace } ?? now
    return .later(Postponement(item: item.key, until: end > now ? end : now + item.grace))
  }

  /// A look at the person is not left out before it is due.
  func skip(_ reference: DueReference, because reason: String) throws(Refusal) -> [Event] {
    let item = try meant(by: reference)
    let reason = try words(reason)
    if item.kind.isPlannedLook, case .open = moment.state {
      // Put off or not, without a dose it has no time of its own.
      let from = item.toleratedUntil == nil ? nil : item.at.map { $0 - item.grace }
      guard from.map({ circumstances.now >= $0 }) ?? item.kind.isOfBaseline else {
        throw .notDueYet(then.dueWords(for: item.key), from: from)
      }
    }
    return [.notDone(NotDone(item: item.key, reason: reason))]
  }

  /// What is called not done: of an earlier time what was due then and is open yet, else what is now.
  private func meant(by reference: DueReference) throws(Refusal) -> DueItem {
    let open = dueList(isLeaving: true).open
    let found = items(by: reference, among: open)
    // What was due then matters only where the name leaves a choice.
    if then.now < asking.now, found.contains(where: { $0.key != found[0].key }) {
      let earlier = then.dueList(given: then.notices, isLeaving: true).open
      let still = earlier.filter { item in open.contains { $0.key == item.key } }
      if let item = items(by: reference, among: still).first { return item }
    }
    guard let item = found.first else { throw whyNotDue(reference) }
    return item
  }

  private func due(_ reference: DueReference, in list: DueList) throws(Refusal) -> DueItem {
    guard let item = items(by: reference, among: list.open).first else {
      throw whyNotDue(reference)
    }
    return item
  }

  /// The items that a person may mean, the likeliest first; a beginning that several share means the
  /// most pressing of them.
  private func items(by reference: DueReference, among open: [DueItem]) -> [DueItem] {
    switch reference {
    case .key(let key): return open.filter { $0.key == key }
    case .word(let word):
      let lower = word.lowercased()
      let typed = TypedName(word)
      let named = open.map { (item: $0, names: moment.shownNames(of: $0)) }
      let answering = open.filter { $0.answers(to: lower) }
      return open.filter { $0.key == lower }
        + named.filter { $0.names.contains(where: typed.isName) }.map(\.item)
        + answering.filter { !$0.kind.isRepeat } + answering
        + named.filter { $0.names.contains(where: typed.begins) }.map(\.item)
        + open.filter { typed.confirms($0, named: session) }
    }
  }

  /// Why nothing is due by a name: somebody called it not done, or did it, or there is no such thing.
  private func whyNotDue(_ reference: DueReference) -> Refusal {
    let name =
      switch reference {
      case .key(let name), .word(let name): name
      }
    let (lower, typed) = (name.lowercased(), TypedName(name))
    for index in moment.standing(.notDone).reversed() {
      guard case .notDone(let skipped) = session.entries[index].event else { continue }
      let words = moment.dueWords(for: skipped.item)
      guard skipped.item == lower || typed.isName(words) else { continue }
      return .saidNotDone(words, in: session.name(of: index))
    }
    let asking = asking
    for item in asking.finished(given: asking.notices).reversed() {
      let names = asking.shownNames(of: item)
      guard item.key == lower || names.contains(where: typed.isName),
        let at = asking.doneAt(item, given: asking.notices)
      else { continue }
      return .alreadyDone(asking.dueWords(for: item.key), at: at)
    }
    return .noSuchDue(name)
  }

  /// The moment whose list counts: now, or the end of a session that is over.
  private var asking: Moment { moment.inSession }

  /// What is open, or was when the session ended; with what those who leave now would leave open.
  private func dueList(isLeaving: Bool = false) -> DueList {
    let asking = asking
    return asking.dueList(given: asking.notices, isLeaving: isLeaving)
  }
}

extension DueItem {
  /// Whether a person means this item by `word`.
  func answers(to word: String) -> Bool {
    switch kind {
    case .vitals: word == "vitals"
    case .endReading: word == "vitals" || word == "end"
    case .repeatReading(let rule, _): word == "vitals" || word == "repeat" || rule == word
    case .scores: word == "scores"
    case .infusionEnd: word == "infusion"
    case .hold: word == "hold"
    case .pin(let number, _): word == "pin" || word == "pin\(number)"
    case .stepWords: word == "words"
    case .vial: word == "vial" || word == "lot"
    case .confirm: word == "confirm"
    case .checks(.beforeDose, _, _): word == "checks"
    case .checks(.leaving, _, _): word == "leaving"
    }
  }
}
