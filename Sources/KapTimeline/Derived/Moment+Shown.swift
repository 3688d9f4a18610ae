extension Moment {
  /// What of the doubts about an entry no person has answered.
  ///
  /// A person's word that it is so stands for what was in doubt when it was given, by all that had
  /// been written by then. What becomes true afterwards, as when a weight is said later or a dose is
  /// written later of an earlier time, is asked anew.
  func unanswered(_ doubts: [Doubt], about index: Int) -> [Doubt] {
    guard !doubts.isEmpty else { return [] }
    var shown = answers(about: index).flatMap { self.shown(of: index, by: $0) }
    if doubts.contains(where: \.isOfSum) { shown += sums(shownBeside: index) }
    return doubts.filter { doubt in !shown.contains { $0.covers(doubt) } }
  }

  /// The sums with a dose that somebody agreed to who wrote another one afterwards and to an earlier
  /// time: they were asked about all of them.
  private func sums(shownBeside index: Int) -> [Doubt] {
    let key = WritingKey(session.entries[index])
    let earlier = standing(.dose).prefix { $0 != index }.filter { other in
      session.entries[other].event.isConfirmed && WritingKey(session.entries[other]) > key
    }
    return earlier.flatMap { shown(of: index, by: insisting(on: $0)) }.filter(\.isOfSum)
  }

  /// Whether all that is in doubt about an entry was so when another one was written.
  func wasShown(_ index: Int, by writing: Int) -> Bool {
    let open = unconfirmed(index)
    guard !open.isEmpty else { return true }
    let shown = shown(of: index, by: writing)
    return open.allSatisfy { doubt in shown.contains { $0.covers(doubt) } }
  }

  /// The entries in which a person said of an entry that it is so: a confirmation, or the writing
  /// itself where the author insisted.
  private func answers(about index: Int) -> [Int] {
    let entry = session.entries[index]
    var answers: [Int] = []
    if entry.event.isConfirmed { answers.append(insisting(on: index)) }
    if let judged = entry.judgedBy, !isArtefact(index) { answers.append(judged) }
    return answers
  }

  /// The writing in which the author insisted on what an entry says: the last one that says it and
  /// for which somebody could be asked.
  private func insisting(on index: Int) -> Int {
    let entry = session.entries[index]
    let corrections = entry.abouts.filter { about in
      guard !session.entries[about].isVoid,
        case .correction(let correction) = session.entries[about].event
      else { return false }
      return correction.replacement == entry.event
    }
    let writings = (entry.recorded.event == entry.event ? [index] : []) + corrections
    return writings.last { !session.entries[$0].recorded.isUnasked } ?? writings.first ?? index
  }

  /// What was in doubt about an entry by all that had been written up to another one.
  private func shown(of index: Int, by writing: Int) -> [Doubt] {
    let (entry, last) = (session.entries[index], session.entries[writing])
    let key = WritingKey(last)
    let kinds = entry.recorded.event.kind == .dose ? Self.besideDose : EventKind.allCases
    var records: [Recorded] = []
    for kind in kinds {
      for other in session.list(of: kind) where WritingKey(session.entries[other]) <= key {
        records.append(session.entries[other].recorded)
      }
    }
    let then = Session(replaying: records)
    guard let place = then.index(of: entry.id) else { return [] }
    let at = max(last.recorded.recordedAt, then.entries[place].occurredAt)
    return Moment(then, at: at).doubted(place)
  }

  /// The kinds of event on which hangs what is in doubt about a dose.
  private static let besideDose: [EventKind] = [
    .opened, .frame, .dose, .infusion, .plan, .supply, .correction, .void, .confirmation,
  ]
}

extension Doubt {
  /// Whether it is about all doses together.
  fileprivate var isOfSum: Bool {
    guard case .doses = self else { return false }
    return true
  }

  /// Whether whoever was asked this was asked another one with it: the same, or of less.
  func covers(_ other: Doubt) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.dose(let above, let isEach, _), .dose(let less, let isOther, _)):
      return isEach == isOther && above >= less
    case (.doses(let total, let above, let isEach), .doses(let less, let lower, let isOther)):
      return isEach == isOther && above >= lower && total >= less
    // Of two doubts of other kinds none says what the other one does.
    case (_, _): return false
    }
  }
}
