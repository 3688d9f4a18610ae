import KapSettings
import KapTimeline
import Testing

@testable import KapEntry

/// Which item of the lists a name means, at which time of the session.
struct ListedItemTests {
  private static func context(hasDose: Bool, _ name: String = "im") throws -> EntryContext {
    var context = Room.live
    context.clinicProtocol = try ProtocolLibrary().protocol(named: name)
    if !hasDose { context.doseAt = nil }
    return context
  }

  @Test(arguments: [
    ("escort: sister, outside", false, "escort"), ("escort: sister, outside", true, "escort-here"),
    ("Escort named: sister", true, "escort"), ("escort here: sister", false, "escort-here"),
    ("escort-here: sister", true, "escort-here"), ("escort phone: 555 0100", true, "phone"),
    ("vitals: as ever", false, "baseline"), ("vitals: as ever", true, "pressure"),
    ("consent: version 3, signed 2 Nov", true, "consent"), ("spo2: 97 on air", false, "air"),
  ]) func `a name goes to the list that is at hand`(
    _ said: String,
    hasDose: Bool,
    key: String
  )
    throws
  {
    let context = try Self.context(hasDose: hasDose)
    let command = try Entry.parse("check \(said)", in: context).command
    guard case .check(let marks) = command else {
      Issue.record("\(command)")
      return
    }
    #expect(marks.map(\.item) == [key])
  }

  @Test(arguments: [
    ("correct a7 check escort: sister", "escort"),
    ("correct a7 check escort named: sister", "escort"),
    ("correct a8 check escort: sister", "escort-here"),
    ("correct a9 check escort: x", "escort-here"),
    ("check escort: sister", "escort-here"),
  ])
  func `a correction keeps the item of the entry whatever list is at hand`(
    line: String,
    key: String
  ) throws {
    var context = try Self.context(hasDose: true)
    context.checkedItems = [.name("a7"): "escort", .name("a8"): "escort-here"]
    let command = try Entry.parse(line, in: context).command
    let marks: [ChecklistMark]? =
      switch command {
      case .check(let marks): marks
      case .correct(_, .check(let marks), _, _, _): marks
      default: nil
      }
    #expect(marks?.map(\.item) == [key])
  }

  @Test func `a time before the dose is of the list before it`() throws {
    let context = try Self.context(hasDose: true)
    let sentence = try Entry.parse("@14:05 check escort: sister", in: context)
    #expect(sentence.command == .check([ChecklistMark(item: "escort", words: "sister")]))
  }

  @Test func `the echo says which list is ticked`() throws {
    var context = try Self.context(hasDose: true)
    let leaving = try Entry.parse("check gait, escort: sister", in: context)
    #expect(
      Entry.echo(leaving, in: context)
        == "before leaving, gait: done; escort here: done, “sister” at 14:20:26, minute 12"
    )
    let both = try Entry.parse("check identity, gait", in: context)
    #expect(
      Entry.echo(both, in: context)
        == "before the dose, identity: done; before leaving, gait: done at 14:20:26, minute 12"
    )
    context.doseAt = nil
    let before = try Entry.parse("check escort: sister", in: context)
    #expect(
      Entry.echo(before, in: context) == "before the dose, escort named: done, “sister” at 14:20:26"
    )
  }

  @Test func `two items of one list by one name are told apart`() {
    func item(_ key: String, _ label: String) -> ChecklistItem {
      ChecklistItem(key: key, label: label, short: "papers", isRequired: true, source: "test")
    }
    let list = Checklist(
      purpose: .beforeDose,
      title: "Before the dose",
      items: [item("identity", "Name asked"), item("consent", "Consent signed")]
    )
    var context = Room.bare
    context.clinicProtocol = Room.rules
    context.clinicProtocol?.careRules?.checklists = [list]
    let error = #expect(throws: EntryError.self) {
      try Entry.parse("check papers", in: context)
    }
    #expect(error?.problem == .ambiguousItem)
    #expect(error?.column == 6)
    #expect(error?.message == "“papers” may be “Name asked” or “Consent signed”.")
    #expect(error?.remedy == "Type check identity or check consent.")
  }

  @Test(arguments: ["iv-infusion", "im", "esketamine"], [false, true])
  func `what is quoted and what Tab offers means its item at any time`(
    name: String,
    hasDose: Bool
  ) throws {
    let context = try Self.context(hasDose: hasDose, name)
    let items = try #require(context.clinicProtocol).care.checklists.flatMap(\.items)
    for item in items {
      let words = item.needs == .minutes ? "95" : "seen 2 Nov, 3"
      let command = Command.check([ChecklistMark(item: item.key, words: words)])
      let line = try #require(Entry.quote(command, in: context), "\(item.key)")
      #expect(try Entry.parse(line, in: context).command == command)
    }
    let offered = Entry.completions(of: "check esc", at: 9, in: context)
    #expect(offered.map(\.replacement).prefix(3) == ["escort named", "escort-here"])
  }
}
