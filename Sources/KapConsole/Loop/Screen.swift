import KapCanvas
import KapInterface
import KapTerminal

/// The terminal with what it shows: claims it, paints frames, follows themes, sleeps and wakes.
struct Screen: ~Copyable {
  var terminal: TerminalSession
  let signals: Signals
  let options: ConsoleOptions
  private var chosen: Theme
  /// The night theme, while it is on.
  private var night: Theme?
  private var owesFrame = false

  init(_ options: ConsoleOptions) throws(TerminalError) {
    let terminal = try TerminalSession(theme: options.theme)
    let signals = try Signals()
    self.terminal = terminal
    self.signals = signals
    self.options = options
    chosen = options.theme
  }

  /// The signs this terminal shows in one column.
  var glyphs: Glyphs {
    let isUnicode = terminal.isUnicode
    return Glyphs(overriding: chosen.glyphs) { character in
      isUnicode || character.isASCII ? glyphWidth(character) : -1
    }
  }

  /// Paints a frame; one that the terminal cannot take yet is owed.
  mutating func paint(_ canvas: Canvas) { owesFrame = terminal.paint(canvas) == .waiting }

  /// Waits for keys, signals, answers of the store, or the deadline.
  mutating func wait(
    _ wake: WakePipe,
    watching directory: Int32? = nil,
    until deadline: Int?
  ) -> Woken {
    let soonest = [deadline, terminal.nextDeadline].compactMap { $0 }.min()
    var interests = [
      Poll.Interest(terminal.inputDescriptor), Poll.Interest(signals.descriptor),
      Poll.Interest(wake.descriptor),
    ]
    if let directory { interests.append(Poll.Interest(directory)) }
    if owesFrame { interests.append(Poll.Interest(terminal.outputDescriptor, for: .writable)) }
    let ready = Poll.wait(on: interests, until: soonest)
    var woken = Woken()
    if !ready[1].isEmpty {
      let signals = signals.take()
      if signals.contains(.resized) {
        terminal.refreshSize()
        woken.size = terminal.size
      }
      if !signals.isDisjoint(with: [.hungUp, .terminate, .interrupt]) { woken.isCutOff = true }
    }
    if !ready[2].isEmpty { wake.drain() }
    woken.isDirectoryWritten = directory != nil && !ready[3].isEmpty
    woken.keys = terminal.readKeys(at: SystemClock.sinceBoot)
    if ready[0].contains(.hungUp), woken.keys.isEmpty { woken.isCutOff = true }
    if terminal.hasHungUp { woken.isCutOff = true }
    return woken
  }

  /// Does what an effect asks of the terminal; what could not be done comes back in words.
  mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .theme(let name):
      guard let theme = options.themeNamed(name) else {
        return .said("The theme \(name) cannot be read; kap theme lint says why.", isError: true)
      }
      chosen = theme
      night = nil
      terminal.setTheme(theme)
    case .preview(let name):
      terminal.setTheme(name.flatMap(options.themeNamed) ?? shown)
    case .dim(let isDimmed):
      guard isDimmed else {
        night = nil
        terminal.setTheme(shown)
        return nil
      }
      do {
        night = try options.nightTheme()
      } catch {
        return .notDimmed("\(error)")
      }
      terminal.setTheme(shown)
    case .redraw: terminal.redraw()
    case .bell: terminal.ring()
    case .suspend:
      guard (try? terminal.suspend()) != nil else { return nil }
      Signals.stopProcess()
      try? terminal.resume()
    case .append, .keep, .forget, .leave, .unlock, .debrief, .byHand, .speed: break
    }
    return nil
  }

  private var shown: Theme { night ?? chosen }

  /// What a wait brought.
  struct Woken {
    var keys: [Key] = []
    var size: Size?
    var isCutOff = false
    var isDirectoryWritten = false
  }
}
