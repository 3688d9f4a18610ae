import KapCanvas
import KapTimeline

/// The emergency card: a clock, one key for each thing done, and what was done, read back.
struct CardPane {
  let display: Display
  let emergency: EmergencyState
  let interventions: [Intervention]
  /// The step whose words are being typed: until then digits are no steps.
  var asked: Intervention?
  /// What is open and takes the digits until it is closed.
  var taking: String?
  let region: Region

  private static let gap = 3

  func draw(on canvas: inout Canvas) {
    canvas.fill(region, as: .text)
    let box = region.outset
    canvas.rule(row: region.row - 1, across: box, title: title)
    let place = Region(row: region.row - 1, column: box.column + 3, rows: 1, columns: titleWidth)
    canvas.restyle(place, as: .noticeUrgent)
    let keys = keyRows
    for (row, items) in keys.enumerated() where row < region.rows {
      for item in items {
        canvas.write(item.text, in: region, row: row, column: item.column, as: .text)
        canvas.write(item.key, in: region, row: row, column: item.column, as: .key)
      }
    }
    let steps = stepRows(below: keys.count)
    for (row, line) in steps.enumerated() {
      canvas.write(line, in: region, row: keys.count + row, column: 1, as: .strong)
    }
    guard keys.count + steps.count < region.rows || hasHints else { return }
    let role: Role = asked == nil && taking == nil ? .muted : .entryAsk
    canvas.write(hints, in: region, row: region.rows - 1, column: 1, as: role)
  }

  private var title: String {
    let began = display.wall(emergency.since).clockWithSeconds
    return "EMERGENCY  started \(began)   \(elapsedClock(display.now - emergency.since))"
  }

  private var titleWidth: Int { min(Text.width(of: title), max(0, region.columns - 4)) }

  /// A step with its key, set so that steps stand under each other where there is room.
  private struct Item {
    let key: String
    let text: String
    let width: Int
    var column = 1
  }

  private var items: [Item] {
    var labels = interventions.map { item in
      (item.key, item.isOther ? "\(item.name), in words" : item.name)
    }
    if !labels.contains(where: { $0.0 == "9" }) { labels.append(("9", "other, in words")) }
    return labels.map { key, name in
      let text = "\(key) \(name)"
      return Item(key: key, text: text, width: Text.width(of: text))
    }
  }

  /// The steps in as few rows as they take, so that what was done has the rest.
  private var keyRows: [[Item]] {
    let end = region.columns - 1
    var rows: [[Item]] = []
    for var item in items {
      guard let last = rows.last?.last else {
        rows = [[item]]
        continue
      }
      let next = last.column + last.width + Self.gap
      // Under a step of the first row, where the row has room for that.
      let stop = rows[0].map(\.column).first { rows.count > 1 && $0 >= next } ?? next
      item.column = stop + item.width <= end ? stop : next
      if item.column + item.width <= end {
        rows[rows.count - 1].append(item)
      } else {
        item.column = 1
        rows.append([item])
      }
    }
    return rows
  }

  private var hasHints: Bool { region.rows >= keyRows.count + 2 }

  /// The newest steps that fit, in their order; which key adds words, where that leaves none out.
  private func stepRows(below keys: Int) -> [String] {
    let rows = region.rows - keys - (hasHints ? 1 : 0)
    guard rows > 0 else { return [] }
    let steps = CardSteps(display: display, emergency: emergency)
    let plain = steps.items
    guard !plain.isEmpty else {
      return [
        taking == nil ? "nothing yet: a digit records at once, u takes it back" : "nothing yet"
      ]
    }
    var saying = steps
    saying.saysKeys = true
    if rows >= 4 {
      let room = region.columns - 2
      let lines = saying.items.suffix(rows).flatMap { Text.wrapped($0, to: room, limit: 3) }
      return Array(lines.suffix(rows))
    }
    let (short, long) = (flowed(plain, rows: rows), flowed(saying.items, rows: rows))
    return long.count >= short.count ? long.lines : short.lines
  }

  /// The newest items that fit side by side, and how many those are.
  private func flowed(_ all: [String], rows: Int) -> (lines: [String], count: Int) {
    let room = region.columns - 2
    var lines: [String] = []
    for (count, item) in all.reversed().enumerated() {
      let text = Text.clippedAtWord(item, to: room)
      if let first = lines.first,
        Text.width(of: first) + Self.gap + Text.width(of: text) <= room
      {
        lines[0] = text + "   " + first
      } else if lines.count < rows {
        lines.insert(text, at: 0)
      } else {
        return (lines, count)
      }
    }
    return (lines, all.count)
  }

  private var hints: String {
    if let asked {
      let words = "now typing words of \(asked.name): Enter keeps, Esc leaves as is"
      let long = words + "; then digits record again"
      return Text.width(of: long) <= region.columns - 2
        ? long : Text.clippedAtWord(words, to: region.columns - 2)
    }
    if let taking {
      let long = "keys go to \(taking) now: Esc, and digits record again"
      return Text.clippedAtWord(long, to: region.columns - 2)
    }
    let all = "v vitals  r Rx  n note  u undo last   :stand-down ends it"
    let long = all + " (also: by mistake)"
    return Text.width(of: long) <= region.columns - 2
      ? long : Text.width(of: all) <= region.columns - 2 ? all : ":stand-down ends it"
  }
}
