extension Moment {
  /// What an entry is linked to: what a medicine was given for, who was called about a notice.
  func linkRemarks(on entry: Entry) -> [String] {
    switch entry.event {
    case .given(let given):
      let reason = given.notice.flatMap { value(of: $0, like: entry) } ?? given.reason
      return [reason.map { "for \($0)" }, given.response].compactMap(\.self)
    case .order(let order):
      let reason = order.given.notice.flatMap { value(of: $0, like: entry) } ?? order.given.reason
      return [reason.map { "for \($0)" }].compactMap(\.self)
    case .acknowledgement(let acknowledgement):
      return acknowledgement.call.flatMap { callWords(of: $0) }.map { [$0] } ?? []
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .call, .pin, .later, .notDone, .confirmation,
      .correction, .void, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended,
      .reopened:
      return []
    }
  }

  /// `BP 172/104 at 14:38`.
  private func value(of notice: NoticeReference, like entry: Entry) -> String? {
    guard let index = session.index(of: notice.event) else { return nil }
    let raised = session.entries[index]
    let at = wall(raised.occurredAt, like: entry).clock
    switch raised.event {
    case .vitals(let vitals):
      guard
        let sign = rules?.limits.first(where: { $0.rule == notice.rule })?.sign
          ?? Sign(rawValue: notice.rule)
      else { return nil }
      if [.systolic, .diastolic].contains(sign), let pair = vitals.bloodPressure {
        return "BP \(pair.text) at \(at)"
      }
      return vitals[sign].map { "\(sign.label) \(plain($0, places: 1)) at \(at)" }
    case .dose(let dose): return "dose \(plain(dose.amount.milligrams, places: 3)) mg at \(at)"
    case .score, .assessment, .effect: return "\(text(of: raised.event, in: index)) at \(at)"
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .note, .technique,
      .theme, .given, .call, .order, .pin, .later, .notDone, .acknowledgement, .confirmation,
      .correction, .void, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended, .reopened:
      return nil
    }
  }

  /// `Dr L called 14:40`, unless that call was taken back.
  private func callWords(of id: EventID) -> String? {
    guard let index = session.index(of: id), !session.entries[index].isVoid,
      case .call(let call) = session.entries[index].event
    else { return nil }
    let at = wall(session.entries[index].occurredAt, like: session.entries[index]).clock
    return "\(callName(of: call.to)) called \(at)"
  }
}
