import KapRecord
import KapTimeline
import Testing

@testable import KapCommands

/// What a pipe is told of entries that are kept as they came.
struct TiedToNoticeTests {
  @Test func `a call, an order and a medicine that name no urgent notice are said to be untied`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 206/121 hr 98\n")
    #expect(!clinic.talk.contains("tied"))
    clinic.enter("call dr-l: told of it\n")
    #expect(clinic.talk.split(separator: "\n").count == 1)
    #expect(clinic.talk.contains("line 1: tied to no notice while BP 206/121 is open: `correct a"))
    #expect(clinic.talk.contains(" … about bp …` ties it."))
    clinic.enter("order clonidine 0.1mg po by dr-l\n")
    #expect(clinic.talk.contains("tied to no notice while BP 206/121 is open"))
    #expect(clinic.talk.contains(" … for bp …` ties it."))
    clinic.enter("given labetalol 10mg iv\n")
    #expect(clinic.talk.contains("tied to no notice"))
    let events = try clinic.document()
    for kind in ["call", "order", "given"] {
      #expect(events.events(kind).allSatisfy { $0["data"]?["notice"] == nil })
    }
  }

  @Test func `one that names it is tied, and says nothing`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 206/121 hr 98\ncall dr-l about bp: told of it\n")
    #expect(!clinic.talk.contains("tied"))
    clinic.enter("order clonidine 0.1mg po for bp by dr-l\ngiven clonidine 0.1mg po\n")
    #expect(!clinic.talk.contains("tied"))
  }

  @Test func `what is for something else, or while only a list is open, says nothing`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("dose iv 35mg over 40m\ngiven ondansetron 4mg iv\n")
    #expect(try clinic.document()["notices"]?.elements.isEmpty == false)
    #expect(!clinic.talk.contains("tied"))
    clinic.enter("bp 206/121 hr 98\ngiven ondansetron 4mg iv for nausea\n")
    #expect(!clinic.talk.contains("tied"))
  }

  @Test func `the correction that the remark names ties it`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 206/121 hr 98\ncall dr-l: told of it\norder clonidine 0.1mg po by dr-l\n")
    clinic.enter("given labetalol 10mg iv\n")
    func name(_ kind: String) throws -> String {
      try #require(try clinic.document().events(kind).first?["name"]?.text)
    }
    func isTied(_ kind: String) throws -> Bool {
      let data = try clinic.document().events(kind).first?["data"]
      return data?.shape.names.contains("rule") ?? false
    }
    let call = try name("call")
    let order = try name("order")
    let given = try name("given")
    #expect(clinic.enter("correct \(call) call dr-l about bp: told of it\n") == .ok)
    #expect(!clinic.talk.contains("tied"))
    #expect(clinic.enter("correct \(order) order clonidine 0.1mg po for bp by dr-l\n") == .ok)
    #expect(!clinic.talk.contains("tied"))
    #expect(clinic.enter("correct \(given) given labetalol 10mg iv for bp\n") == .ok)
    #expect(!clinic.talk.contains("tied"))
    #expect(try isTied("call") && isTied("order") && isTied("given"))
  }

  @Test func `without an urgent notice nothing is said`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("bp 165/90 hr 80\ncall dr-l: told of it\ngiven ondansetron 4mg iv\n")
    #expect(!clinic.talk.contains("tied"))
  }

  @Test func `a hand-over from a pipe is kept, and says that nobody unlocked`() throws {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter("join ar as monitor\nhandover mk\n")
    #expect(clinic.talk.contains("line 2: nobody unlocked as mk: kept as said by ar"))
    let change = try #require(try clinic.document().events("handOver").first?["data"])
    #expect(change["unlocked"]?.flag == false)
    clinic.run { try ShowCommand(session: "last").run(in: $0) }
    #expect(clinic.output.contains("nobody unlocked as MK"))
  }
}
