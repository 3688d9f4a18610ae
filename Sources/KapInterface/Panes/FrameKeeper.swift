package import KapCanvas
import KapTimeline

/// Draws frames, and keeps what stands above the entry line while nothing that it shows changes.
///
/// A key in a field changes the line and nothing else, and most seconds change the clocks and nothing
/// else: neither need pay for the panes.
package struct FrameKeeper: Sendable {
  private(set) var standing: Standing?
  private var running: Running?

  /// Creates a keeper that has drawn nothing yet.
  package init() {}

  /// The whole screen, the same as ``Interface/draw()``.
  package mutating func draw(_ interface: Interface) -> Canvas {
    // A play head moves everything with every frame.
    guard interface.replay == nil else { return interface.draw() }
    let display = interface.display
    let key = Key(interface)
    let clocks = Clocks(display)
    var canvas: Canvas
    if let running, running.clocks == clocks, let standing, standing.holds(for: key, display.now) {
      canvas = running.canvas
    } else {
      canvas = panes(of: interface, display, key)
      interface.drawRunning(display, on: &canvas)
      running = Running(clocks: clocks, canvas: canvas)
    }
    interface.drawOverlays(display, on: &canvas)
    interface.drawLine(display, on: &canvas)
    return canvas
  }

  private mutating func panes(of interface: Interface, _ display: Display, _ key: Key) -> Canvas {
    if let standing, standing.holds(for: key, display.now) { return standing.canvas }
    var canvas = Canvas(size: interface.size, glyphs: interface.glyphs)
    interface.drawStanding(display, on: &canvas)
    let (start, end) = (display.validity.start, display.validity.end)
    standing = Standing(key: key, start: start, end: end, canvas: canvas)
    return canvas
  }

  /// What does not change with every second.
  struct Standing: Sendable {
    let key: Key
    let start: Instant
    let end: Instant
    let canvas: Canvas

    func holds(for key: Key, _ now: Instant) -> Bool {
      start <= now && now < end && self.key == key
    }
  }

  /// The same with the clocks of a second.
  private struct Running: Sendable {
    let clocks: Clocks
    let canvas: Canvas
  }

  /// The seconds that are shown: of the wall, and from T0.
  private struct Clocks: Hashable, Sendable {
    let wall: Int
    let elapsed: Int?

    init(_ display: Display) {
      wall = (display.now - Instant(milliseconds: 0)).wholeSeconds
      elapsed = display.zero.map { (display.now - $0).wholeSeconds }
    }
  }

  /// All that the panes depend on besides the time.
  struct Key: Hashable, Sendable {
    let revision: Int
    let count: Int
    let happened: Int
    let offset: UTCOffset
    let size: Size
    let glyphs: Glyphs
    let mode: Mode
    let notes: NotesView
    let focus: Interface.Pane
    let flags: [Bool]
    /// The page of an open field, which stands beside the panes or in place of them.
    let page: Region?
    let keysPage: Int
    /// A list stands among the panes, or moves in one.
    let list: ChoiceField?
    /// The list of checks that stands in place of the notes, and what is asked of its item.
    let checks: Field.ListPlace?
    let asking: Asking?
    /// The entry whose notices are acknowledged, and where the limits are scrolled to.
    let noticed: Int?
    let limitsRow: Int?
    /// What may stand in the line is listed among the panes too.
    let completions: CompletionWalk?
    /// The arithmetic of a planned dose stands there too.
    let worksheet: Worksheet?

    init(_ interface: Interface) {
      revision = interface.findings.revision
      count = interface.session.entries.count
      happened = interface.session.count(until: interface.stamp.now)
      offset = interface.stamp.offset
      size = interface.size
      glyphs = interface.glyphs
      mode = interface.mode
      notes = interface.notes
      focus = interface.focus
      flags = [
        interface.isQuiet, interface.isZoomed, interface.showsKeys, interface.isDraftWaiting,
        interface.preferences.hidesNotes, interface.showsModel, interface.isCardVisible,
        interface.bedside != nil, interface.wantsCard,
      ]
      page = interface.pageRegion(interface.layout)
      keysPage = interface.keysPage
      list = interface.field.flatMap(\.choice)
      checks = interface.shownChecks
      noticed = interface.noticedEntry
      limitsRow = interface.limitsRow
      completions = interface.field?.completions
      asking = interface.field?.asking
      worksheet = Worksheet(interface)
    }
  }
}

extension Field {
  /// The list it is, if it is one.
  fileprivate var choice: ChoiceField? {
    guard case .choice(let choice) = content else { return nil }
    return choice
  }
}
