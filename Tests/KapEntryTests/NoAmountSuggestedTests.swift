import KapTestRules
import KapTimeline
import Testing

@testable import KapEntry

/// What a refusal says to type names no amount that could be taken for an answer.
struct NoAmountSuggestedTests {
  @Test(arguments: [
    "dose", "dose im", "dose 75mg", "dose im 75", "dose im 2ml", "dose im -5mg",
    "dose iv 35mg soon",
    "dose iv 35mg over", "dose iv 35mg in 40m", "plan", "plan iv", "plan iv 35",
    "plan iv 35mg last",
    "plan iv 35mg conc 10", "plan iv 35mg because", "infusion", "infusion rate",
    "infusion start 50",
    "given", "given ondansetron 4mg for", "given ketamine 35mg", "order",
    "order clonidine 0.1mg po",
    "rx", "vial", "vial drawn 50 given 35mg wasted 15mg", "vial drawn 50mg", "vial seal broken",
    "pause now", "infusion pause now", "infusion stop please",
  ])
  func `a refused sentence is answered with its form`(line: String) throws {
    for name in ["iv-infusion", "im", "esketamine", "oral"] {
      var desk = try Desk(under: name)
      guard case .refused(_, let remedy) = desk.take(line, asks: true) else { continue }
      #expect(!remedy.contains(#/\d\s?(mg|mcg|g|ml)\b/#), "\(name), \(line): \(remedy)")
      #expect(!remedy.contains(#/over \d/#), "\(name), \(line): \(remedy)")
    }
  }

  @Test func `what is refused of a pump is answered without a rate`() {
    for refusal in [Refusal.needsRate, .infusionRunning(since: Instant(milliseconds: 0))] {
      #expect(!refusal.remedy.contains { $0.isNumber })
    }
  }

  @Test func `a score beyond its scale is no matter of a device`() throws {
    var desk = try Desk(under: "iv-infusion")
    guard case .refused(_, let remedy) = desk.take("diss 11", asks: true) else {
      Issue.record("diss 11 was not refused")
      return
    }
    #expect(!remedy.contains("device"))
  }

  @Test func `an amount of another medicine is asked about with its unit`() {
    let doubt = Doubt.unusual(quantity: "ondansetron", value: 4000, limit: 16, isAbove: true)
    #expect(doubt.question == "Ondansetron 4000 mg is unusual: this clinic asks over 16 mg.")
    #expect(doubt.limit == "limit 16 mg")
    let any = Doubt.unusual(quantity: "medicine", value: 4000, limit: 1000, isAbove: true)
    #expect(any.limit == "limit 1000 mg")
    let rate = Doubt.unusual(quantity: "heartRate", value: 170, limit: 160, isAbove: true)
    #expect(rate.limit == "limit 160")
  }

  @Test func `an item that is on no list is answered with what is on each of them`() throws {
    var desk = try Desk(under: "iv-infusion")
    guard case .refused(_, let remedy) = desk.take("check chair", asks: true) else {
      Issue.record("check chair was not refused")
      return
    }
    let lists = try builtInRules("iv-infusion").care.checklists
    #expect(lists.count > 1)
    for list in lists {
      let first = try #require(list.items.first)
      #expect(remedy.contains(list.title) && remedy.contains(first.key), "\(remedy)")
    }
  }

  @Test(arguments: ["bolus", "push"])
  func `how a dose was given is kept, said and quoted`(manner: String) throws {
    var desk = try Desk(under: "iv-infusion")
    guard case .asked = desk.take("dose iv 15mg \(manner)", asks: true) else {
      Issue.record("a \(manner) was not asked about")
      return
    }
    guard
      case .accepted(let echo, let command) = desk.take(
        "dose iv 15mg \(manner)",
        asks: true,
        isInsisted: true
      )
    else {
      Issue.record("a \(manner) was not taken")
      return
    }
    #expect(echo.contains("15 mg \(manner)"))
    guard case .give(let dose) = command else { return }
    #expect(dose.manner == manner)
    #expect(desk.last.contains("15 mg \(manner)"))
  }
}
