/// The named parts of one place in a settings file, while they are read.
///
/// Whatever is asked for is known; what is left over in the end is named as unknown. A part that
/// is missing or of the wrong kind is a problem and reads as nil, and reading goes on, so that a
/// person sees all problems of a file at once.
struct Section {
  let path: String
  let place: Place
  private let parts: [String: Tree.Part]
  private let order: [String]
  private var asked: [String] = []
  /// What was wrong so far.
  private(set) var problems: [SettingsProblem] = []

  /// Takes the parts of `tree`, or notes that it has none.
  init(_ tree: Tree, path: String) {
    self.path = path
    place = tree.place
    let found = tree.parts ?? []
    parts = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    order = found.map(\.key)
    if tree.parts == nil {
      note(at: place, path, "named parts are expected here", "Write them as `word: value`")
    }
  }

  /// The names of the parts, in the order of the file.
  var names: [String] { order }

  /// The names of the parts of a part, without asking for it.
  func names(in key: String) -> [String] { (parts[key]?.value.parts ?? []).map(\.key) }

  /// Whether there is a part of that name.
  func has(_ key: String) -> Bool { parts[key] != nil }

  /// Where the part of that name is, or the section itself.
  func place(of key: String) -> Place { parts[key]?.place ?? place }

  /// Notes a problem.
  mutating func note(at place: Place, _ key: String, _ message: String, _ remedy: String) {
    problems.append(
      SettingsProblem(
        file: place.file,
        line: place.line,
        column: place.column,
        key: key,
        message: message,
        remedy: remedy
      )
    )
  }

  /// Notes a problem with the value of a part.
  mutating func note(_ key: String, _ message: String, _ remedy: String) {
    note(at: parts[key]?.value.place ?? place, dotted(key), message, remedy)
  }

  /// Takes the problems of a part that was read apart.
  mutating func take(_ found: [SettingsProblem]) { problems += found }

  /// Names what nobody asked for.
  mutating func close() {
    for name in order where !asked.contains(name) {
      let near = nearest(to: name, among: asked.filter { !has($0) })
      note(
        at: place(of: name),
        dotted(name),
        "there is no key `\(name)` here",
        near.map { "Did you mean `\($0)`?" } ?? "Known are: \(asked.joined(separator: ", "))"
      )
    }
  }

  /// The path of a part.
  func dotted(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a part, or nil when it is not there.
  mutating func valueIfAny(_ key: String) -> Tree? {
    if !asked.contains(key) { asked.append(key) }
    return parts[key]?.value
  }

  /// The value of a part; not being there is a problem.
  mutating func value(_ key: String) -> Tree? {
    if let value = valueIfAny(key) { return value }
    note(at: place, dotted(key), "`\(key)` is missing", "Write `\(key): …` here")
    return nil
  }
}

extension Section {
  /// A text.
  mutating func text(_ key: String) -> String? { value(key).flatMap { text($0, key) } }

  /// A text that may be left out.
  mutating func textIfAny(_ key: String) -> String? { valueIfAny(key).flatMap { text($0, key) } }

  /// A number within `range`.
  mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    value(key).flatMap { number($0, key, in: range) }
  }

  /// A number within `range` that may be left out.
  mutating func numberIfAny(_ key: String, in range: ClosedRange<Double>) -> Double? {
    valueIfAny(key).flatMap { number($0, key, in: range) }
  }

  /// A list of numbers within `range`.
  mutating func numbers(_ key: String, in range: ClosedRange<Double>) -> [Double]? {
    guard let value = value(key), let items = list(value, key) else { return nil }
    let found = items.compactMap { number($0, key, in: range) }
    return found.count == items.count ? found : nil
  }

  /// A list of texts.
  mutating func texts(_ key: String) -> [String]? {
    guard let value = value(key), let items = list(value, key) else { return nil }
    let found = items.compactMap { text($0, key) }
    return found.count == items.count ? found : nil
  }

  /// `true` or `false`; false when left out.
  mutating func flag(_ key: String) -> Bool {
    guard let value = valueIfAny(key) else { return false }
    switch value.scalar {
    case "true": return true
    case "false": return false
    default:
      let typed = value.scalar.map { "`\(quoted($0))`" } ?? "this"
      note(key, "\(typed) is neither true nor false", "Write `true` or `false`")
      return false
    }
  }

  /// One of the words a type knows.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let value = value(key) else { return nil }
    return choice(value, key, of: type)
  }

  /// One of the words a type knows, from a value read before.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: Tree,
    _ key: String,
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let word = text(value, key) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let near = nearest(to: word, among: known).map { "Did you mean `\($0)`?" }
    note(
      at: value.place,
      dotted(key),
      "`\(quoted(word))` is not known here",
      near ?? "Write one of: \(known.joined(separator: ", "))"
    )
    return nil
  }

  /// The parts of one part, read by `body`.
  mutating func section<Value>(
    _ key: String,
    _ body: (inout Section) -> Value?
  ) -> Value? {
    value(key).flatMap { read($0, key, body) }
  }

  /// The parts of one part that may be left out, read by `body`.
  mutating func sectionIfAny<Value>(
    _ key: String,
    _ body: (inout Section) -> Value?
  ) -> Value? {
    valueIfAny(key).flatMap { read($0, key, body) }
  }

  /// The parts of every part of one part, in the order of the file, read by `body`.
  mutating func sections<Value>(
    _ key: String,
    _ body: (String, inout Section) -> Value?
  ) -> [Value] {
    section(key) { outer in
      outer.names.compactMap { name in outer.section(name) { body(name, &$0) } }
    } ?? []
  }

  /// The items of a list, each with parts, read by `body`.
  mutating func items<Value>(_ key: String, _ body: (inout Section) -> Value?) -> [Value] {
    guard let value = value(key), let items = list(value, key) else { return [] }
    return items.compactMap { read($0, key, body) }
  }

  private mutating func read<Value>(
    _ tree: Tree,
    _ key: String,
    _ body: (inout Section) -> Value?
  ) -> Value? {
    var inner = Section(tree, path: dotted(key))
    let isReadable = tree.parts != nil
    let value = isReadable ? body(&inner) : nil
    if isReadable { inner.close() }
    problems += inner.problems
    return value
  }

  /// The text of a value read before.
  mutating func text(_ value: Tree, _ key: String) -> String? {
    if let text = value.scalar, !text.isEmpty, text.utf8.count <= 2_000 { return text }
    note(at: value.place, dotted(key), "a text is expected here", "Write a word or a sentence")
    return nil
  }

  private mutating func list(_ value: Tree, _ key: String) -> [Tree]? {
    if case .list(let items) = value.content { return items }
    note(at: value.place, dotted(key), "a list is expected here", "Write it as `[one, two]`")
    return nil
  }

  private mutating func number(
    _ value: Tree,
    _ key: String,
    in range: ClosedRange<Double>
  ) -> Double? {
    let typed = value.scalar ?? ""
    guard let number = Self.number(typed) else {
      let subject =
        typed.isEmpty ? "a number is expected here" : "`\(quoted(typed))` is not a number"
      note(at: value.place, dotted(key), subject, "Write it in digits, like `10` or `0.5`")
      return nil
    }
    guard range.contains(number) else {
      note(
        at: value.place,
        dotted(key),
        "\(quoted(typed)) is out of range",
        "Write a number from \(shown(range.lowerBound)) to \(shown(range.upperBound))"
      )
      return nil
    }
    return number
  }

  /// A number as people write it: digits, one point, a sign; no `1e5`, `0x1F`, `1_000` or `inf`.
  private static func number(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), text.utf8.count <= 16 else { return nil }
    let isPlain = halves.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    return isPlain ? Double(text) : nil
  }

  /// What was typed, short enough for a sentence.
  private func quoted(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }

  private func shown(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
  }
}
