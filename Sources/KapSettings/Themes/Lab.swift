import Foundation

/// A colour by lightness and two opponent axes: CIE L*a*b* under D65.
package struct Lab: Hashable, Sendable {
  /// Lightness, from 0 to 100.
  package var lightness: Double
  /// From green to red.
  package var a: Double
  /// From blue to yellow.
  package var b: Double

  /// Creates a colour.
  package init(_ lightness: Double, _ a: Double, _ b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  init(_ colour: Colour) {
    let light = colour.light
    func curve(_ amount: Double) -> Double {
      amount > 216.0 / 24_389 ? cbrt(amount) : (24_389.0 / 27 * amount + 16) / 116
    }
    let x = 0.412_456_4 * light.red + 0.357_576_1 * light.green + 0.180_437_5 * light.blue
    let y = 0.212_672_9 * light.red + 0.715_152_2 * light.green + 0.072_175_0 * light.blue
    let z = 0.019_333_9 * light.red + 0.119_192_0 * light.green + 0.950_304_1 * light.blue
    let (fx, fy, fz) = (curve(x / 0.950_47), curve(y), curve(z / 1.088_83))
    self.init(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }
}

extension Lab {
  /// How different two colours look: CIEDE2000.
  ///
  /// Sharma, Wu and Dalal 2005; the names follow the paper's symbols.
  package func difference(from other: Lab) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1 + 0.5 * (1 - Self.root(of: meanChroma))
    let (c1, h1) = Self.polar(a * stretch, b)
    let (c2, h2) = Self.polar(other.a * stretch, other.b)
    let isGrey = c1 * c2 == 0

    let deltaL = other.lightness - lightness
    let deltaC = c2 - c1
    var deltaHue = isGrey ? 0 : h2 - h1
    if deltaHue > 180 { deltaHue -= 360 }
    if deltaHue < -180 { deltaHue += 360 }
    let deltaH = 2 * (c1 * c2).squareRoot() * Self.sine(deltaHue / 2)

    let meanL = (lightness + other.lightness) / 2
    let meanC = (c1 + c2) / 2
    var meanHue = isGrey ? h1 + h2 : (h1 + h2) / 2
    if !isGrey, abs(h1 - h2) > 180 { meanHue += h1 + h2 < 360 ? 180 : -180 }

    let t =
      1 - 0.17 * Self.cosine(meanHue - 30) + 0.24 * Self.cosine(2 * meanHue)
      + 0.32 * Self.cosine(3 * meanHue + 6) - 0.20 * Self.cosine(4 * meanHue - 63)
    let offset = (meanL - 50) * (meanL - 50)
    let weightL = 1 + 0.015 * offset / (20 + offset).squareRoot()
    let weightC = 1 + 0.045 * meanC
    let weightH = 1 + 0.015 * meanC * t
    let bend = (meanHue - 275) / 25
    let rotation = -2 * Self.root(of: meanC) * Self.sine(60 * exp(-bend * bend))

    let (l, c, h) = (deltaL / weightL, deltaC / weightC, deltaH / weightH)
    return max(0, l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  private static func polar(_ a: Double, _ b: Double) -> (chroma: Double, hue: Double) {
    guard a != 0 || b != 0 else { return (0, 0) }
    let degrees = atan2(b, a) * 180 / .pi
    return (hypot(a, b), degrees < 0 ? degrees + 360 : degrees)
  }

  private static func root(of chroma: Double) -> Double {
    let power = pow(chroma, 7)
    return (power / (power + pow(25, 7))).squareRoot()
  }

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
