import KapSettings
import Testing

struct SettingsTests {
  private func problems(of text: String) -> [String] {
    do throws(SettingsError) {
      _ = try Settings(reading: Array(text.utf8), named: "config.yaml")
      return []
    } catch {
      guard case .invalid(let problems) = error else { return ["\(error)"] }
      return problems.map { String("\($0)".dropFirst("config.yaml:".count)) }
    }
  }

  @Test func `every key is read`() throws {
    let text = """
      theme: light
      nightTheme: night-red
      words: { patient: client }
      privacy:
        notes: hidden
      bell: notice
      person: ar
      chart: /srv/kap
      """
    let settings = try Settings(reading: Array(text.utf8), named: "config.yaml")

    #expect(settings.theme == "light")
    #expect(settings.nightTheme == "night-red")
    #expect(settings.words.patient == "client")
    #expect(settings.privacy.notes == .hidden)
    #expect(settings.bell == .notice)
    #expect(settings.person == "ar")
    #expect(settings.chart == "/srv/kap")
  }

  @Test(arguments: ["", "\n\n", "# theme: light\n", "  # nothing\r\n"])
  func `a file that says nothing is as usual`(text: String) throws {
    #expect(try Settings(reading: Array(text.utf8), named: "config.yaml") == Settings())
  }

  @Test func `no file is as usual`() throws {
    let directory = try UserDirectory(["config.yaml": "bell: urgent\n"])

    #expect(try Settings(path: "\(directory.path)/nothing.yaml") == Settings())
    #expect(try Settings(path: "\(directory.path)/config.yaml").bell == .urgent)
  }

  @Test func `the bell is silent and notes are shown unless the clinic says otherwise`() {
    #expect(Settings().bell == .off)
    #expect(Settings().privacy.notes == .shown)
    #expect(Settings().words.patient == "patient")
  }

  @Test(arguments: [
    (
      "theme: dark\nthem: light\n",
      "2:1: them: there is no key `them` here. Known are: theme, nightTheme, words, privacy, bell, "
        + "person, chart."
    ),
    ("bel: true\n", "1:1: bel: there is no key `bel` here. Did you mean `bell`?"),
    ("bell: yes\n", "1:7: bell: `yes` is not known here. Write one of: off, notice, urgent."),
    (
      "privacy:\n  notes: hiden\n",
      "2:10: privacy.notes: `hiden` is not known here. Did you mean `hidden`?"
    ),
    (
      "words:\n  patient: two words\n",
      "2:12: words.patient: `two words` is not one short word. Write up to 16 letters."
    ),
    ("chart: here\n", "1:8: chart: the path of the chart must be absolute. Write it from `/`."),
    ("- theme\n", "1:1: named parts are expected here. Write them as `word: value`."),
  ])
  func `a problem names its line, its column and its key`(text: String, expected: String) {
    #expect(problems(of: text) == [expected])
  }
}

struct DirectoriesTests {
  @Test func `a home is enough`() throws {
    let found = try #require(Directories(environment: ["HOME": "/home/ar"]))

    #expect(found.config == "/home/ar/.config/kap")
    #expect(found.data == "/home/ar/.local/share/kap")
    #expect(found.state == "/home/ar/.local/state/kap")
    #expect(found.cache == "/home/ar/.cache/kap")
    #expect(found.configFile == "/home/ar/.config/kap/config.yaml")
    #expect(found.protocols == "/home/ar/.config/kap/protocols")
    #expect(found.themes == "/home/ar/.config/kap/themes")
  }

  @Test func `what the environment names comes first, when it is absolute`() throws {
    let found = try #require(
      Directories(environment: [
        "HOME": "/home/ar/", "XDG_CONFIG_HOME": "/etc/clinic//", "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "", "XDG_CACHE_HOME": "/",
      ])
    )

    #expect(found.config == "/etc/clinic/kap")
    #expect(found.data == "/home/ar/.local/share/kap")
    #expect(found.state == "/home/ar/.local/state/kap")
    #expect(found.cache == "/kap")
  }

  @Test func `without any home there are none`() {
    #expect(Directories(environment: [:]) == nil)
    #expect(Directories(environment: ["HOME": "here"]) == nil)
  }
}
