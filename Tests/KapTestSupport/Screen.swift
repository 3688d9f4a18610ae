package import KapCanvas

/// Returns a canvas as text that a person can review: its rows between `┃`, then its legend.
///
/// The legend has a line for each stretch of a role but ordinary text, rows and columns from 1. A
/// visible cursor is named last.
package func screen(_ canvas: Canvas) -> String {
  var lines = canvas.text.map { "┃\($0)┃" } + canvas.legend
  if let cursor = canvas.cursor { lines.append("cursor \(cursor.row + 1):\(cursor.column + 1)") }
  return lines.joined(separator: "\n")
}
