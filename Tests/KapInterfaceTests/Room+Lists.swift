import KapTimeline

/// What a room says of its lists and of what is due.
extension Room {
  /// What became of a line: nothing to say, or why it was refused or asked about.
  func refusal(of line: String, by person: String = "ar") -> String? {
    do {
      try enter(line, by: person)
      return nil
    } catch let refusal as Refusal {
      return refusal.message(offset: Room.offset)
    } catch {
      return "\(error)"
    }
  }

  /// What a person at a screen is asked about a tick.
  func asked(about item: String) -> String? {
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      now: now,
      offset: Room.offset
    )
    do {
      let session = Session(replaying: events)
      _ = try session.drafts(for: .check([ChecklistMark(item: item)]), under: circumstances)
      return nil
    } catch {
      return error.message(offset: Room.offset)
    }
  }

  var moment: Moment {
    Moment(Session(replaying: events), at: now)
  }

  var dueWords: [String] {
    let moment = self.moment
    return moment.due(given: []).open.map { moment.dueWords(for: $0.key) }
  }

  var missedWords: [String] {
    let moment = self.moment
    return moment.due(given: []).missing.map { moment.dueWords(for: $0.key) }
  }

  func state(of item: String) -> ChecklistState? {
    Checklist.Purpose.allCases.flatMap { moment.checklist(for: $0) }
      .first { $0.item.key == item }
  }

  var lastWords: String {
    let moment = self.moment
    return moment.session.order.last.map { moment.words(of: $0) } ?? ""
  }
}
