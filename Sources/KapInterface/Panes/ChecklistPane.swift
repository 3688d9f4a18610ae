import KapCanvas
import KapTimeline

/// A list of checks in place of the notes: each item by its group, and how it stands.
///
/// The list before leaving says the stay first and what is missing last; it never says more than
/// what is recorded.
struct ChecklistPane {
  let display: Display
  let region: Region
  let purpose: Checklist.Purpose
  let chosen: Int

  private var items: [ChecklistState] { display.findings.checks[purpose] ?? [] }

  var title: String {
    display.rules?.care.checklist(for: purpose)?.title ?? ""
  }

  var trailing: String { Self.count(of: items) }

  /// `17 of 21`: those with an answer, or that the record shows.
  static func count(of items: [ChecklistState]) -> String {
    "\(items.count { $0.isMet || $0.state == .no }) of \(items.count)"
  }

  /// A row of the list: a group's name, an item by its place, or words to read out.
  private enum Row {
    case group(String)
    case item(Int)
    case words(String)
  }

  func draw(on canvas: inout Canvas) {
    let heads = self.heads
    let shownHeads = region.rows > heads.count + 3 ? heads : Array(heads.prefix(region.rows / 4))
    for (row, text) in shownHeads.enumerated() {
      write(text, row: row, as: row == 0 ? .strong : .muted, on: &canvas)
    }
    let foot = region.rows >= 6 ? self.foot : nil
    let body = region.dropTop(shownHeads.count).dropBottom(foot == nil ? 0 : 1)
    if let foot { write(foot, row: region.rows - 1, as: .entryAsk, on: &canvas) }
    let rows = self.rows
    let here =
      rows.firstIndex {
        guard case .item(let place) = $0 else { return false }
        return place == chosen
      } ?? 0
    let last = max(0, rows.count - body.rows)
    let first = min(last, max(0, here - body.rows / 2))
    for (line, row) in rows.dropFirst(first).prefix(body.rows).enumerated() {
      draw(row, in: body.rows(from: line, count: 1), on: &canvas)
    }
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var group = ""
    let hasGroups = region.rows >= 8
    for (place, state) in items.enumerated() {
      if hasGroups, state.item.group != group {
        group = state.item.group
        rows.append(.group(group))
      }
      rows.append(.item(place))
    }
    let words = purpose == .leaving ? display.rules?.care.aftercare ?? [] : []
    guard !words.isEmpty else { return rows }
    let lines = words.flatMap { Text.wrapped($0.name, to: max(8, region.columns - 3)) }
    return rows + [.group("to say before they go")] + lines.map(Row.words)
  }

  private func draw(_ row: Row, in cell: Region, on canvas: inout Canvas) {
    switch row {
    case .group(let name):
      let text = Text.clippedAtWord(name, to: cell.columns - 2)
      canvas.write(text, in: cell, column: 1, as: .muted)
    case .words(let text): canvas.write(text, in: cell, column: 2, as: .text)
    case .item(let place):
      guard let state = items[safe: place] else { return }
      draw(state, isChosen: place == chosen, in: cell, on: &canvas)
    }
  }

  private func draw(
    _ state: ChecklistState,
    isChosen: Bool,
    in cell: Region,
    on canvas: inout Canvas
  ) {
    let role: Role = isChosen ? .selection : state.role
    if isChosen {
      canvas.fill(cell, as: .selection)
      canvas.write(display.sign(.chosen), in: cell, column: 0, as: role)
    }
    let item = state.item
    let words = Self.brief(state, in: display)
    let most = cell.columns - 4 - min(Text.width(of: item.short), cell.columns / 2)
    let trailing = Text.clippedAtWord(words, to: most)
    let room = cell.columns - 4 - Text.width(of: trailing)
    let label = Text.width(of: item.label) <= room ? item.label : item.short
    let name = Text.clippedAtWord(label, to: room)
    let end = canvas.write(name, in: cell, column: 2, as: role)
    canvas.writeTrailing(trailing, in: cell, row: 0, from: end, as: role)
  }

  private func write(_ text: String, row: Int, as role: Role, on canvas: inout Canvas) {
    let words = Text.clippedAtWord(text, to: region.columns - 2)
    canvas.write(words, in: region, row: row, column: 1, as: role)
  }

  /// Before leaving: how long the person stays at least, and what was recorded last.
  private var heads: [String] {
    guard purpose == .leaving, let until = display.moment.stayUntil else { return [] }
    let stay =
      display.isAhead(until)
      ? "stay until \(display.clock(until)), "
        + lengthInWords(minutes: display.minutesLeft(until: until))
      : "stay reached"
    let facts = LeavingFacts(display: display).words
    guard !facts.isEmpty else { return [stay] }
    let gap = "  "
    let room = region.columns - 2
    return [
      stay, Text.clippedAtItem(facts.joined(separator: gap), separator: gap, to: room),
    ]
  }

  /// What is open still, by name.
  private var foot: String? {
    guard purpose == .leaving else { return nil }
    let open = items.filter { $0.item.isRequired && !$0.isMet }.map(\.item.short)
    guard !open.isEmpty else { return "every required item has an answer" }
    let head = "missing: "
    let room = region.columns - 2 - Text.width(of: head)
    return head + Text.clippedAtItem(open.joined(separator: ", "), separator: ", ", to: room)
  }

  /// How an item stands, in a few words: `13:52 AR`, `BP 124/78`, `open`.
  private static func brief(_ state: ChecklistState, in display: Display) -> String {
    switch state.state {
    case .open: state.item.isRequired ? "open" : "may wait"
    case .done: signature(of: state, in: display)
    case .shown: state.words ?? "on record"
    case .no: "NO \(signature(of: state, in: display))"
    case .notApplicable: "n/a \(signature(of: state, in: display))"
    }
  }

  private static func signature(of state: ChecklistState, in display: Display) -> String {
    guard let entry = state.entry else { return "" }
    let at = display.clock(display.session.entries[entry].occurredAt)
    return "\(at) \(display.moment.authorLabel(of: entry))"
  }

  /// How an item stands, in a sentence for the line below.
  static func words(of state: ChecklistState, in display: Display) -> String {
    let said = state.words.map { ": \($0)" } ?? ""
    let by = signature(of: state, in: display)
    switch state.state {
    case .open: return state.item.isRequired ? "open, required" : "open, may be left open"
    case .done: return "ticked \(by)\(said)"
    case .shown: return "shown\(said)"
    case .no: return "not so, \(by)\(said)"
    case .notApplicable: return "does not apply, \(by)\(said)"
    }
  }
}

extension ChecklistState {
  fileprivate var role: Role {
    switch state {
    case .open: item.isRequired ? .due : .muted
    case .no: .entryAsk
    case .done, .shown, .notApplicable: .muted
    }
  }
}

/// What the record shows last of what a person looks at before somebody leaves: facts, no judgement.
struct LeavingFacts {
  let display: Display

  var words: [String] { [pressure, saturation, alertness].compactMap(\.self) }

  private var pressure: String? {
    guard let last = display.findings.sets.last(where: { $0.vitals.bloodPressure != nil }),
      let pair = last.vitals.bloodPressure
    else { return nil }
    guard let base = display.findings.baseline?.vitals.bloodPressure?.systolic, base > 0,
      let now = last.vitals[.systolic]
    else { return "BP \(pair.text)" }
    let percent = (now / Double(base) - 1) * 100
    let change = plain(percent.rounded(), places: 0)
    return "BP \(pair.text) \(percent.rounded() > 0 ? "+" : "")\(change)%"
  }

  private var saturation: String? {
    guard let last = display.findings.sets.last(where: { $0.vitals[.oxygenSaturation] != nil }),
      let value = last.vitals[.oxygenSaturation]
    else { return nil }
    // Where nobody said what was breathed, nothing is said of it.
    let gas = last.vitals.oxygenLitres.map { $0 > 0 ? " on \(plain($0)) L" : " air" } ?? ""
    return "SpO2 \(plain(value))\(gas)"
  }

  private var alertness: String? {
    guard let rules = display.rules, let name = rules.care.warningScore?.alertScale,
      let scale = rules.scale(named: name),
      let value = display.findings.looks.last(where: { $0.values[name] != nil })?.values[name]
    else { return nil }
    return "\(scale.shortLabel) \(plain(value))"
  }
}
