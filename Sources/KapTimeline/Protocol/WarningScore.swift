/// An early-warning score: bands of readings, each with its points.
///
/// It over-calls what is expected here and is blind to what is not, so it raises no notice.
package struct WarningScore: Hashable, Sendable, Codable {
  /// The name on the screen: `NEWS2`.
  package var name: String
  /// Points by sign and band.
  package var bands: [Band]
  /// Bands of one sign in place of the usual ones, for those for whom a clinician chose them.
  package var second: SecondScale?
  /// Points when oxygen is given.
  package var oxygenPoints: Int
  /// Points when the person is not alert: a value of `alertScale` below `alertFrom`.
  package var alertScale: String?
  package var alertFrom: Double?
  package var notAlertPoints: Int
  /// Who is to be credited, and where it comes from.
  package var source: String

  /// Creates a score.
  package init(
    name: String,
    bands: [Band],
    second: SecondScale? = nil,
    oxygenPoints: Int,
    alertScale: String? = nil,
    alertFrom: Double? = nil,
    notAlertPoints: Int = 0,
    source: String
  ) {
    self.name = name
    self.bands = bands
    self.second = second
    self.oxygenPoints = oxygenPoints
    self.alertScale = alertScale
    self.alertFrom = alertFrom
    self.notAlertPoints = notAlertPoints
    self.source = source
  }

  /// A band of a sign, both ends counted in; an end that is absent is open.
  package struct Band: Hashable, Sendable, Codable {
    /// The sign.
    package var sign: Sign
    /// From and to which value.
    package var from: Double?
    package var to: Double?
    /// What it scores.
    package var points: Int
    /// Whether it is for those who are given oxygen, or for those on air; absent for both.
    package var isOnOxygen: Bool?

    /// Creates a band.
    package init(
      sign: Sign,
      from: Double? = nil,
      to: Double? = nil,
      points: Int,
      isOnOxygen: Bool? = nil
    ) {
      self.sign = sign
      self.from = from
      self.to = to
      self.points = points
      self.isOnOxygen = isOnOxygen
    }
  }

  /// Bands that stand in for the usual ones of their sign once a clinician has chosen them.
  package struct SecondScale: Hashable, Sendable, Codable {
    /// The name on the screen: `SpO2 scale 2`.
    package var name: String
    /// The item of a checklist by whose tick a clinician chooses it.
    package var item: String
    /// The bands.
    package var bands: [Band]
    /// Where they come from.
    package var source: String

    /// Creates a second scale.
    package init(name: String, item: String, bands: [Band], source: String) {
      self.name = name
      self.item = item
      self.bands = bands
      self.source = source
    }
  }
}
