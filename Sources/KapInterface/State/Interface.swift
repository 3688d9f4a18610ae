package import KapCanvas
import KapEntry
package import KapTimeline

/// The screen as a value: everything that is shown, and nothing that is not.
///
/// ``update(_:)`` is the only thing that changes it; ``draw()`` makes a frame of it. It holds no
/// clock, file or terminal, so a test drives it with keys and reads what it shows.
package struct Interface: Sendable {
  /// The window.
  package internal(set) var size: Size
  /// The signs of this terminal.
  package var glyphs: Glyphs
  /// What is shown.
  package internal(set) var mode: Mode
  /// The session, as far as it is known here.
  package internal(set) var session: Session
  /// Who sits here.
  package internal(set) var seat: Seat
  /// The last moment there was.
  package internal(set) var stamp: Stamp
  /// What is being written; nil is rest.
  package internal(set) var field: Field?
  /// What was put aside by who sits here, the last on top.
  package internal(set) var asides: [Field] = []
  /// What others put aside who sat here before: it waits until they sit here again.
  var othersAsides: [String: [Field]] = [:]
  /// What is on its way to the disk, in order.
  package internal(set) var pending: [Pending] = []
  /// What was said last, under the entry line.
  package internal(set) var remark: Remark?
  /// What the notes pane shows.
  package internal(set) var notes = NotesView()
  /// Whether the quiet screen stands before everything.
  package internal(set) var isQuiet = false
  /// Whether the clinic's night theme is on.
  package internal(set) var isDimmed = false
  /// Whether the notes have the whole width.
  package internal(set) var isZoomed = false
  /// The first line of the limits, while they stand where the zoomed trends would.
  package internal(set) var limitsRow: Int?
  /// Whether the band of a published model is shown; never in a live session.
  package internal(set) var showsModel = false
  /// Whether the page of keys is open.
  package internal(set) var showsKeys = false
  /// The pane that has the focus.
  package internal(set) var focus = Pane.notes
  /// The play head of a replay.
  package internal(set) var replay: Replay?
  /// The names of the themes there are.
  package var themeNames: [String] = []
  /// What the clinic's settings ask of the screen.
  package var preferences = Preferences()

  /// A page that is read over the panes, and its first row that is shown.
  package internal(set) var reading: ReadingPage?
  var readingRow = 0
  /// What earlier sessions of this person hold; nil while they are still being read.
  package var lookBack: LookBack? = LookBack()

  /// Why a replay takes no late entries, in a sentence; nil where it does.
  package internal(set) var readOnly: String?

  /// What stands at the bedside of a simulated patient; nil but in practice by hand.
  package internal(set) var bedside: BedsideView?
  /// What somebody else types here, while nobody at this seat does.
  package internal(set) var typing: Typing?

  /// The emergency card as this seat sees it.
  var card = CardSeat()
  /// Who may sit down here with a passphrase; nil where none is asked, as in practice.
  package var keyHolders: [KeyHolder]?
  /// Who has the seat once a request is on disk.
  var seatChanges: [Ticket: Seat] = [:]
  /// The notices for which the bell had its chance.
  var heard: Set<NoticeName> = []

  var tickets = 0
  var history: [String] = []
  var historyPlace: Int?
  var writerOnce: Presence?
  /// When Enter was pressed, if it was the last key.
  var lastEnterTicks: Int64?
  /// When an Enter did nothing because it came too soon.
  var swallowedTicks: Int64?
  var lastPinTicks: Int64?
  var lastKeyTicks: Int64
  /// The theme that is shown while its name is typed.
  var previewedTheme: String?
  /// The page of keys that is open.
  var keysPage = 0
  var findings = Findings()
  var prediction: Prediction?
  var fieldReading: FieldReading?
  var ledger = NoticeLedger()

  /// Creates the screen of a session that is being recorded, or that the practice plays.
  package init(
    mode: Mode = .live,
    session: Session,
    seat: Seat,
    size: Size,
    glyphs: Glyphs = .unicode,
    stamp: Stamp
  ) {
    self.mode = mode
    self.session = session
    self.seat = seat
    self.size = size
    self.glyphs = glyphs
    self.stamp = stamp
    lastKeyTicks = stamp.ticks
    refreshFindings()
    hear()
  }

  /// A pane that can have the focus.
  package enum Pane: Int, Hashable, Sendable, CaseIterable {
    case vitals, due, notes
  }

  /// What was said under the entry line, and how.
  package struct Remark: Hashable, Sendable {
    /// The words.
    package var text: String
    /// Whether something did not work.
    package var isError = false
  }

  /// A command on its way to the disk, with the field it came from.
  package struct Pending: Sendable {
    /// Its ticket.
    package var ticket: Ticket
    /// The field, to be put back where the command cannot be saved.
    package var field: Field
    /// Who sat here as it was sent.
    package var person: String
    /// When it was sent, on the clock that counts on.
    package var sentTicks: Int64
  }

  /// What the clinic's settings ask of the screen.
  package struct Preferences: Hashable, Sendable {
    /// Whether the notes pane shows only time and kind.
    package var hidesNotes = false
    /// The clinic's word for the person: `patient`.
    package var subjectWord = "patient"
    /// From which urgency on a new notice rings the terminal's bell; nil is never.
    package var bell: Urgency?

    /// Creates what holds without settings.
    package init() {}
  }

  /// Session time as the panes see it: the play head's in a replay.
  var shownNow: Instant { replay?.at ?? stamp.now }

  /// The session as the panes see it.
  var shownSession: Session { replay?.shown ?? session }

  /// The moment the panes show.
  package var moment: Moment { Moment(shownSession, at: shownNow) }

  /// How many entries the record has.
  package var savedCount: Int { session.entries.count }
}
