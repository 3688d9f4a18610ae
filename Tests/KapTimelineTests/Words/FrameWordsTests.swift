import KapTimeline
import Testing

struct FrameWordsTests {
  @Test(arguments: [
    ("none", true), ("None known.", true), ("no known drug allergies", true), ("NKDA", true),
    ("nil", true), ("none reported to date", true), ("none to drugs, latex anaphylaxis", false),
    ("no penicillin", false), ("latex", false), ("known", false), ("", false),
  ])
  func `nothing is what says nothing else`(text: String, isNothing: Bool) {
    #expect(FrameFact.allergies(text).saysNone == isNothing)
  }
}
