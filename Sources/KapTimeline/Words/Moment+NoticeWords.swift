/// What a notice says, in parts, so that a narrow screen can leave some out.
package struct NoticeWords: Hashable, Sendable {
  /// What crossed: `BP 172/104`, `dose 90 mg`.
  package let value: String
  /// What was crossed: `limit 160/100`, `39 % above baseline`; worst first.
  package let limits: [String]
  /// What comes next: `Repeat by 14:43.`, or the clinic's own sentence.
  package let next: String?
  /// The same in ever less room, the longest first, and last the beginning of the step alone; empty
  /// where somebody has done what it asks for.
  package var steps: [String] = []

  /// The whole: `BP 172/104, limit 160/100, and 39 % above baseline` and what comes next.
  package var sentence: String {
    let crossed = limits.isEmpty ? value : "\(value), \(limits.joined(separator: ", and "))"
    return "\(crossed).\(next.map { " \($0)" } ?? "")"
  }
}

extension Moment {
  /// What a notice says.
  package func words(for notice: Notice, offset: UTCOffset) -> NoticeWords {
    NoticeWords(
      value: value(of: notice),
      limits: limits(of: notice) + stated(notice),
      next: next(after: notice, offset: offset),
      steps: steps(after: notice, offset: offset)
    )
  }

  /// The limits crossed, the highest of them in any case, though it waits for its repeat yet.
  private func limits(of notice: Notice) -> [String] {
    let waiting = notice.waiting
    let highest = absolute(waiting)
    return (highest.isEmpty ? absolute(notice.raising) : highest)
      + relative(notice.raising + waiting, waiting: waiting)
  }

  /// The limit of what a person wrote, where its words do not say it already.
  private func stated(_ notice: Notice) -> [String] {
    guard let limit = notice.limit, notice.subject == nil else { return [] }
    return [limit]
  }

  private func value(of notice: Notice) -> String {
    guard notice.subject == nil, let index = notice.entry,
      session.entries.indices.contains(index)
    else { return notice.subject ?? notice.rule }
    let event = session.entries[index].event
    guard let crossing = notice.crossings.first else {
      return unconfirmedWords(of: index).first ?? event.valueWords ?? notice.rule
    }
    if [.systolic, .diastolic].contains(crossing.limit.sign), case .vitals(let vitals) = event,
      let pair = vitals.bloodPressure
    {
      return "BP \(pair.text)"
    }
    return "\(crossing.limit.sign.label) \(plain(crossing.value, places: 1))"
  }

  /// `limit 160/100` where both of a pair are crossed, else one limit for each sign, the worst.
  private func absolute(_ crossings: [Notice.Crossing]) -> [String] {
    var seen: [Sign] = []
    var limits: [(sign: Sign, value: String)] = []
    for crossing in crossings where crossing.limit.basis == .absolute {
      guard !seen.contains(crossing.limit.sign) else { continue }
      seen.append(crossing.limit.sign)
      limits.append((crossing.limit.sign, plain(crossing.limit.value, places: 1)))
    }
    let systolic = limits.first { $0.sign == .systolic }?.value
    let diastolic = limits.first { $0.sign == .diastolic }?.value
    if let systolic, let diastolic { return ["limit \(systolic)/\(diastolic)"] }
    return limits.map { limit in
      switch limit.sign {
      case .systolic: "limit \(limit.value) systolic"
      case .diastolic: "limit \(limit.value) diastolic"
      case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
        "limit \(limit.value)"
      }
    }
  }

  /// The largest change from baseline, once for a pair; with the limit that waits for its repeat.
  private func relative(
    _ crossings: [Notice.Crossing],
    waiting: [Notice.Crossing]
  ) -> [String] {
    let changes = crossings.filter { $0.limit.basis != .absolute }
    guard let most = changes.max(by: { abs($0.measure) < abs($1.measure) }) else { return [] }
    let amount = plain(abs(most.measure), places: 0)
    let unit = most.limit.basis == .percent ? " %" : ""
    let highest = waiting.first { $0.limit.basis == most.limit.basis }
    let limit = highest.map { ", limit \(plain(abs($0.limit.value)))\(unit)" } ?? ""
    return ["\(amount)\(unit) \(most.measure < 0 ? "below" : "above") baseline\(limit)"]
  }

  func next(after notice: Notice, offset: UTCOffset) -> String? {
    let again = notice.repeatBy.map {
      repeatWords(of: notice, by: WallTime($0, offset: offset).clock)
    }
    let step = step(of: notice)
    if notice.urgency == .urgent, let came = laterReading(after: notice, offset: offset) {
      let overdue = notice.overdueSince.flatMap { _ in again }
      return [overdue, came, notice.clearedAt == nil ? step : nil].compactMap(\.self)
        .joined(separator: " ")
    }
    // That it is not confirmed yet is why somebody does the rest.
    if notice.overdueSince != nil {
      return [again, step].compactMap(\.self).joined(separator: " ")
    }
    // The clinic's sentence for a mere notice is the repeat itself, which the clock says better.
    guard notice.urgency == .urgent, let step else { return again ?? step }
    return [step, again].compactMap(\.self).joined(separator: " ")
  }

  /// What was read next of the signs of a notice, such as `BP 132/84 at 19:20`.
  private func laterReading(after notice: Notice, offset: UTCOffset) -> String? {
    guard let sign = notice.leading?.limit.sign, let at = notice.clearedAt ?? notice.repeatedAt
    else { return nil }
    let read = standing(.vitals).lazy.compactMap { index -> String? in
      let entry = session.entries[index]
      guard entry.occurredAt == at, !isArtefact(index), case .vitals(let set) = entry.event,
        let value = set[sign]
      else { return nil }
      if [.systolic, .diastolic].contains(sign), let pair = set.bloodPressure {
        return "BP \(pair.text)"
      }
      return "\(sign.label) \(plain(value, places: 1))"
    }
    return read.first.map { "\($0) at \(WallTime(at, offset: offset).clock)." }
  }

  /// The clinic's own sentence for what comes next.
  private func step(of notice: Notice) -> String? {
    notice.nextStep.map { step in
      let sentence = step.prefix(1).uppercased() + step.dropFirst()
      return sentence.hasSuffix(".") ? sentence : sentence + "."
    }
  }

  /// What comes next, in ever less room: the clinic's own step stays longest, and of that its
  /// beginning.
  ///
  /// What is urgent goes on until somebody acknowledges it, whatever was read after.
  private func steps(after notice: Notice, offset: UTCOffset) -> [String] {
    let isRepeated = notice.repeatedAt != nil || notice.clearedAt != nil
    guard notice.urgency == .urgent || !isRepeated,
      let whole = next(after: notice, offset: offset)
    else { return [] }
    let own = notice.clearedAt == nil ? step(of: notice) : nil
    var steps = [whole]
    if isRepeated {
      steps += [own ?? laterReading(after: notice, offset: offset)].compactMap(\.self)
    } else if notice.overdueSince != nil {
      steps += [own.map { "Repeat overdue. \($0)" } ?? "Repeat overdue.", own].compactMap(\.self)
    } else {
      steps += [Self.beginning(of: whole, upTo: ".")].compactMap(\.self)
      if !notice.waiting.isEmpty, let by = notice.repeatBy {
        steps.append("Repeat by \(WallTime(by, offset: offset).clock).")
      }
    }
    let last = steps.last ?? whole
    return steps + [Self.beginning(of: last, upTo: ",") ?? last]
  }

  private static func beginning(of words: String, upTo mark: Character) -> String? {
    words.split(separator: mark).first.map { $0.hasSuffix(".") ? String($0) : "\($0)." }
  }

  /// What is said of the repeat: a limit that waits for it is not confirmed yet.
  private func repeatWords(of notice: Notice, by clock: String) -> String {
    if notice.overdueSince != nil { return "Not confirmed: repeat due \(clock), overdue." }
    return notice.waiting.isEmpty ? "Repeat by \(clock)." : "Not confirmed: repeat due \(clock)."
  }
}
