/// A session as its events tell it: the fold of the journal, and nothing else.
///
/// Events may arrive in any order and more than once; the result is the same. What can be derived
/// (due, notices, totals, gaps) is not kept here but asked of a ``Moment``.
package struct Session: Sendable {
  /// Every event, in the order it arrived; an index into it stays valid.
  package private(set) var entries: [Entry] = []
  /// Indices into ``entries`` by when things happened.
  package private(set) var order: [Int] = []
  /// The writers, in the order they first appeared; the first is `a`.
  package private(set) var writers: [WriterID] = []

  private var lists: [[Int]] = Array(repeating: [], count: EventKind.allCases.count)
  private var indices: [EventID: Int] = [:]
  private var waiting: [EventID: [Int]] = [:]

  /// Creates a session of which nothing is known yet.
  package init() {}

  /// Creates a session by folding `events`.
  package init(replaying events: some Sequence<Recorded>) {
    for event in events { apply(event) }
  }

  /// Folds one durable event into the session; one that is here already changes nothing.
  ///
  /// Cost: constant for an event at the end of the order, else one move of indices.
  package mutating func apply(_ recorded: Recorded) {
    guard indices[recorded.id] == nil else { return }
    let index = entries.count
    entries.append(Entry(recorded))
    indices[recorded.id] = index
    if !writers.contains(recorded.id.writer) { writers.append(recorded.id.writer) }
    place(index)
    if let target = recorded.event.target {
      if let targetIndex = indices[target] {
        link(index, to: targetIndex)
      } else {
        waiting[target, default: []].append(index)
      }
    }
    for about in waiting.removeValue(forKey: recorded.id) ?? [] { link(about, to: index) }
  }

  /// The index of the event called `id`.
  package func index(of id: EventID) -> Int? { indices[id] }

  /// The first event, which says what session this is.
  package var opening: Opening? {
    guard let index = list(of: .opened).first, case .opened(let opening) = entries[index].event
    else { return nil }
    return opening
  }

  /// The rules the session runs under.
  package var rules: ClinicProtocol? { opening?.clinicProtocol }

  /// The indices of all events of a kind, by when they happened, void ones included.
  package func list(of kind: EventKind) -> [Int] { lists[kind.place] }

  /// The short name on the screen: the writer's letter and the number, `a12`.
  package func name(of index: Int) -> String {
    let id = entries[index].id
    return "\(letter(of: id.writer))\(id.sequence)"
  }

  /// The index of the entry called `name`, such as `a12`.
  package func index(named name: some StringProtocol) -> Int? {
    let lower = name.lowercased()
    let letters = lower.prefix { $0.isLetter }
    guard let sequence = Int(lower.dropFirst(letters.count)),
      let writer = writers.first(where: { letter(of: $0) == letters })
    else { return nil }
    return indices[EventID(writer: writer, sequence: sequence)]
  }

  /// How many of the first entries in ``order`` happened at or before `instant`.
  package func count(until instant: Instant) -> Int {
    prefixCount(of: order, until: instant)
  }

  /// The indices of events of a kind that happened at or before `instant`, void ones included.
  package func list(of kind: EventKind, until instant: Instant) -> ArraySlice<Int> {
    let list = lists[kind.place]
    return list.prefix(prefixCount(of: list, until: instant))
  }

  private func prefixCount(of list: [Int], until instant: Instant) -> Int {
    if let last = list.last, entries[last].occurredAt <= instant { return list.count }
    return partition(list) { entries[$0].occurredAt <= instant }
  }

  private func letter(of writer: WriterID) -> String {
    let place = writers.firstIndex(of: writer) ?? 0
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    let letter = String(alphabet[place % alphabet.count])
    return place < alphabet.count ? letter : letter + letter
  }
}

extension Session {
  /// Puts an entry where it belongs among those of all kinds and of its own.
  private mutating func place(_ index: Int) {
    insert(index, into: &order)
    insert(index, into: &lists[entries[index].recorded.event.kind.place])
  }

  private mutating func displace(_ index: Int) {
    remove(index, from: &order)
    remove(index, from: &lists[entries[index].recorded.event.kind.place])
  }

  private func insert(_ index: Int, into list: inout [Int]) {
    let key = OrderKey(entries[index])
    if let last = list.last, key < OrderKey(entries[last]) {
      list.insert(index, at: partition(list) { OrderKey(entries[$0]) < key })
    } else {
      list.append(index)
    }
  }

  private func remove(_ index: Int, from list: inout [Int]) {
    let key = OrderKey(entries[index])
    let place = partition(list) { OrderKey(entries[$0]) < key }
    guard place < list.count, list[place] == index else { return }
    list.remove(at: place)
  }

  /// How many of the first elements fulfil `isBefore`, which holds for a prefix.
  private func partition(_ list: [Int], where isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(list[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Session {
  /// How long a chain of events about events may be before its end acts on nothing.
  private static let longestChain = 1000

  /// Lets the event at `index` act on the one at `target`.
  private mutating func link(_ index: Int, to target: Int) {
    var step: Int? = target
    var length = 0
    while let place = step {
      length += 1
      // Two events about each other, which no honest writer makes, or a chain without reason.
      guard place != index, length <= Self.longestChain else {
        entries[index].isInert = true
        return
      }
      step = entries[place].recorded.event.target.flatMap { indices[$0] }
    }
    var abouts = entries[target].abouts
    let key = WritingKey(entries[index])
    let place = abouts.firstIndex { key < WritingKey(entries[$0]) } ?? abouts.count
    abouts.insert(index, at: place)
    entries[target].abouts = abouts
    resolve(target)
  }

  /// Works out anew what later events make of one, and of those it is itself about.
  private mutating func resolve(_ first: Int) {
    var next: Int? = first
    while let index = next {
      let wasVoid = entries[index].isVoid
      let old = entries[index]
      var new = Entry(old.recorded)
      new.abouts = old.abouts
      new.isInert = old.isInert
      for about in old.abouts where !entries[about].isVoid && !entries[about].isInert {
        act(about, on: &new)
      }
      if new.occurredAt != old.occurredAt { displace(index) }
      entries[index] = new
      if new.occurredAt != old.occurredAt { place(index) }
      guard wasVoid != new.isVoid || old.event != new.event else { return }
      next = new.recorded.event.target.flatMap { indices[$0] }
    }
  }

  private func act(_ about: Int, on entry: inout Entry) {
    switch entries[about].event {
    case .correction(let correction):
      guard correction.replacement.kind == entry.recorded.event.kind else { return }
      entry.event = correction.replacement
      if let time = correction.occurredAt { entry.occurredAt = time }
      entry.correctedBy = about
    case .void:
      entry.isVoid = true
      entry.withdrawnBy = about
    case .confirmation:
      entry.judgedBy = about
    case .pin:
      entry.wordedBy = about
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .later, .notDone,
      .acknowledgement, .attached, .detached, .suspended, .resumed, .clockStepped, .ended,
      .reopened:
      return
    }
  }
}

/// The order in which events were written, the same on every machine.
struct WritingKey: Comparable {
  let recordedAt: Instant
  let id: EventID

  init(_ entry: Entry) {
    recordedAt = entry.recorded.recordedAt
    id = entry.recorded.id
  }

  static func < (left: WritingKey, right: WritingKey) -> Bool {
    left.recordedAt == right.recordedAt ? left.id < right.id : left.recordedAt < right.recordedAt
  }
}

extension EventKind {
  /// Its place among the kinds, from 0.
  var place: Int {
    switch self {
    case .opened: 0
    case .frame: 1
    case .joined: 2
    case .left: 3
    case .dose: 4
    case .infusion: 5
    case .phase: 6
    case .vitals: 7
    case .noReading: 8
    case .score: 9
    case .note: 10
    case .technique: 11
    case .theme: 12
    case .effect: 13
    case .given: 14
    case .call: 15
    case .order: 16
    case .pin: 17
    case .later: 18
    case .notDone: 19
    case .acknowledgement: 20
    case .confirmation: 21
    case .correction: 22
    case .void: 23
    case .attached: 24
    case .detached: 25
    case .suspended: 26
    case .resumed: 27
    case .clockStepped: 28
    case .ended: 29
    case .reopened: 30
    }
  }
}
