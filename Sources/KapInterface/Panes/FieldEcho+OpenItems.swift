import KapCanvas
import KapEntry
import KapTimeline

extension FieldEcho {
  /// What is open when a dose is planned, or given as the first, and what that asks for.
  struct OpenItems {
    let names: [String]
    let step: String

    /// How many there are and what is to be done, then as many of their names as there is room for:
    /// the fullest first.
    var candidates: [String] {
      let named = names.indices.reversed().map { last in
        let rest = last + 1 < names.count ? ", …" : ""
        return "\(names.count) open, \(step): \(names[...last].joined(separator: ", "))\(rest)"
      }
      return named + ["\(names.count) open, \(step).", "\(names.count) open."]
    }
  }

  /// The arithmetic first; behind it what is open, cut at an item where two lines have no more room.
  static func with(
    _ open: OpenItems,
    behind echo: String,
    of field: Field,
    in interface: Interface
  ) -> String {
    let room = interface.layout.size.columns - 6
    let isLong = (interface.stamp.now - field.begunAt).wholeMinutes >= 2
    let head = echo.hasSuffix(".") ? echo : "\(echo)."
    let texts = open.candidates.map { "\(head) \($0)" }
    let fitting = texts.first { text in
      let lines = Text.wrapped(text, to: room, limit: 3)
      // What a field says that has long been open stands at the end of the second line.
      let last = lines.count == 2 ? room - (isLong ? 40 : 0) : room
      return lines.count < 3 && Text.width(of: lines.last ?? "") <= last
    }
    return fitting ?? texts.last ?? echo
  }

  /// The required items that are open when a dose is planned, or given as the first.
  static func openItems(before command: Command, in interface: Interface) -> OpenItems? {
    let isPlan: Bool
    switch command {
    case .plan(let plan):
      guard plan.reason == nil else { return nil }
      isPlan = true
    case .give: isPlan = false
    case .changeInfusion(let change) where change.action == .start: isPlan = false
    case .setFrame, .join, .leave, .changeInfusion, .declare, .record, .missReading, .score,
      .write, .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin,
      .postpone, .skip, .acknowledge, .confirm, .callArtefact, .correct, .void, .undo, .check,
      .setLimits, .account, .lozenge, .assess, .emergency, .handOver, .quiet, .end, .reopen:
      return nil
    }
    let moment = Moment(interface.session, at: interface.stamp.now)
    guard moment.doseBegan == nil else { return nil }
    let states = moment.gate
    guard isPlan || !moment.isExplained(states) else { return nil }
    let open = moment.waitedFor
    guard !open.isEmpty else { return nil }
    return OpenItems(names: open, step: isPlan ? "add because and why" : "a notice will ask why")
  }
}
