import KapCanvas
import KapSettings
import Testing

struct ThemeFileTests {
  private func read(_ text: String) throws(SettingsError) -> Theme {
    try ThemeLibrary().theme(reading: Array(text.utf8), named: "ours.yaml")
  }

  private func problems(of text: String) -> [String] {
    do throws(SettingsError) {
      _ = try read(text)
      return []
    } catch {
      return "\(error)".split(separator: "\n").map { String($0.dropFirst("ours.yaml:".count)) }
    }
  }

  @Test func `a theme reads as it is written`() throws {
    let theme = try read(
      """
      name: ours
      title: Our own
      dark: false
      palette: { paper: "#FAF8F4", ink: bright-black }
      styles:
        text: { fg: ink, bg: paper }
        notice.urgent: { fg: "#010203", attrs: [bold, reverse] }
        border: { fg: default, attrs: [dim, underline] }
        title: {}
      glyphs: { pin: "x" }
      """
    )

    #expect(!theme.isDark)
    #expect(theme.title == "Our own")
    #expect(theme.styles[.text] == Style(foreground: .ansi(8), background: .rgb(0xFA, 0xF8, 0xF4)))
    #expect(
      theme.styles[.noticeUrgent]
        == Style(foreground: .rgb(1, 2, 3), attributes: [.bold, .reverse])
    )
    #expect(theme.styles[.border] == Style(foreground: .standard, attributes: [.dim, .underline]))
    #expect(theme.styles[.title] == Style())
    #expect(theme.glyphs == [.pin: "x"])
  }

  @Test func `another palette changes what is inherited, and a style is replaced whole`() throws {
    let dark = try ThemeLibrary().theme(named: "dark")
    let theme = try read(
      """
      name: ours
      title: Our own
      inherits: dark
      palette: { quiet: "#a0a0a0" }
      styles:
        notice.urgent: { attrs: [reverse] }
      """
    )

    #expect(theme.isDark)
    #expect(theme[.muted].foreground == .rgb(0xA0, 0xA0, 0xA0))
    #expect(theme.styles[.noticeUrgent] == Style(attributes: .reverse))
    #expect(theme.styles[.noticeNotice] == dark.styles[.noticeNotice])
  }

  @Test(arguments: [
    ("styles: { txt: {} }\n", "5:11: styles.txt: there is no role `txt`. Did you mean `text`?"),
    (
      "styles: { text: { fg: teel } }\n",
      "5:23: styles.text.fg: `teel` is not a colour. Did you mean `teal`?"
    ),
    (
      "styles: { text: { fg: reddish } }\n",
      "5:23: styles.text.fg: `reddish` is not a colour. Write \"#rrggbb\", a name of the palette, "
        + "or one of: default, black, red, green, yellow, blue, magenta, cyan, white, bright-black, "
        + "bright-red, bright-green, bright-yellow, bright-blue, bright-magenta, bright-cyan, "
        + "bright-white."
    ),
    (
      "styles:\n  text:\n    fg: #c8ced6\n",
      "7:8: styles.text.fg: a colour is expected here. "
        + "Write it in quotes, as \"#8a93a3\": without them # begins a comment."
    ),
    (
      "styles: { text: { fg: \"#c8ced\" } }\n",
      "5:23: styles.text.fg: `#c8ced` is not a colour. Write \"#rrggbb\", a name of the palette, "
        + "or one of: default, black, red, green, yellow, blue, magenta, cyan, white, bright-black, "
        + "bright-red, bright-green, bright-yellow, bright-blue, bright-magenta, bright-cyan, "
        + "bright-white."
    ),
    (
      "styles: { text: { attrs: [blink] } }\n",
      "5:26: styles.text.attrs: nothing blinks here. Use `bold` or `reverse`."
    ),
    (
      "styles: { text: { attrs: [revers] } }\n",
      "5:26: styles.text.attrs: there is no attribute `revers`. Did you mean `reverse`?"
    ),
    (
      "styles: { text: { colour: teal } }\n",
      "5:19: styles.text.colour: there is no key `colour` here. Known are: fg, bg, attrs."
    ),
    (
      "styles: {}\nglyphs: { pin: ab }\n",
      "6:16: glyphs.pin: a glyph is one sign one column wide. Write one such sign."
    ),
  ])
  func `a problem names its line, its column and its key`(text: String, expected: String) {
    let head = "name: ours\ntitle: Our own\ndark: true\npalette: { teal: \"#7fb8ad\" }\n"
    #expect(problems(of: head + text) == [expected])
  }

  @Test func `the user's directory adds themes and replaces them`() throws {
    let directory = try UserDirectory([
      "dark.yaml": "name: dark\ntitle: Darker\ninherits: dark\npalette: { ground: black }\n",
      "sepia.yaml": "name: sepia\ntitle: Sepia\ninherits: light\n",
      "broken.yaml": "name: broken\ntitle: Broken\n",
    ])
    let library = ThemeLibrary(userDirectory: directory.path)

    #expect(library.names.suffix(2) == ["broken", "sepia"])
    #expect(try library.theme(named: "dark").title == "Darker")
    #expect(try library.theme(named: "dark")[.text].background == .ansi(0))
    #expect(try !library.theme(named: "sepia").isDark)
    #expect(library.problems.map(\.key) == ["dark", "styles"])
    #expect(throws: SettingsError.self) { try library.theme(named: "drak") }
  }
}
