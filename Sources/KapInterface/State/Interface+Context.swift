import KapEntry
import KapTimeline

extension Interface {
  /// What a line is understood against, for a field opened at `openedAt`.
  func entryContext(openedAt: Instant) -> EntryContext {
    let now = Moment(session, at: stamp.now)
    // Known already: a context that looked for them later would hold the session until then.
    let due = findings.dueNames
    let baseline = findings.baseline?.vitals.bloodPressure
    return EntryContext(
      now: stamp.now,
      offset: stamp.offset,
      startedAt: openedAt,
      openedAt: now.startedAt,
      doseAt: now.zero,
      clinicProtocol: now.rules,
      author: writer.person,
      people: now.present,
      clinicPeople: (keyHolders ?? []).map { Presence(person: $0.name, role: $0.role) },
      noteVoice: writer.role == .therapist ? .therapist : .observation,
      weightInKilograms: now.weight,
      baseline: baseline,
      orders: now.waitingOrders,
      repeats: findings.repeats,
      checkedItems: now.checkedItems,
      pinCount: findings.pins.last?.number ?? 0,
      waiting: findings.waiting,
      due: due
    )
  }

  /// Who writes the next entry: the seat's owner, unless `w` chose another for one entry.
  var writer: (person: String, role: CareRole) {
    guard let once = writerOnce else { return (seat.person, seat.role) }
    return (once.person, once.role ?? seat.role)
  }

  /// The circumstances of an entry that happened at `instant`.
  func circumstances(
    at instant: Instant,
    observer: String? = nil,
    isInsisted: Bool = false
  ) -> Circumstances {
    let writer = writer
    return Circumstances(
      author: writer.person,
      role: writer.role,
      observer: observer == writer.person ? nil : observer,
      source: mode == .practice ? .practice : .typed,
      seat: seat.id,
      now: stamp.now,
      occurredAt: min(instant, stamp.now),
      offset: stamp.offset,
      asks: true,
      isInsisted: isInsisted
    )
  }
}
