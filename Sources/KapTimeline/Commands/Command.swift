/// What a person asks to have recorded, in the imperative.
package indirect enum Command: Hashable, Sendable {
  case setFrame(FrameFact)
  case join(String, CareRole)
  /// Somebody went; a reason where the one who keeps watch goes without a hand-over.
  case leave(String, because: String? = nil)
  case give(Dose)
  case changeInfusion(InfusionChange)
  case declare(Phase, because: String? = nil)
  case record(Vitals)
  case missReading(Sign?, because: String)
  case score([Score])
  case write(Note)
  case change(TechniqueChange)
  case mark(ThemeMark)
  case report(AdverseEffect)
  case administer(GivenMedicine)
  case callOut(Call)
  case takeOrder(VerbalOrder)
  case dropPin(words: String? = nil)
  /// The pin by its number, from 1, in the order the session dropped them.
  case wordPin(Int, words: String)
  /// Puts off the due item, or the one at the top.
  case postpone(DueReference?)
  case skip(DueReference, because: String)
  /// Acknowledges the notice that the entry raised, or the most urgent one.
  case acknowledge(EntryReference?, words: String)
  case confirm(EntryReference)
  case callArtefact(EntryReference, because: String)
  /// What the entry should say; nil leaves the content and corrects only the time.
  ///
  /// Of a set of readings what is not said stays, unless `isWhole`, as in a field that was filled with
  /// the entry, or unless every sign of the set is said again: then nothing else stands.
  case correct(
    EntryReference,
    with: Command?,
    at: Instant? = nil,
    because: String? = nil,
    isWhole: Bool = false
  )
  case void(EntryReference, because: String)
  /// Voids the last entry of this person at this seat.
  case undo(because: String)
  /// Answers items of a checklist.
  case check([ChecklistMark])
  /// Plans a dose: open required items want a reason.
  case plan(DosePlan)
  /// Sets limits for this person, before the dose.
  case setLimits([PersonalLimit])
  case account(DrugSupply)
  case lozenge(LozengeStep)
  case assess(Assessment)
  case emergency(EmergencyStep)
  case handOver(to: String, HandOver.Kind, words: String? = nil)
  /// Keeps notices quiet for a little while.
  case quiet
  case end
  case reopen(because: String)
}

/// An entry as a person names it.
package enum EntryReference: Hashable, Sendable {
  /// The short name: `a12`.
  case name(String)
  /// The identity itself.
  case identity(EventID)
}

/// A due item as a person names it.
package enum DueReference: Hashable, Sendable {
  /// The item's key.
  case key(String)
  /// The most pressing item that has this name, or begins with it: `scores +40`, `vitals`, `bp`.
  case word(String)
}
