import KapCanvas
import KapTimeline

/// All there is to know of the notices of one entry: rule, value, limit, time, next step and source.
struct NoticeCardPane {
  let display: Display
  let notices: [Notice]
  let region: Region
  /// The first line that is shown, where not all have room.
  let first: Int

  /// How wide the labels are: `next step` and a space.
  static let indent = 10

  /// The notices of an entry that wait for somebody.
  init(of entry: Int, in display: Display, region: Region, first: Int = 0) {
    self.display = display
    self.region = region
    self.first = first
    notices = display.openNotices.filter { $0.entry == entry }
  }

  var title: String {
    guard let first = notices.first else { return "" }
    return "\(NoticeLine.mark(first.urgency))  \(NoticeLine.word(first.urgency))"
  }

  /// Words answer the first; the others of the entry wait for their own.
  var trailing: String { notices.count > 1 ? "1 of \(notices.count) of one entry" : "" }

  /// Whether there is nothing to show.
  var isEmpty: Bool { notices.isEmpty }

  /// Whether all of it stands in the region.
  var fits: Bool { rows.count <= region.rows }

  /// How many lines are shown at a time, where not all have room.
  var page: Int { max(1, region.rows - 1) }

  /// How far it can be scrolled.
  var last: Int { fits ? 0 : max(0, rows.count - page) }

  func draw(on canvas: inout Canvas) {
    let all = rows
    let isLong = all.count > region.rows
    let start = min(first, last)
    for (row, line) in all.dropFirst(start).prefix(isLong ? page : region.rows).enumerated() {
      canvas.write(line.label, in: region, row: row, column: 1, as: .muted)
      let column = 1 + Self.indent
      canvas.write(line.words, in: region, row: row, column: column, as: line.role)
    }
    guard isLong else { return }
    let more = all.count - start - page
    let rest = more > 0 ? "PgDn: \(more) more" : "PgUp: the beginning"
    canvas.write(rest, in: region, row: region.rows - 1, column: 1, as: .muted)
  }

  private struct Row {
    var label = ""
    var words: String
    var role = Role.text
  }

  private var rows: [Row] {
    let rows = rows(isShort: false)
    return rows.count <= region.rows ? rows : self.rows(isShort: true)
  }

  private func rows(isShort: Bool) -> [Row] {
    notices.enumerated().flatMap { place, notice in
      let gap = place > 0 ? [Row(words: "")] : []
      return gap + rows(of: notice, isShort: isShort)
    }
  }

  /// The lines of a notice; where there is little room, those of one label as one.
  private func rows(of notice: Notice, isShort: Bool) -> [Row] {
    let card = display.moment.noticeCard(for: notice, offset: display.offset)
    let room = max(8, region.columns - Self.indent - 2)
    let lines = isShort ? Self.joined(card.lines) : card.lines.map { ($0.label, $0.words) }
    return lines.flatMap { label, words in
      Text.wrapped(words, to: room).enumerated().map { place, words in
        Row(
          label: place == 0 ? label : "",
          words: words,
          role: label == "value" ? .strong : label == "source" ? .muted : .text
        )
      }
    }
  }

  private static func joined(_ lines: [NoticeCard.Line]) -> [(String, String)] {
    var joined: [(label: String, words: String)] = []
    for line in lines {
      // The time stands behind the value.
      let label = line.label == "time" ? "value" : line.label
      if let place = joined.firstIndex(where: { $0.label == label }) {
        joined[place].words += "; \(line.words)"
      } else {
        joined.append((label, line.words))
      }
    }
    // What there is to do stands before why, should the end have no room.
    let order = ["rule", "value", "next step", "limit", "source", "said"]
    return order.flatMap { label in joined.filter { $0.label == label } }
  }
}
