/// An entry that is tied to no notice while something urgent is open, and how to tie it.
package struct Untied: Hashable, Sendable {
  /// What is open: `BP 206/121`.
  package let notice: String
  /// The sentence that ties it, as far as it is known: `correct a14 … for bp …`.
  package let correction: String
}

extension Moment {
  /// What a call, an order or a medicine leaves open; nil where it names a notice, or none is urgent.
  ///
  /// Nothing is tied by guess: a person says what it was for.
  package func untied(_ index: Int) -> Untied? {
    guard session.entries.indices.contains(index), !session.entries[index].isVoid,
      let word = wordOfReason(in: session.entries[index].event)
    else { return nil }
    let at = session.entries[index].occurredAt
    let urgent = open(notices).first { notice in
      notice.urgency == .urgent && notice.entry != nil && notice.since <= at && isOfPerson(notice)
    }
    guard let urgent else { return nil }
    let offset = session.entries[index].recorded.offset
    let name = nameInWords(of: urgent)
    return Untied(
      notice: words(for: urgent, offset: offset).value,
      correction: "correct \(session.name(of: index)) … \(word) \(name) …"
    )
  }

  /// Whether a notice is about how the person is, rather than about what nobody checked or confirmed.
  private func isOfPerson(_ notice: Notice) -> Bool {
    !notice.crossings.isEmpty || notice.rule == Notice.urgentEffect
      || rules?.scale(named: notice.rule) != nil
  }

  /// The word before what it was for, where it names no notice and says nothing else that it was for.
  private func wordOfReason(in event: Event) -> String? {
    if case .call(let call) = event { return call.notice == nil ? "about" : nil }
    if case .order(let order) = event { return order.given.isForNothingSaid ? "for" : nil }
    if case .given(let given) = event { return given.isForNothingSaid ? "for" : nil }
    return nil
  }

  /// What people write for a notice: `bp`, the effect, a scale.
  private func nameInWords(of notice: Notice) -> String {
    if let entry = notice.entry, case .effect(let effect) = session.entries[entry].event {
      return effect.term
    }
    if let scale = rules?.scale(named: notice.rule) { return scale.label }
    return subject(ofRule: notice.rule).lowercased()
  }
}

extension GivenMedicine {
  /// Whether it says of nothing that it is for it.
  fileprivate var isForNothingSaid: Bool { notice == nil && reason == nil }
}
