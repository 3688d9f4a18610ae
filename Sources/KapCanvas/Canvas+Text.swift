extension Canvas {
  /// The rows as they read, each as wide as the canvas.
  package var text: [String] {
    (0..<size.rows).map { row in
      let line = cells[row * size.columns..<(row + 1) * size.columns]
      return String(line.lazy.filter { $0.width > 0 }.map(\.character))
    }
  }

  /// What the cells mean: a line for each stretch of one role, `3:10-14 noticeUrgent`.
  ///
  /// Rows and columns are counted from 1, as people do. Ordinary text is left out.
  package var legend: [String] {
    var lines: [String] = []
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        let role = self[row, column].role
        let first = column
        while column < size.columns, self[row, column].role == role { column += 1 }
        if role != .text { lines.append("\(row + 1):\(first + 1)-\(column) \(role)") }
      }
    }
    return lines
  }
}
