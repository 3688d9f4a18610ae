import KapTimeline

extension DebriefView {
  /// What the rules require by the end, in order, and what became of it.
  var required: [Debrief.Finding] {
    let timed = readings + repeats + [endReading].compactMap(\.self)
    return [checks(.beforeDose)].compactMap(\.self)
      + timed.sorted { $0.0 < $1.0 }.map(\.1)
      + [checks(.leaving)].compactMap(\.self) + waiting
  }

  /// Steps and values that still wait for a person's word at the end; the lists stand by themselves.
  private var waiting: [Debrief.Finding] {
    due.unanswered.compactMap { item in
      if case .checks = item.kind { return nil }
      return Debrief.Finding(
        time: clock(item.at ?? end),
        subject: moment.dueWords(for: item),
        record: Self.missing
      )
    }
  }

  private var readings: [(Instant, Debrief.Finding)] {
    guard let rules = moment.rules, let zero = moment.zero else { return [] }
    let grace = Span.minutes(rules.vitals.graceMinutes)
    let planned = rules.vitals.readings
    return planned.indices.filter { planned[$0].isRequired }.compactMap { place in
      let reading = planned[place]
      let key = "vitals\(reading.minute < 0 ? "" : "+")\(plain(reading.minute))"
      guard reading.minute >= 0 else {
        return (zero, baseline(key, before: moment.doseBegan ?? zero))
      }
      let at = zero + .minutes(reading.minute)
      guard at + grace <= end || at <= end && moment.state != .open else { return nil }
      let next =
        planned.dropFirst(place + 1).first?.minute
        ?? rules.vitals.thenEvery.map {
          max(0, reading.minute) + $0
        }
      let record = record(of: key, at: at, next: next.map { zero + .minutes($0) }, grace)
      return (at, finding(key, at, record))
    }
  }

  /// The set before the person left, where the rules want one.
  private var endReading: (Instant, Debrief.Finding)? {
    guard let rules = moment.rules, let rule = rules.vitals.end, moment.zero != nil,
      let left = moment.leftAt, left <= end
    else { return nil }
    let first = left - .minutes(rule.withinMinutes)
    let last = left + .minutes(max(0, rules.vitals.graceMinutes))
    let set = moment.vitals.last { $0.at >= first && $0.at <= last }
    let taken = set.map {
      "taken \(clock($0.at)) by \(moment.authorLabel(of: $0.entry))\(without(from: first, to: last))"
    }
    let key = DueItem.endReading
    return (left, finding(key, left, taken ?? reason(for: key) ?? Self.missing))
  }

  private func baseline(_ key: String, before dose: Instant) -> Debrief.Finding {
    let record: String
    if let base = moment.baseline, base.at <= dose {
      let ahead = apart(base.at, dose).map { ", \($0) before the dose" } ?? ", at the dose"
      let without = without(from: base.at, to: dose)
      record = "taken \(clock(base.at)) by \(moment.authorLabel(of: base.entry))\(ahead)\(without)"
    } else {
      record = reason(for: key) ?? Self.missing
    }
    return finding(key, dose, record)
  }

  /// Readings that a notice asked for again.
  private var repeats: [(Instant, Debrief.Finding)] {
    moment.notices.compactMap { notice in
      guard let entry = notice.entry, let by = notice.repeatBy, by <= end else { return nil }
      let key = "repeat:\(moment.session.entries[entry].id.text):\(notice.rule)"
      let record: String
      if let again = notice.repeatedAt, again <= end {
        let late = apart(by, again).map { ", \($0) late" } ?? ", in time"
        record = "taken \(clock(again))\(late)"
      } else {
        record = reason(for: key) ?? Self.missing
      }
      let raised = clock(moment.session.entries[entry].occurredAt)
      let again = "\(moment.dueWords(for: key)) after \(reading(of: notice)) at \(raised)"
      return (by, Debrief.Finding(time: clock(by), subject: again, record: record))
    }
  }

  /// The reading that raised a notice, without its name: `172/104`.
  private func reading(of notice: Notice) -> String {
    let value = moment.words(for: notice, offset: offset).value
    let name = "\(moment.subject(ofRule: notice.rule)) "
    return value.hasPrefix(name) ? String(value.dropFirst(name.count)) : value
  }

  private func record(
    of key: String,
    at planned: Instant,
    next: Instant?,
    _ grace: Span
  ) -> String {
    let last = planned + grace
    // One that is late counts until the next has begun to be in time.
    let until = next.map { min($0 - grace - Span(milliseconds: 1), end) } ?? end
    let sets = moment.vitals.filter { $0.at >= planned - grace }
    let nearest = sets.filter { $0.at <= last }.min { one, other in
      abs((one.at - planned).milliseconds) < abs((other.at - planned).milliseconds)
    }
    if let set = nearest {
      let without = without(from: planned - grace, to: max(last, until))
      return "taken \(clock(set.at)) by \(moment.authorLabel(of: set.entry)), in time\(without)"
    }
    guard let set = sets.first, set.at <= until else { return reason(for: key) ?? Self.missing }
    let late = apart(planned, set.at).map { ", \($0) late" } ?? ""
    let without = without(from: planned - grace, to: until)
    return "taken \(clock(set.at)) by \(moment.authorLabel(of: set.entry))\(late)\(without)"
  }

  /// The signs that a set was to hold and that nobody read or gave a reason for: `, without BP`.
  private func without(from first: Instant, to last: Instant) -> String {
    let lacking = moment.lacking(from: first, to: last).map(\.label).joined(separator: ", ")
    return lacking.isEmpty ? "" : ", without \(lacking)"
  }

  func reason(for key: String) -> String? {
    let index = moment.standing(.notDone).last { index in
      guard case .notDone(let skipped) = moment.session.entries[index].event else { return false }
      return skipped.item == key
    }
    guard let index, case .notDone(let skipped) = moment.session.entries[index].event else {
      return nil
    }
    let entry = moment.session.entries[index]
    return "not done: \(skipped.reason), said \(clock(entry.recorded.recordedAt)) by "
      + moment.authorLabel(of: index)
  }

  private func checks(_ purpose: Checklist.Purpose) -> Debrief.Finding? {
    guard let list = moment.rules?.care.checklist(for: purpose), let began = moment.doseBegan
    else { return nil }
    let at = purpose == .beforeDose ? began : end
    let states = Moment(moment.session, at: at).checklist(for: purpose)
    let open = states.filter { $0.state == .open }
    var record = "\(states.count - open.count) of \(states.count) answered"
    if !open.isEmpty { record += "; open: \(open.map(\.item.short).joined(separator: ", "))" }
    return Debrief.Finding(time: clock(at), subject: list.title.lowercased(), record: record)
  }

  private func finding(_ key: String, _ at: Instant, _ record: String) -> Debrief.Finding {
    Debrief.Finding(time: clock(at), subject: moment.dueWords(for: key), record: record)
  }

  private static let missing = "missing, neither done nor a reason"

  /// Every notice that somebody's entry raised, and what was said to it.
  var noticed: [Debrief.Finding] {
    moment.notices.compactMap { notice in
      guard notice.entry != nil, notice.since <= end else { return nil }
      return Debrief.Finding(
        time: clock(notice.since),
        subject: "\(notice.urgency.rawValue), "
          + moment.words(for: notice, offset: offset).value,
        record: answer(to: notice)
      )
    }
  }

  private func answer(to notice: Notice) -> String {
    if let index = notice.acknowledgedBy {
      let at = moment.session.entries[index].occurredAt
      let after = apart(notice.since, at).map { "after \($0)" } ?? "within a minute"
      return "acknowledged \(clock(at)) by \(moment.authorLabel(of: index)), \(after)"
    }
    if let next = notice.supersededBy {
      let at = moment.session.entries[next].occurredAt
      return "not acknowledged before the next one at \(clock(at))"
    }
    guard let cleared = notice.clearedAt else { return "not acknowledged" }
    let isEffect = notice.rule == Notice.urgentEffect
    return "not acknowledged; \(isEffect ? "over" : "back within the limits") \(clock(cleared))"
  }
}
