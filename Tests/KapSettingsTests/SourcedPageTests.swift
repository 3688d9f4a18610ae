import KapSettings
import KapTimeline
import Testing

/// Nothing stands on the page of a protocol without where it comes from.
struct SourcedPageTests {
  @Test(arguments: promised)
  func `every line but the head and the titles ends with its source`(name: String) throws {
    let page = try Page(name)
    let rows = page.lines.filter { $0.hasPrefix("  ") }

    #expect(rows.count > 200)
    for row in rows {
      let parts = row.split(separator: "  ", omittingEmptySubsequences: true)
      #expect(parts.count == 2, "\(row)")
      #expect(Page.isSource(String(parts.last ?? "").trimmingPrefixSpaces), "\(row)")
    }
  }

  @Test(arguments: promised)
  func `on a page of usual width a long source is said once in a row, and again after a title`(
    name: String
  ) throws {
    let lines = describe(try ProtocolLibrary().protocol(named: name))
    let same = lines.indices.filter { lines[$0].hasSuffix("  as above") }

    #expect(same.count > 10)
    for index in same {
      #expect(lines[index - 1].hasPrefix("  "), "\(lines[index]) stands first in its section")
    }
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: promised)
  func `a title holds no number but that of a name, of a version and minute 0`(
    name: String
  ) throws {
    let page = try Page(name)
    let rules = page.rules
    var names = rules.scales.map(\.label) + ["minutes from 0", "Minute 0"]
    names += [rules.care.warningScore?.name, rules.care.model?.name].compactMap(\.self)

    for title in page.lines.dropFirst() where !title.hasPrefix("  ") {
      var rest = title
      for name in names {
        if let range = rest.firstRange(of: name) { rest.removeSubrange(range) }
      }
      #expect(!rest.contains { $0.isNumber }, "\(title)")
    }
    #expect(page.lines.first == "\(rules.name)  \(rules.title), version \(rules.version)")
  }

  @Test(arguments: promised)
  func `what the screen offers is printed, each list with its source`(name: String) throws {
    let page = try Page(name)
    let rules = page.rules

    #expect(page.says(["BP HR SpO2 RR Temp"], from: Page.unsourced))
    #expect(page.says(["mistyped, wrong time, wrong cuff, wrong person"], from: Page.unsourced))
    #expect(page.says(["cuff failed, asleep, refused, moving"], from: Page.unsourced))
    #expect(
      page.says(
        ["asleep, refused, moving, holding the patient, not needed"],
        from: Page.unsourced
      )
    )
    #expect(rules.codes.count == 18)
    for code in rules.codes {
      #expect(
        page.says(["\(code.key) \(code.name), \(code.group)"], from: code.source ?? Page.unsourced)
      )
    }
    #expect(rules.strip.count == 3)
    for rule in rules.strip {
      let labels = rule.items.map(\.label).joined(separator: ", ")
      #expect(page.says([labels], from: rule.source ?? Page.unsourced))
    }
    for term in rules.effects + rules.medicines {
      #expect(Page.isSource(term.source))
      #expect(page.says([term.name], from: term.source))
    }
    #expect(page.says([rules.zeroMoment], from: Page.unsourced))
  }

  @Test func `a clinic says where its own lists come from`() throws {
    let text = """
      name: ours
      inherits: im
      version: "2"
      codes:
        6: { name: slow cello, group: music, lasts: true, source: our own list }
      interventions:
        9: { name: other, words: true, source: our own card }
      reasons: { noReading: [a], notDone: [b], void: [c], source: our own reasons }
      strip:
        - { items: { escort: Escort }, source: our own strip }
      """
    let rules = try ProtocolLibrary().protocol(reading: Array(text.utf8), named: "ours.yaml")
    let lines = describe(rules, width: 3_000)

    for (words, source) in [
      ("6 slow cello", "our own list"), ("9 other", "our own card"),
      ("no reading because: a", "our own reasons"), ("otherwise: Escort", "our own strip"),
    ] {
      #expect(lines.contains { $0.contains(words) && $0.hasSuffix("  \(source)") })
    }
  }
}

extension String {
  fileprivate var trimmingPrefixSpaces: String { String(drop { $0 == " " }) }
}
