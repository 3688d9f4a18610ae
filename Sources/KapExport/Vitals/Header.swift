import KapTimeline

/// The headings of a recording: where they stand, what separates them, and what they mean.
struct Header {
  /// The headings as they stand in the file.
  let names: [String]
  /// What they mean, those that are known.
  let columns: [Column]
  /// What stands between fields.
  let separator: Character
  /// How many lines of the file come before the first row of readings.
  let lineCount: Int
  /// What a person should know.
  let remarks: [RecordingRemark]

  /// How far into a file the headings may stand, after what a device says of itself.
  private static let deepest = 60

  init(
    of lines: [RecordingText.Line],
    uses: [String: ColumnUse]
  ) throws(RecordingError) {
    guard let first = lines.first else { throw .empty }
    var best: (place: Int, separator: Character, names: [String], score: Int)?
    for (place, line) in lines.prefix(Self.deepest).enumerated() {
      for separator in [",", ";", "\t", "|"] as [Character] where line.text.contains(separator) {
        let names = RecordingText.fields(of: line, separatedBy: separator)
        let score = Self.score(names, uses)
        if score > (best?.score ?? 0) { best = (place, separator, names, score) }
      }
    }
    guard let best else { throw .noKnownColumns(Self.guess(first)) }
    var known: [Column] = []
    var unknown: [String] = []
    var remarks: [RecordingRemark] = []
    let next = best.place + 1 < lines.count ? lines[best.place + 1] : nil
    let units = next.flatMap { Self.units(in: $0, best.separator, of: best.names) }
    for (index, name) in best.names.enumerated() {
      let clean = name.trimmed
      if best.names[..<index].contains(where: { $0.trimmed == clean }), !clean.isEmpty {
        remarks.append(.repeatedColumn(clean))
      }
      guard let found = Self.meaning(of: name, units?[index], uses) else {
        if !clean.isEmpty { unknown.append(clean) }
        continue
      }
      known.append(
        Column(
          index: index,
          name: clean,
          use: found.use,
          preference: found.preference,
          unit: found.unit
        )
      )
    }
    known = Self.fahrenheit(known, lines, best.separator, &remarks)
    if !unknown.isEmpty { remarks.append(.unknownColumns(unknown)) }
    let present = Set(best.names.map(\.trimmed))
    let unused = uses.keys.filter { !present.contains($0.trimmed) }.sorted()
    if !unused.isEmpty { remarks.append(.unusedNames(unused)) }
    let times = known.filter { $0.use == .time }.sorted { $0.preference < $1.preference }
    columns = times.prefix(1) + known.filter { $0.use != .time }
    names = best.names
    separator = best.separator
    lineCount = best.place + (units == nil ? 1 : 2)
    self.remarks = remarks
  }

  /// What a heading means: what the person says, else what its name and unit say.
  private static func meaning(
    of name: String,
    _ unit: Unit?,
    _ uses: [String: ColumnUse]
  ) -> (use: ColumnUse, preference: Int, unit: Unit)? {
    let said = ColumnNames.split(name).unit
    let effective = said == .unsaid ? unit ?? .unsaid : said
    if let use = uses[name] ?? uses.first(where: { $0.key.trimmed == name.trimmed })?.value {
      return (use, -1, use == .time ? timeUnit(name, effective) : effective)
    }
    guard let found = ColumnNames.meaning(of: name) else { return nil }
    if found.use == .time { return (.time, found.preference, timeUnit(name, effective)) }
    let whole = found.unit == .unsaid ? effective : found.unit
    switch found.use {
    case .sign(let sign), .arterial(let sign): guard whole.suits(sign) else { return nil }
    case .time, .date, .bloodPressure, .ignored: break
    }
    return (found.use, found.preference, whole)
  }

  private static func timeUnit(_ name: String, _ unit: Unit) -> Unit {
    guard unit == .unsaid else { return unit }
    if let found = ColumnNames.meaning(of: name), found.unit != .unsaid { return found.unit }
    return ColumnNames.ownUnit(ofTime: ColumnNames.split(name).name)
  }

  /// How many headings of a row are known; none, unless one of them is a sign.
  private static func score(_ names: [String], _ uses: [String: ColumnUse]) -> Int {
    let found = names.compactMap { meaning(of: $0, nil, uses)?.use }
    let signs = found.count { $0 != .time && $0 != .date && $0 != .ignored }
    return signs == 0 ? 0 : found.count
  }

  /// The units of the row below the headings, where it is a row of units.
  private static func units(
    in line: RecordingText.Line,
    _ separator: Character,
    of names: [String]
  ) -> [Unit]? {
    let fields = RecordingText.fields(of: line, separatedBy: separator)
    let units = fields.map(Unit.init)
    let hasNumbers = fields.contains { field in
      if case .number = Figure(field) { return true }
      return false
    }
    guard !hasNumbers, units.contains(where: { $0 != .unsaid && $0 != .other }) else { return nil }
    return names.indices.map { $0 < units.count ? units[$0] : .unsaid }
      .map { $0 == .other ? .unsaid : $0 }
  }

  /// Temperatures without a unit are Fahrenheit where most of them could be nothing else.
  private static func fahrenheit(
    _ columns: [Column],
    _ lines: [RecordingText.Line],
    _ separator: Character,
    _ remarks: inout [RecordingRemark]
  ) -> [Column] {
    columns.map { column in
      guard column.use == .sign(.temperature), column.unit == .unsaid else { return column }
      var high = 0
      var other = 0
      for line in lines.prefix(500) {
        let fields = RecordingText.fields(of: line, separatedBy: separator)
        guard column.index < fields.count,
          case .number(let value) = Figure.reading(fields[column.index], of: .temperature)
        else { continue }
        if (70...115).contains(value) { high += 1 } else { other += 1 }
      }
      guard high > other else { return column }
      remarks.append(.takenAsFahrenheit(column.name))
      return Column(
        index: column.index,
        name: column.name,
        use: column.use,
        preference: column.preference,
        unit: .fahrenheit
      )
    }
  }

  private static func guess(_ line: RecordingText.Line) -> [String] {
    let separator = ([",", ";", "\t", "|"] as [Character]).max { left, right in
      line.text.count { $0 == left } < line.text.count { $0 == right }
    }
    return RecordingText.fields(of: line, separatedBy: separator ?? ",").map(\.trimmed)
  }
}

extension String {
  /// The text without blanks and quotation marks around it.
  var trimmed: String {
    let around: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    return String(drop(while: around).reversed().drop(while: around).reversed())
  }
}
