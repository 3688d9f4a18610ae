import KapTerminalDriver

extension Terminal {
  /// Opens a list of checks from what is due and answers it down to its end, with words, vitals or
  /// a reason where they are wanted.
  func goThrough(_ title: String, from due: String) throws {
    try press(.character("d"))
    try wait(for: "DUE")
    try choose(due)
    try agree()
    try wait(for: title)
    for _ in 0..<40 {
      let list = try wait(for: "the list, or its end") {
        $0.bottom.says(title) || $0.isAtRest
      }
      guard list.bottom.says(title) else { return }
      try press(.enter)
      let answered = try wait(for: "an answer or its field") { screen in
        screen.bottom.says("▏") || screen.isAtRest
          || screen.bottom.says(title)
            && (screen.chosen != list.chosen || screen.bottom.says("x says why"))
      }
      try answer(answered.bottom, in: title)
    }
  }

  /// Goes down a list until the line names what is meant; a row is left once the next one is painted.
  func choose(_ words: String) throws {
    var screen = try look()
    while !screen.bottom.says(words) {
      let line = screen.bottom.rows.prefix(2)
      try press(.down)
      screen = try wait(for: "the row below, on to \(words)") { $0.bottom.rows.prefix(2) != line }
    }
  }

  /// Answers what an item asks for, if it was not ticked at once.
  private func answer(_ asked: ScreenText, in title: String) throws {
    if asked.says("y it is so") {
      try press(.character("y"))
      try wait(for: "the list again") { $0.bottom.says(title) || $0.isAtRest }
      return
    }
    if asked.says("x says why") {
      try press(.character("x"))
      try wait(for: "CHECK ")
      try type("the escort cannot wait")
    } else if asked.says("VITALS") {
      try type("124/78 72 98 14")
    } else if asked.says("assess") {
      try press(.control("u"))
      try type("check suicidality: on paper")
    } else if asked.says("▏ _") {
      for _ in 0..<7 where !(try look().bottom.says("Enter records")) {
        try press(.character("0"))
      }
      try wait(for: "Enter records")
    } else if asked.says(" of 5: last ") {
      // The medicines are asked one by one; the last Enter is the one below.
      for number in 1...5 {
        try wait(for: "\(number) of 5: last ")
        try type("none")
        if number < 5 { try press(.enter) }
      }
    } else if asked.says("CHECK consent") {
      try type("version 3, signed 2 Nov")
    } else if asked.says("▏") {
      try type("asked and heard")
    } else {
      return
    }
    try press(.enter)
    // The list comes back once the answer is kept.
    try wait(for: "the list again") { $0.bottom.says(title) || $0.isAtRest }
  }
}

extension ScreenText {
  /// Whether no field and no list is open, whatever was put aside.
  fileprivate var isAtRest: Bool { bottom.says("at rest") || bottom.says("put aside:") }

  /// The row of a list that is chosen.
  fileprivate var chosen: String? { panes.rows.first { $0.contains("│›") } }
}
