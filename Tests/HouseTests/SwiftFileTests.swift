import Testing

/// The rules are only as good as their reader.
struct SwiftFileTests {
  private func file(_ text: String) -> SwiftFile {
    SwiftFile(path: "Sources/KapExample/Example.swift", text: text)
  }

  @Test func `comments and literals are no code, and lines keep their numbers`() {
    let file = file(
      """
      let a = "print(\\(b("x")) \\" \\\\" // print(1)
      /* print(2)
      print(3) */ let c = #"print("4") \\"#
      let d = \"\"\"
        print(5) \\(e ? "(" : ")")
        \"\"\".count
      print(6)
      """
    )

    #expect(file.lines.count == 7)
    #expect(file.places(of: "print") == [7])
    #expect(file.shown(7) == "Sources/KapExample/Example.swift:7: print(6)")
    #expect(file.comments[0] == " print(1)")
    #expect(file.comments[1] == " print(2)")
    #expect(file.code[2] == " let c = \"\"")
    #expect(file.code[5] == ".count")
  }

  @Test func `imports are found with whatever stands before them`() {
    let file = file(
      """
      import KapTimeline
      package import KapCanvas
      @testable import KapEntry
      @preconcurrency internal import Foundation.NSURL
      // import Glibc
      let important = "import Darwin"
      """
    )

    #expect(file.imports == ["KapTimeline", "KapCanvas", "KapEntry", "Foundation"])
    #expect(file.module == "KapExample")
  }
}
