import KapTimeline

extension Reader {
  /// Refuses words about a paper that name a day there never was, or one that lies ahead.
  ///
  /// Only days with their month and year are looked at: a version may look like less.
  func refuseImpossibleDay(in phrase: Word) throws(EntryError) {
    let remedy = "Type the day as it stands on the paper, as in 2 Nov 2026."
    for (day, place) in days(in: phrase) {
      guard day.exists else {
        throw failure(.notATime, at: place, "There is no day “\(place.clipped)”.", remedy)
      }
      guard day.isAfter(WallTime(context.now, offset: context.offset)) else { continue }
      throw failure(.notATime, at: place, "“\(place.clipped)” lies ahead.", remedy)
    }
  }

  /// The whole days in words: `2 Nov 2026`, `2026-11-02`, each where it stands.
  private func days(in phrase: Word) -> [(day: Expiry, place: Word)] {
    var reader = self
    (reader.position, reader.end) = (phrase.start, phrase.end)
    var words: [Word] = []
    while let word = reader.next() { words.append(word) }
    return words.indices.compactMap { first in
      [3, 1].lazy.compactMap { count -> (day: Expiry, place: Word)? in
        guard first + count <= words.count else { return nil }
        let place = word(from: words[first].start, to: words[first + count - 1].end)
        let hasYear = place.text.split { !isDigit($0) }.contains { $0.count == 4 }
        // Numbers apart are no day; only a month's name joins them.
        guard hasYear, count == 1 || place.text.contains(where: \.isLetter),
          let day = Expiry(place.text), day.day != nil
        else { return nil }
        return (day, place)
      }.first
    }
  }
}
