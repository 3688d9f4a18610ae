import KapTimeline

/// What a session came to, in a few lines.
struct SessionSummary {
  private let moment: Moment

  init(_ moment: Moment) { self.moment = moment }

  /// The summary, line by line.
  var lines: [String] {
    let opening = moment.session.opening
    let offset =
      moment.session.list(of: .opened).first.map { moment.session.entries[$0].recorded.offset }
      ?? .utc
    func clock(_ instant: Instant) -> String { WallTime(instant, offset: offset).clock }
    var lines = ["", "Summary of \(opening?.isPractice == true ? "practice " : "")session"]
    func add(_ label: String, _ words: String?) {
      guard let words, !words.isEmpty else { return }
      let blanks = String(repeating: " ", count: max(1, 10 - label.count))
      lines.append("  \(label)\(blanks)\(words)")
    }
    add(
      "protocol",
      opening.map { "\($0.clinicProtocol.title), protocol \($0.clinicProtocol.version)" }
    )
    if let start = moment.startedAt {
      let end: Instant? = if case .ended(let end) = moment.state { end } else { nil }
      let length = (end ?? moment.now) - start
      add(
        "time",
        "\(clock(start)) to \(end.map(clock) ?? "now"), \(length.wholeMinutes) min, "
          + "\(moment.session.entries.count) entries"
      )
    }
    let total = moment.totalGiven.milligrams
    add(
      "given",
      total > 0 ? "\(plain(total)) mg of \(opening?.clinicProtocol.medicine.rawValue ?? "")" : nil
    )
    add(
      "phases",
      moment.phases.map { phase in
        let label = moment.rules?.label(of: phase.phase) ?? phase.phase.rawValue
        return "\(label) \(clock(phase.from))"
      }.joined(separator: ", ")
    )
    add("vitals", vitals)
    let notices = moment.notices
    let raised = notices.filter { $0.entry != nil }
    add("notices", "\(raised.count) raised, \(moment.open(raised).count) open")
    let due = moment.due(given: notices)
    let ahead = due.open.count { !$0.isMissed }
    let parts = [
      ahead == 0 ? nil : "\(ahead) still to do",
      due.missed.isEmpty ? nil : "\(due.missed.count) missed",
    ]
    add("due", parts.compactMap(\.self).joined(separator: ", "))
    return lines
  }

  private var vitals: String? {
    let sets = moment.vitals
    guard !sets.isEmpty else { return nil }
    var words = "\(sets.count) sets"
    let pressures = sets.compactMap { set in set.vitals.bloodPressure.map { ($0, set.at) } }
    if let highest = pressures.max(by: { $0.0.systolic < $1.0.systolic }) {
      words += ", highest BP \(highest.0.text)"
      if let minute = moment.minute(of: highest.1) { words += " at minute \(minute)" }
    }
    if let lowest = sets.compactMap(\.vitals.oxygenSaturation).min() {
      words += ", lowest SpO2 \(plain(lowest))"
    }
    return words
  }
}
