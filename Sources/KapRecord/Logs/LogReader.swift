import Crypto
import Foundation
import KapTimeline

/// Goes through a log line by line.
struct LogReader {
  let header: LogHeader
  private(set) var lines: [LogReading.Line] = []
  private(set) var findings: [Finding] = []

  private let codec: RecordCodec
  private var source: LineSource
  private var hash = SHA256()
  private var trailer: LogTrailer?
  private var number = 1

  init(_ bytes: Data, codec: RecordCodec) throws(LogError) {
    self.codec = codec
    source = LineSource(bytes)
    guard let first = source.next(), first.isEnded else { throw .notALog }
    do {
      header = try JSONDecoder().decode(LogHeader.self, from: first.bytes)
    } catch let error as LogError {
      throw error
    } catch {
      throw .notALog
    }
    // What stands in the line beside its members would be vouched for by nothing.
    guard first.bytes == Data(header.text.utf8) else { throw .notALog }
    take(first)
  }

  mutating func readRecords() {
    while let line = source.next() {
      number += 1
      guard trailer == nil else {
        report(.afterEnd)
        break
      }
      guard line.isEnded else {
        report(.torn)
        break
      }
      read(line)
    }
    if trailer == nil { report(.endMissing) }
    checkChains()
    if let trailer, findings.isEmpty, trailer.digest != Link(bytes: Data(hash.finalize())) {
      report(.changed)
    }
  }

  private mutating func read(_ line: LineSource.Line) {
    guard let (link, bytes) = LogLine.parts(of: line.bytes) else {
      if let end = try? JSONDecoder().decode(LogTrailer.self, from: line.bytes),
        line.bytes == Data(end.text.utf8)
      {
        trailer = end
      } else {
        take(line)
        report(.malformed)
      }
      return
    }
    take(line)
    guard String(validating: bytes, as: UTF8.self) != nil else { return report(.notText) }
    do {
      let read = try codec.read(bytes)
      accept(bytes, link, .success(read.recorded), of: read.session, as: read.recorded.id)
    } catch {
      acceptUnread(bytes, link, error)
    }
  }

  /// Takes a record that is whole though this program cannot say what it means.
  private mutating func acceptUnread(_ bytes: Data, _ link: Link, _ reason: RecordError) {
    guard reason.isOfAnotherProgram, let name = try? codec.name(of: bytes) else {
      return report(.unreadable(reason))
    }
    accept(bytes, link, .failure(reason), of: name.session, as: name.event)
  }

  private mutating func accept(
    _ bytes: Data,
    _ link: Link,
    _ event: Result<Recorded, RecordError>,
    of session: SessionID,
    as id: EventID
  ) {
    guard session == header.session, header.writers.contains(id.writer) else {
      return report(.foreign, id)
    }
    let record = ChainedRecord(id: id, bytes: bytes, link: link)
    lines.append(LogReading.Line(number: number, record: record, event: event))
  }

  private mutating func checkChains() {
    var checks: [WriterID: ChainCheck] = [:]
    let end = Finding.Place.line(number)
    for writer in header.writers {
      let expected = trailer?.heads[writer].map {
        ChainCheck.Expectation($0, at: end, isFinal: true)
      }
      let chain = ChainID(session: header.session, writer: writer)
      checks[writer] = ChainCheck(chain, expecting: expected.map { [$0] } ?? [])
    }
    for line in lines {
      checks[line.record.id.writer]?.take(line.record, at: .line(line.number))
    }
    for writer in checks.keys.sorted() {
      findings += checks[writer]?.finish(at: end) ?? []
    }
    if let trailer, Set(trailer.heads.keys) != Set(header.writers) { report(.malformed) }
  }

  private mutating func take(_ line: LineSource.Line) {
    hash.update(data: line.bytes)
    hash.update(data: [UInt8(ascii: "\n")])
  }

  private mutating func report(_ fault: Finding.Fault, _ event: EventID? = nil) {
    findings.append(Finding(fault, at: .line(number), session: header.session, event: event))
  }
}

/// The lines of some bytes, one after the other.
struct LineSource {
  private let bytes: Data
  private var position = 0

  struct Line {
    let bytes: Data
    /// Whether a line end stood behind it.
    let isEnded: Bool
  }

  init(_ bytes: Data) { self.bytes = bytes }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let rest = bytes.dropFirst(position)
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      position = bytes.count
      return Line(bytes: Data(rest), isEnded: false)
    }
    let line = Data(rest[..<end])
    position += line.count + 1
    return Line(bytes: line, isEnded: true)
  }
}
