import KapCanvas
import KapTimeline

@testable import KapInterface

extension Sitting {
  /// The item that is chosen in a list of checks, as it stands.
  var chosenCheck: ChecklistState? {
    guard let field = interface.field, case .choice(let choice) = field.content,
      case .checks(let purpose) = choice.purpose
    else { return nil }
    return interface.findings.checks[purpose]?[safe: choice.place]
  }

  /// Goes through an open list as a person does: Enter, with words or minutes where they are
  /// wanted; what is skipped stays open.
  func goThroughChecks(skipping skipped: Set<String> = []) {
    var seen: Set<String> = []
    for _ in 0..<120 {
      guard let state = chosenCheck else { return }
      if skipped.contains(state.item.key) {
        guard seen.insert(state.item.key).inserted else { break }
        press("↓")
      } else if state.state != .open {
        press("↓")
      } else {
        answer(state)
      }
    }
    press("⎋")
  }

  private func answer(_ state: ChecklistState) {
    press("⏎")
    guard let field = interface.field else { return }
    switch field.content {
    case .line where field.asking != nil:
      for _ in state.item.asks { press("none⏎") }
    case .line where state.item.holds != nil: press("version 3, signed 2 Nov⏎")
    case .line: press(state.item.needs == .minutes ? "95⏎" : "asked and heard⏎")
    case .vitals: press("124/78 72 98 14⏎")
    case .scores: press("052⏎")
    case .choice: if chosenCheck == state { press("xput off⏎") }
    case .questionnaire(let page):
      press(String(repeating: "0", count: page.scale.items.count) + "⏎")
    case .unlocking: press("⎋")
    }
  }
}
