import KapCanvas
import Testing

struct ThemeTests {
  @Test func `a role without a style looks like the one that it refines`() {
    let theme = Theme(
      name: "dark",
      title: "Dark",
      isDark: true,
      styles: [
        .text: Style(foreground: .rgb(200, 200, 200), background: .rgb(0, 0, 0)),
        .border: Style(foreground: .ansi(8)),
        .due: Style(foreground: .ansi(3), attributes: .bold),
      ]
    )

    #expect(theme[.borderFocus] == Style(foreground: .ansi(8), background: .rgb(0, 0, 0)))
    #expect(theme[.dueLate] == theme[.due])
    #expect(theme[.pin] == theme[.text])
  }

  @Test func `the plain theme has no colour and tells apart what must be`() {
    let theme = Theme.plain
    let looks = { (roles: [Role]) in Set(roles.map { theme[$0].attributes }).count }

    for role in Role.allCases {
      #expect(theme[role].foreground == .standard && theme[role].background == .standard)
    }
    #expect(looks([.stateLive, .statePractice, .stateReplay, .stateDesk]) == 4)
    #expect(looks([.noticeUrgent, .noticeNotice, .noticeReminder, .noticeNone]) == 4)
    #expect(looks([.vitalUrgent, .vitalNotice, .vitalNormal]) == 3)
    #expect(looks([.unsaved, .saved]) == 2)
  }

  @Test func `every role but text refines another, and the names are unlike`() {
    #expect(Role.graphTrendSecond.general == .graphTrend)
    #expect(Role.noticeUrgent.general == .text)
    #expect(Role.allCases.filter { $0.general == nil } == [.text])
    #expect(Set(Role.allCases.map(\.rawValue)).count == Role.allCases.count)
  }
}

struct PaintTests {
  @Test(arguments: [
    (Paint.rgb(0, 0, 0), 16, 0), (.rgb(255, 255, 255), 231, 15), (.rgb(255, 0, 0), 196, 9),
    (.rgb(128, 128, 128), 244, 8), (.rgb(8, 8, 8), 232, 0), (.rgb(95, 135, 175), 67, 8),
    (.ansi(3), 3, 3), (.ansi(200), 8, 8),
  ])
  func `a colour is taken from what the terminal has`(paint: Paint, of256: UInt8, of16: UInt8) {
    #expect(paint.nearest256 == of256)
    #expect(paint.nearest16 == of16)
  }

  @Test func `every colour of the palette is nearest to itself`() {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    for (index, step) in steps.enumerated() {
      #expect(Paint.rgb(step, 0, 255).nearest256 == UInt8(16 + 36 * index + 5))
    }
    for shade in UInt8(0)..<24 {
      let value = 8 + 10 * shade
      #expect(Paint.rgb(value, value, value).nearest256 == 232 + shade)
    }
    #expect(Paint.standard.nearest256 == nil)
    #expect(Paint.standard.nearest16 == nil)
  }
}
