/// One cell of the screen.
package struct Cell: Hashable, Sendable {
  /// What stands in the cell; a space in the second half of a wide one.
  package let character: Character
  /// The columns that the cell takes: 1 or 2, or 0 for the second half of a wide one.
  package let width: Int8
  /// What the cell means.
  package let role: Role

  init(_ character: Character, width: Int8 = 1, as role: Role) {
    self.character = character
    self.width = width
    self.role = role
  }

  /// The cell of an empty canvas.
  package static let blank = Cell(" ", as: .text)

  /// The same cell in another role.
  func restyled(as role: Role) -> Cell { Cell(character, width: width, as: role) }
}
