import KapCanvas

extension FieldLine {
  /// The answers so far, and where the next one goes: `2 1 3 ▏ _ _`.
  func draw(
    _ questionnaire: Questionnaire,
    from column: Int,
    isActive: Bool,
    on canvas: inout Canvas
  ) {
    let row = layout.bottom.row
    let end = layout.size.columns - 1
    let words = questionnaire.line.split(separator: " ").map(String.init)
    let here = questionnaire.place
    // Where not all fit, those before the one that is asked go.
    let room = max(1, (end - column) / 2 - 2)
    let first = max(0, min(here - room / 2, words.count - room))
    var at = column
    for place in first..<min(words.count, first + room) where at < end - 1 {
      if place == here, isActive {
        canvas.cursor = Point(row: row, column: at)
        at = canvas.write(questionnaire.typed, row: row, column: at, as: .entry, limit: end - at)
        at = canvas.write(display.sign(.cursor), row: row, column: at, as: .entry) + 1
        continue
      }
      at = canvas.write(words[place], row: row, column: at, as: .strong, limit: end - at) + 1
    }
  }

  /// Who is asked for a passphrase, and that something is typed: never what, nor how long it is.
  func draw(
    _ unlocking: Unlocking,
    from column: Int,
    isActive: Bool,
    on canvas: inout Canvas
  ) {
    let row = layout.bottom.row
    let end = layout.size.columns - 1
    let person = Text.clippedAtWord(unlocking.person, to: 24)
    var at = canvas.write("to \(person)", row: row, column: column, as: .entry, limit: end - column)
    guard isActive, unlocking.stage == .asking else { return }
    at = canvas.write("   passphrase ", row: row, column: at, as: .muted, limit: max(0, end - at))
    let stars = unlocking.passphrase.text.isEmpty ? "" : "******"
    canvas.cursor = Point(row: row, column: min(at + stars.count, end - 1))
    at = canvas.write(stars, row: row, column: at, as: .entry, limit: max(0, end - at))
    if at < end { canvas.write(display.sign(.cursor), row: row, column: at, as: .entry) }
  }
}
