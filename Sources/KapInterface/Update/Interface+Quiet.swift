import KapCanvas
import KapTimeline

/// Which notice: the entry that raised it, and the rule.
struct NoticeName: Hashable, Sendable {
  let entry: Int?
  let rule: String
  /// One that became more pressing is heard again.
  let urgency: Urgency
}

extension Interface {
  /// `y`: keeps notices quiet for a little while; Enter records it.
  mutating func openHush() {
    do {
      _ = try session.drafts(for: .quiet, under: circumstances(at: stamp.now))
    } catch {
      remark = Remark(text: "\(error.message(offset: stamp.offset)) \(error.remedy)")
      return
    }
    let seconds = session.rules?.care.quiet?.seconds ?? 0
    let length = elapsedClock(.minutes(seconds / 60)).dropFirst(2)
    choose(.hush, [("", "quiet for \(length)")])
  }

  /// Takes note of the notices there are, and says whether one of them is new and may be heard.
  @discardableResult
  mutating func hear() -> Bool {
    guard replay == nil else { return false }
    var isNew = false
    for notice in findings.openNotices {
      let name = NoticeName(entry: notice.entry, rule: notice.rule, urgency: notice.urgency)
      guard heard.insert(name).inserted else { continue }
      isNew = isNew || preferences.bell.map { notice.urgency >= $0 } ?? false
    }
    guard isNew else { return false }
    let moment = Moment(session, at: stamp.now)
    return moment.quietUntil(given: findings.notices) == nil
  }
}
