import KapEntry
import KapTestRules
import KapTimeline
import Testing

/// What is nearly right is read as it was meant, or refused with what to type.
struct TypedAsMeantTests {
  private func mistake(_ line: String, in context: EntryContext = Room.live) -> EntryError? {
    do throws(EntryError) {
      _ = try Entry.parse(line, in: context)
      return nil
    } catch {
      return error
    }
  }

  private func given(_ line: String) -> GivenMedicine? {
    guard case .administer(let given) = try? Entry.parse(line, in: Room.live).command else {
      return nil
    }
    return given
  }

  @Test(arguments: [
    ("dec 2027", "dec 2027"), ("dec-2027", "dec-2027"), ("Dec2027", "Dec2027"),
    ("31 december 2027", "31 december 2027"), ("2027-dec", "2027-dec"), ("12/27", "12/27"),
    ("2027-12-31", "2027-12-31"), ("31/12/2027", "31/12/2027"), ("SEPT 27", "SEPT 27"),
  ])
  func `an expiry is kept as it is printed, whatever follows`(typed: String, kept: String) throws {
    for line in ["dose iv exp \(typed) 35mg lot A1", "dose iv 35mg lot A1 exp \(typed)"] {
      guard case .give(let dose) = try Entry.parse(line, in: Room.live).command else {
        Issue.record("no dose")
        return
      }
      #expect(dose.expiry == kept && dose.lot == "A1" && dose.amount.milligrams == 35)
    }
    let vial = "vial drawn 50mg given 35mg wasted 15mg exp \(typed) witness mk"
    guard case .account(let supply) = try Entry.parse(vial, in: Room.live).command else {
      Issue.record("no vial")
      return
    }
    #expect(supply.expiry == kept && supply.witness == "Mara Kline")
  }

  @Test(arguments: [
    ("2019", "which month?"), ("nan-03", "no month of a year"), ("99999-03", "no month of a year"),
    ("2O27-03", "no month of a year"), ("2027-O3", "no month of a year"),
    ("99999999999-03", "no month of a year"), ("1207-03", "of no year"), ("2027-13", "no month"),
    ("31 feb 2027", "There is no day"), ("soon", "no day of use"),
  ])
  func `what is no month of a plausible year is refused`(typed: String, said: String) throws {
    for line in ["dose iv 35mg exp \(typed)", "vial drawn 5mg given 5mg wasted 0mg exp \(typed)"] {
      let error = try #require(mistake(line), "\(line)")
      #expect(error.message.contains(said), "\(error.message)")
      #expect(error.remedy == "Type it as printed, as in exp 2027-03.")
    }
  }

  @Test(arguments: [
    ("4mg", "4mg"), ("4mgs", "4mg"), ("4 milligrams", "4mg"), ("4 milligram", "4mg"), ("4g", "4g"),
    ("4 grams", "4g"), ("4mcg", "4mcg"), ("4µg", "4µg"), ("4 micrograms", "4mcg"), ("4ml", "4ml"),
    ("4 millilitres", "4ml"), ("4units", "4units"), ("4 IU", "4IU"), ("2l/min", "2l/min"),
    ("2 lpm", "2 l/min"), ("2 litres", "2l"), ("2 puffs", "2 puffs"), ("1 tablet", "1 tablet"),
  ])
  func `an amount is read by one table of units`(typed: String, kept: String) {
    #expect(given("given promethazine \(typed) po for nausea")?.amount == kept)
  }

  @Test(arguments: [
    ("given ondansetron 4mg/kg", "Say the amount in mg"),
    ("given ondansetron 4 mg/kg iv", "Say the amount in mg"),
    ("given ondansetron four mg iv", "Type the amount in digits"),
    ("given ondansetron hundred mg", "Type the amount in digits"),
    ("given ondansetron twenty-five mg", "Type the amount in digits"),
    ("given ondansetron 4frobs", "Type it in mg"), ("given insulin 4u", "Type it in mg"),
    ("order clonidine 100mg/kg po by dr-l", "Say the amount in mg"),
  ])
  func `an amount that is none says what to type`(line: String, remedy: String) throws {
    let error = try #require(mistake(line))
    #expect(error.remedy.contains(remedy), "\(error.message) \(error.remedy)")
  }

  @Test func `a dose takes the same words for milligrams`() throws {
    for typed in ["35mgs", "35 milligrams", "0.035 grams", "35000 micrograms"] {
      guard case .give(let dose) = try Entry.parse("dose iv \(typed)", in: Room.live).command else {
        Issue.record("\(typed)")
        continue
      }
      #expect(dose.amount.milligrams == 35)
    }
  }

  @Test(arguments: [
    "ack 14: probe off", "ack 4: probe off", "ack a04: probe off", "ack a 4: probe off",
    "ack #14: probe off", "ack a: probe off", "ack 14:probe off",
  ])
  func `a mistyped name acknowledges nothing`(line: String) {
    #expect(mistake(line)?.problem == .notAnEntry)
  }

  @Test(arguments: [
    ("ack probe off: reseated", "probe off: reseated"), ("ack 14:05 seen", "14:05 seen"),
    ("ack seen at 14:05: fine", "seen at 14:05: fine"), ("ack bp 150/90: fine", "bp 150/90: fine"),
  ])
  func `words with a colon in them are words`(line: String, words: String) throws {
    #expect(try Entry.parse(line, in: Room.live).command == .acknowledge(nil, words: words))
  }

  @Test func `a name that is not listed is said, and which is`() throws {
    var context = Room.live
    context.clinicProtocol = try builtInRules("iv-infusion")
    let remarks = { (line: String) in try Entry.parse(line, in: context).remarks }
    #expect(
      try remarks("technique imagry start") == ["imagry is not listed; guided imagery is"]
    )
    #expect(
      try remarks("technique guided-imagry start").first?.contains("guided imagery is") == true
    )
    #expect(try remarks("modality foo start") == ["foo is not listed"])
    #expect(try remarks("modality supportiv") == ["supportiv is not listed; supportive is"])
    #expect(try remarks("modality act").isEmpty)
    #expect(try remarks("technique silence start").isEmpty)
  }

  @Test(arguments: [
    ("effect chestpain severe", "chest pain"), ("effect severe headache", "headache severe"),
    ("effect apnoeia", "apnoea"), ("effect unresponsiv", "unresponsive"),
  ])
  func `what is urgent by its name goes by no other one`(line: String, meant: String) throws {
    var context = Room.live
    context.clinicProtocol = try builtInRules("iv-infusion")
    let error = #expect(throws: EntryError.self) { try Entry.parse(line, in: context) }
    #expect(error?.remedy.hasPrefix("Type effect \(meant) if that is meant") ?? false)
    let own = "effect \"\(line.dropFirst(7))\""
    #expect(throws: Never.self) { try Entry.parse(own, in: context) }
  }

  @Test(arguments: ["iv-infusion", "iv-bolus", "im", "sublingual", "oral", "esketamine"])
  func `an item of a list is known by the name that the screen shows`(name: String) throws {
    var context = Room.live
    let rules = try builtInRules(name)
    context.clinicProtocol = rules
    for list in rules.care.checklists {
      // In the order of a session: the list before leaving begins with the dose.
      context.doseAt = list.purpose == .leaving ? Room.live.doseAt : nil
      try expectNames(of: list.items, in: context)
    }
  }

  private func expectNames(of items: [ChecklistItem], in context: EntryContext) throws {
    for item in items {
      let words = item.needs == .minutes ? "95" : "version 3, signed 2 Nov"
      let mark = ChecklistMark(item: item.key, words: words)
      let own = Entry.name(ofItem: item.key, in: context.clinicProtocol)
      for shown in [item.short, item.short.uppercased(), own] {
        #expect(try Entry.parse("check \(shown): \(words)", in: context).command == .check([mark]))
        guard item.key != "identity" else { continue }
        let both = [ChecklistMark(item: "identity"), ChecklistMark(item: item.key)]
        #expect(
          try Entry.parse("check identity, \(shown)", in: context).command == .check(both)
        )
      }
    }
  }

  @Test func `who was called has a name`() {
    #expect(mistake("call 28")?.message == "“28” is nobody's name.")
    #expect(mistake("rx call 28")?.problem == .unknownWord)
    #expect(mistake("call ambulance: 112") == nil)
  }

  @Test(arguments: [
    ("esketamine", "plan in AMOUNT last AMOUNT"),
    ("iv-infusion", "plan iv AMOUNT over TIME conc Nmg/ml last AMOUNT"),
    ("im", "plan im AMOUNT conc Nmg/ml"), ("sublingual", "plan sl AMOUNT last AMOUNT"),
    ("oral", "plan po AMOUNT"),
  ])
  func `a plan's form fits the protocol, names no amount, and is one`(
    name: String,
    form: String
  ) throws {
    var context = Room.live
    context.clinicProtocol = try builtInRules(name)
    context.weightInKilograms = 70
    let remedy = try #require(mistake("plan", in: context)?.remedy)
    #expect(remedy.hasPrefix("Type \(form)"), "\(remedy)")
    #expect(!remedy.contains { $0.isNumber })
    let line = String(remedy.dropFirst(5).dropLast()).replacing("AMOUNT", with: "10mg")
      .replacing("TIME", with: "40m").replacing("Nmg", with: "10mg")
    guard case .plan(let plan) = try Entry.parse(line, in: context).command else {
      Issue.record("no plan")
      return
    }
    #expect(plan.dose.route == context.clinicProtocol?.route)
  }
}
