import KapCanvas

extension Keymap {
  /// What opens the emergency card from wherever somebody is: no letter can, where letters are text.
  static let emergency = Key.function(9)

  /// What records, or opens a field that does.
  static let recording = [
    Binding(
      [.character(" "), .character("m")],
      .pin,
      hint: "pin",
      isUsual: true,
      "pin now",
      "a pin at this moment, words later"
    ),
    Binding(
      [.character("v")],
      .vitals,
      hint: "vitals",
      isUsual: true,
      "vitals",
      "a set of vitals; w in it: oxygen, position"
    ),
    Binding(
      [.character("o")],
      .scores,
      hint: "scores",
      isUsual: true,
      "observed scores",
      "observed scores, one digit each"
    ),
    Binding(
      [.character("n")],
      .note,
      hint: "note",
      isUsual: true,
      "note",
      "a note; jb: in front says that JB saw it"
    ),
    Binding(
      [.character("N")],
      .stayInNotes,
      "notes until Esc",
      "notes, one after the other, to Esc"
    ),
    Binding(
      [.character("s"), .character("\"")],
      .said,
      hint: "said",
      isUsual: true,
      "patient said",
      "the patient's own words"
    ),
    Binding(
      [.character("t")],
      .technique,
      hint: "technique",
      "technique, touch",
      "technique, touch or music, by its key"
    ),
    Binding(
      [.character("p")],
      .phase,
      hint: "phase",
      isUsual: true,
      "phase",
      "the phase; the next one is chosen already"
    ),
    Binding(
      [.character("r")],
      .prescription,
      hint: "Rx",
      "dose, Rx, call",
      "dose, medicine, call or order"
    ),
    Binding(
      [.character("x")],
      .effect,
      hint: "effect",
      "adverse effect",
      "an adverse effect, and how bad it is"
    ),
    Binding(
      [.character("d")],
      .due,
      hint: "due",
      isUsual: true,
      "due list",
      "due: Enter does it, l later, x not done"
    ),
    Binding(
      [.character("a")],
      .acknowledge,
      hint: "ack",
      isUsual: true,
      "ack notice",
      "acknowledges the top notice, with words"
    ),
    Binding(
      [.character("c")],
      .correct,
      "correct mine",
      "corrects my last entry; arrow up: earlier ones"
    ),
    Binding([.character("u")], .undo, "mine in error", "marks my last entry entered in error"),
    Binding([.character("w")], .writer, "writer, once", "another writer for one entry"),
    Binding(
      [.character("e"), .character("!"), emergency],
      .emergency,
      hint: "emergency",
      isUsual: true,
      "emergency card",
      "an emergency, begins at once; F9 from anywhere"
    ),
    Binding([.character("y")], .hush, "quiet notices", "keeps notices quiet for a little while"),
    Binding(
      [.enter, .character(":")],
      .line,
      "free line, draft",
      "free line; Enter takes up what was put aside"
    ),
  ]
}
