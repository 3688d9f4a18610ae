import KapTimeline

extension Section {
  /// The scales that may be scored, each with what its answers ask of the room.
  mutating func scalesOfProtocol() -> [Scale] {
    var owners: [String: String] = [:]
    var found: [Scale] =
      section("scales") { scales in
        scales.names.compactMap { name in
          let scale = scales.section(name) { $0.scale(name) }
          for word in [name] + (scale?.aliases ?? []) {
            if let owner = owners.updateValue(name, forKey: word) {
              scales.note(
                at: scales.place(of: name),
                scales.dotted(name),
                "`\(word)` already means the scale `\(owner)`",
                "Choose another word"
              )
            }
          }
          return scale
        }
      } ?? []
    addPrompts(to: &found)
    return found
  }

  private mutating func scale(_ name: String) -> Scale? {
    let aliases = has("aliases") ? texts("aliases") : []
    _ = valueIfAny("aliases")
    let label = text("label")
    let short = textIfAny("short")
    let (from, to) = (number("from", in: Sensible.value), number("to", in: Sensible.value))
    let meanings = sectionIfAny("meanings") { $0.meanings() } ?? [:]
    let stem = textIfAny("stem")
    let factor = numberIfAny("times", in: 0.001...1_000) ?? 1
    let takesFractions = flag("fractions")
    let scoring: Scale.Scoring? = has("scoring") ? choice("scoring") : .sum
    _ = valueIfAny("scoring")
    let items = itemsOfScale(scoring: scoring ?? .sum)
    let bands = sectionIfAny("bands") { $0.bandsOfScale() } ?? []
    let response = sectionIfAny("response") { $0.responseOfScale() }
    let remission = sectionIfAny("remission") { part in
      part.measured("atMost", in: Sensible.value)
        .map { Scale.Remission(atMost: $0.value, source: $0.source) }
    }
    if let remission, let from, let to, !(from...max(from, to)).contains(remission.atMost) {
      note("remission", "\(plain(remission.atMost)) is not on the scale", "Keep to its own range")
    }
    let clusters = sectionIfAny("clusters") { $0.clustersOfScale(items) }
    let licence = textIfAny("licence")
    guard let source = text("source"), let aliases, let label, let from, let to, let scoring
    else { return nil }
    if to <= from {
      note("to", "the scale ends at \(plain(to)) and begins at \(plain(from))", "Let it end higher")
    }
    for value in meanings.keys.sorted() where Double(value) < from || Double(value) > to {
      note("meanings", "\(value) is not on the scale", "Keep to \(plain(from)) to \(plain(to))")
    }
    for band in bands where band.from < from || band.from > to {
      note("bands", "\(plain(band.from)) is not on the scale", "Keep to the scale's own range")
    }
    let scale = Scale(
      name: name,
      aliases: aliases,
      label: label,
      shortLabel: short ?? label,
      minimum: from,
      maximum: to,
      meanings: meanings,
      stem: stem,
      items: items,
      scoring: scoring,
      factor: factor,
      takesFractions: takesFractions,
      bands: bands,
      response: response,
      remission: remission,
      clusters: clusters,
      licence: licence,
      source: source
    )
    checkReach(of: scale)
    return scale
  }

  /// How far a value has to fall, or to rise, from an earlier one.
  private mutating func responseOfScale() -> Scale.Response? {
    let fall = numberIfAny("fall", in: Sensible.amount)
    let rise = numberIfAny("rise", in: Sensible.amount)
    let basis = choice("of", of: ResponseBasis.self)
    guard let source = text("source"), let basis else { return nil }
    guard let amount = fall ?? rise, (fall == nil) != (rise == nil) else {
      note(at: place, path, "nothing says how far the value has to come", "Write `fall` or `rise`")
      return nil
    }
    return Scale.Response(
      amount: amount,
      isPercent: basis == .percent,
      isRise: rise != nil,
      source: source
    )
  }

  mutating func meanings() -> [Int: String] {
    var meanings: [Int: String] = [:]
    for name in names {
      guard let meaning = text(name) else { continue }
      guard let value = Int(name) else {
        note(at: place(of: name), dotted(name), "`\(name)` is not a value", "Write a whole number")
        continue
      }
      meanings[value] = meaning
    }
    return meanings
  }

  /// Bands by the value they begin at, rising.
  private mutating func bandsOfScale() -> [Scale.Band] {
    var bands: [Scale.Band] = []
    for name in names {
      guard let label = text(name) else { continue }
      guard let value = Double(name), value.isFinite else {
        note(at: place(of: name), dotted(name), "`\(name)` is not a value", "Write a number")
        continue
      }
      if let last = bands.last, value <= last.from {
        note(
          at: place(of: name),
          dotted(name),
          "\(plain(value)) comes after \(plain(last.from))",
          "Write the bands in order, each from its lowest value"
        )
      }
      bands.append(Scale.Band(from: value, label: label))
    }
    return bands
  }

  /// Whether the answers can make exactly the values of the scale.
  private mutating func checkReach(of scale: Scale) {
    guard !scale.items.isEmpty else { return }
    switch scale.scoring {
    case .parts: return
    case .sum:
      let low = Double(scale.items.map(\.minimum).reduce(0, &+)) * scale.factor
      let high = Double(scale.items.map(\.maximum).reduce(0, &+)) * scale.factor
      if low != scale.minimum || high != scale.maximum {
        note(
          "items",
          "the answers make \(plain(low)) to \(plain(high)), the scale goes from "
            + "\(plain(scale.minimum)) to \(plain(scale.maximum))",
          "Let both be the same"
        )
      }
    case .highest:
      for item in scale.items {
        guard let level = item.level else {
          note(
            "items",
            "the item `\(item.key)` has no level",
            "Write `level: 1` or higher, where a yes puts the person"
          )
          continue
        }
        if Double(level) > scale.maximum {
          note("items", "level \(level) is not on the scale", "Keep to \(plain(scale.maximum))")
        }
      }
    }
  }
}

/// How a response is counted.
private enum ResponseBasis: String, CaseIterable { case percent, points }
