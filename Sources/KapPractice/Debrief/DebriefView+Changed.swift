import KapTimeline

extension DebriefView {
  /// What was taken back or corrected since it was written, with what was said first, in order.
  var changed: [Debrief.Finding] {
    moment.happened.compactMap { index in
      let entry = moment.session.entries[index]
      let written = entry.recorded.event
      guard written.kind.isStated, written.target == nil, entry.occurredAt <= end,
        let record = takenBack(entry) ?? corrected(entry, at: index)
      else { return nil }
      return Debrief.Finding(
        time: clock(entry.occurredAt),
        subject: moment.statement(of: entry.event, at: index),
        record: record
      )
    }
  }

  private func takenBack(_ entry: Entry) -> String? {
    let events = moment.session.entries
    if entry.isVoid, let index = entry.withdrawnBy, case .void(let withdrawal) = events[index].event
    {
      return "entered in error \(said(index)): \(withdrawal.reason)"
    }
    guard let index = entry.judgedBy, case .confirmation(let verdict) = events[index].event,
      verdict.isArtefact
    else { return nil }
    return "called artefact \(said(index))\(verdict.reason.map { ": \($0)" } ?? "")"
  }

  private func corrected(_ entry: Entry, at index: Int) -> String? {
    guard let correction = entry.correctedBy else { return nil }
    let first = entry.recorded
    let time = first.occurredAt == entry.occurredAt ? "" : " at \(clock(first.occurredAt))"
    let value =
      first.event == entry.event ? "" : " as \(moment.statement(of: first.event, at: index))"
    guard !(time + value).isEmpty else { return nil }
    return "first recorded\(time)\(value), corrected \(said(correction))"
  }

  /// `14:38 by AR`: when an entry was written and by whom.
  private func said(_ index: Int) -> String {
    let at = moment.session.entries[index].recorded.recordedAt
    return "\(clock(at)) by \(moment.authorLabel(of: index))"
  }
}
