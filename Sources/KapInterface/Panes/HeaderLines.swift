import KapCanvas
import KapTimeline

/// The four lines on top: who and when, the dose, the patient strip, the notice row.
struct HeaderLines {
  let display: Display
  let layout: Layout
  let mode: Mode

  private var columns: Int { layout.size.columns }
  private var separator: String { " \(display.sign(.separator)) " }

  /// Draws the two lines in which every second shows.
  func drawRunning(on canvas: inout Canvas) {
    identity(on: &canvas)
    dose(on: &canvas)
  }

  /// Draws the two lines that stand still until something is written or falls due.
  func drawStanding(on canvas: inout Canvas) {
    strip(on: &canvas)
    notice(on: &canvas)
  }

  /// Which patient, always in this order: state, code, session number, room; then who is here.
  private func identity(on canvas: inout Canvas) {
    let row = layout.top.row
    let clocks = self.clocks
    let elapsedColumn = columns - 1 - Text.width(of: clocks.elapsed)
    let clockColumn = elapsedColumn - (layout.isWide ? 3 : 2) - Text.width(of: clocks.wall)
    let end = clockColumn - 2
    var column = canvas.write(mode.word, row: row, column: 1, as: mode.role) + 2
    let opening = display.session.opening
    let room = display.moment.room.map { "room \(Text.clippedAtWord($0, to: 12))" } ?? ""
    var parts = [number(of: opening), room].filter { !$0.isEmpty }
    var others: Int { parts.reduce(0) { $0 + Text.width(of: $1) + 2 } }
    // Whose session it is stays whole before which room it is in.
    while !parts.isEmpty, column + Text.width(of: opening?.subject ?? "") + others > end {
      parts.removeLast()
    }
    let subject = Text.clippedAtWord(opening?.subject ?? "", to: max(8, end - column - others))
    column = canvas.write(subject, row: row, column: column, as: .subject) + 2
    for part in parts where column + Text.width(of: part) <= end {
      column = canvas.write(part, row: row, column: column, as: .strong) + 2
    }
    let people = Text.clippedAtItem(peopleLine, separator: separator, to: end - column - 1)
    canvas.write(people, row: row, column: column + 1, as: .text, limit: max(0, end - column - 1))
    canvas.write(clocks.wall, row: row, column: clockColumn, as: .clock)
    canvas.write(clocks.elapsed, row: row, column: elapsedColumn, as: .elapsed)
  }

  private var clocks: (wall: String, elapsed: String) {
    let wall = display.wall(display.now).clockWithSeconds
    if case .ended(let end) = display.moment.state { return (wall, "ended \(display.clock(end))") }
    guard let zero = display.zero else {
      let isDosing = display.session.opening?.kind == .dosing
      return (wall, isDosing ? "before dose" : "no dose")
    }
    return (wall, "T+\(elapsedClock(display.now - zero))")
  }

  private func number(of opening: Opening?) -> String {
    guard let number = opening?.number else { return "" }
    let word = layout.isWide ? "session " : ""
    return opening?.planned.map { "\(word)\(number) of \($0)" } ?? "session \(number)"
  }

  private var peopleLine: String {
    display.list(
      display.moment.present.map { presence in
        let role = presence.role.map { layout.isWide ? $0.rawValue : $0.abbreviation } ?? ""
        return "\(display.session.initials(of: presence.person)) \(role)"
      }
    )
  }

  private func dose(on canvas: inout Canvas) {
    let hasDose = display.zero != nil
    let line = hasDose ? doseLine : beforeDose
    write(line, row: layout.top.row + 1, as: hasDose ? .dose : .text, on: &canvas)
  }

  private func write(_ items: String, row: Int, as role: Role, on canvas: inout Canvas) {
    let text = Text.clippedAtItem(items, separator: separator, to: columns - 2)
    canvas.write(text, row: row, column: 1, as: role, limit: columns - 2)
  }

  private var beforeDose: String {
    guard let opened = display.moment.startedAt, let rules = display.rules else { return "" }
    let arrived = "Arrived \(display.clock(opened)), \(display.ago(since: opened))"
    let weight = display.moment.weight.map { "\(fixed($0, places: 1)) kg" } ?? "no weight yet"
    let checks =
      display.findings.checks[.beforeDose].map { "checks \(ChecklistPane.count(of: $0))" } ?? ""
    let start = [arrived, checks]
    let end = "protocol \(rules.version), \(weight)"
    let whole = display.list(start + ["\(rules.title) \(end)"])
    // Where there is little room the medicine gives way: the dose will name it.
    let isWhole = Text.width(of: whole) <= columns - 2
    let name = "\(rules.medicine.rawValue) "
    let isNamed = rules.title.lowercased().hasPrefix(name)
    let title = isWhole || !isNamed ? rules.title : String(rules.title.dropFirst(name.count))
    let lines = [start + ["\(title) \(end)"], start + [end], [checks, end]]
    return PersonalLimitsLine(display: display, room: columns - 2).words(behind: [lines])
  }

  /// The dose; near its end how far the list before leaving is.
  private var doseLine: String {
    let phase = display.moment.phase?.phase ?? .preparation
    var leaving: [String] = []
    if let items = display.findings.checks[.leaving], isNearLeaving(phase) {
      let refused = items.count { $0.state == .no }
      leaving.append(
        "leaving \(ChecklistPane.count(of: items))" + (refused == 0 ? "" : ", \(refused) not so")
      )
    }
    let line = DoseLine(display: display, isWide: layout.isWide)
    // Older doses give way before what is in does.
    let all = (0...line.dispensable).map { line.items(without: $0) }
    let items =
      all.first { Text.width(of: display.list($0 + leaving)) <= columns - 2 } ?? all.last ?? []
    let given = items.prefix(1)
    let start = [line.start].compactMap(\.self)
    let rest = leaving + items.dropFirst() + start
    // The amount for a kilogram gives way before what is in does, and of several doses what they are
    // in all is the last to go.
    let short = given.map { String($0.prefix { !",(".contains($0) }).trimmingSpaces }
    let total = [line.total].compactMap(\.self)
    let others = total + rest.filter { !total.contains($0) }
    let lines =
      [short + rest] + others.indices.reversed().map { short + others[...$0] } + [short]
    func fits(_ line: [String]) -> Bool { Text.width(of: display.list(line)) <= columns - 2 }
    let whole: [[String]] = [given + rest, given + rest.dropLast(start.count)]
    let fullest = total.isEmpty ? nil : (whole + lines).first(where: fits)
    return PersonalLimitsLine(display: display, room: columns - 2)
      .words(behind: [[fullest ?? given + rest], lines])
  }

  private func isNearLeaving(_ phase: Phase) -> Bool {
    phase >= .recovery || display.moment.stayUntil.map { !display.isAhead($0) } ?? false
  }

  /// What was agreed with the patient, for this phase: whole items, and how many more there are.
  ///
  /// An allergy is never among those that are only counted.
  private func strip(on canvas: inout Canvas) {
    let frame = display.moment.frame
    let items = stripItems.compactMap { item in
      frame[item.fact].map { (item: item, fact: $0) }
    }
    let allergy = items.firstIndex { $0.item.fact == "allergies" && !$0.fact.saysNone }
    let words = Text.counted(
      items.map { "\($0.item.label): \($0.fact.text)" },
      separator: separator,
      keeping: allergy,
      to: columns - 2
    )
    canvas.write(
      items.isEmpty ? nothingAgreed(frame) : words,
      row: layout.top.row + 2,
      column: 1,
      as: items.isEmpty ? .muted : .text,
      limit: columns - 2
    )
  }

  /// What is not on record: of what a phase shows, where something else is.
  private func nothingAgreed(_ frame: [String: FrameFact]) -> String {
    let agreed = ["calming", "touch", "allergies", "escort"]
    guard agreed.allSatisfy({ frame[$0] == nil }) else {
      let labels = stripItems.map { $0.label.lowercased() }.joined(separator: ", ")
      return "Not on record yet: \(labels)."
    }
    let open = "\(agreed.joined(separator: ", "))."
    let whole = "Nothing agreed is on record yet: \(open)"
    return Text.width(of: whole) <= columns - 2 ? whole : "Nothing agreed yet: \(open)"
  }

  private var stripItems: [StripRule.Item] {
    guard let rules = display.rules else { return [] }
    let phase = display.moment.phase?.phase ?? .preparation
    let rule =
      rules.strip.first { $0.phases.contains(phase) } ?? rules.strip.first { $0.phases.isEmpty }
    return rule?.items ?? []
  }

  private func notice(on canvas: inout Canvas) {
    let row = layout.top.row + 3
    let line = NoticeLine(display: display, isWide: layout.isWide, isReplay: mode == .replay)
    canvas.fill(Region(row: row, column: 0, rows: 1, columns: columns), as: line.role)
    let words = line.words(columns: columns - 2)
    canvas.write(words.text, row: row, column: 1, as: line.role)
    let column = columns - 1 - Text.width(of: words.trailing)
    canvas.write(words.trailing, row: row, column: column, as: line.role)
  }
}
