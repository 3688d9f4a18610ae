import KapCanvas
import KapEntry
import KapTimeline

/// An item of a list whose questions are asked one by one.
struct Asking: Hashable, Sendable {
  let item: ChecklistItem
  /// Which one is asked.
  var place = 0
  /// What was answered to each; an empty one was not asked yet.
  var answers: [String]

  init(_ item: ChecklistItem) {
    self.item = item
    answers = Array(repeating: "", count: item.asks.count)
  }

  var question: ChecklistItem.Question? { item.asks[safe: place] }

  var isLast: Bool { place >= item.asks.count - 1 }

  /// The names of those that nobody answered.
  var open: [String] {
    zip(item.asks, answers).filter { $0.1.isEmpty }.map(\.0.name)
  }

  /// What was answered so far, as the words of the check.
  var words: String {
    zip(item.asks, answers).filter { !$0.1.isEmpty }.map { "\($0.0.name) \($0.1)" }
      .joined(separator: ", ")
  }

  /// What is asked now, and why.
  var prompt: String {
    guard let question else { return "" }
    let why = question.why.map { " \($0.capitalizedFirst)." } ?? ""
    return "\(place + 1) of \(item.asks.count): last \(question.name), what and when?\(why)"
  }

  /// An answer as it stands among the others: a dash or `n` is none.
  static func answer(_ text: String) -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    if ["-", "n", "no", "0"].contains(words.lowercased()) { return "none" }
    return words
  }

  /// Keeps what was typed to the question that is asked.
  mutating func keep(_ text: String) {
    guard answers.indices.contains(place) else { return }
    answers[place] = Self.answer(text)
  }
}

extension Interface {
  /// Asks what an item wants to know, one by one; what was put aside of it goes on.
  mutating func openQuestions(of item: ChecklistItem, _ back: Field.ListPlace) {
    if let place = asides.lastIndex(where: { $0.asking?.item == item }) {
      var aside = asides.remove(at: place)
      let first = aside.asking?.answers.firstIndex(of: "") ?? 0
      aside.asking?.place = first
      aside.returnsTo = back
      takeUp(aside)
      show(question: first)
      return
    }
    open(.line(answerLine(of: item, text: "")))
    field?.asking = Asking(item)
    field?.returnsTo = back
  }

  private func answerLine(of item: ChecklistItem, text: String) -> LineField {
    let prefix = "check \(Entry.name(ofItem: item.key, in: session.rules)): "
    return LineField(Field.title(ofPrefix: prefix), prefix: prefix, text: text)
  }

  private mutating func show(question place: Int) {
    guard var asking = field?.asking else { return }
    asking.place = place
    field?.asking = asking
    let line = answerLine(of: asking.item, text: asking.answers[safe: place] ?? "")
    field?.content = .line(line)
  }

  /// An arrow goes to another question, with what was answered to it; nil for other keys.
  mutating func moveQuestion(_ key: Key, in line: LineField) -> [Effect]? {
    guard var asking = field?.asking else { return nil }
    let step: Int
    switch key {
    case .up, .backTab: step = -1
    case .down, .tab: step = 1
    case .left, .right, .home, .end, .character, .paste, .backspace, .delete, .control, .enter,
      .alternateEnter, .escape, .pageUp, .pageDown, .function, .unknown:
      return nil
    }
    asking.keep(line.text.text)
    field?.asking = asking
    let place = asking.place + step
    if asking.answers.indices.contains(place) { show(question: place) }
    return []
  }

  /// Enter on a question: on to the next; after the last one the answers are the words of the check,
  /// unless one was not asked: then the item stays open and the answers are put aside.
  mutating func submitAnswer(_ line: LineField, in field: Field) -> [Effect]? {
    guard var asking = field.asking else { return nil }
    asking.keep(line.text.text)
    self.field?.asking = asking
    guard asking.isLast else {
      show(question: asking.place + 1)
      return []
    }
    guard asking.open.isEmpty else {
      let item = asking.item
      show(question: asking.place)
      if let aside = self.field, !asking.words.isEmpty { asides.append(aside) }
      let effects = keepDraft()
      self.field = nil
      if let place = field.returnsTo { openChecks(place.purpose, at: place.item) }
      let names = asking.open.joined(separator: ", ")
      remark = Remark(text: "\(item.short) stays open: not asked \(names). - says none.")
      return effects
    }
    var source = field
    source.asking = asking
    source.content = .line(answerLine(of: asking.item, text: asking.words))
    let mark = ChecklistMark(item: asking.item.key, words: asking.words)
    return send(.check([mark]), from: source)
  }

  /// The list of checks that stands in place of the notes, and the item that is chosen or answered.
  var shownChecks: Field.ListPlace? {
    guard let field, field.completions == nil else { return nil }
    switch field.content {
    case .choice(let choice):
      guard case .checks(let purpose) = choice.purpose else { return nil }
      return Field.ListPlace(purpose: purpose, item: choice.place)
    case .line: return field.returnsTo
    case .vitals, .scores, .questionnaire, .unlocking: return nil
    }
  }
}
