import KapCanvas
import KapSettings
import Testing

struct ThemeLintTests {
  /// A theme with one role that is not as it should be.
  private func theme(_ role: Role, _ style: Style, isDark: Bool = true) throws -> Theme {
    var theme = try ThemeLibrary().theme(named: isDark ? "dark" : "light")
    theme.styles[role] = style
    return theme
  }

  @Test(arguments: [
    // Grey on white: 4.48 and 4.54 to 1, the two sides of the rule that everybody quotes.
    (Paint.rgb(0x77, 0x77, 0x77), Paint.rgb(255, 255, 255), true),
    (.rgb(0x76, 0x76, 0x76), .rgb(255, 255, 255), false),
    (.rgb(0, 0, 0), .rgb(255, 255, 255), false),
    (.rgb(0, 0, 255), .rgb(0, 0, 0), true),
    (.rgb(255, 0, 0), .rgb(0, 0, 0), false),
  ])
  func `text needs four and a half to one`(letters: Paint, ground: Paint, isFound: Bool) throws {
    let found = ThemeLint.findings(
      try theme(.note, Style(foreground: letters, background: ground))
    )

    #expect(found.contains { $0.roles == [.note] } == isFound)
  }

  @Test(arguments: [Role.border, .graphTrend, .clock, .elapsed])
  func `strokes and the large clocks need three to one`(role: Role) throws {
    let black = Paint.rgb(0, 0, 0)
    let good = Style(foreground: .rgb(0x66, 0x66, 0x66), background: black)
    let bad = Style(foreground: .rgb(0x44, 0x44, 0x44), background: black)

    #expect(!ThemeLint.findings(try theme(role, good)).contains { $0.roles == [role] })
    #expect(ThemeLint.findings(try theme(role, bad)).contains { $0.roles == [role] })
  }

  @Test func `high contrast needs seven to one`() throws {
    var theme = try ThemeLibrary().theme(named: "high-contrast")
    theme.styles[.note] = Style(foreground: .rgb(0x8C, 0x8C, 0x8C), background: .rgb(0, 0, 0))

    #expect(ThemeLint.findings(theme).map(\.roles) == [[.note], [.note]])
  }

  @Test func `exchanged letters and ground have the same contrast`() throws {
    let faint = Style(
      foreground: .rgb(0x44, 0x44, 0x44),
      background: .rgb(0, 0, 0),
      attributes: .reverse
    )

    #expect(ThemeLint.findings(try theme(.pin, faint)).contains { $0.roles == [.pin] })
  }

  @Test func `red and green alone do not tell two readings apart`() throws {
    let ground = Paint.rgb(0x12, 0x16, 0x1B)
    var theme = try theme(
      .vitalNormal,
      Style(foreground: .rgb(0x7F, 0xB8, 0x4B), background: ground)
    )
    theme.styles[.vitalNotice] = Style(foreground: .rgb(0xD9, 0x9A, 0x5B), background: ground)
    theme.styles[.vitalUrgent] = Style(attributes: [.bold, .reverse])
    let found = ThemeLint.findings(theme).filter { $0.roles == [.vitalNormal, .vitalNotice] }

    #expect(found.contains { $0.message.contains("protanopia in 24-bit") })
    #expect(!found.contains { $0.message.contains("usual colour vision in 24-bit") })
  }

  @Test func `bold or underline or reverse tells two roles apart and dim does not`() throws {
    let plain = Style()
    for (attributes, isFound) in [
      (Style.Attributes.bold, false), (.underline, false), (.reverse, false), (.dim, true),
    ] {
      var theme = Theme(name: "t", title: "T", isDark: true, styles: [:])
      theme.styles[.saved] = plain
      theme.styles[.unsaved] = Style(attributes: attributes)
      #expect(ThemeLint.findings(theme).contains { $0.roles == [.saved, .unsaved] } == isFound)
    }
  }

  @Test func `what must be read is never dim`() throws {
    let dim = Style(attributes: .dim)

    #expect(ThemeLint.findings(try theme(.unsaved, dim)).contains { $0.message.contains("dim") })
    #expect(!ThemeLint.findings(try theme(.gap, dim)).contains { $0.message.contains("dim") })
  }

  @Test(arguments: ["night-red", "night-amber"])
  func `a night theme has one hue and no bright cell`(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)

    for role in Role.allCases {
      let style = theme[role]
      let paints = [style.foreground, style.background].compactMap(\.self)
      for paint in paints {
        guard case .rgb(let red, let green, let blue) = paint else {
          Issue.record("\(role.rawValue) is not a colour of its own")
          continue
        }
        #expect(red >= green && green >= blue, "\(role.rawValue)")
        #expect(Int(blue) * 2 <= max(1, Int(red)), "\(role.rawValue)")
      }
      let ground = style.attributes.contains(.reverse) ? style.foreground : style.background
      guard case .rgb(let red, let green, _) = ground else { continue }
      #expect(Int(red) + Int(green) < 0x180, "\(role.rawValue)")
    }
  }

  @Test func `mono has no colour at all`() throws {
    let theme = try ThemeLibrary().theme(named: "mono")

    #expect(
      Role.allCases.allSatisfy {
        theme[$0].foreground == .standard && theme[$0].background == .standard
      }
    )
  }

  @Test func `the sixteen colours leave the ground to the terminal`() throws {
    let theme = try ThemeLibrary().theme(named: "ansi16")

    for role in Role.allCases {
      #expect(theme[role].background == .standard)
      if case .rgb = theme[role].foreground { Issue.record("\(role.rawValue)") }
    }
  }
}
