import KapCanvas
import KapTimeline

/// What is to be done, the most pressing first.
struct DuePane {
  let display: Display
  let region: Region
  let isWide: Bool
  /// The item the list has chosen, while it is open.
  var chosen: Int?

  /// `9 of 16 done`, at the right of the title.
  var trailing: String {
    let due = display.due
    return due.total == 0 ? "" : "\(due.done) of \(due.total) done"
  }

  func draw(on canvas: inout Canvas) {
    let lines = Self.lines(display)
    guard region.rows > 0 else { return }
    guard !lines.isEmpty else {
      let text = display.moment.state.isOpen ? "Nothing is due." : "The session has ended."
      canvas.write(text, in: region, column: 1, as: .muted)
      return
    }
    let first = max(0, min((chosen ?? 0) - region.rows + 1, lines.count - region.rows))
    for (row, line) in lines.dropFirst(first).prefix(region.rows).enumerated() {
      draw(line, isChosen: chosen == first + row, isTop: chosen == nil && first + row == 0, row: row, on: &canvas)
    }
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
    let time = inset + (isWide ? 2 : 1)
    canvas.write(line.time, in: region, row: row, column: time, as: role)
    let title = time + (isWide ? 7 : 6)
    let trailing = line.trailing + (isWide ? " " : "")
    let room = region.columns - title - Text.width(of: trailing) - 1
    canvas.write(Text.clipped(line.title, to: room), in: region, row: row, column: title, as: role)
    canvas.writeTrailing(trailing, in: region, row: row, from: title, as: isChosen ? .selection : line.isLate ? .dueLate : .muted)
  }

  /// A line of the pane, and the item behind it.
  struct Line {
    let item: DueItem
    let time: String
    let title: String
    let trailing: String
    let isLate: Bool
  }

  /// The open items as lines, in order.
  static func lines(_ display: Display) -> [Line] {
    display.due.open.map { item in
      Line(
        item: item,
        time: item.at.map { display.clock($0) } ?? "",
        title: title(of: item, in: display),
        trailing: countdown(of: item, in: display),
        isLate: item.state == .late
      )
    }
  }

  static func title(of item: DueItem, in display: Display) -> String {
    let required = item.isRequired ? ", required" : ""
    switch item.kind {
    case .vitals(let minute) where minute < 0: return "baseline vitals\(required)"
    case .vitals(let minute): return "vitals \(signed(minute))\(required)"
    case .repeatReading(let rule, _): return "\(label(of: rule, in: display)) again (notice)"
    case .scores(let minute): return "scores \(signed(minute))"
    case .infusionEnd: return "infusion planned to end"
    case .hold(let then): return then
    case .pin(let number, _): return "pin \(number) waits for words"
    case .confirm(let entry):
      return "confirm \(display.session.name(of: entry)): \(unusual(entry, in: display))"
    }
  }

  private static func signed(_ minute: Double) -> String {
    minute > 0 ? "+\(plain(minute))" : plain(minute)
  }

  private static func label(of rule: String, in display: Display) -> String {
    guard let sign = display.rules?.limits.first(where: { $0.rule == rule })?.sign else {
      return rule
    }
    switch sign {
    case .systolic, .diastolic: return "BP"
    case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
      return sign.label
    }
  }

  private static func unusual(_ entry: Int, in display: Display) -> String {
    display.moment.unconfirmed(entry).map { doubt in
      switch doubt {
      case .unusual(let quantity, let value, _, _):
        let label = Sign(rawValue: quantity)?.label ?? quantity
        return "\(label) \(plain(value, places: 1))"
      case .dose, .doses: return "dose"
      case .sameFigures, .otherSeat: return ""
      }
    }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func countdown(of item: DueItem, in display: Display) -> String {
    guard let at = item.at else { return item.kind.isAnyTime ? "any time" : "before dose" }
    if item.isMissed { return "missed" }
    if let until = item.postponedUntil, until > display.now {
      return "later, until \(display.clock(until))"
    }
    switch item.state {
    case .upcoming:
      let minutes = Int(((at - display.now).inMinutes).rounded(.up))
      return "in \(lengthInWords(minutes: max(0, minutes)))"
    case .due: return at > display.now ? "due, in \(max(0, Int((at - display.now).inMinutes.rounded(.up)))) min" : "due now"
    case .late: return "late \(lengthInWords(minutes: max(0, (display.now - at).wholeMinutes)))"
    case .done, .notDone: return ""
    }
  }
}

extension DueItem.Kind {
  fileprivate var isAnyTime: Bool {
    switch self {
    case .pin, .confirm: true
    case .vitals, .repeatReading, .scores, .infusionEnd, .hold: false
    }
  }
}
