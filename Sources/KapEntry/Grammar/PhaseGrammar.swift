import KapTimeline

extension Reader {
  /// `phase peak`, also by the clinic's own word for it, and why where it goes back.
  mutating func phase() throws(EntryError) -> Command {
    let names = Phase.allCases.map(\.rawValue).joined(separator: ", ")
    guard peek() != nil else { throw missing("Which phase?", "Type phase and one of \(names).") }
    let name = untilKeyword("because")
    guard let phase = phase(called: name.text) else {
      let labels = context.clinicProtocol?.phases.map { folded($0.label) } ?? []
      let guess = nearest(to: folded(name.text), among: Phase.allCases.map(\.rawValue) + labels)
      throw failure(
        .unknownWord,
        at: name,
        "“\(name.clipped)” is not a phase.",
        guess.map { "Type phase \($0) if that is meant." } ?? "Type phase and one of \(names)."
      )
    }
    guard peek() != nil else { return .declare(phase) }
    return .declare(phase, because: try reason(of: .phase))
  }

  private func phase(called name: String) -> Phase? {
    let name = folded(name)
    if let phase = Phase(rawValue: name) { return phase }
    return context.clinicProtocol?.phases.first { folded($0.label) == name }?.phase
  }
}
