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
  /// How many of the newest steps are below what is shown.
  var scrolled = 0
  let region: Region

  private static let gap = 3

  func draw(on canvas: inout Canvas) {
    canvas.fill(region, as: .text)
    let box = region.outset
    let shown = shownSteps
    let trailing = self.trailing(shown)
    canvas.rule(row: region.row - 1, across: box, title: title, trailing: trailing)
    let place = Region(row: region.row - 1, column: box.column + 3, rows: 1, columns: titleWidth)
    canvas.restyle(place, as: .noticeUrgent)
    let keys = keyRows
    for (row, items) in keys.enumerated() where row < region.rows {
      for item in items {
        canvas.write(item.text, in: region, row: row, column: item.column, as: .text)
        canvas.write(item.key, in: region, row: row, column: item.column, as: .key)
      }
    }
    let steps = shown.lines
    for (row, line) in steps.enumerated() {
      canvas.write(line, in: region, row: keys.count + row, column: 1, as: .strong)
    }
    guard keys.count + steps.count < region.rows || hasHints else { return }
    let role: Role = asked == nil && taking == nil ? .muted : .entryAsk
    canvas.write(hints, in: region, row: region.rows - 1, column: 1, as: role)
  }

  /// How many steps are above and below what is shown, and the keys that lead there.
  private func trailing(_ shown: Shown) -> String {
    let (up, down) = (display.sign(.up), display.sign(.down))
    let before = shown.earlier > 0 ? "\(shown.earlier) earlier, \(up)" : ""
    let after = shown.later > 0 ? "\(shown.later) later, \(down)" : ""
    let long = [before, after].filter { !$0.isEmpty }.joined(separator: "  ")
    if Text.width(of: title) + Text.width(of: long) + 7 <= region.columns { return long }
    return "\(shown.earlier) \(up)  \(shown.later) \(down)"
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

  /// What each digit records.
  static func labels(of interventions: [Intervention]) -> [(key: String, name: String)] {
    var labels = interventions.map { item in
      (key: item.key, name: item.isOther ? "\(item.name), in words" : item.name)
    }
    if !labels.contains(where: { $0.key == "9" }) { labels.append(("9", "other, in words")) }
    return labels
  }

  private var items: [Item] {
    Self.labels(of: interventions).map { key, name in
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

  /// What stands of the steps, and how many stand above and below it.
  struct Shown: Hashable {
    var lines: [String] = []
    var count = 0
    var earlier = 0
    var later = 0
  }

  /// The newest steps that fit, in their order, up to where the card is scrolled to; which key adds
  /// words, where that leaves none out.
  var shownSteps: Shown {
    let rows = region.rows - keyRows.count - (hasHints ? 1 : 0)
    guard rows > 0 else { return Shown() }
    let steps = CardSteps(display: display, emergency: emergency)
    let all = steps.items
    guard !all.isEmpty else {
      return Shown(lines: [
        taking == nil ? "nothing yet: a digit records at once, u takes it back" : "nothing yet"
      ])
    }
    var saying = steps
    saying.saysKeys = true
    let end = all.count - min(max(0, scrolled), all.count - 1)
    let said = Array(saying.items.prefix(end))
    var found = wrapped(said, rows: rows)
    if rows < 4 {
      let (short, long) = (flowed(Array(all.prefix(end)), rows: rows), flowed(said, rows: rows))
      found = long.count >= short.count ? long : short
    }
    return Shown(
      lines: found.lines,
      count: found.count,
      earlier: end - found.count,
      later: all.count - end
    )
  }

  /// The newest items that fit a line or more each, and how many those are.
  private func wrapped(_ items: [String], rows: Int) -> (lines: [String], count: Int) {
    var lines: [String] = []
    for (count, item) in items.reversed().enumerated() {
      let more = Text.wrapped(item, to: region.columns - 2, limit: 3)
      guard lines.isEmpty || lines.count + more.count <= rows else { return (lines, count) }
      lines = Array((more + lines).prefix(rows))
    }
    return (lines, items.count)
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
