import Yams

/// How much a settings file may hold; far more than any honest one does.
private enum Allowance {
  static let bytes = 262_144
  static let nodes = 20_000
  static let depth = 12
}

extension Tree {
  /// Reads YAML.
  ///
  /// Words stay what was typed: `yes` and `1:30` are text until somebody asks for a number. Anchors
  /// are refused before anything is built, because aliases to them can grow without end.
  init(yaml bytes: [UInt8], file: String) throws(SettingsError) {
    let start = Place(file: file, line: 1, column: 1)
    guard bytes.count <= Allowance.bytes else {
      throw start.refusal("the file is larger than 256 KiB", "Split it, or name the right file")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Place.firstInvalid(in: bytes, file: file)
        .refusal("the file is not UTF-8 text", "Save it as UTF-8")
    }
    if let anchor = Self.anchor(in: bytes, file: file) {
      throw anchor.refusal(
        "anchors (`&name`) are not used in these files",
        "Write the value out, or put it in quotes with a blank after the `&`"
      )
    }
    let root: Node?
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = bytes.isEmpty ? nil : try parser.singleRoot()
    } catch let error as YamlError {
      throw .invalid([error.problem(in: file)])
    } catch {
      throw start.refusal("the file cannot be read as YAML", "Check its indentation")
    }
    guard let root else {
      throw start.refusal("the file is empty", "Write at least its `name`")
    }
    var budget = Allowance.nodes
    try self.init(root, file: file, depth: Allowance.depth, budget: &budget)
  }

  private init(
    _ node: Node,
    file: String,
    depth: Int,
    budget: inout Int
  ) throws(SettingsError) {
    let place = Place(file: file, at: node.mark)
    budget -= 1
    guard depth > 0, budget > 0 else {
      throw place.refusal("the file is nested too deep or says too much", "Make it plainer")
    }
    self.place = place
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string)
    case .sequence(let sequence):
      var list: [Tree] = []
      for item in sequence {
        list.append(try Tree(item, file: file, depth: depth - 1, budget: &budget))
      }
      content = .list(list)
    case .mapping(let mapping):
      var parts: [Part] = []
      for (key, value) in mapping {
        let keyPlace = Place(file: file, at: key.mark)
        guard case .scalar(let name) = key else {
          throw keyPlace.refusal("a key must be one word", "Write it as `word: value`")
        }
        let tree = try Tree(value, file: file, depth: depth - 1, budget: &budget)
        parts.append(Part(key: name.string, place: keyPlace, value: tree))
      }
      content = .parts(parts)
    case .alias:
      throw place.refusal("aliases (`*name`) are not used in these files", "Write the value out")
    }
  }

  /// Where an anchor could begin: `&` and a letter, not within a word.
  ///
  /// Anchors in quoted text are taken for real ones: missing one would cost more.
  private static func anchor(in bytes: [UInt8], file: String) -> Place? {
    guard bytes.contains(UInt8(ascii: "&")) else { return nil }
    var place = Place(file: file, line: 1, column: 1)
    var previous = UInt8(ascii: "\n")
    var isComment = false
    var isIndent = true
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        place.line += 1
        place.column = 0
        (isComment, isIndent) = (false, true)
      } else if byte < 0x20 || byte >= 0x80 {
        // YAML knows line breaks beside the newline; after any of them a comment may be over.
        isComment = false
      } else if isIndent, byte == UInt8(ascii: "#") {
        isComment = true
      } else if byte == UInt8(ascii: "&"), !isComment, !previous.isWord, index + 1 < bytes.count,
        bytes[index + 1].isWord
      {
        return place
      }
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\n") { isIndent = false }
      if !byte.isContinuation { place.column += 1 }
      previous = byte
    }
    return nil
  }
}

extension Place {
  /// The place of a mark, or the file's beginning where there is none.
  fileprivate init(file: String, at mark: Mark?) {
    self.init(file: file, line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }

  /// The problem of a whole file, as an error.
  func refusal(_ message: String, _ remedy: String) -> SettingsError {
    .invalid([
      SettingsProblem(
        file: file,
        line: line,
        column: column,
        key: "",
        message: message,
        remedy: remedy
      )
    ])
  }

  /// Where bytes stop being UTF-8.
  static func firstInvalid(in bytes: [UInt8], file: String) -> Place {
    var place = Place(file: file, line: 1, column: 1)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" { break }
      if scalar == "\n" {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return place
  }
}

extension YamlError {
  /// The error as a problem of the file.
  fileprivate func problem(in file: String) -> SettingsProblem {
    var problem = SettingsProblem(
      file: file,
      line: 1,
      column: 1,
      key: "",
      message: "the file cannot be read as YAML",
      remedy: "Check its indentation and quotes"
    )
    func stand(at mark: Mark) {
      problem.line = max(1, mark.line)
      problem.column = max(1, mark.column)
    }
    switch self {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      problem.message = text
      stand(at: mark)
    case .duplicatedKeysInMapping(let keys, let context):
      problem.key = keys.first ?? ""
      problem.message = "the key stands twice in the same place"
      problem.remedy = "Keep one of them"
      stand(at: context.mark)
    case .reader(let text, let offset, _, let yaml):
      problem.message = text
      problem.remedy = "Take the character out"
      let before = yaml.unicodeScalars.prefix(max(0, offset ?? 0))
      problem.line = before.count { $0 == "\n" } + 1
      problem.column = before.reversed().prefix { $0 != "\n" }.count + 1
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      break
    }
    return problem
  }
}

extension UInt8 {
  /// Whether it is part of a word in YAML's sense: a letter, a digit, `_` or `-`.
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether it goes on with a character that an earlier byte began.
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
