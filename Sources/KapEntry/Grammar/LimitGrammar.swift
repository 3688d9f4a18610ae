import KapTimeline

extension Reader {
  /// `limit bp 170/105 because …`, `limit hr above 120 spo2 below 90 by dr-l because …`.
  mutating func limit() throws(EntryError) -> Command {
    let remedy = "Type \(Verb.limit.example), or limit spo2 below 90 because …."
    var limits: [PersonalLimit] = []
    var orderedBy: String?
    while let word = peek(), word.lower != "because" {
      if word.lower == "by" {
        _ = next()
        let name = untilKeyword("because")
        guard !name.isEmpty else { throw missing("By whom is missing.", remedy) }
        try refuseTime(in: name, of: .limit)
        orderedBy = try person(called: name)
        break
      }
      for limit in try self.limits(beginning: word, remedy) {
        guard !limits.contains(where: { $0.sign == limit.sign && $0.side == limit.side }) else {
          throw doubled(word, "The limit of \(limit.sign.title)")
        }
        limits.append(limit)
      }
    }
    guard !limits.isEmpty else { throw missing("Which limit?", remedy) }
    let (reason, name) = try limitReason(mayNamePerson: orderedBy == nil)
    return .setLimits(
      limits.map { limit in
        var limit = limit
        limit.reason = reason
        limit.orderedBy = orderedBy ?? name
        return limit
      }
    )
  }

  /// The limits of one sign, of a pair both; the reason comes later for them all.
  private mutating func limits(
    beginning word: Word,
    _ remedy: String
  ) throws(EntryError) -> [PersonalLimit] {
    _ = next()
    let single: Sign? =
      switch word.lower {
      case "systolic": .systolic
      case "diastolic": .diastolic
      default: nil
      }
    guard let named = single ?? Sign(word: word.lower) else {
      let known = Sign.words.map(\.word) + ["systolic", "diastolic"]
      throw unknown(word, "is no sign.", among: known, remedy)
    }
    let said: Limit.Side? =
      if take("above", "over", ">") != nil { .above } else if take("below", "under", "<") != nil {
        .below
      } else { nil }
    if single == nil, named == .systolic {
      var vitals = Vitals()
      try read(.systolic, into: &vitals)
      let side = said ?? .above
      let pair = vitals.bloodPressure
      return [(Sign.systolic, pair?.systolic), (.diastolic, pair?.diastolic)].compactMap {
        sign,
        value in
        value.map { PersonalLimit(sign: sign, side: side, value: $0, reason: "") }
      }
    }
    guard let side = said else {
      throw missing(
        "Above or below which \(named.title)?",
        "Type limit \(word.lower) above or below, and the value."
      )
    }
    skipSpace()
    let start = position
    let value = try limitValue(of: named, isSingle: single != nil)
    guard value > 0 else {
      throw failure(
        .notANumber,
        from: start,
        to: position,
        "A limit of nothing is none.",
        "Type the value, as in limit hr above 120."
      )
    }
    return [PersonalLimit(sign: named, side: side, value: value, reason: "")]
  }

  private mutating func limitValue(of sign: Sign, isSingle: Bool) throws(EntryError) -> Double {
    var vitals = Vitals()
    guard isSingle else {
      try read(sign, into: &vitals)
      return vitals[sign] ?? 0
    }
    // One number of a pair has the units of a pressure.
    try read(.meanArterial, into: &vitals)
    return vitals.meanArterial ?? 0
  }

  /// The reason, and after it `by` and somebody present, or a doctor.
  ///
  /// Marks around the reason keep a `by` within it: nothing is taken off words.
  private mutating func limitReason(
    mayNamePerson: Bool
  ) throws(EntryError) -> (reason: String, name: String?) {
    var copy = self
    _ = copy.next()
    let words = copy.rest()
    let isMarked = words.text.first.map(Quotation.isOpening) ?? false
    if mayNamePerson, !isMarked {
      var keyword: Word?
      copy = self
      while let word = copy.next() {
        if word.lower == "by" { keyword = word }
      }
      if let keyword, keyword.start > words.start, keyword.end < words.end {
        copy.position = keyword.end
        let name = copy.rest()
        let isDoctor = folded(name.text).hasPrefix("dr ") && name.text.utf8.count <= 40
        if isDoctor || !people(called: name.text).isEmpty {
          try refuseTime(in: name, of: .limit)
          let person = try person(called: name)
          end = keyword.start
          let reason = try self.reason(of: .limit)
          end = characters.count
          position = end
          return (reason, person)
        }
      }
    }
    return (try reason(of: .limit), nil)
  }
}
