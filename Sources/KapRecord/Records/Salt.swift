/// Sixteen random bytes in a record, so that nobody can guess a record from its link.
///
/// Links leave the chart in the clear; without salt a record of few possible contents could be
/// found by trying them all.
package struct Salt: Hashable, Sendable {
  /// The bytes as thirty-two hexadecimal digits.
  package let text: String

  /// Draws a salt.
  package init(using generator: inout some RandomNumberGenerator) {
    let high: UInt64 = generator.next()
    let low: UInt64 = generator.next()
    text = hexadecimal(high) + hexadecimal(low)
  }

  /// Draws a salt from the system's randomness.
  package init() {
    var generator = SystemRandomNumberGenerator()
    self.init(using: &generator)
  }
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
