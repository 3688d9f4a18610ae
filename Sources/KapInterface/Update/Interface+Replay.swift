package import KapCanvas
import KapTimeline

extension Interface {
  /// Creates the screen of a record.
  package init(
    replaying replay: Replay,
    seat: Seat,
    size: Size,
    glyphs: Glyphs = .unicode,
    stamp: Stamp
  ) {
    self.init(
      mode: .replay,
      session: replay.record,
      seat: seat,
      size: size,
      glyphs: glyphs,
      stamp: stamp
    )
    self.replay = replay
  }

  /// Does what a key means while a record is replayed.
  mutating func replay(_ action: Action, _ key: Key) -> [Effect] {
    switch action {
    case .play:
      replay?.toggle(at: stamp.ticks)
      notes.anchor = nil
    case .stepBack: step(by: -1)
    case .stepOn: step(by: 1)
    case .back: seek(by: .seconds(-5))
    case .on: seek(by: .seconds(5))
    case .slower: changeSpeed(by: -1)
    case .faster: changeSpeed(by: 1)
    case .previousPhase: seekPhase(by: -1)
    case .nextPhase: seekPhase(by: 1)
    case .previousMark: seekMark(by: -1)
    case .nextMark: seekMark(by: 1)
    case .asKnown: replay?.toggleKnown()
    case .tenth:
      guard case .character(let digit) = key, let tenth = Int(String(digit)), let replay else {
        return []
      }
      let span = (replay.last - replay.first).milliseconds / 10 * Int64(tenth)
      seek(to: replay.first + Span(milliseconds: span))
    case .leave: return [.leave]
    case .suspend: return [.suspend]
    case .interrupt:
      remark = Remark(text: "q leaves the replay.")
    case .line: return openLine(by: key == .enter ? .enter : .character(":"))
    case .search: openSearch()
    case .filter: openFilter()
    case .pins: openPins()
    case .quiet, .dim, .zoom, .up, .down, .pageUp, .pageDown, .oldest, .newest, .nextPane,
      .previousPane, .keys, .escape, .redraw:
      return look(action)
    case .pin, .vitals, .scores, .note, .stayInNotes, .said, .phase, .due, .acknowledge, .correct,
      .undo, .technique, .effect, .prescription, .writer, .emergency, .nothing:
      remark = Remark(text: "A replay changes nothing. ? lists the keys.")
    }
    return []
  }

  private mutating func seek(to instant: Instant) {
    replay?.seek(to: instant)
    notes.anchor = nil
  }

  private mutating func seek(by span: Span) {
    guard let replay else { return }
    seek(to: replay.at + span)
  }

  /// One entry back or on, in the order things happened.
  private mutating func step(by count: Int) {
    guard let replay else { return }
    let session = replay.shown
    let place = session.count(until: replay.at)
    if count > 0, place < session.order.count {
      seek(to: session.entries[session.order[place]].occurredAt)
    } else if count < 0 {
      let before = session.order.prefix(place).last { session.entries[$0].occurredAt < replay.at }
      if let before { seek(to: session.entries[before].occurredAt) }
    }
  }

  private mutating func changeSpeed(by step: Int) {
    guard let replay else { return }
    let speeds: [Double] = [-16, -4, -1, -0.25, 0.25, 0.5, 1, 2, 4, 8, 16, 60]
    let place = speeds.firstIndex { $0 >= replay.speed } ?? speeds.count - 1
    let next = min(max(place + step, 0), speeds.count - 1)
    self.replay?.change(speed: speeds[next], at: stamp.ticks)
  }

  private mutating func seekPhase(by step: Int) {
    guard let replay else { return }
    let starts = Moment(replay.record, at: replay.last).phases.map(\.from)
    let next = step > 0 ? starts.first { $0 > replay.at } : starts.last { $0 < replay.at }
    if let next { seek(to: next) }
  }

  /// The mark before or after the play head: a pin, a dose, a notice, a medicine, words.
  private mutating func seekMark(by step: Int) {
    guard let replay else { return }
    let whole = Moment(replay.record, at: replay.last)
    let raised = Set(whole.notices.compactMap(\.entry))
    let marks = replay.record.order.filter { index in
      let kind = replay.record.entries[index].recorded.event.kind
      return raised.contains(index) || [.pin, .dose, .infusion, .vitals, .given, .call, .effect].contains(kind)
    }.map { replay.record.entries[$0].occurredAt }
    let next = step > 0 ? marks.first { $0 > replay.at } : marks.last { $0 < replay.at }
    if let next { seek(to: next) }
  }

  /// `:goto +40`, `:goto -5`, `:goto 14:05`.
  mutating func goto(_ words: String) -> [Effect] {
    guard let replay else {
      field?.problem = Field.Problem(message: "goto moves a replay.", remedy: "[ and ] go through the notes")
      return []
    }
    let text = words.filter { $0 != " " && $0 != "m" }
    var target: Instant?
    let whole = Moment(replay.record, at: replay.last)
    if text.hasPrefix("+") || text.hasPrefix("-"), let minute = Int(text), abs(minute) < 100_000 {
      target = (whole.zero ?? replay.first) + .minutes(minute)
    } else {
      target = instant(atClock: text, in: replay)
    }
    guard let target else {
      field?.problem = Field.Problem(message: "That is no place in the record.", remedy: "goto +40 or goto 14:05")
      return []
    }
    field = nil
    seek(to: target)
    return []
  }

  /// The first time after the record's start at which the wall clock showed `text`.
  private func instant(atClock text: String, in replay: Replay) -> Instant? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
    let wall = WallTime(replay.first, offset: stamp.offset)
    let start = (wall.hour * 60 + wall.minute) * 60 + wall.second
    let wanted = (parts[0] * 60 + parts[1]) * 60
    let seconds = wanted >= start ? wanted - start : wanted - start + 86_400
    return replay.first + Span(milliseconds: Int64(seconds) * 1000 - Int64(wall.millisecond))
  }
}
