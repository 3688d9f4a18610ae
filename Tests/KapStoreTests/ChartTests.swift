import Foundation
import GRDB
import KapStore
import KapTestSupport
import KapTimeline
import Testing

#if canImport(Glibc)
import Glibc
#endif

struct ChartTests {
  private let scratch = ScratchChart()

  @Test func `a new chart belongs to its owner alone`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 61, count: 3)
    func mode(_ path: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(try mode(scratch.path) == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(Set(files).isSuperset(of: ["chart.db", "chart.db-wal", "heads"]))
    for file in files {
      #expect(try mode(scratch.path + "/" + file) == 0o600, "\(file)")
    }
  }

  @Test func `nothing that was entered stands in the clear on disk`() throws {
    let chart = try scratch.create()
    var random = RandomEvents(seed: 62)
    let session = SessionID(using: &random.generator)
    var opening = random.opening()
    opening.subject = "SUBJECT-K7Q2"
    let drafts = [random.draft(of: .opened(opening)), random.draft(of: .note(Note("WORDSTYPED")))]
    let now = random.instant()
    _ = try chart.journal.append(to: session, from: .start, now: { now }) { _ in drafts }
    let place = DraftBox.Place(session: session, person: "Ana", field: "line")
    try chart.drafts.save("HALFTYPED", at: place)
    for _ in 0..<2 {
      for file in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
        let bytes = try scratch.bytes(of: file)
        for secret in ["SUBJECT-K7Q2", "WORDSTYPED", "HALFTYPED", scratch.passphrase] {
          #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(file)")
        }
      }
      try chart.close()
    }
  }

  @Test func `every connection commits to disk`() throws {
    try scratch.create().close()
    let chart = try Chart(at: scratch.path)
    let pragmas = try chart.durability()
    #expect(pragmas == Chart.Durability(journalMode: "wal", synchronous: 2))
  }

  @Test(arguments: [
    "UPDATE events SET sequence = 9", "DELETE FROM events",
    "UPDATE sessions SET number = 9", "DELETE FROM sessions", "DELETE FROM heads",
    "INSERT OR REPLACE INTO events SELECT place, writer, 9, sealed FROM events",
    "INSERT OR REPLACE INTO sessions SELECT number, session, x'00' FROM sessions",
  ])
  func `the database itself refuses to change what was recorded`(sql: String) throws {
    try scratch.create().fill(seed: 63, count: 3)
    let queue = try DatabaseQueue(path: scratch.path + "/chart.db")
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    #expect(try scratch.open().verify().isWhole)
  }

  @Test func `a second person opens the same records with a passphrase of their own`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 64, count: 4)
    let therapist = Person(name: "J. Bell", role: .therapist)
    try chart.add(therapist, passphrase: "né", stretching: .weakest)
    #expect(throws: ChartError.nameTaken) {
      try chart.add(Person(name: "j. bell", role: .monitor), passphrase: "x", stretching: .weakest)
    }
    let locked = try Chart(at: scratch.path)
    #expect(try locked.people() == [scratch.person, therapist])
    // The same passphrase as another system composes it.
    let theirs = try locked.unlock(person: "J. Bell", passphrase: "ne\u{301}")
    #expect(theirs.person == therapist)
    #expect(try theirs.journal.events(of: session, after: .start).events == events)
  }

  @Test func `who may not open a chart is told why`() throws {
    try scratch.create().close()
    let chart = try Chart(at: scratch.path)
    #expect(throws: ChartError.wrongPassphrase) {
      try chart.unlock(person: scratch.person.name, passphrase: "wrong")
    }
    #expect(throws: ChartError.noSuchPerson(name: "Nobody")) {
      try chart.unlock(person: "Nobody", passphrase: "x")
    }
    #expect(ChartError.wrongPassphrase.category.rawValue == 77)
  }

  @Test(arguments: ["", "  ", "a\nb", "\u{202E}ana", String(repeating: "n", count: 65)])
  func `a name that could not be read on the screen is refused`(name: String) {
    #expect(throws: ChartError.unusableName) {
      try Chart.create(
        at: scratch.path,
        for: Person(name: name, role: .monitor),
        passphrase: "x",
        stretching: .weakest
      )
    }
  }

  @Test func `what is no chart is said to be none`() throws {
    #expect(throws: ChartError.absent(path: scratch.path)) { try Chart(at: scratch.path) }
    try scratch.create().close()
    #expect(throws: ChartError.alreadyThere(path: scratch.path)) { try scratch.create() }
    let junk = [Data(), Data("not a database".utf8), Data(count: 8192)]
    for bytes in junk {
      try scratch.write(bytes, to: "chart.db")
      // Beside a heads file it was one.
      #expect(try Chart.inspect(at: scratch.path).findings.isEmpty == false)
    }
    try FileManager.default.removeItem(atPath: scratch.path + "/heads")
    for bytes in junk {
      try scratch.write(bytes, to: "chart.db")
      #expect(throws: ChartError.notAChart(path: scratch.path)) { try Chart(at: scratch.path) }
    }
    try FileManager.default.removeItem(atPath: scratch.path + "/chart.db")
    try DatabaseQueue(path: scratch.path + "/chart.db").write {
      try $0.execute(sql: "CREATE TABLE other (a)")
    }
    #expect(throws: ChartError.notAChart(path: scratch.path)) { try Chart(at: scratch.path) }
  }

  @Test func `a chart of a newer form is left alone`() throws {
    try scratch.create().close()
    try DatabaseQueue(path: scratch.path + "/chart.db").write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v2')")
    }
    #expect(throws: ChartError.newerForm) { try Chart(at: scratch.path) }
    #expect(ChartError.newerForm.category.rawValue == 65)
  }

  @Test func `a chart that another process holds is busy, and nothing is lost`() throws {
    let (session, events) = try scratch.create().fill(seed: 65, count: 2)
    let chart = try scratch.open(patience: 0.05)
    let other = try DatabaseQueue(path: scratch.path + "/chart.db")
    var random = RandomEvents(seed: 65)
    let draft = random.draft(of: .note(Note("later")))
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: ChartError.busy) {
        try chart.journal.append(to: session, from: .start, now: { events[1].recordedAt }) { _ in
          [draft]
        }
      }
      try database.execute(sql: "COMMIT")
    }
    let appended = try chart.journal.append(
      to: session,
      from: .start,
      now: { events[1].recordedAt }
    ) { _ in [draft] }
    #expect(appended.arrived == events && appended.written.map(\.event) == [draft.event])
    #expect(ChartError.busy.category.rawValue == 75)
  }

  @Test func `a full disk saves nothing and says so, and the chart goes on when there is room`()
    throws
  {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 66, count: 2)
    var random = RandomEvents(seed: 66)
    let long = random.draft(of: .note(Note(String(repeating: "x", count: 300_000))))
    let append = {
      try chart.journal.append(to: session, from: .start, now: { events[1].recordedAt }) { _ in
        [long]
      }
    }
    try chart.chart.limitPages(to: 20)
    #expect(throws: ChartError.diskFull) { _ = try append() }
    #expect(try chart.contents() == [session: events])
    try chart.chart.limitPages(to: 1_000_000)
    _ = try append()
    #expect(try chart.verify().isWhole)
    #expect(ChartError.diskFull.category.rawValue == 74)
  }

  #if os(Linux)
  @Test func `a directory that may only be read is said to be so`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 67, count: 2)
    try chart.close()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555],
      ofItemAtPath: scratch.path
    )
    defer {
      _ = try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700],
        ofItemAtPath: scratch.path
      )
    }
    // Root may write anywhere: for this thread its files are somebody else's, then its own again.
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let become = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> Int32).self)
    chmod(scratch.directory, 0o755)
    for file in ["chart.db", "heads"] { chown(scratch.path + "/" + file, 65534, 65534) }
    _ = become(geteuid() == 0 ? 65534 : geteuid())
    defer { _ = become(geteuid()) }
    let error = #expect(throws: ChartError.self) {
      try scratch.open().fill(seed: 68, count: 1)
    }
    #expect(error?.code == "not-permitted")
    #expect(error?.category.rawValue == 77)
    #expect(error.map { $0.sentence.contains(scratch.path) } == true)
  }
  #endif

  @Test func `a chart cannot be made where nothing can be`() throws {
    let path = "/proc/kap-chart"
    let error = #expect(throws: ChartError.self) {
      try Chart.create(
        at: path,
        for: scratch.person,
        passphrase: "x",
        stretching: .weakest
      )
    }
    #expect([.cannotCreate, .notAllowed].contains(error?.category))
  }

  @Test func `stored costs that would take all memory are not obeyed`() {
    #expect(Stretching(rounds: 1 << 40, blockSize: 8, parallelism: 1) == nil)
    #expect(Stretching(rounds: 3, blockSize: 8, parallelism: 1) == nil)
    #expect(Stretching(rounds: 1 << 15, blockSize: 1 << 20, parallelism: 1) == nil)
    #expect(Stretching(rounds: 1 << 15, blockSize: 8, parallelism: 3) == .standard)
  }
}
