import KapTimeline

/// What was done in an emergency, read back with its seconds.
struct CardSteps {
  let display: Display
  let emergency: EmergencyState
  /// Whether a step without words says which key adds them.
  var saysKeys = false

  /// Steps, readings and medicines since it began, oldest first: `15:02:31 oxygen, words wanted`.
  var items: [String] {
    display.moment.steps(of: emergency, offset: display.offset, saysKeys: saysKeys)
  }
}

extension NoteWriter {
  /// Under the end of an emergency: how long it took, and what was done when.
  func emergencySummary(endingWith index: Int) -> String? {
    let entry = display.session.entries[index]
    guard !entry.isVoid, case .emergency(let step) = entry.event, step.action == .standDown,
      let state = display.moment.emergencies.first(where: { $0.entries.last == index })
    else { return nil }
    // Nothing of it is recorded twice.
    return display.moment.summary(of: state, offset: display.offset)
  }
}
