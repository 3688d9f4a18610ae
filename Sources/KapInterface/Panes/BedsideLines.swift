import KapCanvas
import KapTimeline

/// The two lines above the entry line of a practice session by hand: what the simulated patient
/// shows, and what happens or is said.
struct BedsideLines {
  let bedside: BedsideView
  /// What is answered to the question that is being asked.
  let answer: String?
  let display: Display
  let layout: Layout

  private var columns: Int { layout.size.columns }
  private var separator: String { " \(display.sign(.separator)) " }

  func draw(on canvas: inout Canvas) {
    let row = layout.box.endRow
    canvas.rule(row: row - 1, across: layout.box, title: readings)
    let events = Text.counted(self.events, separator: separator, to: columns - 2)
    let end = canvas.write(events, row: row, column: 1, as: .strong, limit: columns - 2)
    let start = events.isEmpty ? 1 : end + Text.width(of: separator)
    let look = Text.clippedAtItem(
      display.list(bedside.look),
      separator: separator,
      to: columns - 1 - start
    )
    guard !look.isEmpty, start + Text.width(of: look) < columns else { return }
    if !events.isEmpty { canvas.write(separator, row: row, column: end, as: .muted) }
    canvas.write(look, row: row, column: start, as: .text)
  }

  /// `Bedside 128/82 74 98 14 36.6 · Dissoc 2  MOAA/S 5 ready reply  Distr 1`, in the order of the
  /// slots; the words of a scale give way where there is little room.
  private var readings: String {
    let slots = display.rules?.slots ?? VitalsSlot.allCases
    let long = slots.compactMap { slot in value(of: slot).map { "\(slot.label) \($0)" } }
    let short = slots.compactMap(value)
    let forms = [
      "Bedside, simulated patient:  \(long.joined(separator: "  "))\(separator)\(scores(inWords: true))",
      "Bedside \(short.joined(separator: " "))\(separator)\(scores(inWords: true))",
      "Bedside \(short.joined(separator: " "))\(separator)\(scores(inWords: false))",
    ]
    let room = columns - 6
    return forms.first { Text.width(of: $0) <= room }
      ?? "Bedside \(short.joined(separator: " "))  \(typed.joined(separator: " "))"
  }

  /// The scores in the words that may be typed for them: `diss 6 moaas 4 dist 2`.
  private var typed: [String] {
    bedside.scores.map { score in
      let word = score.scale.count <= 5 ? score.scale : String(score.scale.prefix(4))
      return "\(word) \(plain(score.value))"
    }
  }

  private func value(of slot: VitalsSlot) -> String? {
    guard slot != .bloodPressure else { return bedside.readings.bloodPressure?.text }
    guard let value = bedside.readings[slot.sign] else { return nil }
    return slot == .temperature ? fixed(value, places: 1) : plain(value)
  }

  private func scale(of score: Score) -> Scale? { display.rules?.scale(named: score.scale) }

  private func scores(inWords: Bool) -> String {
    bedside.scores.map { score in
      let scale = scale(of: score)
      let meaning = Int(exactly: score.value).flatMap { scale?.meanings[$0] }.map { " \($0)" }
      return "\(scale?.shortLabel ?? score.scale) \(plain(score.value))"
        + (inWords ? meaning ?? "" : "")
    }.joined(separator: "  ")
  }

  /// What is answered, and what happens or is said.
  private var events: [String] {
    (answer.map { ["Answer: \($0)"] } ?? [])
      + bedside.cues.map { cue in
        guard let speaker = cue.speaker else { return cue.words }
        return cue.isQuoted ? "\(speaker) \(display.quoted(cue.words))" : "\(speaker): \(cue.words)"
      }
  }
}
