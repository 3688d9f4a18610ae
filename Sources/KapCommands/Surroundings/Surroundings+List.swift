extension Surroundings {
  /// Prints a row for each of the names of a library; one that cannot be read is said, and the others
  /// go on.
  func list(_ names: [String], _ row: (_ name: String) throws -> [String]) throws -> ExitCode {
    var table = PlainTable()
    var isWhole = true
    for name in names {
      do {
        table.add(try row(name))
      } catch {
        isWhole = false
        say(CommandError(error).message)
      }
    }
    for line in table.lines { try self.print(line) }
    return isWhole ? .ok : .badConfiguration
  }
}
