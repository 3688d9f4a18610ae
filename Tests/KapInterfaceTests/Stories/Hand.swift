import KapCanvas
import KapTimeline

@testable import KapInterface

/// A person's hand on the keys and eyes on the screen: presses keys, looks for lines in lists.
///
/// Whatever the screen says against a key is kept: a story with complaints is no story.
final class Hand {
  let sitting: PracticeSitting
  /// What was pressed since ``begin()``.
  private(set) var keys = ""
  /// What the screen said against it since then.
  private(set) var complaints: [String] = []
  private var lastRemark: Interface.Remark?

  init(_ sitting: PracticeSitting) { self.sitting = sitting }

  /// Comes to the seat: looks at what others wrote, and wakes the quiet screen.
  func begin() {
    (keys, complaints) = ("", [])
    sitting.tick()
    lastRemark = sitting.interface.remark
    if sitting.interface.isQuiet { press("b") }
  }

  /// Presses keys as they are written, and looks at the screen after each.
  func press(_ script: String) {
    keys += script
    for key in KapInterfaceTests.keys(script) {
      sitting.press(key, after: key == .enter ? 600 : 150)
      look(after: key)
    }
  }

  /// The next entry is somebody else's.
  func write(as person: String) {
    press("w")
    choose(person.uppercased())
    if choice != nil { press("⏎") }
  }

  func complain(_ words: String) { complaints.append("\(keys): \(words)") }

  private func look(after key: Key) {
    let interface = sitting.interface
    if let problem = interface.field?.problem { complain(problem.message) }
    if interface.field?.asked.isEmpty == false { complain("asks: \(sitting.echo)") }
    defer { lastRemark = interface.remark }
    guard let remark = interface.remark, remark != lastRemark else { return }
    if remark.isError || !Self.isAnswer(remark.text) { complain(remark.text) }
  }

  /// Whether a remark is what should be said to a key that did what it was pressed for.
  private static func isAnswer(_ text: String) -> Bool {
    ["Kept ", "Words for ", "T0 moved ", "The next entry is written by "].contains {
      text.hasPrefix($0)
    }
      || text.contains(" kept at ")
      || ["in words.", "how many minutes."].contains { text.hasSuffix($0) }
  }
}

// What stands in a list.
extension Hand {
  private var choice: ChoiceField? {
    guard let field = sitting.interface.field, case .choice(let choice) = field.content else {
      return nil
    }
    return choice
  }

  /// The words of the line that is chosen: those of the list, or of the screen where it has none.
  private var chosen: String? {
    guard let choice, let option = choice.options[safe: choice.place] else { return nil }
    return option.label.isEmpty ? sitting.line : option.label
  }

  /// Goes down a list to the first line that says so.
  func goTo(_ words: String) {
    while let line = chosen, !line.contains(words) {
      let before = choice?.place
      press("↓")
      guard choice?.place != before else { return complain("no line says \(words)") }
    }
    if choice == nil { complain("no list is open to find \(words) in") }
  }

  /// Presses the key of the line that says so.
  func choose(_ words: String) {
    guard let option = choice?.options.first(where: { $0.label.hasPrefix(words) }) else {
      return complain("no line says \(words)")
    }
    press(option.key)
  }

  /// Goes to a check that is wanted, and answers it by Enter and, where it asks for more, by that.
  func check(_ item: String, _ answer: String? = nil) {
    while let state = sitting.chosenCheck, state.item.key != item {
      press("↓")
      guard sitting.chosenCheck?.item != state.item else { return complain("no check \(item)") }
    }
    press("⏎")
    guard let asks = sitting.interface.field?.asking?.item.asks, !asks.isEmpty else {
      if let answer { press("\(answer)⏎") }
      return
    }
    // What is asked one by one: a dash is none.
    for ask in asks {
      press("\(answer?.hasPrefix(ask.name) == true ? answer ?? "" : "-")⏎")
    }
  }

  /// Closes what is open, where something is.
  func close() { if sitting.interface.field != nil { press("⎋") } }
}
