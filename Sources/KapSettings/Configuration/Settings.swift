import Foundation

/// What the user chose in `config.yaml`; what is left out is as usual.
package struct Settings: Hashable, Sendable {
  /// The theme's name, if one was chosen.
  package var theme: String?
  /// The name of the theme for the dim room.
  package var nightTheme: String?
  /// Words on the screen that the clinic says otherwise.
  package var words = Words()
  /// What may be read over a shoulder.
  package var privacy = Privacy()
  /// From which notices on the terminal's bell sounds.
  package var bell = Bell.off
  /// The person at this terminal, unless said otherwise.
  package var person: String?
  /// The directory of the chart, unless said otherwise.
  package var chart: String?

  /// Creates the usual settings.
  package init() {}

  /// From which notices on the bell sounds.
  package enum Bell: String, Hashable, Sendable, CaseIterable { case off, notice, urgent }

  /// Words on the screen.
  package struct Words: Hashable, Sendable {
    /// The word for the person who is treated: `patient`, `client`.
    package var patient = "patient"
  }

  /// What may be read over a shoulder.
  package struct Privacy: Hashable, Sendable {
    /// Whether the notes pane shows words, or only time and kind.
    package var notes = Notes.shown

    /// Whether notes are shown.
    package enum Notes: String, Hashable, Sendable, CaseIterable { case hidden, shown }
  }
}

extension Settings {
  /// Reads what a file says.
  package init(reading bytes: [UInt8], named file: String) throws(SettingsError) {
    guard Self.saysSomething(bytes) else {
      self.init()
      return
    }
    var section = Section(try Tree(yaml: bytes, file: file), path: "")
    let settings = section.settings()
    section.close()
    guard section.problems.isEmpty else { throw .invalid(section.problems) }
    self = settings
  }

  /// Reads the file at a path; the usual settings where there is none.
  package init(path: String) throws(SettingsError) {
    guard FileManager.default.fileExists(atPath: path) else {
      self.init()
      return
    }
    try self.init(reading: try Shelf.read(path), named: path)
  }

  /// Whether there is more than blank lines and comments.
  private static func saysSomething(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
      return first != nil && first != UInt8(ascii: "#")
    }
  }
}

extension Section {
  fileprivate mutating func settings() -> Settings {
    var settings = Settings()
    settings.theme = textIfAny("theme")
    settings.nightTheme = textIfAny("nightTheme")
    _ = sectionIfAny("words") { words in
      if let word = words.wordIfAny("patient") { settings.words.patient = word }
      return ()
    }
    _ = sectionIfAny("privacy") { privacy in
      if let value = privacy.valueIfAny("notes"),
        let notes = privacy.choice(value, "notes", of: Settings.Privacy.Notes.self)
      {
        settings.privacy.notes = notes
      }
      return ()
    }
    if let value = valueIfAny("bell"), let bell = choice(value, "bell", of: Settings.Bell.self) {
      settings.bell = bell
    }
    settings.person = textIfAny("person")
    if let chart = textIfAny("chart") {
      settings.chart = chart
      if !chart.hasPrefix("/") {
        note("chart", "the path of the chart must be absolute", "Write it from `/`")
      }
    }
    return settings
  }

  /// A word short enough for a narrow screen.
  private mutating func wordIfAny(_ key: String) -> String? {
    guard let word = textIfAny(key) else { return nil }
    guard word.count <= 16, word.allSatisfy(\.isLetter) else {
      note(key, "`\(word.prefix(40))` is not one short word", "Write up to 16 letters")
      return nil
    }
    return word
  }
}
