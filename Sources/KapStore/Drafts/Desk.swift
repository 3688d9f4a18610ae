import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A program's place among the drafts of a chart: while it is held, what lies there is in use.
///
/// The system holds it for the program, and lets go of it however the program ends: a crash leaves
/// what lay there to the next one.
package final class Desk: Sendable {
  /// Which desk of the chart, from 1.
  package let number: Int
  private let file: Int32

  private init(number: Int, file: Int32) {
    self.number = number
    self.file = file
  }

  deinit { close(file) }

  /// Sits down at a desk; nil where another program sits there.
  static func take(_ number: Int, in chart: String) throws(ChartError) -> Desk? {
    do throws(Files.SystemError) {
      let room = (chart as NSString).appendingPathComponent("desks")
      try Files.createPrivateDirectory(at: room)
      let path = (room as NSString).appendingPathComponent(String(number))
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Files.SystemError(number: errno) }
      guard flock(file, LOCK_EX | LOCK_NB) != 0 else { return Desk(number: number, file: file) }
      let reason = errno
      close(file)
      guard reason == EWOULDBLOCK else { throw Files.SystemError(number: reason) }
      return nil
    } catch {
      throw .creating(chart, error)
    }
  }
}

extension DraftBox {
  /// Sits down at a desk; nil where another program sits there.
  package func desk(_ number: Int) throws(ChartError) -> Desk? {
    try Desk.take(number, in: chart.chart.path)
  }

  /// Sits down at the first desk that is free.
  package func freeDesk() throws(ChartError) -> Desk {
    var number = 1
    while true {
      if let desk = try desk(number) { return desk }
      number += 1
    }
  }
}
