import KapCanvas
import KapPractice
import KapTimeline
import Testing

@testable import KapInterface

/// A story gone through at a console, with the journal it left; it ends at the first complaint
/// unless it goes on.
struct StoryRun {
  let story: Story
  let sitting: PracticeSitting
  /// What each step pressed, wrote, and was told.
  private(set) var done: [Done] = []

  /// A step that was made.
  struct Done {
    let step: Story.Step
    let at: Instant
    let keys: String
    let written: [EventID]
    let complaints: [String]
  }

  init(_ story: Story, goesOn: Bool = false) throws {
    self.story = story
    let scenario = story.scenario
    sitting = try PracticeSitting(scenario)
    let hand = Hand(sitting)
    let zero = sitting.now + scenario.doseAt
    for step in story.steps {
      let early = sitting.now - (zero + .minutes(step.minute))
      #expect(early <= .zero, "\(step.words) at \(step.minute) comes before the last is done")
      sitting.pass(milliseconds: max(0, -early.milliseconds))
      hand.begin()
      let (at, count) = (sitting.now, sitting.events.count)
      // There is one terminal: who does not sit at it writes by the hand of who does.
      if step.person != scenario.owner.name { hand.write(as: step.person) }
      step.act(hand, try sitting.patient())
      if let field = sitting.interface.field { hand.complain("left open: \(field.name)") }
      let written = sitting.events.dropFirst(count).map(\.id)
      if step.isWanted, written.isEmpty { hand.complain("nothing was recorded") }
      done.append(
        Done(
          step: step,
          at: at,
          keys: hand.keys,
          written: written,
          complaints: hand.complaints.map { "\(step.minute) \(step.words): \($0)" }
        )
      )
      // What comes after a mistake says nothing more.
      if !goesOn, !hand.complaints.isEmpty { return }
    }
  }

  var complaints: [String] { done.flatMap(\.complaints) }

  /// The moment after the last key.
  var end: Moment { Moment(Session(replaying: events), at: sitting.now) }

  /// Everything that is in the journal.
  var events: [Recorded] { sitting.events }
}

extension StoryRun {
  /// The keys of each step and under them what they wrote, for a person to read.
  var text: String {
    let end = end
    var lines = ["\(story.scenario.name): \(story.scenario.title)"]
    for done in done {
      let who = "\(done.step.person) \(done.step.words)"
      lines += ["", "\(clock(done.at))  \(who)\(done.step.isWanted ? "" : " (if wanted)")"]
      lines += Text.wrapped("keys  \(done.keys)", to: 110).map { "  \($0)" }
      for id in done.written {
        guard let index = end.session.index(of: id) else { continue }
        lines += Text.wrapped(line(of: index, in: end), to: 110).map { "    \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `a12  14:08:01   +0 AR  vitals 124/78 72 98 14`.
  private func line(of index: Int, in end: Moment) -> String {
    let entry = end.session.entries[index]
    let minute = end.minute(of: entry.occurredAt).map { $0 > 0 ? "+\($0)" : "\($0)" } ?? ""
    let words = end.words(for: index)
    return "\(end.session.name(of: index))  \(clock(entry.occurredAt))  \(minute)  "
      + "\(words.author)  \(words.line)"
  }

  private func clock(_ instant: Instant) -> String {
    WallTime(instant, offset: Room.offset).clockWithSeconds
  }
}
