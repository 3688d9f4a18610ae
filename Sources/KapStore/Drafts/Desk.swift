import Foundation
package import KapTimeline

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

  /// Sits down at a desk under the name of a seat; nil where another program sits there.
  static func take(
    _ number: Int,
    in chart: String,
    as seat: SeatID
  ) throws(ChartError) -> Desk? {
    do throws(Files.SystemError) {
      let room = Self.room(of: chart)
      try Files.createPrivateDirectory(at: room)
      let path = (room as NSString).appendingPathComponent(String(number))
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Files.SystemError(number: errno) }
      guard flock(file, LOCK_EX | LOCK_NB) != 0 else {
        let desk = Desk(number: number, file: file)
        guard ftruncate(file, 0) == 0 else { throw Files.SystemError(number: errno) }
        try Files.write(Data(seat.text.utf8), to: file)
        return desk
      }
      let reason = errno
      close(file)
      guard reason == EWOULDBLOCK else { throw Files.SystemError(number: reason) }
      return nil
    } catch {
      throw .creating(chart, error)
    }
  }

  private static func room(of chart: String) -> String {
    (chart as NSString).appendingPathComponent("desks")
  }

  /// The seats of the programs that sit at the desks of a chart now, this one's too.
  static func seats(in chart: String) -> Set<SeatID> {
    let room = Self.room(of: chart)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: room)) ?? []
    var seats: Set<SeatID> = []
    for name in names {
      let path = (room as NSString).appendingPathComponent(name)
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      defer { close(file) }
      // Whoever sits there holds it for themselves alone.
      guard flock(file, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK,
        let text = try? String(contentsOfFile: path, encoding: .utf8), !text.isEmpty
      else { continue }
      seats.insert(SeatID(text))
    }
    return seats
  }
}

extension DraftBox {
  /// Sits down at a desk; nil where another program sits there.
  package func desk(_ number: Int, as seat: SeatID) throws(ChartError) -> Desk? {
    try Desk.take(number, in: chart.chart.path, as: seat)
  }

  /// The seats of the programs that sit at the chart's desks now, this one's too.
  package var seats: Set<SeatID> { Desk.seats(in: chart.chart.path) }

  /// Sits down at the first desk that is free.
  package func freeDesk(as seat: SeatID) throws(ChartError) -> Desk {
    var number = 1
    while true {
      if let desk = try desk(number, as: seat) { return desk }
      number += 1
    }
  }
}
