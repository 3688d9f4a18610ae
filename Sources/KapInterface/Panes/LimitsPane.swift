import KapCanvas
import KapTimeline

/// The limits that hold for this person, each with how urgent it is and where it comes from; those
/// that were set for the person stand first.
struct LimitsPane {
  let display: Display
  let region: Region
  /// The first line that is shown.
  let first: Int

  /// How far it can be scrolled.
  var last: Int { max(0, lines.count - region.rows) }

  var trailing: String {
    let count = lines.count
    guard count > region.rows else { return "z closes" }
    let arrow = display.sign(.down)
    return "\(min(first, last) + 1) of \(count) \(arrow), z closes"
  }

  func draw(on canvas: inout Canvas) {
    guard !lines.isEmpty else {
      canvas.write("This protocol has no limits.", in: region, column: 1, as: .muted)
      return
    }
    for (row, line) in lines.dropFirst(min(first, last)).prefix(region.rows).enumerated() {
      let end = canvas.write(line.words, in: region, row: row, column: line.indent, as: line.role)
      canvas.writeTrailing(line.trailing, in: region, row: row, from: end, as: line.role)
    }
  }

  private struct Line {
    var words: String
    var trailing = ""
    var indent = 1
    var role = Role.muted
  }

  private var lines: [Line] {
    let personal = display.moment.personalLimits
    let isPersonal = { (limit: Limit) in
      personal.contains {
        $0.sign == limit.sign && $0.side == limit.side && $0.value == limit.value
      } && limit.source.hasPrefix("set for this person")
    }
    let limits = display.moment.limits
    return (limits.filter(isPersonal) + limits.filter { !isPersonal($0) }).flatMap { limit in
      lines(of: limit, isPersonal: isPersonal(limit), personal)
    }
  }

  private func lines(
    of limit: Limit,
    isPersonal: Bool,
    _ personal: [PersonalLimit]
  ) -> [Line] {
    var words = limit.words
    if limit.needsRepeat {
      let atOnce = limit.atOnce.map { "; at once from \(plain($0))" } ?? ""
      words += " twice\(atOnce)"
    }
    let role: Role = isPersonal ? .entryAsk : .strong
    let urgency = NoticeLine.word(limit.urgency)
    let by = personal.first { $0.sign == limit.sign && $0.side == limit.side }?.orderedBy
    let order = isPersonal ? by.map { ", ordered by \($0)" } ?? "" : ""
    let room = max(8, region.columns - 4 - urgency.count)
    let head = Text.wrapped(words, to: room).enumerated().map { place, words in
      place == 0
        ? Line(words: words, trailing: urgency, role: role)
        : Line(words: words, indent: 3, role: role)
    }
    let source = Text.wrapped(limit.source + order, to: max(8, region.columns - 5))
    return head + source.map { Line(words: $0, indent: 3) }
  }
}
