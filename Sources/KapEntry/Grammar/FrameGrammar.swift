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
    try refuseNothing(
      name,
      "escort",
      "Type who comes, or check escort no: and why there is nobody."
    )
    return .setFrame(.escort(words))
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

/// The international pound, exact by its definition of 1959.
let kilogramsInPound = 0.45359237
