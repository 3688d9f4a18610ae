import KapTimeline

/// Reads rows of a recording as readings, under the rules of a session.
struct RowReader {
  let rules: ClinicProtocol
  /// What was found in single rows so far.
  private(set) var remarks: [RecordingRemark] = []

  init(rules: ClinicProtocol) { self.rules = rules }

  /// What a row says.
  ///
  /// HR before pulse, a cuff before a line in an artery, a pair before a mean: the first column that
  /// has a reading. A value that cannot be one under the rules is no reading; what it was stays with
  /// the set, and the next column is asked.
  mutating func readings(of row: VitalsRecording.Row) -> RowReadings {
    var result = RowReadings(vitals: Vitals())
    for sign in [Sign.heartRate, .oxygenSaturation, .respiratoryRate, .temperature] {
      for cell in row.cells where cell.column.use == .sign(sign) {
        guard let value = reading(cell, as: sign, row.line) else { continue }
        guard isPossible(value, as: sign) else {
          remarks.append(.impossible(line: row.line, column: cell.column.name))
          note(cell, sign, "cannot be a reading under this protocol", in: &result.vitals)
          continue
        }
        result.vitals.set(sign, value)
        result.vitals.columns[sign] = cell.column.name
        result.vitals.leftOut[sign] = nil
        break
      }
    }
    let cuff = pressure(of: row, isCuff: true)
    let line = pressure(of: row, isCuff: false)
    let chosen =
      [cuff, line].first { $0.pair != nil } ?? [cuff, line].first { $0.mean != nil } ?? cuff
    result.isFromCuff = chosen.isCuff
    result.vitals.bloodPressure = chosen.pair
    result.vitals.meanArterial = chosen.mean
    result.vitals.columns.merge(chosen.columns) { first, _ in first }
    for (sign, words) in chosen.leftOut.merging(
      cuff.leftOut,
      uniquingKeysWith: { first, _ in first }
    )
    where result.vitals[sign] == nil { result.vitals.leftOut[sign] = words }
    return result
  }

  /// A pressure as one instrument gives it.
  private struct Pressure {
    let isCuff: Bool
    var pair: BloodPressure?
    var mean: Double?
    var columns: [Sign: String] = [:]
    var leftOut: [Sign: String] = [:]
  }

  private mutating func pressure(of row: VitalsRecording.Row, isCuff: Bool) -> Pressure {
    var result = Pressure(isCuff: isCuff)
    var found: [Sign: (value: Double, cell: VitalsRecording.Cell)] = [:]
    for sign in [Sign.systolic, .diastolic, .meanArterial] {
      let use: ColumnUse = isCuff ? .sign(sign) : .arterial(sign)
      for cell in row.cells where cell.column.use == use && found[sign] == nil {
        if let value = reading(cell, as: sign, row.line) { found[sign] = (value, cell) }
      }
    }
    if isCuff, found[.systolic] == nil, found[.diastolic] == nil {
      for cell in row.cells where cell.column.use == .bloodPressure && found[.systolic] == nil {
        for (sign, value) in parts(of: cell, row.line) { found[sign] = (value, cell) }
      }
    }
    var impossible: Set<Sign> = []
    for (sign, reading) in found where !isPossible(reading.value, as: sign) {
      impossible.insert(sign)
    }
    if let high = found[.systolic], let low = found[.diastolic] {
      let pair = BloodPressure(systolic: high.value, diastolic: low.value)
      if pair == nil { impossible.formUnion([.systolic, .diastolic]) }
      if impossible.isDisjoint(with: [.systolic, .diastolic]) { result.pair = pair }
    }
    for sign in [Sign.systolic, .diastolic, .meanArterial] {
      guard let reading = found[sign] else { continue }
      let isPart = sign != .meanArterial
      if impossible.contains(sign) {
        remarks.append(.impossible(line: row.line, column: reading.cell.column.name))
        result.leftOut[sign] = words(reading.cell, "cannot be a reading under this protocol")
      } else if isPart, result.pair == nil {
        if impossible.isDisjoint(with: [.systolic, .diastolic]) {
          remarks.append(.halfPair(line: row.line, column: reading.cell.column.name))
        }
        result.leftOut[sign] = words(reading.cell, "half a pressure")
      } else {
        result.columns[sign] = reading.cell.column.name
        if !isPart { result.mean = reading.value }
      }
    }
    return result
  }

  /// `128/82`, and the mean behind it where there is one: `128/82 (97)`.
  private mutating func parts(
    of cell: VitalsRecording.Cell,
    _ line: Int
  ) -> [(Sign, Double)] {
    let fields = cell.field.split { "/() ".contains($0) }
    let signs: [Sign] = [.systolic, .diastolic, .meanArterial]
    var parts: [(Sign, Double)] = []
    for (sign, field) in zip(signs, fields) {
      switch Figure.reading(field, of: sign) {
      case .number(let value): parts.append((sign, cell.column.unit.converted(value)))
      case .missing: continue
      case .unreadable:
        if sign != .meanArterial {
          remarks.append(.unreadableField(line: line, column: cell.column.name))
        }
        return parts
      }
    }
    return parts
  }

  /// The reading of a cell in the unit of the record, or nil when it is none.
  private mutating func reading(
    _ cell: VitalsRecording.Cell,
    as sign: Sign,
    _ line: Int
  ) -> Double? {
    switch Figure.reading(cell.field, of: sign) {
    case .missing: return nil
    case .unreadable:
      remarks.append(.unreadableField(line: line, column: cell.column.name))
      return nil
    case .number(let value): return cell.column.unit.converted(value)
    }
  }

  private func isPossible(_ value: Double, as sign: Sign) -> Bool {
    rules.bound(on: sign.rawValue)?.refusal(of: value) == nil
  }

  private func note(
    _ cell: VitalsRecording.Cell,
    _ sign: Sign,
    _ why: String,
    in vitals: inout Vitals
  ) {
    if vitals.leftOut[sign] == nil { vitals.leftOut[sign] = words(cell, why) }
  }

  private func words(_ cell: VitalsRecording.Cell, _ why: String) -> String {
    "\(cell.column.name) \(cell.field.trimmed.prefix(40)): \(why)"
  }
}

extension Vitals {
  /// Sets a sign that is no part of a pair.
  fileprivate mutating func set(_ sign: Sign, _ value: Double) {
    switch sign {
    case .heartRate: heartRate = value
    case .oxygenSaturation: oxygenSaturation = value
    case .respiratoryRate: respiratoryRate = value
    case .temperature: temperature = value
    case .meanArterial: meanArterial = value
    case .systolic, .diastolic: return
    }
  }
}
