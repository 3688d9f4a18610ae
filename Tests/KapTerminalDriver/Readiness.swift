import Foundation

/// Waiting for a descriptor.
enum Readiness {
  /// Whether something can be read before `moment` comes.
  static func wait(on descriptor: Int32, until moment: Moment?) -> Bool {
    while true {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&entry, 1, moment.map { milliseconds(until: $0) } ?? -1)
      if ready > 0 { return true }
      if ready == 0, let moment, Moment.now >= moment { return false }
      if ready < 0, errno != EINTR { return false }
    }
  }

  private static func milliseconds(until moment: Moment) -> Int32 {
    let (seconds, attoseconds) = (moment - .now).components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: max(milliseconds, 0))
  }

  /// How many bytes wait in a line for the program to read them.
  static func bytesWaiting(in descriptor: Int32) -> Int {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  /// Waits until the program at the other end has read all that waits in a line.
  static func waitUntilRead(_ descriptor: Int32, until moment: Moment) {
    while bytesWaiting(in: descriptor) > 0, Moment.now < moment {
      var nothing = pollfd()
      poll(&nothing, 0, 1)
    }
  }
}
