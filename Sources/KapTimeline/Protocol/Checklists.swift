/// A list that people go through at its time.
package struct Checklist: Hashable, Sendable, Codable {
  /// What it is for.
  package var purpose: Purpose
  /// The title on the screen: `Before the dose`.
  package var title: String
  /// The items, in order.
  package var items: [ChecklistItem]
  /// Whether only what is answered after the last dose counts; absent in rules that were frozen when
  /// any answer did.
  package var fromDose: Bool?

  /// Creates a list.
  package init(purpose: Purpose, title: String, items: [ChecklistItem], fromDose: Bool? = nil) {
    self.purpose = purpose
    self.title = title
    self.items = items
    self.fromDose = fromDose
  }

  /// The times of a session that have a list of their own.
  package enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
    /// Before the dose; its required items are what the planned dose waits for.
    case beforeDose
    /// Before the person leaves; every item wants a person's tick.
    case leaving
  }
}

/// One thing to be checked.
package struct ChecklistItem: Hashable, Sendable {
  /// The word of the entry language, unlike that of every other item: `consent`.
  package var key: String
  /// What is to be so: `Consent signed, version and date`.
  package var label: String
  /// A shorter word for the header: `consent date`.
  package var short: String
  /// Items of a group stand together: `identity`, `medicines`, `contraindications`.
  package var group: String
  /// Whether it may not be left open without a reason.
  package var isRequired: Bool
  /// Whether it concerns few: it stands in its list only once somebody answered it.
  package var isForFew: Bool
  /// What an answer must say beside the tick.
  package var needs: Needs
  /// What the words of an answer are to hold; absent where any words will do.
  package var holds: Content?
  /// What is asked one by one, in order; empty where the item is one question.
  package var asks: [Question]
  /// What in the record answers it without a tick; absent where only a person's tick does.
  package var evidence: Evidence?
  /// What in the record speaks against a tick, which is asked about once.
  package var against: [Contradiction]
  /// What a no asks of the room; absent where nothing.
  package var ifNo: Prompt?
  /// Where it comes from.
  package var source: String

  /// Creates an item.
  package init(
    key: String,
    label: String,
    short: String? = nil,
    group: String = "",
    isRequired: Bool,
    isForFew: Bool = false,
    needs: Needs = .tick,
    holds: Content? = nil,
    asks: [Question] = [],
    evidence: Evidence? = nil,
    against: [Contradiction] = [],
    ifNo: Prompt? = nil,
    source: String
  ) {
    self.key = key
    self.label = label
    self.short = short ?? label
    self.group = group
    self.isRequired = isRequired
    self.isForFew = isForFew
    self.needs = needs
    self.holds = holds
    self.asks = asks
    self.evidence = evidence
    self.against = against
    self.ifNo = ifNo
    self.source = source
  }

  /// One of the things that an item asks one by one: `benzodiazepine`.
  package struct Question: Hashable, Sendable, Codable {
    /// What is asked about, as it stands in the answer's words.
    package var name: String
    /// Why it matters; absent where nobody said.
    package var why: String?
    /// Where it comes from.
    package var source: String

    /// Creates a question.
    package init(name: String, why: String? = nil, source: String) {
      self.name = name
      self.why = why
      self.source = source
    }
  }

  /// What words are to hold: `version and date`, and how many figures that takes at least.
  package struct Content: Hashable, Sendable, Codable {
    /// What it is, in words.
    package var what: String
    /// In how many words with figures it can be said at least.
    package var figures: Int

    /// Creates content.
    package init(what: String, figures: Int) {
      self.what = what
      self.figures = figures
    }

    /// Whether words may hold it: enough of them have figures, the year of a date left out.
    package func mayStand(in words: String) -> Bool {
      let parts = words.split { $0.isWhitespace || ",;:()".contains($0) }
      let said = parts.count { part in
        let isYear = part.utf8.count == 4 && part.utf8.allSatisfy { (48...57).contains($0) }
        return part.contains { $0.isNumber } && !isYear
      }
      return said >= figures
    }
  }

  /// What an answer says beside the tick.
  package enum Needs: String, Hashable, Sendable, Codable, CaseIterable {
    case tick, words
    /// Words that are a number of minutes.
    case minutes
  }

  /// What in the record answers an item.
  package struct Evidence: Hashable, Sendable, Codable {
    /// The kind of fact.
    package var kind: Kind
    /// The name of a frame fact, or of a scale.
    package var name: String?
    /// How many, for people.
    package var count: Int?
    /// Who alone may say otherwise where readings hold the dose; absent where anybody may.
    package var by: CareRole?

    /// Creates evidence.
    package init(_ kind: Kind, name: String? = nil, count: Int? = nil, by: CareRole? = nil) {
      self.kind = kind
      self.name = name
      self.count = count
      self.by = by
    }

    /// The kinds of fact that answer an item.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// A frame fact was said.
      case fact
      /// A set of readings was taken before the dose.
      case baseline
      /// So many people are present.
      case staff
      /// The readings before the dose are within the gate.
      case gate
      /// The scale was scored or answered.
      case scale
      /// The minimum stay has passed.
      case stay
    }
  }
}

/// A limit on a reading before the dose, and what it asks of the planned dose.
package struct GateLimit: Hashable, Sendable, Codable {
  /// The sign.
  package var sign: Sign
  /// Which side is crossed.
  package var side: Limit.Side
  /// The value beyond which it is crossed.
  package var value: Double
  /// Whether the value itself already crosses it.
  package var isInclusive: Bool
  /// What is asked.
  package var asks: Ask
  /// Where it comes from.
  package var source: String

  /// Creates a limit.
  package init(
    sign: Sign,
    side: Limit.Side,
    value: Double,
    isInclusive: Bool,
    asks: Ask,
    source: String
  ) {
    self.sign = sign
    self.side = side
    self.value = value
    self.isInclusive = isInclusive
    self.asks = asks
    self.source = source
  }

  /// What a reading beyond the limit asks.
  package enum Ask: String, Hashable, Sendable, Codable, CaseIterable {
    /// A note of caution.
    case note
    /// Hold, until the prescriber says otherwise with a reason.
    case hold
  }

  /// Whether a reading is beyond it.
  package func isCrossed(by amount: Double) -> Bool {
    side.holds(amount, of: value, isInclusive: isInclusive)
  }
}
