import KapCanvas

extension KeyDecoder {
  /// The most bytes of one sequence that are looked at; the rest is swallowed.
  private static let parameterLimit = 32

  /// Accepts a byte after `Esc [`.
  mutating func acceptControl(_ byte: UInt8, after parameters: [UInt8], isTorn: Bool, at now: Int) {
    switch byte {
    case 0x5B where parameters.isEmpty: state = .ignoring(1)  // The Linux console's F1 to F5.
    case 0x4D where parameters.isEmpty: state = .ignoring(3)  // A mouse in its oldest manner.
    case 0x20..<0x40:
      let isFull = parameters.count >= Self.parameterLimit
      state = .control(parameters: isFull ? parameters : parameters + [byte], isTorn: isTorn)
    case 0x40..<0x7F:
      state = .ground
      if !isTorn { acceptFinal(byte, parameters: parameters) }
    default: abandon(byte, isTorn: isTorn, at: now)
    }
  }

  /// Accepts a byte after `Esc O`.
  mutating func acceptSingle(_ byte: UInt8, after parameters: [UInt8], isTorn: Bool, at now: Int) {
    switch byte {
    case 0x30...0x3B where parameters.count < Self.parameterLimit:
      state = .single(parameters: parameters + [byte], isTorn: isTorn)
    case 0x20..<0x7F:
      state = .ground
      if !isTorn { keys.append(Self.keypad(byte)) }
    default: abandon(byte, isTorn: isTorn, at: now)
    }
  }

  /// Ends a sequence that another begins in.
  private mutating func abandon(_ byte: UInt8, isTorn: Bool, at now: Int) {
    state = .ground
    if !isTorn { keys.append(.unknown) }
    // CAN and SUB say no more than that what went before is void.
    if byte != 0x18, byte != 0x1A { acceptPlain(byte, at: now) }
  }

  private mutating func acceptFinal(_ final: UInt8, parameters: [UInt8]) {
    // `<`, `=`, `>` and `?` mark what the terminal says of itself or of its mouse.
    guard parameters.allSatisfy({ $0 < 0x3C }) else { return }
    let numbers = Self.numbers(parameters)
    switch final {
    case 0x41, 0x61: keys.append(.up)
    case 0x42, 0x62: keys.append(.down)
    case 0x43: keys.append(.right)
    case 0x44, 0x64: keys.append(.left)
    case 0x46: keys.append(.end)
    case 0x48: keys.append(.home)
    case 0x5A: keys.append(.backTab)
    case 0x7E: acceptNumbered(numbers)
    case 0x75: acceptCoded(numbers.first, modifiers: numbers.dropFirst().first)
    case 0x49, 0x4F: break  // The window has or loses the focus.
    case 0x4D, 0x6D, 0x63, 0x6E, 0x52, 0x53, 0x74, 0x78, 0x79: break  // Mouse, and reports.
    default: keys.append(.unknown)
    }
  }

  private mutating func acceptNumbered(_ numbers: [Int]) {
    switch numbers.first {
    case 1, 7: keys.append(.home)
    case 3: keys.append(.delete)
    case 4, 8: keys.append(.end)
    case 5: keys.append(.pageUp)
    case 6: keys.append(.pageDown)
    case 27: acceptCoded(numbers.dropFirst(2).first, modifiers: numbers.dropFirst().first)
    case 200: beginPaste()
    case 201: break
    case let code: keys.append(code.flatMap(Self.function) ?? .unknown)
    }
  }

  /// Accepts a key told by its code, as terminals do that were asked to name every key.
  ///
  /// We never ask, but a program before us may have, and ended without taking it back.
  private mutating func acceptCoded(_ code: Int?, modifiers: Int?) {
    let modifiers = max((modifiers ?? 1) &- 1, 0)
    let (shift, alternate, control) = (modifiers & 1 != 0, modifiers & 2 != 0, modifiers & 4 != 0)
    switch code {
    case 13: keys.append(alternate ? .alternateEnter : .enter)
    case 27: keys.append(.escape)
    case 9: keys.append(shift ? .backTab : .tab)
    case 8, 127: keys.append(.backspace)
    case .some(let letter) where control && (0x61...0x7A).contains(letter | 0x20):
      keys.append(Unicode.Scalar(letter | 0x20).map { .control(Character($0)) } ?? .unknown)
    case .some(let letter) where !control && !alternate && letter >= 0x20 && letter < 0xE000:
      let isPrintable = !(0x7F..<0xA0).contains(letter)
      let scalar = isPrintable ? Unicode.Scalar(letter) : nil
      keys.append(scalar.map { .character(Character($0)) } ?? .unknown)
    default: keys.append(.unknown)
    }
  }

  /// The function key of a number: they were given out with gaps.
  private static func function(_ code: Int) -> Key? {
    switch code {
    case 11...15: .function(code - 10)
    case 17...21: .function(code - 11)
    case 23...24: .function(code - 12)
    default: nil
    }
  }

  /// The key after `Esc O`: an arrow, or the keypad in its application manner.
  private static func keypad(_ byte: UInt8) -> Key {
    switch byte {
    case 0x41, 0x61: .up
    case 0x42, 0x62: .down
    case 0x43, 0x63: .right
    case 0x44, 0x64: .left
    case 0x46: .end
    case 0x48: .home
    case 0x49: .tab
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(byte) - 0x4F)
    case 0x58: .character("=")
    case 0x6A...0x79: .character(Character(Unicode.Scalar(byte - 0x40)))
    default: .unknown
    }
  }

  /// The numbers between semicolons; a missing one is 0, and one beyond reason is too.
  private static func numbers(_ parameters: [UInt8]) -> [Int] {
    parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      Int(String(decoding: digits.prefix { $0 != 0x3A }, as: UTF8.self)) ?? 0
    }
  }
}

extension Unicode.Scalar {
  fileprivate init?(_ value: Int) {
    guard let value = UInt32(exactly: value) else { return nil }
    self.init(value)
  }
}
