/// How a cell looks: two paints and attributes.
package struct Style: Hashable, Sendable {
  /// The paint of the letters, or none to take that of ``Role/text``.
  package var foreground: Paint?
  /// The paint behind the letters, or none to take that of ``Role/text``.
  package var background: Paint?
  /// The attributes beside the paints.
  package var attributes: Attributes

  /// Creates a style.
  package init(
    foreground: Paint? = nil,
    background: Paint? = nil,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The attributes that terminals have in common.
  ///
  /// Terminals draw `dim` unreliably, so it is never the only mark of anything. Blinking is left
  /// out on purpose.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The attributes as bits.
    package let rawValue: UInt8

    /// Creates a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier or brighter letters.
    package static let bold = Attributes(rawValue: 1 << 0)
    /// Fainter letters.
    package static let dim = Attributes(rawValue: 1 << 1)
    /// A line under the letters.
    package static let underline = Attributes(rawValue: 1 << 2)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 1 << 3)
  }
}
