import KapStore
import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  struct HandOverTests {
    private let clinic: Clinic

    init() throws { clinic = try Clinic() }

    @Test func `an emergency by its keys, and a hand-over with a passphrase`() throws {
      let id = try clinic.open(ago: .minutes(10))
      let terminal = try clinic.terminal(["live", id.text])
      try terminal.wait(for: "at rest")
      try terminal.enter("dose iv 35mg over 40m")
      try terminal.wait(for: "Kept")

      try terminal.press(.character("e"))
      try terminal.wait(for: "the card") { $0.panes.says("EMERGENCY  started") }
      try terminal.press(.character("1"))
      try terminal.wait(for: "the step") { $0.bottom.says("help called") }
      try terminal.press(.character("4"))
      try terminal.wait(for: "oxygen") { $0.panes.says("oxygen, words wanted") }
      try terminal.press(.escape)
      try terminal.enter("stand-down: breathing well")
      try terminal.wait(for: "the end") { $0.bottom.says("stood down after") }

      try terminal.enter("handover jb")
      try terminal.wait(for: "the page") { $0.panes.says("HAND-OVER  AR to JB") }
      try terminal.type("wrong")
      try terminal.press(.enter)
      try terminal.wait(for: "Nothing has changed")
      try terminal.type(Clinic.passphrase)
      let typed = try terminal.look()
      #expect(!typed.says(Clinic.passphrase))
      try terminal.press(.enter)
      try terminal.wait(for: "the other owner of the seat") {
        $0.bottom.says(" JB  at rest")
      }
      try terminal.enter("note all is calm")
      try terminal.wait(for: "the note") { $0.panes.says("all is calm") }
      terminal.hangUp()

      let shown = try clinic.shown(id.text)
      #expect(shown.events("emergency").count == 4)
      #expect(shown.events("handOver").map(\.author) == ["ar"])
      #expect(shown.events("note").map(\.author) == ["jb"])
      #expect(try clinic.findings() == [])
    }

    @Test func `somebody who is added while the console runs takes the seat with a passphrase`()
      throws
    {
      let id = try clinic.open(ago: .minutes(10))
      let terminal = try clinic.terminal(["live", id.text])
      try terminal.wait(for: "at rest")
      try terminal.enter("handover zoe")
      try terminal.wait(for: "not a person of this chart")

      let chart = try clinic.chart()
      let zoe = Person(name: "zoe", role: .monitor)
      try chart.add(zoe, passphrase: Clinic.passphrase, stretching: .weakest)
      try chart.close()
      try terminal.wait(for: "the question") { $0.bottom.says("passphrase") }
      try terminal.type(Clinic.passphrase)
      try terminal.press(.enter)
      try terminal.wait(for: "the other owner of the seat") {
        $0.bottom.says(" ZOE  at rest")
      }
    }
  }
}
