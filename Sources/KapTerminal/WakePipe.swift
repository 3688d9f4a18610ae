import CTerminal

/// A way for another thread to wake the loop.
///
/// Any number of calls before the loop drains it wake it once. It is a class because two threads
/// share its descriptors and the last of them to let go must close them: a number closed earlier
/// could by then name somebody's file.
package final class WakePipe: Sendable {
  /// Readable from the first ``notify()`` until ``drain()``.
  package let descriptor: Int32
  private let writing: Int32

  /// Creates a pipe that nobody has written to.
  package init() throws(TerminalError) {
    var reading: Int32 = -1
    var writing: Int32 = -1
    let outcome = kap_pipe_open(&reading, &writing)
    guard outcome == 0 else { throw .system("open a pipe between two threads", Int(outcome)) }
    descriptor = reading
    self.writing = writing
  }

  deinit {
    kap_close(descriptor)
    kap_close(writing)
  }

  /// Wakes the loop, now or when it next waits, without ever blocking.
  package func notify() { kap_pipe_tell(writing) }

  /// Forgets what woke the loop.
  ///
  /// Call it before looking at what the other thread left, so that what comes meanwhile wakes again.
  package func drain() { kap_pipe_drain(descriptor) }
}
