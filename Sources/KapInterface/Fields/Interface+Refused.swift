import KapCanvas
import KapEntry
import KapTimeline

/// What a command of the console would be refused for: the same before Enter and after it.
extension Interface {
  /// What Enter would refuse of a line that is a command of the console; nil where it does it, or where
  /// the line is none.
  func consoleObstacle(_ line: String) -> Obstacle? {
    let words = line.split(separator: " ")
    guard let first = words.first?.lowercased() else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    switch first {
    case "seat", "plan", "checks", "leaving", "assess":
      if let problem = replayProblem(LineField("LINE", text: line)) {
        return Obstacle(problem: problem)
      }
      return first == "seat" && !rest.isEmpty ? seatObstacle(rest) : nil
    case "theme": return themeProblem(line).map { Obstacle(inLastWord: $0) }
    case "goto": return gotoObstacle(rest)
    case "by-hand", "speed": return practiceObstacle(first, rest)
    case "leave": return leavingObstacle(Array(words.dropFirst()))
    default: return nil
    }
  }

  private func seatObstacle(_ name: String) -> Obstacle? {
    let known = personForSeat(called: name)
    guard known != seat.person else {
      let problem = Field.Problem(message: "The seat is yours.", remedy: "Esc closes this.")
      return Obstacle(problem: problem)
    }
    guard known == nil else { return nil }
    let problem = Field.Problem(
      message: "\(initials(of: name)) is not a person of this chart: the seat stays yours.",
      remedy: "kap person add lets somebody in."
    )
    // Nobody is told off in the middle of a name.
    let begun = name.lowercased()
    return peopleForSeat.contains { $0.lowercased().hasPrefix(begun) }
      ? Obstacle(inLastWord: problem) : Obstacle(problem: problem)
  }

  private func gotoObstacle(_ words: String) -> Obstacle? {
    guard place(in: words) == nil else { return nil }
    let problem = Field.Problem(
      message: "That is no place in the session.",
      remedy: "goto +40 or goto 14:05"
    )
    if words.isEmpty {
      let missing = Field.Problem(message: "Where to?", remedy: problem.remedy)
      return Obstacle(problem: missing, isUnfinished: true)
    }
    // A sign or an hour, and what may still follow it.
    let parts = words.split(separator: ":", omittingEmptySubsequences: false)
    let isHour = parts[0].count < 3 && Int(parts[0]).map { (0...23).contains($0) } ?? false
    let minutes = parts.dropFirst().first ?? ""
    let isBegun =
      ["+", "-"].contains(words)
      || isHour && parts.count < 3 && minutes.count < 2
        && minutes.allSatisfy { "012345".contains($0) }
    return isBegun ? Obstacle(inLastWord: problem) : Obstacle(problem: problem)
  }

  private func practiceObstacle(_ word: String, _ rest: String) -> Obstacle? {
    guard mode == .practice else {
      let problem = Field.Problem(
        message: "\(word) belongs to a practice session.",
        remedy: "kap demo opens one."
      )
      return Obstacle(problem: problem)
    }
    guard word == "speed", Int(rest).map(Self.speeds.contains) != true else { return nil }
    let problem = Field.Problem(
      message: "How fast? \(Self.speeds.lowerBound) to \(Self.speeds.upperBound) times.",
      remedy: "speed 10"
    )
    return Obstacle(problem: problem, isUnfinished: rest.isEmpty)
  }

  /// The one who keeps watch does not go without a hand-over; a reason overrides that.
  private func leavingObstacle(_ words: [Substring]) -> Obstacle? {
    guard words.isEmpty || words[0].lowercased() == "because" else { return nil }
    guard mode == .live else {
      guard !words.isEmpty else { return nil }
      let problem = Field.Problem(
        message: "Only who leaves a live session says why.",
        remedy: "Type leave."
      )
      return Obstacle(problem: problem)
    }
    guard Moment(session, at: stamp.now).state.isOpen else { return nil }
    let reason = words.dropFirst().joined(separator: " ")
    let command = Command.leave(seat.person, because: reason.isEmpty ? nil : reason)
    do {
      _ = try session.drafts(for: command, under: circumstances(at: stamp.now))
      return nil
    } catch .needsHandOver(let person) {
      return Obstacle(.needsHandOver(person), offset: stamp.offset)
    } catch {
      return nil
    }
  }
}
