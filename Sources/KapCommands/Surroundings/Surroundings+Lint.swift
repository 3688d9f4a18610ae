import KapSettings

extension Surroundings {
  /// Looks at each file with `check` and reports what is wrong with it.
  func lint(
    _ files: [String],
    _ check: (_ bytes: [UInt8], _ file: String) throws -> [String]
  ) throws -> ExitCode {
    var lines: [String] = []
    for file in files {
      let bytes = Array(try contents(of: file, limit: 1 << 24))
      do {
        lines += try check(bytes, file).map { "\(file): \($0)" }
      } catch let error as SettingsError {
        lines += error.description.split(separator: "\n").map(String.init)
      }
    }
    return try report(lines)
  }

  /// Prints what is wrong, a line each; nothing wrong is said.
  func report(_ lines: [String]) throws -> ExitCode {
    for line in lines { try show(line) }
    if lines.isEmpty { say("Nothing is wrong.") }
    return lines.isEmpty ? .ok : .badConfiguration
  }
}
