import KapCanvas

/// How a terminal is told what letters look like.
///
/// The strings are ncurses'. Where they are those of ISO 6429, which is nearly everywhere, two
/// things are added that terminfo has no names for: taking back one attribute alone, and direct
/// colours on the many terminals that have them but not in their description.
struct Rendition: Sendable {
  let depth: ColourDepth
  /// Whether colours are spelled as ISO 6429 has them.
  let isStandard: Bool
  /// What takes back everything.
  let plain: [UInt8]

  private let marks: [(mark: Style.Attributes, on: [UInt8], off: [UInt8]?)]
  /// What takes back the colour of the letters, and that behind them, where each can be alone.
  private let standardInks: (letters: [UInt8], behind: [UInt8])?
  private let letters: [[UInt8]]
  private let behind: [[UInt8]]

  /// Asks the description that is open in ncurses.
  init(_ environment: TerminalEnvironment) {
    typealias Description = TerminalDescription
    let separately = Description.string("op") == Self.codes("39;49")
    isStandard =
      separately && Description.string("setaf", 1) == Self.codes("31")
      && Description.string("setab", 1) == Self.codes("41")
    let depth = Self.depth(environment, isStandard: isStandard)
    self.depth = depth
    plain = Description.string("sgr0") ?? []
    standardInks = separately ? (Self.codes("39"), Self.codes("49")) : nil

    let reverse = Description.string("rev") ?? Description.string("smso") ?? []
    // Some descriptions end a line under letters by taking back everything.
    let endsLine = Description.string("rmul") == Self.codes("24") ? Self.codes("24") : nil
    let endsReverse = Description.string("rmso") == Self.codes("27") ? Self.codes("27") : nil
    let endsWeight = separately ? Self.codes("22") : nil
    marks = [
      (.bold, Description.string("bold") ?? [], endsWeight),
      (.dim, Description.string("dim") ?? [], endsWeight),
      (.underline, Description.string("smul") ?? [], endsLine),
      (.reverse, reverse, endsReverse),
    ]
    let count = depth == .none ? 0 : depth == .eight ? 8 : depth == .sixteen ? 16 : 256
    // A description of direct colours means the first eight alone by their number.
    let colours = Description.number("colors") ?? 0
    let named = colours > 256 ? 8 : colours
    letters = (0..<count).map { index in
      (index < named ? Description.string("setaf", index) : nil) ?? Self.codes("38;5;\(index)")
    }
    behind = (0..<count).map { index in
      (index < named ? Description.string("setab", index) : nil) ?? Self.codes("48;5;\(index)")
    }
  }

  /// How many colours to use, by what the description and the environment say.
  private static func depth(_ environment: TerminalEnvironment, isStandard: Bool) -> ColourDepth {
    typealias Description = TerminalDescription
    guard !environment.refusesColour, let count = Description.number("colors"), count >= 8,
      Description.string("setaf", 1) != nil, Description.string("setab", 1) != nil
    else { return .none }
    // GNU screen hands COLORTERM on from the terminal around it and garbles direct colours.
    let isScreen = environment.name.hasPrefix("screen") && !environment.isTmux
    let says = ["truecolor", "24bit"].contains(environment.colours) && !isScreen
    let isDirect = says || Description.flag("RGB") || Description.flag("Tc") || count > 256
    if isStandard, isDirect { return .direct }
    return count >= 256 ? .indexed : count >= 16 ? .sixteen : .eight
  }

  private static func codes(_ numbers: String) -> [UInt8] { Array("\u{1B}[\(numbers)m".utf8) }
}

extension Rendition {
  /// The pen that draws `style` as well as this terminal can.
  func pen(for style: Style) -> Pen {
    var attributes = style.attributes
    if depth == .eight, case .ansi(let index)? = style.foreground, index & 8 != 0 {
      attributes.insert(.bold)
    }
    for (mark, on, _) in marks where on.isEmpty { attributes.remove(mark) }
    return Pen(
      letters: ink(for: style.foreground ?? .standard),
      behind: ink(for: style.background ?? .standard),
      attributes: attributes
    )
  }

  private func ink(for paint: Paint) -> Pen.Ink {
    switch depth {
    case .none: return .standard
    case .eight: return paint.nearest16.map { .indexed($0 & 7) } ?? .standard
    case .sixteen: return paint.nearest16.map { .indexed($0) } ?? .standard
    case .indexed: return paint.nearest256.map { .indexed($0) } ?? .standard
    case .direct:
      if case .rgb(let red, let green, let blue) = paint { return .direct(red, green, blue) }
      return paint.nearest16.map { .indexed($0) } ?? .standard
    }
  }

  /// Appends to `output` what makes the terminal draw with `pen` after it drew with `previous`, or
  /// with one that nobody knows.
  func append(_ pen: Pen, after previous: Pen?, to output: inout [UInt8]) {
    guard pen != previous else { return }
    var pieces: [[UInt8]] = []
    if let previous, let change = change(from: previous, to: pen) {
      pieces = change
    } else {
      output += plain
      pieces = change(from: Pen(), to: pen) ?? []
    }
    Self.join(pieces, to: &output)
  }

  /// The strings between two pens, or none if only taking back everything leads there.
  private func change(from old: Pen, to new: Pen) -> [[UInt8]]? {
    var kept = old.attributes
    var pieces: [[UInt8]] = []
    for (mark, _, off) in marks where kept.contains(mark) && !new.attributes.contains(mark) {
      guard let off else { return nil }
      pieces.append(off)
      kept.remove(mark)
      // One string ends both weights.
      if mark == .bold || mark == .dim { kept.subtract([.bold, .dim]) }
    }
    for (mark, on, _) in marks where new.attributes.contains(mark) && !kept.contains(mark) {
      pieces.append(on)
    }
    if old.letters != new.letters {
      guard let piece = piece(new.letters, letters, 38, standardInks?.letters) else { return nil }
      pieces.append(piece)
    }
    if old.behind != new.behind {
      guard let piece = piece(new.behind, behind, 48, standardInks?.behind) else { return nil }
      pieces.append(piece)
    }
    return pieces
  }

  private func piece(
    _ ink: Pen.Ink,
    _ indexed: [[UInt8]],
    _ direct: Int,
    _ standard: [UInt8]?
  ) -> [UInt8]? {
    switch ink {
    case .standard: standard
    case .indexed(let index): indexed.indices.contains(Int(index)) ? indexed[Int(index)] : []
    case .direct(let red, let green, let blue): Self.codes("\(direct);2;\(red);\(green);\(blue)")
    }
  }

  /// Appends the pieces, those of ISO 6429 as one string.
  private static func join(_ pieces: [[UInt8]], to output: inout [UInt8]) {
    var isOpen = false
    for piece in pieces {
      let isCode = piece.starts(with: [0x1B, 0x5B]) && piece.last == 0x6D
      if isCode, isOpen {
        output[output.count - 1] = 0x3B
        output += piece.dropFirst(2)
      } else {
        output += piece
      }
      isOpen = isCode
    }
  }
}

/// What the terminal draws with at a moment.
struct Pen: Hashable, Sendable {
  /// A colour as the terminal is told it.
  enum Ink: Hashable, Sendable {
    case standard
    case indexed(UInt8)
    case direct(UInt8, UInt8, UInt8)
  }

  var letters = Ink.standard
  var behind = Ink.standard
  var attributes: Style.Attributes = []
}
