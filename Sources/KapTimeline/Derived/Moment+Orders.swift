/// An order by word of mouth that nobody has carried out.
package struct WaitingOrder: Hashable, Sendable {
  /// What was ordered, and by whom.
  package let given: GivenMedicine
  /// When it was ordered.
  package let at: Instant
  /// The entry's index.
  package let entry: Int
}

extension Moment {
  /// The orders that stand and that nobody has carried out, in order.
  package var waitingOrders: [WaitingOrder] { waitingOrders(without: nil) }

  /// The same without those of the session's own medicine that a dose has carried out since.
  package var openOrders: [WaitingOrder] {
    waitingOrders.filter { order in
      guard let own = Medicine(rawValue: order.given.medicine.lowercased()) else { return true }
      return !doses.contains {
        $0.dose.medicine == own && session.entries[$0.entry].occurredAt >= order.at
      }
    }
  }

  /// The orders that stand and that no medicine given but that of an entry has carried out.
  func waitingOrders(without entry: Int?) -> [WaitingOrder] {
    let carriedOut = Set(
      standing(.given).compactMap { index -> EventID? in
        guard index != entry, case .given(let given) = session.entries[index].event else {
          return nil
        }
        return given.order
      }
    )
    return standing(.order).compactMap { index in
      let entry = session.entries[index]
      guard case .order(let order) = entry.event, !carriedOut.contains(entry.id) else { return nil }
      return WaitingOrder(given: order.given, at: entry.occurredAt, entry: index)
    }
  }

  /// A medicine given otherwise than the order says that it would carry out.
  func doubts(about given: GivenMedicine, besideOrdersAt place: DoubtPlace) -> [Doubt] {
    if let index = given.order.flatMap({ session.index(of: $0) }),
      case .order(let order) = session.entries[index].event
    {
      return given.isAsOrdered(order.given) ? [] : [.otherThanOrdered(order.given)]
    }
    // That the order was carried out later makes nothing of what was given before it.
    let waiting = Moment(session, before: place).waitingOrders(without: place.entry)
      .filter { $0.given.isOfMedicine(of: given) }
    guard let last = waiting.last, !waiting.contains(where: { given.isAsOrdered($0.given) })
    else { return [] }
    return [.otherThanOrdered(last.given)]
  }
}

extension GivenMedicine {
  /// Whether both are the same medicine by name.
  package func isOfMedicine(of other: GivenMedicine) -> Bool {
    medicine.lowercased() == other.medicine.lowercased()
  }

  /// Whether it is what an order says, as far as both say an amount, a route and whose order it is.
  package func isAsOrdered(_ order: GivenMedicine) -> Bool {
    guard isOfMedicine(of: order) else { return false }
    if let route, let ordered = order.route, Self.plain(route) != Self.plain(ordered) {
      return false
    }
    return isOfSamePerson(as: order) && isSameAmount(as: order)
  }

  /// Whether it is the same medicine in the same amount and by the same route as another one, and
  /// neither on another's word nor by another order.
  func isAgain(_ other: GivenMedicine) -> Bool {
    guard isOfMedicine(of: other), (amount == nil) == (other.amount == nil),
      route.map(Self.plain) == other.route.map(Self.plain),
      order == nil || other.order == nil || order == other.order
    else { return false }
    return isOfSamePerson(as: other) && isSameAmount(as: other)
  }

  /// Whether both were ordered by the same person, as far as both say by whom.
  private func isOfSamePerson(as other: GivenMedicine) -> Bool {
    guard let orderedBy, let said = other.orderedBy else { return true }
    return isOneName(orderedBy, said)
  }

  /// Whether both amounts are the same, as far as both say one.
  private func isSameAmount(as other: GivenMedicine) -> Bool {
    guard let amount, let said = other.amount else { return true }
    if let milligrams, let other = other.milligrams {
      // Units differ by powers of ten, which a double does not hold to the last digit.
      return abs(milligrams - other) <= 1e-9 * max(milligrams, other)
    }
    return Self.joined(amount) == Self.joined(said)
  }

  private static func joined(_ amount: String) -> String {
    amount.lowercased().filter { !$0.isWhitespace }
  }

  /// A route by the letters that people mostly write for it.
  private static func plain(_ route: String) -> String {
    switch route.lowercased() {
    case "oral": "po"
    case "sublingual": "sl"
    case "nasal": "in"
    case "subcut": "sc"
    case "inhaled": "inh"
    case "patch": "td"
    case let other: other
    }
  }
}
