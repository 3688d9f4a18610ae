import KapCanvas
import KapTimeline

/// The vitals as the paper everyone reads: base and the last sets as columns, the change last.
struct FlowSheet {
  let display: Display
  let region: Region
  let isWide: Bool

  private let base: VitalsSet?
  private let sets: [VitalsSet]
  private let flags: [Int: [String: Urgency]]
  /// The column at which the first value may begin.
  private let firstColumn: Int
  /// How far the columns stand apart: an urgent mark beside the next value needs more than others.
  private let pitch: Int

  init(display: Display, region: Region, isWide: Bool) {
    self.display = display
    self.region = region
    self.isWide = isWide
    firstColumn = isWide ? 12 : 3
    // The change from base gives way before the second set does, and the base before the newest.
    let room = region.columns - firstColumn - 7
    let beside = (room - 11) / 9 + 1
    let columns = max(1, beside >= 2 ? beside : (room - 3) / 9 + 1)
    // The newest set of several is what everyone looks for last: it is no base to itself, and a
    // column before its time would turn every change around.
    let found = display.findings.baseline
    let all = display.findings.sets
    let isOnlyNewest = all.count > 1 && found?.entry == all.last?.entry
    let base = isOnlyNewest ? nil : found
    let others = all.suffix(columns).filter { $0.entry != base?.entry }
    self.base = base
    let shown = (base.map { [$0] } ?? []) + others.suffix(max(1, columns - (base == nil ? 0 : 1)))
    var sets = Array(shown.suffix(columns))
    var flags: [Int: [String: Urgency]] = [:]
    for set in sets {
      for notice in display.findings.raised[set.entry] ?? [] {
        let before = flags[set.entry]?[notice.rule] ?? notice.urgency
        flags[set.entry, default: [:]][notice.rule] = max(before, notice.urgency)
      }
    }
    self.flags = flags
    let slots = display.rules?.slots ?? VitalsSlot.allCases
    var pitch = Self.pitch(of: sets, slots, flags, display)
    // A set gives way before a mark is cut to that of a lesser notice.
    while sets.count > 2, firstColumn + 11 + pitch * (sets.count - 1) > region.columns, pitch > 9 {
      sets.remove(at: base == nil ? 0 : 1)
      pitch = Self.pitch(of: sets, slots, flags, display)
    }
    self.sets = sets
    self.pitch = pitch
  }

  /// How far columns stand apart so that each mark is whole beside the value that follows it.
  private static func pitch(
    of sets: [VitalsSet],
    _ slots: [VitalsSlot],
    _ flags: [Int: [String: Urgency]],
    _ display: Display
  ) -> Int {
    zip(sets, sets.dropFirst()).reduce(9) { pitch, pair in
      slots.reduce(pitch) { pitch, slot in
        let urgency = flags[pair.0.entry]?[rule(of: slot, in: display)]
        let mark = mark(of: pair.0, slot, urgency)
        let next = text(slot, of: pair.1.vitals).map { Text.width(of: $0) } ?? 1
        return max(pitch, mark.count + next)
      }
    }
  }

  /// `!!!`, behind a `?` where a person has yet to say that the value is so.
  private static func mark(of set: VitalsSet, _ slot: VitalsSlot, _ urgency: Urgency?) -> String {
    let isUnsure = set.unconfirmed.contains { $0.concerns(slot) }
    return (isUnsure ? "?" : "") + (urgency.map { NoticeLine.mark($0) } ?? "")
  }

  /// `1 min ago`, at the right of the title; before it what was said with the newest set, and a
  /// temperature that was taken and has no row of its own.
  var trailing: String {
    guard let last = display.findings.sets.last else { return "none yet" }
    var text = display.ago(since: last.at)
    guard region.columns >= 36 else { return text }
    // Beside the title and its rule.
    let room = region.columns - 13
    var circumstances = circumstances(of: last.vitals)
    while !circumstances.isEmpty {
      let said = circumstances.joined(separator: isWide ? ", " : " ")
      let whole = isWide ? "\(said) \(display.sign(.separator)) \(text)" : "\(said), \(text)"
      if Text.width(of: whole) <= room {
        text = whole
        break
      }
      circumstances.removeLast()
    }
    guard !isWide, !shownSlots.contains(.temperature),
      let temperature = sets.last(where: { $0.vitals.temperature != nil })?.vitals.temperature
    else { return text }
    let whole = "Temp \(plain(temperature, places: 1)) \(display.sign(.separator)) \(text)"
    return Text.width(of: whole) <= room ? whole : text
  }

  /// What was said with a set, what matters most first: `on 2 L`, `supine`, `cuff`.
  private func circumstances(of vitals: Vitals) -> [String] {
    var words: [String] = []
    if let litres = vitals.oxygenLitres {
      words.append(litres > 0 ? "\(isWide ? "on " : "")\(plain(litres, places: 1)) L" : "air")
    }
    if let position = vitals.position { words.append(position.rawValue) }
    if let method = vitals.method {
      words.append(
        isWide ? method.words : method.words.split(separator: " ").last.map(String.init) ?? ""
      )
    }
    return words
  }

  private var labelColumn: Int { isWide ? 1 : 0 }

  func draw(on canvas: inout Canvas) {
    guard region.rows > 0 else { return }
    guard !sets.isEmpty else {
      canvas.write("No vitals yet. v takes a set.", in: region, column: 1, as: .muted)
      return
    }
    var row = 0
    if hasHeads {
      heads(on: &canvas, row: row)
      row += 1
    }
    if isWide {
      times(on: &canvas, row: row)
      row += 1
    }
    for slot in shownSlots where row < region.rows - (hasScores ? 1 : 0) {
      line(slot, on: &canvas, row: row)
      row += 1
    }
    if hasScores { scores(on: &canvas, row: region.rows - 1) }
  }

  /// On the smallest screens the four signs matter more than what stands around them.
  private var hasHeads: Bool { region.rows > 4 }
  private var hasScores: Bool { !isWide && region.rows > 5 }

  /// Temperature is shown once it was taken; the others always, so that a blank is seen as one.
  private var shownSlots: [VitalsSlot] {
    let slots = display.rules?.slots ?? VitalsSlot.allCases
    return slots.filter { slot in
      guard slot == .temperature, !isWide else { return true }
      return region.rows > 6 && sets.contains { $0.vitals.temperature != nil }
    }
  }

  private func heads(on canvas: inout Canvas, row: Int) {
    canvas.write(isWide ? "minute" : "min", in: region, row: row, column: labelColumn, as: .muted)
    for (place, set) in sets.enumerated() {
      let isBase = set.entry == base?.entry
      let minute = display.minute(set.at)
      let head = isBase ? "base" : minute.isEmpty ? display.clock(set.at) : minute
      right(head, ending: end(place), row: row, as: .muted, on: &canvas)
    }
    guard base != nil, sets.count > 1, changeEnd <= region.columns else { return }
    right("from base", ending: changeEnd, row: row, as: .muted, on: &canvas)
  }

  private func times(on canvas: inout Canvas, row: Int) {
    canvas.write("time", in: region, row: row, column: labelColumn, as: .muted)
    for (place, set) in sets.enumerated() {
      right(display.clock(set.at), ending: end(place), row: row, as: .muted, on: &canvas)
    }
  }

  private func line(_ slot: VitalsSlot, on canvas: inout Canvas, row: Int) {
    canvas.write(slot.label, in: region, row: row, column: labelColumn, as: .muted)
    var marked = 0
    for (place, set) in sets.enumerated() {
      let value = Self.text(slot, of: set.vitals)
      let urgency = flags[set.entry]?[Self.rule(of: slot, in: display)]
      let mark = Self.mark(of: set, slot, urgency)
      let isLast = place == sets.count - 1
      let role = role(value, urgency, isStale: isLast && isOverdue)
      right(value ?? "-", ending: end(place), row: row, as: role, on: &canvas)
      canvas.write(mark, in: region, row: row, column: end(place), as: role)
      marked = mark.count
    }
    guard let base, let last = sets.last, last.entry != base.entry, changeEnd <= region.columns
    else { return }
    var change = change(slot, from: base.vitals, to: last.vitals)
    // A wide change of a pair leaves the marks behind the value their blank.
    if changeEnd - change.count <= end(sets.count - 1) + marked {
      change = String(change.prefix { $0 != "/" })
    }
    right(change, ending: changeEnd, row: row, as: .text, on: &canvas)
  }

  /// Whether a set is late, so that the last one no longer stands for now.
  private var isOverdue: Bool {
    display.findings.dueItems.contains { item in
      guard item.state == .late, !item.isMissed else { return false }
      switch item.kind {
      case .vitals, .repeatReading: return true
      case .endReading, .scores, .infusionEnd, .hold, .pin, .stepWords, .vial, .confirm, .checks:
        return false
      }
    }
  }

  private func role(_ value: String?, _ urgency: Urgency?, isStale: Bool) -> Role {
    guard value != nil else { return .vitalMissing }
    switch urgency {
    case .urgent: return .vitalUrgent
    case .notice: return .vitalNotice
    case .reminder, nil: return isStale ? .vitalStale : .vitalNormal
    }
  }

  private static func text(_ slot: VitalsSlot, of vitals: Vitals) -> String? {
    if slot == .bloodPressure {
      return vitals.bloodPressure?.text ?? vitals.meanArterial.map { "MAP \(plain($0, places: 0))" }
    }
    return vitals[slot.sign].map { plain($0, places: 1) }
  }

  private func change(_ slot: VitalsSlot, from base: Vitals, to last: Vitals) -> String {
    func signed(_ sign: Sign) -> String? {
      guard let before = base[sign], let after = last[sign] else { return nil }
      let change = after - before
      return change > 0 ? "+\(plain(change, places: 1))" : plain(change, places: 1)
    }
    guard slot == .bloodPressure else { return signed(slot.sign) ?? "" }
    guard let systolic = signed(.systolic), let diastolic = signed(.diastolic) else { return "" }
    return "\(systolic)/\(diastolic)"
  }

  private static func rule(of slot: VitalsSlot, in display: Display) -> String {
    display.rules?.limits.first { $0.sign == slot.sign }?.rule ?? ""
  }

  private func end(_ place: Int) -> Int { firstColumn + 7 + pitch * place }
  private var changeEnd: Int { end(sets.count - 1) + 11 }

  private func right(
    _ text: String,
    ending column: Int,
    row: Int,
    as role: Role,
    on canvas: inout Canvas
  ) {
    canvas.write(
      text,
      in: region,
      row: row,
      column: max(0, column - Text.width(of: text)),
      as: role
    )
  }

  private func scores(on canvas: inout Canvas, row: Int) {
    let line = ObservedPane(display: display, region: region).compactLine
    canvas.write(
      Text.clippedAtItem(line, separator: "  ", to: region.columns),
      in: region,
      row: row,
      as: .text
    )
  }
}

extension Doubt {
  /// Whether it is about the value in a slot.
  func concerns(_ slot: VitalsSlot) -> Bool {
    guard case .unusual(let quantity, _, _, _, _) = self else { return false }
    switch slot {
    case .bloodPressure:
      return ["systolic", "diastolic", "meanArterial", "pulsePressure"].contains(quantity)
    case .heartRate, .oxygenSaturation, .respiratoryRate, .temperature:
      return quantity == slot.sign.rawValue
    }
  }
}
