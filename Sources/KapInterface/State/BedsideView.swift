import KapCanvas
import KapEntry
package import KapTimeline

/// What stands at the bedside of a simulated patient, for whoever goes through a practice session
/// by hand.
package struct BedsideView: Hashable, Sendable {
  /// What the instruments show.
  package var readings: Vitals
  /// What an observer would score, in the protocol's order.
  package var scores: [Score]
  /// How the patient is, in plain words.
  package var look: [String]
  /// What just happened or was said, the newest first.
  package var cues: [Cue]
  /// What is answered to whoever asks, by the name of the check, the fact or the questionnaire.
  package var answers: [String: String]

  /// Creates one.
  package init(
    readings: Vitals,
    scores: [Score],
    look: [String],
    cues: [Cue],
    answers: [String: String]
  ) {
    self.readings = readings
    self.scores = scores
    self.look = look
    self.cues = cues
    self.answers = answers
  }

  /// Something that is said or happens.
  package struct Cue: Hashable, Sendable {
    /// Who says it; nobody where it is seen.
    package var speaker: String?
    /// The words.
    package var words: String
    /// Whether they are the speaker's own, word for word.
    package var isQuoted: Bool

    /// Creates one.
    package init(_ words: String, by speaker: String? = nil, isQuoted: Bool = false) {
      self.words = words
      self.speaker = speaker
      self.isQuoted = isQuoted
    }
  }
}

extension Interface {
  /// When the field was opened that readings are being written into: they are of that moment.
  package var readsAt: Instant? {
    guard let field else { return nil }
    switch field.content {
    case .vitals, .scores: return field.begunAt
    case .line(let line): return line.isFree ? field.begunAt : nil
    case .choice, .questionnaire, .unlocking: return nil
    }
  }

  /// What the simulated patient would answer to what is being asked.
  var bedsideAnswer: String? {
    guard let bedside, let field else { return nil }
    return asked(in: field).lazy.compactMap { bedside.answers[$0.lowercased()] }.first
  }

  /// The names of what an open field asks after.
  private func asked(in field: Field) -> [String] {
    var names: [String] = []
    switch field.content {
    case .choice(let choice):
      if case .prescription(let offers) = choice.purpose, let offer = offers[safe: choice.place] {
        names.append(String(offer.sentence.prefix { $0 != " " }))
      }
    case .line(let line):
      names += [line.verb?.rawValue, line.text.text.split(separator: " ").first.map(String.init)]
        .compactMap(\.self)
    case .questionnaire(let questionnaire): names.append(questionnaire.scale.name)
    case .vitals, .scores, .unlocking: break
    }
    if let place = shownChecks,
      let item = findings.checks[place.purpose]?[safe: place.item]?.item
    {
      names += [item.key, item.evidence?.name].compactMap(\.self)
    }
    return names
  }
}
