import ArgumentParser
import KapCommands
import KapTimeline

/// What may be said of a new session.
struct OpeningArguments: ParsableArguments {
  // Whatever stands behind it is the weight, so that `-5` is refused for what it is.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The patient's weight in kilograms, or with its unit.",
      valueName: "70|154lb"
    )
  )
  var weight: String?
  @Option(help: ArgumentHelp("Which of the course it is: 3, or 3/6.", valueName: "n/m"))
  var number: String?
  @Option(help: ArgumentHelp("The room.", valueName: "name"))
  var room: String?

  /// Whether nothing is said.
  var isEmpty: Bool { weight == nil && number == nil && room == nil }

  /// Which of the course it is, and how many are planned.
  var course: (number: Int, planned: Int?)? {
    guard let number else { return nil }
    let parts = number.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], (1...999).contains(first) else {
      return nil
    }
    guard parts.count == 2 else { return (first, nil) }
    guard let second = parts[1], (first...999).contains(second) else { return nil }
    return (first, second)
  }

  /// The weight as it is read; nil where none is said.
  var saidWeight: SaidWeight? { weight.flatMap { try? SaidWeight($0) } }

  func validate() throws {
    do {
      if let weight { _ = try SaidWeight(weight) }
    } catch let error as CommandError {
      throw ValidationError(error.message)
    }
    guard number == nil || course != nil else {
      throw ValidationError(
        "--number is which of the course it is: 3, or 3/6 for the third of six."
      )
    }
  }
}

extension CareRole: ExpressibleByArgument {}
extension SessionKind: ExpressibleByArgument {}
extension Source: ExpressibleByArgument {}
