extension Session {
  /// How long a chain of events about events may be before its end acts on nothing.
  private static let longestChain = 1000

  /// Joins a new entry to the one it is about, and to it those that waited for it.
  ///
  /// An event acts on its target once the chain of targets is here down to a plain fact. Two events
  /// about each other, which no honest writer makes, never are; so what acts depends only on which
  /// events are here.
  mutating func link(_ index: Int) {
    let recorded = entries[index].recorded
    for about in waiting.removeValue(forKey: recorded.id) ?? [] { add(about, to: index) }
    guard let id = recorded.event.target else {
      root(index, at: 0)
      return
    }
    guard let target = indices[id] else {
      waiting[id, default: []].append(index)
      return
    }
    let isLast = add(index, to: target)
    guard let depth = entries[target].depth else { return }
    root(index, at: depth + 1)
    guard acts(index) else { return }
    if isLast {
      var changed = entries[target]
      act(index, on: &changed)
      update(target, to: changed)
    } else {
      update(target, to: resolved(target))
    }
  }

  /// Adds an event to those about another, by when they were written; whether it is the last.
  @discardableResult
  private mutating func add(_ about: Int, to target: Int) -> Bool {
    let key = WritingKey(entries[about])
    let abouts = entries[target].abouts
    let place = abouts.partitioned { WritingKey(entries[$0]) < key }
    entries[target].abouts.insert(about, at: place)
    return place == abouts.count
  }

  /// Lets everything about an entry, and about that in turn, act now that its own target is here.
  private mutating func root(_ index: Int, at depth: Int) {
    entries[index].depth = depth
    guard !entries[index].abouts.isEmpty else { return }
    var reached = [index]
    var next = 0
    while next < reached.count {
      let depth = entries[reached[next]].depth ?? 0
      for about in entries[reached[next]].abouts {
        entries[about].depth = depth + 1
        reached.append(about)
      }
      next += 1
    }
    for index in reached.reversed() { set(index, to: resolved(index)) }
  }

  /// Whether an event about another one acts on it.
  private func acts(_ about: Int) -> Bool {
    guard let depth = entries[about].depth else { return false }
    return depth <= Self.longestChain && !entries[about].isVoid
  }

  /// What later events make of an entry.
  private func resolved(_ index: Int) -> Entry {
    var entry = entries[index].asWritten
    for about in entry.abouts where acts(about) { act(about, on: &entry) }
    return entry
  }

  /// Sets an entry to what it now is, and works out anew those that it is itself about.
  private mutating func update(_ first: Int, to entry: Entry) {
    var index = first
    var entry = entry
    while true {
      let changes = entry.isVoid != entries[index].isVoid || entry.event != entries[index].event
      set(index, to: entry)
      guard changes, let target = entry.recorded.event.target.flatMap({ indices[$0] }),
        entries[target].depth != nil
      else { return }
      index = target
      entry = resolved(target)
    }
  }

  private mutating func set(_ index: Int, to entry: Entry) {
    let moves = entry.occurredAt != entries[index].occurredAt
    if moves { displace(index) }
    entries[index] = entry
    if moves { place(index) }
    if entry.recorded.event.kind.isJudged { rewrites += 1 }
  }

  private func act(_ about: Int, on entry: inout Entry) {
    guard entry.recorded.event.kind.canBeVoid else { return }
    switch entries[about].event {
    case .correction(let correction):
      let replacement = correction.replacement
      guard replacement.kind == entry.recorded.event.kind,
        replacement.target == entry.recorded.event.target
      else { return }
      // What a person said of the value was said of the value as it stood.
      if replacement != entry.event { entry.judgedBy = nil }
      entry.event = replacement
      if let time = correction.occurredAt { entry.occurredAt = time }
      entry.correctedBy = about
    case .void:
      entry.isVoid = true
      entry.withdrawnBy = about
    case .confirmation:
      entry.judgedBy = about
    case .pin:
      guard entry.recorded.event.kind == .pin else { return }
      entry.wordedBy = about
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .later, .notDone,
      .acknowledgement, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended,
      .reopened:
      return
    }
  }
}
