import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct RouteTests {
  @Test(arguments: [
    ("im", ":dose im 75mg⏎", "Ketamine IM 75 mg"),
    ("iv-bolus", ":dose iv bolus 15mg⏎", "Ketamine IV 15 mg"),
    ("sublingual", ":dose sl 200mg⏎", "Ketamine SL 200 mg"),
    ("oral", ":dose po 100mg⏎", "Ketamine PO 100 mg"),
    ("intranasal", ":dose in 50mg⏎", "Ketamine IN 50 mg"),
    ("esketamine", ":dose in esketamine 28mg lot A1⏎", "Esketamine IN 28 mg"),
  ])
  func `every route has its clock, its windows and its due list`(
    name: String,
    dose: String,
    line: String
  ) throws {
    let sitting = try Sitting(in: try Room(protocol: name))
    #expect(sitting.header.contains("before dose"))
    sitting.press(":weight 70kg⏎v124/78 72 98 14⏎")
    try sitting.at("13:50").press(dose)
    if !sitting.interface.asksNothing { sitting.press("y") }
    try sitting.at("13:59:30")
    #expect(sitting.header.contains("T+0:09:"))
    #expect(sitting.row(2).contains(line))
    #expect(sitting.screen.contains("├"))
    #expect(!sitting.interface.findings.dueItems.isEmpty)
  }

  @Test func `a lozenge is held until a time that counts down`() throws {
    let sitting = try Sitting(in: try Room(protocol: "sublingual"))
    try sitting.at("13:50").press(":weight 70kg⏎:dose sl 200mg⏎")
    if !sitting.interface.asksNothing { sitting.press("y") }
    try sitting.at("13:52")
    #expect(sitting.screen.contains("spit or swallow"))
  }

  @Test func `further doses keep T0 and have a clock of their own`() throws {
    let sitting = try Sitting(in: try Room(protocol: "esketamine"))
    try sitting.at("13:50").press(":dose in esketamine 28mg lot A1⏎")
    try sitting.at("13:55").press(":dose in esketamine 28mg lot A1⏎")
    try sitting.at("14:03")
    #expect(sitting.header.contains("T+0:12:") || sitting.header.contains("T+0:13:"))
    #expect(sitting.row(2).contains("dose 2 28 mg +0:08") || sitting.row(2).contains("+0:07"))
  }

  @Test(arguments: [80, 120])
  func `further doses stand in the order of time, and older ones give way`(columns: Int) throws {
    let sitting = try Sitting(
      in: try Room(protocol: "esketamine"),
      size: Size(rows: 36, columns: columns)
    )
    for clock in ["13:50", "13:55", "14:00", "14:05"] {
      try sitting.at(clock).press(":dose in esketamine 28mg lot A1⏎")
      if !sitting.interface.asksNothing { sitting.press("y") }
    }
    try sitting.at("14:08")
    let words = sitting.row(2).split(separator: " ")
    let doses = zip(words, words.dropFirst()).filter { $0.0 == "dose" }.compactMap { Int($0.1) }
    #expect(doses == (columns == 80 ? [3, 4] : [2, 3, 4]))
    #expect(sitting.row(2).contains("112 mg in"))
  }
}

extension Interface {
  /// Whether nothing waits for a `y`.
  fileprivate var asksNothing: Bool { field?.asked.isEmpty ?? true }
}
