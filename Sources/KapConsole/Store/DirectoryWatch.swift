#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Tells through a descriptor when something in a directory was written, by whoever.
///
/// An idle console asks nothing of the disk: what another process commits wakes it. Where there is
/// no such watch the loop looks once a second instead.
struct DirectoryWatch: ~Copyable {
  /// Readable after a write; nil where the system has no such watch.
  let descriptor: Int32?

  init(_ directory: String?) {
    #if os(Linux)
    let watch = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard let directory, watch >= 0 else {
      if watch >= 0 { close(watch) }
      descriptor = nil
      return
    }
    guard inotify_add_watch(watch, directory, UInt32(IN_MODIFY)) >= 0 else {
      close(watch)
      descriptor = nil
      return
    }
    descriptor = watch
    #else
    descriptor = nil
    #endif
  }

  /// Forgets what was told so far.
  func drain() {
    guard let descriptor else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  deinit {
    if let descriptor { close(descriptor) }
  }
}
