package import KapTimeline

/// A scale answered item by item, one digit each.
package struct Questionnaire: Hashable, Sendable {
  /// The scale.
  package let scale: Scale
  /// The answers so far, in the order of the items.
  package private(set) var answers: [Answer]
  /// The item that is asked; after the last one, the end.
  package private(set) var place = 0 { didSet { if place != oldValue { scrolled = 0 } } }
  /// The first line of its page that is shown, where not all have room.
  var scrolled = 0
  /// The digits of a number that is longer than one.
  package private(set) var typed = ""

  /// What is known of an item.
  package enum Answer: Hashable, Sendable {
    case open, skipped
    case value(Int)
  }

  /// More digits than any answer has; beyond them nothing is taken.
  private static let longestNumber = 8

  /// Opens a scale at its first item; nil where it has none.
  package init?(_ scale: Scale) {
    guard !scale.items.isEmpty else { return nil }
    self.scale = scale
    answers = Array(repeating: .open, count: scale.items.count)
  }

  /// The item that is asked; nil at the end.
  package var item: Scale.Item? { scale.items[safe: place] }

  /// Whether every item that is asked was answered or skipped.
  package var isDone: Bool { answers.indices.allSatisfy { answers[$0] != .open || !asks($0) } }

  /// Whether the answers so far leave an item to be asked.
  func asks(_ place: Int) -> Bool {
    guard let item = scale.items[safe: place] else { return false }
    return scale.asks(item, after: given)
  }

  /// How many items are asked.
  var askedCount: Int { answers.indices.count { asks($0) } }

  /// How many of them were left out.
  var skippedCount: Int { answers.indices.count { answers[$0] == .skipped && asks($0) } }

  /// Where the item stands among those that are asked, from 1.
  var number: Int { answers.indices.count { $0 < place && asks($0) } + 1 }

  /// Whether nobody has answered anything.
  var isEmpty: Bool { typed.isEmpty && answers.allSatisfy { $0 == .open } }

  /// Whether an item's answer may be longer than a digit, or is a part by itself.
  func isNumber(_ item: Scale.Item) -> Bool {
    item.maximum > 9 || item.minimum < 0 || scale.scoring == .parts
  }

  /// Takes a digit: the answer, which goes on to the next item, or a part of a number.
  mutating func type(_ character: Character) -> Bool {
    guard let item, character.isASCII, let digit = character.wholeNumberValue else { return false }
    guard isNumber(item) else {
      guard item.minimum <= digit, digit <= item.maximum else { return false }
      answer(.value(digit))
      return true
    }
    // What is too much is refused whole at Enter: a digit that is dropped would leave another number.
    guard typed.count < Self.longestNumber else { return false }
    typed.append(character)
    return true
  }

  /// Takes the number that was typed; false where it is none of the item's.
  mutating func enterNumber() -> Bool {
    guard let item, let value = Int(typed), item.minimum <= value, value <= item.maximum else {
      return false
    }
    answer(.value(value))
    return true
  }

  /// Leaves the item out, which is not zero.
  mutating func skip() {
    guard item != nil else { return }
    answer(.skipped)
  }

  private mutating func answer(_ answer: Answer) {
    answers[place] = answer
    typed = ""
    goOn()
    if place == answers.count { resume() }
  }

  /// Goes to the next item that is asked, or to the end.
  private mutating func goOn() {
    repeat { place += 1 } while place < answers.count && !asks(place)
  }

  /// Takes back a digit, or goes back to the item before.
  mutating func back() {
    guard typed.isEmpty else {
      typed.removeLast()
      return
    }
    place = answers.indices.last { $0 < place && asks($0) } ?? 0
  }

  /// Goes on to the next item, if this one is settled.
  mutating func forward() {
    guard let here = answers[safe: place], here != .open else { return }
    typed = ""
    goOn()
  }

  /// Goes to the first item that is open, or to the end.
  mutating func resume() {
    typed = ""
    place = answers.indices.first { answers[$0] == .open && asks($0) } ?? answers.count
  }

  /// The answers as they are recorded: what was skipped, or not to be asked, is absent.
  package var assessment: Assessment { Assessment(scale: scale.name, answers: given) }

  /// What was answered of what is asked; an item's condition always stands before it.
  private var given: [String: Int] {
    var given: [String: Int] = [:]
    for (item, answer) in zip(scale.items, answers) {
      if case .value(let value) = answer, scale.asks(item, after: given) {
        given[item.key] = value
      }
    }
    return given
  }

  /// What came out: `PHQ-9 14, moderate`.
  package var result: String {
    let value = scale.value(of: given)
    let remission = value.map { scale.isRemission($0) ? ", remission range" : "" } ?? ""
    let clusters = scale.clusterWords(for: given).map { ", \($0)" } ?? ""
    return scale.words(of: given) + clusters + remission
  }

  /// What the answers ask of the room, the most urgent first.
  package var prompts: [Scale.Prompt] {
    let given = assessment.answers
    let whole = scale.value(of: given)
    return scale.prompts.filter { prompt in
      let value = prompt.item.map { given[$0].map(Double.init) } ?? whole
      return value.map { prompt.isRaised(by: $0) } ?? false
    }
    .sorted { $0.urgency > $1.urgency }
  }

  /// The answers as a line: `2 1 - _ _`; `0 0 . . . 0 .` where some are not asked.
  package var line: String {
    answers.indices.map { place in
      // What is not asked keeps its place, and its answer should it be asked again.
      guard asks(place) else { return "." }
      return switch answers[place] {
      case .open: "_"
      case .skipped: "-"
      case .value(let value): String(value)
      }
    }.joined(separator: " ")
  }

  /// Takes up a line of answers, and goes on at the first open item.
  mutating func take(_ line: String) {
    for (place, word) in line.split(separator: " ").enumerated() {
      guard let item = scale.items[safe: place] else { break }
      if word == "-" { answers[place] = .skipped }
      if let value = Int(word), item.minimum <= value, value <= item.maximum {
        answers[place] = .value(value)
      }
    }
    resume()
  }
}
