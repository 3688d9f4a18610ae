import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  private var here: Moment { Moment(session, at: shownNow) }

  mutating func openVitals() {
    open(.vitals(VitalsSlots(under: session.rules)))
  }

  /// The scores field with nothing in it; nil where the protocol scores no scales.
  var emptyScores: ScoresField? {
    guard let rules = session.rules, let schedule = rules.scores else { return nil }
    let scales = schedule.scales.compactMap { rules.scale(named: $0) }
    return scales.isEmpty ? nil : ScoresField(scales)
  }

  mutating func openScores() {
    guard let scores = emptyScores else {
      remark = Remark(text: "This protocol scores no scales.")
      return
    }
    open(.scores(scores))
  }

  /// A note; at the therapist's own seat the field stays open from one Enter to the next.
  mutating func openNotes(staysOpen: Bool) {
    var line = LineField(staysOpen ? "NOTES" : "NOTE", verb: .note)
    line.staysOpen = staysOpen
    open(.line(line))
  }

  mutating func openPhases() {
    guard let rules = session.rules else { return }
    let phases = rules.phases.map(\.phase)
    let moment = here
    var next = moment.nextPhase
    let inTheWay = next == .discharged ? standsInTheWayOfDischarge(at: stamp.now) : []
    if !inTheWay.isEmpty { next = moment.phase?.phase }
    let place = next.flatMap { phases.firstIndex(of: $0) } ?? 0
    choose(.phase(phases), phases.map { ("", rules.label(of: $0)) }, place: place)
    if !inTheWay.isEmpty { sayNotDischarged(inTheWay) }
  }

  mutating func openTechniques() {
    guard let rules = session.rules else { return }
    let moment = here
    let since = Dictionary(
      moment.running.map { ($0.name, $0.since) },
      uniquingKeysWith: { first, _ in first }
    )
    let running = rules.codes.filter { since[$0.name] != nil }
    let codes = running + rules.codes.filter { since[$0.name] == nil }
    let labels = codes.map { code in
      guard let begun = since[code.name] else { return code.name }
      return "stop \(code.name), ran \(max(0, (shownNow - begun).wholeMinutes)) min"
    }
    choose(.technique(codes), zip(codes.map(\.key), labels).map { ($0, $1) })
  }

  mutating func openEffects() {
    guard let rules = session.rules else { return }
    let open = here.effects
    let terms = rules.effects.map(\.name)
    let begins = terms.indices.map { place in (Self.key(place), terms[place]) }
    let ends = open.enumerated().map { place, item in
      let minutes = max(0, (shownNow - item.since).wholeMinutes)
      return (Self.key(terms.count + place), "end \(item.effect.term), since \(minutes) min")
    }
    let symptoms =
      open.map { ChoiceField.Symptom(term: $0.effect.term, ends: true) }
      + terms.map { ChoiceField.Symptom(term: $0, ends: false) }
    let other = (Self.key(ends.count + begins.count), "other, in words")
    choose(.effect(symptoms), ends + begins + [other], place: 0)
  }

  mutating func openDue() {
    let items = findings.dueItems
    guard !items.isEmpty else {
      remark = Remark(text: "Nothing is due.")
      return
    }
    choose(.due(items), items.map { _ in ("", "") })
  }

  mutating func openNotDone(_ item: DueItem) {
    choose(.notDone(item), numbered((session.rules?.reasons.notDone ?? []) + ["other, in words"]))
  }

  mutating func openUndo() {
    writerOnce = nil
    guard let last = here.lastEntry(by: seat.person, at: seat.id) else {
      remark = Remark(text: "There is no entry of yours to take back.")
      return
    }
    choose(.void(last), numbered(session.rules?.reasons.void ?? []))
  }

  mutating func openWriters() {
    let present = here.present.filter { $0.person != seat.person }
    guard !present.isEmpty else {
      remark = Remark(text: "Nobody else is here. :join jb as therapist says who is.")
      return
    }
    let labels = present.map { presence in
      [session.initials(of: presence.person), presence.role?.rawValue].compactMap(\.self)
        .joined(separator: ", ")
    }
    choose(.writer(present), numbered(labels))
  }

  mutating func openPins() {
    let pins = replay == nil ? here.pins : findings.pins
    guard !pins.isEmpty else {
      remark = Remark(text: "There is no pin yet.")
      return
    }
    let labels = pins.map { pin in
      let at = WallTime(pin.at, offset: stamp.offset).clock
      let words = preferences.hidesNotes ? "" : pin.words ?? "no words yet"
      return ("\(pin.number)", "\(at)  \(words)")
    }
    choose(.pins(pins), labels, place: pins.count - 1)
  }

  mutating func openFilter() {
    let people = display.moment.present.map { "by \(session.initials(of: $0.person))" }
    choose(.filter, numbered(NotesView.Shown.allCases.map(\.rawValue) + people))
  }

  mutating func openAcknowledgement() {
    guard let top = findings.openNotices.first(where: { $0.entry != nil }), let entry = top.entry
    else {
      remark = Remark(text: "There is no notice to acknowledge.")
      return
    }
    let name = session.name(of: entry)
    open(.line(LineField("ACK \(name)", prefix: "ack \(name): ")))
    field?.noticed = entry
  }

  mutating func openWording(of number: Int) {
    open(.line(LineField("PIN \(number)", prefix: "pin \(number): ")))
  }

  mutating func openSearch() {
    var line = LineField("FIND")
    line.isSearch = true
    open(.line(line))
  }

  mutating func choose(
    _ purpose: ChoiceField.Purpose,
    _ options: [(String, String)],
    place: Int = 0
  ) {
    let options = options.map { ChoiceField.Option(key: $0.0, label: $0.1) }
    open(.choice(ChoiceField(purpose: purpose, options: options, place: place)))
  }

  func numbered(_ labels: [String]) -> [(String, String)] {
    labels.indices.map { (Self.key($0), labels[$0]) }
  }

  /// `1` to `9`, then `a` to `z`.
  static func key(_ place: Int) -> String {
    let keys = Array("123456789abcdefghijklmnopqrstuvwxyz")
    return keys.indices.contains(place) ? String(keys[place]) : ""
  }
}
