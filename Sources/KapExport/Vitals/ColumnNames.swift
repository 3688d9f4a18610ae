import Foundation
import KapTimeline

/// The headings that monitors and their exports use, and what they mean.
enum ColumnNames {
  /// What a heading means and how early it is asked for its sign, or nil when it is not known.
  ///
  /// A path before the name (`Intellivue/HR`) and a unit behind it (`HR (bpm)`) are taken off. A
  /// unit that cannot be the sign's makes the heading unknown: `RR (ms)` is no breathing rate.
  static func meaning(of heading: String) -> (use: ColumnUse, preference: Int, unit: Unit)? {
    let (name, unit) = split(heading)
    let whole = key(name)
    let last = name.lastIndex { $0 == "/" || $0 == "\\" || $0 == ":" }
      .map { key(name[name.index(after: $0)...]) }
    for word in [whole] + [last].compactMap({ $0 }) where !word.isEmpty {
      if let found = known[word] { return checked(found, unit) }
      for (ending, implied) in endings where unit == .unsaid && word.hasSuffix(ending) {
        guard let found = known[String(word.dropLast(ending.count))] else { continue }
        return checked(found, implied)
      }
    }
    return nil
  }

  /// A heading taken apart: `NBPSys (mmHg)` is `NBPSys` and `mmHg`.
  static func split(_ heading: String) -> (name: String, unit: Unit) {
    var text = heading.trimmingCharacters(in: .whitespacesAndNewlines)
    text = text.trimmingCharacters(in: CharacterSet(charactersIn: "'\"`"))
    guard let last = text.last, let opening = ["]": "[", ")": "(", "}": "{"][last],
      let open = text.lastIndex(of: Character(opening))
    else { return (text, .unsaid) }
    let unit = Unit(text[text.index(after: open)...].dropLast())
    let name = text[..<open].trimmingCharacters(in: .whitespaces)
    return name.isEmpty ? (text, .unsaid) : (name, unit)
  }

  /// What of a heading is compared: its letters and digits, small.
  static func key(_ text: some StringProtocol) -> String {
    let plain = String(text).precomposedStringWithCompatibilityMapping.lowercased()
    return String(plain.unicodeScalars.filter { CharacterSet.alphanumerics.contains($0) })
  }

  /// The unit that the name of a time column says by itself.
  static func ownUnit(ofTime name: String) -> Unit {
    let word = key(name)
    if word == "observationoffset" { return .minutes }
    let unit = Unit(word)
    return unit.milliseconds == nil || word == "t" ? .unsaid : unit
  }

  private static func checked(
    _ found: (use: ColumnUse, preference: Int),
    _ unit: Unit
  ) -> (use: ColumnUse, preference: Int, unit: Unit)? {
    switch found.use {
    case .sign(let sign), .arterial(let sign):
      guard unit.suits(sign) else { return nil }
    case .bloodPressure:
      guard unit.suits(.systolic) else { return nil }
    case .time:
      guard unit == .unsaid || unit == .clock || unit.milliseconds != nil else { return nil }
    case .date, .ignored: break
    }
    return (found.use, found.preference, unit)
  }

  /// Units that exports write into the name itself: `hr_bpm`, `temp_c`, `time_ms`.
  private static let endings: [(String, Unit)] = [
    ("beatsperminute", .perMinute), ("breathsperminute", .perMinute), ("bpm", .perMinute),
    ("brpm", .perMinute), ("permin", .perMinute), ("mmhg", .millimetresOfMercury),
    ("kpa", .kilopascals), ("percent", .percent), ("pct", .percent), ("celsius", .celsius),
    ("fahrenheit", .fahrenheit), ("degc", .celsius), ("degf", .fahrenheit), ("seconds", .seconds),
    ("sec", .seconds), ("msec", .milliseconds), ("ms", .milliseconds), ("minutes", .minutes),
    ("mins", .minutes), ("min", .minutes), ("s", .seconds), ("c", .celsius), ("f", .fahrenheit),
  ]

  private static let known: [String: (use: ColumnUse, preference: Int)] = {
    var known: [String: (use: ColumnUse, preference: Int)] = [:]
    func name(_ use: ColumnUse, _ preference: Int, _ words: String) {
      for word in words.split(whereSeparator: \.isWhitespace) {
        known[String(word)] = (use, preference)
      }
    }
    name(
      .time,
      0,
      """
      time timestamp datetime timestamps times elapsed elapsedtime relativetime reltime seconds secs
      epoch unixtime unix unixtimestamp systemtime recordedat measuredat takenat observationtime
      observationoffset uhrzeit zeit zeitpunkt heure hora tijd ora clock timeofday localtime utctime
      datetimeutc timeutc charttime minute minutes
      """
    )
    name(.time, 1, "t ts sec min utc")
    name(.date, 0, "date datum day fecha dato")
    name(
      .sign(.heartRate),
      0,
      """
      hr heartrate ecghr hrecg ecgheartrate heartrateecg ecgrate cardiacrate mdcecgheartrate
      mdcecgcardbeatrate ekghr herzfrequenz frequencecardiaque frecuenciacardiaca hartslag
      """
    )
    name(
      .sign(.heartRate),
      1,
      """
      pulse pulserate pr puls plethhr plethpr plethpulse spo2hr spo2pr spo2pulse spo2pulserate
      pulsespo2 bpm hrspo2 prspo2 hrpleth prpleth pulseoxhr oximeterpulse oximeterhr
      mdcpulsoximpulsrate mdcpulsrate pols pouls pulso
      """
    )
    name(
      .sign(.heartRate),
      2,
      """
      nibphr nbphr nibppr nbppr nibppulse nbppulse cuffpulse cuffhr mdcpulsratenoninv abphr arthr
      abppr artpr abppulse artpulse hrart hrabp
      """
    )
    name(
      .sign(.oxygenSaturation),
      0,
      """
      spo2 plethsato2 plethspo2 pulsoximsato2 mdcpulsoximsato2 o2sat o2saturation satspo2 sats sat
      sato2 oxygensaturation bloodoxygen bloodoxygensaturation saturation spo2value spo2pleth
      pulseoximetry pulseox pulseoxspo2 oxygensat sauerstoffsattigung
      """
    )
    name(.sign(.oxygenSaturation), 1, "spo2l spo2r spo22 spo2b sao2")
    name(
      .sign(.respiratoryRate),
      0,
      """
      rr resp respiration resprate respiratoryrate respirationrate respirations respirate breathrate
      breathingrate ecgrr ecgresp impedancerr rrimp resprateimp mdcresprate mdcttthorresprate
      atemfrequenz breaths breathsperminute
      """
    )
    name(.sign(.respiratoryRate), 1, "rrco2 co2rr awrr etco2rr rretco2 co2resprate mdcco2resprate")
    name(
      .sign(.temperature),
      0,
      """
      temp temperature bodytemp bodytemperature bt tcore coretemp coretemperature temp1 tbody tymp
      tympanic tympanictemp mdctemp mdctempbody temperatur oraltemp tblood tesoph tnaso trect
      """
    )
    name(.sign(.temperature), 1, "temp2 skintemp skintemperature tskin mdctempskin")
    name(
      .bloodPressure,
      0,
      "bp nbp nibp bloodpressure cuffbp cuff sysdia nibpsysdia nbpsysdia bpsysdia sbpdbp blutdruck"
    )
    for (prefix, isCuff) in prefixes {
      for (suffix, sign) in suffixes {
        let use: ColumnUse = isCuff ? .sign(sign) : .arterial(sign)
        known[prefix + suffix] = known[prefix + suffix] ?? (use, isCuff ? 0 : 1)
      }
    }
    name(.sign(.systolic), 0, "sbp systolic sys syst systolicbp systolicbloodpressure systolisch")
    name(
      .sign(.diastolic),
      0,
      "dbp diastolic dia dias diast diastolicbp diastolicbloodpressure diastolisch"
    )
    name(
      .sign(.meanArterial),
      0,
      "map mbp meanbp meanarterial meanarterialpressure meanbloodpressure meanpressure meanarterialbp"
    )
    return known
  }()

  /// What stands before the part of a pressure, and whether it means the cuff.
  private static let prefixes: [(String, Bool)] = [
    ("nbp", true), ("nibp", true), ("nib", true), ("bp", true), ("cuff", true), ("ni", true),
    ("noninvasive", true), ("noninvasivebp", true), ("bloodpressure", true),
    ("mdcpresscuff", true), ("mdcpressbldnoninv", true), ("mdcpressbldnoninvcuff", true),
    ("abp", false), ("art", false), ("ibp", false), ("ibp1", false), ("arterial", false),
    ("invasive", false), ("invasivebp", false), ("systemic", false), ("p1", false),
    ("arterialbp", false), ("mdcpressbldart", false), ("mdcpressbldartabp", false),
  ]

  private static let suffixes: [(String, Sign)] = [
    ("sys", .systolic), ("syst", .systolic), ("s", .systolic), ("sbp", .systolic),
    ("systolic", .systolic), ("sysbp", .systolic),
    ("dia", .diastolic), ("dias", .diastolic), ("diast", .diastolic), ("d", .diastolic),
    ("dbp", .diastolic), ("diastolic", .diastolic), ("diabp", .diastolic),
    ("mean", .meanArterial), ("m", .meanArterial), ("mbp", .meanArterial), ("map", .meanArterial),
    ("meanbp", .meanArterial), ("mittel", .meanArterial),
  ]
}
