package import KapCanvas

/// One row of the table of keys at rest: keys, action, the words in the hints and on the page.
///
/// The help, the hint line and the README come from the table. Same letter, same meaning wherever it
/// exists; no Ctrl, Alt or F key is needed for anything.
package struct Binding: Hashable, Sendable {
  /// The keys that do it, the usual one first.
  package let keys: [Key]
  /// What it does.
  package let action: Action
  /// One or two words for the hint line; empty where it is not hinted.
  package let hint: String
  /// A few words for the page of keys of a small screen.
  package let brief: String
  /// A line for the page of keys.
  package let help: String
  /// Whether its hint stays when the line is too short for all.
  let isUsual: Bool

  init(
    _ keys: [Key],
    _ action: Action,
    hint: String = "",
    isUsual: Bool = false,
    _ brief: String,
    _ help: String
  ) {
    self.keys = keys
    self.action = action
    self.hint = hint
    self.isUsual = isUsual
    self.brief = brief
    self.help = help
  }

  /// The keys as the page shows them.
  package var names: String {
    keys.count > 4 ? "0-9" : keys.map { $0.name }.joined(separator: " ")
  }
}

/// The tables, by mode.
package enum Keymap {
  /// The keys of a session that is being recorded.
  package static let live: [Binding] =
    recorded + [
      Binding([.character("q")], .howToEnd, "how to end", "says how to end or leave: :end, :leave")
    ]

  /// The keys of a practice session: nobody is treated, so one key leaves it.
  package static let practice: [Binding] =
    recorded.map { $0.action == .line ? lineOfPractice : $0 } + [
      Binding(
        [.character("q")],
        .leave,
        hint: "leave",
        isUsual: true,
        "leave",
        "leaves the practice session"
      )
    ]

  private static let lineOfPractice = Binding(
    [.enter, .character(":")],
    .line,
    "line, :debrief",
    "free line; :debrief, :by-hand (you record it all), :speed N"
  )

  private static let recorded: [Binding] =
    recording + looking + moving + [
      Binding(
        [.control("z")],
        .suspend,
        "session goes on",
        "does not suspend: a live session goes on"
      )
    ]

  /// The keys of a replay.
  package static let replay: [Binding] =
    playing + late + looking + moving + [
      Binding(
        [.character(":"), .enter],
        .line,
        "command, draft",
        "a command: goto +40, model; Enter takes up a draft"
      ),
      Binding([.control("z")], .suspend, "suspend", "suspends kap; fg brings it back"),
      Binding(
        [.character("q")],
        .leave,
        hint: "leave",
        isUsual: true,
        "leave",
        "leaves the replay"
      ),
    ]

  /// The table of a mode.
  package static func table(of mode: Mode) -> [Binding] {
    switch mode {
    case .live: live
    case .practice: practice
    case .replay: replay
    }
  }

  /// What a key means at rest in a mode; a capital means what its letter does, where it has no
  /// meaning of its own.
  package static func action(for key: Key, in mode: Mode) -> Action? {
    if let action = actions(of: mode)[key] { return action }
    guard case .character(let character) = key, character.isUppercase,
      let lower = character.lowercased().first
    else { return nil }
    return actions(of: mode)[.character(lower)]
  }

  private static func actions(of mode: Mode) -> [Key: Action] {
    switch mode {
    case .live: liveActions
    case .practice: practiceActions
    case .replay: replayActions
    }
  }

  private static let liveActions = index(live)
  private static let practiceActions = index(practice)
  private static let replayActions = index(replay)

  private static func index(_ table: [Binding]) -> [Key: Action] {
    var actions: [Key: Action] = [:]
    for binding in table {
      for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
    }
    return actions
  }
}
