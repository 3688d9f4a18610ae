import KapCanvas
import KapTimeline

extension Interface {
  /// The scales that can be answered item by item.
  var questionnaires: [Scale] { (session.rules?.scales ?? []).filter { !$0.items.isEmpty } }

  /// The scale that a line asks to be answered item by item: `assess phq9` and nothing more.
  func questionnaire(in line: String) -> Scale? {
    let words = line.split(separator: " ")
    guard mode != .replay, words.count == 2, words[0].lowercased() == "assess" else { return nil }
    let name = words[1].lowercased()
    return questionnaires.first { scale in
      scale.name.lowercased() == name || scale.aliases.contains { $0.lowercased() == name }
        || scale.label.lowercased() == name
    }
  }

  mutating func openQuestionnaire(_ scale: Scale) {
    guard let questionnaire = Questionnaire(scale) else { return }
    // One that was put aside is gone on with, not begun again.
    let begun = asides.lastIndex { aside in
      if case .questionnaire(let other) = aside.content { return other.scale == scale }
      return false
    }
    guard let begun else { return open(.questionnaire(questionnaire)) }
    takeUp(asides.remove(at: begun))
  }

  /// The list of scales with items, each under its key.
  mutating func openQuestionnaires() {
    guard mode != .replay else { return }
    let scales = questionnaires
    guard !scales.isEmpty else {
      remark = Remark(text: "This protocol has no questionnaire.")
      return
    }
    let options = scales.indices.map { (Self.key($0), "\(scales[$0].label), \(count(scales[$0]))") }
    choose(.questionnaires(scales), options)
  }

  private func count(_ scale: Scale) -> String {
    "\(scale.items.count) \(scale.scoring == .parts ? "parts" : "items")"
  }

  /// A key on the page of a questionnaire: nothing but Enter at its end records.
  mutating func press(_ key: Key, in questionnaire: Questionnaire) {
    var questionnaire = questionnaire
    switch key {
    case .character("-"): questionnaire.skip()
    case .character(let character):
      if !questionnaire.type(character) { sayNoAnswer(character, to: questionnaire) }
    case .paste(let text):
      take(text, into: &questionnaire)
    case .backspace, .delete, .left, .backTab, .control("h"): questionnaire.back()
    case .right, .tab: questionnaire.forward()
    case .up: turn(&questionnaire, by: -1)
    case .down: turn(&questionnaire, by: 1)
    case .pageUp: turn(&questionnaire, by: -5)
    case .pageDown: turn(&questionnaire, by: 5)
    case .enter, .alternateEnter, .escape, .home, .end, .control, .function, .unknown: return
    }
    field?.content = .questionnaire(questionnaire)
  }

  /// Scrolls the page, where it is longer than the screen.
  private func turn(_ questionnaire: inout Questionnaire, by step: Int) {
    let last = questionnairePane(questionnaire, layout).last
    questionnaire.scrolled = min(max(min(questionnaire.scrolled, last) + step, 0), last)
  }

  /// Takes pasted answers up to the first that is none: what follows would answer other items.
  private mutating func take(_ text: String, into questionnaire: inout Questionnaire) {
    for character in text.prefix(400) {
      if character == "-" {
        questionnaire.skip()
      } else if character.isWhitespace || character == "," {
        guard questionnaire.typed.isEmpty || questionnaire.enterNumber() else {
          return sayNoAnswer(character, to: questionnaire)
        }
      } else if !questionnaire.type(character) {
        return sayNoAnswer(character, to: questionnaire)
      }
    }
  }

  private mutating func sayNoAnswer(_ character: Character, to questionnaire: Questionnaire) {
    guard let item = questionnaire.item else {
      let skipped = questionnaire.skippedCount
      let said = skipped == 0 ? "All are answered" : "\(skipped) skipped, the others answered"
      remark = Remark(text: "\(said): Enter records, Backspace goes back.")
      return
    }
    let shown =
      questionnaire.typed.isEmpty ? Text.sanitized(String(character)) : questionnaire.typed
    remark = Remark(text: "\(shown) is no answer: \(item.minimum) to \(item.maximum), or - skips.")
  }

  /// Enter on the page: a number goes on to the next item, the end records.
  mutating func submit(_ questionnaire: Questionnaire, in field: Field) -> [Effect] {
    var questionnaire = questionnaire
    if !questionnaire.typed.isEmpty {
      if questionnaire.enterNumber() {
        self.field?.content = .questionnaire(questionnaire)
      } else if let item = questionnaire.item {
        self.field?.problem = Field.Problem(
          message: "That is no answer here.",
          remedy: "\(item.minimum) to \(item.maximum), or - skips."
        )
      }
      return []
    }
    guard questionnaire.item == nil, questionnaire.isDone else {
      let number = questionnaire.number
      self.field?.problem = Field.Problem(
        message: "Item \(number) has no answer yet: nothing is recorded.",
        remedy: "A digit answers it, - skips it."
      )
      return []
    }
    return send(.assess(questionnaire.assessment), from: field)
  }
}
