/// All there is to know of one notice, line by line.
package struct NoticeCard: Hashable, Sendable {
  /// How soon somebody should look.
  package let urgency: Urgency
  /// The lines, in the order in which they are read.
  package let lines: [Line]

  /// A label and what stands behind it.
  package struct Line: Hashable, Sendable {
    /// `rule`, `value`, `limit`, `time`, `next step`, `source` or `said`; one may come twice.
    package let label: String
    /// The words.
    package let words: String
  }
}

extension Moment {
  /// Rule, value, limit, time, next step and source of a notice, and what was said to it.
  package func noticeCard(for notice: Notice, offset: UTCOffset) -> NoticeCard {
    var lines: [NoticeCard.Line] = []
    func add(_ label: String, _ words: String?) {
      guard let words, !words.isEmpty else { return }
      lines.append(NoticeCard.Line(label: label, words: words))
    }
    add("rule", words(forRule: notice.rule))
    let said = words(for: notice, offset: offset)
    let name = notice.entry.map { ", \(session.name(of: $0))" } ?? ""
    add("value", said.value + name)
    let raising = notice.raising
    for crossing in raising { add("limit", crossing.words) }
    for crossing in notice.crossings where !crossing.counts && !raising.contains(crossing) {
      let from = notice.repeatBy.map { " at \(WallTime($0, offset: offset).clock)" } ?? ""
      add("limit", "\(crossing.limit.words), if it is so again\(from)")
    }
    let stated = notice.limit.map { $0.hasPrefix("limit ") ? String($0.dropFirst(6)) : $0 }
    add("limit", stated)
    let minute = minute(of: notice.since).map { ", minute \($0)" } ?? ""
    add("time", WallTime(notice.since, offset: offset).clock + minute)
    add("next step", said.next)
    for source in sources(of: notice) { add("source", source) }
    if let index = notice.acknowledgedBy {
      // The card is the notice's own: which one was acknowledged need not be said.
      let said = words(for: index)
      let parts = [said.text] + said.remarks.filter { !$0.hasPrefix("about ") }
      add("said", (parts + [authorLabel(of: index)]).joined(separator: ", "))
    }
    return NoticeCard(urgency: notice.urgency, lines: lines)
  }

  /// A rule as people say it: `blood pressure`, a scale's label.
  private func words(forRule rule: String) -> String {
    if let scale = rules?.scale(named: rule) { return scale.label }
    return String(rule.map { $0 == "-" ? " " : $0 })
  }

  /// Where all that a notice goes by comes from, each source once.
  package func sources(of notice: Notice) -> [String] {
    let overdue = notice.overdueSince.flatMap { _ in rules?.vitals.repeatOverdueSource }
    let all =
      notice.sources + notice.raising.map(\.limit.source)
      + [overdue.map { "that an overdue repeat counts: \($0)" }].compactMap(\.self)
    var sources: [String] = []
    for source in all where !sources.contains(source) { sources.append(source) }
    return sources
  }
}

extension Notice.Crossing {
  /// The limit, and by how much it was crossed where that cannot be read off the value.
  fileprivate var words: String {
    let amount = plain(abs(measure), places: 0)
    let side = measure < 0 ? "below" : "above"
    return switch limit.basis {
    case .absolute: limit.words
    case .change: "\(limit.words): \(amount) \(side)"
    case .percent: "\(limit.words): \(amount) % \(side)"
    }
  }
}

extension Limit {
  /// `BP systolic 180 or more`, `SpO2 below 90`, `HR 30 or more above baseline`.
  package var words: String {
    let amount = plain(basis == .absolute ? value : abs(value), places: 1)
    let unit = basis == .percent ? " %" : ""
    guard basis == .absolute else {
      let edge = isInclusive ? "\(amount)\(unit) or more" : "more than \(amount)\(unit)"
      return "\(sign.label) \(edge) \(value < 0 ? "below" : "above") baseline"
    }
    guard isInclusive else { return "\(sign.label) \(side.rawValue) \(amount)" }
    return "\(sign.label) \(side.from(amount))"
  }
}
