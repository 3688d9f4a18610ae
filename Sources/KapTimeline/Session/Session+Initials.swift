extension Session {
  /// More people than this in one session nobody tells apart by letters.
  private static let most = 40

  /// A person's initials, told apart from those of everybody else in this session.
  package func initials(of name: String) -> String {
    labels[name] ?? KapTimeline.initials(of: name)
  }

  /// How somebody is called in a sentence: who was here by initials, anybody else by name.
  package func callName(of name: String) -> String {
    labels[name] ?? KapTimeline.callName(of: name)
  }

  /// The length of the longest initials of somebody in this session.
  package var longestInitials: Int { labels.values.lazy.map(\.count).max() ?? 2 }

  /// Gives initials to those whom an event names first.
  mutating func introduce(_ recorded: Recorded) {
    introduce(recorded.author)
    if let observer = recorded.observer { introduce(observer) }
    if case .joined(let presence) = recorded.event { introduce(presence.person) }
  }

  private mutating func introduce(_ name: String) {
    guard labels[name] == nil, labels.count < Self.most else { return }
    labels = KapTimeline.initials(telling: labels.keys + [name])
  }
}
