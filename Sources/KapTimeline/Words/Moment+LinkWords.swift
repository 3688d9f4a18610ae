extension Moment {
  /// What an event says as that of an entry, now, before or after a correction, with what it is linked
  /// to: `gave ondansetron 4 mg IV, DL, for nausea, settled in ten minutes`.
  package func statement(of event: Event, at index: Int) -> String {
    let links = linkRemarks(of: event, on: session.entries[index])
    return ([text(of: event, in: index)] + links).joined(separator: ", ")
  }

  /// What an event of an entry is linked to: what a medicine was given for and what came of it, who
  /// was called about a notice.
  func linkRemarks(of event: Event, on entry: Entry) -> [String] {
    switch event {
    case .given(let given):
      let reason =
        given.notice.flatMap { value(of: $0, like: entry, order: given.order) } ?? given.reason
      return [reason.map { "for \($0)" }, given.response].compactMap(\.self)
    case .order(let order):
      let reason = order.given.notice.flatMap { value(of: $0, like: entry) } ?? order.given.reason
      return [reason.map { "for \($0)" }].compactMap(\.self)
    case .acknowledgement(let acknowledgement):
      return [
        noticeWords(of: acknowledgement, like: entry),
        acknowledgement.call.flatMap { callWords(of: $0) },
      ].compactMap(\.self)
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .call, .pin, .later, .notDone, .confirmation,
      .correction, .void, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended,
      .reopened:
      return []
    }
  }

  /// Which notice an acknowledgement answers: `about BP 172/104 at 14:38 (a14)`.
  private func noticeWords(of said: Acknowledgement, like entry: Entry) -> String? {
    guard let index = session.index(of: said.event) else { return nil }
    let name = session.name(of: index)
    if case .effect(let effect) = session.entries[index].event {
      return "about \(effect.term) (\(name))"
    }
    let notice = NoticeReference(event: said.event, rule: said.rule)
    return value(of: notice, like: entry).map { "about \($0) (\(name))" } ?? "about \(name)"
  }

  /// `BP 172/104 at 14:38`.
  ///
  /// It is what was known as it was ordered or given: a correction after that rewrites no order.
  private func value(
    of notice: NoticeReference,
    like entry: Entry,
    order: EventID? = nil
  ) -> String? {
    guard let index = session.index(of: notice.event),
      let saying = session.index(of: saying(notice, in: entry, order: order))
    else { return nil }
    let raised = session.event(at: index, asWrittenBefore: saying)
    let at = wall(session.time(of: index, asWrittenBefore: saying), like: entry).clock
    switch raised {
    case .vitals(let vitals):
      guard
        let sign = rules?.limits.first(where: { $0.rule == notice.rule })?.sign
          ?? Sign(rawValue: notice.rule)
      else { return nil }
      if [.systolic, .diastolic].contains(sign), let pair = vitals.bloodPressure {
        return "BP \(pair.text) at \(at)"
      }
      return vitals[sign].map { "\(sign.label) \(plain($0, places: 1)) at \(at)" }
    case .score, .assessment, .effect: return "\(text(of: raised, in: index)) at \(at)"
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .noReading, .note, .technique,
      .theme, .given, .call, .order, .pin, .later, .notDone, .acknowledgement, .confirmation,
      .correction, .void, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended, .reopened:
      return raised.valueWords.map { "\($0) at \(at)" }
    }
  }

  /// The entry that first said what it was for: the order of a medicine, else the medicine itself.
  private func saying(_ notice: NoticeReference, in entry: Entry, order id: EventID?) -> EventID {
    guard let id, let index = session.index(of: id),
      case .order(let order) = session.entries[index].event, order.given.notice == notice
    else { return entry.id }
    return id
  }

  /// `Dr L called 14:40`, unless that call was taken back.
  private func callWords(of id: EventID) -> String? {
    guard let index = session.index(of: id), !session.entries[index].isVoid,
      case .call(let call) = session.entries[index].event
    else { return nil }
    let at = wall(session.entries[index].occurredAt, like: session.entries[index]).clock
    return "\(session.callName(of: call.to)) called \(at)"
  }
}
