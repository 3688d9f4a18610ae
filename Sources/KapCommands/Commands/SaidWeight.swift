import KapEntry
import KapTimeline

/// A patient's weight as it is given with an option: `70`, `70kg`, `154lb`.
package struct SaidWeight: Hashable, Sendable {
  /// The weight in kilograms.
  package let kilograms: Double
  /// What was taken of one that was said in pounds, or as a number alone; nil of kilograms.
  package let remark: String?

  /// Reads a weight as the entry language does; a number alone is kilograms, as the option says.
  package init(_ text: String) throws {
    let isBare = !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
    let context = EntryContext(now: Instant(milliseconds: 0))
    let sentence: Sentence
    do throws(EntryError) {
      sentence = try Entry.parse("weight \(text)\(isBare ? "kg" : "")", in: context)
    } catch {
      throw CommandError(.usage, "--weight: \(error.message) Type 70, 70kg or 154lb.")
    }
    guard case .setFrame(.weight(let kilograms)) = sentence.command, kilograms > 0 else {
      throw CommandError(.usage, "--weight: nobody weighs nothing. Type 70, 70kg or 154lb.")
    }
    self.kilograms = kilograms
    // A number alone may have been meant in pounds.
    let taken = isBare ? Entry.weightWords(kilograms) : Entry.conversion(in: sentence, context)
    remark = taken.map { "Taken: \($0)." }
  }
}
