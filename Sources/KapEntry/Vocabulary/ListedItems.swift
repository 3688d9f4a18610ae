package import KapTimeline

extension Entry {
  /// The name by which a line means an item of the lists at any time of the session: its key, or
  /// where that could be taken for another one the name that the screen shows.
  package static func name(ofItem key: String, in rules: ClinicProtocol?) -> String {
    ListedItems(rules).name(of: key)
  }
}

/// The items of the clinic's lists, by the names that a line may use.
struct ListedItems {
  let lists: [Checklist]
  private let entries: [Listed]

  init(_ rules: ClinicProtocol?) {
    lists = rules?.care.checklists ?? []
    entries = lists.flatMap { list in list.items.map { Listed($0, for: list.purpose) } }
  }

  var all: [ChecklistItem] { entries.map(\.item) }

  /// What a name may mean while people go through the list of a purpose.
  ///
  /// An item of that list comes before one of another, also where only its first words were typed:
  /// `escort` before leaving is the escort who is here, and not the one who was named.
  func named(_ name: String, while purpose: Checklist.Purpose) -> [ChecklistItem] {
    let name = folded(name)
    for isAtHand in [true, false] {
      let listed = entries.filter { ($0.purpose == purpose) == isAtHand }
      let called = listed.filter { $0.names.contains(name) }
      let found = called.isEmpty ? listed.filter { $0.isBegun(by: name) } : called
      if !found.isEmpty { return found.map(\.item) }
    }
    return []
  }

  /// Whether a name, or its first words, can mean one item.
  func isNamed(_ key: String, by name: String) -> Bool {
    let name = folded(name)
    return entries.contains { listed in
      listed.item.key == key && (listed.names.contains(name) || listed.isBegun(by: name))
    }
  }

  /// Whether one of the items goes by the whole of a name.
  func isName(_ name: String) -> Bool {
    let name = folded(name)
    return entries.contains { $0.names.contains(name) }
  }

  func name(of key: String) -> String {
    guard let item = entries.first(where: { $0.item.key == key })?.item else { return key }
    return [item.key, item.short].first { name in
      Checklist.Purpose.allCases.allSatisfy { named(name, while: $0).map(\.key) == [key] }
    } ?? key
  }

  private struct Listed {
    let item: ChecklistItem
    let purpose: Checklist.Purpose
    /// Its key, its short name and its label, folded.
    let names: [String]

    init(_ item: ChecklistItem, for purpose: Checklist.Purpose) {
      self.item = item
      self.purpose = purpose
      names = [item.key, item.short, item.label].map { folded($0) }
    }

    /// Whether a name is the first whole words of its key or its short name; what concerns few is
    /// named whole.
    func isBegun(by name: String) -> Bool {
      !item.isForFew && names.prefix(2).contains { $0.hasPrefix(name + " ") }
    }
  }
}
