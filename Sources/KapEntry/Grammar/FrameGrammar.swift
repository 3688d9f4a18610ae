import KapTimeline

extension Reader {
  /// `weight 70kg`, `weight 154lb`, `weight 70.5 kg`; pounds become kilograms to ten grams.
  mutating func weight() throws(EntryError) -> Command {
    .setFrame(.weight(try kilograms()))
  }

  /// `escort sister, has the phone number`: somebody, since nobody is none.
  mutating func escort() throws(EntryError) -> Command {
    skipSpace()
    let start = position
    let words = try words(of: .escort)
    let name = Word(text: words.filter { $0 != "." }, start: start, end: position)
    let remedy = "Type who comes, or check escort no: and why there is nobody."
    try refuseNothing(name, "escort", remedy)
    try refuseNoLetter(in: word(from: start, to: position), remedy)
    return .setFrame(.escort(words))
  }

  /// `room 2`, `room garden`: any words but a number below nothing.
  mutating func room() throws(EntryError) -> Command {
    skipSpace()
    let start = position
    let words = try words(of: .room)
    guard Entry.isRoom(words) else {
      let said = word(from: start, to: position)
      throw failure(
        .unknownWord,
        at: said,
        "“\(said.clipped)” is no room.",
        "Type its name or its number, as in \(Verb.room.example)."
      )
    }
    return .setFrame(.room(words))
  }

  /// A weight in kilograms, to ten grams where it was said in pounds.
  mutating func kilograms() throws(EntryError) -> Double {
    let remedy = "Type weight 70kg, or weight 154lb."
    let kilograms = ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"]
    let pounds = ["lb", "lbs", "pound", "pounds"]
    let measure = try measure(of: "The weight", remedy) { (kilograms + pounds).contains($0) }
    if kilograms.contains(measure.unit.lower) {
      return measure.figure.value
    }
    guard pounds.contains(measure.unit.lower) else {
      throw failure(
        .unknownUnit,
        at: measure.unit.isEmpty ? measure.whole : measure.unit,
        measure.unit.isEmpty
          ? "“\(measure.whole.clipped)” kilograms or pounds?"
          : "“\(measure.unit.clipped)” is no unit of weight here.",
        remedy
      )
    }
    typed.append("\(measure.figure.text) lb")
    let value = measure.figure.value * kilogramsInPound
    return (value * 100).rounded() / 100
  }
}

extension Entry {
  /// Whether words can be those of a room: something in them is a letter or a digit, and they are no
  /// number below nothing.
  package static func isRoom(_ words: String) -> Bool {
    let isBelowNothing = ["-", "−"].contains(words.first)
    guard let first = words.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    return !(isBelowNothing && first.isNumber)
  }
}

/// The international pound, exact by its definition of 1959.
let kilogramsInPound = 0.45359237
