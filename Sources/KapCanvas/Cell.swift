/// One cell of the screen.
package struct Cell: Hashable, Sendable {
  /// What stands in the cell; a space in the second half of a wide one.
  package let character: Character
  /// The columns that the cell takes: 1 or 2, or 0 for the second half of a wide one.
  package let width: Int8
  /// What the cell means.
  package let role: Role

  /// The cell of an empty canvas.
  package static let blank = Cell(character: " ", width: 1, role: .text)
}

/// A cell as a canvas keeps it: eight bytes that hold no reference, so that a screen is drawn, copied
/// and compared without counting any.
struct Slot: Sendable {
  /// The scalar that stands in the cell, or the place of its character among the canvas' clusters.
  var sign: UInt32
  /// As in ``Cell``.
  var width: Int8 = 1
  /// As in ``Cell``.
  var role: Role
  /// The lines of a border that leave the cell, so that borders drawn later join them.
  var arms: Arms = []

  /// What a sign has beyond every scalar when it is the place of a cluster.
  static let clusters: UInt32 = 0x8000_0000

  init(_ sign: UInt32, width: Int8 = 1, as role: Role) {
    self.sign = sign
    self.width = width
    self.role = role
  }

  /// A cell with nothing in it.
  static func space(as role: Role) -> Slot { Slot(0x20, as: role) }

  /// The place of the cell's character among the clusters, if it is more than one scalar.
  var cluster: Int? {
    sign >= Self.clusters ? Int(sign - Self.clusters) : nil
  }

  /// Whether the other cell has the same sign in the same role.
  func looks(like other: Slot) -> Bool {
    sign == other.sign && width == other.width && role == other.role
  }
}
