/// Returns the word that was probably meant, or nil when none is near enough.
///
/// Near is at most two letters added, lost, changed or swapped, and never more than a third of the
/// word: a far-fetched suggestion is worse than none.
package func nearest(to word: String, among known: [String]) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
  let allowed = min(2, max(1, wanted.count / 3))
  let ranked = known.map {
    (word: $0, steps: distance(wanted, Array($0.lowercased().unicodeScalars)))
  }
  let best = ranked.min { ($0.steps, $0.word) < ($1.steps, $1.word) }
  guard let best, best.steps <= allowed else { return nil }
  return best.word
}

/// The number of letters to add, lose, change or swap to make one word of the other.
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let change = previous[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(change, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous.last ?? left.count
}
