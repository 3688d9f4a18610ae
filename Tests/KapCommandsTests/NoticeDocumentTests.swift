import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

/// What scripts read of a notice is what people read of it.
struct NoticeDocumentTests {
  /// A session in which every kind of notice that its rules have is raised.
  private func clinic(_ name: String, _ lines: [String]) throws -> Clinic {
    let clinic = try Clinic()
    let command = OpenCommand(subject: "K-014", protocolName: name, weightInKilograms: 70)
    #expect(clinic.run { try command.run(in: $0) } == .ok)
    for line in lines {
      clinic.pass(.minutes(2))
      #expect(clinic.enter(line) == .ok, "\(line): \(clinic.talk)")
    }
    clinic.pass(.minutes(100))
    return clinic
  }

  private static let sessions: [(name: String, lines: [String], rules: Set<String>)] = [
    (
      "iv-infusion",
      [
        "bp 124/78 hr 72 spo2 98 rr 14", "check consent: signed", "limit hr above 30 because x",
        "infusion start rate 300mg/h", "plan iv 112mg over 40m because x",
        "bp 206/121 hr 135 spo2 88 rr 7", "bp 184/104 hr 80 spo2 97 rr 12",
        "dose iv 80mg over 10m", "assess phq9 0 0 0 0 0 0 0 0 1", "given paracetamol 4g po",
        "order clonidine 4mg po by dr-l", "effect chest pain", "check thoughts no: says so",
        "vial drawn 90mg given 80mg wasted 10mg conc 400mg/ml lot A1",
      ],
      [
        "blood-pressure", "heart-rate", "oxygen-saturation", "respiratory-rate", Notice.dose,
        Notice.unconfirmed, Notice.checks, Notice.urgentEffect, Notice.overdue, "phq9",
        Notice.answer(to: "thoughts"),
      ]
    ),
    (
      "esketamine",
      [
        "dose in esketamine 112mg", "plan in esketamine 112mg because x",
        "effect nausea severe serious",
      ],
      [Notice.dose, Notice.unconfirmed, Notice.checks, Notice.serious]
    ),
  ]

  @Test(arguments: sessions.indices)
  func `the document says of each notice what the text says of it`(_ place: Int) throws {
    let (name, lines, rules) = Self.sessions[place]
    let clinic = try clinic(name, lines)
    let document = try clinic.document()
    let notices = document["notices"]?.elements ?? []
    let raised = Set(notices.compactMap { $0["rule"]?.text })
    #expect(rules.subtracting(raised).isEmpty, "\(rules.subtracting(raised))")
    let command = ShowCommand(session: "last", at: nil, isAsKnown: false, isJSON: false)
    #expect(clinic.run { try command.run(in: $0) } == .ok)
    for item in try #require(document["due"]?.elements) {
      let words = try #require(item["words"]?.text)
      #expect(clinic.output.contains(words), "\(words)")
    }
    for notice in notices {
      let said = notice["words"]
      let rule = notice["rule"]?.text ?? ""
      let value = try #require(said?["value"]?.text, "\(rule)")
      let sentence = try #require(said?["sentence"]?.text, "\(rule)")
      let limits = (said?["limits"]?.elements ?? []).compactMap(\.text)
      let sources = (said?["sources"]?.elements ?? []).compactMap(\.text)
      #expect(!value.isEmpty && value != rule && !sources.isEmpty, "\(rule)")
      #expect(notice["source"]?.text == sources.joined(separator: "; "))
      let next = said?["next"]?.text
      #expect(sentence.hasPrefix(value), "\(rule)")
      #expect(next.map(sentence.hasSuffix) ?? sentence.hasSuffix("."), "\(rule)")
      // What is said as one sentence says its limit with it.
      let isStated = notice["subject"]?.text != nil && !sentence.contains(limits.first ?? "")
      #expect(isStated || limits.allSatisfy(sentence.contains), "\(rule)")
      #expect(!limits.isEmpty, "\(rule)")
      // What has a reading says its number; all else says in words what it is about.
      #expect((notice["value"]?.number == nil) == (notice["subject"]?.text == value), "\(rule)")
      if notice["open"]?.flag == true { #expect(clinic.output.contains(sentence), "\(rule)") }
      if rule == Notice.dose || rule == Notice.unconfirmed {
        #expect(value.contains { $0.isNumber } || value.hasPrefix("consent"), "\(value)")
      }
    }
  }
}
