import KapCanvas
import KapEntry
import KapTimeline

extension Field {
  /// Whether nothing was typed into it.
  var isEmpty: Bool {
    switch content {
    case .line(let line): line.text.isEmpty
    case .vitals(let slots): slots.isEmpty
    case .scores(let scores): scores.texts.allSatisfy(\.isEmpty)
    case .choice: true
    }
  }

  /// What it is called when it is put aside.
  var name: String {
    switch content {
    case .line(let line): line.title.lowercased()
    case .vitals: "vitals"
    case .scores: "scores"
    case .choice: "list"
    }
  }

  /// Under which name its draft is kept; nil for what is not worth keeping.
  var draftKey: String? {
    switch content {
    case .line(let line):
      line.isSearch || line.corrects != nil ? nil : "line:\(line.verb?.rawValue ?? "")"
    case .vitals: "vitals"
    case .scores, .choice: nil
    }
  }

  /// The text of its draft; nil while there is none.
  var draftText: String? {
    guard !isEmpty else { return nil }
    switch content {
    case .line(let line): return line.text.text
    case .vitals(let slots): return slots.draft
    case .scores, .choice: return nil
    }
  }

  /// Opens a field with a draft that was kept before the program last ended.
  init?(restoring draft: KeptDraft, in interface: Interface) {
    let stamp = interface.stamp
    let content: Content
    if draft.field == "vitals" {
      guard let rules = interface.session.rules else { return nil }
      var slots = VitalsSlots(under: rules)
      slots.paste(String(draft.text.prefix(200)))
      content = .vitals(slots)
    } else {
      let verb = draft.field.hasPrefix("line:") ? Verb(rawValue: String(draft.field.dropFirst(5))) : nil
      content = .line(LineField(Self.title(of: verb), verb: verb, text: draft.text))
    }
    self.init(content, at: Stamp(now: draft.openedAt, ticks: stamp.ticks, offset: stamp.offset))
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

  /// Whether a theme is shown for a moment while its name is typed.
  var previewsTheme: Bool {
    guard case .line(let line) = content, line.verb == nil else { return false }
    return line.text.text.hasPrefix("theme ")
  }

  /// Takes a refusal as what stands in the way.
  mutating func refuse(_ refusal: Refusal, offset: UTCOffset) {
    if case .unusual(let doubts) = refusal {
      asked = doubts
      return
    }
    problem = Problem(message: refusal.message(offset: offset), remedy: refusal.remedy)
  }
}
