import KapTimeline

extension Sign {
  /// The words of the entry language for the signs, longest first; the pair goes by its systolic.
  static let words: [(word: String, sign: Sign)] = [
    ("pulse", .heartRate), ("nibp", .systolic), ("sats", .oxygenSaturation),
    ("spo2", .oxygenSaturation), ("resp", .respiratoryRate), ("temp", .temperature),
    ("map", .meanArterial), ("sat", .oxygenSaturation), ("bp", .systolic), ("hr", .heartRate),
    ("rr", .respiratoryRate),
  ]

  /// The sign a word names, or nil.
  init?(word: String) {
    guard let found = Self.words.first(where: { $0.word == word }) else { return nil }
    self = found.sign
  }

  /// The word a person types for it.
  var word: String {
    switch self {
    case .systolic, .diastolic: "bp"
    case .meanArterial: "map"
    case .heartRate: "hr"
    case .oxygenSaturation: "spo2"
    case .respiratoryRate: "rr"
    case .temperature: "temp"
    }
  }

  /// The name on the screen; a pair's is `BP`.
  var title: String {
    switch self {
    case .systolic, .diastolic: "BP"
    case .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature: label
    }
  }

  /// A sentence with it, for a remedy.
  var sample: String {
    switch self {
    case .systolic, .diastolic: "bp 128/82"
    case .meanArterial: "map 97"
    case .heartRate: "hr 74"
    case .oxygenSaturation: "spo2 98"
    case .respiratoryRate: "rr 14"
    case .temperature: "temp 36.8"
    }
  }

  /// The units that may follow its number, all of which mean what is recorded.
  var units: [String] {
    switch self {
    case .systolic, .diastolic, .meanArterial: ["mmhg"]
    case .heartRate: ["bpm", "/min"]
    case .oxygenSaturation: ["%"]
    case .respiratoryRate: ["/min"]
    case .temperature: ["c", "\u{B0}c", "\u{2103}", "f", "\u{B0}f", "\u{2109}"]
    }
  }
}

extension Reader {
  /// The sign a word begins with, and where its number begins if that is attached: `hr74`, `hr:74`.
  func sign(beginning word: Word) -> (sign: Sign, end: Int)? {
    let lower = word.lower
    for (name, sign) in Sign.words where lower.hasPrefix(name) {
      var index = word.start + name.count
      if index < word.end, characters[index] == ":" || characters[index] == "=" { index += 1 }
      guard index == word.end || isDigit(characters[index]) else { continue }
      return (sign, index)
    }
    return nil
  }

  mutating func vitals() throws(EntryError) -> Command {
    var vitals = Vitals()
    var seen: Set<Sign> = []
    if let word = peek(), isDigit(characters[word.start]) {
      try positional(into: &vitals, seen: &seen)
    }
    while let word = next() {
      if let (sign, numberStart) = sign(beginning: word) {
        guard seen.insert(sign).inserted else { throw doubled(word, sign.title) }
        position = numberStart
        try read(sign, into: &vitals)
      } else if try !readCircumstance(word, into: &vitals) {
        throw unplaced(word)
      }
    }
    guard !vitals.isEmpty else {
      throw missing("No reading is named.", "Type bp 128/82 hr 74 spo2 98, any of them.")
    }
    return .record(vitals)
  }

  /// `128/82 74 98 14 36.8`: numbers alone, in this order; a `-` leaves one out.
  private mutating func positional(
    into vitals: inout Vitals,
    seen: inout Set<Sign>
  ) throws(EntryError) {
    for sign in [
      Sign.systolic, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature,
    ] {
      guard let word = peek() else { return }
      if word.text == "-" {
        _ = next()
        continue
      }
      guard isDigit(characters[word.start]) else { return }
      skipSpace()
      seen.insert(sign)
      try read(sign, into: &vitals)
    }
  }

  mutating func read(_ sign: Sign, into vitals: inout Vitals) throws(EntryError) {
    switch sign {
    case .systolic, .diastolic: vitals.bloodPressure = try pair()
    case .meanArterial: vitals.meanArterial = try reading(of: sign).value
    case .heartRate: vitals.heartRate = try reading(of: sign).value
    case .oxygenSaturation: vitals.oxygenSaturation = try reading(of: sign).value
    case .respiratoryRate: vitals.respiratoryRate = try reading(of: sign).value
    case .temperature: vitals.temperature = try temperature()
    }
  }

  /// Reads a number and the unit that may follow it, attached or apart.
  private mutating func reading(of sign: Sign) throws(EntryError) -> (value: Double, unit: String) {
    let remedy = "Type \(sign.sample)."
    guard let word = next() else { throw missing("\(sign.title) needs a number.", remedy) }
    let (figure, stop) = try figure(from: word.start, to: word.end, of: sign.title, remedy)
    return (figure.value, try unit(of: sign, from: stop, in: word))
  }

  private mutating func unit(
    of sign: Sign,
    from stop: Int,
    in word: Word
  ) throws(EntryError) -> String {
    if stop == word.end {
      guard let follower = peek(), sign.units.contains(follower.lower) else { return "" }
      _ = next()
      return follower.lower
    }
    let suffix = self.word(from: stop, to: word.end)
    guard sign.units.contains(suffix.lower) else {
      throw failure(
        .notANumber,
        at: suffix,
        "“\(suffix.clipped)” after the number of \(sign.title) means nothing here.",
        "Type \(sign.sample)."
      )
    }
    return suffix.lower
  }

  private mutating func temperature() throws(EntryError) -> Double {
    let start = peek()
    let (value, unit) = try reading(of: .temperature)
    guard unit.contains("f") || unit == "\u{2109}" else { return value }
    // To the tenth that a thermometer shows.
    let celsius = ((value - 32) * 50 / 9).rounded() / 10
    if let start, let bound = context.clinicProtocol?.bound(on: Sign.temperature.rawValue),
      let refusal = bound.refusal(of: celsius)
    {
      // Refused here, where it is known that it was °F: nobody means the °C of a °F.
      throw bound.refusal(of: value) == nil
        ? failure(
          .notANumber,
          at: start,
          "\(plain(value)) °F would be \(plain(celsius)) °C.",
          "Leave out the F if it was read in °C: temp \(plain(value))."
        )
        : failure(
          .notANumber,
          at: start,
          "\(plain(value)) °F: \(refusal.message(offset: context.offset))",
          "Read it again; a device that reads this can be put into a note."
        )
    }
    typed.append("\(plain(value)) °F")
    return celsius
  }

  /// Reads `128/82`, also with space around the stroke.
  private mutating func pair() throws(EntryError) -> BloodPressure {
    let remedy = "Type bp 128/82, the upper number first."
    guard let word = next() else { throw missing("BP needs two numbers.", remedy) }
    let (systolic, stroke) = try figure(from: word.start, to: word.end, of: "BP", remedy)
    var lower = word
    var lowerStart = stroke + 1
    if stroke == word.end {
      guard let follower = peek(), characters[follower.start] == "/" else {
        throw failure(.missing, at: word, "BP needs two numbers with a stroke.", remedy)
      }
      _ = next()
      lower = follower
      lowerStart = follower.start + 1
    } else if characters[stroke] != "/" {
      throw failure(.notANumber, at: word, "“\(word.clipped)” is not a blood pressure.", remedy)
    }
    if lowerStart >= lower.end {
      guard let follower = next() else {
        throw missing("The lower number of the BP is missing.", remedy)
      }
      lower = follower
      lowerStart = follower.start
    }
    let (diastolic, stop) = try figure(from: lowerStart, to: lower.end, of: "BP", remedy)
    _ = try unit(of: .diastolic, from: stop, in: lower)
    guard let pair = BloodPressure(systolic: systolic.value, diastolic: diastolic.value) else {
      throw failure(
        .impossiblePair,
        from: lowerStart,
        to: stop,
        "BP \(systolic.text)/\(diastolic.text): the lower number is not below the upper one.",
        remedy
      )
    }
    return pair
  }

  func doubled(_ word: Word, _ what: String) -> EntryError {
    failure(
      .repeated,
      at: word,
      "\(what) stands twice in this line.",
      "Leave one of the two, or record them as two entries."
    )
  }
}
