import Testing

/// What no file of code holds.
struct CodeRules {
  @Test func `no file is longer than 300 lines`() {
    let code = (House.paths(under: "Sources") + House.paths(under: "Tests"))
      .filter { path in [".swift", ".c", ".h"].contains { path.hasSuffix($0) } }
    let long = code.map { (path: $0, count: House.text(of: $0).utf8.count { $0 == 10 }) }
      .filter { $0.count > 300 }

    #expect(code.count > 100)
    #expect(long.map { "\($0.path): \($0.count) lines" } == [])
  }

  @Test(arguments: ["public ", "open "])
  func `nothing is for strangers`(word: String) {
    let found = lines(holding: word) { line in
      line.contains(/^\s*(@\w+\s+)*(public|open)\s+[a-z@]/)
    }

    #expect(found == [])
  }

  @Test(arguments: [
    "try!", " as!", "fatalError(", "@unchecked ", "nonisolated(unsafe)", "Date()", "Date.now",
    "sleep(", ".randomElement()", ".shuffled()",
  ])
  func `nothing traps, waits for a time or leaves to chance`(word: String) {
    #expect(lines(holding: word) == [])
  }

  @Test func `chance comes from a generator that is handed on`() {
    #expect(lines(holding: ".random(in:") { !$0.contains("using: ") && $0.hasSuffix(")") } == [])
  }

  @Test(arguments: ["ContinuousClock", "SuspendingClock", "DispatchTime", "DispatchWallTime"])
  func `the sources have one clock`(word: String) {
    #expect(lines(in: House.sources, holding: word) == [])
  }

  @Test(arguments: ["Manager", "Helper", "Util", "Handler", "Info"])
  func `a type is named for what it is`(word: String) {
    let found = lines(holding: word) { line in
      line.contains(
        /\b(struct|enum|class|actor|protocol|typealias)\s+\w*(Manager|Helper|Util|Handler|Info\b)/
      )
    }

    #expect(found == [])
  }

  @Test func `nobody prints but the writers of a command`() {
    let writers: Set = ["Sources/KapCommands/Surroundings/Surroundings.swift"]
    let found = lines(in: House.swiftFiles.filter { !writers.contains($0.path) }, holding: "rint(")
    {
      $0.contains(/(^|[^.\w])(print|debugPrint)\(/) && !$0.contains("func print(")
    }

    #expect(found == [])
  }

  @Test(arguments: ["getenv", ".processInfo"])
  func `the environment is read at the edge alone`(word: String) {
    let readers: Set = [
      "Sources/KapTerminal/TerminalEnvironment.swift",
      "Sources/KapCommands/Surroundings/Surroundings.swift",
      "Sources/kap/Surroundings+Process.swift",
    ]

    #expect(lines(in: House.sources.filter { !readers.contains($0.path) }, holding: word) == [])
  }

  @Test(arguments: ["TODO", "FIXME", "XXX", "HACK", "MARK:", "====", "----", "****", "////"])
  func `comments promise nothing and draw no banners`(word: String) {
    let found = House.swiftFiles.flatMap { file in
      file.comments.indices.filter { file.comments[$0].contains(word) }.map { file.shown($0 + 1) }
    }

    #expect(found == [])
  }

  @Test func `every file of tests can fail`() {
    let harmless = House.swiftFiles.filter { file in
      !file.places(of: "@Test").isEmpty
        && ["#expect", "#require", "Issue.record"].allSatisfy { file.places(of: $0).isEmpty }
    }

    #expect(harmless.map(\.path) == [])
  }

  private func lines(
    in files: [SwiftFile] = House.swiftFiles,
    holding word: String,
    where isBroken: (Substring) -> Bool = { _ in true }
  ) -> [String] {
    files.flatMap { file in
      file.places(of: word).filter { isBroken(file.code[$0 - 1]) }.map(file.shown)
    }
  }
}
