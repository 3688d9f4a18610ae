package import KapCanvas

/// Something about a theme that people may not be able to read or to tell apart.
package struct ThemeFinding: Hashable, Sendable {
  /// The roles it is about: one, or two that look too much alike.
  package var roles: [Role]
  /// What is wrong, in words.
  package var message: String
}

extension ThemeFinding: CustomStringConvertible {
  /// The roles and what is wrong, in one line.
  package var description: String {
    "\(roles.map(\.rawValue).joined(separator: ", ")): \(message)"
  }
}

/// The rules that every theme of the program keeps, and that others should.
///
/// Contrast is WCAG 2's, on 24-bit and on 256 colours. Roles that must never be taken for each
/// other differ in bold, underline or reverse, or by at least ten units of CIEDE2000 for every eye
/// and every terminal. The terminal's own colours are taken for black and white, and its sixteen
/// for xterm's.
package enum ThemeLint {
  /// What is wrong with a theme; empty when nothing is.
  package static func findings(_ theme: Theme) -> [ThemeFinding] {
    contrastFindings(theme) + pairFindings(theme) + attributeFindings(theme)
  }

  private static func contrastFindings(_ theme: Theme) -> [ThemeFinding] {
    let isHigh = theme.name.hasPrefix("high-contrast")
    var findings: [ThemeFinding] = []
    for role in Role.allCases {
      let wanted = role.isGraphic || role.isLarge ? (isHigh ? 4.5 : 3) : (isHigh ? 7 : 4.5)
      for depth in [ColourDepth.full, .indexed] {
        let look = Look(theme[role], isDark: theme.isDark, depth: depth)
        let contrast = look.letters.contrast(with: look.ground)
        guard contrast < wanted else { continue }
        let measured = (contrast * 100).rounded(.down) / 100
        findings.append(
          ThemeFinding(
            roles: [role],
            message: "the contrast is \(measured) in \(depth.rawValue) and should be \(wanted)"
          )
        )
      }
    }
    return findings
  }

  private static func pairFindings(_ theme: Theme) -> [ThemeFinding] {
    grave.flatMap { pairFindings(theme, $0, $1, in: ColourDepth.allCases) }
      + slight.flatMap { pairFindings(theme, $0, $1, in: [.full, .indexed]) }
  }

  private static func pairFindings(
    _ theme: Theme,
    _ one: Role,
    _ two: Role,
    in depths: [ColourDepth]
  ) -> [ThemeFinding] {
    let marks = Style.Attributes([.bold, .underline, .reverse])
    let styles = [theme[one], theme[two]]
    guard styles[0].attributes.intersection(marks) == styles[1].attributes.intersection(marks)
    else { return [] }
    return depths.flatMap { depth -> [ThemeFinding] in
      let looks = styles.map { Look($0, isDark: theme.isDark, depth: depth) }
      return ColourVision.allCases.compactMap { eye -> ThemeFinding? in
        let difference = looks[0].difference(from: looks[1], seenBy: eye)
        guard difference < 10 else { return nil }
        let measured = (difference * 10).rounded(.down) / 10
        return ThemeFinding(
          roles: [one, two],
          message: "they differ by \(measured) with \(eye.rawValue) in \(depth.rawValue) and "
            + "should by 10, or in bold, underline or reverse"
        )
      }
    }
  }

  private static func attributeFindings(_ theme: Theme) -> [ThemeFinding] {
    Role.allCases.filter { theme[$0].attributes.contains(.dim) && !$0.mayRecede }.map {
      ThemeFinding(
        roles: [$0],
        message: "it is dim, which some terminals draw hardly visible; give it a colour instead"
      )
    }
  }

  /// The roles that must never be taken for each other, on any terminal.
  private static let grave: [(Role, Role)] =
    all([.vitalNormal, .vitalNotice, .vitalUrgent])
    + all([.noticeNone, .noticeReminder, .noticeNotice, .noticeUrgent])
    + all([.stateLive, .statePractice, .stateReplay, .stateDesk])
    + all([.entryEcho, .entryAsk, .entryError])
    + all([.text, .selection, .searchHit])
    + [(.due, .dueLate), (.saved, .unsaved)]

  /// The roles that should look different wherever there are more than sixteen colours; a word or
  /// a place tells them apart as well.
  private static let slight: [(Role, Role)] =
    all([.speakerPatient, .speakerTherapist, .speakerMonitor])
    + all([.graphTrend, .graphTrendSecond, .graphLimit])
    + [(.phaseCurrent, .phasePlan)]

  private static func all(_ roles: [Role]) -> [(Role, Role)] {
    roles.indices.flatMap { first in
      roles.indices.filter { $0 > first }.map { (roles[first], roles[$0]) }
    }
  }
}

/// The two colours that a style makes on a screen.
private struct Look {
  var letters: Colour
  var ground: Colour

  init(_ style: Style, isDark: Bool, depth: ColourDepth) {
    let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255))
    letters = style.foreground.flatMap(depth.colour) ?? (isDark ? white : black)
    ground = style.background.flatMap(depth.colour) ?? (isDark ? black : white)
    if style.attributes.contains(.reverse) { (letters, ground) = (ground, letters) }
  }

  /// How different two looks are: the larger of the differences of letters and of ground.
  func difference(from other: Look, seenBy eye: ColourVision) -> Double {
    func difference(_ one: Colour, _ two: Colour) -> Double {
      Lab(eye.sees(one)).difference(from: Lab(eye.sees(two)))
    }
    return max(difference(letters, other.letters), difference(ground, other.ground))
  }
}

extension Role {
  /// Whether it is drawn so large or stands so alone that less contrast suffices.
  fileprivate var isLarge: Bool { self == .clock || self == .elapsed }

  /// Whether it may recede: nothing is lost when it is overlooked.
  fileprivate var mayRecede: Bool {
    let receding: Set<Role> = [
      .muted, .phasePast, .phasePlan, .dueDone, .entryHint, .gap, .voided, .vitalStale,
      .vitalMissing, .noticeNone,
    ]
    return isGraphic || receding.contains(self)
  }
}
