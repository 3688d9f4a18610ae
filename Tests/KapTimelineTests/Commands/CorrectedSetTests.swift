import KapTimeline
import Testing

/// What a correction leaves of a set of readings and of what was said with them.
struct CorrectedSetTests {
  private static let first = Vitals(
    bloodPressure: BloodPressure(systolic: 128, diastolic: 82),
    heartRate: 74,
    oxygenSaturation: 96,
    oxygenLitres: 2,
    position: .supine,
    method: .cuff,
    isBaseline: true
  )

  private func corrected(
    by change: (inout Vitals) -> Void,
    isWhole: Bool = false
  ) throws -> (vitals: Vitals?, first: Event) {
    var room = Room()
    try room.type(.record(Self.first), at: 5)
    var new = Self.first
    change(&new)
    try room.type(.correct(.name("a2"), with: .record(new), isWhole: isWhole), at: 6)
    guard case .vitals(let vitals) = room.session.entries[1].event else {
      return (nil, room.session.entries[1].recorded.event)
    }
    return (vitals, room.session.entries[1].recorded.event)
  }

  @Test func `a line with every sign says the whole set, and what it leaves out is gone`() throws {
    let (vitals, first) = try corrected { new in
      new.oxygenLitres = nil
      new.position = nil
      new.method = nil
      new.isBaseline = false
    }
    var wanted = Self.first
    (wanted.oxygenLitres, wanted.position, wanted.method) = (nil, nil, nil)
    wanted.isBaseline = false
    #expect(vitals == wanted)
    // Nothing is lost: the first version stays.
    #expect(first == .vitals(Self.first))
  }

  @Test func `one circumstance alone can be taken out`() throws {
    #expect(try corrected { $0.oxygenLitres = nil }.vitals?.oxygenLitres == nil)
    #expect(try corrected { $0.oxygenLitres = nil }.vitals?.position == .supine)
    #expect(try corrected { $0.method = nil }.vitals?.method == nil)
    #expect(try corrected { $0.isBaseline = false }.vitals?.isBaseline == false)
  }

  @Test func `a line with some of the signs leaves the others, and what was said with them`() throws
  {
    let vitals = try corrected { new in
      new = Vitals(bloodPressure: BloodPressure(systolic: 127, diastolic: 84))
    }.vitals
    var wanted = Self.first
    wanted.bloodPressure = BloodPressure(systolic: 127, diastolic: 84)
    #expect(vitals == wanted)
  }

  @Test func `a field that showed the whole set takes out what was taken out there`() throws {
    let vitals = try corrected(
      by: { new in
        new.heartRate = nil
        new.position = nil
      },
      isWhole: true
    ).vitals
    #expect(vitals?.heartRate == nil)
    #expect(vitals?.position == nil)
    #expect(vitals?.oxygenLitres == 2)
    #expect(Self.first.said(butNotBy: vitals ?? Vitals()) == ["HR", "supine"])
  }

  @Test func `the columns of an import stay with what stays`() throws {
    var imported = Self.first
    imported.columns = [.heartRate: "pulse", .oxygenSaturation: "sat"]
    imported.leftOut = [.temperature: "Temp 99"]
    var room = Room()
    try room.type(.record(imported), at: 5)
    var new = Self.first
    new.heartRate = nil
    try room.type(.correct(.name("a2"), with: .record(new), isWhole: true), at: 6)
    guard case .vitals(let vitals) = room.session.entries[1].event else {
      Issue.record("no set")
      return
    }
    #expect(vitals.columns == [.oxygenSaturation: "sat"])
    #expect(vitals.leftOut == imported.leftOut)
    new.heartRate = 74
    try room.type(.correct(.name("a2"), with: .record(new), isWhole: true), at: 7)
    #expect(room.refusal(of: .correct(.name("a2"), with: .record(new)), at: 8) == .nothingChanged)
  }
}
