import KapTimeline

extension Reader {
  /// `handover mk`, `handover mk cover: lunch`, `handover ana back`.
  mutating func handOver() throws(EntryError) -> Command {
    let remedy = "Type \(Verb.handOver.example), or handover mk and nothing more."
    skipSpace()
    let start = position
    var stop = start
    while stop < end, characters[stop] != ":" { stop += 1 }
    let hasColon = stop < end
    let mark = stop
    while stop > start, isSpace(characters[stop - 1]) || isSeparator(characters[stop - 1]) {
      stop -= 1
    }
    var name = word(from: start, to: stop)
    var kind = HandOver.Kind.handOver
    let (head, last) = splitLastWord(of: name)
    switch last?.lower {
    case "cover": (name, kind) = (head, .cover)
    case "back": (name, kind) = (head, .back)
    default: break
    }
    guard !name.isEmpty else {
      position = start
      throw missing("Who takes over?", remedy)
    }
    position = mark
    let person = try person(called: name)
    if kind != .back, !context.people.isEmpty,
      !context.people.contains(where: { $0.person == person })
    {
      remarks.append("\(name.clipped) is not in the room yet and comes in with this")
    }
    guard hasColon else { return .handOver(to: person, kind) }
    position = mark + 1
    return .handOver(to: person, kind, words: try words(of: .handOver))
  }

  /// `leave jb`, and why where the one who keeps watch goes without a hand-over.
  mutating func leave() throws(EntryError) -> Command {
    let words = untilKeyword("because")
    let name = Quotation.removed(from: words.text)
    guard !name.isEmpty else {
      throw missing(.needsWords, "leave needs its words.", "Type \(Verb.leave.example).")
    }
    guard peek() != nil else { return .leave(name) }
    return .leave(name, because: try reason(of: .leave))
  }
}
