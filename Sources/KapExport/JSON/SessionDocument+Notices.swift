import KapRecord
import KapTimeline

extension SessionDocument {
  /// A notice: what raised it, what became of it, and what is said of it.
  func notice(_ notice: Notice) -> JSONValue {
    let words = moment.words(for: notice, offset: offset)
    var members: [String: JSONValue] = .present([
      ("rule", .string(notice.rule)),
      ("urgency", .string(notice.urgency.rawValue)),
      ("event", notice.entry.map(id)),
      ("nextStep", notice.nextStep.map(JSONValue.string)),
      ("since", time(notice.since)),
      ("open", .boolean(notice.isOpen)),
      ("clearedAt", notice.clearedAt.map(time)),
      ("repeatBy", notice.repeatBy.map(time)),
      ("overdueSince", notice.overdueSince.map(time)),
    ])
    members.merge(answer(to: notice)) { first, _ in first }
    if let leading = notice.leading {
      members["value"] = .number(leading.value)
      members["limit"] = .number(leading.limit.value)
      members["limitConfirmed"] = .boolean(leading.counts && notice.overdueSince == nil)
      members["sign"] = .string(leading.limit.sign.rawValue)
    } else {
      members["subject"] = .string(words.value)
    }
    let sources = moment.sources(of: notice)
    if !sources.isEmpty { members["source"] = .string(sources.joined(separator: "; ")) }
    let limits = words.limits.isEmpty ? [notice.limit].compactMap(\.self) : words.limits
    members["words"] = said(words, limits, from: sources)
    return .object(members)
  }

  private func answer(to notice: Notice) -> [String: JSONValue] {
    guard let index = notice.acknowledgedBy else { return ["acknowledged": .boolean(false)] }
    let recorded = moment.session.entries[index].recorded
    return [
      "acknowledged": .boolean(true),
      "acknowledgedBy": .string(recorded.author),
      "acknowledgedAt": .time(recorded.occurredAt, recorded.offset),
    ]
  }

  /// What a notice says, part by part, as every screen and text says it.
  private func said(
    _ words: NoticeWords,
    _ limits: [String],
    from sources: [String]
  ) -> JSONValue {
    .object(
      .present([
        ("value", .string(words.value)),
        ("limits", .array(limits.map(JSONValue.string))),
        ("next", words.next.map(JSONValue.string)),
        ("sources", .array(sources.map(JSONValue.string))),
        ("sentence", .string(words.sentence)),
      ])
    )
  }
}
