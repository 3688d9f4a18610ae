/// How every role looks, under a name.
package struct Theme: Hashable, Sendable {
  /// The name by which the theme is chosen, such as `night-red`.
  package var name: String
  /// What the theme is called in a list.
  package var title: String
  /// Whether the theme is meant for a dark background.
  package var isDark: Bool
  /// The styles that the theme gives; other roles look like the role that they refine.
  package var styles: [Role: Style]
  /// The glyphs that the theme draws otherwise than usual.
  package var glyphs: [Glyph: Character]

  /// Creates a theme.
  package init(
    name: String,
    title: String,
    isDark: Bool,
    styles: [Role: Style],
    glyphs: [Glyph: Character] = [:]
  ) {
    self.name = name
    self.title = title
    self.isDark = isDark
    self.styles = styles
    self.glyphs = glyphs
  }

  /// The style of `role`, complete.
  ///
  /// A role without a style looks like the one that it refines (`border.focus` like `border`), and in
  /// the end like ``Role/text``, whose paints also fill what a style leaves open.
  package subscript(role: Role) -> Style {
    let text = styles[.text] ?? Style()
    var nearest = role
    while styles[nearest] == nil, let general = nearest.general { nearest = general }
    var style = styles[nearest] ?? text
    style.foreground = style.foreground ?? text.foreground ?? .standard
    style.background = style.background ?? text.background ?? .standard
    return style
  }
}

extension Theme {
  /// The last resort: attributes only, in the terminal's own colours.
  package static let plain = Theme(
    name: "plain",
    title: "Plain",
    isDark: true,
    styles: [
      .text: Style(),
      .muted: Style(attributes: .dim),
      .strong: Style(attributes: .bold),
      .titleFocus: Style(attributes: .bold),
      .key: Style(attributes: .bold),
      .elapsed: Style(attributes: .bold),
      .stateLive: Style(attributes: [.bold, .reverse]),
      .statePractice: Style(attributes: [.reverse, .underline]),
      .stateReplay: Style(attributes: [.reverse]),
      .stateDesk: Style(attributes: [.bold, .underline]),
      .subject: Style(attributes: .bold),
      .noticeUrgent: Style(attributes: [.bold, .reverse]),
      .noticeNotice: Style(attributes: .reverse),
      .noticeReminder: Style(attributes: .underline),
      .vitalNotice: Style(attributes: .bold),
      .vitalUrgent: Style(attributes: [.bold, .reverse]),
      .phaseCurrent: Style(attributes: .bold),
      .phasePlan: Style(attributes: .dim),
      .dueLate: Style(attributes: [.bold, .underline]),
      .dueDone: Style(attributes: .dim),
      .entry: Style(attributes: .bold),
      .entryAsk: Style(attributes: .reverse),
      .entryError: Style(attributes: [.bold, .reverse]),
      .unsaved: Style(attributes: [.bold, .reverse]),
      .voided: Style(attributes: .dim),
      .unread: Style(attributes: .bold),
      .selection: Style(attributes: .reverse),
      .searchHit: Style(attributes: [.reverse, .underline]),
      .graphNow: Style(attributes: .bold),
    ]
  )
}
