package import KapCanvas

/// The one table of keys at rest: key, action, the words in the hints and in the page of keys.
///
/// The help, the hint line and the README come from it. Same letter, same meaning wherever it exists;
/// no Ctrl, Alt or F key is needed for anything.
package struct Binding: Hashable, Sendable {
  /// The keys that do it, the usual one first.
  package let keys: [Key]
  /// What it does.
  package let action: Action
  /// One or two words for the hint line; empty where it is not hinted.
  package let hint: String
  /// A line for the page of keys.
  package let help: String

  init(_ keys: [Key], _ action: Action, _ hint: String, _ help: String) {
    self.keys = keys
    self.action = action
    self.hint = hint
    self.help = help
  }

  /// The keys as the page shows them.
  package var names: String { keys.map(\.name).joined(separator: " ") }
}

/// The tables, by mode.
package enum Keymap {
  /// The keys of a session that is being recorded.
  package static let live: [Binding] =
    recording + looking + moving + [
      Binding([.character("q")], .nothing, "", "says how to end or leave: :end or :leave")
    ]

  /// The keys of a replay.
  package static let replay: [Binding] =
    playing + looking.filter { $0.action != .pins } + moving + [
      Binding([.character("q")], .leave, "leave", "leaves the replay"),
      Binding([.character(":")], .line, "", "a command: :goto +40, :theme, :leave"),
    ]

  /// The table of a mode.
  package static func table(of mode: Mode) -> [Binding] {
    switch mode {
    case .live, .practice: live
    case .replay: replay
    }
  }

  /// What a key means at rest in a mode; a capital means what its letter does, where it has no
  /// meaning of its own.
  package static func action(for key: Key, in mode: Mode) -> Action? {
    if let action = actions(of: mode)[key] { return action }
    guard case .character(let character) = key, character.isUppercase,
      let lower = character.lowercased().first
    else { return nil }
    return actions(of: mode)[.character(lower)]
  }

  private static func actions(of mode: Mode) -> [Key: Action] {
    switch mode {
    case .live, .practice: liveActions
    case .replay: replayActions
    }
  }

  private static let liveActions = index(live)
  private static let replayActions = index(replay)

  private static func index(_ table: [Binding]) -> [Key: Action] {
    var actions: [Key: Action] = [:]
    for binding in table {
      for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
    }
    return actions
  }

  private static let recording = [
    Binding([.character(" "), .character("m")], .pin, "pin", "a pin at this moment, words later"),
    Binding([.character("v")], .vitals, "vitals", "a set of vitals, in labelled slots"),
    Binding([.character("o")], .scores, "scores", "observed scores, one digit each"),
    Binding([.character("n")], .note, "note", "a note; jb: before it says JB saw it"),
    Binding([.character("N")], .stayInNotes, "", "notes, one after the other, until Esc"),
    Binding([.character("s"), .character("\"")], .said, "said", "the patient's own words"),
    Binding([.character("t")], .technique, "technique", "technique, touch or music, by its key"),
    Binding([.character("p")], .phase, "phase", "the phase; the next one is chosen already"),
    Binding([.character("r")], .prescription, "Rx", "dose, medicine, call or order"),
    Binding([.character("x")], .effect, "effect", "an adverse effect and how bad it is"),
    Binding([.character("d")], .due, "due", "what is due: Enter does it, l later, x not done"),
    Binding([.character("a")], .acknowledge, "ack", "acknowledges the top notice, with words"),
    Binding([.character("c")], .correct, "", "corrects my last entry; arrow up for earlier ones"),
    Binding([.character("u")], .undo, "", "marks my last entry entered in error"),
    Binding([.character("w")], .writer, "", "another writer for one entry"),
    Binding([.character("e"), .character("!")], .emergency, "", "a call for help: who, what, when"),
    Binding(
      [.character(":"), .enter],
      .line,
      "",
      "a whole sentence or a command; Enter takes up what was put aside"
    ),
  ]

  private static let looking = [
    Binding([.character("b")], .quiet, "", "quiet screen: no words of or about the patient"),
    Binding([.character("i")], .dim, "", "dims: the clinic's night theme, and back"),
    Binding([.character("z")], .zoom, "", "zooms the notes, with names and times of writing"),
    Binding([.character("\\")], .filter, "", "shows only one kind or one author"),
    Binding([.character("/")], .search, "", "searches the notes"),
    Binding([.character("'")], .pins, "", "lists the pins"),
    Binding([.character("[")], .previousMark, "", "the mark before"),
    Binding([.character("]")], .nextMark, "", "the next mark"),
    Binding([.character("?")], .keys, "?", "this page"),
  ]

  private static let moving = [
    Binding([.up, .character("k")], .up, "", "scrolls the notes back"),
    Binding([.down, .character("j")], .down, "", "scrolls the notes on"),
    Binding([.pageUp], .pageUp, "", "a page back"),
    Binding([.pageDown], .pageDown, "", "a page on"),
    Binding([.home, .character("g")], .oldest, "", "the first entry"),
    Binding([.end, .character("G")], .newest, "", "back to the newest entry"),
    Binding([.tab], .nextPane, "", "the next pane"),
    Binding([.backTab], .previousPane, "", "the pane before"),
    Binding([.escape], .escape, "", "puts aside or closes; never loses text"),
    Binding([.control("l")], .redraw, "", "paints the screen anew"),
    Binding([.control("z")], .suspend, "", "suspends a replay; a live session goes on"),
    Binding([.control("c")], .interrupt, "", "puts aside like Esc; never ends a session"),
  ]

  private static let playing = [
    Binding([.character(" ")], .play, "play", "plays or pauses"),
    Binding([.character(",")], .stepBack, "step", "one entry back"),
    Binding([.character(".")], .stepOn, "", "one entry on"),
    Binding([.left, .character("h")], .back, "5 s", "five seconds back"),
    Binding([.right, .character("l")], .on, "", "five seconds on"),
    Binding([.character("{")], .previousPhase, "phase", "the phase before"),
    Binding([.character("}")], .nextPhase, "", "the next phase"),
    Binding([.character("-")], .slower, "speed", "slower; then backwards"),
    Binding([.character("+"), .character("=")], .faster, "", "faster"),
    Binding((0...9).map { .character(Character(String($0))) }, .tenth, "tenths", "a tenth of the session"),
    Binding([.character("a")], .asKnown, "as known", "as known then, or with later entries"),
  ]
}
