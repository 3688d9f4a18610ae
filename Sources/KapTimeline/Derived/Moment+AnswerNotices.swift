extension Moment {
  /// What a no to an item of a list asks of the room.
  ///
  /// Another answer to the same item takes up the one before: a no again in its place, any other as
  /// something that is over, which an urgent notice outlasts until it is acknowledged.
  var answerNotices: [Notice] {
    let asking = (rules?.care.checklists ?? []).flatMap(\.items).filter { $0.ifNo != nil }
    guard !asking.isEmpty else { return [] }
    var notices: [Notice] = []
    for index in standing(.check) {
      guard case .check(let mark) = session.entries[index].event,
        let item = asking.first(where: { $0.key == mark.item }), let prompt = item.ifNo
      else { continue }
      let rule = Notice.answer(to: item.key)
      let at = session.entries[index].occurredAt
      if let last = notices.lastIndex(where: { $0.rule == rule }) {
        if mark.answer == .no {
          notices[last].supersededBy = index
        } else {
          notices[last].clearedAt = notices[last].clearedAt ?? at
        }
      }
      guard mark.answer == .no else { continue }
      notices.append(
        Notice(
          rule: rule,
          urgency: prompt.urgency,
          entry: index,
          since: at,
          nextStep: prompt.words,
          subject: "\(item.short): no",
          limit: "a no to “\(item.label)”",
          sources: [prompt.source]
        )
      )
    }
    return notices
  }
}

extension Notice {
  /// The rule of a no to an item of a list.
  package static func answer(to item: String) -> String { "check-\(item)" }
}
