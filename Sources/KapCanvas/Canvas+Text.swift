extension Canvas {
  /// The rows as they read, each as wide as the canvas.
  package var text: [String] {
    (0..<size.rows).map { row in
      text(from: row * size.columns, to: (row + 1) * size.columns)
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

  /// What stands in the cells from `first` up to `end`, which lie in one row.
  func text(from first: Int, to end: Int) -> String {
    var text = String.UnicodeScalarView()
    for slot in cells[first..<end] where slot.width > 0 {
      if let cluster = slot.cluster {
        text.append(contentsOf: clusters[cluster].unicodeScalars)
      } else if let scalar = Unicode.Scalar(slot.sign) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
