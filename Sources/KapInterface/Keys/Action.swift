/// What a key means at rest, whichever key it is.
package enum Action: String, Hashable, Sendable, CaseIterable {
  case pin, line, vitals, scores, note, stayInNotes, said, phase, due, acknowledge, correct, undo
  case technique, effect, prescription, writer, emergency, hush
  case quiet, dim, zoom, filter, search, pins, nextMark, previousMark
  case up, down, pageUp, pageDown, oldest, newest, nextPane, previousPane
  case keys, escape, leave, redraw, suspend, interrupt, howToEnd
  // Of replay alone.
  case play, stepBack, stepOn, back, on, slower, faster, previousPhase, nextPhase, asKnown
  case tenth
}
