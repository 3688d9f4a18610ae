import Foundation
import KapSettings
import Testing

/// What stands where in the project.
struct HouseRules {
  @Test func `the top level holds what it may and no more`() {
    let permitted: Set = ["Package.swift", "Sources", "Tests", "Themes", "README.md"]
    let hidden: Set = [
      ".ci", ".gitignore", ".swift-format", ".editorconfig", ".git", ".build", ".swiftpm",
    ]
    let made: Set = ["Package.resolved"]
    let names = Set(House.names(in: ""))

    #expect(names.subtracting(permitted).subtracting(hidden).subtracting(made) == [])
    #expect(
      permitted.union([".ci", ".gitignore", ".swift-format", ".editorconfig"]).subtracting(names)
        == []
    )
  }

  @Test func `every theme file is in the binary`() {
    let files = House.names(in: "Themes")

    #expect(files.allSatisfy { $0.hasSuffix(".yaml") })
    #expect(Set(files.map { $0.dropLast(5) }) == Set(ThemeLibrary().names.map { $0[...] }))
  }

  @Test func `every protocol file is in the binary`() {
    let files = House.names(in: "Sources/KapSettings/Protocols").filter { $0.hasSuffix(".yaml") }
    let names = ProtocolLibrary().names + ["base", "base-care", "base-scales"]

    #expect(Set(files.map { $0.dropLast(5) }) == Set(names.map { $0[...] }))
  }

  @Test func `a file that is named is there`() {
    let paths = Set(House.paths(under: "Sources") + House.paths(under: "Tests") + ["README.md"])
    let names = Set(paths.compactMap { $0.split(separator: "/").last })
    let spoken = paths.filter {
      $0.hasSuffix(".swift") || $0.hasSuffix(".md") || $0.hasSuffix(".h")
    }
    .flatMap { path in
      House.text(of: path).matches(of: /\b[A-Z]?[\w-]+\.md\b/).map { (path, $0.output) }
    }
    let missing = spoken.filter { !names.contains($0.1) }

    #expect(spoken.contains { $0.1 == "README.md" })
    #expect(missing.map { "\($0.0) names \($0.1)" } == [])
  }

  @Test func `an article that is linked is there`() {
    let articles = (House.paths(under: "Sources")).filter { $0.contains(".docc/") }
    let names = Set(articles.compactMap { $0.split(separator: "/").last?.dropLast(3) })
    let links = articles.flatMap { path in
      House.text(of: path).matches(of: /<doc:([\w-]+)>/).map { (path, $0.output.1) }
    }
    let decisions = articles.filter { $0.contains("/Decisions/") }
    let linked = Set(links.map(\.1))

    #expect(links.filter { !names.contains($0.1) }.map { "\($0.0) links to \($0.1)" } == [])
    #expect(decisions.count > 5)
    #expect(decisions.filter { path in !linked.contains { path.hasSuffix("/\($0).md") } } == [])
  }

  @Test(arguments: ["setup", "run"])
  func `what a change must pass is a script`(name: String) throws {
    let text = House.text(of: ".ci/\(name)")

    #expect(text.hasPrefix("#!/bin/bash\n"))
    #expect(try permissions(of: ".ci/\(name)") & 0o111 == 0o111)
  }

  @Test func `what a change must pass ends with the command of the README`() {
    let command = ".ci/setup && swift test"

    #expect(House.readme.contains("\n\(command)\n"))
    #expect(House.text(of: ".ci/run").hasSuffix("\n\(command)\n"))
  }

  private func permissions(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: House.root.appending(path: path).path
    )
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
