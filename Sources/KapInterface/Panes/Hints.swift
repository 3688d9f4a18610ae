import KapCanvas
import KapEntry

/// The last line: the keys that matter in this state.
struct Hints {
  let interface: Interface
  let layout: Layout
  /// Whether Enter would refuse what stands in the field.
  var isRefused = false

  private struct Hint {
    let key: String
    let words: String
    var isUsual = true

    var width: Int { Text.width(of: key) + 1 + Text.width(of: words) + 2 }
  }

  func draw(on canvas: inout Canvas) {
    let row = layout.bottom.row + 3
    let last = layout.isWide ? "? keys" : "?"
    let room = layout.size.columns - 2 - Text.width(of: last)
    var hints = self.hints
    while hints.reduce(0, { $0 + $1.width }) > room, !hints.isEmpty {
      // First go those that are used less, then from the end.
      hints.remove(at: hints.lastIndex { !$0.isUsual } ?? hints.count - 1)
    }
    var column = 1
    for hint in hints {
      let next = canvas.write(hint.key, row: row, column: column, as: .key) + 1
      column = canvas.write(hint.words, row: row, column: next, as: .muted) + 2
    }
    guard interface.field == nil else { return }
    let end = canvas.write("?", row: row, column: column, as: .key)
    if layout.isWide { canvas.write(" keys", row: row, column: end, as: .muted) }
  }

  private var hints: [Hint] {
    if let field = interface.field {
      guard interface.mode != .replay, !interface.isCardVisible else { return hints(of: field) }
      return hints(of: field) + [emergency]
    }
    if interface.isCardVisible { return Self.card }
    if interface.reading != nil {
      return [
        Hint(key: "↑↓", words: "moves"), Hint(key: "Space", words: "next page"),
        Hint(key: "Esc", words: "closes"),
      ]
    }
    if interface.showsKeys { return [Hint(key: "Esc", words: "goes back")] }
    return Keymap.table(of: interface.mode).filter { !$0.hint.isEmpty && $0.action != .keys }
      .map { binding in
        let name = binding.keys.first?.name ?? ""
        let key = name == "Space" && !layout.isWide ? "Spc" : name
        let isShort = binding.action == .emergency && !layout.isWide
        let words = isShort ? "emerg" : binding.hint
        return Hint(key: key, words: words, isUsual: binding.isUsual)
      }
  }

  /// The key of the card where letters are text, or answers.
  private var emergency: Hint {
    let words = layout.isWide ? "emergency" : "emerg"
    return Hint(key: Keymap.emergency.name, words: words)
  }

  /// The keys that matter while the emergency card is open.
  private static let card = [
    Hint(key: "1-9", words: "record at once"), Hint(key: "v", words: "vitals"),
    Hint(key: "r", words: "Rx"), Hint(key: "n", words: "note"),
    Hint(key: "u", words: "takes back"), Hint(key: ":", words: "stand-down"),
    Hint(key: "Esc", words: "hides it", isUsual: false),
  ]

  private func hints(of field: Field) -> [Hint] {
    let aside = Hint(key: "Esc", words: field.isEmpty ? "closes" : "puts aside")
    let does = interface.goesSomewhere(field) ? "does it" : "records"
    let records = Hint(key: "Enter", words: isRefused ? "not yet" : does)
    switch field.content {
    case .line(let line):
      if line.isSearch {
        return [Hint(key: "Enter", words: "stays"), Hint(key: "Esc", words: "ends")]
      }
      if let asking = field.asking {
        let enter = Hint(key: "Enter", words: asking.isLast ? "records" : "next")
        return [
          enter, Hint(key: "-", words: "none"), aside,
          Hint(key: "↑↓", words: "other question"), Hint(key: "empty", words: "not asked"),
        ]
      }
      if field.step != nil {
        return [
          Hint(key: "Enter", words: "keeps the words"),
          Hint(key: "Esc", words: field.isEmpty ? "leaves it as it is" : "puts aside"),
          Hint(key: "0-9 a-z", words: "are words here"),
        ]
      }
      let up = Hint(key: "↑", words: field.corrects == nil ? "earlier lines" : "entry before")
      let tab = Hint(
        key: "Tab",
        words: line.isFree && line.text.isEmpty ? "lists all" : "completes"
      )
      let time = Hint(key: "@", words: "in front: another time", isUsual: false)
      return [records, aside, tab, up, time]
    case .vitals(let slots):
      let time = Hint(key: "@", words: "time", isUsual: false)
      if slots.currentSlot.kind == .circumstances {
        return [
          records, aside, Hint(key: "o2 2l", words: "oxygen"),
          Hint(key: "supine", words: "position"), Hint(key: "cuff", words: "source"), time,
        ]
      }
      guard layout.size.columns >= 76 else {
        return [
          records, aside, Hint(key: "Spc", words: "next"), Hint(key: "-", words: "out"),
          Hint(key: "w", words: "with"),
        ]
      }
      let next = Hint(key: "Space", words: "next")
      let out = Hint(key: "-", words: "leaves out")
      let jump = Hint(key: "b h s r t w", words: "jump")
      let with = Hint(key: "w", words: "oxygen, position, source", isUsual: false)
      return [records, aside, next, out, jump, time, with]
    case .scores:
      return [records, aside, Hint(key: "Space", words: "next"), Hint(key: "@", words: "time")]
    case .questionnaire(let questionnaire):
      let isDone = questionnaire.item == nil
      let digits = Hint(key: "0-9", words: "answers")
      let back = Hint(key: "Backspace", words: "back")
      return isDone
        ? [records, back, aside] : [digits, Hint(key: "-", words: "skips"), back, aside]
    case .unlocking(let unlocking):
      let closes = Hint(key: "Esc", words: "leaves all as it is")
      let page = unlocking.hasPage ? [Hint(key: "↑↓", words: "page", isUsual: false)] : []
      return [Hint(key: "Enter", words: "takes over"), closes] + page
    case .choice(let choice):
      let moves = Hint(key: choice.purpose.isInLine ? "←→" : "↑↓", words: "moves")
      let close = Hint(key: "Esc", words: "closes")
      if case .due = choice.purpose {
        let later = Hint(key: "l", words: "later")
        return [
          Hint(key: "Enter", words: "does it"), later, Hint(key: "x", words: "not done"), close,
          moves,
        ]
      }
      if case .checks = choice.purpose {
        return [
          Hint(key: "Enter", words: "ticks"), Hint(key: "x", words: "not so"),
          Hint(key: "-", words: "n/a"), Hint(key: "u", words: "takes back"), close, moves,
        ]
      }
      if case .prescription = choice.purpose {
        return [
          Hint(key: "Enter", words: "takes it"), Hint(key: "letters", words: "write a line"), close,
          moves,
        ]
      }
      let enter = choice.purpose.isOnlyLooking ? Hint(key: "Enter", words: "chooses") : records
      return [enter, close, moves]
    }
  }
}
