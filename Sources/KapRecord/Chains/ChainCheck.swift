import Foundation
import KapTimeline

/// Follows one chain record by record and finds what was changed, moved, doubled or taken out.
///
/// After a fault it goes on as if the record had been right, so that one change is one finding.
package struct ChainCheck: Sendable {
  /// Which chain it follows.
  package let chain: ChainID
  /// The head of what was taken so far.
  package private(set) var head: Head

  private let expected: [Expectation]
  // After a change either the record or its link is the wrong one: the next record tells which.
  private var previous: [Link]
  private var gaps: [ClosedRange<Int>] = []
  private var findings: [Finding] = []

  /// Creates a check of a chain from its beginning that holds it against heads known from elsewhere.
  package init(_ chain: ChainID, expecting expected: [Expectation] = []) {
    self.chain = chain
    self.expected = expected
    head = chain.origin
    previous = [head.link]
  }

  /// A head that another place vouches for.
  package struct Expectation: Hashable, Sendable {
    /// The head.
    package let head: Head
    /// Where it stands.
    package let place: Finding.Place
    /// Whether the chain must end there; else it may have grown since.
    package let isFinal: Bool

    /// Creates an expectation.
    package init(_ head: Head, at place: Finding.Place, isFinal: Bool) {
      self.head = head
      self.place = place
      self.isFinal = isFinal
    }
  }

  /// Takes the next record, which stands at `place`.
  package mutating func take(_ record: ChainedRecord, at place: Finding.Place) {
    let sequence = record.id.sequence
    guard sequence > head.count else {
      report(fillsGap(sequence) ? .misplaced : .duplicated, at: place, sequence)
      return
    }
    let computed = previous.map { $0.following(with: record.bytes) }
    if leavesGap(before: sequence) || previous.isEmpty || computed.contains(record.link) {
      previous = [record.link]
    } else {
      report(.changed, at: place, sequence)
      previous = computed + [record.link]
    }
    head = Head(count: sequence, link: record.link)
    for expectation in expected
    where expectation.head.count == sequence && expectation.head.link != record.link {
      report(.contradicted, at: place, sequence)
    }
  }

  /// Takes a record's place without the record: something with that number stands there, unreadable
  /// and reported already.
  package mutating func skip(_ sequence: Int) {
    guard sequence > head.count else { return }
    _ = leavesGap(before: sequence)
    head = Head(count: sequence, link: head.link)
    previous = []
  }

  /// Ends the check and says what was found; the chain as a whole stands at `place`.
  package mutating func finish(at place: Finding.Place) -> [Finding] {
    for gap in gaps { report(.missing(gap), at: place, gap.lowerBound) }
    for expectation in expected {
      if expectation.head.count > head.count {
        let range = head.count + 1...expectation.head.count
        report(.missing(range), at: expectation.place, range.lowerBound)
      } else if expectation.isFinal && expectation.head.count < head.count {
        report(.contradicted, at: expectation.place, expectation.head.count + 1)
      }
    }
    return findings
  }

  private mutating func leavesGap(before sequence: Int) -> Bool {
    guard sequence > head.count + 1 else { return false }
    // A file made to have millions of gaps is named by its first thousand.
    if gaps.count < 1000 { gaps.append(head.count + 1...sequence - 1) }
    return true
  }

  private mutating func fillsGap(_ sequence: Int) -> Bool {
    guard let place = gaps.firstIndex(where: { $0.contains(sequence) }) else { return false }
    let gap = gaps.remove(at: place)
    if gap.upperBound > sequence { gaps.insert(sequence + 1...gap.upperBound, at: place) }
    if gap.lowerBound < sequence { gaps.insert(gap.lowerBound...sequence - 1, at: place) }
    return true
  }

  private mutating func report(_ fault: Finding.Fault, at place: Finding.Place, _ sequence: Int) {
    let event = EventID(writer: chain.writer, sequence: sequence)
    findings.append(Finding(fault, at: place, session: chain.session, event: event))
  }
}
