import KapCanvas
import KapTimeline

/// The four lines on top: who and when, the dose, the patient strip, the notice row.
struct HeaderLines {
  let display: Display
  let layout: Layout
  let mode: Mode

  func draw(on canvas: inout Canvas) {
    identity(on: &canvas)
    dose(on: &canvas)
    strip(on: &canvas)
    notice(on: &canvas)
  }

  /// Which patient, always in this order: state, code, session number, room.
  private func identity(on canvas: inout Canvas) {
    let row = layout.top.row
    let clocks = self.clocks
    let columns = layout.size.columns
    let clocksColumn = columns - Text.width(of: clocks.wall) - Text.width(of: clocks.elapsed) - 3
    var column = canvas.write(mode.word, row: row, column: 1, as: mode.role) + 2
    let opening = display.session.opening
    column = canvas.write(opening?.subject ?? "", row: row, column: column, as: .subject) + 2
    let number = Self.number(opening, isWide: layout.isWide)
    for part in [number, display.moment.room.map { "room \($0)" } ?? ""] where !part.isEmpty {
      column = canvas.write(part, row: row, column: column, as: .strong) + 2
    }
    let room = clocksColumn - column - 2
    let people = Text.clippedAtItem(peopleLine, separator: " \(display.sign(.separator)) ", to: room)
    canvas.write(people, row: row, column: column + 1, as: .text, limit: max(0, room))
    canvas.write(clocks.wall, row: row, column: clocksColumn, as: .clock)
    let elapsedColumn = columns - 1 - Text.width(of: clocks.elapsed)
    canvas.write(clocks.elapsed, row: row, column: elapsedColumn, as: .elapsed)
  }

  private var clocks: (wall: String, elapsed: String) {
    let wall = display.wall(display.now).clockWithSeconds
    guard let zero = display.zero else {
      let isDosing = display.session.opening?.kind == .dosing
      return (wall, isDosing ? "before dose" : "no dose")
    }
    return (wall, "T+\(elapsedClock(display.now - zero))")
  }

  private static func number(_ opening: Opening?, isWide: Bool) -> String {
    guard let number = opening?.number else { return "" }
    let word = isWide ? "session " : ""
    return opening?.planned.map { "\(word)\(number) of \($0)" } ?? "session \(number)"
  }

  private var peopleLine: String {
    display.list(
      display.moment.present.map { presence in
        let role = presence.role.map { layout.isWide ? $0.rawValue : $0.abbreviation } ?? ""
        return "\(initials(of: presence.person)) \(role)"
      }
    )
  }

  private func dose(on canvas: inout Canvas) {
    let row = layout.top.row + 1
    let separator = " \(display.sign(.separator)) "
    let line = display.zero == nil ? beforeDose : DoseLine(display: display, isWide: layout.isWide).text
    let text = Text.clippedAtItem(line, separator: separator, to: layout.size.columns - 2)
    canvas.write(text, row: row, column: 1, as: .dose, limit: layout.size.columns - 2)
  }

  private var beforeDose: String {
    guard let opened = display.moment.startedAt, let rules = display.rules else { return "" }
    let arrived =
      "Arrived \(display.clock(opened)), \(ago(display.now - opened))"
    let weight = display.moment.weight.map { ", \(plain($0, places: 1)) kg" } ?? ", no weight yet"
    return display.list([arrived, "\(rules.title)\(weight)", "protocol \(rules.version)"])
  }

  /// What was agreed with the patient, for this phase; cut at a whole item.
  private func strip(on canvas: inout Canvas) {
    let frame = display.moment.frame
    let items = stripItems.compactMap { item -> String? in
      guard let fact = frame[item.fact] else { return nil }
      return "\(item.label): \(fact.text)"
    }
    let text = items.isEmpty ? "Nothing agreed is on record yet: calming, touch, allergies, escort." : display.list(items)
    let separator = " \(display.sign(.separator)) "
    let room = layout.size.columns - 2
    canvas.write(
      Text.clippedAtItem(text, separator: separator, to: room),
      row: layout.top.row + 2,
      column: 1,
      as: items.isEmpty ? .muted : .text,
      limit: room
    )
  }

  private var stripItems: [StripRule.Item] {
    guard let rules = display.rules else { return [] }
    let phase = display.moment.phase?.phase ?? .preparation
    let rule = rules.strip.first { $0.phases.contains(phase) } ?? rules.strip.first { $0.phases.isEmpty }
    return rule?.items ?? []
  }

  private func notice(on canvas: inout Canvas) {
    let row = layout.top.row + 3
    let line = NoticeLine(display: display, isWide: layout.isWide)
    canvas.fill(Region(row: row, column: 0, rows: 1, columns: layout.size.columns), as: line.role)
    let columns = layout.size.columns
    let trailing = line.trailing
    let trailingColumn = columns - 1 - Text.width(of: trailing)
    canvas.write(line.text, row: row, column: 1, as: line.role, limit: trailingColumn - 2)
    canvas.write(trailing, row: row, column: trailingColumn, as: line.role)
  }
}
