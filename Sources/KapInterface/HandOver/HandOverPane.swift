import KapCanvas
import KapTimeline

/// The page that both go through before a session changes hands.
struct HandOverPane {
  let unlocking: Unlocking
  let outgoing: String
  let region: Region

  func draw(on canvas: inout Canvas) {
    canvas.fill(region, as: .text)
    let box = Region(
      row: region.row - 1,
      column: region.column - 1,
      rows: region.rows + 2,
      columns: region.columns + 2
    )
    let lines = unlocking.page.flatMap { line in
      line.isEmpty ? [""] : Text.wrapped(line, to: max(8, region.columns - 2), limit: 40)
    }
    let first = min(unlocking.scrolled, max(0, lines.count - region.rows))
    let isLong = lines.count > region.rows
    canvas.frame(box, title: title, trailing: isLong ? "\(first + 1) of \(lines.count), ↓" : "")
    if lines.isEmpty {
      canvas.write("Nothing is open.", in: region, column: 1, as: .muted)
    }
    for (row, line) in lines.dropFirst(first).prefix(region.rows).enumerated() {
      canvas.write(line, in: region, row: row, column: 1, as: .text)
    }
  }

  private var title: String {
    let (from, to) = (initials(of: outgoing), initials(of: unlocking.person))
    guard case .handOver(let kind, _) = unlocking.purpose else { return "" }
    switch kind {
    case .handOver: return "HAND-OVER  \(from) to \(to)"
    case .cover: return "HAND-OVER  \(to) covers for \(from)"
    case .back: return "HAND-OVER  \(to) is back"
    }
  }
}
