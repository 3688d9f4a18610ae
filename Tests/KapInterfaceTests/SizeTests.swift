import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct SizeTests {
  /// Screens in many states: at rest, in each field and list, with a notice, at other minutes.
  private func states() throws -> [(String, Interface)] {
    var states: [(String, Interface)] = []
    let scripts = [
      "", "v172/104 98 96 15⏎", "v150/90 8", "v231/104⏎", "nwords and more words", "p", "d", "t",
      "x", "x1", "o64", ":the⇥", "?", "z", "⇥z", "⇥⇥z", "/br", "u", ":end⏎", "w⏎", "nhalf⎋", "v-",
      "v@14:", ":theme d", "rdose iv 90mg over 40m",
      "e", "e14", "e1⎋", "e1t", "e1v12", ":assess phq9⏎21", ":assess phq9⏎210210210", "oo",
      ":handover mk⏎", "v172/104⏎y", "v172/104⏎y⏎",
    ]
    for script in scripts {
      let sitting = try Sitting.inPeak()
      sitting.press(script)
      states.append((script, sitting.interface))
    }
    let early = try Sitting()
    states.append(("before the dose", early.interface))
    let late = try Sitting.inPeak()
    try late.at("16:30").press("b")
    states.append(("late", late.interface))
    return states
  }

  private func check(_ interface: Interface, _ state: String) {
    let canvas = interface.draw()
    let size = canvas.size
    let rows = canvas.text
    #expect(rows.count == size.rows)
    #expect(rows.allSatisfy { Text.width(of: $0) == size.columns })
    guard Layout.fits(size), !interface.isQuiet else { return }
    let name = "\(state) at \(size.columns)x\(size.rows)"
    #expect(rows[0].hasPrefix(" LIVE  K-014  "), "\(name)")
    #expect(rows[0].contains("room 2"), "\(name)")
    #expect(rows[0].contains(":") && !rows[0].contains("|"), "\(name)")
    #expect(rows[1].contains("Ketamine") || rows[1].contains("Arrived"), "\(name)")
    #expect(rows[3].hasPrefix(" ok  ") || rows[3].hasPrefix(" !"), "\(name)")
    #expect(
      rows[size.rows - 4].hasPrefix(" AR  ") || rows[size.rows - 4].hasPrefix(" JB  "),
      "\(name)"
    )
    let below = rows[size.rows - 2] + rows[size.rows - 1]
    #expect(below.contains("Saved "), "\(name)")
    // The lines at the top and bottom keep their margin.
    for row in [0, 1, 2, 3, size.rows - 4, size.rows - 3, size.rows - 2, size.rows - 1] {
      #expect(rows[row].first == " ", "\(name), row \(row + 1)")
    }
    // The box is whole.
    #expect(rows[4].hasPrefix("┌─") && rows[4].hasSuffix("─┐"), "\(name)")
    #expect(rows[size.rows - 5].hasPrefix("└─") && rows[size.rows - 5].hasSuffix("─┘"), "\(name)")
    for row in 5..<(size.rows - 5) {
      #expect(rows[row].first == "│" || rows[row].first == "├", "\(name), row \(row + 1)")
      #expect(rows[row].last == "│" || rows[row].last == "┤", "\(name), row \(row + 1)")
    }
    if let cursor = canvas.cursor {
      #expect(cursor.row == size.rows - 4 && cursor.column < size.columns, "\(name)")
    }
  }

  @Test func `at every size each line holds what it must and nothing overlaps`() throws {
    var generator = SeededGenerator(seed: 80)
    let states = try states()
    let named = [
      (16, 60), (24, 80), (22, 79), (30, 99), (30, 100), (36, 120), (80, 300), (60, 200), (17, 300),
      (80, 60),
    ]
    for (state, interface) in states {
      var interface = interface
      for (rows, columns) in named {
        _ = interface.update(.resized(Size(rows: rows, columns: columns)))
        check(interface, state)
      }
      for _ in 0..<12 {
        let rows = Int.random(in: 16...80, using: &generator)
        let columns = Int.random(in: 60...300, using: &generator)
        _ = interface.update(.resized(Size(rows: rows, columns: columns)))
        check(interface, state)
      }
    }
  }

  @Test func `below the least size the console says what it needs and goes on recording`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 15, columns: 80))
    #expect(sitting.screen.contains("kap needs 60 columns and 16 rows."))
    #expect(sitting.screen.contains("Recording goes on."))
    let before = sitting.count
    sitting.press("nstill here⏎")
    #expect(sitting.count == before + 1)
    for rows in 0...16 {
      for columns in [0, 1, 5, 20, 59, 60] {
        sitting.send(.resized(Size(rows: rows, columns: columns)))
        _ = sitting.interface.draw()
      }
    }
    sitting.send(.resized(Size(rows: 24, columns: 80)))
    #expect(sitting.header.contains("LIVE"))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)])
  func `without Unicode every sign has its twin and columns stay`(size: Size) throws {
    let room = try Room.dosed()
    let plain = try Sitting(in: room, size: size, glyphs: .ascii)
    plain.press("m").press("v172/104 98 96 15⏎sI “float”⏎")
    #expect(plain.screen.unicodeScalars.allSatisfy { $0.isASCII })
    try expect(plain, shows: "ascii-\(size.columns)x\(size.rows)")
    let rich = try Sitting(in: room, size: size)
    let columns = rich.interface.draw().text.map(\.count)
    #expect(plain.interface.draw().text.map(\.count) == columns)
  }

  @Test func `the patient, the session and the room stand first at every width`() throws {
    let sitting = try Sitting.inPeak()
    for columns in 60...140 {
      sitting.send(.resized(Size(rows: 24, columns: columns)))
      #expect(sitting.header.contains("K-014"))
      #expect(sitting.header.contains("3 of 6"))
      #expect(sitting.header.contains("room 2"))
      #expect(sitting.header.contains("14:38:00"))
      #expect(sitting.header.contains("T+0:30:00"))
    }
  }
}
