extension Moment {
  /// The facts that stand, by name, the newest of each.
  package var frame: [String: FrameFact] {
    var facts: [String: FrameFact] = [:]
    for index in standing(.frame) {
      guard case .frame(let fact) = session.entries[index].event else { continue }
      facts[fact.name] = fact
    }
    return facts
  }

  /// The entries that say what was agreed and what is known of the person: of each fact the newest,
  /// in the order in which those were said.
  package var agreements: [(fact: FrameFact, entry: Int)] {
    var newest: [(fact: FrameFact, entry: Int)] = []
    for index in standing(.frame) {
      guard case .frame(let fact) = session.entries[index].event else { continue }
      newest.removeAll { $0.fact.name == fact.name }
      newest.append((fact, index))
    }
    return newest
  }

  /// The person's weight in kilograms.
  package var weight: Double? {
    guard case .weight(let kilograms) = frame["weight"] else { return nil }
    return kilograms
  }

  /// The weight by which a dose at `instant` is judged: the one known then, so that a later one does
  /// not rewrite what was given.
  ///
  /// For a dose in the record `key` says when it was written. Where none was known it is the first
  /// that anybody said.
  func weight(knownAt instant: Instant, writing key: WritingKey? = nil) -> Double? {
    var first: Double?
    var known: Double?
    for index in standing(.frame) {
      let entry = session.entries[index]
      guard case .frame(.weight(let kilograms)) = entry.event else { continue }
      first = first ?? kilograms
      if entry.occurredAt <= instant, key.map({ WritingKey(entry) < $0 }) ?? true {
        known = kilograms
      }
    }
    return known ?? first
  }

  /// The weight by which a dose that is in the record is judged.
  func weight(knownFor entry: Entry) -> Double? {
    weight(knownAt: entry.occurredAt, writing: WritingKey(entry))
  }

  /// The room, as it was last said.
  package var room: String? { frame["room"]?.text ?? session.opening?.room }

  /// Who is here, in the order they came.
  package var present: [Presence] {
    var here: [Presence] = []
    let steps = (standing(.joined) + standing(.left))
      .sorted { session.entries.comes($0, before: $1) }
    for index in steps {
      if case .joined(let presence) = session.entries[index].event {
        here.removeAll { $0.person == presence.person }
        here.append(presence)
      } else if case .left(let presence) = session.entries[index].event {
        here.removeAll { $0.person == presence.person }
      }
    }
    return here
  }

  /// The newest score on each scale, with its entry.
  package var scores: [String: (score: Score, entry: Int)] {
    var newest: [String: (score: Score, entry: Int)] = [:]
    for index in standing(.score) {
      guard case .score(let score) = session.entries[index].event else { continue }
      newest[score.scale] = (score, index)
    }
    return newest
  }
}

/// Something that began and has not ended.
package struct RunningInterval: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// Its kind: `touch`, `music`, `effect`.
  package let group: String?
  /// When it began.
  package let since: Instant
  /// The entry it began with.
  package let entry: Int
}

extension Moment {
  /// Techniques, touch and music that have begun and not ended, in order.
  package var running: [RunningInterval] {
    var open: [RunningInterval] = []
    for index in standing(.technique) {
      guard case .technique(let change) = session.entries[index].event else { continue }
      switch change.edge {
      case .once: continue
      case .stop: open.removeAll { $0.name == change.name }
      case .start:
        open.removeAll { $0.name == change.name }
        open.append(
          RunningInterval(
            name: change.name,
            group: change.group,
            since: session.entries[index].occurredAt,
            entry: index
          )
        )
      }
    }
    return open
  }

  /// Adverse effects that have begun and not ended, with how bad they are.
  package var effects: [(effect: AdverseEffect, since: Instant, entry: Int)] {
    var open: [(effect: AdverseEffect, since: Instant, entry: Int)] = []
    var ended: Set<String> = []
    for index in standing(.effect) {
      guard case .effect(let effect) = session.entries[index].event else { continue }
      let known = open.firstIndex { $0.effect.term == effect.term }
      if effect.hasEnded {
        if let known { open.remove(at: known) }
        ended.insert(effect.term)
      } else if let known {
        // Said again without saying how bad, it is as bad as it was.
        let before = open[known]
        open[known] = (effect.overlaid(on: before.effect), before.since, index)
      } else if !effect.isAfterword || !ended.contains(effect.term) {
        open.append((effect, session.entries[index].occurredAt, index))
      }
    }
    return open
  }
}
