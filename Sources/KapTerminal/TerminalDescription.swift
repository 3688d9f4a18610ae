import CTerminal
import KapCanvas

/// What ncurses knows of the kind of terminal: its control strings, asked by their terminfo names.
///
/// ncurses keeps one description in a process. This one is of use from its creation until
/// ``close()``.
struct TerminalDescription: Sendable {
  /// How letters are dressed.
  let rendition: Rendition
  let clear: [UInt8]
  /// Whether clearing leaves the present background behind.
  let clearsWithBackground: Bool
  /// Whether writing the last cell of the screen scrolls it.
  let scrollsAtLastCell: Bool
  let hideCursor: [UInt8]
  let showCursor: [UInt8]
  /// What takes the screen: the alternate screen, marks around pastes, a cursor that is steady.
  let enter: [UInt8]
  /// What gives it back as it was.
  let leave: [UInt8]
  /// The size that the description claims, for lines that tell none.
  let usualSize: Size

  /// Asks ncurses about the terminal that `environment` names.
  init(_ environment: TerminalEnvironment, descriptor: Int32) throws(TerminalError) {
    let name = environment.name
    guard !name.isEmpty else { throw .unnamed }
    guard name != "dumb", name != "unknown" else { throw .tooSimple(name) }
    let outcome = kap_description_open(name, descriptor)
    guard outcome != -1 else { throw .noDescriptions }
    guard outcome == 1 else { throw .unknown(name) }
    guard Self.string("cup") != nil, let clear = Self.string("clear") else {
      kap_description_close()
      throw .tooSimple(name)
    }

    rendition = Rendition(environment)
    self.clear = clear
    clearsWithBackground = Self.flag("bce")
    scrollsAtLastCell = Self.flag("am") && !Self.flag("xenl")
    let (hidden, shown) = (Self.string("civis"), Self.string("cnorm"))
    hideCursor = shown == nil ? [] : hidden ?? []
    showCursor = shown ?? []
    usualSize = Size(rows: Self.number("lines") ?? 24, columns: Self.number("cols") ?? 80)

    // Marks around pastes are newer than most descriptions. A terminal with colours as ISO 6429
    // has them passes over what it does not know.
    let pasteOn = Self.string("BE") ?? (rendition.isStandard ? Array("\u{1B}[?2004h".utf8) : [])
    let pasteOff = Self.string("BD") ?? (rendition.isStandard ? Array("\u{1B}[?2004l".utf8) : [])
    let steadyBar = Self.string("Ss", 6) ?? []
    let usualCursor = Self.string("Ss", 0) ?? []
    enter = (Self.string("smcup") ?? []) + pasteOn + steadyBar
    leave =
      rendition.plain + pasteOff + usualCursor + showCursor + (Self.string("rmcup") ?? clear)
  }

  /// Lets ncurses forget the description.
  func close() { kap_description_close() }

  /// The movement to a cell.
  func movement(row: Int, column: Int) -> [UInt8] {
    let (row, column) = (Int32(clamping: row), Int32(clamping: column))
    return Self.text { kap_description_move(row, column, $0, $1) } ?? []
  }

  /// The movement to a column of the present row, where the terminal has one.
  func movement(column: Int) -> [UInt8]? {
    let column = Int32(clamping: column)
    return Self.text { kap_description_move_in_row(column, $0, $1) }
  }
}

extension TerminalDescription {
  static func string(_ name: String, _ parameter: Int = 0) -> [UInt8]? {
    let parameter = Int32(clamping: parameter)
    return text { kap_description_string(name, parameter, $0, $1) }
  }

  static func flag(_ name: String) -> Bool { kap_description_flag(name) == 1 }

  static func number(_ name: String) -> Int? {
    let number = Int(kap_description_number(name))
    return number > 0 ? number : nil
  }

  private static func text(_ ask: (UnsafeMutablePointer<UInt8>, Int32) -> Int32) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = buffer.baseAddress.map { max(Int(ask($0, Int32(buffer.count))), 0) } ?? 0
    }
    return bytes.isEmpty ? nil : bytes
  }
}
