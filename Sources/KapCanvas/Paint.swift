/// A colour as a theme names it.
package enum Paint: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// A colour by red, green and blue.
  case rgb(UInt8, UInt8, UInt8)
  /// One of the sixteen colours that a terminal's owner chooses, 0 to 15.
  case ansi(UInt8)
}

extension Paint {
  /// The entry of xterm's palette of 256 that comes closest, or none for ``standard``.
  ///
  /// Only the cube (16 to 231) and the greys (232 to 255) are candidates for a colour by numbers:
  /// the first sixteen are whatever the terminal's owner made of them.
  package var nearest256: UInt8? {
    switch self {
    case .standard: nil
    case .ansi(let index): index & 15
    case .rgb(let red, let green, let blue): Self.nearestInCube(RGB(red, green, blue))
    }
  }

  /// The one of the sixteen colours that comes closest, or none for ``standard``.
  ///
  /// xterm's own sixteen are taken for the terminal's.
  package var nearest16: UInt8? {
    switch self {
    case .standard: return nil
    case .ansi(let index): return index & 15
    case .rgb(let red, let green, let blue):
      let wanted = RGB(red, green, blue)
      let distances = Self.sixteen.map { $0.distance(to: wanted) }
      let nearest = distances.indices.min { distances[$0] < distances[$1] }
      return nearest.map { UInt8($0) }
    }
  }

  private static func nearestInCube(_ wanted: RGB) -> UInt8 {
    let steps = (level(wanted.red), level(wanted.green), level(wanted.blue))
    let cube = RGB(levels[steps.0], levels[steps.1], levels[steps.2])
    let mean = (wanted.red + wanted.green + wanted.blue) / 3
    let step = min(max((mean - 3) / 10, 0), 23)
    let shade = UInt8(8 + 10 * step)
    guard RGB(shade, shade, shade).distance(to: wanted) < cube.distance(to: wanted) else {
      return UInt8(16 + 36 * steps.0 + 6 * steps.1 + steps.2)
    }
    return UInt8(232 + step)
  }

  /// The number of the cube's level that lies nearest to `value`.
  private static func level(_ value: Int) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
  }

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let sixteen = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]
}

private struct RGB {
  let red: Int
  let green: Int
  let blue: Int

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = Int(red)
    self.green = Int(green)
    self.blue = Int(blue)
  }

  /// The square of a distance weighted by how the eye sees the three.
  func distance(to other: RGB) -> Int {
    let (reds, greens, blues) = (red - other.red, green - other.green, blue - other.blue)
    return 3 * reds * reds + 6 * greens * greens + blues * blues
  }
}
