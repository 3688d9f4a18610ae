import Foundation
import KapSettings
import KapTimeline
import Testing

@testable import KapExport

/// When the sessions of these tests were opened.
let sessionStart = Instant(milliseconds: 1_762_000_000_000)

/// The rules the recordings here are read under.
func rules() throws -> ClinicProtocol {
  try ProtocolLibrary().protocol(named: "iv-infusion")
}

/// The bytes of a recording that lies beside these tests.
func recording(_ name: String) throws -> [UInt8] {
  let file = try #require(
    Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Recordings")
  )
  return Array(try Data(contentsOf: file))
}

/// The entries that a recording makes in a session opened at ``sessionStart``.
func entries(
  _ text: String,
  uses: [String: ColumnUse] = [:],
  start: Instant? = nil,
  offset: UTCOffset = .utc
) throws -> [VitalsImport.Entry] {
  try imported(Array(text.utf8), uses: uses, start: start, offset: offset).entries
}

/// What a recording makes in a session opened at ``sessionStart``.
func imported(
  _ bytes: [UInt8],
  uses: [String: ColumnUse] = [:],
  start: Instant? = nil,
  offset: UTCOffset = .utc
) throws -> VitalsImport {
  VitalsImport(
    try VitalsRecording(bytes, uses: uses),
    placed: VitalsPlacing(sessionStart: sessionStart, start: start, offset: offset),
    under: try rules()
  )
}

extension VitalsImport.Entry {
  /// The readings, or nothing where there was none.
  var vitals: Vitals? {
    guard case .vitals(let vitals) = event else { return nil }
    return vitals
  }

  /// Why there was no reading.
  var missing: MissingReading? {
    guard case .noReading(let missing) = event else { return nil }
    return missing
  }

  /// Seconds from the session's start.
  var second: Int { (occurredAt - sessionStart).wholeSeconds }
}
