/// Text as it must never trouble a screen: what people paste, devices send and attackers try.
package enum HostileText {
  /// Pieces that are each a problem of their own.
  package static let pieces: [String] = [
    "calm ", "a", " ", "  ", "172/104", "SpO2 98", "e\u{301}", "“quote”", "·", "•", "─", "…",
    "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{1B}", "\u{9B}31m", "\u{0}", "\u{7F}", "\u{85}",
    "\t", "\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{A0}", "\u{3000}", "\u{AD}",
    "\u{202E}", "\u{202A}", "\u{202C}", "\u{2066}", "\u{2069}", "\u{200F}", "\u{61C}",
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{FE0F}", "\u{E0100}",
    "\u{301}", "\u{20E3}", "\u{903}", "\u{34F}", "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}",
    "o" + String(repeating: "\u{30A}", count: 40), "漢字", "ｱ", "Ａ", "한", "\u{1112}\u{1161}\u{11AB}",
    "क्षि", "का", "สำ", "\u{DC1}\u{DCA}\u{200D}\u{DBB}\u{DD3}", "می\u{200C}خواهم", "שלום", "مرحبا",
    "🙂", "❤\u{FE0F}", "❤", "1\u{FE0F}\u{20E3}", "👍🏽", "\u{1F3FD}", "👩\u{200D}💻",
    "👨\u{200D}👩\u{200D}👧\u{200D}👦", "🇩🇪", "🇩", "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{E0041}",
    "\u{FFFD}", "\u{E000}", "\u{378}", "\u{4DC0}", "\u{3248}",
  ]

  /// Returns up to `count` pieces, among them scalars of any kind and bytes that are not UTF-8.
  package static func random(
    _ count: Int,
    using generator: inout some RandomNumberGenerator
  ) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &generator) {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0:
        let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      case 1:
        let bytes = (0..<4).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        text += String(decoding: bytes, as: UTF8.self)
      default:
        text += pieces.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }
}
