import KapCanvas
import KapEntry
import KapTestRules
import KapTimeline
import Testing

@testable import KapInterface

/// Pages, lists and sources are whole at every size: what has no room on one page is on the next.
@Suite struct WholeTextTests {
  static let sizes = [
    Size(rows: 16, columns: 60), Size(rows: 17, columns: 72), Size(rows: 24, columns: 80),
    Size(rows: 36, columns: 120),
  ]

  private func room() throws -> Room {
    let room = try Room.dosed()
    try room.enter("effect nausea mild related probable action none", at: "14:38")
    try room.enter(
      "effect headache severe serious related possible action dose held outcome recovering",
      at: "14:38"
    )
    return room
  }

  /// All lines of what a key scrolls by one, from its beginning.
  private func whole(_ sitting: Sitting, in region: Region, by key: Key = .down) -> String {
    var seen = sitting.lines(in: region)
    for _ in 0..<400 {
      sitting.press(key)
      let now = sitting.lines(in: region)
      if Array(seen.suffix(now.count)) == now { break }
      seen.append(now.last ?? "")
    }
    return seen.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func isCut(_ shown: some Watching) -> Bool {
    shown.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
      .contains { $0.contains("…") }
  }

  @Test(arguments: sizes) func `the page of adverse events cuts nothing`(size: Size) throws {
    let sitting = try Sitting(in: try room(), size: size)
    sitting.press(":events⏎")
    let notes = sitting.interface.layout.notes
    #expect(
      sitting.words(in: notes).contains(
        "14:38, lasts headache, severe, SERIOUS, related: possible, action: dose held, recovering"
      )
    )
    #expect(!isCut(sitting))
    sitting.press("↑")
    #expect(
      sitting.words(in: notes).contains(
        "14:38, lasts nausea, mild, related: probable, action: none"
      )
    )
    #expect(!isCut(sitting))
    // What goes on below begins where its first line does.
    let shown = sitting.lines(in: notes).filter { $0.contains { $0 != " " } }
    #expect(shown.allSatisfy { $0.hasPrefix(" ") && !$0.hasPrefix("  ") }, "\(shown)")
  }

  @Test(arguments: sizes)
  func `the list of completions shows whole words, none twice, and how many more there are`(
    size: Size
  ) throws {
    let sitting = try Sitting(in: try room(), size: size)
    sitting.press(":effect nausea ⇥")
    let expected = [
      "mild", "moderate", "severe", "life-threatening", "end", "serious", "related", "action",
      "outcome",
    ]
    let shown = sitting.lines(in: sitting.interface.layout.notes)
    let firsts = shown.compactMap { line -> String? in
      // Lines of help that go on below themselves stand further in.
      guard line.dropFirst(1).first.map({ $0 != " " }) ?? false else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
    let names = firsts.filter { expected.contains($0) }
    #expect(Set(names).count == names.count)
    #expect(names == Array(expected.prefix(names.count)))
    #expect(names.count > 2)
    let more = expected.count - names.count
    #expect(firsts.count == names.count + (more > 0 ? 1 : 0), "\(firsts)")
    #expect((more > 0) == shown.contains { $0.contains("↓ \(more) more") }, "\(shown)")
    for _ in 0..<8 { sitting.press("⇥") }
    let last = sitting.lines(in: sitting.interface.layout.notes)
    #expect(last.contains { $0.hasPrefix(" outcome") }, "\(last)")
    #expect((more > 0) == last.contains { $0.contains(" above") }, "\(last)")
  }

  @Test func `a hand-over is completed to the people of the clinic, oneself left out`() throws {
    let sitting = try Sitting(in: try room())
    sitting.interface.keyHolders = [
      KeyHolder(name: "ar", role: .monitor), KeyHolder(name: "mk", role: .monitor),
      KeyHolder(name: "jb", role: .therapist),
    ]
    sitting.press(":handover ⇥")
    let notes = sitting.interface.layout.notes
    let listed = sitting.words(in: notes)
    #expect(listed.hasPrefix("jb therapist mk monitor, not in the room yet."))
    #expect(sitting.line.contains("handover jb"))
    sitting.press("⇥")
    #expect(sitting.line.contains("handover mk"))
    sitting.press("⎋:join ⇥")
    #expect(sitting.line.contains("join mk"))
  }

  @Test(arguments: [
    (":rass ⇥", "4 combative 3 very agitated 2 agitated", "rass 4"),
    (":rass -⇥", "-1 drowsy -2 light sedation -3 moderate sedation", "rass -1"),
    (":rass 2⇥", "2 agitated", "rass 2"),
    (":moaas ⇥", "5 ready reply 4 slow reply 3 loud voice only", "moaas 5"),
    (":diss 4 rass ⇥", "4 combative 3 very agitated", "diss 4 rass 4"),
  ])
  func `a scale is completed to its points with what they mean`(
    script: String,
    listed: String,
    line: String
  ) throws {
    let sitting = try Sitting(in: try room())
    sitting.press(script)
    #expect(sitting.words(in: sitting.interface.layout.notes).contains(listed))
    #expect(sitting.line.contains(line))
  }

  @Test(arguments: sizes)
  func `whose model a band is stands whole below it`(size: Size) throws {
    let room = try Room(protocol: "im")
    try room.enter("weight 70kg", at: "14:00")
    try room.enter("dose im 50mg", at: "14:08")
    for (room, clock) in [(room, "14:08"), (try Room.dosed(), "14:30")] {
      let replay = try Replaying(room, size: size, at: clock)
      replay.press(":model⏎")
      let caption = try #require(replay.interface.prediction).caption
      let layout = replay.interface.layout
      let place = layout.model.isEmpty ? layout.modelRows : layout.model
      #expect(replay.words(in: place).contains(caption), "\(replay.screen)")
      #expect(layout.notes.rows > 0)
      #expect(!isCut(replay), "\(replay.screen)")
    }
  }

  @Test(arguments: sizes, ["phq9", "gad7", "pcl5", "madrs", "cssrs"])
  func `the owner's notice of a questionnaire is shown whole`(size: Size, name: String) throws {
    let sitting = try Sitting(in: try room(), size: size)
    let scale = try #require(sitting.interface.session.rules?.scale(named: name))
    let licence = try #require(scale.licence)
    sitting.press(":assess \(name)⏎")
    for _ in scale.items {
      let page = try #require(sitting.interface.pageRegion(sitting.interface.layout))
      let first = sitting.words(in: page)
      #expect(!isCut(sitting), "\(sitting.screen)")
      let all = whole(sitting, in: page)
      #expect(all.contains(licence))
      if let stem = scale.stem { #expect(all.contains(stem)) }
      if !first.contains(licence) { #expect(sitting.interface.layout.box.rows < 10) }
      sitting.press("0")
      if case .questionnaire(let questionnaire) = sitting.interface.field?.content,
        !questionnaire.typed.isEmpty
      {
        sitting.press("⏎")
      }
    }
    let page = try #require(sitting.interface.pageRegion(sitting.interface.layout))
    #expect(whole(sitting, in: page).contains(licence))
  }

  @Test(arguments: sizes)
  func `all there is to know of a notice can be read before it is acknowledged`(size: Size) throws {
    let room = try room()
    try room.enter("172/104 98 86 15", at: "14:39")
    let sitting = try Sitting(in: room, size: size)
    sitting.press("a")
    let moment = sitting.interface.moment
    var seen = sitting.screen
    for _ in 0..<20 {
      sitting.press(.pageDown)
      seen += sitting.screen
    }
    let entry = try #require(sitting.interface.noticedEntry)
    let notices = sitting.interface.display.openNotices.filter { $0.entry == entry }
    #expect(notices.count > 1)
    for line in notices.flatMap({ moment.noticeCard(for: $0, offset: Room.offset).lines }) {
      for word in line.words.split(separator: " ") { #expect(seen.contains(word), "\(word)") }
    }
    for _ in 0..<20 { sitting.press(.pageUp) }
    #expect(sitting.screen.contains("rule      "))
    #expect(sitting.interface.field != nil)
  }

  @Test(arguments: sizes) func `a hand-over's page can be read to its end`(size: Size) throws {
    let room = try room()
    try room.enter("172/104 98 86 15", at: "14:39")
    let sitting = try Sitting(in: room, size: size)
    sitting.press(":handover jb⏎")
    let page = sitting.interface.handOverPage.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let box = sitting.interface.layout.box.inset
    // Each title stands alone in its columns.
    for line in sitting.lines(in: box) where !line.hasPrefix("          ") {
      #expect(line.dropFirst(1).prefix(9).last == " ", "\(line)")
    }
    #expect(whole(sitting, in: box) == page)
  }

  @Test(arguments: sizes) func `a limit in many words is shown whole`(size: Size) throws {
    var rules = try builtInRules("iv-infusion")
    rules.careRules?.checklists = []
    let place = try #require(rules.limits.firstIndex { $0.needsRepeat })
    rules.limits[place].basis = .percent
    rules.limits[place].side = .above
    let limit = rules.limits[place]
    let sitting = try Sitting(in: try Room(under: rules), size: size)
    sitting.press("⇥zz")
    let all = whole(sitting, in: sitting.interface.layout.notes)
    #expect(all.contains(limit.source))
    #expect(!all.contains("…"))
  }

  @Test(arguments: sizes)
  func `twice the question mark lists every sentence of the language`(size: Size) throws {
    let sitting = try Sitting(in: try room(), size: size)
    let before = sitting.count
    sitting.press("?")
    #expect(sitting.screen.contains("? sentences"))
    sitting.press("?")
    let page = sitting.interface.layout.box.inset
    let all = whole(sitting, in: page)
    for usage in Entry.vocabulary {
      #expect(all.contains(usage.pattern), "\(usage.pattern)")
      #expect(all.contains(usage.help), "\(usage.help)")
      #expect(all.contains("example \(usage.example)"), "\(usage.example)")
    }
    #expect(all.contains("@-3m"))
    #expect(sitting.header.hasPrefix(" LIVE  K-014"))
    #expect(sitting.count == before)
    sitting.press("⎋")
    #expect(!sitting.screen.contains("example "))
    sitting.press(":sentences⏎")
    #expect(sitting.screen.contains("example "))
  }
}
