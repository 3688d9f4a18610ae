#if canImport(Glibc)
import Glibc
import KapCanvas
import KapTestSupport
import Testing

/// What the C library has but its Swift module does not name.
private enum Library {
  static let version: String? = dlsym(nil, "gnu_get_libc_version").flatMap { address in
    let function = unsafeBitCast(address, to: (@convention(c) () -> UnsafePointer<CChar>).self)
    return String(validatingCString: function())
  }

  static var columns: (@convention(c) (wchar_t) -> CInt)? {
    dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: (@convention(c) (wchar_t) -> CInt).self) }
  }
}

/// Compares the table with the C library of the oldest system that is supported.
@Suite(.enabled(if: Library.version == "2.36"))
struct LibraryWidthTests {
  @Test func `every scalar that is drawn takes the columns that the library gives it`() throws {
    var drawn = 0
    var wrong: [Unicode.Scalar] = []
    try withUnicodeLocale {
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = "a" + String(Character(scalar))
        let shown = Text.sanitized(text)
        guard shown.unicodeScalars.elementsEqual(text.unicodeScalars) else { continue }
        drawn += 1
        if Text.width(of: text) != 1 + columns(of: scalar) { wrong.append(scalar) }
      }
    }

    #expect(wrong == [])
    #expect(drawn > 140_000)
  }

  @Test(arguments: 0..<10)
  func `a sanitized text is as wide as the library's sum`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try withUnicodeLocale {
      for _ in 0..<300 {
        let text = HostileText.random(12, using: &generator)
        let sum = Text.sanitized(text).unicodeScalars.reduce(0) { $0 + columns(of: $1) }
        #expect(sum == Text.width(of: text))
      }
    }
  }

  private func columns(of scalar: Unicode.Scalar) -> Int {
    Library.columns.map { Int($0(wchar_t(scalar.value))) } ?? -1
  }

  /// Acts in a UTF-8 locale of this thread alone.
  private func withUnicodeLocale(_ act: () throws -> Void) throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    try act()
  }
}
#endif
