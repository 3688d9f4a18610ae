import KapCanvas
import KapTimeline

/// The phases on one minute axis: what the protocol expects, what was declared, and now.
struct Ribbon {
  let display: Display
  let region: Region
  let isWide: Bool
  /// The play head, in a replay: what was written after it has a row in place of the plan's.
  var replay: Replay?
  /// The column of minute zero.
  let zeroColumn: Int
  let minutesPerColumn: Double

  init(display: Display, region: Region, isWide: Bool, replay: Replay? = nil) {
    self.replay = replay
    self.display = display
    self.region = region
    self.isWide = isWide
    zeroColumn = isWide ? 15 : 12
    let columns = Double(max(1, region.columns - zeroColumn - 1))
    minutesPerColumn = Self.minutesPerColumn(display, columns: columns)
  }

  /// The title of the box: `Phase  PEAK 20 min, declared +11`.
  var title: String {
    guard let rules = display.rules, let phase = display.moment.phase else {
      return "Phase  none declared yet"
    }
    let name = rules.label(of: phase.phase).uppercased()
    let minutes = max(0, display.minutes(since: phase.from))
    let minute = display.minute(phase.from)
    let since = minute.isEmpty ? "since \(display.clock(phase.from))" : "declared \(minute)"
    let gap = isWide ? "  " : " "
    let author =
      isWide
      ? " by \(display.session.initials(of: display.session.entries[phase.entry].recorded.author))"
      : ""
    return "Phase  \(name)\(gap)\(lengthInWords(minutes: minutes)), \(since)\(author)"
  }

  /// The right of the title: until when the person stays, or what the protocol expects.
  var trailing: String {
    guard let rules = display.rules else { return "" }
    if isWide, let phase = display.moment.phase?.phase,
      let plan = rules.phases.first(where: { $0.phase == phase }), let from = plan.from,
      let to = plan.to
    {
      return "expected \(plan.label) \(signed(from)) to \(signed(to))"
    }
    return stay
  }

  /// `stay until 15:48`, `stay reached`: never *cleared*.
  private var stay: String {
    guard let until = display.moment.stayUntil else { return "" }
    // Who was discharged stays no longer, whatever the rule says.
    if display.moment.phase?.phase == .discharged, display.isAhead(until) { return "" }
    guard display.isAhead(until) else { return "stay reached \(display.clock(until))" }
    if display.moment.isStayOpen { return "stay until \(display.clock(until)) at least" }
    let left = isWide ? ", \(display.wholeMinutesLeft(until: until)) min left" : ""
    return "stay until \(display.clock(until))\(left)"
  }

  private func signed(_ minute: Double) -> String {
    minute > 0 ? "+\(plain(minute))" : plain(minute)
  }

  /// How many minutes a column stands for: as few as show the plan, the stay and the session so far.
  private static func minutesPerColumn(_ display: Display, columns: Double) -> Double {
    let planned = display.rules?.phases.compactMap(\.to).max() ?? 60
    let stay = display.moment.stayMinute ?? display.rules?.stay.minutes ?? 0
    let elapsed = display.zero.map { Double(display.minutes(since: $0) + 1) } ?? 0
    let needed = max(planned, stay, elapsed + 2)
    return [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60].first { $0 * columns >= needed } ?? 120
  }

  private func column(_ minute: Double) -> Int {
    let offset = (minute / minutesPerColumn).rounded(.down)
    return zeroColumn + Int(min(max(offset, -1000), 10_000))
  }

  private func column(_ instant: Instant) -> Int? {
    display.zero.map { column((instant - $0).inMinutes) }
  }

  /// A label that has no room: its first three letters, or nothing.
  private static func short(_ label: String, _ room: Int) -> String {
    if Text.width(of: label) <= room { return label }
    return room < 3 ? "" : String(label.prefix(3))
  }

  func draw(on canvas: inout Canvas) {
    guard region.rows > 0 else { return }
    let isShort = region.rows == 1
    if !isShort { axis(on: &canvas) }
    if let replay {
      seen(on: &canvas, row: isShort ? 0 : 1)
      if region.rows > 3 { marks(on: &canvas, row: 2) }
      if region.rows > 2 { later(replay, on: &canvas, row: region.rows - 1) }
      return
    }
    if region.rows > 2 { plan(on: &canvas, row: 1) }
    seen(on: &canvas, row: isShort ? 0 : region.rows == 2 ? 1 : 2)
    if region.rows > 3 { marks(on: &canvas, row: 3) }
  }

  private func label(_ text: String, on canvas: inout Canvas, row: Int) {
    canvas.write(text, in: region, row: row, column: 1, as: .muted)
  }

  private func axis(on canvas: inout Canvas) {
    label(isWide ? "minute" : "min", on: &canvas, row: 0)
    let step = 10 * minutesPerColumn
    var minute = 0.0
    while column(minute) < region.columns {
      canvas.write(plain(minute), in: region, row: 0, column: column(minute), as: .muted)
      minute += step
    }
  }

  private func plan(on canvas: inout Canvas, row: Int) {
    label("plan", on: &canvas, row: row)
    guard display.zero != nil else {
      let text = "windows appear at the dose"
      canvas.write(text, in: region, row: row, column: zeroColumn, as: .phasePlan)
      return
    }
    for plan in display.rules?.phases ?? [] {
      guard let from = plan.from, let to = plan.to, to > from else { continue }
      let first = column(from)
      let last = min(column(to), region.columns) - 1
      guard last > first else { continue }
      let line = String(repeating: display.sign(.plan), count: max(0, last - first - 1))
      let text = display.sign(.planStart) + line + display.sign(.planEnd)
      canvas.write(text, in: region, row: row, column: first, as: .graphPhase)
      let room = last - first - 1
      let isWhole = Text.width(of: plan.label) + 3 <= room
      let name = isWhole ? " \(plan.label) " : Self.short(plan.label, room)
      let inset = isWhole ? 2 : 1
      canvas.write(name, in: region, row: row, column: first + inset, as: .phasePlan)
    }
  }

  private func seen(on canvas: inout Canvas, row: Int) {
    label("seen", on: &canvas, row: row)
    let stretches = display.moment.phases
    guard let zero = display.zero else {
      let names = stretches.map { display.rules?.label(of: $0.phase) ?? $0.phase.rawValue }
      let text = names.joined(separator: " \(display.sign(.right)) ")
      canvas.write(text, in: region, row: row, column: zeroColumn, as: .phaseCurrent)
      return
    }
    if let before = stretches.last(where: { $0.from < zero }) {
      let name = display.rules?.label(of: before.phase) ?? before.phase.rawValue
      canvas.write(String(name.prefix(4)), in: region, row: row, column: 7, as: .phasePast)
    }
    for stretch in stretches where stretch.to.map({ $0 > zero }) ?? true {
      draw(stretch, since: zero, on: &canvas, row: row)
    }
    if region.rows < 4 {
      canvas.write(display.sign(.dose), in: region, row: row, column: zeroColumn, as: .dose)
    }
  }

  private func draw(
    _ stretch: PhaseStretch,
    since zero: Instant,
    on canvas: inout Canvas,
    row: Int
  ) {
    let isNow = stretch.to == nil
    let from = column((max(stretch.from, zero) - zero).inMinutes)
    let to = column(((stretch.to ?? display.counted) - zero).inMinutes)
    let role: Role = isNow ? .phaseCurrent : .phasePast
    let label = display.rules?.label(of: stretch.phase) ?? stretch.phase.rawValue
    let width = max(to - from, isNow ? 2 : 1)
    let fill = String(repeating: display.sign(.seen), count: max(0, width - (isNow ? 2 : 1)))
    let text = display.sign(.seenStart) + fill + (isNow ? display.sign(.seenEnd) : "")
    canvas.write(text, in: region, row: row, column: from, as: .graphPhase)
    let room = width - (isNow ? 2 : 1)
    if room >= Text.width(of: label) + 3 {
      canvas.write(" \(label) ", in: region, row: row, column: from + 2, as: role)
    } else {
      let short = Self.short(label, room)
      canvas.write(short, in: region, row: row, column: from + 1, as: role)
    }
    guard isNow else { return }
    let here = display.ended == nil ? " now" : " end"
    canvas.write(here, in: region, row: row, column: from + width, as: .graphNow)
  }

  /// What was written after the play head about the time before it: where it belongs.
  private func later(_ replay: Replay, on canvas: inout Canvas, row: Int) {
    label("later", on: &canvas, row: row)
    var last = zeroColumn - 3
    for column in Set(replay.laterTimes.compactMap { column($0) }) {
      guard column > 6, column < region.columns else { continue }
      canvas.write(display.sign(.later), in: region, row: row, column: column, as: .later)
      last = max(last, column)
    }
    let isNone = replay.laterTimes.isEmpty
    let word = replay.isAsKnown ? "hidden" : "shown"
    let texts =
      isNone
      ? ["no entry was written after this moment about it", "none"]
      : ["\(word): entries written after this moment", "\(word): written after this", word]
    let room = region.columns - last - 4
    guard let text = texts.first(where: { Text.width(of: $0) <= room }) else { return }
    canvas.write(text, in: region, row: row, column: last + 3, as: .muted)
  }

  private func marks(on canvas: inout Canvas, row: Int) {
    label("marks", on: &canvas, row: row)
    var last = zeroColumn
    func mark(_ instants: some Sequence<Instant>, _ glyph: Glyph, _ role: Role) {
      // Of those in a column one is written: the cost is that of the row.
      for column in Set(instants.compactMap { column($0) }) {
        guard column > 6, column < region.columns else { continue }
        canvas.write(display.sign(glyph), in: region, row: row, column: column, as: role)
        last = max(last, column)
      }
    }
    let entries = display.session.entries
    mark(display.findings.sets.map(\.at), .vitals, .vitalNormal)
    mark(display.moment.standing(.given).map { entries[$0].occurredAt }, .medicine, .dose)
    mark(display.notices.map(\.since), .notice, .vitalNotice)
    mark(display.findings.pins.map(\.at), .pin, .pin)
    mark(display.moment.doses.map { entries[$0.entry].occurredAt }, .dose, .dose)
    legend(after: last, on: &canvas, row: row)
  }

  private func legend(after last: Int, on canvas: inout Canvas, row: Int) {
    let now = column(display.counted) ?? zeroColumn
    let signs = [(Glyph.dose, "dose"), (.vitals, "vitals"), (.pin, "pin"), (.notice, "notice")]
      .map { "\(display.sign($0.0)) \($0.1)" }.joined(separator: " ")
    let text = [signs, stay].filter { !$0.isEmpty }.joined(separator: "   ")
    let column = region.columns - Text.width(of: text) - 1
    guard column > max(last, now) + 6 else {
      canvas.writeTrailing(stay + " ", in: region, row: row, from: max(last, now) + 3, as: .muted)
      return
    }
    canvas.write(text, in: region, row: row, column: column, as: .muted)
  }
}
