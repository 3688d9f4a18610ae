package import KapCanvas
import KapTimeline

extension Interface {
  /// Creates the screen of a record; `readOnly` says why it takes no late entries, if it does not.
  package init(
    replaying replay: Replay,
    readOnly: String? = "A replay changes nothing.",
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
    self.readOnly = readOnly
    findings = Findings()
    refreshFindings()
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
    case .line:
      guard key == .character(":") || !asides.isEmpty else { return [] }
      openLine(by: key)
    case .search: openSearch()
    case .filter: openFilter()
    case .pins: openPins()
    case .quiet, .dim, .zoom, .up, .down, .pageUp, .pageDown, .oldest, .newest, .nextPane,
      .previousPane, .keys, .escape, .redraw:
      return look(action)
    case .vitals, .scores, .note, .said, .technique, .effect, .prescription:
      openLate(action, key)
    case .pin, .stayInNotes, .phase, .due, .acknowledge, .correct, .undo, .writer, .emergency,
      .hush,
      .howToEnd:
      remark = Remark(text: "A replay changes nothing. ? lists the keys.")
    }
    return []
  }

  /// Opens a field for an entry about the moment of the play head, written now.
  private mutating func openLate(_ action: Action, _ key: Key) {
    if let readOnly {
      remark = Remark(text: readOnly)
      return
    }
    // What is being written about stays in sight.
    if replay?.isPlaying == true { replay?.toggle(at: stamp.ticks) }
    _ = act(action, key)
  }

  private mutating func seek(to instant: Instant) {
    replay?.seek(to: instant)
    notes.anchor = nil
  }

  private mutating func seek(by span: Span) {
    guard let replay else { return }
    seek(to: replay.at + span)
  }

  /// One entry back or on, in the order in which they appear here: as they happened, or as they
  /// became known.
  private mutating func step(by count: Int) {
    go(by: count) { _, _ in true }
  }

  /// The stop before or after the play head: a phase, a dose, vitals, a pin, a medicine, a call;
  /// while a search stands, what it found.
  private mutating func seekMark(by count: Int) {
    let search = notes.search
    go(by: count) { record, index in
      guard let search else { return record.entries[index].recorded.event.kind.isStop }
      let words = Moment(record, at: record.entries[index].occurredAt).words(of: index)
      return words.lowercased().contains(search.lowercased())
    }
  }

  /// Goes to the nearest entry before or after that counts; the scrub bar may know of what comes,
  /// even as known.
  private mutating func go(by count: Int, where counts: (Session, Int) -> Bool) {
    guard let replay, let nearest = replay.nearest(by: count, where: counts) else {
      remark = Remark(text: "There is none \(count > 0 ? "after" : "before") this.")
      return
    }
    seek(to: nearest.at)
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

  /// `:goto +40`, `:goto -5`, `:goto 14:05`: the play head of a replay, the notes of a live session.
  mutating func goto(_ words: String) -> [Effect] {
    guard let target = place(in: words) else { return [] }
    field = nil
    if replay != nil {
      seek(to: target)
    } else {
      let display = display
      let last = display.moment.happened.last { index in
        notes.shows(index, in: display) && session.entries[index].occurredAt <= target
      }
      notes.anchor = last.map { NotesView.Anchor(entry: $0) }
    }
    return []
  }

  /// The moment that `+40`, `-5` or `14:05` means; nil where it means none.
  func place(in words: String) -> Instant? {
    let text = words.filter { $0 != " " && $0 != "m" }
    let whole = Moment(replay?.record ?? session, at: replay?.last ?? stamp.now)
    let start = replay?.first ?? whole.startedAt ?? stamp.now
    guard text.hasPrefix("+") || text.hasPrefix("-") else {
      return instant(atClock: text, after: start)
    }
    return Int(text).flatMap { abs($0) < 100_000 ? (whole.zero ?? start) + .minutes($0) : nil }
  }

  /// The first time not before `start` at which the wall clock showed `text`.
  private func instant(atClock text: String, after start: Instant) -> Instant? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else {
      return nil
    }
    let wall = WallTime(start, offset: stamp.offset)
    let minutes = parts[0] * 60 + parts[1] - (wall.hour * 60 + wall.minute)
    let rest = Span(milliseconds: Int64(wall.second * 1000 + wall.millisecond))
    return start + .minutes(minutes < 0 ? minutes + 1440 : minutes) - rest
  }
}
