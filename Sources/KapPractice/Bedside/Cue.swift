import KapTimeline

/// Something that is said or happens beside the simulated patient, for a while.
package struct Cue: Hashable, Sendable {
  /// From and until which minute of the story it is there.
  package let minutes: ClosedRange<Double>
  /// Who says it: `Pt`, `Dr L`, `JB`; nobody where it is seen.
  package let speaker: String?
  /// What, in plain words.
  package let words: String

  init(_ minutes: ClosedRange<Double>, _ words: String, by speaker: String? = nil) {
    self.minutes = minutes
    self.words = words
    self.speaker = speaker
  }

  /// Who is meant by the patient, as on the screen.
  package static let patient = "Pt"

  /// For how many minutes what is said can still be read.
  static let lasting = 3.0
}

extension Scenario {
  /// What can be seen and heard in it, in the order of the script.
  ///
  /// What a person does of themselves, a phase, an order carried out, is none of it.
  var cues: [Cue] {
    happenings.map { Cue($0.minutes, $0.words) } + lines.compactMap(cue)
  }

  private func cue(of line: ScriptedLine) -> Cue? {
    var minute = line.typingStartedAt.inMinutes - doseAt.inMinutes
    var text = Substring(line.text)
    // What was written down later happened when it says.
    if text.hasPrefix("@+"), let end = text.firstIndex(of: "m") {
      minute = Double(text[text.index(text.startIndex, offsetBy: 2)..<end]) ?? minute
      text = text[text.index(after: end)...].drop { $0 == " " }
    }
    let words = String(text.drop { $0 != " " }.drop { $0 == " " })
    func cue(_ words: String, by speaker: String? = nil, until end: Double? = nil) -> Cue {
      Cue(minute...(end ?? minute + Cue.lasting), words, by: speaker)
    }
    switch text.prefix(while: { $0 != " " }) {
    case "said": return cue(words, by: Cue.patient)
    case "note": return cue(spoken(words).words, by: spoken(words).speaker)
    case "call":
      guard let name = called(words) else { return nil }
      return cue(name.words, by: name.speaker)
    case "order": return cue(Self.plain(order: words), by: orderer(words))
    case "join": return cue("\(speaker(words)) comes in")
    case "leave" where words != "jb": return cue("\(speaker(words)) goes")
    case "technique": return cue(Self.plain(technique: words))
    case "noreading": return cue("no reading of \(words)")
    case "weight", "allergies", "escort", "calming", "touch", "intention":
      return cue("\(text.prefix { $0 != " " }): \(words)")
    case "stopsign": return cue("stop sign: \(words)")
    case "vial": return cue("ampoule: \(VialLabel(words).words)")
    case "pin": return line.text == "pin" ? pinned(line).map { cue($0) } : nil
    case "check" where words.hasPrefix("escort-here: "):
      // Who takes the patient home waits until they go.
      let escort = words.drop { $0 != " " }.dropFirst().prefix { $0 != "," }
      return cue("the escort is here: \(escort)", until: .greatestFiniteMagnitude)
    default: return nil
    }
  }

  /// `note jb: hand on shoulder` is JB's, other notes are what is seen.
  private func spoken(_ words: String) -> (speaker: String?, words: String) {
    let parts = words.split(separator: ": ", maxSplits: 1)
    guard parts.count == 2, person(named: parts[0]) != nil else { return (nil, words) }
    return (speaker(String(parts[0])), String(parts[1]))
  }

  /// `dr-l about bp 172/104: repeat in 5, read back`: what was said on the other side.
  private func called(_ words: String) -> (speaker: String, words: String)? {
    guard let colon = words.firstRange(of: ": ") else { return nil }
    let said = words[colon.upperBound...]
    let end = said.firstRange(of: ", read back")?.lowerBound ?? said.endIndex
    return ("\(speaker(words)) on the phone", String(said[..<end]))
  }

  private func orderer(_ words: String) -> String? {
    words.firstRange(of: " by ").map { speaker(String(words[$0.upperBound...])) }
  }

  /// The first name in some words, as it is said: `dr-l` is Dr L.
  private func speaker(_ words: String) -> String {
    let name = String(words.prefix { $0 != " " })
    let parts = name.split(separator: "-")
    return parts.count < 2 ? name.uppercased() : parts.map(\.capitalized).joined(separator: " ")
  }

  /// What the words of a pin, given later, say of it.
  private func pinned(_ line: ScriptedLine) -> String? {
    let pins = lines.filter { $0.text == "pin" }
    guard let place = pins.firstIndex(of: line) else { return nil }
    let head = "pin \(place + 1): "
    return lines.first { $0.text.hasPrefix(head) }.map { String($0.text.dropFirst(head.count)) }
  }
}

extension Scenario {
  /// `clonidine 0.1mg po for bp by dr-l read back` is clonidine 0.1 mg by mouth.
  fileprivate static func plain(order: String) -> String {
    let routes = [
      "po": "by mouth", "iv": "into the vein", "im": "into the muscle", "sl": "under the tongue",
      "in": "by the nose",
    ]
    var words: [String] = []
    for word in order.split(separator: " ") {
      if let route = routes[String(word)] { return (words + [route]).joined(separator: " ") }
      let isAmount = word.hasSuffix("mg") && word.first?.isNumber == true
      words.append(isAmount ? "\(word.dropLast(2)) mg" : String(word))
    }
    return words.joined(separator: " ")
  }

  /// `hand-on-shoulder start` is a hand on the shoulder that begins.
  fileprivate static func plain(technique: String) -> String {
    let words = technique.split(separator: " ")
    let name = (words.first ?? "").split(separator: "-").joined(separator: " ")
    switch words.dropFirst().first {
    case "start": return "\(name) begins"
    case "stop": return "\(name) ends"
    default: return name
    }
  }

  /// What is answered to whoever asks, by the name of the check, the fact or the questionnaire.
  var answers: [String: String] {
    var answers: [String: String] = [:]
    for line in lines {
      let words = line.text.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "weight", "allergies", "escort", "calming", "touch", "stopsign", "intention":
        answers[words[0]] = words[1]
      case "vial", "dose":
        let label = VialLabel(words[1]).words
        if !label.isEmpty { answers[words[0]] = answers[words[0]] ?? label }
      case "assess", "scale":
        let parts = words[1].split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2 { answers[parts[0]] = parts[1] }
      case "check":
        // The last of several items carries the words.
        let parts = words[1].split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[0].hasSuffix(" no") else { continue }
        answers[parts[0].split(separator: " ").last.map(String.init) ?? ""] = parts[1]
      default: continue
      }
    }
    return answers
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
