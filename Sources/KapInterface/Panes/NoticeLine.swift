import KapCanvas
import KapTimeline

/// The one row that says which limit was crossed: always there, so that nothing jumps.
struct NoticeLine {
  let display: Display
  let isWide: Bool

  private var top: Notice? { display.openNotices.first }

  var role: Role {
    guard let top else { return overdue == nil ? .noticeNone : .noticeReminder }
    switch top.urgency {
    case .urgent: return .noticeUrgent
    case .notice: return .noticeNotice
    case .reminder: return .noticeReminder
    }
  }

  var text: String {
    guard let top else {
      guard let overdue else { return "ok  no notice" }
      let since = overdue.at.map { ", since \(display.clock($0))" } ?? ""
      return "!   REMINDER  \(DuePane.title(of: overdue, in: display)) late\(since)"
    }
    let more = display.openNotices.count - 1
    let count = more > 0 ? " (+\(more) more)" : ""
    return "\(Self.mark(top.urgency))  \(Self.word(top.urgency))  \(display.sentence(of: top))\(count)"
  }

  /// What there is to do about it, at the right.
  var trailing: String {
    guard let top else { return waitsFor }
    guard top.entry != nil else { return "" }
    return isWide ? "not acknowledged \(display.sign(.separator)) a" : "a to ack"
  }

  /// What the dose waits for, before there is one.
  private var waitsFor: String {
    guard overdue == nil, display.zero == nil, display.session.opening?.kind == .dosing
    else { return "" }
    var missing: [String] = []
    if display.moment.weight == nil { missing.append("weight") }
    if display.moment.lastVitals(1).isEmpty { missing.append("baseline vitals") }
    if display.moment.frame["escort"] == nil { missing.append("escort") }
    if display.moment.frame["allergies"] == nil { missing.append("allergies") }
    return missing.isEmpty ? "" : "Dose waits for: \(missing.joined(separator: ", "))"
  }

  private var overdue: DueItem? {
    display.due.open.first { $0.state == .late && $0.isRequired && !$0.isMissed }
  }

  static func mark(_ urgency: Urgency) -> String {
    switch urgency {
    case .urgent: "!!!"
    case .notice: "!! "
    case .reminder: "!  "
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

extension Display {
  /// A notice in words: `BP 172/104 at 14:38, limit 160/100, and 39 % above baseline. Repeat by 14:43.`
  func sentence(of notice: Notice) -> String {
    let words = moment.words(for: notice, offset: offset)
    let crossed = words.limits.isEmpty ? "" : ", \(words.limits.joined(separator: ", and "))"
    let next = notice.clearedAt == nil ? words.next.map { " \($0)" } ?? "" : ""
    return "\(words.value) at \(clock(notice.since))\(crossed).\(next)"
  }
}
