import KapCanvas
@testable import KapInterface
import KapTestSupport
import KapTimeline
import Testing

@Suite struct RestTests {
  @Test func `at rest letters open fields and record nothing, but for the pin and the emergency`()
    throws
  {
    for value in UInt8(33)...126 {
      let character = Character(UnicodeScalar(value))
      let sitting = try Sitting.inPeak()
      let before = sitting.count
      sitting.press(.character(character))
      let records = "mMeE!".contains(character)
      #expect(sitting.count == before + (records ? 1 : 0), "\(character)")
    }
  }

  @Test func `a cat on the keyboard records nothing but pins and steps of an emergency`() throws {
    var generator = SeededGenerator(seed: 4)
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    for _ in 0..<600 {
      let value = UInt8.random(in: 32...126, using: &generator)
      sitting.press(.character(Character(UnicodeScalar(value))), after: 15)
      if Bool.random(using: &generator) { sitting.press(.escape, after: 15) }
      _ = sitting.screen
    }
    // The due list's `l` puts an item off at once, by design; and a verb may begin an
    // emergency, with its digits, of which one stops the pump; nothing else may be there.
    let kinds = Set(sitting.room.events.dropFirst(before).map(\.event.kind))
    #expect(kinds.isSubset(of: [.pin, .later, .emergency, .infusion]))
  }

  @Test func `a pasted page becomes a note's draft and runs no key`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    let page = "v 120/80\n:end\nq\n" + String(repeating: "p\n x1\n d ", count: 200)
    sitting.press(.paste(page))
    #expect(sitting.count == before)
    #expect(sitting.line.contains("NOTE"))
    #expect(sitting.echo.contains("Nothing is recorded until Enter"))
    sitting.press("⎋")
    #expect(sitting.line.contains("put aside: note"))
    #expect(sitting.count == before)
  }

  @Test func `a page longer than a field holds is cut, and that is said`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(.paste(String(repeating: "long ", count: 100_000)))
    #expect(sitting.echo.contains("cut at 20,000 characters"))
    #expect(sitting.isWriting)
  }

  @Test(arguments: 0...9)
  func `a digit at rest does nothing and says so`(digit: Int) throws {
    let sitting = try Sitting.inPeak()
    sitting.press("\(digit)")
    #expect(!sitting.isWriting)
    #expect(sitting.echo.contains("A digit does nothing at rest"))
  }

  @Test(arguments: ["v", "o", "n", "s", "t", "p", "r", "x", "d", "c", "u", "w", "e", "a"])
  func `a capital means what its letter does`(letter: String) throws {
    let small = try Sitting.inPeak()
    let large = try Sitting.inPeak()
    small.press(letter)
    large.press(letter.uppercased())
    // `N` alone has a meaning of its own: notes until Esc.
    if letter == "n" {
      #expect(large.line.contains("NOTES"))
    } else {
      #expect(small.screen == large.screen)
    }
  }

  @Test func `a held Space is one pin`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    for _ in 0..<120 { sitting.press(.character(" "), after: 33) }
    #expect(sitting.count == before + 1)
    sitting.wait(seconds: 3).press("m")
    #expect(sitting.count == before + 2)
  }

  @Test func `a pin carries the moment of its key and waits in the due list for its words`() throws
  {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40:20").press(" ")
    #expect(sitting.echo.contains("pin 1 kept at 14:40. d gives it its words."))
    #expect(sitting.interface.findings.dueItems.contains { $0.key.hasPrefix("pin:") })
  }

  @Test func `in a field Esc and Space drop a pin, and the draft waits`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("nhalf a thou⎋ ")
    #expect(sitting.count == before + 1)
    #expect(sitting.line.contains("put aside: note “half a thou”"))
  }

  @Test func `q, Ctrl-Z and Ctrl-C end nothing and say what to do`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("q")
    #expect(sitting.echo.contains("To end the session type :end, to leave it open :leave."))
    sitting.press("⌃z")
    #expect(sitting.echo.contains("The session goes on: :leave keeps it open."))
    sitting.press("nwords⌃c")
    #expect(sitting.line.contains("put aside: note “words”"))
    #expect(sitting.echo.contains("Saved "))
    #expect(!sitting.asked.contains(.leave))
    #expect(!sitting.asked.contains(.suspend))
  }

  @Test(arguments: ["s", "q", "d", "a", "b", "t", "n", "o", "v", "y"])
  func `Ctrl with any other letter does nothing`(letter: String) throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.screen
    sitting.press(.control(Character(letter)))
    #expect(sitting.screen == before)
  }

  @Test func `no verb of the table needs Ctrl, Alt or a function key`() {
    for mode in Mode.allCases {
      for binding in Keymap.table(of: mode) {
        let isPlain = binding.keys.contains { key in
          if case .control = key { false } else { true }
        }
        let isExtra = [.redraw, .suspend, .interrupt].contains(binding.action)
        #expect(isPlain || isExtra, "\(binding.help)")
      }
    }
  }

  @Test func `every verb that records has a key without Shift`() {
    for binding in Keymap.live where ![.stayInNotes, .keys].contains(binding.action) {
      let isUnshifted = binding.keys.contains { key in
        guard case .character(let character) = key else { return true }
        return !character.isUppercase && !"!\"#$%&()*+:<>?@^_{|}~".contains(character)
      }
      #expect(isUnshifted, "\(binding.help)")
    }
  }

  @Test func `a key has one meaning in each mode`() {
    for mode in Mode.allCases {
      var seen: [Key: Action] = [:]
      for binding in Keymap.table(of: mode) {
        for key in binding.keys {
          #expect(seen[key] == nil, "\(key.name)")
          seen[key] = binding.action
        }
      }
    }
  }

  @Test func `a key without a meaning says so`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("§")
    #expect(sitting.echo.contains("§ has no meaning here. ? lists the keys."))
  }
}
