/// A published model of how a medicine comes and goes, as data: shown in practice and replay only,
/// as a model and never as a measurement.
package struct KineticModel: Hashable, Sendable, Codable {
  /// The name on the screen: `S-ketamine IV, Fanta 2015`.
  package var name: String
  /// How far the band reaches to either side, in per cent.
  package var bandPercent: Double
  /// Where it comes from.
  package var source: String

  /// Creates a model.
  package init(name: String, bandPercent: Double, source: String) {
    self.name = name
    self.bandPercent = bandPercent
    self.source = source
  }
}
