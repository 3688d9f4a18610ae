/// A place in a file.
struct Place: Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int
}

/// What a settings file says, each part with its place.
struct Tree: Sendable {
  var place: Place
  var content: Content

  /// A word, a list, or named parts in the order of the file.
  indirect enum Content: Sendable {
    case scalar(String)
    case list([Tree])
    case parts([Part])
  }

  /// A named part.
  struct Part: Sendable {
    var key: String
    var place: Place
    var value: Tree
  }

  /// The named parts, or nil for a word or a list.
  var parts: [Part]? {
    guard case .parts(let parts) = content else { return nil }
    return parts
  }

  /// The word, or nil for a list or named parts.
  var scalar: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// The part of that name.
  func part(_ key: String) -> Part? {
    parts?.first { $0.key == key }
  }
}

extension Tree {
  /// These parts laid over those of `base`; `none` takes an inherited part away.
  ///
  /// Parts are joined by name down to `depth` levels, but never within what states its source: who
  /// changes one number of an entry states the whole entry, so that no number can end up under the
  /// source of another. Lists are replaced whole.
  func laid(over base: Tree, depth: Int = 8) -> Tree {
    guard depth > 0, let own = parts, let inherited = base.parts else { return self }
    guard part("source") == nil, base.part("source") == nil else { return self }
    var byKey = Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var joined: [Part] = []
    for part in inherited {
      guard var over = byKey.removeValue(forKey: part.key) else {
        joined.append(part)
        continue
      }
      if over.value.scalar == "none" { continue }
      over.value = over.value.laid(over: part.value, depth: depth - 1)
      joined.append(over)
    }
    joined += own.filter { byKey[$0.key] != nil }
    return Tree(place: place, content: .parts(joined))
  }

  /// The same parts without those named.
  func without(_ keys: Set<String>) -> Tree {
    guard let parts else { return self }
    return Tree(place: place, content: .parts(parts.filter { !keys.contains($0.key) }))
  }
}
