/// Something wrong in a settings file: where it stands, what it is, and what to do.
package struct SettingsProblem: Hashable, Sendable {
  /// The file, as it was named.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The column, from 1, in characters.
  package var column: Int
  /// The key, from the top: `limits.systolic-high.above`; empty for the file as a whole.
  package var key: String
  /// What is wrong.
  package var message: String
  /// What to do.
  package var remedy: String

  /// Creates a problem.
  package init(
    file: String,
    line: Int,
    column: Int,
    key: String,
    message: String,
    remedy: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.message = message
    self.remedy = remedy
  }
}

extension SettingsProblem: CustomStringConvertible {
  /// The place, the key, what is wrong and what to do, in one line.
  package var description: String {
    let subject = key.isEmpty ? "" : "\(key): "
    let end = remedy.last == "?" ? "" : "."
    return "\(file):\(line):\(column): \(subject)\(message). \(remedy)\(end)"
  }
}

/// Why settings could not be had.
package enum SettingsError: Error, Hashable {
  /// There is none of that name.
  case unknown(kind: String, name: String, known: [String])
  /// A file says what cannot be used; there is at least one problem.
  case invalid([SettingsProblem])
  /// A file is there and cannot be read.
  case unreadable(file: String, reason: String)
}

extension SettingsError: CustomStringConvertible {
  /// What failed, why, and what to do.
  package var description: String {
    switch self {
    case .unknown(let kind, let name, let known):
      let near = nearest(to: name, among: known).map { " Did you mean `\($0)`?" } ?? ""
      return "There is no \(kind) `\(name)`.\(near) There are: \(known.joined(separator: ", "))."
    case .invalid(let problems):
      return problems.map(\.description).joined(separator: "\n")
    case .unreadable(let file, let reason):
      return "\(file) cannot be read: \(reason)."
    }
  }
}

extension SettingsError {
  /// The error as problems of files.
  var problems: [SettingsProblem] {
    switch self {
    case .invalid(let problems): problems
    case .unreadable(let file, let reason):
      [
        SettingsProblem(
          file: file,
          line: 1,
          column: 1,
          key: "",
          message: "the file cannot be read: \(reason)",
          remedy: "Check who may read it"
        )
      ]
    case .unknown(let kind, let name, let known):
      [
        SettingsProblem(
          file: name,
          line: 1,
          column: 1,
          key: "",
          message: "there is no \(kind) of that name",
          remedy: "There are: \(known.joined(separator: ", "))"
        )
      ]
    }
  }
}
