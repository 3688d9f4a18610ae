/// Where an event stands for the doubts about it: among which entries, and by whom.
struct DoubtPlace {
  /// The entry; nil for one that is not written yet.
  let entry: Int?
  /// When it happened.
  let at: Instant
  /// Whose hands wrote it, and how it came in.
  let author: String
  let source: Source
  /// How far the wall clock stood from UTC where it was written.
  let offset: UTCOffset

  /// Whether a person is asked about something new.
  var isAsked: Bool { entry == nil }
}

extension Moment {
  /// What is unusual in an entry and that no person has said is so.
  ///
  /// Readings and doses are held against the clinic's rules whoever wrote them; all else is in doubt
  /// only where it was written with nobody to ask.
  package func unconfirmed(_ index: Int) -> [Doubt] {
    let entry = session.entries[index]
    guard !entry.isVoid else { return [] }
    // What is unusual about a reading lies in itself: a word on it is one on all of it.
    if entry.recorded.event.kind == .vitals, entry.judgedBy != nil || entry.event.isConfirmed {
      return []
    }
    guard !isArtefact(index) else { return [] }
    let doubts = wasUnasked(entry) ? doubted(index) : doubtedWhoeverWrote(index)
    return unanswered(doubts, about: index)
  }

  /// All that is unusual about an entry, whatever anybody said of it.
  func doubted(_ index: Int) -> [Doubt] {
    doubts(about: session.entries[index].event, at: place(of: index))
      + doubtsAboutTime(of: index)
  }

  /// What is held against the clinic's rules for everybody: readings and doses.
  func doubtedWhoeverWrote(_ index: Int) -> [Doubt] {
    let entry = session.entries[index]
    switch entry.event {
    case .vitals(let vitals): return rules?.doubts(about: vitals) ?? []
    case .dose(let dose): return warnings(on: dose, at: place(of: index))
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency,
      .handOver, .quiet, .ended, .reopened:
      return []
    }
  }

  private func place(of index: Int) -> DoubtPlace {
    let (entry, recorded) = (session.entries[index], session.entries[index].recorded)
    return DoubtPlace(
      entry: index,
      at: entry.occurredAt,
      author: recorded.author,
      source: recorded.source,
      offset: recorded.offset
    )
  }

  /// The entries of a kind that stand before a place, in order.
  func standing(_ kind: EventKind, before place: DoubtPlace) -> [Int] {
    Moment(session, before: place).standing(kind).filter { $0 != place.entry }
  }

  /// Whether nobody could be asked about what an entry says now.
  func wasUnasked(_ entry: Entry) -> Bool {
    let writing = entry.correctedBy.map { session.entries[$0] } ?? entry
    return writing.recorded.isUnasked
  }

  /// The entries but readings and doses that stand and wait to be confirmed, in order: what was
  /// written, or corrected to what it says, with nobody to ask.
  var unconfirmedOthers: [Int] {
    let written = session.unasked.flatMap { index in
      guard case .correction(let correction) = session.entries[index].event,
        let target = session.index(of: correction.target)
      else { return [index] }
      return [index, target]
    }
    return Set(written).filter { index in
      let entry = session.entries[index]
      guard includes(index), !entry.isVoid, wasUnasked(entry) else { return false }
      // Readings and doses are held against the rules whoever wrote them, and have their own lists.
      return ![.vitals, .dose].contains(entry.event.kind) && !unconfirmed(index).isEmpty
    }.sorted { session.entries.comes($0, before: $1) }
  }

  /// A time before the session was opened, where nobody could be asked about it.
  ///
  /// What is copied from paper, or comes from a device, was there before.
  private func doubtsAboutTime(of index: Int) -> [Doubt] {
    let entry = session.entries[index]
    guard entry.recorded.source == .typed, wasUnasked(entry), entry.event.kind.isStated else {
      return []
    }
    return [doubt(aboutTime: entry.occurredAt, offset: entry.recorded.offset)].compactMap(\.self)
  }

  /// All that is unusual about an event: what a person at a screen is asked.
  ///
  /// Of one that is not written yet nothing is, where its author says beforehand that it is so.
  func doubts(about event: Event, at place: DoubtPlace) -> [Doubt] {
    guard let rules, place.entry != nil || !event.isConfirmed else { return [] }
    switch event {
    case .frame(.weight(let kilograms)): return rules.doubts(about: kilograms, as: "weight")
    case .vitals(let vitals):
      let isRead = [.typed, .transcribed].contains(place.source)
      return rules.doubts(about: vitals) + (isRead ? vitals.tooFine : [])
        + repetition(of: vitals, at: place)
    case .dose(let dose): return doubts(about: dose, at: place) + accounts(for: dose, at: place)
    case .infusion(let change):
      return (change.rate.map { rules.doubts(about: $0.milligramsPerHour, as: "rate") } ?? [])
        + doubts(aboutStart: change, at: place)
    case .plan(let plan):
      let planned = doubts(about: plan.dose, at: place)
      return (plan.weight == nil ? planned : planned.filter { $0 != .noWeight })
        + (plan.concentration.map { rules.doubts(aboutConcentration: $0) } ?? [])
        + (plan.weight.map { rules.doubts(about: $0, as: "weight") } ?? [])
        + (plan.previous.map { doubts(about: $0, lastTimeOf: plan) } ?? [])
    case .limit(let limit):
      return rules.doubts(about: limit)
    case .supply(let supply): return doubts(about: supply, at: place)
    case .given(let given):
      return rules.doubts(about: given) + doubts(about: given, besideOrdersAt: place)
        + repetition(of: given, at: place)
    case .order(let order): return rules.doubts(about: order.given) + order.unsaid
    case .call(let call): return call.unsaid
    case .check(let mark): return doubts(about: mark, at: place)
    case .technique(let change): return doubts(about: change, at: place)
    case .effect(let effect): return doubts(about: effect, at: place)
    case .theme(let mark):
      return mark.intensity.map { rules.doubts(about: Double($0), as: "intensity") } ?? []
    case .frame, .opened, .joined, .left, .phase, .noReading, .score, .note, .pin, .later,
      .notDone, .acknowledgement, .confirmation, .correction, .void,
      .attached, .detached, .suspended, .resumed, .clockStepped, .assessment, .lozenge,
      .emergency, .handOver, .quiet, .ended, .reopened:
      return []
    }
  }
}

extension ClinicProtocol {
  /// What is unusual about a value of a quantity.
  func doubts(about value: Double, as quantity: String) -> [Doubt] {
    [bound(on: quantity)?.doubt(about: value)].compactMap(\.self)
  }

  /// What is unusual about milligrams in each millilitre; what the clinic's own supply holds is not.
  func doubts(aboutConcentration value: Double) -> [Doubt] {
    if care.supply?.holds(concentration: value) ?? false { return [] }
    return doubts(about: value, as: "concentration")
  }

  /// What is unusual about the time a dose runs.
  func doubts(aboutLengthOf dose: Dose) -> [Doubt] {
    dose.duration.map { doubts(about: $0.inMinutes, as: "duration") } ?? []
  }

  /// What is unusual about the time a dose runs, else about the rate that this means.
  func doubts(aboutSpeedOf dose: Dose) -> [Doubt] {
    let long = doubts(aboutLengthOf: dose)
    guard long.isEmpty, let rate = dose.rate else { return long }
    return doubts(about: rate.milligramsPerHour, as: "rate").filter(\.isAbove)
  }

  /// A dose that comes in devices names the lot itself; of others the vial's record names it.
  func doubts(aboutLotOf dose: Dose) -> [Doubt] {
    guard let supply = care.supply, supply.needsLot, supply.deviceMilligrams != nil,
      dose.lot == nil
    else { return [] }
    return [.noLot]
  }

  /// What is unusual about another medicine: by the bound on its own name, else on any medicine.
  fileprivate func doubts(about given: GivenMedicine) -> [Doubt] {
    guard let (quantity, value) = given.measured(under: self) else { return [] }
    return doubts(about: value, as: quantity)
  }

  /// Whether so much more or less than expected is asked about.
  func isUnaccounted(_ difference: Mass) -> Bool {
    bound(on: "notAccounted")?.doubt(about: abs(difference.milligrams)) != nil
  }
}

extension Event {
  /// Whether its author said that what is unusual in it is so.
  var isConfirmed: Bool {
    switch self {
    case .vitals(let vitals): vitals.isConfirmed
    case .dose(let dose): dose.isConfirmed
    case .plan(let plan): plan.dose.isConfirmed
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .assessment, .limit, .supply, .lozenge, .emergency,
      .handOver, .quiet, .ended, .reopened:
      false
    }
  }
}
