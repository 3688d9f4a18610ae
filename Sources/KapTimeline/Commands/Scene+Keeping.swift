extension Scene {
  func set(_ fact: FrameFact) throws(Refusal) -> [Event] {
    guard case .weight(let kilograms) = fact else {
      _ = try words(fact.text)
      return [.frame(fact)]
    }
    guard kilograms.isFinite, kilograms > 0 else {
      throw .cannotBe(quantity: "weight", value: kilograms, low: 0, high: nil)
    }
    if let refusal = rules?.refusal(of: kilograms, as: "weight") { throw refusal }
    return [.frame(fact)]
  }

  func join(_ person: String, _ role: CareRole) throws(Refusal) -> [Event] {
    let person = try words(person)
    guard !then.present.contains(where: { $0.person == person && $0.role == role }) else {
      throw .alreadyPresent(person)
    }
    return [.joined(Presence(person: person, role: role))]
  }

  func leave(_ person: String, because reason: String?) throws(Refusal) -> [Event] {
    guard let presence = then.present.first(where: { $0.person == person }) else {
      throw .notPresent(person)
    }
    // Somebody keeps watch until the patient has left; that two people changed wants its page.
    let others = then.present.filter { $0.person != person }
    if reason == nil, presence.role == .monitor, then.phase?.phase != .discharged,
      then.doseBegan != nil, !others.contains(where: { $0.role == .monitor })
    {
      throw .needsHandOver(person)
    }
    let why = try reason.map { reason throws(Refusal) in try words(reason) }
    return [.left(Presence(person: person, reason: why))]
  }

  func dropPin(_ text: String?) throws(Refusal) -> [Event] {
    guard let text else { return [.pin(Pin())] }
    return [.pin(Pin(words: try words(text)))]
  }

  func wordPin(_ number: Int, _ text: String) throws(Refusal) -> [Event] {
    let pins = moment.pins
    guard let pin = pins.first(where: { $0.number == number }) else {
      throw .noSuchPin(number, count: pins.last?.number ?? 0)
    }
    return [.pin(Pin(target: session.entries[pin.entry].id, words: try words(text)))]
  }

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
    if case .word = reference, then.now < asking.now {
      let earlier = then.dueList(given: then.notices, isLeaving: true).open
      let still = earlier.filter { item in open.contains { $0.key == item.key } }
      if let item = try? due(reference, among: still) { return item }
    }
    return try due(reference, among: open)
  }

  private func due(_ reference: DueReference, in list: DueList) throws(Refusal) -> DueItem {
    try due(reference, among: list.open)
  }

  private func due(_ reference: DueReference, among open: [DueItem]) throws(Refusal) -> DueItem {
    switch reference {
    case .key(let key):
      guard let item = open.first(where: { $0.key == key }) else { throw whyNotDue(key) }
      return item
    case .word(let word):
      let lower = word.lowercased()
      let typed = TypedName(word)
      let named = { (item: DueItem) in moment.shownNames(of: item) }
      // A beginning that several share means the most pressing of them.
      let found =
        open.first { $0.key == lower } ?? open.first { named($0).contains(where: typed.isName) }
        ?? open.first { !$0.kind.isRepeat && $0.answers(to: lower) }
        ?? open.first { $0.answers(to: lower) }
        ?? open.first { named($0).contains(where: typed.begins) }
        ?? open.first { typed.confirms($0, named: session) }
      guard let found else { throw whyNotDue(word) }
      return found
    }
  }

  /// Why nothing is due by a name: somebody called it not done, or did it, or there is no such thing.
  private func whyNotDue(_ name: String) -> Refusal {
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
  private var asking: Moment {
    guard case .ended(let end) = moment.state else { return moment }
    return Moment(session, at: end)
  }

  /// What is open, or was when the session ended; with what those who leave now would leave open.
  private func dueList(isLeaving: Bool = false) -> DueList {
    let asking = asking
    return asking.dueList(given: asking.notices, isLeaving: isLeaving)
  }

  func acknowledge(_ reference: EntryReference?, _ text: String) throws(Refusal) -> [Event] {
    let words = try words(text)
    let notices = moment.notices
    var candidates: [Notice]
    if let reference {
      let index = try index(of: reference)
      let raised = notices.filter { $0.entry == index }
      candidates = moment.open(raised) + raised
    } else {
      candidates = moment.open(notices).filter { $0.entry != nil }
    }
    let earliest = candidates.map(\.since).min()
    // Nobody answers what was not there yet.
    candidates.removeAll { $0.since > circumstances.occurredAt }
    if let earliest, candidates.isEmpty { throw .notRaisedYet(earliest) }
    guard let chosen = candidates.first, let entry = chosen.entry else { throw .noNotice }
    let event = session.entries[entry].id
    let call = call(about: NoticeReference(event: event, rule: chosen.rule))
    return [
      .acknowledgement(
        Acknowledgement(event: event, rule: chosen.rule, words: words, call: call)
      )
    ]
  }

  /// Refuses an acknowledgement at a time before its notice was raised.
  func check(_ said: Acknowledgement, at instant: Instant) throws(Refusal) {
    let raised = moment.notices.last { notice in
      notice.rule == said.rule && notice.entry.map { session.entries[$0].id } == said.event
    }
    if let raised, instant < raised.since { throw .notRaisedYet(raised.since) }
  }

  func confirm(_ reference: EntryReference) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    let isValue = [.vitals, .dose].contains(entry.recorded.event.kind)
    // What is in error is said to be so; what was called artefact may stand after all.
    let isDecided = isValue && entry.isVoid || moment.isArtefact(index)
    guard isDecided || !moment.unconfirmed(index).isEmpty else {
      throw .nothingToConfirm(session.name(of: index))
    }
    return try judge(index, isArtefact: false, because: nil)
  }

  /// A device misreads; a dose that was not given is entered in error.
  func callArtefact(_ reference: EntryReference, _ reason: String) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    guard session.entries[index].recorded.event.kind == .vitals else {
      throw .nothingToConfirm(session.name(of: index))
    }
    let isInError = session.entries[index].isVoid
    guard isInError || !moment.isArtefact(index) else {
      throw .alreadyArtefact(session.name(of: index))
    }
    return try judge(index, isArtefact: true, because: try words(reason))
  }

  private func judge(
    _ index: Int,
    isArtefact: Bool,
    because reason: String?
  ) throws(Refusal) -> [Event] {
    guard !session.entries[index].isVoid else { throw .nothingToJudge(session.name(of: index)) }
    let id = session.entries[index].id
    return [.confirmation(Verdict(target: id, isArtefact: isArtefact, reason: reason))]
  }

  func void(_ reference: EntryReference, because reason: String) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    guard entry.recorded.event.kind.canBeVoid else {
      throw .cannotCorrect(entry.recorded.event.kind)
    }
    guard !entry.isVoid else { throw .alreadyVoid(session.name(of: index)) }
    return try void([index] + moment.phaseDeclared(with: index), because: reason)
  }

  func undo(because reason: String) throws(Refusal) -> [Event] {
    guard let index = moment.lastEntry(by: circumstances.author, at: circumstances.seat) else {
      throw .noEntryToUndo
    }
    // An end is taken back by going on, with a reason; undoing must not reach behind it.
    let kind = session.entries[index].recorded.event.kind
    guard kind.canBeVoid else { throw .cannotCorrect(kind) }
    return try void(moment.writtenTogether(with: index), because: reason)
  }

  private func void(_ indices: [Int], because reason: String) throws(Refusal) -> [Event] {
    let reason = try words(reason)
    return indices.map { .void(Withdrawal(target: session.entries[$0].id, reason: reason)) }
  }

  func end() throws(Refusal) -> [Event] {
    if case .ended(let end) = moment.state { throw .sessionEnded(at: end) }
    let open = openMatters()
    guard open.isEmpty else { throw .stillOpen(open) }
    // From a pipe what happened is kept; what was open then is said.
    if circumstances.asks, then.zero != nil, then.phase?.phase != .discharged {
      let missing = then.openForLeaving
      guard missing.isEmpty else { throw .stillOpen(missing) }
    }
    try ask(about: [then.unaccounted].compactMap(\.self))
    return [.ended]
  }

  func reopen(because reason: String) throws(Refusal) -> [Event] {
    guard case .ended(let end) = moment.state else { throw .sessionNotEnded }
    guard circumstances.occurredAt >= end else { throw .tooEarly(earliest: end) }
    let offset = circumstances.offset
    guard
      WallTime(end, offset: offset).dayNumber
        == WallTime(circumstances.now, offset: offset).dayNumber
    else { throw .reopenTooLate }
    return [.reopened(try words(reason))]
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
    case .confirm: word == "confirm"
    case .checks(.beforeDose, _, _): word == "checks"
    case .checks(.leaving, _, _): word == "leaving"
    }
  }
}
