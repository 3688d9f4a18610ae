/// The word of `candidates` that a slip of the hand would turn into `word`, or nil.
///
/// Two slips at most, one in a short word: a farther guess helps nobody. A word of two letters is
/// one slip from half the vocabulary, so nothing is guessed for it.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.unicodeScalars.prefix(33))
  guard (3...32).contains(typed.count),
    typed.allSatisfy({ $0.isASCII || $0.properties.isAlphabetic })
  else { return nil }
  var best: (word: String, slips: Int)?
  for candidate in candidates {
    // Letters take at most four bytes: a word that is much longer or shorter cannot be near.
    guard candidate.utf8.count <= typed.count * 4 + 2, candidate.utf8.count + 2 >= typed.count
    else { continue }
    let scalars = Array(candidate.unicodeScalars)
    let allowed = min(typed.count, scalars.count) <= 4 ? 1 : 2
    guard abs(scalars.count - typed.count) <= allowed else { continue }
    let slips = editDistance(typed, scalars)
    guard slips <= allowed, slips < best?.slips ?? Int.max else { continue }
    best = (candidate, slips)
  }
  return best?.word
}

/// How many slips part two words: a letter too many, too few, another one, or two swapped.
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, leftScalar) in left.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for (column, rightScalar) in right.enumerated() {
      var cost = min(last[column + 1] + 1, current[column] + 1)
      cost = min(cost, last[column] + (leftScalar == rightScalar ? 0 : 1))
      if row > 0, column > 0, leftScalar == right[column - 1], left[row - 1] == rightScalar {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
