package import KapCanvas

/// Where the panes of the console stand at a size.
///
/// The first four lines and the last four never scroll, move or get covered. Between them stand
/// the ribbon, the vitals with what belongs to them on the left, and the notes on the right.
package struct Layout: Hashable, Sendable {
  /// The whole.
  package let size: Size
  /// The four lines on top.
  package let top: Region
  /// The box between, with its border.
  package let box: Region
  /// The rows of the ribbon, inside the border.
  let ribbon: Region
  /// Below it, the rows of a model that has no pane.
  let modelRows: Region
  /// The panes on the left, inside their borders, from the top; empty ones are not shown.
  let vitals: Region
  let trends: Region
  let model: Region
  let observed: Region
  let due: Region
  let running: Region
  /// The notes, inside their border.
  let notes: Region
  /// On a large screen the pins and the codes have panes of their own, at the right.
  let pins: Region
  let codes: Region
  /// The emergency card, inside its border; empty while it is not shown.
  let card: Region
  /// The four lines at the bottom.
  package let bottom: Region
  /// Whether there is room for the long words.
  package let isWide: Bool

  /// The least there must be to show a session.
  package static let least = Size(rows: 16, columns: 60)

  /// Whether a session can be shown at a size.
  package static func fits(_ size: Size) -> Bool {
    size.rows >= least.rows && size.columns >= least.columns
  }

  /// Whether there is room for the long words at a size.
  static func isWide(_ size: Size) -> Bool { size.columns >= 100 && size.rows >= 30 }

  /// Where the emergency card stands at a size.
  enum CardForm: Hashable, Sendable {
    /// In place of the notes.
    case beside
    /// Across the bottom, with what is due in place of the notes.
    case below
    /// In place of all panes.
    case alone

    init(_ size: Size) {
      self = size.columns >= 100 && size.rows >= 30 ? .beside : size.rows >= 22 ? .below : .alone
    }
  }

  /// Lays the panes out; `onlyNotes` gives the notes the whole width, a replay has a row more for what
  /// lies before and after its play head, and the emergency card takes the place of the notes.
  ///
  /// A model that is shown has a pane below the trends; where there is no room for one it has rows
  /// below the ribbon, three for its band or one for its middle, and below those the `captionLines`
  /// that say whose it is. Where nothing else would be left they have the ribbon's rows, and then
  /// those of the panes.
  ///
  /// The bedside of a simulated patient stands in the lower border of the panes and a row below it.
  package init(
    _ size: Size,
    onlyNotes: Bool = false,
    isReplay: Bool = false,
    showsModel: Bool = false,
    captionLines: Int = 1,
    hasCard: Bool = false,
    hasBedside: Bool = false
  ) {
    self.size = size
    let screen = Region(size)
    isWide = Self.isWide(size)
    let form = hasCard ? CardForm(size) : nil
    let onlyNotes = onlyNotes && !hasCard
    top = screen.top(4)
    bottom = screen.bottom(4)
    box = screen.dropTop(4).dropBottom(hasBedside ? 5 : 4)
    let inside = box.inset
    var ribbonRows =
      isWide ? 4 : size.rows >= (form == .below ? 26 : 22) ? 3 : size.rows >= 19 ? 2 : 1
    // On the smallest screen the bedside takes the ribbon's row: the title says the phase, and the
    // readings keep theirs.
    if hasBedside, inside.rows - ribbonRows - 1 < 4 { ribbonRows = max(0, ribbonRows - 1) }
    // The card needs the rows that a model would have where there is little room.
    let showsModel = showsModel && (form == nil || form == .beside)
    let trendsBeside = Self.trendRows(of: inside.rows - ribbonRows - 1, isReplay: isReplay)
    let hasModel = showsModel && isWide && !onlyNotes && trendsBeside >= 12
    let hasModelRows = showsModel && !hasModel
    // The flow sheet keeps its signs with their heads and the scores; beside it stand more panes.
    // Of the ribbon the band needs the axis and what was seen; a replay keeps its row of later ones.
    let paneRows = isWide ? 19 : 6
    let besideBand = inside.rows - captionLines - 4
    let hasBand = besideBand - (isReplay ? ribbonRows : min(ribbonRows, 2)) >= paneRows
    let levelRows = (hasBand ? 3 : 1) + captionLines
    let others = inside.rows - (hasModelRows ? levelRows : 0) - 1
    if hasModelRows { ribbonRows = max(0, min(ribbonRows, others - (hasBand ? paneRows : 2))) }
    ribbon = inside.top(ribbonRows)
    modelRows = inside.dropTop(ribbonRows).top(hasModelRows ? levelRows : 0)
    let whole = inside.dropTop(ribbonRows + modelRows.rows + 1)
    let cardRows = form == .below ? max(4, min(8, whole.rows - 13)) : 0
    let below = form == .below ? whole.dropBottom(cardRows + 1) : whole
    let leftColumns = onlyNotes ? 0 : isWide ? min(78, inside.columns / 2 - 1) : inside.columns / 2
    let left = below.left(leftColumns)
    let right = onlyNotes ? below : below.dropLeft(leftColumns + 1)
    let isLarge = isWide && !onlyNotes && size.columns >= 180 && below.rows >= 30
    let side = right.right(isLarge ? 40 : 0)
    notes = isLarge ? right.dropRight(41) : right
    pins = side.top(isLarge ? max(6, side.rows - 24) : 0)
    codes = isLarge ? side.dropTop(pins.rows + 1) : side.top(0)
    switch form {
    case nil: card = inside.top(0)
    case .beside: card = notes
    case .below: card = whole.bottom(cardRows)
    case .alone: card = inside
    }

    var rest = left
    func take(_ rows: Int) -> Region {
      let taken = rest.top(rows)
      rest = rest.dropTop(rows + 1)
      return taken
    }
    let total = left.rows
    if form == .below {
      // What is due stands where the notes were.
      vitals = left
      model = rest.top(0)
      (trends, observed, due, running) = (rest.top(0), rest.top(0), rest.top(0), rest.top(0))
      return
    }
    guard isWide else {
      // The flow sheet with its scores takes seven rows at most; a tall screen has trends below it.
      let trendRows = total >= 17 ? total - 12 - (total - 16) / 3 : 0
      let dueRows = total >= 10 ? max(3, min(8, total - trendRows - 8)) : total >= 7 ? 1 : 0
      let others = (dueRows > 0 ? dueRows + 1 : 0) + (trendRows > 0 ? trendRows + 1 : 0)
      vitals = take(total - others)
      trends = trendRows > 0 ? take(trendRows) : rest.top(0)
      model = rest.top(0)
      observed = rest.top(0)
      due = take(dueRows)
      running = rest.top(0)
      return
    }
    let trendRows = Self.trendRows(of: total, isReplay: isReplay)
    let fixed = Self.fixedRows(of: total, isReplay: isReplay)
    let runningRows = Self.runningRows(of: total, isReplay: isReplay)
    vitals = take(7 + (trendRows == 0 ? max(0, total - fixed) : 0))
    trends = trendRows > 0 ? take(hasModel ? trendRows - 8 : trendRows) : rest.top(0)
    model = hasModel ? take(7) : rest.top(0)
    observed = take(4)
    due = take(rest.rows - runningRows - 1)
    running = take(runningRows)
  }

  private static func runningRows(of total: Int, isReplay: Bool) -> Int {
    total >= 30 || isReplay ? 3 : 2
  }

  /// The rows of a wide screen that are not the trends', with the rules between them.
  private static func fixedRows(of total: Int, isReplay: Bool) -> Int {
    let runningRows = runningRows(of: total, isReplay: isReplay)
    let dueRows = total >= 34 ? 9 : total >= 26 ? 7 : max(3, total - 13 - runningRows - 1)
    return 7 + 4 + dueRows + runningRows + 3
  }

  /// How many rows the trends of a wide screen have.
  private static func trendRows(of total: Int, isReplay: Bool) -> Int {
    let room = total - fixedRows(of: total, isReplay: isReplay) - 1
    return room >= 5 ? min(room, 17) : 0
  }
}
