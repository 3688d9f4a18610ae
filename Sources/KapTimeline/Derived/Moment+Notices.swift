extension Moment {
  /// Every notice raised so far, in the order raised; see ``Notice/isOpen``.
  ///
  /// Cost: linear in the sets of readings. Whoever asks often keeps a ``NoticeLedger``.
  package var notices: [Notice] {
    var ledger = NoticeLedger()
    return ledger.notices(at: self)
  }

  /// The open notices, the most urgent and then the newest first.
  package func open(_ notices: [Notice]) -> [Notice] {
    notices.filter(\.isOpen).sorted {
      if $0.urgency != $1.urgency { return $0.urgency > $1.urgency }
      return $0.since == $1.since ? $0.rule < $1.rule : $0.since > $1.since
    }
  }

  /// What waits for a person to say that it is so; readings wait in the list of what is due, beside
  /// the notices of their own limits.
  var doubtNotices: [Notice] {
    unconfirmedDoses.compactMap { doubtNotice(of: $0, Notice.dose) }
      + unconfirmedOthers.compactMap { doubtNotice(of: $0, Notice.unconfirmed) }
  }

  private func doubtNotice(of entry: Int, _ rule: String) -> Notice? {
    let doubts = unconfirmed(entry)
    guard !doubts.isEmpty else { return nil }
    // What went into the person is urgent; the papers of it are not.
    let isUrgent = rule == Notice.dose && !doubts.allSatisfy(\.isOfPapers)
    let hint = doubts.lazy.compactMap(\.hint).first.map { "\($0), " } ?? ""
    return Notice(
      rule: rule,
      urgency: isUrgent ? .urgent : .notice,
      entry: entry,
      since: session.entries[entry].occurredAt,
      nextStep: "\(hint)confirm \(session.name(of: entry)) if it is so, else correct it",
      limit: statedLimits(of: doubts, in: session.entries[entry].event),
      sources: rules?.sources(of: doubts) ?? []
    )
  }

  /// Notices with what people said to them so far, in the order raised.
  func acknowledged(_ notices: [Notice]) -> [Notice] {
    var notices = notices
    let acknowledgements = standing(.acknowledgement)
    guard !acknowledgements.isEmpty else { return notices }
    // What crosses two limits of one rule makes two notices of one entry.
    var places: [Subject: [Int]] = [:]
    for place in notices.indices {
      guard let entry = notices[place].entry else { continue }
      places[Subject(entry: entry, rule: notices[place].rule), default: []].append(place)
    }
    for index in acknowledgements {
      guard case .acknowledgement(let words) = session.entries[index].event,
        let entry = session.index(of: words.event)
      else { continue }
      for place in places[Subject(entry: entry, rule: words.rule)] ?? []
      where wasSaid(index, of: notices[place], in: entry) {
        notices[place].acknowledgedBy = index
        acknowledge(what: place, in: &notices, tookUp: index)
      }
    }
    return notices
  }

  /// What a notice took up is acknowledged with it.
  private func acknowledge(what place: Int, in notices: inout [Notice], tookUp index: Int) {
    for earlier in notices[..<place].indices {
      let notice = notices[earlier]
      guard notice.rule == notices[place].rule, notice.supersededBy != nil,
        notice.acknowledgedBy == nil, notices[place].covers(notice),
        notice.rule != Notice.urgentEffect || isTaken(earlier, upBy: place, in: notices)
      else { continue }
      notices[earlier].acknowledgedBy = index
    }
  }

  /// Whether a notice goes on in another one, be it through those between: the notices of all
  /// effects have one rule, and what is said to one of them is nothing said to another.
  private func isTaken(_ earlier: Int, upBy place: Int, in notices: [Notice]) -> Bool {
    var next = notices[earlier].supersededBy
    for notice in notices[earlier...place] where notice.rule == notices[earlier].rule {
      guard let entry = next, notice.entry == entry else { continue }
      if entry == notices[place].entry { return true }
      next = notice.supersededBy
    }
    return false
  }

  /// Whether the readings were then what they are now: a correction after it asks anew.
  private func wasSaid(_ acknowledgement: Int, of notice: Notice, in entry: Int) -> Bool {
    // Of a doubt that became true afterwards nothing was said.
    let isDoubt = notice.rule == Notice.unconfirmed || notice.rule == Notice.dose
    if isDoubt, !wasShown(entry, by: acknowledgement) { return false }
    // A pump that reached one limit is not yet at the next one of the same entry.
    if notice.isPumped, session.entries[acknowledgement].occurredAt < notice.since { return false }
    // What was said to a mere notice is nothing said to what an overdue repeat makes of it.
    if let overdue = notice.overdueSince, session.entries[acknowledgement].occurredAt < overdue {
      return false
    }
    // An explanation of what was open stands, whatever the dose was corrected to.
    guard session.entries[entry].correctedBy != nil, notice.rule != Notice.checks
    else { return true }
    let then = session.event(at: entry, asWrittenBefore: acknowledgement)
    guard case .vitals(let old) = then else { return then == session.entries[entry].event }
    return notice.crossings.allSatisfy { old[$0.limit.sign] == $0.value }
  }

  private struct Subject: Hashable {
    let entry: Int
    let rule: String
  }
}

extension Session {
  /// What an entry said when another one was written.
  package func event(at index: Int, asWrittenBefore other: Int) -> Event {
    correction(of: index, before: other)?.replacement ?? entries[index].recorded.event
  }

  /// When an entry was said to have happened when another one was written.
  func time(of index: Int, asWrittenBefore other: Int) -> Instant {
    correction(of: index, before: other)?.occurredAt ?? entries[index].recorded.occurredAt
  }

  /// The last correction of an entry before another one was written.
  private func correction(of index: Int, before other: Int) -> Correction? {
    let key = WritingKey(entries[other])
    let correction = entries[index].abouts.last { about in
      guard case .correction = entries[about].event else { return false }
      return !entries[about].isVoid && WritingKey(entries[about]) < key
    }
    guard let correction, case .correction(let change) = entries[correction].event else {
      return nil
    }
    return change
  }
}
