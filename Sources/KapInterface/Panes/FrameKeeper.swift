package import KapCanvas
import KapTimeline

/// Draws frames, and keeps what stands above the entry line while nothing that it shows changes.
///
/// A key in a field changes the line and nothing else: it need not pay for the panes.
package struct FrameKeeper: Sendable {
  private var kept: (key: Key, canvas: Canvas)?

  /// Creates a keeper that has drawn nothing yet.
  package init() {}

  /// The whole screen, the same as ``Interface/draw()``.
  package mutating func draw(_ interface: Interface) -> Canvas {
    // A play head moves everything with every frame.
    guard interface.replay == nil else { return interface.draw() }
    let key = Key(interface)
    var canvas: Canvas
    if let kept, kept.key == key {
      canvas = kept.canvas
    } else {
      canvas = interface.drawAboveLine()
      kept = (key, canvas)
    }
    interface.drawLine(on: &canvas)
    return canvas
  }

  /// All that the screen above the entry line depends on.
  private struct Key: Hashable, Sendable {
    let findings: Findings.Key
    let second: Int64
    let offset: UTCOffset
    let size: Size
    let glyphs: Glyphs
    let mode: Mode
    let notes: NotesView
    let focus: Interface.Pane
    let flags: [Bool]
    let keysPage: Int
    /// A list stands among the panes, or moves in one.
    let list: ChoiceField?
    /// What may stand in the line is listed among the panes too.
    let completions: CompletionWalk?

    init(_ interface: Interface) {
      findings = interface.findings.key
      second = interface.stamp.now.milliseconds / 1000
      offset = interface.stamp.offset
      size = interface.size
      glyphs = interface.glyphs
      mode = interface.mode
      notes = interface.notes
      focus = interface.focus
      flags = [
        interface.isQuiet, interface.isZoomed, interface.showsKeys, interface.isDraftWaiting,
        interface.preferences.hidesNotes,
      ]
      keysPage = interface.keysPage
      list = interface.field.flatMap(\.choice)
      completions = interface.field?.completions
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
