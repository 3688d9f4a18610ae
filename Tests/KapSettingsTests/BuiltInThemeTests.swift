import KapCanvas
import KapSettings
import Testing

struct BuiltInThemeTests {
  private static let promised = [
    "dark", "light", "night-red", "night-amber", "high-contrast", "cvd-deutan", "cvd-tritan",
    "mono", "ansi16",
  ]

  @Test func `the library offers the promised names`() {
    #expect(ThemeLibrary().names == Self.promised)
  }

  @Test(arguments: promised)
  func `the theme keeps every rule`(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)

    for finding in ThemeLint.findings(theme) { Issue.record("\(finding)") }
    #expect(theme.name == name)
    #expect(theme.isDark == (name != "light"))
  }

  @Test(arguments: promised)
  func `every role has a style of its own`(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)

    #expect(Role.allCases.filter { theme.styles[$0] == nil } == [])
  }
}
