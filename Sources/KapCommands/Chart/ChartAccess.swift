import Foundation
import KapSettings
package import KapStore
import KapTimeline

extension Surroundings {
  /// The chart's directory: `--chart`, else `KAP_CHART`, else what the configuration says, else the
  /// user's data directory.
  package func chartPath() throws -> String {
    if let given = options.chart ?? variable("KAP_CHART") { return path(given) }
    return try settings().chart ?? directories().data
  }

  /// The chart, of which only the people can be read so far.
  package func chart() throws -> Chart { try Chart(at: chartPath()) }

  /// The chart, its seals open to the person who works in it; whoever asked for it closes it.
  package func unlockedChart() throws -> UnlockedChart { try unlocked(try chart()) }

  /// A chart's seals opened to the person who works in it.
  func unlocked(_ chart: Chart) throws -> UnlockedChart {
    do {
      let person = try person(among: chart.people())
      return try chart.unlock(person: person.name, passphrase: try passphrase(of: person.name))
    } catch let error as ChartError {
      guard case .noSuchPerson(let name) = error else { throw error }
      throw chart.absence(of: name)
    }
  }

  /// Who works: `--as`, else `KAP_PERSON`, else what the configuration says, else the only person,
  /// else whoever is named when asked.
  package func person(among people: [Person]) throws -> Person {
    let given = try options.person ?? variable("KAP_PERSON") ?? settings().person
    if given == nil, people.count == 1, let only = people.first { return only }
    guard !people.isEmpty else { throw ChartError.noSuchPerson(name: given ?? "") }
    guard let name = try given ?? choice(among: people) else {
      throw CommandError(
        .notAllowed,
        "Several people are in this chart. Say who you are with --as NAME or KAP_PERSON."
      )
    }
    let wanted = name.trimmingCharacters(in: .whitespaces)
    if let exact = people.first(where: { $0.name == wanted }) { return exact }
    let near = people.filter { $0.name.lowercased() == wanted.lowercased() }
    guard near.count == 1, let found = near.first else {
      throw ChartError.noSuchPerson(name: wanted)
    }
    return found
  }

  /// Who somebody says they are on the terminal: a number or a name; nil where nobody can be asked.
  private func choice(among people: [Person]) throws -> String? {
    let names = people.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: "  ")
    guard let said = try ask("Who are you?  \(names)  (number or name, Esc leaves): ", false) else {
      return nil
    }
    let answer = said.trimmingCharacters(in: .whitespaces)
    if people.contains(where: { $0.name.lowercased() == answer.lowercased() }) { return answer }
    if answer.isEmpty || answer.lowercased() == "q" {
      throw CommandError(.interrupted, "Nobody was chosen, and nothing was opened.")
    }
    if let number = Int(answer), people.indices.contains(number - 1) {
      return people[number - 1].name
    }
    return answer
  }

  /// A person's passphrase: from `--passphrase-file`, else from the file that
  /// `KAP_PASSPHRASE_FILE` names, else asked on the terminal.
  package func passphrase(of name: String) throws -> String {
    if let file = options.passphraseFile ?? variable("KAP_PASSPHRASE_FILE") {
      return try passphrase(in: file)
    }
    guard let typed = try ask("Passphrase of \(name): ", true) else {
      throw CommandError(
        .notAllowed,
        "There is no terminal to ask for the passphrase on. Put it in a file that only you may "
          + "read, and name it with --passphrase-file FILE or KAP_PASSPHRASE_FILE."
      )
    }
    return typed
  }

  /// A passphrase that somebody chooses: from `file`, else asked twice on the terminal.
  package func newPassphrase(for name: String, from file: String?) throws -> String {
    if let file { return try passphrase(in: file) }
    guard let first = try ask("New passphrase of \(name): ", true),
      let second = try ask("The same again: ", true)
    else {
      throw CommandError(
        .notAllowed,
        "There is no terminal to ask for a passphrase on. Put it in a file that only you may read, "
          + "and name the file."
      )
    }
    guard first == second else {
      throw CommandError(.notAllowed, "The two passphrases differ. Nothing was created; try again.")
    }
    return first
  }

  /// The first line of a file.
  private func passphrase(in file: String) throws -> String {
    let contents = try contents(of: file, limit: 1 << 16)
    let line = Array(contents).prefix { $0 != 0x0A && $0 != 0x0D }
    guard let text = String(validating: line, as: UTF8.self) else {
      throw CommandError(.badData, "\(file) holds no passphrase: its first line is no UTF-8 text.")
    }
    guard !text.isEmpty else {
      throw CommandError(.badData, "\(file) holds no passphrase: its first line is empty.")
    }
    return text
  }
}
