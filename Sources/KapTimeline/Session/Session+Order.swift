extension Session {
  /// Puts an entry where it belongs among those of all kinds and of its own.
  mutating func place(_ index: Int) {
    guard isPlacing else { return }
    let kind = entries[index].recorded.event.kind
    if kind.isJudged, isFollowed(index) { rewrites += 1 }
    insert(index, into: &order)
    insert(index, into: &lists[kind.place])
  }

  /// Whether a reading, a dose or a hand on the pump comes after an entry.
  private func isFollowed(_ index: Int) -> Bool {
    let key = OrderKey(entries[index])
    return EventKind.judged.contains { kind in
      guard let last = lists[kind.place].last else { return false }
      return key < OrderKey(entries[last])
    }
  }

  /// Takes an entry out of the order, before its time changes.
  mutating func displace(_ index: Int) {
    guard isPlacing else { return }
    remove(index, from: &order)
    remove(index, from: &lists[entries[index].recorded.event.kind.place])
  }

  /// Puts all entries where they belong, and from now on each as it comes.
  mutating func placeAll() {
    isPlacing = true
    order = entries.indices.map { (OrderKey(entries[$0]), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    for index in order { lists[entries[index].recorded.event.kind.place].append(index) }
  }

  private func insert(_ index: Int, into list: inout [Int]) {
    let key = OrderKey(entries[index])
    if let last = list.last, key < OrderKey(entries[last]) {
      list.insert(index, at: list.partitioned { OrderKey(entries[$0]) < key })
    } else {
      list.append(index)
    }
  }

  private func remove(_ index: Int, from list: inout [Int]) {
    let key = OrderKey(entries[index])
    let place = list.partitioned { OrderKey(entries[$0]) < key }
    guard place < list.count, list[place] == index else { return }
    list.remove(at: place)
  }
}

/// The one order of events, the same on every machine whatever order they arrive in.
struct OrderKey: Comparable {
  let occurredAt: Instant
  let recordedAt: Instant
  let id: EventID

  init(_ entry: Entry) {
    occurredAt = entry.occurredAt
    recordedAt = entry.recorded.recordedAt
    id = entry.recorded.id
  }

  static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.occurredAt != right.occurredAt { return left.occurredAt < right.occurredAt }
    if left.recordedAt != right.recordedAt { return left.recordedAt < right.recordedAt }
    return left.id < right.id
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
  func partitioned(_ isBefore: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}
