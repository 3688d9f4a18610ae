import KapTestRules
import KapTestSupport
import KapTimeline
import Testing

@testable import KapEntry

/// A session under a protocol, a minute older with each line.
struct Desk {
  private var session = Session()
  private var now = Room.moment(13, 46)
  private var sequence = 0
  private let writer: WriterID

  enum Outcome {
    case accepted(String, Command)
    case asked
    case refused(Int, String)
  }

  /// How many entries there are.
  var count: Int { session.entries.count }

  /// What the last dose says.
  var last: String { moment.last(.dose).map { moment.words(for: $0).text } ?? "" }

  /// What waits to be confirmed.
  var unconfirmed: [Doubt] { session.entries.indices.flatMap { moment.unconfirmed($0) } }

  /// The notices that are open and the things that are due for what waits to be confirmed.
  var waiting: (notices: [Notice], due: [String]) {
    let notices = moment.open(moment.notices)
    let due = moment.due(given: moment.notices).open.map(\.key)
    return (
      notices.filter { [Notice.dose, Notice.unconfirmed].contains($0.rule) },
      due.filter { $0.hasPrefix("confirm:") }
    )
  }

  init(under name: String) throws {
    var generator = SeededGenerator(seed: 9)
    writer = WriterID(using: &generator)
    let opening = Opening(
      subject: "K-014",
      clinicProtocol: try builtInRules(name),
      anchor: ClockAnchor(boot: "b", wall: now, monotonic: 0)
    )
    let circumstances = Circumstances(author: "ana", role: .monitor, now: now, offset: Room.offset)
    keep(circumstances.draft(of: .opened(opening)))
    now = Room.moment(14, 20, 26)
  }

  private var moment: Moment { Moment(session, at: now) }

  var context: EntryContext {
    EntryContext(
      now: now,
      offset: Room.offset,
      openedAt: moment.startedAt,
      doseAt: moment.zero,
      clinicProtocol: session.rules,
      author: "ana",
      people: moment.present,
      weightInKilograms: moment.weight,
      baseline: moment.baseline?.vitals.bloodPressure,
      repeats: moment.waitingRepeats(given: moment.notices),
      pinCount: moment.pins.last?.number ?? 0,
      due: moment.due(given: moment.notices).open.map {
        EntryContext.DueName(key: $0.key, title: moment.dueWords(for: $0.key))
      }
    )
  }

  mutating func take(_ line: String, asks: Bool, isInsisted: Bool = false) -> Outcome {
    let context = context
    let sentence: Sentence
    do throws(EntryError) {
      sentence = try Entry.parse(line, in: context)
    } catch {
      return .refused(error.column, error.remedy)
    }
    let echo = Entry.echo(sentence, in: context)
    do throws(Refusal) {
      let drafts = try session.drafts(
        for: sentence.command,
        under: Circumstances(
          author: "ana",
          role: .monitor,
          observer: sentence.observer,
          now: now,
          occurredAt: sentence.occurredAt,
          offset: Room.offset,
          asks: asks,
          isInsisted: isInsisted
        )
      )
      for draft in drafts { keep(draft) }
    } catch {
      if case .unusual = error { return .asked }
      return .refused(Entry.column(of: error, in: line, context: context), error.remedy)
    }
    return .accepted(echo, sentence.command)
  }

  private mutating func keep(_ draft: Draft) {
    sequence += 1
    session.apply(draft.recorded(as: EventID(writer: writer, sequence: sequence), at: now))
    now = now + .seconds(5)
  }
}
