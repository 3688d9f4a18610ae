import Dispatch
import Foundation
import Synchronization

/// Work done on all processors, each piece once, in whatever order.
///
/// It runs on queues of its own. The global queues of Dispatch are watched over on Linux by a timer
/// that wakes the process every second from their first use on, for as long as it lives: an idle
/// console would wake twice as often as its clock.
enum SideBySide {
  /// Does pieces `0..<count`, and returns when all are done.
  static func perform(_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
    let next = Counter()
    let work = { @Sendable in
      while let place = next.take(below: count) { piece(place) }
    }
    let group = DispatchGroup()
    let others = min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), count) - 1
    for lane in 0..<max(0, others) {
      DispatchQueue(label: "side \(lane)", qos: .userInitiated).async(group: group, execute: work)
    }
    work()
    group.wait()
  }

  /// Hands out places.
  private final class Counter: Sendable {
    private let next = Atomic(0)

    func take(below count: Int) -> Int? {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return place < count ? place : nil
    }
  }
}
