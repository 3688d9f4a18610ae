import KapCanvas
import KapTimeline

extension Field {
  /// Whether the time of its first key is that of its entry: nobody gave another one, and it is
  /// about no entry that has its own.
  private var hasTimeOfFirstKey: Bool {
    !isTimeGiven && corrects == nil && step == nil
  }

  /// Whether what is typed next begins it anew.
  fileprivate var isBegunByNextKey: Bool { emptied != nil && isEmpty && hasTimeOfFirstKey }

  /// Whether it is `before` with everything taken out.
  fileprivate func isEmptied(_ before: Field) -> Bool {
    openedTicks == before.openedTicks && !before.isEmpty && isEmpty && hasTimeOfFirstKey
  }
}

extension Interface {
  /// A key while a field is open; one that empties it lets the next begin it anew.
  mutating func pressInField(_ key: Key) -> [Effect] {
    renewEmptied()
    let before = field
    let effects = take(key)
    guard replay == nil, let before, let field, field.isEmptied(before) else { return effects }
    self.field?.emptied = Field.Emptied(
      text: before.draftText ?? "",
      openedAt: before.openedAt,
      begunAt: before.begunAt
    )
    // Its draft goes before anything else is recorded: a crash then brings back no old text.
    return effects + keepDraft()
  }

  /// While an emptied field waits, its time goes on: the entry is of the first key of the new text.
  mutating func renewEmptied() {
    guard replay == nil, field?.isBegunByNextKey ?? false else { return }
    field?.openedAt = stamp.now
    field?.begunAt = stamp.now
  }

  /// A field that stays open after a record: what comes next is of its own first key.
  mutating func awaitFirstKey() {
    field?.emptied = Field.Emptied(text: "", openedAt: stamp.now, begunAt: stamp.now)
  }

  /// A line that came back is of the time it was of, if it is the one that was cleared here.
  mutating func takeTime(ofRecalled text: String) {
    guard let emptied = field?.emptied, field?.isTimeGiven == false else { return }
    let isSame = !text.isEmpty && emptied.text == text
    field?.openedAt = isSame ? emptied.openedAt : stamp.now
    field?.begunAt = isSame ? emptied.begunAt : stamp.now
  }
}
