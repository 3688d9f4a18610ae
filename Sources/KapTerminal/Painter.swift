import KapCanvas

/// Turns canvases into the bytes that make a terminal show them.
///
/// ncurses is asked what the terminal is told for a movement, a colour, a cleared screen; which
/// cells to tell it is decided here. ncurses' own `doupdate` was tried and left, by measure. It takes
/// back every colour at the end of each update, so a letter typed into a coloured field cost 23
/// bytes on xterm-256color, and 59 on a coloured ground, where one suffices; it wrote a frame in
/// several pieces; it has no direct colours unless the description names them; and it moves the
/// cursor relative to where the C library's widths say it stands, so that one character they
/// disagree about shifts the rest of the row.
///
/// The pen stays as the last frame left it, and every run is placed absolutely unless the cursor
/// stands there after nothing but ASCII.
struct Painter: Sendable {
  private let description: TerminalDescription
  private var pens: [Role: Pen] = [:]
  private var previous: Canvas?
  private var pen: Pen?
  /// Where the cursor is for certain.
  private var place: Point?
  private var showsCursor: Bool?

  init(_ description: TerminalDescription, theme: Theme) {
    self.description = description
    use(theme)
  }

  /// Draws in other colours from the next frame on, which is then a whole one.
  mutating func use(_ theme: Theme) {
    for role in Role.allCases { pens[role] = description.rendition.pen(for: theme[role]) }
    forget()
  }

  /// Draws everything with the next frame, whatever the screen shows by now.
  mutating func forget() {
    previous = nil
    pen = nil
    place = nil
    showsCursor = nil
  }

  /// The bytes that make the terminal show `canvas` instead of the canvas before.
  mutating func frame(_ canvas: Canvas) -> [UInt8] {
    var output: [UInt8] = []
    let base = previous?.size == canvas.size ? previous : clear(for: canvas, to: &output)
    for run in canvas.changes(from: base) { draw(run, within: canvas.size, to: &output) }
    putCursor(canvas.cursor, within: canvas.size, to: &output)
    previous = canvas
    return output
  }

  /// Clears the screen and returns what it shows then, if that is certain.
  private mutating func clear(for canvas: Canvas, to output: inout [UInt8]) -> Canvas? {
    let ground = pens[.text] ?? Pen()
    pen = nil
    place = nil
    guard ground.attributes.isDisjoint(with: [.underline, .reverse]),
      description.clearsWithBackground || ground.behind == .standard
    else {
      take(Pen(), to: &output)
      output += description.clear
      return nil
    }
    take(ground, to: &output)
    output += description.clear
    return Canvas(size: canvas.size, glyphs: canvas.glyphs)
  }

  private mutating func draw(_ run: Run, within size: Size, to output: inout [UInt8]) {
    var text = run.text
    let end = run.column + run.columns
    let reachesEdge = end >= size.columns
    if reachesEdge, run.row == size.rows - 1, description.scrollsAtLastCell { _ = text.popLast() }
    go(to: Point(row: run.row, column: run.column), to: &output)
    take(pens[run.role] ?? Pen(), to: &output)
    output += text.utf8
    // At the edge terminals differ on where the cursor is; after any but ASCII they may.
    let isCertain = !reachesEdge && text.utf8.allSatisfy { $0 < 0x80 }
    place = isCertain ? Point(row: run.row, column: end) : nil
  }

  private mutating func putCursor(
    _ cursor: Point?,
    within size: Size,
    to output: inout [UInt8]
  ) {
    let cursor = cursor.flatMap { Region(size).contains($0) ? $0 : nil }
    if let cursor { go(to: cursor, to: &output) }
    guard showsCursor != (cursor != nil) else { return }
    output += cursor == nil ? description.hideCursor : description.showCursor
    showsCursor = cursor != nil
  }

  private mutating func take(_ new: Pen, to output: inout [UInt8]) {
    description.rendition.append(new, after: pen, to: &output)
    pen = new
  }

  private mutating func go(to new: Point, to output: inout [UInt8]) {
    guard new != place else { return }
    if new.row == place?.row, let movement = description.movement(column: new.column) {
      output += movement
    } else {
      output += description.movement(row: new.row, column: new.column)
    }
    place = new
  }
}
