import KapCanvas
import Testing

struct GeometryTests {
  private let region = Region(row: 2, column: 3, rows: 10, columns: 20)

  @Test func `a region is split from every side`() {
    #expect(region.top(4) == Region(row: 2, column: 3, rows: 4, columns: 20))
    #expect(region.dropTop(4) == Region(row: 6, column: 3, rows: 6, columns: 20))
    #expect(region.bottom(4) == Region(row: 8, column: 3, rows: 4, columns: 20))
    #expect(region.dropBottom(4) == Region(row: 2, column: 3, rows: 6, columns: 20))
    #expect(region.left(4) == Region(row: 2, column: 3, rows: 10, columns: 4))
    #expect(region.dropLeft(4) == Region(row: 2, column: 7, rows: 10, columns: 16))
    #expect(region.right(4) == Region(row: 2, column: 19, rows: 10, columns: 4))
    #expect(region.dropRight(4) == Region(row: 2, column: 3, rows: 10, columns: 16))
    #expect(region.rows(from: 8, count: 9) == Region(row: 10, column: 3, rows: 2, columns: 20))
    #expect(region.columns(from: 8, count: 9) == Region(row: 2, column: 11, rows: 10, columns: 9))
    #expect(region.inset == Region(row: 3, column: 4, rows: 8, columns: 18))
    #expect(region.inset.outset == region)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 9, 10, 11, 21, Int.max])
  func `no request reaches outside`(count: Int) {
    let parts = [
      region.top(count), region.dropTop(count), region.bottom(count), region.dropBottom(count),
      region.left(count), region.dropLeft(count), region.right(count), region.dropRight(count),
      region.rows(from: count, count: count), region.columns(from: count, count: count),
      region.inset(by: count),
    ]

    for part in parts {
      #expect(part.row >= region.row && part.endRow <= region.endRow)
      #expect(part.column >= region.column && part.endColumn <= region.endColumn)
    }
    #expect(region.top(count).rows + region.dropTop(count).rows == region.rows)
    #expect(region.left(count).columns + region.dropLeft(count).columns == region.columns)
  }

  @Test func `numbers beyond any screen are clamped`() {
    let region = Region(row: .min, column: .max, rows: .max, columns: .min)

    #expect(region.row == 0)
    #expect(region.isEmpty)
    #expect(region.inset.isEmpty)
  }

  @Test func `regions intersect where both are`() {
    let other = Region(row: 0, column: 20, rows: 4, columns: 20)

    #expect(region.intersection(other) == Region(row: 2, column: 20, rows: 2, columns: 3))
    #expect(region.top(1).intersection(region.bottom(1)).isEmpty)
    #expect(region.contains(Point(row: 2, column: 22)))
    #expect(!region.contains(Point(row: 2, column: 23)))
  }
}
