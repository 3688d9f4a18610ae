extension Session {
  /// The short name on the screen: the writer's letter and the number, `a12`.
  ///
  /// Letters follow who wrote first, so that they are the same on every machine. They may shift
  /// when the records of another machine are merged in; the identity never does.
  package func name(of index: Int) -> String {
    let id = entries[index].id
    return "\(Self.letter(at: writers.firstIndex(of: id.writer) ?? 0))\(id.sequence)"
  }

  /// The index of the entry called `name`, such as `a12`.
  package func index(named name: some StringProtocol) -> Int? {
    let lower = name.lowercased()
    let letters = lower.prefix { $0.isASCII && $0.isLetter }
    let digits = lower.dropFirst(letters.count)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let sequence = Int(digits),
      let place = Self.place(of: letters), writers.indices.contains(place)
    else { return nil }
    return indices[EventID(writer: writers[place], sequence: sequence)]
  }

  /// Notes who wrote, and whether it was that writer's first word.
  mutating func name(_ recorded: Recorded) {
    let key = WritingKey(recorded)
    let writer = recorded.id.writer
    if let first = firstWords[writer] {
      guard key < first else { return }
      writers.removeAll { $0 == writer }
    }
    firstWords[writer] = key
    let place = writers.partitioned { firstWords[$0].map { $0 < key } ?? true }
    writers.insert(writer, at: place)
  }

  /// `a` to `z`, then `aa`, `ab` and so on.
  private static func letter(at place: Int) -> String {
    var letters: [Unicode.Scalar] = []
    var rest = place + 1
    while rest > 0 {
      letters.append(Unicode.Scalar(UInt8(97 + (rest - 1) % 26)))
      rest = (rest - 1) / 26
    }
    return String(String.UnicodeScalarView(letters.reversed()))
  }

  private static func place(of letters: some StringProtocol) -> Int? {
    guard (1...8).contains(letters.utf8.count) else { return nil }
    var place = 0
    for byte in letters.utf8 {
      guard (97...122).contains(byte) else { return nil }
      place = place * 26 + Int(byte - 96)
    }
    return place - 1
  }
}
