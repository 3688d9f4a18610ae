extension Session {
  /// Puts an entry where it belongs among those of all kinds and of its own.
  mutating func place(_ index: Int) {
    guard isPlacing else { return }
    let kind = entries[index].recorded.event.kind
    if kind.isJudged, isFollowed(index) { rewrites += 1 }
    order.insert(index, inOrderOf: entries)
    lists[kind.place].insert(index, inOrderOf: entries)
  }

  /// Whether a reading, a dose, a hand on the pump or a limit comes after an entry.
  private func isFollowed(_ index: Int) -> Bool {
    EventKind.judged.contains { kind in
      lists[kind.place].last.map { entries.comes(index, before: $0) } ?? false
    }
  }

  /// Takes an entry out of the order, before its time changes.
  mutating func displace(_ index: Int) {
    guard isPlacing else { return }
    order.remove(index, inOrderOf: entries)
    lists[entries[index].recorded.event.kind.place].remove(index, inOrderOf: entries)
  }

  /// Puts all entries where they belong, and from now on each as it comes.
  mutating func placeAll() {
    isPlacing = true
    order = entries.indices.sorted { entries.comes($0, before: $1) }
    for index in order { lists[entries[index].recorded.event.kind.place].append(index) }
  }
}

extension [Entry] {
  /// Whether an entry comes before another in the one order.
  func comes(_ index: Int, before other: Int) -> Bool {
    let (one, two) = (self[index].occurredAt, self[other].occurredAt)
    if one != two { return one < two }
    return OrderKey(self[index]) < OrderKey(self[other])
  }

  /// The same where there may be no other: any comes before that.
  func comes(_ index: Int, before other: Int?) -> Bool {
    other.map { comes(index, before: $0) } ?? true
  }

  /// Whether an entry lies in a stretch of the one order.
  func includes(_ index: Int, upTo end: OrderEnd) -> Bool {
    let (at, last) = (self[index].occurredAt, end.key.occurredAt)
    return at == last ? end.includes(OrderKey(self[index])) : at < last
  }
}

// A method of the session that is given one of its own lists would copy that list each time.
extension [Int] {
  fileprivate mutating func insert(_ index: Int, inOrderOf entries: [Entry]) {
    if let last, entries.comes(index, before: last) {
      insert(index, at: place(of: index, inOrderOf: entries))
    } else {
      append(index)
    }
  }

  fileprivate mutating func remove(_ index: Int, inOrderOf entries: [Entry]) {
    let place = place(of: index, inOrderOf: entries)
    guard place < count, self[place] == index else { return }
    remove(at: place)
  }

  /// How many come before an entry; looked for from the end, where most belong.
  private func place(of index: Int, inOrderOf entries: [Entry]) -> Int {
    var reach = 1
    while reach < count, !entries.comes(self[count - reach], before: index) { reach *= 2 }
    let start = Swift.max(0, count - reach)
    return start + self[start...].partitioned { entries.comes($0, before: index) }
  }
}

/// The one order of events, the same on every machine whatever order they arrive in.
struct OrderKey: Comparable {
  let occurredAt: Instant
  let recordedAt: Instant
  let id: EventID

  init(_ entry: Entry) { self.init(entry, at: entry.occurredAt) }

  /// The place of an entry as one that happened at another time.
  init(_ entry: Entry, at instant: Instant) {
    occurredAt = instant
    recordedAt = entry.recorded.recordedAt
    id = entry.recorded.id
  }

  static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.occurredAt != right.occurredAt { return left.occurredAt < right.occurredAt }
    if left.recordedAt != right.recordedAt { return left.recordedAt < right.recordedAt }
    return left.id < right.id
  }
}

/// Where a stretch of the one order ends.
enum OrderEnd {
  /// With what stands at a place, or just before it.
  case with(OrderKey)
  case without(OrderKey)

  /// The place.
  var key: OrderKey {
    switch self {
    case .with(let key), .without(let key): key
    }
  }

  /// Whether a place lies in it.
  func includes(_ key: OrderKey) -> Bool {
    switch self {
    case .with(let last): key <= last
    case .without(let next): key < next
    }
  }
}

/// The order in which events were written, the same on every machine.
struct WritingKey: Comparable {
  let recordedAt: Instant
  let id: EventID

  init(_ recorded: Recorded) {
    recordedAt = recorded.recordedAt
    id = recorded.id
  }

  init(_ entry: Entry) { self.init(entry.recorded) }

  static func < (left: WritingKey, right: WritingKey) -> Bool {
    left.recordedAt == right.recordedAt ? left.id < right.id : left.recordedAt < right.recordedAt
  }
}

extension RandomAccessCollection where Index == Int {
  /// How many of the first elements fulfil `isBefore`, which holds for a prefix and nowhere else.
  package func partitioned(_ isBefore: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}
