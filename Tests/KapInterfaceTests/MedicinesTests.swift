import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct MedicinesTests {
  /// A room in which nothing is checked yet but what the frame says.
  private func arrived(size: Size = Size(rows: 24, columns: 80)) throws -> Sitting {
    let room = try Room(hasChecks: true)
    try room.enter("join jb as therapist", at: "13:47")
    for fact in ["weight 70kg", "allergies none", "escort sister"] {
      try room.enter(fact, at: "13:48")
    }
    room.pass(milliseconds: 120_000)
    return try Sitting(in: room, size: size)
  }

  /// The list with its medicines chosen.
  private func atMedicines(size: Size = Size(rows: 24, columns: 80)) throws -> Sitting {
    let sitting = try arrived(size: size)
    sitting.press(":checks⏎")
    while sitting.chosenCheck?.item.key != "medicines" { sitting.press("↓") }
    return sitting
  }

  @Test(arguments: [(24, 80), (36, 120), (60, 200)])
  func `the last medicines are asked one by one, with why, and are one check`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try atMedicines(size: Size(rows: rows, columns: columns))
    let before = sitting.count
    sitting.press("⏎")
    #expect(sitting.line.contains("BENZODIAZEPINE"))
    #expect(sitting.echo.contains("1 of 5: last benzodiazepine, what and when?"))
    sitting.press("-⏎oxycodone 5 mg, 2 Nov⏎")
    #expect(sitting.line.contains("STIMULANT"))
    #expect(sitting.screen.contains("opioid: oxycodone 5 mg, 2 Nov"))
    #expect(sitting.screen.contains("raises BP"))
    try expect(sitting, shows: "medicines-\(columns)x\(rows)")
    sitting.press("⏎n⏎")
    // One step back: what was left out is asked still.
    sitting.press("↑↑none⏎⏎")
    #expect(sitting.count == before)
    sitting.press("200 mg this morning⏎")
    #expect(sitting.count == before + 1)
    #expect(
      sitting.newest
        == "AR check medicines: benzodiazepine none, opioid oxycodone 5 mg, 2 Nov, "
        + "stimulant none, MAOI none, lamotrigine 200 mg this morning"
    )
    #expect(sitting.chosenCheck?.item.key == "substances")
  }

  @Test func `what was not asked leaves the item open, and nothing that was said is lost`() throws {
    let sitting = try atMedicines()
    let before = sitting.count
    sitting.press("⏎-⏎-⏎⏎-⏎-⏎")
    #expect(sitting.count == before)
    #expect(sitting.echo.contains("medicines stays open: not asked stimulant."))
    #expect(sitting.chosenCheck?.item.key == "medicines")
    #expect(sitting.chosenCheck?.state == .open)
    sitting.press("⏎")
    #expect(sitting.line.contains("STIMULANT"))
    sitting.press("⎋⎋")
    #expect(sitting.line.contains("put aside: check medicines"))
    sitting.press("⏎")
    #expect(sitting.line.contains("STIMULANT"))
    sitting.press("none⏎⏎⏎")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest.hasSuffix("stimulant none, MAOI none, lamotrigine none"))
  }

  @Test(arguments: [(24, 80), (36, 120), (60, 200)])
  func `every item of the lists is asked in its own words`(rows: Int, columns: Int) throws {
    let sitting = try arrived(size: Size(rows: rows, columns: columns))
    sitting.press(":checks⏎")
    for state in sitting.interface.findings.checks[.beforeDose] ?? [] {
      while let chosen = sitting.chosenCheck, chosen.item.key != state.item.key {
        sitting.press("↓")
      }
      let words = state.item.label.split(separator: " ").map(String.init)
      let panes = sitting.screen.split(separator: "\n").dropFirst(4).dropLast(4)
      for word in words { #expect(panes.contains { $0.contains(word) }, "\(state.item.key)") }
      let beginning = words.prefix(3).joined(separator: " ")
      #expect(panes.contains { $0.contains(beginning) }, "\(state.item.key)")
    }
  }
}
