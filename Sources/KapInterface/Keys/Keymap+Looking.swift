import KapCanvas

extension Keymap {
  /// What changes only what is seen.
  static let looking = [
    Binding([.character("b")], .quiet, "quiet screen", "quiet screen: nothing about the patient"),
    Binding([.character("i")], .dim, "dim the screen", "dims: the night theme, and back"),
    Binding(
      [.character("z")],
      .zoom,
      "zoom the pane",
      "zooms the pane: notes; trends, then limits"
    ),
    Binding([.character("\\")], .filter, "show only", "shows only one kind, or one author"),
    Binding([.character("/")], .search, "search notes", "searches the notes"),
    Binding([.character("'")], .pins, "list of pins", "lists the pins; Enter goes there"),
    Binding([.character("[")], .previousMark, "mark before", "the mark before, or search hit"),
    Binding([.character("]")], .nextMark, "next mark", "the next mark, or search hit"),
    Binding([.character("?")], .keys, hint: "keys", "sentences", "this page; again: sentences"),
  ]

  static let moving = [
    Binding([.up, .character("k")], .up, "notes back", "scrolls the notes back"),
    Binding([.down, .character("j")], .down, "notes on", "scrolls the notes on"),
    Binding([.pageUp], .pageUp, "ten back", "ten entries back"),
    Binding([.pageDown], .pageDown, "ten on", "ten entries on"),
    Binding([.home, .character("g")], .oldest, "first entry", "the first entry"),
    Binding([.end, .character("G")], .newest, "newest entry", "back to the newest entry"),
    Binding([.tab], .nextPane, "next pane", "the next pane"),
    Binding([.backTab], .previousPane, "pane before", "the pane before"),
    Binding([.escape], .escape, "close, put aside", "puts aside or closes; never loses text"),
    Binding([.control("l")], .redraw, "repaint", "paints the screen anew"),
    Binding([.control("c")], .interrupt, "put aside", "puts aside like Esc; never ends a session"),
  ]

  /// What writes an entry about the moment of the play head.
  static let late = [
    Binding(
      [.character("n")],
      .note,
      hint: "late note",
      isUsual: true,
      "late note",
      "a late entry about this moment, with both times"
    ),
    Binding([.character("v")], .vitals, "late vitals", "vitals of this moment, as a late entry"),
    Binding([.character("o")], .scores, "late scores", "observed scores, as a late entry"),
    Binding([.character("s")], .said, "late words", "the patient's own words, as a late entry"),
    Binding([.character("t")], .technique, "late technique", "technique or touch, late entry"),
    Binding([.character("x")], .effect, "late effect", "an adverse effect, as a late entry"),
    Binding([.character("r")], .prescription, "late Rx", "dose, medicine, call, as a late entry"),
  ]

  /// What moves the play head.
  static let playing = [
    Binding(
      [.character(" ")],
      .play,
      hint: "play",
      isUsual: true,
      "play, pause",
      "plays or pauses"
    ),
    Binding(
      [.character(",")],
      .stepBack,
      hint: "back",
      isUsual: true,
      "one entry back",
      "one entry back"
    ),
    Binding([.character(".")], .stepOn, hint: "on", isUsual: true, "one entry on", "one entry on"),
    Binding([.left, .character("h")], .back, hint: "5 s", "5 s back", "five seconds back"),
    Binding([.right, .character("l")], .on, "5 s on", "five seconds on"),
    Binding([.character("{")], .previousPhase, hint: "phase", "phase before", "the phase before"),
    Binding([.character("}")], .nextPhase, hint: "phase", "next phase", "the next phase"),
    Binding(
      [.character("-")],
      .slower,
      hint: "slower",
      "slower",
      "slower; below a quarter backwards"
    ),
    Binding(
      [.character("+"), .character("=")],
      .faster,
      hint: "faster",
      isUsual: true,
      "faster",
      "faster"
    ),
    Binding(
      (0...9).map { .character(Character(String($0))) },
      .tenth,
      hint: "tenths",
      "tenths",
      "a tenth of the session each"
    ),
    Binding(
      [.character("a")],
      .asKnown,
      hint: "as known",
      isUsual: true,
      "as known",
      "as known then, or with later entries"
    ),
  ]
}
