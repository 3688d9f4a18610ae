import KapCanvas
import KapTimeline

/// The one row that says which limit was crossed: always there, so that nothing jumps.
struct NoticeLine {
  let display: Display
  let isWide: Bool

  /// The most urgent open notice; else one that was acknowledged and whose reading did not come back
  /// yet.
  private var top: Notice? {
    display.openNotices.first
      ?? display.notices.last {
        $0.acknowledgedBy != nil && $0.clearedAt == nil && $0.supersededBy == nil && $0.entry != nil
      }
  }

  var role: Role {
    guard let top else { return overdue == nil ? .noticeNone : .noticeReminder }
    guard top.isOpen else { return .noticeReminder }
    switch top.urgency {
    case .urgent: return .noticeUrgent
    case .notice: return .noticeNotice
    case .reminder: return .noticeReminder
    }
  }

  /// The words, and at the right what there is to do: whole in `columns`, never cut within a word.
  func words(columns: Int) -> (text: String, trailing: String) {
    guard let top else {
      guard let overdue else { return plain(columns) }
      let since = overdue.at.map { " since \(display.clock($0))" } ?? ""
      let title = DuePane.title(of: overdue, in: display, isShort: true)
      return (Text.clipped("!  REMINDER  \(title) late\(since)", to: columns), "")
    }
    let more = display.openNotices.count - 1
    let count = more > 0 ? "  (\(more) more)" : ""
    let head = "\(Self.mark(top.urgency))  \(Self.word(top.urgency))  "
    for trailing in [trailing(top), shortTrailing(top)] {
      let room = columns - Text.width(of: head + count) - Text.width(of: trailing) - 2
      for sentence in sentences(of: top) where Text.width(of: sentence) <= room {
        return (head + sentence + count, trailing)
      }
    }
    let trailing = shortTrailing(top)
    let room = columns - Text.width(of: head) - Text.width(of: trailing) - 2
    return (head + Text.clipped(sentences(of: top).last ?? "", to: room), trailing)
  }

  private func plain(_ columns: Int) -> (text: String, trailing: String) {
    let text = "ok  no notice"
    let waits = Text.clippedAtItem(waitsFor, separator: ", ", to: columns - 16)
    return (text, waits)
  }

  private func trailing(_ notice: Notice) -> String {
    if let acknowledged = notice.acknowledgedBy {
      let entry = display.session.entries[acknowledged]
      let at = display.clock(entry.recorded.recordedAt)
      return "acknowledged \(at) \(initials(of: entry.recorded.author))"
    }
    guard notice.entry != nil else { return "" }
    return isWide ? "not acknowledged \(display.sign(.separator)) a" : "a to ack"
  }

  private func shortTrailing(_ notice: Notice) -> String {
    notice.acknowledgedBy != nil ? "acknowledged" : notice.entry == nil ? "" : "a to ack"
  }

  /// `BP 172/104 at 14:38, limit 160/100, and 39 % above baseline. Repeat by 14:43.`, and shorter
  /// ones after it.
  private func sentences(of notice: Notice) -> [String] {
    let words = display.moment.words(for: notice, offset: display.offset)
    let isRepeated = notice.repeatedAt != nil || notice.clearedAt != nil
    let next = isRepeated ? "" : words.next.map { " \($0)" } ?? ""
    let head = "\(words.value) at \(display.clock(notice.since))"
    let all = words.limits.isEmpty ? "" : ", \(words.limits.joined(separator: ", and "))"
    let first = words.limits.first.map { ", \($0)" } ?? ""
    let candidates = [
      "\(head)\(all).\(next)", "\(head)\(first).\(next)", "\(head)\(all).", "\(head)\(first).",
      "\(words.value)\(first)", words.value,
    ]
    return candidates
  }

  /// What the dose waits for, before there is one.
  private var waitsFor: String {
    guard display.zero == nil, display.session.opening?.kind == .dosing,
      display.moment.state.isOpen
    else { return "" }
    let frame = display.moment.frame
    var missing: [String] = []
    if frame["weight"] == nil { missing.append("weight") }
    if display.findings.sets.isEmpty { missing.append("baseline vitals") }
    if frame["escort"] == nil { missing.append("escort") }
    if frame["allergies"] == nil { missing.append("allergies") }
    return missing.isEmpty ? "" : "Dose waits for: \(missing.joined(separator: ", "))"
  }

  private var overdue: DueItem? {
    display.findings.dueItems.first { $0.state == .late && $0.isRequired && !$0.isMissed }
  }

  static func mark(_ urgency: Urgency) -> String {
    switch urgency {
    case .urgent: "!!!"
    case .notice: "!!"
    case .reminder: "!"
    }
  }

  static func word(_ urgency: Urgency) -> String {
    switch urgency {
    case .urgent: "URGENT"
    case .notice: "NOTICE"
    case .reminder: "REMINDER"
    }
  }
}
