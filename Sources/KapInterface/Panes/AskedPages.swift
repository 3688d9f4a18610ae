import KapCanvas
import KapTimeline

/// What is asked about before it is recorded, as much at a time as two lines hold: each page is read
/// before the next, and only the last takes the `y` that says it is so.
struct AskedPages {
  /// The texts, one after the other.
  let texts: [String]

  /// Whole questions together as far as they have room beside a remedy; one that is too long alone
  /// goes on on the next page.
  init(_ questions: [String], columns: Int, besides remedyWidth: Int) {
    let lines = AnswerLines(columns: columns, remedyWidth: remedyWidth)
    var texts: [String] = []
    for question in questions {
      if let last = texts.last, lines.hold("\(last) \(question)") {
        texts[texts.count - 1] = "\(last) \(question)"
      } else if lines.hold(question) {
        texts.append(question)
      } else {
        texts += Self.cut(question, to: lines)
      }
    }
    self.texts = texts
  }

  private static func cut(_ question: String, to lines: AnswerLines) -> [String] {
    var texts: [String] = []
    var text = ""
    for word in question.split(separator: " ") {
      let longer = text.isEmpty ? String(word) : "\(text) \(word)"
      if text.isEmpty || lines.hold("\(longer) …") {
        text = longer
      } else {
        texts.append("\(text) …")
        text = String(word)
      }
    }
    return texts + [text]
  }
}

/// The two lines under the entry line, as far as they are for what is said there.
struct AnswerLines {
  let columns: Int
  /// How wide what stands at the right end of them is.
  let remedyWidth: Int

  /// How much of a line there is.
  var room: Int { columns - 6 }

  /// How much of the second line is left beside the remedy.
  var rest: Int { remedyWidth > 0 ? max(8, room - remedyWidth - 3) : room }

  /// Whether all of a text can be read there.
  func hold(_ text: String) -> Bool {
    if Text.width(of: text) <= room { return true }
    let lines = Text.wrapped(text, to: room, limit: 3)
    return lines.count < 3 && Text.width(of: lines.last ?? "") <= rest
  }
}

extension Interface {
  /// What a field asks about, in as many pages as that takes here.
  func askedPages(of field: Field) -> [String] {
    let keys = [askedKeys(isLast: true), askedKeys(isLast: false)]
    return AskedPages(
      field.asked.map(\.question),
      columns: layout.size.columns,
      besides: keys.map { Text.width(of: $0) }.max() ?? 0
    ).texts
  }

  /// The page of them that is shown: the last where a larger screen has fewer.
  func askedPage(of field: Field) -> (text: String, isLast: Bool) {
    let pages = askedPages(of: field)
    let place = min(field.askedPage, pages.count - 1)
    return (pages[safe: place] ?? "", place == pages.count - 1)
  }

  /// The keys that answer a page of what is asked.
  func askedKeys(isLast: Bool) -> String {
    "y \(isLast ? "it is so" : "reads on") \(glyphs[.separator]) other: edit"
  }
}
