extension Scale {
  /// Whether an item is asked after these answers; one whose condition is not answered yet is.
  package func asks(_ item: Item, after answers: [String: Int]) -> Bool {
    guard let condition = item.asksIf, let answer = answers[condition.item] else { return true }
    return answer >= condition.atLeast
  }

  /// The items that are not asked after these answers, and that nobody answered all the same.
  package func notAsked(after answers: [String: Int]) -> [Item] {
    items.filter { answers[$0.key] == nil && !asks($0, after: answers) }
  }

  /// The items that are asked and have no answer: what was skipped.
  package func missing(in answers: [String: Int]) -> [Item] {
    items.filter { answers[$0.key] == nil && asks($0, after: answers) }
  }
}
