import KapTimeline

extension Section {
  /// The table of an early-warning score.
  mutating func warningScore(scales: [Scale]) -> WarningScore? {
    sectionIfAny("warningScore") { score in
      let name = score.text("name")
      let bands = score.section("bands") { $0.bandsBySign() }
      let second = score.sectionIfAny("second") { $0.secondScale() }
      let oxygen = score.pointsIfAny("oxygen")
      let alert = score.sectionIfAny("alert") { $0.alert(scales: scales) }
      guard let source = score.text("source"), let name, let bands else { return nil }
      return WarningScore(
        name: name,
        bands: bands,
        second: second,
        oxygenPoints: oxygen ?? 0,
        alertScale: alert?.scale,
        alertFrom: alert?.from,
        notAlertPoints: alert?.points ?? 0,
        source: source
      )
    }
  }

  private mutating func secondScale() -> WarningScore.SecondScale? {
    let (name, item) = (text("name"), text("item"))
    let bands = section("bands") { $0.bandsBySign() }
    guard let source = text("source"), let name, let item, let bands else { return nil }
    return WarningScore.SecondScale(name: name, item: item, bands: bands, source: source)
  }

  /// Notes a second scale that nobody could choose.
  mutating func checkChoice(of care: CareRules) {
    guard let second = care.warningScore?.second, care.item(second.item) == nil else { return }
    note(
      "warningScore",
      "no checklist has the item `\(second.item)` by which its second scale is chosen",
      "Describe it under `checklists`, or leave `second` out"
    )
  }

  private mutating func bandsBySign() -> [WarningScore.Band] {
    names.flatMap { name -> [WarningScore.Band] in
      guard let sign = Sign(rawValue: name) else {
        _ = valueIfAny(name)
        let known = Sign.allCases.map(\.rawValue)
        let near = nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
        note(
          at: place(of: name),
          dotted(name),
          "there is no sign `\(name)`",
          near ?? "The signs are: \(known.joined(separator: ", "))"
        )
        return []
      }
      var last: WarningScore.Band?
      return items(name) { band in
        let from = band.numberIfAny("from", in: Sensible.value)
        let to = band.numberIfAny("to", in: Sensible.value)
        let air: AirOrOxygen? = band.has("on") ? band.choice("on") : nil
        _ = band.valueIfAny("on")
        guard let points = band.points("points") else { return nil }
        let found = WarningScore.Band(
          sign: sign,
          from: from,
          to: to,
          points: points,
          isOnOxygen: air.map { $0 == .oxygen }
        )
        // A band on air stands beside those on oxygen: neither comes after the other.
        band.check(found, after: last?.isOnOxygen == false && air == .oxygen ? nil : last)
        last = found
        return found
      }
    }
  }

  /// Bands of a sign rise, and only the first and the last are open.
  private mutating func check(_ band: WarningScore.Band, after last: WarningScore.Band?) {
    if let from = band.from, let to = band.to, to < from {
      note("to", "the band ends at \(plain(to)) and begins at \(plain(from))", "Let it end higher")
    }
    guard let last else { return }
    guard let end = last.to, let from = band.from else {
      note(at: place, path, "only the first and the last band are open", "Write `from` and `to`")
      return
    }
    if from <= end {
      note(
        "from",
        "the band begins at \(plain(from)), the one before it ends at \(plain(end))",
        "Write the bands in order, none over another"
      )
    }
  }

  private typealias Alert = (scale: String, from: Double, points: Int)

  private mutating func alert(scales: [Scale]) -> Alert? {
    let name = text("scale")
    let from = number("from", in: Sensible.value)
    let points = points("points")
    guard let name, let from, let points else { return nil }
    guard let scale = scales.first(where: { $0.name == name }) else {
      let near = nearest(to: name, among: scales.map(\.name)).map { "Did you mean `\($0)`?" }
      note("scale", "there is no scale `\(name)`", near ?? "Describe it under `scales`")
      return nil
    }
    if from < scale.minimum || from > scale.maximum {
      note(
        "from",
        "\(plain(from)) is not on the scale",
        "Keep to \(plain(scale.minimum)) to \(plain(scale.maximum))"
      )
    }
    return (name, from, points)
  }

  private mutating func points(_ key: String) -> Int? {
    number(key, in: 0...20).flatMap { wholePoints($0, key) }
  }

  private mutating func pointsIfAny(_ key: String) -> Int? {
    numberIfAny(key, in: 0...20).flatMap { wholePoints($0, key) }
  }

  private mutating func wholePoints(_ number: Double, _ key: String) -> Int? {
    if let whole = Int(exactly: number) { return whole }
    note(key, "\(plain(number)) is not a whole number", "Write it without a point")
    return nil
  }
}

/// For whom a band is.
private enum AirOrOxygen: String, CaseIterable { case air, oxygen }
