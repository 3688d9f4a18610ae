/// What is said again soon after; a file and a device say the same again as often as they like.
extension Moment {
  /// The last set's figures again, or a set by the other seat a moment ago.
  func repetition(of vitals: Vitals, at place: DoubtPlace) -> [Doubt] {
    guard let last = around(place, .vitals).first(where: { !isArtefact($0) }),
      case .vitals(let before) = session.entries[last].event
    else { return [] }
    let seconds = seconds(from: last, to: place)
    if before.hasSameReadings(as: vitals) { return [.sameFigures(secondsAgo: seconds)] }
    let author = session.entries[last].recorded.author
    return author == place.author ? [] : [.otherSeat(author: author, secondsAgo: seconds)]
  }

  /// A medicine again in the same amount and by the same route.
  func repetition(of given: GivenMedicine, at place: DoubtPlace) -> [Doubt] {
    let same = around(place, .given).first { index in
      guard case .given(let before) = session.entries[index].event else { return false }
      return given.isAgain(before)
    }
    return same.map { [.givenBefore(secondsAgo: seconds(from: $0, to: place))] } ?? []
  }

  /// The entries of a kind around a place that were written before it, the last first; the other seat
  /// may have opened its field a moment later and sent it sooner.
  private func around(_ place: DoubtPlace, _ kind: EventKind) -> [Int] {
    guard let rules, [.typed, .transcribed].contains(place.source) else { return [] }
    let window = Span.minutes(rules.timing.repeatAskSeconds / 60)
    let key = place.entry.map { WritingKey(session.entries[$0]) }
    return list(of: kind).reversed()
      .drop { session.entries[$0].occurredAt > place.at + window }
      .prefix { session.entries[$0].occurredAt >= place.at - window }
      .filter { index in
        let entry = session.entries[index]
        return !entry.isVoid && key.map { WritingKey(entry) < $0 } ?? true
      }
  }

  private func seconds(from entry: Int, to place: DoubtPlace) -> Int {
    max(0, (place.at - session.entries[entry].occurredAt).wholeSeconds)
  }
}
