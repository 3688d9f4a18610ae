import KapCanvas

extension KeyDecoder {
  private static let closingMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  mutating func hold(_ byte: UInt8) {
    if held.count < Self.pasteLimit { held.append(byte) }
  }

  mutating func beginPaste() {
    held.removeAll()
    state = .paste(marked: 0)
  }

  mutating func acceptInPaste(_ byte: UInt8, marked: Int) {
    if byte == Self.closingMark[marked] {
      state = .paste(marked: marked + 1)
      if marked + 1 == Self.closingMark.count { endPaste() }
      return
    }
    for seen in Self.closingMark.prefix(marked) { hold(seen) }
    if byte == Self.closingMark[0] {
      state = .paste(marked: 1)
    } else {
      state = .paste(marked: 0)
      hold(byte)
    }
  }

  mutating func endPaste() {
    state = .ground
    let text = Self.cleaned(String(decoding: held, as: UTF8.self))
    held.removeAll()
    followsReturn = false
    if !text.isEmpty { keys.append(.paste(text)) }
  }

  /// Ends a burst: one line with an Enter behind it is what a slow line made of somebody's typing.
  ///
  /// At rest that Enter does nothing, as every Enter right after a field opened; more lines than one
  /// are a page, and no Enter of a page is a key.
  mutating func endBurst() {
    let isLine = held.last.map { $0 == 0x0D || $0 == 0x0A } ?? false
    endPaste()
    guard isLine, case .paste(let text)? = keys.last, text.hasSuffix("\n"),
      !text.dropLast().contains("\n")
    else { return }
    keys[keys.count - 1] = .paste(String(text.dropLast()))
    keys.append(.enter)
  }

  /// Makes keys of the text held so far.
  ///
  /// - Parameter keepingIncomplete: Whether the first bytes of a character wait for the others, or
  ///   become `�`.
  mutating func writeHeld(keepingIncomplete: Bool) {
    guard !held.isEmpty else { return }
    let kept = keepingIncomplete ? held.suffix(Self.incompleteCount(held)) : []
    for character in String(decoding: held.dropLast(kept.count), as: UTF8.self) {
      let isCommand = character.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) }
      keys.append(isCommand ? .unknown : .character(character))
    }
    held = Array(kept)
  }

  /// The bytes at the end of `bytes` that begin a character without ending it.
  private static func incompleteCount(_ bytes: [UInt8]) -> Int {
    for count in 1...3 {
      guard let byte = bytes.dropLast(count - 1).last else { return 0 }
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > count ? count : 0
    }
    return 0
  }

  /// The text of a paste: its lines ended alike, and nothing in it that commands a terminal.
  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A: if !followsReturn { result.append("\n") }
      case 0x09: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: break
      default: result.append(scalar)
      }
      followsReturn = scalar.value == 0x0D
    }
    return String(result)
  }
}
