import KapCanvas
import KapEntry
import KapTimeline

/// The form of a new session: the same rules as any field.
package struct NewSessionForm: Hashable, Sendable {
  /// The lines, in order.
  package enum Line: Int, CaseIterable, Hashable, Sendable {
    case subject, rules, weight, room, number, people

    var label: String {
      switch self {
      case .subject: "Patient code"
      case .rules: "Protocol"
      case .weight: "Weight"
      case .room: "Room"
      case .number: "Session"
      case .people: "Also here"
      }
    }

    var hint: String {
      switch self {
      case .subject: "a pseudonymous code, never a name"
      case .rules: "left and right choose"
      case .weight: "70kg or 154lb; may be given later"
      case .room: "may stay empty"
      case .number: "3 of 6; may stay empty"
      case .people: "jb therapist, dr-l prescriber"
      }
    }
  }

  var texts: [TextField] = Line.allCases.map { _ in TextField(maximumLength: 120) }
  var line = Line.subject
  var protocolPlace = 0
  var problem: String?
  /// What is asked about, waiting for a `y`.
  var asked: String?

  /// Whether anything was typed.
  var isEmpty: Bool { texts.allSatisfy(\.isEmpty) && protocolPlace == 0 }

  /// The hint of a line; a weight in pounds is said in kilograms, and of one that is none what it
  /// lacks.
  func hint(of line: Line, protocols: [StartScreen.ListedProtocol]) -> String {
    guard line == .weight, !text(.weight).isEmpty else { return line.hint }
    switch Self.kilograms(text(.weight)) {
    case .failure(let problem): return problem.short
    case .success(let kilograms):
      let bound = protocols[safe: protocolPlace]?.weight
      if bound?.refusal(of: kilograms) != nil {
        return "\(plain(kilograms, places: 1)) kg cannot be"
      }
      let unusual = bound?.doubt(about: kilograms) == nil ? "" : ", unusual"
      let isOther = !text(.weight).lowercased().hasSuffix("kg")
      guard isOther || !unusual.isEmpty else { return line.hint }
      return "\(plain(kilograms, places: 1)) kg\(unusual)"
    }
  }

  /// Takes a key; returns whether Enter on it asks to open.
  mutating func press(_ key: Key, protocols: [StartScreen.ListedProtocol]) -> Bool {
    problem = nil
    asked = nil
    switch key {
    case .tab, .down: move(by: 1)
    case .backTab, .up: move(by: -1)
    case .left where line == .rules: protocolPlace = max(0, protocolPlace - 1)
    case .right where line == .rules:
      protocolPlace = min(max(0, protocols.count - 1), protocolPlace + 1)
    case .left: texts[line.rawValue].move(by: -1)
    case .right: texts[line.rawValue].move(by: 1)
    case .home: texts[line.rawValue].moveToStart()
    case .end: texts[line.rawValue].moveToEnd()
    case .backspace: texts[line.rawValue].deleteBackwards()
    case .delete: texts[line.rawValue].deleteForwards()
    case .control("u"): texts[line.rawValue].clear()
    case .control("w"): texts[line.rawValue].deleteWord()
    case .character(let character) where line != .rules:
      _ = texts[line.rawValue].insert(String(character))
    case .paste(let text) where line != .rules: _ = texts[line.rawValue].insert(text)
    case .enter, .alternateEnter:
      // What is wrong in a line is said there, and not once the others are filled in.
      if let problem = problem(in: line, protocols: protocols) {
        self.problem = problem.message
        return false
      }
      guard line != .people else { return true }
      move(by: 1)
    case .character, .paste, .escape, .pageUp, .pageDown, .control, .function, .unknown:
      return false
    }
    return false
  }

  private mutating func move(by step: Int) {
    let count = Line.allCases.count
    line = Line(rawValue: (line.rawValue + step + count) % count) ?? .subject
  }

  func text(_ line: Line) -> String {
    texts[line.rawValue].text.trimmingSpaces
  }

  /// What is wrong in a line.
  func problem(in line: Line, protocols: [StartScreen.ListedProtocol]) -> FormProblem? {
    func wrong(_ message: String) -> FormProblem { FormProblem(line, message) }
    switch line {
    case .subject where text(.subject).isEmpty: return wrong("A patient code is needed.")
    case .room where !text(.room).isEmpty && !Entry.isRoom(text(.room)):
      return wrong("That is no room: its name, or its number.")
    case .subject, .room:
      return text(line).count > 64 ? wrong("That is too long: 64 characters at most.") : nil
    case .rules:
      return protocols.indices.contains(protocolPlace)
        ? nil : wrong("There is no protocol to choose.")
    case .weight:
      guard !text(.weight).isEmpty else { return nil }
      switch Self.kilograms(text(.weight)) {
      case .failure(let problem): return wrong(problem.message)
      case .success(let kilograms):
        let refusal = protocols[safe: protocolPlace]?.weight?.refusal(of: kilograms)
        return refusal.map { wrong("\($0.message(offset: .utc)) Read it again.") }
      }
    case .number:
      return Self.numbers(text(.number)) == nil
        ? wrong("Type which of the course it is: 3, or 3 of 6.") : nil
    case .people:
      guard people == nil else { return nil }
      let roles = CareRole.allCases.map(\.rawValue).joined(separator: ", ")
      return wrong("Type a name and a role (\(roles)), commas between.")
    }
  }

  /// Who else is here; nil where it does not say so.
  private var people: [Presence]? {
    var people: [Presence] = []
    for part in text(.people).split(separator: ",") {
      let words = part.split(separator: " ").filter { $0 != "as" }
      guard words.count == 2, let role = CareRole(rawValue: words[1].lowercased()) else {
        return nil
      }
      people.append(Presence(person: words[0].lowercased(), role: role))
    }
    return people
  }

  /// What the form says, or what is wrong with it.
  func session(protocols: [StartScreen.ListedProtocol]) -> Result<NewSession, FormProblem> {
    let problems = Line.allCases.lazy.compactMap { problem(in: $0, protocols: protocols) }
    if let problem = problems.first { return .failure(problem) }
    guard let chosen = protocols[safe: protocolPlace] else {
      return .failure(FormProblem(.rules, "There is no protocol to choose."))
    }
    let numbers = Self.numbers(text(.number)) ?? []
    return .success(
      NewSession(
        subject: text(.subject),
        protocolName: chosen.name,
        weight: try? Self.kilograms(text(.weight)).get(),
        room: text(.room).isEmpty ? nil : text(.room),
        number: numbers.first,
        planned: numbers.count > 1 ? numbers[1] : nil,
        people: people ?? []
      )
    )
  }

  /// What is unusual about it, asked before it is opened.
  func question(protocols: [StartScreen.ListedProtocol]) -> String? {
    guard let kilograms = try? Self.kilograms(text(.weight)).get() else { return nil }
    return protocols[safe: protocolPlace]?.weight?.doubt(about: kilograms)?.question
  }

  /// `3`, `3 of 6`, `3/6`, or nothing at all; nil for what is neither.
  private static func numbers(_ text: String) -> [Int]? {
    let words = text.lowercased().map { $0 == "/" ? " of " : String($0) }.joined()
      .split { $0.isWhitespace }.map(String.init)
    let isPair = words.count == 3 && words[1] == "of"
    guard words.count < 2 || isPair else { return nil }
    let written = isPair ? [words[0], words[2]] : words
    let numbers = written.compactMap { word -> Int? in
      guard word.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(word) else {
        return nil
      }
      return (1...999).contains(number) ? number : nil
    }
    guard numbers.count == written.count, numbers.count < 2 || numbers[0] <= numbers[1] else {
      return nil
    }
    return numbers
  }

  /// `70kg`, `154 lb`, read as the entry language reads them: a bare number could be either and is
  /// refused.
  static func kilograms(_ text: String) -> Result<Double, NoWeight> {
    let context = EntryContext(now: Instant(milliseconds: 0))
    do throws(EntryError) {
      let sentence = try Entry.parse("weight \(text)", in: context)
      guard case .setFrame(.weight(let kilograms)) = sentence.command, kilograms > 0 else {
        return .failure(NoWeight("Nobody weighs nothing."))
      }
      return .success(kilograms)
    } catch {
      return .failure(NoWeight(error.message, isUnitMissing: error.problem == .unknownUnit))
    }
  }
}

/// Why a text is no weight.
struct NoWeight: Error, Hashable {
  let message: String
  /// The same beside the line.
  let short: String

  init(_ message: String, isUnitMissing: Bool = false) {
    self.message = "\(message) Type the weight with its unit: 70kg or 154lb."
    short = isUnitMissing ? "kg or lb? 70kg or 154lb" : "no weight: 70kg or 154lb"
  }
}

/// What is wrong with a line of a form.
struct FormProblem: Error, Hashable {
  let line: NewSessionForm.Line
  let message: String

  init(_ line: NewSessionForm.Line, _ message: String) {
    self.line = line
    self.message = message
  }
}

extension String {
  /// The text without spaces at either end.
  var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    let count = start.reversed().prefix { $0.isWhitespace }.count
    return String(start.dropLast(count))
  }
}
