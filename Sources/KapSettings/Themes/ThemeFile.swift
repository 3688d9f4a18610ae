import KapCanvas

/// A theme file, with all that it inherits.
struct ThemeFile {
  let tree: Tree

  /// The theme that the file states, or all its problems.
  func theme() throws(SettingsError) -> Theme {
    var section = Section(tree, path: "")
    let theme = section.theme()
    section.close()
    guard section.problems.isEmpty, let theme else { throw .invalid(section.problems) }
    return theme
  }
}

extension Section {
  fileprivate mutating func theme() -> Theme? {
    _ = textIfAny("inherits")
    let (name, title) = (text("name"), text("title"))
    let isDark = value("dark") == nil ? nil : flag("dark")
    let palette = palette()
    let styles = styles(palette)
    let glyphs = glyphs()
    guard let name, let title, let isDark else { return nil }
    return Theme(name: name, title: title, isDark: isDark, styles: styles, glyphs: glyphs)
  }

  private mutating func palette() -> [String: Paint] {
    sectionIfAny("palette") { section in
      var palette: [String: Paint] = [:]
      for name in section.names {
        palette[name] = section.colour(name, among: [:])
        if Paint(word: name) != nil {
          section.note(
            at: section.place(of: name),
            section.dotted(name),
            "`\(name)` is a colour already",
            "Choose another name"
          )
        }
      }
      return palette
    } ?? [:]
  }

  private mutating func styles(_ palette: [String: Paint]) -> [Role: Style] {
    section("styles") { section in
      var styles: [Role: Style] = [:]
      for name in section.names {
        guard let role = section.key(name, of: Role.self, called: "role") else { continue }
        styles[role] = section.section(name) { $0.style(palette) }
      }
      return styles
    } ?? [:]
  }

  private mutating func style(_ palette: [String: Paint]) -> Style? {
    let foreground = has("fg") ? colour("fg", among: palette) : nil
    let background = has("bg") ? colour("bg", among: palette) : nil
    _ = (valueIfAny("fg"), valueIfAny("bg"))
    var attributes: Style.Attributes = []
    if has("attrs"), let words = texts("attrs") {
      for word in words {
        switch word {
        case "bold": attributes.insert(.bold)
        case "dim": attributes.insert(.dim)
        case "underline": attributes.insert(.underline)
        case "reverse": attributes.insert(.reverse)
        case "blink":
          note("attrs", "nothing blinks here", "Use `bold` or `reverse`")
        default:
          let known = ["bold", "dim", "underline", "reverse"]
          let near = nearest(to: word, among: known).map { "Did you mean `\($0)`?" }
          note(
            "attrs",
            "there is no attribute `\(word)`",
            near ?? "Write some of: \(known.joined(separator: ", "))"
          )
        }
      }
    }
    _ = valueIfAny("attrs")
    return Style(foreground: foreground, background: background, attributes: attributes)
  }

  private mutating func colour(_ key: String, among palette: [String: Paint]) -> Paint? {
    guard let value = value(key) else { return nil }
    guard let word = value.scalar, !word.isEmpty else {
      note(
        key,
        "a colour is expected here",
        "Write it in quotes, as \"#8a93a3\": without them # begins a comment"
      )
      return nil
    }
    if let paint = palette[word] ?? Paint(word: word) { return paint }
    let known = palette.keys.sorted() + Paint.words
    let near = nearest(to: word, among: known).map { "Did you mean `\($0)`?" }
    note(
      key,
      "`\(word.prefix(40))` is not a colour",
      near ?? "Write \"#rrggbb\", a name of the palette, or one of: "
        + Paint.words.joined(separator: ", ")
    )
    return nil
  }

  private mutating func glyphs() -> [Glyph: Character] {
    sectionIfAny("glyphs") { section in
      var glyphs: [Glyph: Character] = [:]
      for name in section.names {
        guard let glyph = section.key(name, of: Glyph.self, called: "glyph"),
          let text = section.text(name)
        else { continue }
        if text.count == 1, Text.width(of: text) == 1 {
          glyphs[glyph] = text.first
        } else {
          section.note(name, "a glyph is one sign one column wide", "Write one such sign")
        }
      }
      return glyphs
    } ?? [:]
  }

  private mutating func key<Key: RawRepresentable & CaseIterable>(
    _ name: String,
    of type: Key.Type,
    called kind: String
  ) -> Key? where Key.RawValue == String {
    if let key = Key(rawValue: name) { return key }
    _ = valueIfAny(name)
    let known = Key.allCases.map(\.rawValue)
    let near = nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
    note(
      at: place(of: name),
      dotted(name),
      "there is no \(kind) `\(name.prefix(40))`",
      near ?? "`kap theme show` lists them"
    )
    return nil
  }
}

extension Paint {
  /// Creates the paint that a word names: `#rrggbb`, a colour of sixteen, or `default`.
  init?(word: String) {
    if word == "default" {
      self = .standard
    } else if let index = Self.sixteenNames.firstIndex(of: word) {
      self = .ansi(UInt8(index))
    } else if word.hasPrefix("#"), word.utf8.count == 7,
      word.utf8.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(word.dropFirst(), radix: 16)
    {
      self = .rgb(
        UInt8(truncatingIfNeeded: number >> 16),
        UInt8(truncatingIfNeeded: number >> 8),
        UInt8(truncatingIfNeeded: number)
      )
    } else {
      return nil
    }
  }

  /// The words that name a paint.
  static var words: [String] { ["default"] + sixteenNames }

  private static let sixteenNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// The word that names it.
  var word: String {
    switch self {
    case .standard: return "default"
    case .ansi(let index): return Self.sixteenNames[Int(index & 15)]
    case .rgb(let red, let green, let blue):
      let digits = [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }
      return "#\(digits.joined())"
    }
  }
}
