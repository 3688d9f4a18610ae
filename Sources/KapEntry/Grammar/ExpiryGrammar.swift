import KapTimeline

extension Reader {
  /// Reads the last day of use as it is printed, a month's name among up to three words; what is no
  /// month of a plausible year is refused.
  mutating func expiry() throws(EntryError) -> String {
    let remedy = "Type it as printed, as in exp 2027-03."
    guard let first = next() else { throw missing("The expiry is missing.", remedy) }
    let printed = wholeExpiry(beginning: first)
    position = max(position, printed.end)
    guard printed.text.contains(where: isDigit) else {
      throw failure(.notATime, at: printed, "“\(printed.clipped)” is no day of use.", remedy)
    }
    guard let expiry = Expiry(printed.text) else {
      let isYear = printed.text.count == 4 && printed.text.allSatisfy(isDigit)
      throw failure(
        .notATime,
        at: printed,
        isYear
          ? "“\(printed.clipped)” is a year alone: which month?"
          : "“\(printed.clipped)” is no month of a year.",
        remedy
      )
    }
    guard expiry.hasMonth else {
      throw failure(.notATime, at: printed, "“\(printed.clipped)” names no month.", remedy)
    }
    guard expiry.hasPlausibleYear else {
      throw failure(
        .notATime,
        at: printed,
        "“\(printed.clipped)” is of no year in which a medicine would expire.",
        remedy
      )
    }
    guard expiry.exists else {
      throw failure(.notATime, at: printed, "There is no day “\(printed.clipped)”.", remedy)
    }
    return printed.text
  }

  /// The words of the expiry: `2027-03`, `dec 2027`, `31 dec 2027`.
  private func wholeExpiry(beginning first: Word) -> Word {
    var reader = self
    var words = [first]
    while words.count < 3, let word = reader.next() { words.append(word) }
    for count in stride(from: words.count, to: 1, by: -1) {
      let whole = word(from: first.start, to: words[count - 1].end)
      // Numbers apart may be another part of the sentence; only a month's name joins them.
      guard whole.text.contains(where: \.isLetter), Expiry(whole.text) != nil else { continue }
      return whole
    }
    return first
  }
}
