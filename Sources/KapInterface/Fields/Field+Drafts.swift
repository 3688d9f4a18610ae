import KapCanvas
import KapEntry
import KapTimeline

extension Field {
  /// Whether nothing was typed into it.
  var isEmpty: Bool {
    switch content {
    case .line(let line): line.text.isEmpty && asking?.words.isEmpty ?? true
    case .vitals(let slots): slots.isEmpty
    case .scores(let scores): scores.texts.allSatisfy(\.isEmpty)
    case .choice, .unlocking: true
    case .questionnaire(let questionnaire): questionnaire.isEmpty
    }
  }

  /// What it is called when it is put aside.
  var name: String {
    if let step { return "words of \(step.intervention.name)" }
    if corrects != nil { return "correction" }
    switch content {
    case .line(let line): return line.title.lowercased()
    case .vitals: return "vitals"
    case .scores: return "scores"
    case .choice: return "list"
    case .questionnaire(let questionnaire): return questionnaire.scale.label
    case .unlocking: return "passphrase"
    }
  }

  /// Whether it was put aside with the words that another field recorded: they came back into that one
  /// by an arrow, or both are the same words about the same.
  func isSpent(by recorded: Field) -> Bool {
    guard corrects == nil, step == nil, asking == nil, case .line(let line) = content,
      case .line(let other) = recorded.content, line.verb == other.verb,
      line.prefix == other.prefix
    else { return false }
    let isSame = !line.prefix.isEmpty && line.text.text == other.text.text
    return isSame || line.text.text == recorded.recalled
  }

  /// The text of its draft, such that a field opened with it is the same; nil while there is none.
  var draftText: String? {
    guard !isEmpty, corrects == nil else { return nil }
    switch content {
    case .line(let line):
      guard var asking else { return line.isSearch ? nil : line.text.text }
      asking.keep(line.text.text)
      return asking.words
    case .vitals(let slots): return slots.draft
    case .scores(let scores):
      return scores.draft
    case .questionnaire(let questionnaire): return questionnaire.line
    case .choice, .unlocking: return nil
    }
  }

  /// Under what its draft is kept: kind, verb, and what stands before the text.
  private var draftKind: String {
    switch content {
    case .line(let line): "line:\(line.verb?.rawValue ?? ""):\(line.prefix)"
    case .vitals: "vitals"
    case .scores: "scores"
    case .questionnaire(let questionnaire): "assess:\(questionnaire.scale.name)"
    case .choice, .unlocking: ""
    }
  }

  /// The name of its draft on disk: its own, so that one put aside and a new one are two.
  func draftName(besides others: Set<String>) -> String {
    if let kept { return kept.field }
    var number = 1
    while others.contains("\(draftKind)#\(number)") { number += 1 }
    return "\(draftKind)#\(number)"
  }

  /// Opens a field with a draft that was kept before the program last ended.
  init?(restoring draft: KeptDraft, in interface: Interface) {
    let stamp = Stamp(
      now: draft.openedAt,
      ticks: interface.stamp.ticks,
      offset: interface.stamp.offset
    )
    guard let end = draft.field.lastIndex(of: "#"),
      let content = Self.content(of: draft, kind: draft.field[..<end], in: interface)
    else { return nil }
    self.init(content, at: stamp)
    kept = draft
  }

  private static func content(
    of draft: KeptDraft,
    kind: Substring,
    in interface: Interface
  ) -> Content? {
    let parts = kind.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    switch parts.first {
    case "vitals":
      var slots = VitalsSlots(under: interface.session.rules)
      slots.paste(draft.text)
      return .vitals(slots)
    case "scores":
      guard var scores = interface.emptyScores else { return nil }
      scores.restore(draft.text)
      return .scores(scores)
    case "assess" where parts.count == 2:
      guard let scale = interface.questionnaires.first(where: { $0.name == parts[1] }),
        var questionnaire = Questionnaire(scale)
      else { return nil }
      questionnaire.take(draft.text)
      return .questionnaire(questionnaire)
    case "line" where parts.count == 3:
      let verb = parts[1].isEmpty ? nil : Verb(rawValue: String(parts[1]))
      let prefix = String(parts[2])
      let title = prefix.isEmpty ? title(of: verb) : title(ofPrefix: prefix)
      return .line(LineField(title, verb: verb, prefix: prefix, text: draft.text))
    case .some, .none: return nil
    }
  }

  /// The words at the left of the line for a verb's field.
  static func title(of verb: Verb?) -> String {
    switch verb {
    case .note: "NOTE"
    case .said: "SAID"
    case .rx: "Rx"
    case .call: "CALL"
    case .acknowledge: "ACK"
    case .some(let verb): verb.rawValue.uppercased()
    case nil: "LINE"
    }
  }

  /// The same where the sentence begins with more than a verb: `PIN 2` for `pin 2: `.
  static func title(ofPrefix prefix: String) -> String {
    let words = prefix.split { $0 == " " || $0 == ":" }
    return ([words.first?.uppercased() ?? ""] + words.dropFirst().prefix(1).map(String.init))
      .joined(separator: " ")
  }

  /// Takes a refusal as what stands in the way.
  mutating func refuse(_ refusal: Refusal, offset: UTCOffset) {
    if case .unusual(let doubts) = refusal {
      asked = doubts
      askedPage = 0
      return
    }
    problem = Problem(message: refusal.message(offset: offset), remedy: refusal.remedy)
  }
}

extension Interface {
  /// The names of all drafts that belong to other fields than the one that is open.
  private var otherDrafts: Set<String> {
    let others = othersAsides.values.joined()
    return Set((asides + others + pending.map(\.field)).compactMap { $0.kept?.field })
  }

  /// Keeps what stands in the open field, if it changed; forgets it where nothing stands any more.
  mutating func keepDraft() -> [Effect] {
    guard mode == .live, var field else { return [] }
    guard let text = field.draftText else {
      guard let kept = field.kept else { return [] }
      self.field?.kept = nil
      return [.forget(kept.field)]
    }
    let draft = KeptDraft(
      field: field.draftName(besides: otherDrafts),
      openedAt: field.openedAt,
      text: text,
      person: seat.person
    )
    guard draft != field.kept else { return [] }
    field.kept = draft
    self.field = field
    return [.keep(draft)]
  }

  /// Offers what was being written when the program last ended.
  ///
  /// The program may have ended between an entry's coming to the disk and the going of its draft:
  /// one that began at the very moment at which something recorded happened is forgotten.
  mutating func restore(_ drafts: [KeptDraft]) -> [Effect] {
    let recorded = Set(session.entries.filter { $0.event.kind.isStated }.map(\.occurredAt))
    var effects: [Effect] = []
    for draft in drafts.sorted(by: { $0.openedAt < $1.openedAt }) {
      guard !recorded.contains(draft.openedAt) else {
        effects.append(.forget(draft.field))
        continue
      }
      guard let field = Field(restoring: draft, in: self) else { continue }
      asides.append(field)
    }
    guard let last = asides.last else { return effects }
    let at = WallTime(last.openedAt, offset: stamp.offset).clock
    remark = Remark(text: "A draft from \(at) was kept: \(last.name). Enter takes it up.")
    return effects
  }
}
