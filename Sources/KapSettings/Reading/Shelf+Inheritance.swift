extension Shelf {
  /// What a file says, laid over all that it inherits.
  ///
  /// The keys in `owned` are those that are never inherited; parts are joined by name down to
  /// `depth` levels.
  func assembled(
    _ item: Item,
    owning owned: Set<String>,
    depth: Int
  ) throws(SettingsError) -> Tree {
    var chain = [try Tree(yaml: item.bytes, file: item.name)]
    var heirs = [item.mark]
    while let last = chain.last, let inherits = last.part("inherits")?.value,
      let parent = inherits.scalar
    {
      guard let next = try file(named: parent, heirs: heirs) else {
        throw inheritanceProblem(parent, at: inherits.place)
      }
      heirs.append(next.mark)
      chain.append(try Tree(yaml: next.bytes, file: next.name))
    }
    var result = chain.removeLast()
    while let tree = chain.popLast() {
      result = tree.laid(over: result.without(owned.union(["inherits"])), depth: depth)
    }
    return result
  }

  /// The problem of naming a file to inherit from that is not there, or that leads back here.
  private func inheritanceProblem(_ parent: String, at place: Place) -> SettingsError {
    let known = names(hiding: [])
    let near = nearest(to: parent, among: known).map { "Did you mean `\($0)`?" }
    return .invalid([
      SettingsProblem(
        file: place.file,
        line: place.line,
        column: place.column,
        key: "inherits",
        message: "there is nothing `\(parent)` to inherit from, or it inherits from this file",
        remedy: near ?? "There are: \(known.joined(separator: ", "))"
      )
    ])
  }
}

extension Shelf.Item {
  /// The problem of a file that is called one thing and names itself another.
  func misnamed(_ given: String) -> SettingsError {
    .invalid([
      SettingsProblem(
        file: name,
        line: 1,
        column: 1,
        key: "name",
        message: "the file is called `\(stem ?? name)` and names itself `\(given)`",
        remedy: "Let both be the same"
      )
    ])
  }
}
