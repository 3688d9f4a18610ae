import KapTimeline
import Testing

/// What the page of a hand-over leaves out would not be known to the one who comes.
struct HandOverWholeTests {
  private func room() throws -> Room {
    var room = Room(.careful(), opened: -20)
    try room.type(.join("ar", .monitor), at: -20)
    room.record(.set(124, 78), at: -12)
    return room
  }

  private func page(_ room: Room, _ minute: Double) -> [String] {
    room.moment(minute).handOverPage(offset: .utc)
  }

  @Test func `a pump that was stopped is told as stopped, with when and how much went in`() throws {
    var room = try room()
    try room.type(.give(.milligrams(40, over: 40)), at: 0)
    #expect(page(room, 5).joined().contains("pump runs 60 mg/h, ends 14:40"))
    try room.type(.changeInfusion(InfusionChange(.pause)), at: 6)
    #expect(page(room, 7).joined().contains("pump paused"))
    try room.type(.changeInfusion(InfusionChange(.stop)), at: 10)
    let told = page(room, 30).joined()
    #expect(told.contains("ketamine IV 40 mg over 40 min at 14:00, stopped 14:10 after 6 mg"))
    #expect(!told.contains("pump runs") && !told.contains("so far"))
    var other = try self.room()
    try other.type(.give(.milligrams(40, over: 40)), at: 0)
    #expect(page(other, 50).joined().contains("over 40 min at 14:00, ended 14:40"))
  }

  @Test func `the last score of each scale stands with its time`() throws {
    var room = try room()
    room.record(.dose(20), at: 0)
    for (minute, value) in [(10.0, 7.0), (25.0, 6.0)] {
      room.record(.score(Score(scale: "dissociation", value: value)), at: minute)
    }
    room.record(.score(Score(scale: "moaas", value: 4)), at: 20)
    let told = page(room, 30).joined(separator: "\n")
    #expect(told.contains("Scores   Dissociation 6 at 14:25; MOAA/S 4, slow reply at 14:20"))
    #expect(!told.contains("Dissociation 7"))
  }

  @Test func `notices and effects stand worst first, none cut, and sources stand last`() throws {
    var room = try room()
    room.record(.dose(20), at: 0)
    try room.type(.acknowledge(nil, words: "known"), at: 1)
    let terms: [(String, AdverseEffect.Severity)] = [
      ("itch", .mild), ("sweating", .mild), ("thirst", .mild), ("nausea", .moderate),
      ("loss of consciousness", .severe), ("yawning", .mild), ("chest pain", .lifeThreatening),
      ("headache", .moderate), ("shivering", .mild),
    ]
    for (place, (term, severity)) in terms.enumerated() {
      room.record(
        .effect(AdverseEffect(term: term, severity: severity)),
        at: 10 + Double(place) / 10
      )
    }
    room.record(.set(172, 104, heartRate: 130, saturation: 88), at: 20)
    room.record(.score(Score(scale: "mood", value: 9)), at: 21)
    let page = page(room, 22)
    let open = room.moment(22).open(room.moment(22).notices).filter { $0.entry != nil }
    #expect(open.count >= 4)
    let first = try #require(page.firstIndex { $0.hasPrefix("Notices  ") })
    let words = open.map { room.moment(22).words(for: $0, offset: .utc).sentence }
    for (line, words) in zip(page.dropFirst(first), words) {
      #expect(line.hasSuffix(words), "\(line)")
    }
    #expect(page[first].contains("URGENT"))
    let running = try #require(page.first { $0.hasPrefix("Running  ") })
    let severe = ["chest pain", "loss of consciousness", "nausea", "headache", "itch", "shivering"]
    let places = severe.compactMap { running.range(of: $0)?.lowerBound }
    #expect(places.count == severe.count)
    #expect(places == places.sorted(), "\(running)")
    let source = try #require(page.firstIndex { $0.hasPrefix("Source") })
    #expect(page[source...].allSatisfy { $0.hasPrefix("Source") || $0.hasPrefix(" ") })
    #expect(!page.contains { $0.contains(".; ") || $0.hasSuffix(" +") })
  }

  @Test func `all that is due stands there, what is late before the rest`() throws {
    var room = try room()
    room.record(.dose(40, over: 60), at: 0)
    room.record(.set(172, 104), at: 16)
    let moment = room.moment(17)
    let due = moment.due(given: moment.notices).open.filter { $0.at != nil && !$0.isMissed }
    #expect(due.count > 4)
    let line = try #require(page(room, 17).first { $0.hasPrefix("Due") })
    for item in due { #expect(line.contains(moment.dueWords(for: item.key)), "\(line)") }
    let last = try #require(line.range(of: " late", last: true)?.lowerBound)
    let calm = try #require(line.range(of: "+40")?.lowerBound)
    #expect(last < calm)
  }

  @Test func `what is recorded is the page itself, and so is what was given`() throws {
    var room = try room()
    room.record(.dose(20), at: 0)
    for minute in 1...6 {
      let given = GivenMedicine(medicine: "ondansetron", amount: "\(minute) mg")
      try room.type(.administer(given), at: Double(minute), asks: false)
    }
    let page = page(room, 10)
    for minute in 1...6 { #expect(page.joined().contains("ondansetron \(minute) mg")) }
    try room.type(.handOver(to: "mk", .handOver), at: 10)
    let recorded = room.session.entries.compactMap { entry -> [String]? in
      guard case .handOver(let change) = entry.event else { return nil }
      return change.page
    }
    #expect(recorded == [page])
  }
}

extension String {
  /// Where words stand first, or last.
  fileprivate func range(of words: String, last: Bool = false) -> Range<Index>? {
    let places = ranges(of: words)
    return last ? places.last : places.first
  }
}
