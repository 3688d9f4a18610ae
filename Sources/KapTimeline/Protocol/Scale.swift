/// A scale with its range and, for short ones, the meaning of each value.
package struct Scale: Hashable, Sendable {
  /// The name in the record: `dissociation`, `moaas`.
  package var name: String
  /// Other words for it in the entry language: `diss`.
  package var aliases: [String]
  /// The name on the screen: `MOAA/S`.
  package var label: String
  /// A shorter one for a narrow screen: `Dissoc`.
  package var shortLabel: String
  /// The smallest and the largest value.
  package var minimum: Double
  package var maximum: Double
  /// What values mean, in our own words: `4` slow reply.
  package var meanings: [Int: String]
  /// What stands before all its questions; absent where each stands alone.
  package var stem: String?
  /// Its questions or parts, in order; empty where only a score is entered.
  package var items: [Item]
  /// How the answers make a value.
  package var scoring: Scoring
  /// What the sum of the answers is multiplied by.
  package var factor: Double
  /// Whether values between the whole ones are scored.
  package var takesFractions: Bool
  /// From which value on it is called what, rising.
  package var bands: [Band]
  /// What an answer or a value asks of the room.
  package var prompts: [Prompt]
  /// Which change from an earlier value is called a response; absent where none is.
  package var response: Response?
  /// Which values are called remission; absent where none are.
  package var remission: Remission?
  /// Which groups of items count as met; absent where the scale has none.
  package var clusters: ClusterRule?
  /// What must be shown with the items, in its owner's words.
  package var licence: String?
  /// Where it comes from.
  package var source: String

  /// Creates a scale.
  package init(
    name: String,
    aliases: [String],
    label: String,
    shortLabel: String,
    minimum: Double,
    maximum: Double,
    meanings: [Int: String] = [:],
    stem: String? = nil,
    items: [Item] = [],
    scoring: Scoring = .sum,
    factor: Double = 1,
    takesFractions: Bool = false,
    bands: [Band] = [],
    prompts: [Prompt] = [],
    response: Response? = nil,
    remission: Remission? = nil,
    clusters: ClusterRule? = nil,
    licence: String? = nil,
    source: String
  ) {
    self.name = name
    self.aliases = aliases
    self.label = label
    self.shortLabel = shortLabel
    self.minimum = minimum
    self.maximum = maximum
    self.meanings = meanings
    self.stem = stem
    self.items = items
    self.scoring = scoring
    self.factor = factor
    self.takesFractions = takesFractions
    self.bands = bands
    self.prompts = prompts
    self.response = response
    self.remission = remission
    self.clusters = clusters
    self.licence = licence
    self.source = source
  }

  /// A question or a part of a scale.
  package struct Item: Hashable, Sendable, Codable {
    /// Its key in the record: `9`.
    package var key: String
    /// The question; of a scale whose words are not free, only what it is about.
    package var text: String
    /// The smallest and the largest answer.
    package var minimum: Int
    package var maximum: Int
    /// What an answer means, where the scale's own meanings do not say.
    package var meanings: [Int: String]
    /// For triage: where a yes puts the person, from 1, the lowest.
    package var level: Int?
    /// It is asked only after this; absent where it is always asked.
    package var asksIf: Condition?

    /// Creates an item.
    package init(
      key: String,
      text: String,
      minimum: Int,
      maximum: Int,
      meanings: [Int: String] = [:],
      level: Int? = nil,
      asksIf: Condition? = nil
    ) {
      self.key = key
      self.text = text
      self.minimum = minimum
      self.maximum = maximum
      self.meanings = meanings
      self.level = level
      self.asksIf = asksIf
    }
  }

  /// An answer to an earlier item that an item is asked after.
  package struct Condition: Hashable, Sendable, Codable {
    /// The earlier item's key.
    package var item: String
    /// From this answer on.
    package var atLeast: Int

    /// Creates a condition.
    package init(item: String, atLeast: Int) {
      self.item = item
      self.atLeast = atLeast
    }
  }

  /// How answers make a value.
  package enum Scoring: String, Hashable, Sendable, Codable, CaseIterable {
    case sum
    /// The highest level of a yes, never a sum.
    case highest
    /// Each part stands by itself.
    case parts
  }

  /// A stretch of values with a name.
  package struct Band: Hashable, Sendable, Codable {
    /// From this value on.
    package var from: Double
    /// What it is called: `moderate`.
    package var label: String

    /// Creates a band.
    package init(from: Double, label: String) {
      self.from = from
      self.label = label
    }
  }

  /// What a value is called.
  package func band(of value: Double) -> String? {
    bands.last { $0.from <= value }?.label
  }
}
