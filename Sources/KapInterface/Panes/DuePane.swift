import KapCanvas
import KapTimeline

/// What is to be done, the most pressing first.
struct DuePane {
  let display: Display
  let region: Region
  let isWide: Bool
  /// The item the list has chosen, while it is open.
  var chosen: Int?
  /// Whether it has the page to itself, where what was missed stays in sight.
  var isWhole = false

  /// `9 of 16 done, 1 not done, 2 missed`, at the right of the title.
  var trailing: String { trailings.first ?? "" }

  /// The same in fewer and fewer words: how many are done, and of how many, always has room.
  var shorterTrailings: [String] { Array(trailings.dropFirst()) }

  private var trailings: [String] {
    let due = display.due
    guard due.total > 0 else { return [] }
    let (whole, brief) = ("\(due.done) of \(due.total)", "\(due.done)/\(due.total)")
    let missed = due.missed.isEmpty ? "" : ", \(due.missed.count) missed"
    let notDone = due.notDone == 0 ? "" : ", \(due.notDone) not"
    return [
      "\(whole) done\(notDone)\(notDone.isEmpty ? "" : " done")\(missed)",
      "\(brief) done\(notDone)\(missed)", "\(brief) done\(missed)", "\(brief)\(missed)",
      "\(whole) done", whole, brief,
    ]
  }

  /// The title at a moment of a replay, shorter where it would leave no room for what is done.
  static func replayTitle(_ columns: Int) -> String {
    columns < 36 ? "Due then" : "Due at that moment"
  }

  func draw(on canvas: inout Canvas) {
    guard region.rows > 0 else { return }
    let items = display.findings.dueItems
    guard !items.isEmpty else {
      let text =
        display.moment.state.isOpen
        ? "Nothing is due."
        : display.moment.startedAt == nil
          ? "The session is not open yet." : "The session has ended."
      canvas.write(text, in: region, column: 1, as: .muted)
      return
    }
    for (row, place) in places(in: items).enumerated() {
      guard let item = place.flatMap({ items[safe: $0] }) else {
        canvas.write(rest(of: items), in: region, row: row, column: isWide ? 3 : 1, as: .muted)
        continue
      }
      draw(
        line(of: item),
        isChosen: chosen == place,
        isTop: chosen == nil && place == 0,
        row: row,
        on: &canvas
      )
    }
  }

  /// The place in the list of what stands in each row; nil for the row that counts what has none.
  ///
  /// What was missed comes last, and nobody would see it where there is more ahead than rows.
  private func places(in items: [DueItem]) -> [Int?] {
    let shown = missedShown(of: items)
    guard shown > 0 else {
      let first = max(0, min((chosen ?? 0) - region.rows + 1, items.count - region.rows))
      return Array((first..<items.count).prefix(region.rows))
    }
    let head = 0..<(region.rows - shown - 1)
    let tail = (items.count - shown)..<items.count
    return head.map(\.self) + [nil] + tail.map(\.self)
  }

  /// How many of what was missed keep their rows though not all fits; none while a list is open.
  private func missedShown(of items: [DueItem]) -> Int {
    guard isWhole, chosen == nil, items.count > region.rows, region.rows > 4 else { return 0 }
    return min(items.count { $0.isMissed }, region.rows - 4)
  }

  /// `6 more ahead`, and what of the missed has no row either.
  private func rest(of items: [DueItem]) -> String {
    let missed = items.count { $0.isMissed }
    let shown = missedShown(of: items)
    let ahead = items.count - missed - (region.rows - shown - 1)
    let older = missed - shown
    let words = [
      ahead > 0 ? "\(ahead) more ahead" : nil, older > 0 ? "\(older) more missed" : nil,
    ]
    return words.compactMap(\.self).joined(separator: ", ") + "; d goes through them all"
  }

  private func draw(
    _ line: Line,
    isChosen: Bool,
    isTop: Bool,
    row: Int,
    on canvas: inout Canvas
  ) {
    let inset = isWide ? 1 : 0
    let role: Role = isChosen ? .selection : line.isLate ? .dueLate : .due
    if isChosen {
      canvas.fill(region.rows(from: row, count: 1), as: .selection)
    }
    if isChosen || isTop {
      canvas.write(display.sign(.chosen), in: region, row: row, column: inset, as: role)
    }
    let clock = inset + (isWide ? 2 : 1)
    canvas.write(line.time, in: region, row: row, column: clock, as: role)
    let title = clock + (isWide ? 7 : 6)
    let edge = isWide ? 1 : 0
    let rest = region.columns - title - edge - 1
    let least = rest - Text.width(of: line.shortTitle)
    let time = line.standings.first { Text.width(of: $0) <= least } ?? line.standings.last ?? ""
    let trailing = time + (isWide ? " " : "")
    let room = rest - Text.width(of: time)
    let words = Text.width(of: line.title) <= room ? line.title : line.shortTitle
    canvas.write(Text.clippedAtWord(words, to: room), in: region, row: row, column: title, as: role)
    let trailingRole: Role = isChosen ? .selection : line.isLate ? .dueLate : .muted
    canvas.writeTrailing(trailing, in: region, row: row, from: title, as: trailingRole)
  }

  /// A line of the pane.
  struct Line {
    let time: String
    let title: String
    let shortTitle: String
    let standings: [String]
    let isLate: Bool
  }

  private func line(of item: DueItem) -> Line {
    Line(
      time: item.at.map { display.clock($0) } ?? "",
      title: Self.title(of: item, in: display),
      shortTitle: Self.title(of: item, in: display, isShort: true),
      standings: standings(of: item),
      isLate: item.state == .late && !item.isMissed && !item.kind.isLeaving
    )
  }

  /// What an item is called; short without what can be left out.
  static func title(of item: DueItem, in display: Display, isShort: Bool = false) -> String {
    display.moment.dueTitle(of: item, isShort: isShort)
  }

  /// Where it stands, the fullest first; without room for how long, its state stays: when it is to be
  /// done stands before its name.
  private func standings(of item: DueItem) -> [String] {
    guard let at = item.at else { return [Self.waiting(item.kind)] }
    if item.isMissed { return ["missed"] }
    if let until = item.postponedUntil, display.isAhead(until),
      let words = display.moment.postponedWords(for: item, offset: display.offset)
    {
      return [words, "later"]
    }
    if item.kind.isLeaving, !display.isAhead(at) { return ["stay reached"] }
    let left = lengthInWords(minutes: max(0, display.minutesLeft(until: at)))
    switch item.state {
    case .upcoming: return ["in \(left)", ""]
    case .due: return display.isAhead(at) ? ["due, in \(left)", "due"] : ["due now", "due"]
    case .late:
      return ["late \(lengthInWords(minutes: max(0, display.minutes(since: at))))", "late"]
    case .done, .notDone: return [""]
    }
  }

  /// When something without a time is wanted.
  private static func waiting(_ kind: DueItem.Kind) -> String {
    switch kind {
    case .checks(.beforeDose, _, _): "before dose"
    case .pin, .stepWords, .vial, .confirm, .checks(.leaving, _, _): "any time"
    case .vitals(let minute), .scores(let minute):
      minute < 0 ? "before dose" : minute == 0 ? "at the dose" : "after dose"
    case .endReading, .repeatReading, .infusionEnd, .hold: "after dose"
    }
  }
}

extension DueItem.Kind {
  /// Whether it is the list before leaving, for which nobody is ever late.
  fileprivate var isLeaving: Bool {
    guard case .checks(.leaving, _, _) = self else { return false }
    return true
  }
}
