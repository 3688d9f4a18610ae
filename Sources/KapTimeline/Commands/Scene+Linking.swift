extension Sign {
  /// What people call it, and what is wrong with it, in the words of a call.
  fileprivate var spoken: [String] {
    switch self {
    case .systolic, .diastolic, .meanArterial: ["blood pressure", "hypertension", "hypotension"]
    case .heartRate: ["heart rate", "pulse", "tachycardia", "bradycardia"]
    case .oxygenSaturation: ["saturation", "sats", "sat", "oxygen", "desaturation"]
    case .respiratoryRate: ["breathing", "respirations", "respiratory rate"]
    case .temperature: ["temperature", "fever"]
    }
  }
}

extension Scene {
  /// A call, with the notice it was about where its words name one.
  func linked(_ call: Call) -> Call {
    var call = call
    call.notice = call.notice ?? call.about.flatMap { notice(meantBy: $0) }
    return call
  }

  /// A medicine given, with the order it carries out and the notice that led to it.
  func linked(_ given: GivenMedicine) -> GivenMedicine {
    var given = given
    given.order = given.order ?? order(carriedOutBy: given)
    given.notice = given.notice ?? given.reason.flatMap { notice(meantBy: $0) }
    guard let index = given.order.flatMap({ session.index(of: $0) }),
      case .order(let order) = session.entries[index].event
    else { return given }
    given.orderedBy = given.orderedBy ?? order.given.orderedBy
    // What led to the order led to this; another reason than the order's is another notice, or none.
    if given.reason == nil || given.reason == order.given.reason {
      given.notice = order.given.notice ?? given.notice
    }
    return given
  }

  /// An order, with the notice that led to it.
  func linked(_ order: VerbalOrder) -> VerbalOrder {
    var order = order
    order.given.notice = order.given.notice ?? order.given.reason.flatMap { notice(meantBy: $0) }
    return order
  }

  /// The newest call about a notice, or about one that it took up and that stands in it.
  ///
  /// Who was called about less was told nothing of this: such a call stays that about the other.
  func call(about notice: Notice) -> EventID? {
    let raising = raising(of: notice)
    let index = moment.standing(.call).last { index in
      guard case .call(let call) = session.entries[index].event, let about = call.notice,
        about.rule == notice.rule, raising.contains(about.event)
      else { return false }
      return wasAsPressing(notice, from: raising, before: index)
    }
    return index.map { session.entries[$0].id }
  }

  /// The entry that raised a notice, and those that raised what it took up.
  private func raising(of notice: Notice) -> Set<EventID> {
    var raising = Set([notice.entry].compactMap(\.self).map { session.entries[$0].id })
    for earlier in then.notices.reversed() where earlier.rule == notice.rule {
      guard let entry = earlier.entry, let next = earlier.supersededBy,
        raising.contains(session.entries[next].id)
      else { continue }
      raising.insert(session.entries[entry].id)
    }
    return raising
  }

  /// Whether something that went into a notice had crossed one of the limits that raised it when a
  /// call was made, be it with a repeat to come.
  private func wasAsPressing(
    _ notice: Notice,
    from raising: Set<EventID>,
    before call: Int
  ) -> Bool {
    let known = session.known(before: call)
    let at = session.entries[call].occurredAt
    return Moment(known, at: at).notices.contains { earlier in
      earlier.rule == notice.rule && earlier.crosses(whatRaised: notice)
        && earlier.entry.map { raising.contains(known.entries[$0].id) } ?? false
    }
  }

  /// A call as it is corrected: its new words may name a notice that the old ones did not.
  func linked(_ call: Call, correcting old: Call, in index: Int) -> Call {
    var call = call
    let named = call.about == old.about ? nil : call.about
    call.notice = call.notice ?? named.flatMap { notice(meantBy: $0, in: index) } ?? old.notice
    return call
  }

  /// An order as it is corrected, in the same way.
  func linked(_ order: VerbalOrder, correcting old: VerbalOrder, in index: Int) -> VerbalOrder {
    var order = order
    let named = order.given.reason == old.given.reason ? nil : order.given.reason
    order.given.notice =
      order.given.notice ?? named.flatMap { notice(meantBy: $0, in: index) } ?? old.given.notice
    return order
  }

  /// The same as it was when an entry happened.
  private func notice(meantBy text: String, in index: Int) -> NoticeReference? {
    notice(meantBy: text, at: Moment(session, before: index))
  }

  /// The newest notice that words are about: `bp`, `bp 172/104`, `high blood pressure`.
  private func notice(meantBy text: String, at moment: Moment? = nil) -> NoticeReference? {
    let said = Self.parts(of: text)
    let meant = (moment ?? then).notices.last { notice in
      notice.entry != nil && names(of: notice).contains { Self.holds(said, $0) }
    }
    guard let meant, let entry = meant.entry else { return nil }
    return NoticeReference(event: session.entries[entry].id, rule: meant.rule)
  }

  /// What people call a notice, each in its words.
  private func names(of notice: Notice) -> [[Substring]] {
    var names = [notice.rule, then.subject(ofRule: notice.rule)]
    names += notice.crossings.map(\.limit.sign.label)
    names += notice.crossings.flatMap(\.limit.sign.spoken)
    if let scale = rules?.scale(named: notice.rule) { names += [scale.label] + scale.aliases }
    if let entry = notice.entry, case .effect(let effect) = session.entries[entry].event {
      names.append(effect.term)
    }
    return names.map(Self.parts).filter { !$0.isEmpty }
  }

  private static func parts(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Substring(String($0)) }
  }

  /// Whether words hold others as they stand, one after the other.
  private static func holds(_ words: [Substring], _ others: [Substring]) -> Bool {
    guard others.count <= words.count else { return false }
    return (0...(words.count - others.count)).contains { start in
      words[start..<(start + others.count)].elementsEqual(others)
    }
  }

  /// A medicine as it is corrected, with the order that it carries out in its new words.
  func linked(_ given: GivenMedicine, correcting old: GivenMedicine, in index: Int) -> GivenMedicine
  {
    var given = given
    let named = given.reason == old.reason ? nil : given.reason
    given.notice = given.notice ?? named.flatMap { notice(meantBy: $0, in: index) } ?? old.notice
    given.order = given.order ?? order(carriedOutBy: given, before: old.order, in: index)
    guard given.order != old.order,
      let order = given.order.flatMap({ session.index(of: $0) }),
      case .order(let ordered) = session.entries[order].event
    else { return given }
    given.orderedBy = given.orderedBy ?? ordered.given.orderedBy
    return given
  }

  /// The newest order that nobody has carried out and that says what was given; `first` before all
  /// others, if it does.
  private func order(
    carriedOutBy given: GivenMedicine,
    before first: EventID? = nil,
    in entry: Int? = nil
  ) -> EventID? {
    let before = entry.map { Moment(session, before: $0) }
    let fitting = moment.waitingOrders(without: entry).filter { order in
      (before ?? then).includes(order.entry) && given.isAsOrdered(order.given)
    }.map { session.entries[$0.entry].id }
    return fitting.first { $0 == first } ?? fitting.last
  }
}
