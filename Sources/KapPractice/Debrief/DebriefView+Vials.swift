import KapTimeline

extension DebriefView {
  /// A lot or a last day of use that is on no vial or device at the bedside.
  var differentVials: [Debrief.Finding] {
    let labels = labels
    guard !labels.isEmpty else { return [] }
    let there = "at the bedside \(labels.map(\.words).joined(separator: " or "))"
    return (moment.standing(.supply) + moment.standing(.dose)).compactMap { index in
      let entry = moment.session.entries[index]
      guard entry.occurredAt <= end, let (name, label) = label(on: entry.event),
        label.lot != nil || label.expiry != nil, !labels.contains(where: label.agrees)
      else { return nil }
      return Debrief.Finding(
        time: clock(entry.occurredAt),
        subject: "\(name) \(label.words)",
        record: "recorded by \(moment.authorLabel(of: index)), \(there)"
      )
    }
  }

  /// What stands on the vials and devices of the scenario, each once.
  private var labels: [VialLabel] {
    let times = RelativeTimes(in: moment.session)
    var labels: [VialLabel] = []
    for line in scenario.lines where ["vial ", "dose "].contains(where: line.text.hasPrefix) {
      let read = VialLabel(times?.words(line.text) ?? line.text)
      let label = VialLabel(lot: read.lot, expiry: read.expiry)
      if label.lot != nil, !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  private func label(on event: Event) -> (name: String, label: VialLabel)? {
    if case .supply(let supply) = event {
      return ("vial", VialLabel(lot: supply.lot, expiry: supply.expiry))
    }
    guard case .dose(let dose) = event else { return nil }
    return ("dose", VialLabel(lot: dose.lot, expiry: dose.expiry))
  }
}

extension VialLabel {
  /// Whether what it says is what stands on another; what it leaves out says nothing.
  fileprivate func agrees(with other: VialLabel) -> Bool {
    let isLot = lot.map { $0.lowercased() == other.lot?.lowercased() } ?? true
    let isExpiry = expiry.map { Self.month($0) == other.expiry.map(Self.month) } ?? true
    return isLot && isExpiry
  }

  /// A last day of use in one way of printing it, however it was.
  private static func month(_ printed: String) -> String {
    Expiry(printed).map { "\($0.year)-\($0.month)" } ?? printed.lowercased()
  }
}
