import KapCanvas
import KapTimeline

/// The one row that says which limit was crossed: always there, so that nothing jumps.
struct NoticeLine {
  let display: Display
  let isWide: Bool
  /// Nothing is acknowledged in a replay.
  let isReplay: Bool

  /// The most urgent open notice; else one that was acknowledged and whose reading did not come back
  /// yet.
  private var top: Notice? {
    display.openNotices.first ?? display.lastingNotices.first
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
  ///
  /// While notices are quiet their countdown stands at the right. Behind an emergency its mark stands
  /// in front already, and the row `isBehind` that.
  func words(
    columns: Int,
    isQuiet: Bool = false,
    isBehind: Bool = false
  ) -> (text: String, trailing: String) {
    guard let top else {
      guard let overdue else { return plain(columns) }
      let clock = overdue.at.map { display.clock($0) }
      let title = DuePane.title(of: overdue, in: display, isShort: true)
      let state =
        overdue.isMissed
        ? "missed\(clock.map { " at \($0)" } ?? ""), say why not"
        : "late\(clock.map { " since \($0)" } ?? "")"
      return (Text.clippedAtWord("!  REMINDER  \(title) \(state)", to: columns), "")
    }
    let more = display.openNotices.count - 1
    let word = Self.word(top.urgency)
    let head = isBehind ? "\(word) " : "\(Self.mark(top.urgency))  \(word)  "
    let counts = more > 0 ? ["  (\(more) more)", " +\(more)"] : [""]
    let room = columns - Text.width(of: head)
    let fits = sentences(of: top).first.map { Text.width(of: $0) < room } ?? true
    if !fits, let row = counted(top, isQuiet ? [""] : trailings(top), to: room - countWidth(more)) {
      return (head + row.text + (counts.last ?? ""), row.trailing)
    }
    let trailings = isQuiet ? [""] : trailings(top)
    for sentence in sentences(of: top) {
      for trailing in trailings {
        for count in counts {
          let width = Text.width(of: sentence + count) + Text.width(of: trailing)
          if width + (trailing.isEmpty ? 0 : 2) <= room {
            return (head + sentence + count, trailing)
          }
        }
      }
    }
    // Where not even the value has room, what there is to do about it stays.
    let trailing = trailings.last { !$0.isEmpty } ?? ""
    let words = display.moment.words(for: top, offset: display.offset)
    let step = words.steps.last.map { " \($0)" } ?? ""
    let rest = room - countWidth(more) - Text.width(of: step + trailing) - 2
    let value = rest > 3 ? Text.clippedAtWord(words.value, to: rest) : ""
    return (head + (value + step).trimmingSpaces + (counts.last ?? ""), trailing)
  }

  /// Whether words of the row say what the notice is about, and nothing of them is cut.
  func isWhole(_ text: String) -> Bool {
    guard let top, !text.contains("…") else { return false }
    let value = display.moment.words(for: top, offset: display.offset).value
    return top.subject != nil || text.contains(value)
  }

  private func countWidth(_ more: Int) -> Int { more > 0 ? Text.width(of: " +\(more)") : 0 }

  /// What lists so much that not even a step had room behind it: the last items are counted, and the
  /// step stays.
  private func counted(
    _ notice: Notice,
    _ trailings: [String],
    to room: Int
  ) -> (
    text: String, trailing: String
  )? {
    let words = display.moment.words(for: notice, offset: display.offset)
    guard notice.subject != nil, let step = words.steps.dropFirst().first ?? words.steps.first
    else { return nil }
    let items = words.value.split(separator: ", ").map(String.init)
    for trailing in trailings where items.count > 1 {
      let rest =
        room - Text.width(of: trailing) - (trailing.isEmpty ? 0 : 2) - Text.width(of: step) - 2
      let value = Text.counted(items, separator: ", ", to: rest)
      guard items.first.map(value.hasPrefix) ?? false else { continue }
      return ("\(value). \(step)", trailing)
    }
    guard notice.rule == Notice.checks else { return nil }
    // Where not even one has room, how many they are.
    let count = "\(items.count) open \(items.count == 1 ? "check" : "checks")"
    for value in ["dose given with \(count)", count] {
      let fitting = trailings.first { trailing in
        Text.width(of: "\(value). \(step)") + Text.width(of: trailing) + 2 <= room
      }
      if let fitting { return ("\(value). \(step)", fitting) }
    }
    return nil
  }

  private func plain(_ columns: Int) -> (text: String, trailing: String) {
    let text = "ok  no notice"
    guard !waitsFor.isEmpty else { return (text, "") }
    let head = "Dose waits for: "
    let room = columns - 16 - Text.width(of: head)
    return (text, head + Text.counted(waitsFor, separator: ", ", to: room))
  }

  /// What there is to do about it, or what was done; shorter ones after it.
  private func trailings(_ notice: Notice) -> [String] {
    if let acknowledged = notice.acknowledgedBy {
      let entry = display.session.entries[acknowledged]
      let at = display.clock(entry.recorded.recordedAt)
      let author = display.session.initials(of: entry.recorded.author)
      return ["acknowledged \(at) \(author)", "ack \(at) \(author)", "ack \(author)"]
    }
    guard !isReplay else { return ["not acknowledged", ""] }
    guard notice.entry != nil else { return [""] }
    let short = ["a to ack", "a ack"]
    return isWide ? ["not acknowledged \(display.sign(.separator)) a"] + short : short
  }

  /// The notice in a sentence, such as `BP 172/104 at 14:38, limit 160/100. Repeat by 14:43.`, and
  /// shorter ones after it.
  ///
  /// Of value, time, limit and next step each is said in fewer words before one is left out, and what
  /// there is to do stays longest.
  private func sentences(of notice: Notice) -> [String] {
    let words = display.moment.words(for: notice, offset: display.offset)
    let dated = "\(words.value) at \(display.clock(notice.since))"
    let all = words.limits.isEmpty ? "" : ", \(words.limits.joined(separator: ", and "))"
    let limit = words.limits.first.map { ", \($0)" } ?? ""
    let brief = briefLimit(of: notice).map { ", \($0)" } ?? limit
    let heads = [dated + limit, dated + brief, words.value + brief]
    let (whole, shorter) = (words.steps.prefix(1), words.steps.dropFirst())
    func each(_ heads: [String], _ steps: some Sequence<String>) -> [String] {
      heads.flatMap { head in steps.map { "\(head). \($0)" } }
    }
    let bare = words.steps.isEmpty ? ["\(dated)\(all)."] : []
    return each([dated + all, dated + limit], whole) + each(heads, shorter.dropLast())
      + each(heads + [words.value], shorter.suffix(1))
      + bare + ["\(dated)\(limit).", words.value + brief, words.value]
  }

  /// The limit in the fewest words: of a pair both numbers, or which of them.
  private func briefLimit(of notice: Notice) -> String? {
    guard let crossing = notice.leading, crossing.limit.basis == .absolute,
      let limit = display.moment.words(for: notice, offset: display.offset).limits.first
    else { return nil }
    switch crossing.limit.sign {
    case .systolic: return limit.replacing(" systolic", with: " sys")
    case .diastolic: return limit.replacing(" diastolic", with: " dia")
    case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
      return "limit \(KapTimeline.plain(crossing.limit.value))"
    }
  }

  /// What the dose waits for, before there is one.
  private var waitsFor: [String] {
    guard display.zero == nil, display.session.opening?.kind == .dosing,
      display.moment.state.isOpen
    else { return [] }
    if let checks = display.findings.checks[.beforeDose] {
      return checks.filter { $0.item.isRequired && !$0.isMet }
        .map { display.moment.openWords(of: $0) }
    }
    let frame = display.moment.frame
    var missing: [String] = []
    if frame["weight"] == nil { missing.append("weight") }
    if display.findings.sets.isEmpty { missing.append("baseline vitals") }
    if frame["escort"] == nil { missing.append("escort") }
    if frame["allergies"] == nil { missing.append("allergies") }
    return missing
  }

  private var overdue: DueItem? {
    display.findings.dueItems.first { item in
      // A list to go through presses nobody to leave.
      if case .checks = item.kind { return false }
      return item.state == .late && item.isRequired
    }
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
