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
    return "\(Self.mark(top.urgency))  \(Self.word(top.urgency))  \(NoticeWords(notice: top, display: display).sentence)\(count)"
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

/// A notice in words: value, time, limit, next step.
struct NoticeWords {
  let notice: Notice
  let display: Display

  /// `BP 172/104 at 14:38, limit 160/100, and 39 % above baseline. Repeat by 14:43.`
  var sentence: String {
    let at = display.clock(notice.since)
    guard !notice.crossings.isEmpty else {
      return "\(subject) at \(at) is above the clinic's warning. Confirm it or correct it."
    }
    var text = "\(subject) at \(at)"
    if !limit.isEmpty { text += ", limit \(limit)" }
    if let change { text += limit.isEmpty ? ", \(change)" : ", and \(change)" }
    text += "."
    if let repeatBy = notice.repeatBy, notice.clearedAt == nil {
      text += " Repeat by \(display.clock(repeatBy))."
    }
    if let step = notice.nextStep { text += " \(step)" }
    return text
  }

  /// `BP 172/104`.
  var subject: String {
    guard let first = notice.crossings.first, let entry = notice.entry,
      case .vitals(let vitals) = display.session.entries[entry].event
    else { return notice.rule == "dose" ? "Dose" : notice.rule }
    switch first.limit.sign {
    case .systolic, .diastolic: return "BP \(vitals.bloodPressure?.text ?? "")"
    case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
      return "\(first.limit.sign.label) \(plain(first.value, places: 1))"
    }
  }

  private var limit: String {
    let absolute = notice.crossings.map(\.limit).filter { $0.basis == .absolute }
    guard let first = absolute.first else { return "" }
    guard first.sign == .systolic || first.sign == .diastolic else {
      return plain(first.value, places: 1)
    }
    return pressureLimit(absolute, like: first)
  }

  /// Both halves of the limit at the urgency crossed, since the clinic set them as a pair.
  private func pressureLimit(_ crossed: [Limit], like first: Limit) -> String {
    let all = display.rules?.limits ?? []
    func half(_ sign: Sign) -> String {
      let limit =
        crossed.first { $0.sign == sign && $0.urgency == first.urgency }
        ?? all.first {
          $0.sign == sign && $0.rule == first.rule && $0.side == first.side
            && $0.basis == .absolute && $0.urgency == first.urgency
        }
      return limit.map { plain($0.value, places: 1) } ?? "-"
    }
    return "\(half(.systolic))/\(half(.diastolic))"
  }

  private var change: String? {
    guard let relative = notice.crossings.first(where: { $0.limit.basis != .absolute })
    else { return nil }
    let amount = plain(abs(relative.measure).rounded(), places: 0)
    let unit = relative.limit.basis == .percent ? " %" : ""
    return "\(amount)\(unit) \(relative.measure < 0 ? "below" : "above") baseline"
  }
}
