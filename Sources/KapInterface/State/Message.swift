package import KapCanvas
package import KapTimeline

/// Something that reaches the interface: the only way its state changes.
package enum Message: Sendable {
  /// A key was pressed.
  case key(Key, Stamp)
  /// A second went by, or the machine woke.
  case tick(Stamp)
  /// The window has another size.
  case resized(Size)
  /// What was asked for is on disk, with what others wrote meanwhile.
  case appended(Ticket, arrived: [Recorded], written: [Recorded])
  /// The core refused it after the journal had more to say.
  case refused(Ticket, Refusal)
  /// It could not be written: the sentence says why.
  case notSaved(Ticket, String)
  /// Another seat wrote.
  case arrived([Recorded])
  /// Drafts that were kept before the program last ended.
  case restored([KeptDraft])
  /// Who may sit down here with a passphrase: somebody was added.
  case keyHolders([KeyHolder])
  /// The passphrase was right.
  case unlocked(Ticket)
  /// It was not, or could not be tried: the sentence says why.
  case notUnlocked(Ticket, String)
  /// The theme was changed, or there is none of that name: what to say.
  case said(String, isError: Bool)
  /// What was recorded beside what the scenario did.
  case debriefed(ReadingPage)
  /// What stands at the bedside of the simulated patient now: the session is gone through by hand.
  case bedside(BedsideView)
  /// What earlier sessions of this person hold.
  case lookedBack(LookBack)
  /// The night theme is not to be had: why.
  case notDimmed(String)
}

/// Something the interface wants done outside of it.
package enum Effect: Hashable, Sendable {
  /// Decide and append a command; answered under the ticket.
  case append(Ticket, Command, Circumstances)
  /// Keep a draft on disk, sealed; never part of the record.
  case keep(KeptDraft)
  /// Forget a kept draft.
  case forget(String)
  /// Try somebody's passphrase; answered under the ticket.
  case unlock(Ticket, person: String, passphrase: Secret)
  /// Compare what was recorded so far with what the scenario did; answered with a page.
  case debrief
  /// Stop the script of a practice session: the person at the keys records everything from here.
  case byHand
  /// Let the time of a practice session pass so many times as fast as it would.
  case speed(Int)
  /// Ring the terminal's bell once.
  case bell
  /// Paint with another theme.
  case theme(String)
  /// Show a theme for a moment; nil goes back to the chosen one.
  case preview(String?)
  /// Switch between the chosen theme and the clinic's night theme.
  case dim(Bool)
  /// Paint everything anew.
  case redraw
  /// Hand the terminal back for a while.
  case suspend
  /// Leave the console; the session stays as it is.
  case leave
}

/// The number of a request, so that its answer finds it.
package struct Ticket: Hashable, Sendable {
  /// Counted from 1.
  package let number: Int

  /// Creates a ticket.
  package init(_ number: Int) { self.number = number }
}

/// What somebody has begun to write, in a form that outlives the program.
package struct KeptDraft: Hashable, Sendable {
  /// Which field it belongs to: one draft a field.
  package var field: String
  /// When the field was opened, in session time.
  package var openedAt: Instant
  /// The text.
  package var text: String
  /// Who writes it: it is offered to nobody else.
  package var person: String

  /// Creates a draft.
  package init(field: String, openedAt: Instant, text: String, person: String) {
    self.field = field
    self.openedAt = openedAt
    self.text = text
    self.person = person
  }
}
