import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Reopens an entry of this person with what it says and its time; arrow up goes to the one before.
  mutating func openCorrection(before: Int?) {
    writerOnce = nil
    let context = entryContext(openedAt: stamp.now)
    var found: (index: Int, sentence: String, command: Command)?
    let own = Moment(session, at: stamp.now).entries(by: seat.person, reachedFrom: seat.id)
    let earlier = before.flatMap { own.firstIndex(of: $0) }.map { own[..<$0] } ?? own[...]
    for index in earlier.reversed() {
      let entry = session.entries[index]
      guard entry.recorded.event.target == nil, let command = entry.event.command,
        let sentence = Entry.quote(command, in: context)
      else { continue }
      found = (index, sentence, command)
      break
    }
    guard let found else {
      let none = "There is no entry of yours to correct."
      remark = Remark(text: before == nil ? none : "That is your first.")
      return
    }
    // What a slot cannot show stands in the line, so that nothing goes unseen.
    var slots = VitalsSlots(under: session.rules)
    if case .record(let vitals) = found.command, slots.hasPlaces(for: vitals) {
      slots.fill(with: vitals)
      while slots.current > 0 { slots.back() }
      open(.vitals(slots))
    } else {
      open(.line(LineField("CORRECT", text: found.sentence)))
    }
    field?.corrects = found.index
    field?.openedAt = session.entries[found.index].occurredAt
  }

  /// The correction that stands for what was typed over an entry, of which the field showed the whole:
  /// what was taken out there is no longer said.
  func correction(of index: Int, by command: Command, at time: Instant?) -> Command {
    .correct(
      .identity(session.entries[index].id),
      with: command,
      at: time == session.entries[index].occurredAt ? nil : time,
      isWhole: true
    )
  }
}

extension Event {
  /// The command that would record this; nil for what no sentence says.
  var command: Command? {
    switch self {
    case .frame(let fact): .setFrame(fact)
    case .joined(let presence): presence.role.map { .join(presence.person, $0) }
    case .left(let presence): .leave(presence.person, because: presence.reason)
    case .dose(let dose): .give(dose)
    case .infusion(let change): .changeInfusion(change)
    case .phase(let declaration): .declare(declaration.phase, because: declaration.reason)
    case .vitals(let vitals): .record(vitals)
    case .noReading(let missing): .missReading(missing.sign, because: missing.reason)
    case .score(let score): .score([score])
    case .note(let note): .write(note)
    case .technique(let change): .change(change)
    case .theme(let theme): .mark(theme)
    case .effect(let effect): .report(effect)
    // What these are linked to stays with the entry and is no part of the words.
    case .given(let given): .administer(given.unlinked)
    case .call(let call):
      .callOut(Call(to: call.to, about: call.about, said: call.said, isReadBack: call.isReadBack))
    case .order(let order):
      .takeOrder(VerbalOrder(given: order.given.unlinked, isReadBack: order.isReadBack))
    case .pin(let pin): pin.target == nil ? .dropPin(words: pin.words) : nil
    case .check(let mark): .check([mark])
    case .assessment(let assessment): .assess(assessment)
    case .supply(let supply): .account(supply)
    case .lozenge(let step): .lozenge(step)
    case .emergency(let step): step.action == .step ? .emergency(step) : nil
    case .opened, .later, .notDone, .acknowledgement, .confirmation, .correction, .void, .attached,
      .detached, .suspended, .resumed, .clockStepped, .plan, .limit, .handOver, .quiet, .ended,
      .reopened:
      nil
    }
  }
}

extension GivenMedicine {
  /// The same without the order it carries out and the notice that led to it.
  fileprivate var unlinked: GivenMedicine {
    var given = self
    given.order = nil
    given.notice = nil
    return given
  }
}
