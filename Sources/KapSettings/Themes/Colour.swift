import Foundation
import KapCanvas

/// A colour of sRGB, each part from 0 to 1.
struct Colour: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double
}

extension Colour {
  /// Creates a colour from bytes.
  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.init(red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
  }

  /// Creates the colour that xterm gives to an entry of its palette of 256.
  init(index: UInt8) {
    switch index {
    case 0..<16:
      let bytes = Self.sixteen[Int(index)]
      self.init(bytes.0, bytes.1, bytes.2)
    case 16..<232:
      let cube = Int(index) - 16
      self.init(Self.levels[cube / 36], Self.levels[cube / 6 % 6], Self.levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      self.init(grey, grey, grey)
    }
  }

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let sixteen: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// The parts as amounts of light.
  var light: (red: Double, green: Double, blue: Double) {
    (Self.light(red), Self.light(green), Self.light(blue))
  }

  private static func light(_ part: Double) -> Double {
    part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// Creates a colour from amounts of light, each kept within what a screen can show.
  init(light red: Double, _ green: Double, _ blue: Double) {
    func part(_ amount: Double) -> Double {
      let amount = min(max(amount, 0), 1)
      return amount <= 0.003_130_8 ? amount * 12.92 : 1.055 * pow(amount, 1 / 2.4) - 0.055
    }
    self.init(red: part(red), green: part(green), blue: part(blue))
  }

  /// How bright it is, from 0 to 1, as WCAG 2 counts.
  var luminance: Double {
    let light = light
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }

  /// The contrast with another colour, from 1 to 21, as WCAG 2 counts.
  func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }
}

/// How many colours a terminal shows.
enum ColourDepth: String, CaseIterable {
  case full = "24-bit colour"
  case indexed = "256 colours"
  case sixteen = "16 colours"

  /// What a terminal of this depth makes of a paint; nil for its own colours.
  func colour(of paint: Paint) -> Colour? {
    switch (self, paint) {
    case (_, .standard): nil
    case (_, .ansi(let index)): Colour(index: index & 15)
    case (.full, .rgb(let red, let green, let blue)): Colour(red, green, blue)
    case (.indexed, .rgb): paint.nearest256.map(Colour.init(index:))
    case (.sixteen, .rgb): paint.nearest16.map(Colour.init(index:))
    }
  }
}
