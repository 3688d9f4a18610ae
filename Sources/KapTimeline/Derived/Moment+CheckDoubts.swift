extension Moment {
  /// What is unusual about a mark on a list, beside what the record says.
  func doubts(about mark: ChecklistMark, at place: DoubtPlace) -> [Doubt] {
    guard mark.answer == .done, let item = rules?.care.item(mark.item) else { return [] }
    return [earlyReadiness(of: mark, on: item, at: place)].compactMap(\.self)
  }

  /// A minute of being ready that lies before the last dose.
  private func earlyReadiness(
    of mark: ChecklistMark,
    on item: ChecklistItem,
    at place: DoubtPlace
  ) -> Doubt? {
    guard item.needs == .minutes, let zero, let last = doses(before: place).last,
      let minute = mark.words.flatMap({ Double($0) }), minute.isFinite
    else { return nil }
    let dose = (session.entries[last.entry].occurredAt - zero).inMinutes.rounded(.down)
    return minute <= dose ? .readyBeforeDose(minute: minute, dose: dose) : nil
  }
}
