import KapTimeline

/// What the numbers of a column are counted in, as far as its heading says.
enum Unit: Hashable, Sendable {
  case unsaid, perMinute, percent, millimetresOfMercury, kilopascals, hectopascals
  case centimetresOfWater, celsius, fahrenheit, kelvin
  case seconds, milliseconds, microseconds, nanoseconds, minutes, hours, clock
  /// A unit that is not known here.
  case other

  /// Reads the unit in a heading; brackets are already off.
  init(_ text: some StringProtocol) {
    let word = text.lowercased().filter { !$0.isWhitespace && !"[](){}.'\"".contains($0) }
    self = Self.words[word] ?? (word.isEmpty ? .unsaid : .other)
  }

  /// Whether numbers of this unit can be readings of a sign.
  func suits(_ sign: Sign) -> Bool {
    if self == .unsaid { return true }
    return switch sign {
    case .systolic, .diastolic, .meanArterial:
      [.millimetresOfMercury, .kilopascals, .hectopascals, .centimetresOfWater].contains(self)
    case .heartRate, .respiratoryRate: self == .perMinute
    case .oxygenSaturation: self == .percent
    case .temperature: [.celsius, .fahrenheit, .kelvin].contains(self)
    }
  }

  /// A number of this unit in the unit of the record: mmHg, a minute, per cent, degrees Celsius.
  func converted(_ value: Double) -> Double {
    switch self {
    case .kilopascals: tenth(value * 7.500_617)
    case .hectopascals: tenth(value * 0.750_061_7)
    case .centimetresOfWater: tenth(value * 0.735_559)
    case .fahrenheit: tenth((value - 32) / 1.8)
    case .kelvin: tenth(value - 273.15)
    case .unsaid, .perMinute, .percent, .millimetresOfMercury, .celsius, .seconds, .milliseconds,
      .microseconds, .nanoseconds, .minutes, .hours, .clock, .other:
      value
    }
  }

  /// How many milliseconds one of this unit is, for units of time.
  var milliseconds: Double? {
    switch self {
    case .seconds: 1000
    case .milliseconds: 1
    case .microseconds: 0.001
    case .nanoseconds: 0.000_001
    case .minutes: 60_000
    case .hours: 3_600_000
    case .unsaid, .perMinute, .percent, .millimetresOfMercury, .kilopascals, .hectopascals,
      .centimetresOfWater, .celsius, .fahrenheit, .kelvin, .clock, .other:
      nil
    }
  }

  private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private static let words: [String: Unit] = [
    "bpm": .perMinute, "pm": .perMinute, "/min": .perMinute, "1/min": .perMinute,
    "min-1": .perMinute, "min^-1": .perMinute, "permin": .perMinute, "perminute": .perMinute,
    "beats/min": .perMinute, "beats/minute": .perMinute, "beatsperminute": .perMinute,
    "breaths/min": .perMinute, "breaths/minute": .perMinute, "breathsperminute": .perMinute,
    "resp/min": .perMinute, "brpm": .perMinute, "rpm": .perMinute, "insp/min": .perMinute,
    "count/min": .perMinute, "/minute": .perMinute, "br/min": .perMinute, "b/min": .perMinute,
    "%": .percent, "percent": .percent, "pct": .percent, "%spo2": .percent, "%o2": .percent,
    "mmhg": .millimetresOfMercury, "mm[hg]": .millimetresOfMercury, "torr": .millimetresOfMercury,
    "kpa": .kilopascals, "hpa": .hectopascals, "mbar": .hectopascals,
    "cmh2o": .centimetresOfWater,
    "c": .celsius, "°c": .celsius, "degc": .celsius, "celsius": .celsius, "cel": .celsius,
    "deg_c": .celsius, "º c": .celsius, "ºc": .celsius, "\u{FFFD}c": .celsius, "℃": .celsius,
    "f": .fahrenheit, "°f": .fahrenheit, "degf": .fahrenheit, "fahrenheit": .fahrenheit,
    "deg_f": .fahrenheit, "ºf": .fahrenheit, "\u{FFFD}f": .fahrenheit, "℉": .fahrenheit,
    "k": .kelvin, "kelvin": .kelvin,
    "s": .seconds, "sec": .seconds, "secs": .seconds, "second": .seconds, "seconds": .seconds,
    "ms": .milliseconds, "msec": .milliseconds, "milliseconds": .milliseconds,
    "us": .microseconds, "µs": .microseconds, "μs": .microseconds, "microseconds": .microseconds,
    "ns": .nanoseconds, "nanoseconds": .nanoseconds,
    "min": .minutes, "mins": .minutes, "minute": .minutes, "minutes": .minutes, "m": .minutes,
    "h": .hours, "hr": .hours, "hrs": .hours, "hours": .hours, "hour": .hours,
    "hh:mm:ss": .clock, "hh:mm": .clock, "hh:mm:ssmmm": .clock, "hh:mm:ss:mmm": .clock,
    "h:mm:ss": .clock, "mm:ss": .clock,
  ]
}
